"""Which body of a sentence "it", "its chairman" stand for."""

from qa_bot.figures.bodies_named import is_called_body, opening_name
from qa_bot.figures.speakers import Sort, Voice, are_people, named_body
from qa_bot.text.syntax import Syntax


def body_in(syntax: Syntax, before: str, *, persons: bool) -> Voice | None:
    """Return the body (or, with *persons*, the person) that the sentence names up to the word *before*: the name that it opens with, if the
    text calls that a body, else the first body of its subjects and objects, else the name that it opens with: who is "it" is no person."""
    opening = opening_body(syntax, before) if not persons else None
    if opening is not None and is_called_body(syntax, opening_name(syntax)[1]):
        return opening
    found = named_body(syntax, before, persons=persons)
    people = found is not None and not found.named and not persons and are_people(syntax, found.head)  # "because many people die"
    return opening if found is None or people else found


def opening_body(syntax: Syntax, before: str = "") -> Voice | None:
    """Return the name that an English sentence opens with as its subject, taken for a body, unless the word *before* stands in it."""
    first, last = opening_name(syntax) if syntax.language == "en" else (0, 0)
    if first == last or any(token.lower == before for token in syntax.tokens[:last]):
        return None
    return Voice(syntax.slice(first, last), None, None, Sort.ORGANISATION, True, body=True)
