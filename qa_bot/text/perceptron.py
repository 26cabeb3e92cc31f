"""A greedy averaged-perceptron tagger for English (Collins 2002), behind a look-up of the words that can have one tag only.

The tags of a sentence are chosen from left to right, each by the highest sum of the weights of its `contexts`.

The weights file is written by tools/train_tagger.py: a line of JSON (provenance, licence, command, sizes), then the word classes (a
line each: the class, then its words), the keys of each template (a line each), and the rows in the order of the keys, a byte a tag.
It is not compressed, since that would cost more time than reading the rest.
"""

import json
from collections.abc import Callable, Iterator, Sequence
from functools import cache
from itertools import pairwise
from operator import itemgetter
from pathlib import Path
from struct import Struct, iter_unpack
from typing import cast

from qa_bot.text.entries import TAGS, VB, Entry, Lexicon, WrittenWords, edge, finite_ahead

UNREAD = 4  # sentences tagged before the file is read, which takes 15 ms: a question is mostly one, a document hundreds
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
        *_sorted(kind, entry.endings[-1], entry.capital, before, clause, left, right),
    )


def _sorted(kind: str, ending: str, capital: str, before: str, clause: str, left: str, right: str) -> tuple[str, ...]:
    """Return the keys that are the same for all words of a class with one *ending*."""
    return left + capital + right + " " + before, kind + " " + left + right, kind + " " + clause, before + " " + ending + " " + clause


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
SORTED = len(_sorted("", "", "", "", "", "", ""))
OWN, RIGHT, PAIRS = len(_own(_EDGE, "", "", "", "")), len(_right(_EDGE, "")), len(_pairs(_EDGE, _EDGE, _EDGE, _EDGE, ""))
TEMPLATES = OWN + RIGHT + 4 + PAIRS


def advance(clause: str, entry: Entry, tag: str) -> str:
    """Return what the verbs of the clause so far let expect after *entry*, which is tagged *tag*.

    "" no finite verb yet; "M", "H" or "B" a modal, "have" or "be" that waits for its verb, as in "did exports rise"; "VB", "VBN",
    "VBG" or "VERB" the verb that was last; a comma after it when a coordination or a sign followed.
    """
    if entry.finite == "|":
        return ""
    if tag == "AUX":
        return _AUXILIARIES.get(entry.key, "M")
    if tag in _VERB_TAGS:
        return tag if clause or tag == "VERB" else clause
    return clause.rstrip(",") + "," if clause and (tag == "CCONJ" or tag == "PUNCT") else clause


_VERB_TAGS = frozenset({"VERB", "VB", "VBN", "VBG"})
_MOVING = _VERB_TAGS | {"AUX", "CCONJ", "PUNCT"}  # what `advance` looks at
_AUXILIARIES = dict.fromkeys("have has had 've haven't hasn't hadn't having".split(), "H") | dict.fromkeys(
    "be is are was were am been being 're 'm 's isn't aren't wasn't weren't".split(), "B"
)


class Tagger:
    """Tags sentences by a lexicon and, for the words that it does not settle, by weights.

    A row of weights is one integer with a lane of 16 bits for each tag, so that adding rows adds all tags at once. A lane of one
    row holds a weight plus 128; a key without weights stands for a row of 128s. Sums over the templates that see one word only are
    kept with its entry, those that see its class only with all words of the class.
    """

    def __init__(self, lexicon: Lexicon, written: "Sequence[_WrittenRows]") -> None:
        self._lexicon = lexicon
        self._unread = UNREAD
        self._use(written)

    def _use(self, tables: "Sequence[_WrittenRows | dict[str, int]]") -> None:
        self._tables = tables
        self._get = cast("Callable[[object, str, int], int]", type(tables[0]).get)
        self._own = tuple(tables[: OWN - SORTED])
        self._sorted = tuple(tables[OWN - SORTED : OWN])
        self._right = tuple(tables[OWN : OWN + RIGHT])
        self._left, self._far_left, self._far_right, self._tags = tables[OWN + RIGHT : OWN + RIGHT + 4]
        self._kind_pairs, self._kinds, self._words = tables[-PAIRS:]

    def _read(self) -> None:
        """Read all that is only written yet, when it begins to pay."""
        self._unread -= 1
        if not self._unread:
            self._lexicon.read_words()
            self._use([table.read() for table in self._tables if isinstance(table, _WrittenRows)])

    def tag(self, words: Sequence[str]) -> list[str]:
        """Return one tag for each of *words*, the tokens of one sentence."""
        if self._unread:
            self._read()
        entries = self._lexicon.entries(words)
        ahead = finite_ahead(entries)
        before = earlier = "|"
        clause = ""
        tags: list[str] = []
        score = self._score
        for at in range(2, len(entries) - 2):
            entry = entries[at]
            chosen = entry.fixed
            if chosen is None:
                total = score(entries, at, before, earlier, clause + ":" + ahead[at])
                highest = best = -1
                for number in entry.tags:  # mostly two or three: half the time of unpacking all lanes
                    if (lane := total >> _SHIFTS[number] & _LANE) > highest:
                        highest, best = lane, number
                chosen = TAGS[best]
            if before == "ADJ" and chosen in _FINITE and earlier in _DETERMINERS and entries[at - 1].endings[-1]:
                tags[-1] = before = "NOUN"  # "the growers' league rejects": of an unknown word, rather the subject than "the poor"
            tags.append(chosen)
            before, earlier = chosen, before
            if entry.finite == "|":
                clause = ""
            elif chosen in _MOVING:
                clause = advance(clause, entry, chosen)
        if not words or words[-1] not in _ENDS:
            return tags
        return _with_verb(words, entries, tags) if words[-1] == "." else _with_base_form(words, entries, tags)

    def knows(self, word: str) -> bool:
        """Return whether *word* was met often in what the tags were learned from: no typo was."""
        return self._lexicon.is_common(word)

    def _score(self, entries: Sequence[Entry], at: int, before: str, earlier: str, clause: str) -> int:
        """Return the sum of the rows of `contexts`."""
        left, entry, right = entries[at - 1], entries[at], entries[at + 1]
        own = entry.own.get(before)
        if own is None:
            own = entry.own[before] = self._beside(entry, before)
        state = before + clause + left.capital + "+" + right.capital
        alike = entry.alike.get(state)
        if alike is None:
            keys = _sorted(entry.kind, entry.endings[-1], entry.capital, before, clause, left.capital, right.capital)
            alike = entry.alike[state] = sum(map(self._get, self._sorted, keys, _NONES))
        beside = right.right.get(before)
        if beside is None:
            beside = right.right[before] = sum(map(self._get, self._right, _right(right, before), _NONES))
        far_left, far_right, kind = entries[at - 2], entries[at + 2], right.kind
        behind = right.behind.get(far_right.kind)
        if behind is None:
            behind = right.behind[far_right.kind] = self._kind_pairs.get(kind + " " + far_right.kind, _NONE)
        ahead = entry.ahead.get(kind)
        if ahead is None:
            ahead = entry.ahead[kind] = self._kinds.get(entry.kind + " " + kind, _NONE)
        return (
            own
            + alike
            + beside
            + (left.around or self._around(left))[0]
            + (far_left.around or self._around(far_left))[1]
            + (far_right.around or self._around(far_right))[2]
            + self._tags.get(before + " " + earlier, _NONE)
            + behind
            + ahead
            + self._words.get(entry.key + " " + right.key, _NONE)
        )

    def _beside(self, entry: Entry, before: str) -> int:
        """Return the sum of what the word tells alone, which is the same whatever stands before it, and with the tag before."""
        alone = entry.alone
        if alone is None:
            alone = entry.alone = sum(map(self._get, self._own, (entry.key, entry.kind, *entry.endings), _NONES))
        get, (alike, with_kind, with_key) = self._get, self._own[-3:]
        return (
            alone
            + get(alike, before, _NONE)
            + get(with_kind, before + " " + entry.kind, _NONE)
            + get(with_key, before + " " + entry.key, _NONE)
        )

    def _around(self, entry: Entry) -> tuple[int, int, int]:
        key = entry.key
        entry.around = self._left.get(key, _NONE), self._far_left.get(key, _NONE), self._far_right.get(key, _NONE)
        return entry.around


def _with_verb(words: Sequence[str], entries: Sequence[Entry], tags: list[str]) -> list[str]:
    """Return *tags*, with a finite verb in the main clause of a full sentence that otherwise has none.

    "Police detained at least 60 people.": nothing near the verb tells, but no sentence that ends in a full stop goes without one.
    Only the clause before the first subordinate one is looked at, and only if the others leave no finite verb over for it.
    """
    openers = [at for at, tag in enumerate(tags) if tag == "SCONJ" or (tag in _RELATIVE_TAGS and words[at].lower() in _RELATIVE)]
    if tags.count("VERB") + tags.count("AUX") > len(openers):
        return tags
    end = openers[0] if openers else len(tags) - 1
    main = tags[:end]
    if "VERB" in main or "AUX" in main or any(tag == "VB" and before != "PART" for before, tag in pairwise(["", *main])):
        return tags
    found = [at for at in range(1, end) if _may_be_finite(entries[at + 2], tags[at]) and words[at + 1] != "by"]
    for sort in (_SUBJECTS, {"PUNCT"}, {"ADV"}):  # "The bridge, closed since 2019, reopened."; "Trains running late doubled to 412."
        for at in reversed(found):
            if tags[at - 1] in sort and (tags[at - 1] != "ADV" or tags[at + 1] in _AFTER_VERBS):
                return [*tags[:at], "VERB", *tags[at + 1 :]]
    return tags


def _with_base_form(words: Sequence[str], entries: Sequence[Entry], tags: list[str]) -> list[str]:
    """Return *tags*, with "do" an auxiliary before the base form that it waits for: "How much does a cubic metre cost?".

    Treebanks have few questions, so that the verb at the end of one is taken for one more noun.
    """
    do = next((at for at, word in enumerate(words) if word.lower() in _DO and tags[at] in {"VERB", "AUX"}), len(tags))
    after = tags[do + 1 :]
    if "VB" in after:
        return [*tags[:do], "AUX", *after]
    for at in range(len(tags) - 2, do + 1, -1):
        subject = tags[at - 1] in _SUBJECTS or words[at - 1][0].isupper()
        if subject and tags[at] in {"NOUN", "ADJ", "VERB"} and VB in entries[at + 2].tags:
            return [*tags[:do], "AUX", *tags[do + 1 : at], "VB", *tags[at + 1 :]]
    return tags


def _may_be_finite(entry: Entry, tag: str) -> bool:
    return tag == "VBN" or (tag == "NOUN" and entry.finite == "V")


_SUBJECTS = frozenset({"NOUN", "NOUNS", "PROPN"})
_FINITE = frozenset({"VERB", "AUX"})
_DETERMINERS = frozenset({"DET", "PART", "ADJ"})
_ENDS = frozenset({".", "?"})
_DO = frozenset({"do", "does", "did"})
_AFTER_VERBS = frozenset({"ADP", "DET", "NUM", "PRON"})
_RELATIVE_TAGS = frozenset({"PRON", "ADV"})
_RELATIVE = frozenset("who which whom whose where when what that".split())
_LANES = Struct(f">{len(TAGS)}H")
_SHIFTS = tuple(16 * at for at in reversed(range(len(TAGS))))
_LANE = 0xFFFF
_NONE = int.from_bytes(b"\0\x80" * len(TAGS))
_NONES = (_NONE,) * TEMPLATES


class _WrittenRows:
    """The rows of one template as the file has them: to find a few, searching that text is quicker than reading it into a dict."""

    def __init__(self, keys: bytes, weights: bytes) -> None:
        self._keys = b"\t%b\t" % keys if keys else b""
        self._weights = weights

    def get(self, key: str, default: int) -> int:
        """Return the row of *key*, else *default*."""
        at = self._keys.find(b"\t%b\t" % key.encode("utf-8", "surrogatepass"))
        if at < 0:
            return default
        row = self._keys.count(b"\t", 0, at) * len(TAGS)
        return next(_rows(self._weights[row : row + len(TAGS)]))

    def read(self) -> dict[str, int]:
        """Return the rows by their keys."""
        return dict(zip(self._keys.decode()[1:-1].split("\t"), _rows(self._weights), strict=True)) if self._keys else {}


def _rows(weights: bytes) -> Iterator[int]:
    """Yield a row for each of the tags' *weights*."""
    lanes = bytearray(2 * len(weights))
    lanes[1::2] = weights
    return map(int.from_bytes, map(itemgetter(0), iter_unpack(f"{_LANES.size}s", lanes)))


@cache
def english() -> Tagger:
    """Return the tagger for English; its weights are read once."""
    return read(WEIGHTS)


def read(path: Path) -> Tagger:
    """Return the tagger whose weights stand in the file *path*."""
    with path.open("rb") as file:
        header = json.loads(file.readline())
        lines = file.read(header["text"]).split(b"\n")
        weights = file.read()
    tables: list[_WrittenRows] = []
    begin = 0
    for line in lines[header["classes"] :]:
        end = begin + len(TAGS) * (line.count(b"\t") + 1 if line else 0)
        tables.append(_WrittenRows(line, weights[begin:end]))
        begin = end
    return Tagger(Lexicon(WrittenWords(lines[: header["classes"]])), tables)
