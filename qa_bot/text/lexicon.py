"""Which words mean the same: concepts, their words in one language, and what kind of word each is.

A *concept* is an id that English and Russian share: "refuse", "request", "person"; an entity "@RU" (ISO 3166); a group "@european".
Word knowledge stands in ``data/*.toml`` and ``data/<language>/*.toml``; ``tools/make_lexicon.py`` inflects every word and writes
``data/<language>/lexicon.txt``, which is what is loaded here. Every form is known exactly, and none by its stem alone: "important" is no
form of "import", as its stem would have it.

That file has four parts, of lines, parted by an empty line: paradigms (endings parted by "|"); prefixes (a prefix, a tab, and
"paradigm:word" pairs: the prefix with an ending of the paradigm is a form of the word); for each word the phrases that open with it, the
longest first; the concepts. A line is taken apart when it is first asked for, since most never are: that loads in 3 ms, the TOML in 200.
"""

import tomllib
from collections.abc import Iterable, Sequence
from copy import copy
from enum import IntFlag
from functools import cache, cached_property
from pathlib import Path
from typing import NamedTuple

from qa_bot.errors import ConfigError
from qa_bot.text.analysis import stem
from qa_bot.text.tokens import Token, fold, tokenize
from qa_bot.text.wordlists import DATA

MAX_KNOWN = 100_000  # surface forms remembered; far above the vocabulary of a book, and a bound for text that is noise


class Kinds(IntFlag):
    """What a word is for. A concept has the kinds of all its words, a mention those of its own form."""

    NONE = 0
    VERBAL = 1 << 0  # a verb form
    NOMINAL = 1 << 1
    ADJECTIVAL = 1 << 2
    ACTION = 1 << 3
    UNIT = 1 << 4  # a thing that is counted: persons, requests, cars
    QUANTITY = 1 << 5  # a unit of measure: kilometres, tonnes, hours
    ENTITY = 1 << 6  # a state or territory, by name, demonym or adjective
    GROUP = 1 << 7  # a group of entities: Western, European, foreign
    CAPITAL = 1 << 8  # of an entity, whose concept the mention has; it stands for its state when it acts
    PEOPLE = 1 << 9  # persons of an entity or group: "Russians", "a Swiss"
    CAUSE = 1 << 10  # a cue that a reason follows: "because of", "on ... grounds"
    REASON = 1 << 11  # a class of reasons: political, medical
    REPORT = 1 << 12  # a verb that reports: said, noted
    SOURCE = 1 << 13  # a cue that a source follows: "according to"
    SPEAKER = 1 << 14  # a noun for a speaker named elsewhere: department, official
    ORGANISATION = 1 << 15  # the head word of an organisation's name: Ministry, Court
    TITLE = 1 << 16  # Dr, President
    CARRIER = 1 << 17  # counts without a sort: number, total
    DETERMINER = 1 << 18
    QUANTIFIER = 1 << 19
    PRONOUN = 1 << 20
    PARTITIVE = 1 << 21  # "of which", "including"
    DISTRIBUTIVE = 1 << 22  # "each", "apiece"
    NEGATOR = 1 << 23
    FOCUS = 1 << 24  # only, already
    RELATION = 1 << 25  # to, from, in, by

    def __and__(self, other: int) -> int:  # type: ignore[override]
        """Return the common bits as a number: that of IntFlag makes a member of them, which took 4 % of the time of indexing."""
        return int.__and__(self, other)


# Plain numbers for the loop over tokens, where flags are slow.
_VERBAL, _NOMINAL, _ADJECTIVAL = int(Kinds.VERBAL), int(Kinds.NOMINAL), int(Kinds.ADJECTIVAL)
_FORMS = _VERBAL | _NOMINAL | _ADJECTIVAL


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


class _Concept(NamedTuple):
    kinds: Kinds = Kinds.NONE
    words: tuple[str, ...] = ()
    broader: tuple[str, ...] = ()
    polarity: int = 0
    opposites: tuple[str, ...] = ()
    done: str = ""
    symbol: str = ""


class _Phrase(NamedTuple):
    rest: tuple[int, ...]  # the words that follow the first
    width: int  # how many of its words the mention has; the others must only stand there: "issue (a visa)"
    concept: str
    kinds: Kinds
    cased: str  # the surface it must be written as, or ""
    order: int  # in the files: of two that fit as well, the earlier counts


_BEFORE_NOUN = (["NOUN"], ["NOUNS"], ["ADJ"], ["PROPN"], ["VBN"], ["VBG"])
_UNLISTED = _Phrase((), 0, "", Kinds.NONE, "", 0)
_SEVERAL = _Phrase((), -1, "", Kinds.NONE, "", 0)


class Lexicon:
    """The concepts of one language."""

    def __init__(self, language: str, compiled: str) -> None:
        self.language = language
        self._parts = compiled.rstrip("\n").split("\n\n")
        self._phrases: dict[int, list[_Phrase]] = {}
        self._concepts: dict[str, _Concept] = {}
        self._known: dict[str, tuple[int, ...]] = {}
        self._readings: dict[str, _Phrase] = {}
        self._seconds: dict[str, frozenset[int]] = {}
        self._alone: dict[tuple[str, str, bool], _Phrase | None] = {}
        self._openers: dict[int, dict[str, list[tuple[int, ...]]]] = {}
        self._extra: dict[str, int] = {}  # stems of a corpus's own words

    # Of a language in which nothing is written only the concepts are asked for, if that: each part is taken apart when it is needed.
    @cached_property
    def _paradigms(self) -> list[list[str]]:
        return [endings.replace("-", "").split("|") for endings in self._parts[0].split("\n")]  # "-" stands for an empty line

    @cached_property
    def _prefixes(self) -> dict[str, str]:
        return dict(line.split("\t") for line in self._parts[1].split("\n"))

    @cached_property
    def _phrase_lines(self) -> list[str]:
        return self._parts[2].split("\n")

    @cached_property
    def _concept_lines(self) -> dict[str, str]:
        return dict(line.split("\t", 1) for line in self._parts[3].split("\n"))

    def mentions(self, tokens: Sequence[Token], tags: Sequence[str] | None = None, *, cased: bool = True) -> list[Mention]:
        """Return what *tokens* name, left to right, the longest phrase first, none overlapping.

        Where one form has several concepts ("states", "rose"), part-of-speech *tags* choose; a form that is only a verb's is then no
        mention where it is tagged a noun. With ``cased=False`` "turkey" and "us" may be countries: for text without capitals.
        """
        found: list[Mention] = []
        readings = self._readings
        at, count = 0, len(tokens)
        while at < count:
            lower = tokens[at].lower
            phrase: _Phrase | None = readings.get(lower) or self._reading(lower)
            if phrase is _SEVERAL:
                phrase = self._longest(tokens, at, self._words(lower), self._tag(tags, at) if tags else "", cased)
            if phrase is None or phrase is _UNLISTED:
                at += 1
                continue
            found.append(Mention(at, at + phrase.width, phrase.concept, phrase.kinds))
            at += phrase.width
        return found

    def opening(self, tokens: Sequence[Token], tags: Sequence[str] | None = None) -> Mention | None:
        """Return what the first of *tokens* names, alone or with those that follow: the first of their `mentions`, if it opens them."""
        if not tokens:
            return None
        lower = tokens[0].lower
        phrase: _Phrase | None = self._readings.get(lower) or self._reading(lower)
        if phrase is _SEVERAL:
            phrase = self._longest(tokens, 0, self._words(lower), self._tag(tags, 0) if tags else "", cased=True)
        return None if phrase is None or phrase is _UNLISTED else Mention(0, phrase.width, phrase.concept, phrase.kinds)

    def may_name(self, tokens: Sequence[Token], kinds: int) -> bool:
        """Return whether *tokens* may have a mention of any of *kinds*, however they are tagged: where none may, no tags are needed."""
        openers = self._openers.get(kinds)
        if openers is None:
            openers = self._openers[kinds] = {}
        for at, token in enumerate(tokens):
            rests = openers.get(token.lower)
            if rests is None:
                if len(openers) >= MAX_KNOWN:
                    openers.clear()
                phrases = [phrase for word in self._words(token.lower) for phrase in self._opening(word)]
                rests = openers[token.lower] = [phrase.rest for phrase in phrases if phrase.kinds._value_ & kinds]
            for rest in rests:
                if self._follows(tokens, at + 1, rest):
                    return True
        return False

    def concept(self, word: str) -> str:
        """Return the concept of the single word *word*, or its stem if no lexicon lists it."""
        words = self._words(fold(word))
        phrase = self._longest([Token(word, 0, len(word), fold(word))], 0, words, "", True) if words else None
        return stem(fold(word)) if phrase is None else phrase.concept

    def kinds(self, concept: str) -> Kinds:
        """Return the kinds of all words of *concept*."""
        return self._concept(concept).kinds

    def opens(self, word: str) -> Kinds:
        """Return the kinds of all that may begin with the form *word*, alone or as the first of several."""
        found = 0
        for known in self._words(fold(word)):
            for phrase in self._opening(known):
                found |= phrase.kinds._value_
        return Kinds(found)

    def action(self, concept: str) -> Action | None:
        """Return what is known of the action *concept*, or None if it is none."""
        known = self._concept(concept)
        return Action(known.polarity, known.opposites, known.done) if known.done else None

    def is_unit(self, concept: str) -> bool:
        """Return whether *concept* is a thing that is counted or a unit of measure."""
        return bool(self.kinds(concept) & (Kinds.UNIT | Kinds.QUANTITY))

    def symbol(self, concept: str) -> str:
        """Return the symbol of a unit of measure ("km"), else ""."""
        return self._concept(concept).symbol

    def broader(self, concept: str) -> tuple[str, ...]:
        """Return the concepts that *concept* is a sort of, nearest first."""
        return self._concept(concept).broader

    def words(self, concept: str) -> tuple[str, ...]:
        """Return the words for *concept* as a dictionary lists them; the first is for display. Empty if it is not listed."""
        return self._concept(concept).words

    def with_extra(self, path: Path) -> "Lexicon":
        """Return this lexicon with the synonyms of a corpus's own file: ``[concept]`` and ``words = [...]``. Raises ConfigError."""
        extras = _read_extra(path)
        grown = copy(self)
        grown._phrases, grown._concepts, grown._extra = dict(self._phrases), dict(self._concepts), dict(self._extra)
        grown._known, grown._readings, grown._seconds, grown._alone, grown._openers = {}, {}, {}, {}, {}
        grown._phrase_lines = list(self._phrase_lines)
        for concept, (words, broader) in extras.items():
            grown._learn(concept, words, broader)
        return grown

    def _learn(self, concept: str, words: tuple[str, ...], broader: tuple[str, ...]) -> None:
        known = self._concept(concept)
        above = [*broader, *(wider for nearer in broader for wider in self.broader(nearer)), *known.broader]
        kinds = known.kinds or Kinds.NOMINAL
        self._concepts[concept] = known._replace(kinds=kinds, words=_unique(known.words + words), broader=_unique(above))
        for word in words:
            first, *rest = [self._extra_word(token.lower) for token in tokenize(word)]
            phrases = [*self._opening(first), _Phrase(tuple(rest), 1 + len(rest), concept, kinds, "", -1)]
            self._phrases[first] = sorted(phrases, key=lambda phrase: -len(phrase.rest))

    def _extra_word(self, lower: str) -> int:
        key = stem(lower)
        if key not in self._extra:
            self._extra[key] = len(self._phrase_lines)
            self._phrase_lines.append("-")
        return self._extra[key]

    def _concept(self, concept: str) -> _Concept:
        known = self._concepts.get(concept)
        if known is None:
            line = self._concept_lines.get(concept)
            if line is None:
                return _Concept()
            known = self._concepts[concept] = _parse_concept(line)
        return known

    def _opening(self, word: int) -> list[_Phrase]:
        """Return the phrases that open with *word*, the longest first."""
        known = self._phrases.get(word)
        if known is None:
            line = self._phrase_lines[word]
            known = self._phrases[word] = [_parse_phrase(phrase) for phrase in line.split("\t")] if line != "-" else []
        return known

    def _reading(self, lower: str) -> _Phrase:
        """Return what *lower* is whatever stands around it, or _SEVERAL, or _UNLISTED."""
        phrases = [phrase for word in self._words(lower) for phrase in self._opening(word)]
        if not phrases:
            reading = _UNLISTED
        elif len(phrases) == 1 and not phrases[0].rest and not phrases[0].cased and phrases[0].kinds & _FORMS != _VERBAL:
            reading = phrases[0]
        else:
            reading = _SEVERAL
        if len(self._readings) >= MAX_KNOWN:
            self._readings.clear()
        self._readings[lower] = reading
        return reading

    def _words(self, lower: str) -> tuple[int, ...]:
        """Return the ids of the words that *lower* is a form of; a corpus's own first."""
        known = self._known.get(lower)
        if known is not None:
            return known
        found: list[int] = []
        for end in range(len(lower), -1, -1):
            pairs = self._prefixes.get(lower[:end])
            if pairs is not None:
                for pair in pairs.split(" "):
                    paradigm, _, word = pair.partition(":")
                    if lower[end:] in self._paradigms[int(paradigm)]:
                        found.append(int(word))
        found.sort()
        if self._extra:
            extra = self._extra.get(stem(lower))
            found = found if extra is None else [extra, *found]
        if len(self._known) >= MAX_KNOWN:
            self._known.clear()
        known = self._known[lower] = tuple(found)
        return known

    def _longest(self, tokens: Sequence[Token], at: int, words: tuple[int, ...], tag: str, cased: bool) -> _Phrase | None:
        """Return the phrase that opens at token *at*; mostly none of several words can, and what a word is alone is kept."""
        following = self._words(tokens[at + 1].lower) if at + 1 < len(tokens) else ()
        token = tokens[at]
        seconds = self._seconds.get(token.lower)
        if seconds is None:
            if len(self._seconds) >= MAX_KNOWN:
                self._seconds.clear()
            seconds = frozenset(phrase.rest[0] for word in words for phrase in self._opening(word) if phrase.rest)
            self._seconds[token.lower] = seconds
        if not seconds.isdisjoint(following):
            return self._best(tokens, at, words, tag, cased, following)
        key = token.surface, tag, cased
        if key not in self._alone:
            if len(self._alone) >= MAX_KNOWN:
                self._alone.clear()
            self._alone[key] = self._best(tokens, at, words, tag, cased, ())
        return self._alone[key]

    def _best(
        self, tokens: Sequence[Token], at: int, words: tuple[int, ...], tag: str, cased: bool, following: tuple[int, ...]
    ) -> _Phrase | None:
        best: _Phrase | None = None
        best_rank = (0, False, 0, 0)
        for word in words:
            for phrase in self._opening(word):
                length = len(phrase.rest)
                if length and (phrase.rest[0] not in following or not self._follows(tokens, at + 1, phrase.rest)):
                    continue
                if length < best_rank[0]:
                    break
                if phrase.cased and cased and not _written(phrase.cased, tokens, at, phrase.width):
                    continue
                suits = _suits(phrase.kinds._value_, tag) if phrase.width == 1 else 1
                rank = (length, phrase.cased != "", suits, -phrase.order)
                if best is not None and rank[:3] == best_rank[:3] and phrase.concept == best.concept:
                    best = best._replace(kinds=best.kinds | phrase.kinds)
                elif suits and (best is None or rank > best_rank):
                    best, best_rank = phrase, rank
        return best

    def _tag(self, tags: Sequence[str], at: int) -> str:
        """Return the tag of a token; that of a Russian participle with no noun behind it is "" ("двое из погибших": a noun comes first)."""
        tag = tags[at]
        if tag in ("VBN", "VBG") and self.language == "ru" and tags[at + 1 : at + 2] not in _BEFORE_NOUN:
            return ""
        return tag

    def _follows(self, tokens: Sequence[Token], at: int, rest: tuple[int, ...]) -> bool:
        if at + len(rest) > len(tokens):
            return False
        return all(word in self._words(tokens[at + offset].lower) for offset, word in enumerate(rest))


def _written(cased: str, tokens: Sequence[Token], at: int, width: int) -> bool:
    """Return whether the phrase is written as *cased*: "US" exactly, "Turkey" with its capital or all in capitals."""
    if cased.isupper():
        return " ".join(token.surface for token in tokens[at : at + width]) == cased
    return tokens[at].surface[0].isupper()


def _suits(kinds: int, tag: str) -> int:
    """Return how well a form of *kinds* suits the part of speech *tag*: 0 not at all, 1 perhaps, 2 well; untagged, nouns come first.

    Words without inflection ("including", "km") suit any.
    """
    forms = kinds & _FORMS
    if not forms:
        return 2
    if not tag:
        return 2 if forms & _NOMINAL else 1
    if tag[0] == "V":
        return 2 if forms & _VERBAL else 1
    if tag[:4] == "NOUN":
        return 2 if forms & _NOMINAL else int(forms != _VERBAL)
    if tag in ("ADJ", "PROPN"):
        return 2 if forms & _ADJECTIVAL else 1
    return 1


def _parse_phrase(line: str) -> _Phrase:
    rest, width, concept, kinds, cased, order = line.split("|")
    return _Phrase(tuple(int(word) for word in rest.split()), int(width), concept, Kinds(int(kinds)), cased, int(order))


def _parse_concept(line: str) -> _Concept:
    kinds, words, broader, polarity, opposites, done, symbol = line.split("\t")
    return _Concept(Kinds(int(kinds)), _parts(words), _parts(broader), int(polarity), _parts(opposites), done, symbol)


def _parts(text: str) -> tuple[str, ...]:
    return tuple(text.split("|")) if text else ()


def _unique(words: Iterable[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(words))


def _read_extra(path: Path) -> dict[str, tuple[tuple[str, ...], tuple[str, ...]]]:
    """Return words and broader concepts by concept, from a corpus's own file. Raises ConfigError, which names the file and the key."""
    try:
        tables = tomllib.loads(path.read_text(encoding="utf-8"))
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError) as exc:
        raise ConfigError(f"{path}: cannot be read as TOML: {exc}") from exc
    found: dict[str, tuple[tuple[str, ...], tuple[str, ...]]] = {}
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
        found[concept] = (tuple(table["words"]), tuple(table.get("broader", ())))
    return found


@cache
def lexicon(language: str) -> Lexicon:
    """Return the lexicon of *language*, "en" or "ru"; loaded once."""
    return Lexicon(language, (DATA / language / "lexicon.txt").read_text(encoding="utf-8"))
