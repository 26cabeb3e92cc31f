"""From bytes to text: which encoding a file is in, and the few characters that never reach a stored text."""

import codecs
import re
import unicodedata
from pathlib import PurePath

from qa_bot.errors import UnreadableDocumentError
from qa_bot.ingest.disguise import told_by_sign
from qa_bot.ingest.encodings import single_byte

SAMPLE = 65_536  # bytes that the encoding is told from
_BOMS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),  # before UTF-16, whose mark it begins with
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_MAGIC = (
    b"%PDF-",
    b"PK\x03\x04",
    b"\x89PNG",
    b"\xff\xd8\xff",
    b"GIF8",
    b"\x1f\x8b",
    b"\x7fELF",
    b"\xd0\xcf\x11\xe0",
    b"SQLite format 3\x00",
)
_HIGH = re.compile(rb"[\x80-\xff]")
_BREAKS = re.compile("\r\n|[\r\x0b\x0c\x85\u2028\u2029]")
_ASCII_ODD = re.compile("[\x00-\x08\x0b-\x1f\x7f]")
_STEERING = re.compile(  # what colours a terminal or moves about in it: "\x1b[31m"; its title up to a bell; a set of letters
    "(?:\x1b\\[|\x9b(?=[0-?]))[0-?]{0,99}[ -/]{0,9}[@-~]|\x1b\\][^\n\x07\x1b\x9c]{0,999}(?:\x07|\x9c|\x1b\\\\)|\x1b[(-+][0-9A-Z]"
)
_UNSTORABLE = re.compile("[\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f\ud800-\udfff\ufffe\uffff]")
_UNSEEN = re.compile(
    "(?:\u00ad\n[ \t]*(?=[^\\W\\d_]))|[\u00ad\u061c\u180e\u200b\u200e\u200f\u202a-\u202e\u2060-\u206f\ufeff]|(?<!\x00)\x00(?!\x00)"
)
_MARK = re.compile("[\u0300-\u036f]")
_COMPOSABLE = re.compile("[A-Za-zЀ-ӿ][\u0300-\u036f]+")


def storable(text: str) -> str:
    r"""Return *text* as it is stored: every line break is "\n", letters and their marks are one character where Unicode has one,
    control characters and lone surrogates are spaces, one for one, and what nobody sees is gone: where a word may break, or did, and
    what colours a terminal.

    A zero alone is gone, too, as in browsers; several fill a field.
    """
    if text.isascii() and not _ASCII_ODD.search(text):  # most texts, and three times as fast
        return text
    if _BREAKS.search(text):
        text = _BREAKS.sub("\n", text)
    if _MARK.search(text):  # "и" + U+0306 is how some systems write "й"; no search would ever meet it
        text = _COMPOSABLE.sub(lambda match: unicodedata.normalize("NFC", match.group()), text)
    if "\x1b" in text or "\x9b" in text:
        text = _STEERING.sub("", text)
    if _UNSEEN.search(text):
        text = _UNSEEN.sub("", text)
    if _UNSTORABLE.search(text):
        text = _UNSTORABLE.sub(" ", text)
    return text


def decode(data: bytes, name: str) -> str:
    """Return the text in *data*, not yet `storable`; UnreadableDocumentError, naming the file *name*, if it is no text we can read."""
    encoding = encoding_of(data, name)
    try:
        return data.decode(encoding)
    except (UnicodeDecodeError, LookupError):
        pass
    lenient = data.decode(encoding, "replace")
    if lenient.count("\ufffd") * 200 > len(lenient):
        raise UnreadableDocumentError(f"{name}: not valid {encoding} text; save it as UTF-8")
    return lenient


def encoding_of(data: bytes, name: str) -> str:
    """Return the encoding that *data* (a file's beginning is enough) is written in; UnreadableDocumentError if it is no text."""
    for mark, encoding in _BOMS:
        if data.startswith(mark):
            return encoding
    sample = data[:SAMPLE]
    if sample.startswith(_MAGIC):
        reason = told_by_sign(sample, PurePath(name)) or "a binary file under a text file's name; convert it to text first"
        raise UnreadableDocumentError(f"{name}: {reason}")
    if b"\0" in sample and (wide := _utf16_order(sample)):
        return wide
    if _is_binary(sample):
        raise UnreadableDocumentError(f"{name}: binary data, not text; convert it to text first")
    if _is_utf8(sample):
        return "utf-8"
    if found := single_byte(sample):
        return found
    raise UnreadableDocumentError(f"{name}: its encoding was not recognised; save it as UTF-8")


def _utf16_order(sample: bytes) -> str | None:
    """Return the byte order of UTF-16 text without a mark: in Latin and Cyrillic prose every other byte is 0x00, 0x04 or 0x20."""
    for offset, encoding in ((1, "utf-16-le"), (0, "utf-16-be")):
        high, low = sample[offset::2], sample[1 - offset :: 2]
        pages = sum(high.count(byte) for byte in (0x00, 0x04, 0x20))
        if pages >= 0.9 * len(high) and low.count(0) < 0.05 * len(low) + 1:
            return encoding
    return None


def _is_binary(sample: bytes) -> bool:
    controls = sum(sample.count(byte) for byte in (*range(7), *range(14, 27), *range(28, 32), 127))  # but those for terminals
    return controls > max(2, len(sample) // 50)


def _is_utf8(sample: bytes) -> bool:
    """Return whether *sample* is UTF-8; a cut last character and a rare damaged one (1 in 200 of the non-ASCII) are let pass."""
    text = sample.decode("utf-8", "replace")
    bad = text.count("\ufffd") - sample.count(b"\xef\xbf\xbd")
    if bad == 0:
        return True
    if bad == 1 and text.endswith("\ufffd"):
        return len(sample) == SAMPLE or len(_HIGH.findall(sample)) > 3
    return bad * 200 < len(_HIGH.findall(sample))
