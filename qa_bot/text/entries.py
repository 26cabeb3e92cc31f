"""What is known of an English word before its context is seen: the tags it can have, by a lexicon or by its form."""

import re
from collections.abc import Mapping, Sequence
from functools import cache
from typing import NamedTuple

from qa_bot.text.tagger import Tag

TAGS: tuple[str, ...] = tuple(tag.value for tag in Tag)
OPENING = frozenset("\"“«‘':;([-–—•*|>")  # a capital after one of these may be that of a sentence

_ID = {tag: number for number, tag in enumerate(TAGS)}
VB = _ID["VB"]
_OPEN = tuple(_ID[tag] for tag in ("NOUN", "NOUNS", "PROPN", "ADJ", "VERB", "VB", "VBN", "VBG", "ADV", "NUM", "INTJ", "X"))
_COMMON = tuple(_ID[tag] for tag in ("NOUN", "NOUNS", "ADJ", "VERB", "VB", "VBN", "VBG", "ADV"))
_GERUND = _ID["VBG"]
_NO_GERUND = tuple(number for number in _OPEN if number != _GERUND)
_CLOSED = frozenset(_ID[tag] for tag in ("ADP", "AUX", "CCONJ", "DET", "PART", "PRON", "SCONJ"))
_FINITE = frozenset((_ID["VERB"], _ID["AUX"]))
_NOT_FINITE = frozenset((_ID["VB"], _ID["VBN"]))
_BARE_DIGITS = re.compile(r"[\d.,]+")
_OFTEN = frozenset("45")  # of the marks of how often a word was seen
_CACHED_WORDS = 20_000  # at each beginning and elsewhere; some 1 KB each with the sums kept for them

# Where a clause may begin that needs a finite verb of its own. The weights are learned with these.
_CLAUSE_OPENERS = frozenset("| . ; : ? ! — – ( ) “ ”".split()) | {
    *("that who which whom whose what where when while because if although though unless whether as".split()),
    '"',
}

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

Endings = tuple[str, str, str, str]
_NO_ENDINGS: Endings = ("", "", "", "")


class Entry:
    """A word as a sentence shows it, without its context."""

    __slots__ = (
        "ahead",
        "alike",
        "alone",
        "around",
        "behind",
        "capital",
        "endings",
        "finite",
        "fixed",
        "key",
        "kind",
        "own",
        "right",
        "tags",
    )

    def __init__(self, tags: tuple[int, ...], key: str, kind: str, endings: Endings = _NO_ENDINGS, *, capital: str = "") -> None:
        gerund = key[0] == "?" or key.endswith(("ing", "in", "in'"))
        self.tags, self.fixed, finite = _settled(tags, gerund)  # those it can have, the usual ones first; its tag, if it can have only one
        self.key = key  # the word as the weights know it; of an unknown one its class
        self.kind = kind  # its class: the tags it can have, or what its form tells
        self.endings = endings  # of unknown and rare words the last 4, 3, 2 and 1 characters
        self.capital = capital  # "C" if it has a capital that means something
        # "V" a finite verb, "v" perhaps one, "|" where a clause may begin, else nothing
        self.finite = "|" if key in _CLAUSE_OPENERS else finite
        self.alone: int | None = None  # the sum of its weights whatever stands around it, when a tagger has worked it out
        self.own: dict[str, int] = {}  # sums of weights that a tagger has worked out for it, by the tag before it
        self.alike: dict[str, int] = {}  # the same for all words of its class and last letter, by the state that they were met in
        self.around: tuple[int, int, int] | None = None  # its weights as the left, the far left and the far right neighbour
        self.ahead: dict[str, int] = {}  # the same for its class with that of its right neighbour
        self.behind: dict[str, int] = {}  # the same for them as the neighbours of another word
        self.right: dict[str, int] = {}  # the same for it as the right neighbour


class Known(NamedTuple):
    """A word class of the lexicon: its name, and the tags that its words can have."""

    kind: str
    gist: str  # the class without how often its words were seen
    tags: tuple[int, ...]
    rare: bool


@cache  # there are a few hundred classes
def known(kind: str) -> Known:
    """Return the word class named "5NOUNS/VERB" (seen often, as a plural noun, "VERB" would be possible) or "1ADJ" (seen once)."""
    gist = kind[1:]
    tags = [_ID[tag] for tag in gist.replace("/", "+").split("+") if tag]
    rare = kind[0] in "012"
    others = () if not rare else _COMMON if "/" in kind else _OPEN
    return Known(kind, gist, tuple(dict.fromkeys((*tags, *others))), rare)


def edge() -> Entry:
    """Return an entry that stands before and after a sentence."""
    return Entry((_ID["PUNCT"],), "|", "|")


class WrittenWords:
    """Known words as the file has them, a class and its words a line: to find a few, searching that text is quicker than reading it."""

    def __init__(self, lines: Sequence[bytes]) -> None:
        self._lines = lines
        self._text = b" \n".join((*lines, b""))

    def get(self, word: str) -> str | None:
        """Return the class of *word*, None if it is unknown."""
        at = self._text.find(b" %b " % word.encode("utf-8", "surrogatepass"))
        if at < 0:
            return None
        start = self._text.rfind(b"\n", 0, at) + 1
        return self._text[start : self._text.index(b" ", start)].decode()

    def read(self) -> dict[str, str]:
        """Return the class of each word."""
        words: dict[str, str] = {}
        for line in self._lines:
            kind, *members = line.decode().split(" ")
            words.update(dict.fromkeys(members, kind))
        return words


class Lexicon:
    """Reads words into entries by a table of known words with their classes."""

    def __init__(self, words: Mapping[str, str] | WrittenWords) -> None:
        self._words = words
        self._edge = edge()
        self._plain: dict[str, Entry] = {}
        self._initial: dict[str, Entry] = {}
        self._alike: dict[tuple[str, str, str], dict[str, int]] = {}
        self._kinds: dict[str, tuple[dict[str, int], dict[str, int]]] = {}
        self._numerals: dict[str, Entry] = {}  # by their class: they differ in nothing else

    def read_words(self) -> None:
        """Read the known words if they are only written yet."""
        if isinstance(self._words, WrittenWords):
            self._words = self._words.read()

    def is_common(self, word: str) -> bool:
        """Return whether *word* was seen often."""
        kind = self._words.get(word)
        return kind is not None and kind[0] in _OFTEN

    def entries(self, words: Sequence[str]) -> list[Entry]:
        """Return the entries of a sentence's words, between two at each edge that stand for none."""
        found = [self._edge, self._edge]
        initial = True
        headline = _is_headline(words)
        for word in words:
            cache = self._initial if initial or headline else self._plain
            entry = cache.get(word)
            if entry is None and word[0].isdigit():
                entry = self._numeral(word)
            elif entry is None:
                if len(cache) >= _CACHED_WORDS:
                    cache.clear()
                    self._alike.clear()
                    self._kinds.clear()
                    self._numerals.clear()
                entry = cache[word] = self.read(word, initial=initial or headline)
                entry.alike = self._alike.setdefault((entry.kind, entry.endings[-1], entry.capital), entry.alike)
                entry.ahead, entry.behind = self._kinds.setdefault(entry.kind, (entry.ahead, entry.behind))
            found.append(entry)
            initial = word in OPENING or (initial and not word[0].isalnum())
        found += (self._edge, self._edge)
        return found

    def read(self, word: str, *, initial: bool) -> Entry:
        """Return the entry of *word*; when *initial*, its capital means nothing."""
        word = word.replace("’", "'")
        if word[0].isdigit():
            return self._numeral(word)
        if initial and word[0].isupper():
            return self._capitalised(word)
        record = self._find(word)
        if record is not None:
            return _known_word(word, record)
        lower = self._find(word.lower())
        if lower is not None and not lower.rare and lower.tags[0] in _CLOSED:
            return _known_word(word.lower(), lower)
        return self._unknown(word, initial=False)

    def _numeral(self, word: str) -> Entry:
        """Return the entry of *word*, one for all of its class: there is no end of numbers to remember."""
        tags, kind = _class_of_numeral(word)
        return self._numerals.get(kind) or self._numerals.setdefault(kind, Entry(tags, kind, kind))

    def _find(self, word: str) -> Known | None:
        kind = self._words.get(word)
        return None if kind is None else known(kind)

    def _capitalised(self, word: str) -> Entry:
        lower = word.lower()
        common, name = self._find(lower), self._find(word) or self._find(word.capitalize())
        if common is None:
            return self._unknown(word, initial=True) if name is None else _known_word(word, name, mark="^")
        if name is None or (len(common.tags) == 1 and common.tags[0] in _CLOSED):
            return _known_word(lower, common)
        return Entry((*common.tags, *name.tags), lower, "^" + common.kind + name.kind, _endings(lower))

    def _unknown(self, word: str, *, initial: bool) -> Entry:
        lower = word.lower()
        if not any(map(str.isalpha, word)):
            return Entry((_ID["PUNCT"], _ID["SYM"]), "?sign", "?sign")
        shape = "?" if word == lower else "?^" if initial else "?U" if word.isupper() else "?C"
        kind = shape + self._derivation(lower) + ("#" if any(map(str.isdigit, word)) else "")
        tags = _OPEN if lower.endswith("ing") else _NO_GERUND
        entry = Entry(tags, kind, kind, _endings(lower), capital="C" if shape in {"?C", "?U"} else "")
        entry.finite = "v" if shape == "?" and lower.endswith("ed") else ""
        return entry

    def _derivation(self, word: str) -> str:
        """Return the ending of *word* with the class of the known word that it may come from."""
        record = self._find(word)
        if record is not None:
            return "." + record.gist
        for ending, instead in _ENDINGS:
            if word.endswith(ending) and len(word) > len(ending) + 2:
                stem = word[: -len(ending)]
                record = self._find(stem + instead)
                if record is None and not instead and stem[-1] == stem[-2]:
                    record = self._find(stem[:-1])
                if record is not None:
                    return ending + "." + record.gist
        return next((ending for ending, _ in _ENDINGS if word.endswith(ending)), "")


def finite_ahead(entries: Sequence[Entry]) -> list[str]:
    """Return for each entry whether a finite verb follows in its clause: "V", perhaps "v", or nothing."""
    found = []
    ahead = ""
    for entry in reversed(entries):
        found.append(ahead)
        finite = entry.finite
        if finite == "|":
            ahead = ""
        elif finite and ahead != "V":
            ahead = finite
    found.reverse()
    return found


def _known_word(key: str, record: Known, mark: str = "") -> Entry:
    endings = _endings(key.lower()) if record.rare else _NO_ENDINGS
    return Entry(record.tags, key, mark + record.kind, endings, capital="C" if key[0].isupper() and not mark else "")


def _class_of_numeral(word: str) -> tuple[tuple[int, ...], str]:
    """Return the tags that a numeral can have, and its class."""
    if _BARE_DIGITS.fullmatch(word):
        return (_ID["NUM"],), "#year" if len(word) == 4 and word[:2] in {"18", "19", "20"} else "#1" if word == "1" else "#"
    if word.endswith("s"):
        return (_ID["NOUNS"],), "#s"
    return (_ID["ADJ"], _ID["NOUN"]), "#th"


@cache  # there are a few hundred classes
def _settled(tags: tuple[int, ...], gerund: bool) -> tuple[tuple[int, ...], str | None, str]:
    """Return *tags* once each, without the gerund for a word that has not its form; the only one; whether a verb with them is finite."""
    found = dict.fromkeys(tags)
    if len(found) > 1 and not gerund:
        found.pop(_GERUND, None)
    plausible = tuple(found)
    finite = "V" if plausible[0] in _FINITE else "v" if plausible[0] in _NOT_FINITE and _ID["VERB"] in plausible else ""
    return plausible, TAGS[plausible[0]] if len(plausible) == 1 else None, finite


def _endings(word: str) -> Endings:
    return word[-4:], word[-3:], word[-2:], word[-1:]


def _is_headline(words: Sequence[str]) -> bool:
    """Return whether the capitals of a sentence tell nothing: in titles and shouts nearly every longer word has one."""
    if len(words) < 2 or not (words[1][0].isupper() or words[-1][0].isupper() or words[len(words) // 2][0].isupper()):
        return False
    longer = [word[0].isupper() for word in words if len(word) > 3 and word[0].isalpha()]
    return len(longer) > 2 and sum(longer) >= 0.8 * len(longer)
