"""Which words mean the same: concepts, their words in one language, and what kind of word each is.

A *concept* is an id that English and Russian share: "refuse", "request", "person"; an entity "@RU" (ISO 3166); a group "@european".
Word knowledge stands in ``data/*.toml`` and ``data/<language>/*.toml``; ``tools/make_lexicon.py`` inflects every word and writes
``data/<language>/lexicon.txt``, which is what is loaded here. Every form is known exactly, and none by its stem alone: "important" is no
form of "import", as its stem would have it.

That file has four parts, of lines, parted by an empty line: paradigms (endings parted by "|"); prefixes (a prefix, a tab, and
"paradigm:word" pairs: the prefix with an ending of the paradigm is a form of the word); for each word the phrases that open with it, the
longest first; the concepts. A line is taken apart when it is first asked for, since most never are: that loads in 3 ms, the TOML in 200.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from contextvars import ContextVar
from copy import copy
from functools import cache, lru_cache, wraps
from typing import ParamSpec, TypeVar

from qa_bot.schema import Synonyms
from qa_bot.text.analysis import analyse, stem
from qa_bot.text.concepts import Action, Concept, Kinds, Mention, Phrase, parse_concept, parse_phrase
from qa_bot.text.families import common_stem, deed
from qa_bot.text.kept import kept
from qa_bot.text.lemmas import lemma
from qa_bot.text.spelling import american
from qa_bot.text.tokens import Token, fold, is_passing, tokenize
from qa_bot.text.wordlists import DATA, read_wordlists

__all__ = ["Action", "Kinds", "Lexicon", "Lexicons", "Mention", "lexicon", "lexicons_with", "remembered", "using"]

MAX_KNOWN = 30_000  # surface forms remembered, in each of a dozen places; a book has 20,000, and 100,000 files as many numbers as there are

OPENING = 3  # letters by which the prefixes of words are told apart

# Plain numbers for the loop over tokens, where flags are slow.
_VERBAL, _NOMINAL, _ADJECTIVAL = int(Kinds.VERBAL), int(Kinds.NOMINAL), int(Kinds.ADJECTIVAL)
_FORMS = _VERBAL | _NOMINAL | _ADJECTIVAL

_COUNTED = (Kinds.UNIT | Kinds.QUANTITY)._value_
_BY_FORM = Kinds.PEOPLE | Kinds.CAPITAL | Kinds.ADJECTIVAL  # what only some words of a state are: "Russians", "Moscow", "Russian"
_OF_GROUP = Kinds.ADJECTIVAL | Kinds.GROUP  # "Western", "European"
_INFLECTED = ("NOUNS", "VERB", "VBN", "VBG")
_BEFORE_NOUN = (["NOUN"], ["NOUNS"], ["ADJ"], ["PROPN"], ["VBN"], ["VBG"])
_UNLISTED = Phrase((), 0, "", Kinds.NONE, "", 0)
_SEVERAL = Phrase((), -1, "", Kinds.NONE, "", 0)


class Lexicon:
    """The concepts of one language."""

    def __init__(self, language: str, compiled: str) -> None:
        self.language = language
        self._parts = compiled.rstrip("\n").split("\n\n")
        self._phrases: dict[int, list[Phrase]] = {}
        self._concepts: dict[str, Concept] = {}
        self._known: dict[str, tuple[int, ...]] = {}
        self._readings: dict[str, Phrase] = {}
        self._seconds: dict[str, frozenset[int]] = {}
        self._alone: dict[tuple[str, str, bool], Phrase | None] = {}
        self._called: dict[str, str] = {}
        self._openers: dict[int, dict[str, list[tuple[int, ...]]]] = {}
        self._own: dict[str, int] = {}  # the corpus's own words, Russian ones by their stems

    # Of a language in which nothing is written only the concepts are asked for, if that: each part is taken apart when it is needed.
    @kept
    def _paradigms(self) -> list[list[str]]:
        return [endings.replace("-", "").split("|") for endings in self._parts[0].split("\n")]  # "-" stands for an empty line

    @kept
    def _prefixes(self) -> dict[str, str]:
        fields = iter(self._parts[1].replace("\n", "\t").split("\t"))  # two a line
        return dict(zip(fields, fields, strict=True))

    @kept
    def _longest_prefixes(self) -> dict[str, int]:
        """How long the longest prefix is that begins with so many letters: what is longer of a word need not be looked up."""
        longest: dict[str, int] = {}
        for prefix in self._prefixes:
            opening = prefix[:OPENING]
            if len(prefix) > longest.get(opening, 0):
                longest[opening] = len(prefix)
        return longest

    @kept
    def _phrase_lines(self) -> list[str]:
        return self._parts[2].split("\n")

    @kept
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
            lower = tokens[at][3]
            phrase: Phrase | None = readings.get(lower) or self._reading(lower)
            if phrase is _SEVERAL:
                phrase = self._longest(tokens, at, self._tag(tags, at) if tags else "", cased)
            if phrase is None or phrase is _UNLISTED:
                at += 1
                continue
            if phrase.kinds == _OF_GROUP and self._is_bearing(tokens, at):
                at += phrase.width
                continue
            found.append(Mention(at, at + phrase.width, phrase.concept, phrase.kinds))
            at += phrase.width
        return found

    @kept
    def _bearings(self) -> tuple[frozenset[str], frozenset[str]]:
        """Adjectives for a side of the compass that also name states, and nouns for what lies on one."""
        lists = read_wordlists(self.language, "bearings")
        return frozenset(lists["sides"].split("|")), frozenset(lists["places"].split("|"))

    def _is_bearing(self, tokens: Sequence[Token], at: int) -> bool:
        """Whether the adjective at *at* says only where something lies: "the Western sector", or "Western" alone, in a row of a table."""
        sides, places = self._bearings

        def is_one_of(lower: str, mark: str, held: frozenset[str]) -> bool:
            return lower in held or (self.language == "ru" and lemma(lower, mark, "ru") in held)

        if not is_one_of(tokens[at].lower, "ADJ", sides):
            return False
        return len(tokens) == 1 or (at + 1 < len(tokens) and is_one_of(tokens[at + 1].lower, "NOUN", places))

    def opening(self, tokens: Sequence[Token], tags: Sequence[str] | None = None) -> Mention | None:
        """Return what the first of *tokens* names, alone or with those that follow: the first of their `mentions`, if it opens them."""
        if not tokens:
            return None
        lower = tokens[0].lower
        phrase: Phrase | None = self._readings.get(lower) or self._reading(lower)
        if phrase is _SEVERAL:
            phrase = self._longest(tokens, 0, self._tag(tags, 0) if tags else "", cased=True)
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
                rests = [phrase.rest for phrase in phrases if phrase.kinds._value_ & kinds]
                if not is_passing(token.lower):
                    openers[token.lower] = rests
            for rest in rests:
                if self._follows(tokens, at + 1, rest):
                    return True
        return False

    def concept(self, word: str) -> str:
        """Return the concept of the single word *word*, or the stem of its family if no lexicon lists it."""
        known = self._called.get(word)
        if known is None:
            known = self._concept_of(word, fold(word))
            if len(self._called) >= MAX_KNOWN:
                self._called.clear()
            if not is_passing(word):
                self._called[word] = known
        return known

    def _concept_of(self, word: str, lower: str) -> str:
        phrase = self._longest([Token(word, 0, len(word), lower)], 0, "", True) if self._words(lower) else None
        if phrase is not None:
            return phrase.concept
        return self._family(lower) if _is_cyrillic(lower) else stem(lower)

    def _family(self, lower: str) -> str:
        """Return what the words of the family of an unlisted Russian word share: the stem of the verb, unless that is listed."""
        verb = deed(lower)
        return common_stem(lower) if verb is None or self._words(verb) else stem(verb)

    def senses(self, word: str) -> tuple[str, ...]:
        """Return all concepts that the single word *word* may name, whatever its part of speech; its stem if no lexicon lists it."""
        phrases = (phrase for known in self._words(fold(word)) for phrase in self._opening(known) if not phrase.rest)
        return _unique(phrase.concept for phrase in phrases) or (stem(fold(word)),)

    def kinds(self, concept: str) -> Kinds:
        """Return the kinds of all words of *concept*."""
        return self._concept(concept).kinds

    def opens(self, word: str) -> Kinds:
        """Return the kinds of all that may begin with the form *word*, alone or as the first of several."""
        return Kinds(self._opened(fold(word)))

    def may_open(self, lower: str, kinds: int) -> bool:
        """Return whether anything of any of *kinds* may begin with the folded form *lower*."""
        return bool(self._opened(lower) & kinds)

    def _opened(self, lower: str) -> int:
        found = 0
        for known in self._words(lower):
            for phrase in self._opening(known):
                found |= phrase.kinds._value_
        return found

    def action(self, concept: str) -> Action | None:
        """Return what is known of the action *concept*, or None if it is none."""
        known = self._concept(concept)
        return Action(known.polarity, known.opposites, known.done) if known.done else None

    def opposites(self, concept: str) -> tuple[str, ...]:
        """Return what is never the same thing as *concept* in an answer: of "open" what was closed."""
        return self._concept(concept).opposites

    def is_unit(self, concept: str) -> bool:
        """Return whether *concept* is a thing that is counted or a unit of measure."""
        return bool(self._concept(concept).kinds._value_ & _COUNTED)

    def symbol(self, concept: str) -> str:
        """Return the symbol of a unit of measure ("km"), else ""."""
        return self._concept(concept).symbol

    def broader(self, concept: str) -> tuple[str, ...]:
        """Return the concepts that *concept* is a sort of, nearest first."""
        return self._concept(concept).broader

    def words(self, concept: str) -> tuple[str, ...]:
        """Return the words for *concept* as a dictionary lists them; the first is for display. Empty if it is not listed."""
        return self._concept(concept).words

    def with_synonyms(self, synonyms: Iterable[Synonyms], ids: Mapping[str, str]) -> "Lexicon":
        """Return this lexicon with a corpus's own words. What a concept is called there may be its id or any word for it.

        *ids* are those of concepts that are called by a word of either language.
        """
        grown = copy(self)
        grown._phrases, grown._concepts, grown._own = dict(self._phrases), dict(self._concepts), dict(self._own)
        grown._forget()
        grown._phrase_lines = list(self._phrase_lines)
        for each in synonyms:
            grown._learn(each, ids)
        grown._forget()
        return grown

    def _forget(self) -> None:
        """Start anew what is remembered of forms."""
        self._known, self._readings, self._seconds, self._alone, self._openers, self._called = {}, {}, {}, {}, {}, {}

    def _learn(self, own: Synonyms, ids: Mapping[str, str]) -> None:
        concept = ids.get(own.concept) or self._id(own.concept)
        known = self._concept(concept)
        words = own.words if known.words else (own.concept, *own.words)
        broader = tuple(ids.get(wider) or self._id(wider) for wider in own.broader)
        above = (*broader, *(wider for nearer in broader for wider in self.broader(nearer)), *known.broader)
        kinds = Kinds(known.kinds & ~int(_BY_FORM)) or Kinds.NOMINAL
        self._concepts[concept] = known._replace(kinds=known.kinds or kinds, words=self._shown(known.words, words), broader=_unique(above))
        for word in words:
            tokens = tokenize(word)
            cased = word if word.isupper() and self._is_common(tokens[0].lower) else ""
            first, *rest = [self._own_word(token.lower) for token in tokens]
            phrases = [*self._opening(first), Phrase(tuple(rest), 1 + len(rest), concept, kinds, cased, -1)]
            self._phrases[first] = sorted(phrases, key=lambda phrase: -len(phrase.rest))
        self._forget()

    def _id(self, name: str) -> str:
        """Return the id of the concept that a corpus calls *name*; one that no lexicon lists is called so, too."""
        return self.concept_called(name) or "-".join(fold(name).split())

    def concept_called(self, name: str) -> str | None:
        """Return the id of the listed concept that *name* is the id of or a word for, None if there is none."""
        if self._concept(name).words:
            return name
        tokens = tokenize(name)
        found = self.mentions(tokens)
        if len(found) == 1 and (found[0].first, found[0].last) == (0, len(tokens)):
            return found[0].concept
        return None

    def _shown(self, known: tuple[str, ...], own: tuple[str, ...]) -> tuple[str, ...]:
        """Return the words of a concept: what it is usually called, then those of this language that the corpus brings."""
        of_script = tuple(word for word in own if _is_cyrillic(word) == (self.language == "ru"))
        return _unique((*known[:1], *of_script, *known[1:])) or own

    def _is_common(self, lower: str) -> bool:
        """Whether the word has another meaning when it is not written in capitals: "WHO", "IT", "US"."""
        return not analyse(lower) or bool(self._words(lower))

    def is_own(self, lower: str) -> bool:
        """Return whether the corpus's own lexicon has the folded word *lower*, alone or at the opening of a phrase."""
        return bool(self._own and self._own_words(lower))

    def _own_word(self, lower: str) -> int:
        key = stem(lower) if _is_cyrillic(lower) else lower
        if key not in self._own:
            self._own[key] = len(self._phrase_lines)
            self._phrase_lines.append("-")
        return self._own[key]

    def _own_words(self, lower: str) -> list[int]:
        """Return the corpus's own words that *lower* is a form of: of a Russian word by its stem, of another one by its base forms."""
        bases = [stem(lower)] if _is_cyrillic(lower) else [lower, *(lemma(lower, tag, "en") for tag in _INFLECTED)]
        return [self._own[base] for base in dict.fromkeys(bases) if base in self._own]

    def _concept(self, concept: str) -> Concept:
        known = self._concepts.get(concept)
        if known is None:
            line = self._concept_lines.get(concept)
            if line is None:
                return Concept()
            known = self._concepts[concept] = parse_concept(line)
        return known

    def _opening(self, word: int) -> list[Phrase]:
        """Return the phrases that open with *word*, the longest first."""
        known = self._phrases.get(word)
        if known is None:
            line = self._phrase_lines[word]
            known = self._phrases[word] = [parse_phrase(phrase) for phrase in line.split("\t")] if line != "-" else []
        return known

    def _reading(self, lower: str) -> Phrase:
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
        if not is_passing(lower):
            self._readings[lower] = reading
        return reading

    def _words(self, lower: str) -> tuple[int, ...]:
        """Return the ids of the words that *lower* is a form of; a corpus's own first."""
        known = self._known.get(lower)
        if known is not None:
            return known
        found: list[int] = []
        for end in range(min(len(lower), self._longest_prefixes.get(lower[:OPENING], OPENING)), -1, -1):
            pairs = self._prefixes.get(lower[:end])
            if pairs is not None:
                for pair in pairs.split(" "):
                    paradigm, _, word = pair.partition(":")
                    if lower[end:] in self._paradigms[int(paradigm)]:
                        found.append(int(word))
        found.sort()
        if self._own:
            found = [*self._own_words(lower), *found]
        if not found and self.language == "en" and (other := american(lower)) != lower:
            found = [*self._words(other)]
        if len(self._known) >= MAX_KNOWN:
            self._known.clear()
        known = tuple(found)
        if not is_passing(lower):
            self._known[lower] = known
        return known

    def _longest(self, tokens: Sequence[Token], at: int, tag: str, cased: bool) -> Phrase | None:
        """Return the phrase that opens at token *at*; mostly none of several words can, and what a word is alone is kept."""
        token = tokens[at]
        lower = token[3]
        seconds = self._seconds.get(lower)
        if seconds is None:
            if len(self._seconds) >= MAX_KNOWN:
                self._seconds.clear()
            seconds = frozenset(phrase.rest[0] for word in self._words(lower) for phrase in self._opening(word) if phrase.rest)
            self._seconds[lower] = seconds
        if seconds and at + 1 < len(tokens):
            following = self._words(tokens[at + 1][3])
            if not seconds.isdisjoint(following):
                return self._best(tokens, at, self._words(lower), tag, cased, following)
        key = token[0], tag, cased
        found = self._alone.get(key, _UNLISTED)
        if found is _UNLISTED:
            if len(self._alone) >= MAX_KNOWN:
                self._alone.clear()
            found = self._alone[key] = self._best(tokens, at, self._words(lower), tag, cased, ())
        return found

    def _best(
        self, tokens: Sequence[Token], at: int, words: tuple[int, ...], tag: str, cased: bool, following: tuple[int, ...]
    ) -> Phrase | None:
        best: Phrase | None = None
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


def _unique(words: Iterable[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(words))


def _is_cyrillic(word: str) -> bool:
    return not word.isascii() and any("\u0400" <= letter <= "\u04ff" for letter in word)


@cache
def _shared(language: str) -> Lexicon:
    """Return the lexicon of *language*, "en" or "ru", as it comes; loaded once."""
    return Lexicon(language, (DATA / language / "lexicon.txt").read_bytes().decode())


# ---------------------------------------------------------------- whose words are meant

P = ParamSpec("P")
R = TypeVar("R")


class Lexicons:
    """The lexicon of each language with the synonyms of one corpus, and what functions remember that read them."""

    def __init__(self, synonyms: Iterable[Synonyms] = ()) -> None:
        self._synonyms = tuple(synonyms)
        self._grown: dict[str, Lexicon] = {}
        self._caches: dict[object, object] = {}

    def of(self, language: str) -> Lexicon:
        """Return the lexicon of *language*, "en" or "ru"."""
        if not self._synonyms:
            return _shared(language)
        found = self._grown.get(language)
        if found is None:
            found = self._grown[language] = _shared(language).with_synonyms(self._synonyms, self._ids())
        return found

    def cache(self, function: Callable[P, R], limit: int | None) -> Callable[P, R]:
        """Return *function* as `functools.lru_cache` makes it, which remembers what it returned with these lexicons in use."""
        known: Callable[P, R] = self._caches.setdefault(function, lru_cache(limit)(function))  # type: ignore[assignment]
        return known

    def _ids(self) -> dict[str, str]:
        """The ids of the concepts that sections are called by a word for, whichever language it is of: a concept is one in both."""
        names = {name for each in self._synonyms for name in (each.concept, *each.broader)}
        called = {name: _shared("ru" if _is_cyrillic(name) else "en").concept_called(name) for name in sorted(names)}
        return {name: concept for name, concept in called.items() if concept is not None}


@lru_cache(maxsize=16)  # indexes that are opened one after the other mostly have the same words
def lexicons_with(synonyms: tuple[Synonyms, ...]) -> Lexicons:
    """Return the lexicons with *synonyms*; the same object for the same ones."""
    return Lexicons(synonyms)


_in_use: ContextVar[Lexicons] = ContextVar("_in_use", default=lexicons_with(()))  # noqa: B039 - what it holds only remembers


@contextmanager
def using(lexicons: Lexicons) -> Iterator[None]:
    """Let `lexicon` mean one of *lexicons* inside the block, in this thread: indexes open side by side have words of their own."""
    before = _in_use.set(lexicons)
    try:
        yield
    finally:
        _in_use.reset(before)


def lexicon(language: str) -> Lexicon:
    """Return the lexicon of *language*, "en" or "ru", with the words of the corpus in use.

    A function that depends on it must not be cached but by `remembered`.
    """
    return _in_use.get().of(language)


def remembered(limit: int | None = None) -> Callable[[Callable[P, R]], Callable[P, R]]:
    """Return `functools.lru_cache`, kept apart for each corpus: for functions that read `lexicon`."""

    def decorate(function: Callable[P, R]) -> Callable[P, R]:
        latest: tuple[object, Callable[P, R]] = (None, function)  # whose cache was asked last, in one piece: threads share it

        @wraps(function)
        def cached(*args: P.args, **kwargs: P.kwargs) -> R:
            nonlocal latest
            lexicons, (whose, known) = _in_use.get(), latest
            if whose is not lexicons:
                known = lexicons.cache(function, limit)
                latest = lexicons, known
            return known(*args, **kwargs)

        return cached

    return decorate
