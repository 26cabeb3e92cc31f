"""Which words mean the same: concepts, their words in one language, and what kind of word each is.

A *concept* is an id that English and Russian share: "refuse", "request", "person"; an entity "@RU" (ISO 3166); a group "@european".
Word knowledge stands in ``data/*.toml`` and ``data/<language>/*.toml``; ``tools/make_lexicon.py`` inflects every word and writes
``data/<language>/lexicon.json``, which is what is loaded here (reading the TOML and asking the morphology takes seconds, the JSON 10 ms).

In that file a form is a prefix and an ending: ``prefixes`` maps a prefix to [paradigm, word] pairs, a paradigm lists endings, ``phrases``
holds for each first word the phrases that open with it, the longest first. So every form is known exactly, and none by its stem alone
("important" is no form of "import", as its stem would have it).
"""

import json
import tomllib
from collections.abc import Sequence
from enum import IntFlag
from functools import cache
from importlib.resources import files
from pathlib import Path
from typing import NamedTuple, NotRequired, TypedDict

from qa_bot.errors import ConfigError
from qa_bot.text.analysis import stem
from qa_bot.text.tokens import Token, fold, tokenize

MAX_KNOWN = 100_000  # surface forms remembered; far above the vocabulary of a book, and a bound for text that is noise


class Kinds(IntFlag):
    """What a word is for. A concept has the kinds of all its words, a mention those of its own form."""

    NONE = 0
    VERBAL = 1  # a verb form
    NOMINAL = 2
    ADJECTIVAL = 4
    ACTION = 8
    UNIT = 16  # a thing that is counted: persons, requests, cars
    QUANTITY = 32  # a unit of measure: kilometres, tonnes, hours
    ENTITY = 64  # a state or territory, by name, demonym or adjective
    GROUP = 128  # a group of entities: Western, European, foreign
    CAPITAL = 256  # of an entity, whose concept the mention has; it stands for its state when it acts
    CAUSE = 512  # a cue that a reason follows: "because of", "on ... grounds"
    REASON = 1024  # a class of reasons: political, medical
    REPORT = 2048  # a verb that reports: said, noted
    SOURCE = 4096  # a cue that a source follows: "according to"
    SPEAKER = 8192  # a noun for a speaker named elsewhere: department, official
    ORGANISATION = 16384  # the head word of an organisation's name: Ministry, Court
    TITLE = 32768  # Dr, President
    CARRIER = 65536  # counts without a sort: number, total
    DETERMINER = 1 << 17
    QUANTIFIER = 1 << 18
    PRONOUN = 1 << 19
    PARTITIVE = 1 << 20  # "of which", "including"
    DISTRIBUTIVE = 1 << 21  # "each", "apiece"
    NEGATOR = 1 << 22
    FOCUS = 1 << 23  # only, already
    RELATION = 1 << 24  # to, from, in, by
    PEOPLE = 1 << 25  # persons of an entity or group: "Russians", "a Swiss"


class Mention(NamedTuple):
    """Tokens ``first:last`` (half-open) name *concept*; *kinds* are those of the form that was written."""

    first: int
    last: int
    concept: str
    kinds: Kinds


class Action(NamedTuple):
    """*polarity* is -1 for what goes down or is refused, 1 for what goes up or is granted, else 0; *done* is its wording ("refused")."""

    polarity: int
    opposites: tuple[str, ...]
    done: str


class _Concept(TypedDict):
    kinds: int
    words: list[str]
    broader: NotRequired[list[str]]
    polarity: NotRequired[int]
    opposites: NotRequired[list[str]]
    done: NotRequired[str]
    symbol: NotRequired[str]


class _Compiled(TypedDict):
    paradigms: list[str]
    prefixes: dict[str, list[list[int]]]
    phrases: list[list[tuple[list[int], str, int, str]]]
    concepts: dict[str, _Concept]


class _Phrase(NamedTuple):
    rest: tuple[int, ...]  # the words after the first
    concept: str
    kinds: Kinds
    cased: str  # the surface it must be written as, or ""


class Lexicon:
    """The concepts of one language."""

    def __init__(self, language: str, compiled: _Compiled) -> None:
        self.language = language
        self._paradigms = [frozenset(endings.split("|")) for endings in compiled["paradigms"]]
        self._prefixes = compiled["prefixes"]
        self._phrases = [[_Phrase(tuple(p[0]), p[1], Kinds(p[2]), p[3]) for p in phrases] for phrases in compiled["phrases"]]
        self._concepts = compiled["concepts"]
        self._known: dict[str, tuple[int, ...]] = {}
        self._extra: dict[str, int] = {}  # stems of a corpus's own words

    def mentions(self, tokens: Sequence[Token], tags: Sequence[str] | None = None, *, cased: bool = True) -> list[Mention]:
        """Return what *tokens* name, left to right, the longest phrase first, none overlapping.

        Where one form has several concepts ("states", "rose"), part-of-speech *tags* choose; a form that is only a verb's is then no
        mention where it is tagged a noun. With ``cased=False`` "turkey" and "us" may be countries: for text without capitals.
        """
        found: list[Mention] = []
        known = self._known
        at, count = 0, len(tokens)
        while at < count:
            words = known.get(tokens[at].lower)
            if words is None:
                words = self._words(tokens[at].lower)
            phrase = self._longest(tokens, at, words, tags[at] if tags else "", cased) if words else None
            if phrase is None:
                at += 1
                continue
            last = at + 1 + len(phrase.rest)
            found.append(Mention(at, last, phrase.concept, phrase.kinds))
            at = last
        return found

    def concept(self, word: str) -> str:
        """Return the concept of the single word *word*, or its stem if no lexicon lists it."""
        words = self._words(fold(word))
        phrase = self._longest([Token(word, 0, len(word), fold(word))], 0, words, "", True) if words else None
        if phrase is not None:
            return phrase.concept
        return stem(fold(word))

    def kinds(self, concept: str) -> Kinds:
        """Return the kinds of all words of *concept*."""
        record = self._concepts.get(concept)
        return Kinds(record["kinds"]) if record else Kinds.NONE

    def action(self, concept: str) -> Action | None:
        """Return what is known of the action *concept*, or None if it is none."""
        record = self._concepts.get(concept)
        if record is None or "done" not in record:
            return None
        return Action(record.get("polarity", 0), tuple(record.get("opposites", ())), record["done"])

    def is_unit(self, concept: str) -> bool:
        """Return whether *concept* is a thing that is counted or a unit of measure."""
        return bool(self.kinds(concept) & (Kinds.UNIT | Kinds.QUANTITY))

    def symbol(self, concept: str) -> str:
        """Return the symbol of a unit of measure ("km"), else ""."""
        record = self._concepts.get(concept)
        return record.get("symbol", "") if record else ""

    def broader(self, concept: str) -> tuple[str, ...]:
        """Return the concepts that *concept* is a sort of, nearest first."""
        record = self._concepts.get(concept)
        return tuple(record.get("broader", ())) if record else ()

    def words(self, concept: str) -> tuple[str, ...]:
        """Return the words for *concept* as a dictionary lists them; the first is for display. Empty if it is not listed."""
        record = self._concepts.get(concept)
        return tuple(record["words"]) if record else ()

    def with_extra(self, path: Path) -> "Lexicon":
        """Return this lexicon with the synonyms of a corpus's own file: ``[concept]`` and ``words = [...]``. Raises ConfigError."""
        grown = Lexicon(self.language, {"paradigms": [], "prefixes": self._prefixes, "phrases": [], "concepts": dict(self._concepts)})
        grown._paradigms = self._paradigms
        grown._phrases = [list(phrases) for phrases in self._phrases]
        grown._extra = dict(self._extra)
        for concept, extra in _read_extra(path).items():
            grown._learn(concept, extra.words, extra.broader)
        return grown

    def _learn(self, concept: str, words: tuple[str, ...], broader: tuple[str, ...]) -> None:
        record = self._concepts.get(concept, {"kinds": int(Kinds.NOMINAL), "words": []})
        above = [*broader, *(wider for concept in broader for wider in self.broader(concept)), *record.get("broader", ())]
        grown: _Concept = {**record, "words": list(dict.fromkeys([*record["words"], *words]))}
        if above:
            grown["broader"] = list(dict.fromkeys(above))
        self._concepts[concept] = grown
        for word in words:
            first, *rest = [self._extra_word(token.lower) for token in tokenize(word)]
            self._phrases[first].append(_Phrase(tuple(rest), concept, Kinds(record["kinds"]), ""))
            self._phrases[first].sort(key=lambda phrase: -len(phrase.rest))

    def _extra_word(self, lower: str) -> int:
        key = stem(lower)
        if key not in self._extra:
            self._extra[key] = len(self._phrases)
            self._phrases.append([])
        return self._extra[key]

    def _words(self, lower: str) -> tuple[int, ...]:
        """Return the ids of the words that *lower* is a form of."""
        found: list[int] = []
        for end in range(len(lower), -1, -1):
            for paradigm, word in self._prefixes.get(lower[:end], ()):
                if lower[end:] in self._paradigms[paradigm]:
                    found.append(word)
        found.sort()
        if self._extra:
            extra = self._extra.get(stem(lower))
            found = found if extra is None else [extra, *found]
        if len(self._known) >= MAX_KNOWN:
            self._known.clear()
        known = self._known[lower] = tuple(found)
        return known

    def _longest(self, tokens: Sequence[Token], at: int, words: tuple[int, ...], tag: str, cased: bool) -> _Phrase | None:
        best: _Phrase | None = None
        best_rank = (0, 0)
        for word in words:
            for phrase in self._phrases[word]:
                length = len(phrase.rest)
                if best is not None and length < best_rank[0]:
                    break
                if phrase.cased and cased and not _written(phrase.cased, tokens, at, length):
                    continue
                if length and not self._follows(tokens, at + 1, phrase.rest):
                    continue
                suits = 1 if length or not tag else _suits(phrase.kinds, tag)
                if suits and (best is None or (length, suits) > best_rank):
                    best, best_rank = phrase, (length, suits)
        return best

    def _follows(self, tokens: Sequence[Token], at: int, rest: tuple[int, ...]) -> bool:
        if at + len(rest) > len(tokens):
            return False
        for offset, word in enumerate(rest):
            lower = tokens[at + offset].lower
            words = self._known.get(lower)
            if word not in (self._words(lower) if words is None else words):
                return False
        return True


def _written(cased: str, tokens: Sequence[Token], at: int, length: int) -> bool:
    """Return whether the phrase is written as *cased*; one with lower-case letters may also be all in capitals."""
    written = " ".join(token.surface for token in tokens[at : at + length + 1])
    if cased.isupper():
        return written == cased
    return written[:1].isupper() and cased[:1].isupper()


_FORMS = Kinds.VERBAL | Kinds.NOMINAL | Kinds.ADJECTIVAL


def _suits(kinds: Kinds, tag: str) -> int:
    """Return how well a form of *kinds* suits the part of speech *tag*: 0 not at all, 1 perhaps, 2 well."""
    forms = kinds & _FORMS
    if not forms:
        return 1
    if tag.startswith("V"):
        return 2 if forms & Kinds.VERBAL else 1
    if tag.startswith("NOUN"):
        return 2 if forms & Kinds.NOMINAL else int(forms != Kinds.VERBAL)
    if tag in ("ADJ", "PROPN"):
        return 2 if forms & Kinds.ADJECTIVAL else 1
    return 1


class _Extra(NamedTuple):
    words: tuple[str, ...]
    broader: tuple[str, ...]


def _read_extra(path: Path) -> dict[str, _Extra]:
    """Return the concepts of a corpus's own lexicon.toml. Raises ConfigError, which names the file and the key."""
    try:
        tables = tomllib.loads(path.read_text(encoding="utf-8"))
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError) as exc:
        raise ConfigError(f"{path}: cannot be read as TOML: {exc}") from exc
    found: dict[str, _Extra] = {}
    for concept, table in tables.items():
        if not isinstance(table, dict):
            raise ConfigError(f"{path}: {concept}: write a table, [{concept}] with words = [...]")
        for key, value in table.items():
            if key not in ("words", "broader"):
                raise ConfigError(f"{path}: {concept}.{key}: unknown key; known are words and broader")
            if not isinstance(value, list) or not all(isinstance(word, str) and word.strip() for word in value):
                raise ConfigError(f"{path}: {concept}.{key}: write a list of words, none of them empty")
        if not table.get("words"):
            raise ConfigError(f"{path}: {concept}: words = [...] is missing or empty")
        found[concept] = _Extra(tuple(table["words"]), tuple(table.get("broader", ())))
    return found


@cache
def lexicon(language: str) -> Lexicon:
    """Return the lexicon of *language*, "en" or "ru"; loaded once."""
    compiled: _Compiled = json.loads(files("qa_bot.text").joinpath("data", language, "lexicon.json").read_bytes())
    return Lexicon(language, compiled)
