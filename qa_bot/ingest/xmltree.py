"""XML as a tree, without anything that reaches beyond the file: a document type, and so any entity, is refused."""

from collections.abc import Iterator
from xml.etree.ElementTree import Element, TreeBuilder
from xml.parsers import expat

DEEPEST = 400  # elements; a document that a person wrote has some twenty


class XmlError(ValueError):
    """What was given is no XML that we read."""


def parse(data: bytes) -> Element:
    """Return the root of the XML *data*, names as "{namespace}name"; XmlError if it is broken, too deep, or declares a document type."""
    builder = TreeBuilder()
    parser = expat.ParserCreate(namespace_separator="}")
    depth = 0

    def start(tag: str, attributes: dict[str, str]) -> None:
        nonlocal depth
        depth += 1
        if depth > DEEPEST:
            raise XmlError("nested too deeply")
        builder.start(_name(tag), {_name(name): value for name, value in attributes.items()})

    def end(tag: str) -> None:
        nonlocal depth
        depth -= 1
        builder.end(_name(tag))

    def refuse(*_: object) -> int:
        raise XmlError("it declares a document type, by which it could reach out of the file")

    parser.buffer_text = True
    parser.StartElementHandler, parser.EndElementHandler, parser.CharacterDataHandler = start, end, builder.data
    parser.StartDoctypeDeclHandler = parser.EntityDeclHandler = parser.ExternalEntityRefHandler = refuse
    try:
        parser.Parse(data, True)
        root: Element = builder.close()
    except (expat.ExpatError, AssertionError, ValueError, LookupError) as exc:
        raise exc if isinstance(exc, XmlError) else XmlError(str(exc)) from exc
    return root


def _name(tag: str) -> str:
    return "{" + tag if "}" in tag else tag


def local(element: Element) -> str:
    """Return the name of *element* without its namespace, which later editions of a format change."""
    return element.tag.rpartition("}")[2]


def attribute(element: Element | None, name: str) -> str | None:
    """Return the attribute *name* of *element* in whatever namespace; None if there is none."""
    if element is None:
        return None
    return next((value for key, value in element.attrib.items() if key.rpartition("}")[2] == name), None)


def child(element: Element | None, *path: str) -> Element | None:
    """Return the first element below *element* along the names in *path*; None if there is none."""
    for name in path:
        element = next((each for each in element if local(each) == name), None) if element is not None else None
    return element


def children(element: Element, name: str) -> Iterator[Element]:
    """Yield the children of *element* that are called *name*."""
    return (each for each in element if local(each) == name)
