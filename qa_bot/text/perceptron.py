"""A greedy averaged-perceptron tagger for English (Collins 2002), behind a look-up of the words that can have one tag only.

The tags of a sentence are chosen from left to right, each by the highest sum of the weights of its `contexts`.

The weights file is written by tools/train_tagger.py: a line of JSON (provenance, licence, command, sizes), then the word classes (a
line each: the class, then its words), the keys of each template (a line each), and the rows in the order of the keys, a byte a tag.
It is not compressed, since that would cost more time than reading the rest.
"""

import json
from collections.abc import Sequence
from functools import cache
from operator import itemgetter
from pathlib import Path
from struct import Struct, iter_unpack

from qa_bot.text.entries import TAGS, Entry, Lexicon, edge, finite_ahead

WEIGHTS = Path(__file__).parent / "data" / "en" / "tagger.bin"


def contexts(entries: Sequence[Entry], at: int, before: str, earlier: str, clause: str) -> tuple[str, ...]:
    """Return one key a template for the word *at*.

    *before* and *earlier* are the tags of the two words before it; *clause* says whether its clause has a finite verb (see `advance`)
    and, after a colon, whether one follows.
    """
    far_left, left, entry, right, far_right = entries[at - 2 : at + 3]
    return (
        *_own(entry, before, clause, left.capital, right.capital),
        *_right(right, before),
        left.key,
        far_left.key,
        far_right.key,
        before + " " + earlier,
        *_pairs(left, entry, right, far_right, before),
    )


def _own(entry: Entry, before: str, clause: str, left: str, right: str) -> tuple[str, ...]:
    key, kind = entry.key, entry.kind
    return (
        key,
        kind,
        *entry.endings,
        before,
        before + " " + kind,
        before + " " + key,
        left + entry.capital + right + " " + before,
        kind + " " + left + right,
        kind + " " + clause,
        before + " " + entry.endings[-1] + " " + clause,
    )


def _right(entry: Entry, before: str) -> tuple[str, ...]:
    return entry.key, entry.kind, before + " " + entry.kind


def _pairs(left: Entry, entry: Entry, right: Entry, far_right: Entry, before: str) -> tuple[str, ...]:
    kinds = entry.kind + " " + right.kind
    return (
        right.kind + " " + far_right.kind,
        kinds,
        entry.key + " " + right.key,
    )


_EDGE = edge()
OWN, RIGHT, PAIRS = len(_own(_EDGE, "", "", "", "")), len(_right(_EDGE, "")), len(_pairs(_EDGE, _EDGE, _EDGE, _EDGE, ""))
TEMPLATES = OWN + RIGHT + 4 + PAIRS


def advance(clause: str, entry: Entry, tag: str) -> str:
    """Return the state of the clause after *entry*: "F" has a finite verb, "F," has one and may go on with another, "" has none."""
    if entry.finite == "|":
        return ""
    if tag == "VERB" or tag == "AUX":
        return "F"
    return "F," if clause and (tag == "CCONJ" or tag == "PUNCT") else clause


class Tagger:
    """Tags sentences by a lexicon and, for the words that it does not settle, by weights.

    A row of weights is one integer with a lane of 16 bits for each tag, so that adding rows adds all tags at once. A lane of one
    row holds a weight plus 128; a key without weights stands for a row of 128s. Sums over the templates that see one word only are
    kept with its entry.
    """

    def __init__(self, lexicon: Lexicon, tables: Sequence[dict[str, int]]) -> None:
        self._lexicon = lexicon
        self._own = tuple(tables[:OWN])
        self._right = tuple(tables[OWN : OWN + RIGHT])
        self._left, self._far_left, self._far_right, self._tags = tables[OWN + RIGHT : OWN + RIGHT + 4]
        self._pairs = tuple(tables[-PAIRS:])

    def tag(self, words: Sequence[str]) -> list[str]:
        """Return one tag for each of *words*, the tokens of one sentence."""
        entries = self._lexicon.entries(words)
        ahead = finite_ahead(entries)
        before = earlier = "|"
        clause = ""
        tags: list[str] = []
        for at in range(2, len(entries) - 2):
            entry = entries[at]
            chosen = entry.fixed
            if chosen is None:
                total = self._score(entries[at - 2 : at + 3], before, earlier, clause + ":" + ahead[at])
                scores = _LANES.unpack(total.to_bytes(_LANES.size))
                chosen = TAGS[max(entry.tags, key=scores.__getitem__)]
            tags.append(chosen)
            before, earlier = chosen, before
            clause = advance(clause, entry, chosen)
        return _with_verb(words, tags) if "VBN" in tags and tags[-1] == "PUNCT" else tags

    def _score(self, window: Sequence[Entry], before: str, earlier: str, clause: str) -> int:
        """Return the sum of the rows of `contexts`."""
        far_left, left, entry, right, far_right = window
        state = before + clause + left.capital + "+" + right.capital
        own = entry.own.get(state)
        if own is None:
            own = entry.own[state] = sum(map(_row, self._own, _own(entry, before, clause, left.capital, right.capital), _NONES))
        beside = right.right.get(before)
        if beside is None:
            beside = right.right[before] = sum(map(_row, self._right, _right(right, before), _NONES))
        return (
            own
            + beside
            + self._left.get(left.key, _NONE)
            + self._far_left.get(far_left.key, _NONE)
            + self._far_right.get(far_right.key, _NONE)
            + self._tags.get(before + " " + earlier, _NONE)
            + sum(map(_row, self._pairs, _pairs(left, entry, right, far_right, before), _NONES))
        )


def _with_verb(words: Sequence[str], tags: list[str]) -> list[str]:
    """Return *tags*, with a participle after a noun made the finite verb of a full sentence that otherwise has none.

    "Police detained at least 60 people.": nothing near the verb tells, but no sentence that ends in a full stop goes without one.
    """
    if words[-1] != "." or not _NEED_NO_OTHER.isdisjoint(tags):
        return tags
    for at in range(len(tags) - 2, 0, -1):
        if tags[at] == "VBN" and tags[at - 1] in _SUBJECTS and words[at + 1] != "by":
            return [*tags[:at], "VERB", *tags[at + 1 :]]
    return tags


_NEED_NO_OTHER = frozenset({"VERB", "AUX", "VB"})
_SUBJECTS = frozenset({"NOUN", "NOUNS", "PROPN"})
_LANES = Struct(f">{len(TAGS)}H")
_NONE = int.from_bytes(b"\0\x80" * len(TAGS))
_NONES = (_NONE,) * TEMPLATES
_row = dict[str, int].get


@cache
def english() -> Tagger:
    """Return the tagger for English; its weights are read once."""
    return read(WEIGHTS)


def read(path: Path) -> Tagger:
    """Return the tagger whose weights stand in the file *path*."""
    with path.open("rb") as file:
        header = json.loads(file.readline())
        lines = file.read(header["text"]).decode("utf-8").split("\n")
        weights = file.read()
    words: dict[str, str] = {}
    for line in lines[: header["classes"]]:
        kind, *members = line.split(" ")
        words.update(dict.fromkeys(members, kind))
    lanes = bytearray(2 * len(weights))
    lanes[1::2] = weights
    rows = map(int.from_bytes, map(itemgetter(0), iter_unpack(f"{_LANES.size}s", lanes)))
    tables = [dict(zip(line.split("\t"), rows)) if line else {} for line in lines[header["classes"] :]]  # noqa: B905 - rows runs on
    return Tagger(Lexicon(words), tables)
