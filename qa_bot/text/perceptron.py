"""A greedy averaged-perceptron tagger (Collins 2002) behind a look-up of the words that have one tag.

A word is read once into an `Entry`: its known tags, or for an unknown one what its ending, capitals and base form tell. The tags of
a sentence are then chosen from left to right. Scores are sums of small integers: each key of `contexts` has, if the training kept
it, a row of one byte a tag, shifted by 128. As every choice adds the same number of rows, the shift cancels out.

The weights file is written by tools/train_tagger.py: a line of JSON (provenance, licence, command, sizes), then, compressed, the
word classes (a line each: class, then the words), the keys of each template (a line each) and the rows in the order of the keys.
"""

import json
import re
import zlib
from collections.abc import Mapping, Sequence
from functools import lru_cache
from operator import itemgetter
from pathlib import Path
from struct import Struct, iter_unpack
from typing import NamedTuple

from qa_bot.text.tagger import Tag

TAGS: tuple[str, ...] = tuple(tag.value for tag in Tag)
WEIGHTS = Path(__file__).parent / "data" / "en" / "tagger.bin"

_ID = {tag: number for number, tag in enumerate(TAGS)}
_OPEN = tuple(_ID[tag] for tag in ("NOUN", "NOUNS", "PROPN", "ADJ", "VERB", "VB", "VBN", "VBG", "ADV", "NUM", "INTJ", "X"))
_NO_GERUND = tuple(number for number in _OPEN if TAGS[number] != "VBG")
OPENING = frozenset('"“«‘\':;([-–—•*|>')  # a capital after one of these may be that of a sentence
_CLOSED = frozenset({"ADP", "AUX", "CCONJ", "DET", "PART", "PRON", "SCONJ"})
_SIGNS = (_ID["PUNCT"], _ID["SYM"])
_ORDINAL = (_ID["ADJ"], _ID["NOUN"])
_CACHED_WORDS = 100_000  # entries kept; a corpus has fewer frequent words than this, and the rest is cheap

# How an inflected form may have come about: (ending, what stands for it in the base form).
_ENDINGS = (
    ("ies", "y"),
    ("es", ""),
    ("s", ""),
    ("ied", "y"),
    ("ed", ""),
    ("ed", "e"),
    ("ing", ""),
    ("ing", "e"),
    ("ily", "y"),
    ("ly", ""),
    ("ier", "y"),
    ("er", ""),
    ("er", "e"),
    ("est", ""),
    ("ment", ""),
    ("ness", ""),
)
_BARE_DIGITS = re.compile(r"[\d.,]+")


class Entry(NamedTuple):
    """What is known of a word before its context is seen."""

    fixed: str | None  # its tag, if it has only one
    tags: tuple[int, ...]  # the tags it can have, as indices into TAGS
    key: str  # the word as the weights know it; of an unknown one its class
    kind: str  # its ambiguity class
    endings: tuple[str, str, str, str]  # of unknown and rare words the last 4, 3, 2 and 1 characters
    capital: str  # "C" if it has a capital that means something


class Known(NamedTuple):
    """A word of the lexicon: its class, and the tags that it can have."""

    kind: str
    gist: str  # the class without how often it was seen
    tags: tuple[int, ...]
    rare: bool


_EDGE = Entry("PUNCT", (), "|", "|", ("", "", "", ""), "")


def known(kind: str) -> Known:
    """Return the lexicon's record for a class such as "5NOUNS/VERB": seen often, as a plural noun, and "VERB" would be possible."""
    gist = kind[1:]
    tags = [_ID[tag] for tag in gist.replace("/", "+").split("+") if tag]
    rare = kind[0] in "012"
    return Known(kind, gist, tuple(dict.fromkeys((*tags, *_OPEN) if rare else tags)), rare)


class Lexicon:
    """Reads words into entries by a table of known words."""

    def __init__(self, words: Mapping[str, Known]) -> None:
        self._words = words
        self._plain: dict[str, Entry] = {}
        self._initial: dict[str, Entry] = {}

    def entries(self, words: Sequence[str]) -> list[Entry]:
        """Return the entries of a sentence's words, between two at each edge that stand for none."""
        found = [_EDGE, _EDGE]
        initial = True
        headline = _is_headline(words)
        for word in words:
            cache = self._initial if initial or headline else self._plain
            entry = cache.get(word)
            if entry is None:
                if len(cache) >= _CACHED_WORDS:
                    cache.clear()
                entry = cache[word] = self.read(word, initial=initial or headline)
            found.append(entry)
            initial = word in OPENING or (initial and not word[0].isalnum())
        found += (_EDGE, _EDGE)
        return found

    def read(self, word: str, *, initial: bool) -> Entry:
        """Return the entry of *word*; when *initial*, its capitals mean nothing."""
        word = word.replace("’", "'")
        if word[0].isdigit():
            return _numeral(word)
        if initial and word[0].isupper():
            return self._capital(word)
        record = self._words.get(word)
        if record is not None:
            return _entry(word, record)
        lower = self._words.get(word.lower())
        if lower is not None and TAGS[lower.tags[0]] in _CLOSED and not lower.rare:
            return _entry(word.lower(), lower)
        return self._unknown(word, initial=False)

    def _capital(self, word: str) -> Entry:
        lower, name = self._words.get(word.lower()), self._words.get(word) or self._words.get(word.capitalize())
        if lower is None:
            return self._unknown(word, initial=True) if name is None else _entry(word, name, "^")
        if name is None or (len(lower.tags) == 1 and TAGS[lower.tags[0]] in _CLOSED):
            return _entry(word.lower(), lower)
        tags = tuple(dict.fromkeys((*lower.tags, *name.tags)))
        return Entry(None, tags, word.lower(), "^" + lower.kind + name.kind, _endings(word.lower()), "")

    def _unknown(self, word: str, *, initial: bool) -> Entry:
        lower = word.lower()
        if not any(map(str.isalpha, word)):
            return Entry(None, _SIGNS, "?sign", "?sign", ("", "", "", ""), "")
        shape = "?" if word == lower else "?^" if initial else "?U" if word.isupper() else "?C"
        kind = shape + self._derivation(lower) + ("#" if any(map(str.isdigit, word)) else "")
        return Entry(None, _OPEN if lower.endswith("ing") else _NO_GERUND, kind, kind, _endings(lower), "C" if shape in {"?C", "?U"} else "")

    def _derivation(self, word: str) -> str:
        """Return the ending of *word* with the class of the known word that it may come from."""
        record = self._words.get(word)
        if record is not None:
            return "." + record.gist
        for ending, instead in _ENDINGS:
            if word.endswith(ending) and len(word) > len(ending) + 2:
                stem = word[: -len(ending)]
                record = self._words.get(stem + instead)
                if record is None and not instead and stem[-1] == stem[-2]:
                    record = self._words.get(stem[:-1])
                if record is not None:
                    return ending + "." + record.gist
        return next((ending for ending, _ in _ENDINGS if word.endswith(ending)), "")


def contexts(entries: Sequence[Entry], at: int, before: str, earlier: str) -> tuple[str, ...]:
    """Return one key a template for the word *at*; *before* and *earlier* are the tags of the two words before it."""
    _, _, word, kind, (four, three, two, one), capital = entries[at]
    last = entries[at - 1]
    left = last.key
    _, _, right, ahead, _, next_capital = entries[at + 1]
    beyond = entries[at + 2]
    return (
        word,
        kind,
        four,
        three,
        two,
        one,
        before,
        before + " " + earlier,
        before + " " + kind,
        before + " " + word,
        before + " " + ahead,
        left,
        entries[at - 2].key,
        right,
        beyond.key,
        ahead,
        ahead + " " + beyond.kind,
        kind + " " + ahead,
        before + " " + kind + " " + ahead,
        left + " " + word,
        word + " " + right,
        last.capital + capital + next_capital + " " + before,
        kind + " " + last.capital + next_capital,
    )


TEMPLATES = len(contexts([_EDGE] * 5, 2, "", ""))


class Tagger:
    """Tags sentences by a lexicon and, for the words that it does not settle, by weights.

    A row of weights is one integer with a lane of 16 bits for each tag, so that adding rows adds all tags at once. A lane of one
    row holds a weight plus 128; a key without weights stands for a row of 128s.
    """

    def __init__(self, lexicon: Lexicon, tables: Sequence[dict[str, int]]) -> None:
        self._lexicon = lexicon
        self._tables = tuple(tables)

    def tag(self, words: Sequence[str]) -> list[str]:
        """Return one tag for each of *words*, the tokens of one sentence."""
        entries = self._lexicon.entries(words)
        before = earlier = "|"
        tags: list[str] = []
        for at in range(2, len(entries) - 2):
            chosen = entries[at].fixed
            if chosen is None:
                keys = contexts(entries, at, before, earlier)
                scores = _LANES.unpack(sum(map(_row, self._tables, keys, _NONE)).to_bytes(_LANES.size))
                chosen = TAGS[max(entries[at].tags, key=scores.__getitem__)]
            tags.append(chosen)
            before, earlier = chosen, before
        return tags


_LANES = Struct(f">{len(TAGS)}H")
_NONE = (int.from_bytes(b"\0\x80" * len(TAGS)),) * TEMPLATES
_row = dict[str, int].get


@lru_cache(maxsize=1)
def english() -> Tagger:
    """Return the tagger for English; its weights are read once."""
    return read(WEIGHTS)


def read(path: Path) -> Tagger:
    """Return the tagger whose weights stand in the file *path*."""
    with path.open("rb") as file:
        header = json.loads(file.readline())
        body = zlib.decompress(file.read())
    lines = body[: header["text"]].decode("utf-8").split("\n")
    words: dict[str, Known] = {}
    for line in lines[: header["classes"]]:
        kind, *members = line.split(" ")
        words.update(dict.fromkeys(members, known(kind)))
    lanes = bytearray(2 * (len(body) - header["text"]))
    lanes[1::2] = body[header["text"] :]
    rows = map(int.from_bytes, map(itemgetter(0), iter_unpack(f"{_LANES.size}s", lanes)))
    tables = [dict(zip(line.split("\t"), rows)) if line else {} for line in lines[header["classes"] :]]  # noqa: B905 - rows runs on
    return Tagger(Lexicon(words), tables)


def _entry(key: str, record: Known, mark: str = "") -> Entry:
    fixed = TAGS[record.tags[0]] if len(record.tags) == 1 else None
    endings = _endings(key.lower()) if record.rare else ("", "", "", "")
    return Entry(fixed, record.tags, key, mark + record.kind, endings, "C" if key[0].isupper() and not mark else "")


def _numeral(word: str) -> Entry:
    if _BARE_DIGITS.fullmatch(word):
        kind = "#year" if len(word) == 4 and word[:2] in {"18", "19", "20"} else "#1" if word == "1" else "#"
        return Entry("NUM", (_ID["NUM"],), kind, kind, ("", "", "", ""), "")
    if word.endswith("s"):
        return Entry("NOUNS", (_ID["NOUNS"],), "#s", "#s", ("", "", "", ""), "")
    return Entry(None, _ORDINAL, "#th", "#th", ("", "", "", ""), "")


def _endings(word: str) -> tuple[str, str, str, str]:
    return word[-4:], word[-3:], word[-2:], word[-1:]


def _is_headline(words: Sequence[str]) -> bool:
    """Return whether the capitals of a sentence tell nothing: in titles and shouts nearly every longer word has one."""
    if len(words) < 2 or not words[1][0].isupper() and not words[-1][0].isupper() and not words[len(words) // 2][0].isupper():
        return False
    longer = [word[0].isupper() for word in words if len(word) > 3 and word[0].isalpha()]
    return len(longer) > 2 and sum(longer) >= 0.8 * len(longer)
