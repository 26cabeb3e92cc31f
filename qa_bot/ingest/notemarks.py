"""How pages call the elements of notes to their text."""

from qa_bot.ingest.pagenames import names_of, words_of
from qa_bot.ingest.tree import Node


def holds_notes(node: Node) -> bool:
    """Return whether an element is called one of notes to the text: <aside class="wb-fnote" role="note">."""
    return node.get("role") in names_of("note_roles") or not words_of(node.get("class")).isdisjoint(names_of("of_notes"))
