"""Pieces of a page: escaped text, elements, tables. Documents are not trusted, so that nothing of theirs becomes markup."""

from collections.abc import Iterable, Sequence
from html import escape

from qa_bot.text.printable import printable


class Markup(str):
    """Text that is markup already."""

    __slots__ = ()


def text(value: object) -> Markup:
    """Return *value* as text of a page: escaped, without characters that hide or reorder what is there."""
    if isinstance(value, Markup):
        return value
    return Markup("<br>".join(escape(printable(line)) for line in str(value).split("\n")))


def element(name: str, *children: object, **attributes: str | float) -> Markup:
    """Return an element; ``class_`` is the attribute class, and an underscore inside a name a hyphen.

    >>> element("p", "a < b", class_="note")
    '<p class="note">a &lt; b</p>'
    """
    given = "".join(f' {key.rstrip("_").replace("_", "-")}="{escape(str(value))}"' for key, value in attributes.items())
    return Markup(f"<{name}{given}>{''.join(text(child) for child in children)}</{name}>")


def joined(parts: Iterable[Markup]) -> Markup:
    """Return *parts* one after the other."""
    return Markup("".join(parts))


def table(header: Sequence[str], rows: Iterable[Sequence[object]], *, numbers: frozenset[int] = frozenset(), class_: str = "") -> Markup:
    """Return a table that scrolls by itself where a screen is narrow; columns in *numbers* are set to the right."""

    def cells(name: str, values: Sequence[object]) -> Markup:
        return joined(element(name, value, class_="number") if at in numbers else element(name, value) for at, value in enumerate(values))

    head = element("thead", element("tr", cells("th", header)))
    body = element("tbody", *(element("tr", cells("td", row)) for row in rows))
    return element("div", element("table", head, body, class_=class_), class_="scroll")


def section(title: str, *children: object, id_: str) -> Markup:
    """Return a part of the page under its heading."""
    return element("section", element("h2", title), *children, id=id_)
