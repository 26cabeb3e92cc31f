"""From bytes to text: which encoding a file is in, and the few characters that never reach a stored text."""

import codecs
import re
import unicodedata
from itertools import pairwise
from math import log

from qa_bot.errors import UnreadableDocumentError

SAMPLE = 65_536  # bytes that the encoding is told from
# Mean log share of a text's letters, in Russian. Measured on 240 paragraphs in three encodings and two cases: right readings of 100
# letters -3.1 to -3.4, wrong ones 99 % below -3.5; of 30 letters right ones are above -3.6. Greek read as Russian has -4.2.
MIN_CYRILLIC_FIT = -3.45
SLACK = 5.0  # by which a text of one letter may fall short; one of 100 by a hundredth of it
COMMON = 0.1  # the advantage of cp1251, by far the most common of the three
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
_CYRILLIC = ("cp1251", "koi8-r", "cp866")
_RARE = -9.0  # of a letter that Russian has not, and of a capital inside a word
_PER_MILLE = (  # of Russian letters in running text
    "о110 е85 а80 и74 н67 т63 с55 р47 в45 л44 к35 м32 д30 п28 у26 я20 ы19 ь17 г17 з17 б16 ч14 й12 х10 ж9 ш7 ю6 ц5 щ4 э3 ф3 ъ1 ё1"
)
_LOG_SHARE = {entry[0]: log(int(entry[1:]) / 1000) for entry in _PER_MILLE.split()}
_WESTERN = frozenset("àáâãäåæçèéêëìíîïñòóôõöøùúûüýÿßœÀÁÂÄÅÆÇÈÉÊËÍÎÏÑÓÔÖØÙÚÛÜŒ")
_HIGH = re.compile(rb"[\x80-\xff]")
_HIGH_RUN = re.compile(rb"[\x80-\xff]{3,}")
_BREAKS = re.compile("\r\n|[\r\x0b\x0c\x85\u2028\u2029]")
_ASCII_ODD = re.compile("[\x00-\x08\x0b-\x1f\x7f]")
_UNSTORABLE = re.compile("[\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f\ufeff\ud800-\udfff\ufffe\uffff]")
_MARK = re.compile("[\u0300-\u036f]")
_COMPOSABLE = re.compile("[A-Za-zЀ-ӿ][\u0300-\u036f]+")


def storable(text: str) -> str:
    r"""Return *text* as it is stored: every line break is "\n", letters and their marks are one character where Unicode has one,
    and control characters and lone surrogates are spaces, one for one.
    """
    if text.isascii() and not _ASCII_ODD.search(text):  # most texts, and three times as fast
        return text
    if _BREAKS.search(text):
        text = _BREAKS.sub("\n", text)
    if _MARK.search(text):  # "и" + U+0306 is how some systems write "й"; no search would ever meet it
        text = _COMPOSABLE.sub(lambda match: unicodedata.normalize("NFC", match.group()), text)
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
        raise UnreadableDocumentError(f"{name}: a binary file under a text file's name; convert it to text first")
    if b"\0" in sample and (wide := _utf16_order(sample)):
        return wide
    if _is_binary(sample):
        raise UnreadableDocumentError(f"{name}: binary data, not text; convert it to text first")
    if _is_utf8(sample):
        return "utf-8"
    return _single_byte(sample, name)


def _utf16_order(sample: bytes) -> str | None:
    """Return the byte order of UTF-16 text without a mark: in Latin and Cyrillic prose every other byte is 0x00, 0x04 or 0x20."""
    for offset, encoding in ((1, "utf-16-le"), (0, "utf-16-be")):
        high, low = sample[offset::2], sample[1 - offset :: 2]
        pages = sum(high.count(byte) for byte in (0x00, 0x04, 0x20))
        if pages >= 0.9 * len(high) and low.count(0) < 0.05 * len(low) + 1:
            return encoding
    return None


def _is_binary(sample: bytes) -> bool:
    controls = sum(sample.count(byte) for byte in (*range(9), *range(14, 32), 127))
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


def _single_byte(sample: bytes, name: str) -> str:
    """Return cp1251, koi8-r, cp866 or cp1252. Russian words are runs of high bytes, Western ones have them single among ASCII."""
    high = len(_HIGH.findall(sample))
    in_runs = sum(len(run) for run in _HIGH_RUN.findall(sample))
    if in_runs > 0.5 * high:
        fit, encoding = max((_cyrillic_fit(sample, encoding) + COMMON * (encoding == "cp1251"), encoding) for encoding in _CYRILLIC)
        if fit >= MIN_CYRILLIC_FIT - SLACK / high:
            return encoding
    else:
        letters = [letter for letter in sample.decode("cp1252", "replace") if letter > "\x7f" and (letter.isalpha() or letter == "\ufffd")]
        if sum(letter in _WESTERN for letter in letters) >= 0.8 * len(letters):
            return "cp1252"
    raise UnreadableDocumentError(f"{name}: its encoding was not recognised; save it as UTF-8")


def _cyrillic_fit(sample: bytes, encoding: str) -> float:
    """Return the mean log share of the letters that the high bytes decode to; a capital inside a word counts as none of them."""
    text = sample.decode(encoding, "replace")
    letters = [letter for letter in text if letter > "\x7f" and letter not in "«»“”„–—…№ \xa0"]
    inner_capitals = sum(before.islower() and after.isupper() for before, after in pairwise(text))
    fit = sum(_LOG_SHARE.get(letter.lower(), _RARE) for letter in letters) + inner_capitals * _RARE
    return fit / len(letters) if letters else _RARE
