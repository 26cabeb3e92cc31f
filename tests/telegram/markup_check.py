"""What Telegram's servers accept as HTML, as its documentation has it: an independent reading, for the stand-in."""

import re
from html.parser import HTMLParser

TAGS = {"b", "strong", "i", "em", "u", "ins", "s", "strike", "del", "tg-spoiler", "a", "code", "pre", "blockquote", "span", "tg-emoji"}
ENTITY = re.compile(r"&(?:lt|gt|amp|quot|#\d+|#x[0-9a-fA-F]+);")


class UnparsableError(Exception):
    """The text is not the HTML that Telegram reads."""


class Reader(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.open: list[str] = []
        self.text = ""
        self.entities: list[tuple[str, int, int]] = []
        self.starts: list[int] = []

    def handle_starttag(self, tag, attrs) -> None:
        given = dict(attrs)
        if tag not in TAGS:
            raise UnparsableError(f'Unsupported start tag "{tag}"')
        if tag == "span" and given.get("class") != "tg-spoiler":
            raise UnparsableError("Tag span must have class tg-spoiler")
        if tag == "blockquote" and "blockquote" in self.open:
            raise UnparsableError("Blockquotes can't be nested")
        self.open.append(tag)
        self.starts.append(length(self.text))

    def handle_endtag(self, tag) -> None:
        if not self.open or self.open[-1] != tag:
            raise UnparsableError(f'Unmatched end tag at "{tag}"')
        self.open.pop()
        self.entities.append((tag, self.starts.pop(), length(self.text)))

    def handle_data(self, data) -> None:
        self.text += data

    def handle_comment(self, data) -> None:
        raise UnparsableError("Unsupported comment")

    def handle_decl(self, decl) -> None:
        raise UnparsableError("Unsupported declaration")


def length(text: str) -> int:
    return len(text.encode("utf-16-le", "surrogatepass")) // 2


def read_html(text: str) -> str:
    """Return what a reader sees of *text*. Raises UnparsableError where Telegram answers "can't parse entities"."""
    for place in (match.start() for match in re.finditer("<", text)):
        if not re.match(r"</?[a-z][a-z-]*(?:\s[^<>]*)?>", text[place:]):
            raise UnparsableError(f"Unsupported start tag at byte offset {place}")
    reader = Reader()
    reader.feed(text)
    reader.close()
    if reader.open:
        raise UnparsableError(f'Can\'t find end tag corresponding to start tag "{reader.open[-1]}"')
    return reader.text
