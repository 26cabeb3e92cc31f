"""Whether passages tell of all that a question names."""

from collections.abc import Collection, Sequence

from qa_bot.answer.concepts import broader
from qa_bot.schema import Hit


def tells_of(hits: Sequence[Hit], things: Collection[str]) -> bool:
    """Return whether the passages of *hits*, and what they stand under, tell of all *things*, in whatever word."""
    from qa_bot.answer.evidence import said_in  # with the reader, which no figure needs
    from qa_bot.answer.sights import sight

    left = {*things}
    for hit in hits:
        if not left:
            break
        seen = sight(hit.passage.text)
        told = {*seen.stems, *said_in(hit).title}.union(*((concept, *broader(concept)) for concept in seen.concepts if concept is not None))
        title = sight("\n".join(hit.passage.headings))
        left -= told.union(concept for concept in title.concepts if concept is not None)
    return not left
