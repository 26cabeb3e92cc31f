"""From a question to a `Query`: kind, slots, period, condition; what a follow-up leaves out comes from the question before."""

import re
import unicodedata
from collections.abc import Collection, Sequence
from datetime import date
from decimal import Decimal
from functools import lru_cache
from itertools import chain
from typing import NamedTuple

from qa_bot.question.claimants import claimant_in
from qa_bot.question.comparison import pair, sides
from qa_bot.question.courtesy import without_courtesy
from qa_bot.question.follow_up import continued, is_follow_up
from qa_bot.question.grammar import mend_tags
from qa_bot.question.reading import describe_query
from qa_bot.question.slots import Asked, read_age, read_slots
from qa_bot.question.times import (
    asked_periods,
    dated,
    is_compared_with,
    is_of_any_year,
    is_seen_from,
    names_sort,
    odd_year,
    period_of,
    two_ends,
)
from qa_bot.question.typos import mend
from qa_bot.schema import Bound, Condition, Filter, Kind, Measure, Operation, Period, Query, Tense, Turn, Words
from qa_bot.text.analysis import query_terms, stem
from qa_bot.text.asking import asking
from qa_bot.text.functions import bearers, functions
from qa_bot.text.language import common_words, language_of
from qa_bot.text.lexicon import Kinds, lexicon, remembered
from qa_bot.text.modality import planning, tense_of
from qa_bot.text.nominals import is_short_noun, unit_of
from qa_bot.text.numbers import Number, NumberKind, find_numbers
from qa_bot.text.ordinals import serials
from qa_bot.text.periods import PeriodMention, find_elided, find_periods
from qa_bot.text.syntax import TIME, Phrase, Syntax, parse
from qa_bot.text.tagger import features
from qa_bot.text.time_words import grain_of
from qa_bot.text.tokens import fold, tokenize

COUNTING = frozenset({Kind.COUNT, Kind.SHARE, Kind.LIST, Kind.COMPARE, Kind.TREND, Kind.SUPERLATIVE, Kind.YES_NO})
CAPITALS = 0.7  # of the words of a question that may have one and still make names
_BORNE = Kinds.ENTITY | Kinds.GROUP | Kinds.CAPITAL | Kinds.PEOPLE | Kinds.ORGANISATION | Kinds.SPEAKER | Kinds.TITLE | Kinds.QUANTITY
AVERAGE = "average"  # the concept
MOST_WORDS = 8  # for one concept that are searched for
AGED = "age"  # the concept: "aged 30–34"
_ROWS = ("actor", "place", "period", "reason")  # what the rows of a breakdown may be

_OPENERS, _CLOSERS = frozenset('«“"'), frozenset('»”"')


def understand(
    question: str,
    *,
    previous: Turn | None,
    words: Words,
    as_of: date,
    assumed: bool = False,
    docs: Sequence[str] = (),
    only: Sequence[Filter] = (),
) -> Query:
    """Return *question* as a query; *as_of* is the day that "this year" is seen from, *assumed* where the asker did not name it."""
    text = without_courtesy(one_line(question))
    language = language_of(text or question)
    if not text:
        return Query(text=one_line(question), language=language, kind=Kind.WHAT, terms=(), docs=tuple(docs), only=tuple(only))
    how = asking(language).comparing
    text = how.imperative.sub(f"{how.prefix} ", text)
    mended, typos = mend(text, language, words)
    pieces = _pieces(mended, language)
    kind = _kind(mended, language)
    compared = sides(_parsed(mended, language)[0], kind) if how.cue.search(mended) else None
    if compared is not None:
        query = pair(mended, compared, kind, lambda piece: _read(piece, language, previous=None, words=words, as_of=as_of))
        limits = {"docs": tuple(docs), "only": tuple(only)}
        parts = tuple(part.model_copy(update={**limits, "any_day": part.any_day and assumed}) for part in query.parts)
        return query.model_copy(update={"parts": parts, "typos": typos, **limits})
    query = _read(pieces[0], language, previous=previous, words=words, as_of=as_of)
    if len(pieces) > 1:
        query = query.model_copy(update={"parts": _parts(query, pieces[1:], words, as_of)})
    update = {"text": mended, "typos": typos, "docs": tuple(docs), "only": tuple(only), "any_day": query.any_day and assumed}
    query = query.model_copy(update=update)
    return query.model_copy(update={"read_as": describe_query(query)})


def one_line(question: str) -> str:
    """Return *question* composed (NFC), on one line, without control and direction characters."""
    if question.isascii() and question.isprintable():  # as most are, and then only blanks are to be looked after
        return " ".join(question.split())
    kept = "".join(
        " " if unicodedata.category(sign) in ("Cc", "Zl", "Zp") else sign for sign in question if unicodedata.category(sign) != "Cf"
    )
    return unicodedata.normalize("NFC", re.sub(r"\s+", " ", kept)).strip()


def _pieces(text: str, language: str) -> list[str]:
    """Split "how many were refused, and how many of those for political reasons" into its questions."""
    match = asking(language).splitter.search(text)
    if match is None or match.start() < 8:
        return [text]
    return [text[: match.start()], text[match.start() :].lstrip(", ")]


def _parts(first: Query, pieces: Sequence[str], words: Words, as_of: date) -> tuple[Query, ...]:
    return (first, *(_read(piece, first.language, previous=Turn(query=first), words=words, as_of=as_of) for piece in pieces))


def _read(text: str, language: str, *, previous: Turn | None, words: Words, as_of: date) -> Query:
    text, is_off_plan = _off_plan(dated(_reworded(text, language, words), language), language)
    text, is_by_plan = _by_plan(text, language)
    text, is_held_ahead = _held_ahead(text, language)
    if is_by_plan and previous is not None and not [word for word in tokenize(text) if len(word.surface) > 1 and word.surface.isalpha()]:
        return previous.query.model_copy(update={"tense": Tense.FUTURE, "continues": previous.query.read_as, "typos": ()})
    syntax, numbers, mentions = _parsed(text, language, earlier=period_of(previous))
    kind = _kind(text, language)
    claimed = claimant_in(syntax)
    claimant, rows = claimed.tokens, _row_noun(syntax, kind)
    if asking(language).age.search(text):
        asked = read_age(syntax, claimant)
    else:
        asked = read_slots(syntax, claimed.passed(_counted_from(syntax, kind, numbers), syntax), {*claimant, *rows})
    asked.add_all("rows", (concept for index in rows if (concept := syntax.concepts[index]) is not None))
    numerals = _numerals(syntax, numbers, kind)
    if numerals:
        asked.drop("action", (AGED,))
        asked.drop("other", _bounding(syntax, numbers))
    named = bool(mentions)
    if kind is Kind.COMPARE and len(mentions) == 1 and is_compared_with(syntax, mentions[0]):
        mentions = []
    work, periods = _worked_out(
        syntax, kind, asked, asked_periods(mentions, previous, as_of) or (odd_year(text, language) if not named else [])
    )
    if work.change and len(mentions) == 1 and is_compared_with(syntax, mentions[0]):
        periods = []  # "compared with a year earlier" is the time before, not that of the change
    manner, names = _manner(syntax, kind, asked), _names(syntax)
    condition = _condition(numbers, kind, exceeds=manner.exceeds)
    moves = asking(language).words["change_concepts"] & {*asked.terms.get("action", ())}
    held = condition is not None and condition.share and not moves  # to a share: "did one in five leave"
    query = Query(
        text=text,
        language=language,
        kind=kind,
        terms=tuple(query_terms(text)),
        expansions=_expansions(syntax, words),
        slots=asked.frozen(),
        counted=asked.counted,
        unit=asked.unit or (_numbered(syntax) if work.change else None),
        per=_per(syntax),
        measure=Measure.SHARE if kind is Kind.SHARE or held else Measure.CHANGE if work.change else None,
        polarity=False if asked.negated else None,
        tense=Tense.FUTURE if is_by_plan or is_held_ahead else manner.tense,
        votes=manner.votes,
        dimension=manner.dimension,
        off_plan=is_off_plan,
        amount=kind in (Kind.COUNT, Kind.WHAT) and _is_amount(syntax, asked.head, language),
        period=periods[0] if len(periods) == 1 else None,
        any_year=is_of_any_year(mentions, previous),
        any_day=len(mentions) == 1 and is_seen_from(mentions[0]),
        periods=tuple(periods) if len(periods) > 1 else (),
        things=_things(syntax, {*claimant, *(rows if kind is Kind.LIST else ())}),
        names=tuple(dict.fromkeys(term for name in names for term, _ in name)),
        named=tuple(tuple(term for term, _ in name) for name in names if len(name) > 1),
        spelled=_spelled(syntax, names),
        whole=_whole(syntax, numbers, kind),
        numerals=numerals,
        limited=_is_limited(syntax, numbers),
        ordinals=_ordinals(syntax, numbers, mentions),
        serials=tuple(number for number, _ in serials(text)),
        claimant=claimed.names,
        operation=work.operation,
        by=_by(syntax, kind, language),
        grain=_grain(syntax, rows) if kind is Kind.SUPERLATIVE else None,
        descending=_descending(syntax, language, rises=work.rises),
        condition=condition,
    )
    if previous is not None and is_follow_up(query, syntax, words):
        return continued(query, previous, syntax)
    return query


class _Manner(NamedTuple):
    """How it is asked: whether for more than a number, of which dimension, of when, of which votes."""

    exceeds: bool
    dimension: str | None
    tense: Tense | None
    votes: str | None


def _manner(syntax: Syntax, kind: Kind, asked: Asked) -> _Manner:
    """Return how it is asked; *asked* loses the words that say no more than that."""
    exceeds, (dimension, word) = _exceeds(syntax), _dimension(syntax)
    tense, votes = tense_of(syntax), _votes(syntax)
    if exceeds:
        asked.drop("action", asking(syntax.language).words["exceeding"])
    if word is not None:
        asked.drop("other", [word])
    if kind is Kind.SUPERLATIVE:
        asked.drop("other", asking(syntax.language).words["superlatives"] | _ranked(syntax))
    if tense is Tense.FUTURE and kind in COUNTING:
        asked.drop("action", planning(syntax))
    if votes is not None and "vote" in (*asked.terms.get("action", ()), *asked.terms.get("head", ())):
        _set_topic(syntax, asked, votes)
    return _Manner(exceeds, dimension, tense, votes)


def _ranked(syntax: Syntax) -> set[str]:
    """The concepts of the adjectives that only say of what there is the most: "самая высокая", not "самая старая"."""
    leads, sizes = syntax.words["superlative_leads"], syntax.words["sizes"]
    pairs = zip(syntax.tokens, range(1, len(syntax.tokens)), strict=False)
    found = [at for token, at in pairs if token.lower in leads and syntax.lemma(at) in sizes]
    return {syntax.concepts[near] or "" for at in found for near in (at - 1, at)}


def _off_plan(text: str, language: str) -> tuple[str, bool]:
    """Return *text* with how far something was off its plan put as the sum that it was, and whether it asks that."""
    pattern, sum_asked = asking(language).off_plan
    return pattern.sub(sum_asked, text, count=1), pattern.search(text) is not None


def _by_plan(text: str, language: str) -> tuple[str, bool]:
    """Return *text* without "according to plan", and whether it says that."""
    left = asking(language).by_plan.sub("", text)
    return left, left != text


def _held_ahead(text: str, language: str) -> tuple[str, bool]:
    """Return *text* without the verb of "when will the talks be held", and whether it asks so."""
    pattern, time_asked = asking(language).held_ahead
    match = pattern.search(text)
    return (match.expand(time_asked) + text[match.end() :], True) if match is not None else (text, False)


def _reworded(text: str, language: str, words: Words) -> str:
    """Return *text* with colloquial ways to ask put in the usual words: "почём мёд" asks how much it costs."""
    lower = text.lower()
    for said, opening, usual, needed in asking(language).reword:
        match = said.search(text) if opening in lower else None
        if match is not None and _is_of_person(match, language) and (not needed or words.knows(needed)):
            text = text[: match.start()] + match.expand(usual) + text[match.end() :]
            lower = text.lower()
    return text


def _is_of_person(match: re.Match[str], language: str) -> bool:
    """Whether what a pattern names as its *person* is one: what a nurse earns is pay, what a company earns is not."""
    word = match.groupdict().get("person")
    if word is None:
        return True
    words = lexicon(language)
    concepts = {words.concept(word)}
    return any(concept == "person" or "person" in words.broader(concept) for concept in concepts) or "anim" in features(
        fold(word), language
    )


def _parsed(text: str, language: str, *, earlier: Period | None = None) -> tuple[Syntax, list[Number], list[PeriodMention]]:
    tokens = tokenize(text)
    mentions = find_periods(text, 0, len(text), language)
    if not mentions and earlier is not None:
        mentions = find_elided(text, earlier.surface, language)
    mentions = [mention for mention in mentions if not names_sort(mention, text)]
    numbers = [
        number
        for number in find_numbers(text, tokens, language)
        if not any(m.start < number.end and number.start < m.end for m in mentions)
    ]
    syntax = parse(
        text,
        0,
        len(text),
        language,
        tokens=tokens,
        numerals=[(number.first, number.last) for number in numbers],
        times=[(mention.start, mention.end) for mention in mentions],
    )
    mend_tags(syntax)
    return syntax, numbers, mentions


@lru_cache(maxsize=64)  # it is asked of the question, and of each of its pieces as reworded, which mostly are the same
def _kind(text: str, language: str) -> Kind:
    whole = fold(text)
    folded = asking(language).opener.sub("", whole, count=1)
    found = next((name for name, pattern in asking(language).kinds if pattern.search(folded)), None)
    if found is not None:
        return Kind.WHY if found == Kind.COUNT and _asks_why(folded, language) else Kind(found)
    return Kind.COUNT if _names_figure(folded, language, continues=folded != whole) else Kind.WHAT


def _asks_why(folded: str, language: str) -> bool:
    """Whether a question opens by asking why, whatever number it goes on to name: "why was the number of homes corrected"."""
    why = next(pattern for name, pattern in asking(language).kinds if name == Kind.WHY)
    opened = why.search(folded)
    return opened is not None and not opened.start()


def _names_figure(folded: str, language: str, *, continues: bool) -> bool:
    """Whether the text is no question but the name of a figure: "extradition refusals 2023", and with a question mark of an amount."""
    if not folded.endswith("?"):
        return bool(folded)
    said = f"{asking(language).naming} {folded}"
    return not continues and any(name == Kind.COUNT and pattern.search(said) for name, pattern in asking(language).kinds)


def _counted_from(syntax: Syntax, kind: Kind, numbers: Sequence[Number]) -> int:
    """The token where the counted phrase may begin, or -1."""
    if kind not in COUNTING:
        return _described(syntax) if kind is Kind.WHAT else -1
    lowers = [token.lower for token in syntax.tokens]
    folded = " ".join(lowers)
    for name, pattern in asking(syntax.language).kinds:
        counts = Kind(name) is kind and kind in (Kind.COUNT, Kind.SHARE, Kind.COMPARE)
        listed = kind is Kind.LIST and Kind(name) is Kind.COUNT  # "how many prisoners by region"
        if (counts or listed) and (match := pattern.search(folded)) is not None:
            return folded[: match.end()].count(" ") + (1 if match.end() < len(folded) and folded[match.end()] == " " else 0)
    if numbers:
        return numbers[0].last
    superlatives = asking(syntax.language).words["superlatives"]
    most = next((at for at, lower in enumerate(lowers) if lower in superlatives), -1)
    if most >= 0:
        return most + 1
    return -1 if kind in (Kind.LIST, Kind.SUPERLATIVE) else 0


def _described(syntax: Syntax) -> int:
    """Where the thing begins that "what was the ...", "каков ..." asks after: a budget, a price, a temperature."""
    opening = syntax.words["be"] | asking(syntax.language).words["described"]
    return next((index + 1 for index, token in reversed([*enumerate(syntax.tokens[:3])]) if token.lower in opening), -1)


class _Work(NamedTuple):
    """What is to be worked out: an *operation*, or a *change* as a figure of its own; *rises* where a rise is what is asked for."""

    operation: Operation | None
    change: bool
    rises: bool


def _worked_out(syntax: Syntax, kind: Kind, asked: Asked, periods: list[Period]) -> tuple[_Work, list[Period]]:
    """Return what is to be worked out, and of which periods; *asked* loses the words that say no more than that."""
    words = asking(syntax.language).words["change_concepts"]
    actions = set(asked.terms.get("action", ()))
    compares = kind is Kind.YES_NO and len(two_ends(periods)) == 2 and bool(words & actions)
    change = _is_change(syntax, kind, asked, words, periods)
    operation = None if change else Operation.DIFFERENCE if compares else _operation(syntax, kind, syntax.language)
    differs = operation is Operation.DIFFERENCE
    if differs:
        periods = two_ends(periods)
        asked.drop("action", words)
        compared = syntax.words["comparing"]
        asked.drop("other", [syntax.concepts[at] or "" for at, token in enumerate(syntax.tokens) if token.lower in compared])
    rises = differs and kind is Kind.YES_NO and bool(words & actions) and "fall" not in actions
    return _Work(operation, change, rises), periods


def _is_change(syntax: Syntax, kind: Kind, asked: Asked, change: frozenset[str], periods: Sequence[Period]) -> bool:
    """Whether the change itself is asked: "by how much did spending rise"; between two periods it can be worked out."""
    if kind is Kind.COMPARE and asking(syntax.language).change.search(syntax.text):
        return len(two_ends(list(periods))) < 2
    deeds = set(asked.terms.get("action", ()))
    moved = asking(syntax.language).words["moving_concepts"] & deeds and asking(syntax.language).by_much.search(syntax.text)
    changes = bool(change & deeds or moved)
    asks = kind is Kind.COMPARE or (kind is Kind.COUNT and asked.head < 0)
    return changes and asks and len(two_ends(list(periods))) < 2


def _per(syntax: Syntax) -> str | None:
    """The concept behind "per", "person" of a head: "debt per head"; "on average" asks for what each of whatever has."""
    words = asking(syntax.language).words
    at = next((index for index, token in enumerate(syntax.tokens[:-1]) if token.lower in words["pers"]), -1)
    if at < 0:
        return AVERAGE if AVERAGE in syntax.concepts else None
    noun = syntax.tokens[at + 1].lower
    return "person" if noun in functions("en")["heads"] else syntax.lexicon.concept(noun)


def _numbered(syntax: Syntax) -> str | None:
    """The unit of what "the number of" stands before, where the change of that number is asked: no rate or share of them answers."""
    numbers = asking(syntax.language).words["counts_of"]
    phrase = next((phrase for phrase in syntax.phrases if syntax.lemma(phrase.head) in numbers), None)
    inner = next((other for other in syntax.phrases if phrase is not None and other.first >= phrase.last), None)
    return unit_of(syntax, inner.head) if inner is not None else None


def _dimension(syntax: Syntax) -> tuple[str | None, str | None]:
    """What is measured, "deep" of "how deep", and the concept of the word that says so, where it says no more: not of "the deep end"."""
    for name, pattern in asking(syntax.language).dimensions:
        if match := pattern.search(syntax.text):
            at = max((index for index, token in enumerate(syntax.tokens) if token.start < match.end()), default=-1)
            concept = syntax.concepts[at]
            return name, concept if syntax.concepts.count(concept) == 1 else None
    return None, None


def _is_amount(syntax: Syntax, head: int, language: str) -> bool:
    """Whether a quantity is asked rather than a count: "how much wheat", "what was the debt", "сколько зерна"."""
    lowers = {token.lower for token in syntax.tokens}
    if lowers & asking(language).words["counts"]:
        return language == "ru" and head >= 0 and syntax.tags[head] == "NOUN"
    return True


def _things(syntax: Syntax, leave: Collection[int]) -> tuple[str, ...]:
    """The terms of nouns and capitalised words, states apart: what the question is about. A phrase that is a noun opens with any word."""
    nouns = ("NOUN", "NOUNS", "PROPN")
    named = (mention for mention in syntax.mentions if mention.last - mention.first > 1 and mention.kinds & Kinds.NOMINAL)
    phrases = {mention.first for mention in named if not mention.kinds & (Kinds.QUANTITY | Kinds.CARRIER)}  # no "percentage points"
    found = [
        concept
        for index, concept in enumerate(syntax.concepts)
        if concept is not None
        and index not in leave
        and (syntax.tags[index] in nouns or index in phrases or (index and syntax.tokens[index].surface[:1].isupper()))
    ]
    return tuple(dict.fromkeys(concept for concept in found if not concept.startswith("@")))


def _names(syntax: Syntax) -> list[list[tuple[str, str]]]:
    """The names: of each the terms and stems of its words with a capital, the question's first apart; of quoted ones those of all words."""
    found: list[list[tuple[str, str]]] = []
    quoted, last = False, -2
    for index, (token, concept) in enumerate(zip(syntax.tokens, syntax.concepts, strict=True)):
        capital = index > 0 and token.surface[:1].isupper() and not is_short_noun(syntax, index)
        quoted = (quoted or (capital and syntax.tokens[index - 1].surface in _OPENERS)) and token.surface not in _CLOSERS
        if concept is not None and (capital or quoted):
            if last < index - 1:
                found.append([])
            found[-1].append((concept, stem(token.lower)))
            last = index
    return found


def _spelled(syntax: Syntax, names: Sequence[Sequence[tuple[str, str]]]) -> tuple[tuple[str, str], ...]:
    """The words of *names* for which no others may stand, though there are others: those of no state, body or title, no letters of one,
    and none that the corpus's own lexicon has.

    None where every word has a capital, which then makes no names.
    """
    words = [token.surface for token in syntax.tokens if token.surface[0].isalpha()]
    if sum(word[0].isupper() for word in words) > CAPITALS * len(words):
        return ()
    letters = {stem(token.lower) for token in syntax.tokens if token.surface[1:].isupper() or syntax.lexicon.is_own(token.lower)}
    pairs = dict.fromkeys(pair for name in names for pair in name)
    return tuple(
        (term, form)
        for term, form in pairs
        if form not in letters and syntax.lexicon.words(term) and not syntax.lexicon.kinds(term) & _BORNE
    )


def _numerals(syntax: Syntax, numbers: Sequence[Number], kind: Kind) -> tuple[str, ...]:
    """The numbers that tell which ones are meant: neither what the asked figure is part of nor the base of a rate."""
    if kind not in (Kind.COUNT, Kind.SHARE, Kind.WHAT):
        return ()
    no_names = syntax.words["partitives"] | syntax.words["per"] | syntax.words["per_base"]
    cardinals = (number for number in numbers if number.kind is NumberKind.CARDINAL and not _is_of_name(syntax, number))
    telling = [number for number in cardinals if not _is_behind(syntax, number, no_names)]
    written = (token.surface for number in telling for token in syntax.tokens[number.first : number.last])
    return tuple(dict.fromkeys(surface for surface in written if surface.isdigit()))


def _is_of_name(syntax: Syntax, number: Number) -> bool:
    """Whether a hyphen ties the number to a name, which a title may have: «Глубокая-2»."""
    first = number.first
    if first < 2 or syntax.tokens[first - 1].surface != "-":
        return False
    name, hyphen = syntax.tokens[first - 2], syntax.tokens[first - 1]
    return name.surface[:1].isupper() and name.end == hyphen.start and hyphen.end == number.start


def _ordinals(syntax: Syntax, numbers: Sequence[Number], times: Sequence[PeriodMention]) -> tuple[tuple[int, str], ...]:
    """Which of a row of things are meant, each with the concept of its noun: "the seventh match", but no "second week of May"."""
    found: list[tuple[int, str]] = []
    for number in numbers:
        dated = any(time.start < number.end and number.start < time.end for time in times)
        if number.kind is not NumberKind.ORDINAL or dated:
            continue
        noun = next((at for at in range(number.last, len(syntax.tokens)) if syntax.tags[at] not in ("ADJ", "VBN")), number.last)
        concept = syntax.concepts[noun] if syntax.tags[noun : noun + 1] in (["NOUN"], ["NOUNS"]) else None
        if concept is not None:
            found.append((int(number.value), concept))
    return tuple(found)


def _bounding(syntax: Syntax, numbers: Sequence[Number]) -> set[str]:
    """The concepts of the words that bound the *numbers*, of which the sense is theirs: "over" and "more than" 30 days are one."""
    limits = syntax.words["number_limits"]
    beside = {at for number in numbers for at in range(max(number.first - 2, 0), number.last + 2)}
    return {
        concept
        for at, (token, concept) in enumerate(zip(syntax.tokens, syntax.concepts, strict=True))
        if concept is not None and at in beside and token.lower in limits
    }


def _is_limited(syntax: Syntax, numbers: Sequence[Number]) -> bool:
    """Whether a number is the end of a range: "under 5", "65 and over"."""
    limits = syntax.words["number_limits"]
    return any(
        not limits.isdisjoint(token.lower for token in syntax.tokens[max(number.first - 2, 0) : number.last + 2])
        for number in numbers
        if number.upper is None
    )


def _whole(syntax: Syntax, numbers: Sequence[Number], kind: Kind) -> Decimal | None:
    """The number in "how many of the 66 ...": what the asked figure is part of."""
    if kind not in (Kind.COUNT, Kind.SHARE):
        return None
    for number in numbers:
        if _is_behind(syntax, number, syntax.words["partitives"]):
            return number.value
    return None


def _is_behind(syntax: Syntax, number: Number, words: frozenset[str]) -> bool:
    """Whether one of *words* stands before the number, or before what leads into it: "of the 66", "of all 66", but not "of Class 66"."""
    at = number.first - 1
    if at > 0 and syntax.tags[at] in ("DET", "ADJ", "PRON"):
        at -= 1
    return at >= 0 and syntax.tokens[at].lower in words


def _operation(syntax: Syntax, kind: Kind, language: str) -> Operation | None:
    if kind is Kind.SHARE:
        return Operation.SHARE
    if kind is Kind.COMPARE or (kind is Kind.YES_NO and _compares(syntax)):
        return Operation.DIFFERENCE
    folded = " ".join(token.lower for token in syntax.tokens)
    words = asking(language).words
    if any(f" {phrase} " in f" {folded} " for phrase in words["sum"]):
        return Operation.SUM
    if kind is Kind.COUNT and any(token.lower in words["rest"] and not _is_joined(syntax, at) for at, token in enumerate(syntax.tokens)):
        return Operation.REST
    return None


def _is_joined(syntax: Syntax, at: int) -> bool:
    """Whether the word says something together with the next one: of the teachers that «не хватает» none are left over."""
    concept = syntax.concept_of(at)
    return concept is not None and at + 1 < len(syntax.tokens) and syntax.concept_of(at + 1) == concept


def _compares(syntax: Syntax) -> bool:
    """Whether a yes/no question compares two periods: "more than in 2022", with no number of its own."""
    lowers = [token.lower for token in syntax.tokens]
    return any(
        lower in syntax.words["comparing"] and index + 1 < len(lowers) and syntax.tags[index + 1] in ("ADP", TIME)
        for index, lower in enumerate(lowers)
    )


def _votes(syntax: Syntax) -> str | None:
    """Whether votes for something or against it are asked for, where they are."""
    folded = " " + " ".join(token.lower for token in syntax.tokens) + " "
    for way in ("against", "for"):
        if any(f" {phrase} " in folded for phrase in asking(syntax.language).words[f"votes_{way}"]):
            return way
    return None


def _set_topic(syntax: Syntax, asked: Asked, votes: str) -> None:
    """Of "who voted against the closure of the baths" make the closure what it is about: nobody closed them."""
    cues = {phrase.split()[-1] for phrase in asking(syntax.language).words[f"votes_{votes}"]}
    behind = next((at for at, token in enumerate(syntax.tokens) if token.lower in cues), len(syntax.tokens))
    nouns = {syntax.concepts[at] for at in range(behind, len(syntax.tokens)) if syntax.tags[at] in ("NOUN", "NOUNS", "VBG")}
    topic = [term for term in asked.terms.get("action", ()) if term != "vote" and term in nouns]
    asked.drop("action", topic)
    for term in topic:
        asked.add("other", term)


def _row_noun(syntax: Syntax, kind: Kind) -> range:
    """The noun that the rows of a breakdown are: "which country", "в каком районе", "by region"; no figure need name it."""
    if kind not in (Kind.SUPERLATIVE, Kind.LIST):
        return range(0)
    words = asking(syntax.language).words
    start = next((index + 1 for index, token in enumerate(syntax.tokens) if token.lower in words["which"]), -1)
    phrase = syntax.phrase_at(start) if 0 < start < len(syntax.tokens) else None
    if phrase is not None:
        return range(start, phrase.last)
    rows = set().union(*(words[f"by_{slot}"] for slot in _ROWS))
    by = (other for other in syntax.phrases if other.adposition >= 0 and syntax.tokens[other.adposition].lower in words["distributes"])
    each = (other for other in syntax.phrases if other.adposition >= 0 and _is_each(syntax, other, words["each"]))
    found = chain((other for other in by if _forms(syntax, other.head) & rows), each)
    return next((range(other.adposition, other.last) for other in found), range(0))


def _is_each(syntax: Syntax, phrase: Phrase, each: frozenset[str]) -> bool:
    """Whether *phrase* asks for every one of a sort: "in each harbour"."""
    return any(syntax.tokens[index].lower in each for index in range(phrase.adposition + 1, phrase.head))


def _forms(syntax: Syntax, index: int) -> set[str]:
    return {syntax.tokens[index].lower, syntax.lemma(index)}


def _by(syntax: Syntax, kind: Kind, language: str) -> str | None:
    if kind is Kind.TREND:
        return "period"
    if kind not in (Kind.SUPERLATIVE, Kind.LIST):
        return None
    words = asking(language).words
    for index in range(len(syntax.tokens)):
        dated = index > 0 and syntax.tokens[index - 1].surface[:1].isdigit()  # «в 2023 году» asks for no years
        for slot in _ROWS:
            if dated and slot == "period":
                continue
            if _forms(syntax, index) & words[f"by_{slot}"]:
                return slot
    named = _row_noun(syntax, kind)
    acts = next((group for group in syntax.verbs if group.first == named.stop and not group.passive), None) if named else None
    return "actor" if acts is not None else "counted"


def _grain(syntax: Syntax, rows: range) -> str | None:
    """The unit of time that the rows are: of "which quarter" a quarter; None where they are no times."""
    return next((grain for at in rows if (grain := grain_of(syntax.tokens[at].lower, syntax.language)) is not None), None)


def _descending(syntax: Syntax, language: str, *, rises: bool) -> bool:
    """Of a superlative, whether the most is asked; of a comparison, whether the first side is to be the larger.

    "Did it rise from 2021 to 2022?" names the smaller side first.
    """
    return not rises and not any(token.lower in asking(language).words["least"] for token in syntax.tokens)


def _exceeds(syntax: Syntax) -> bool:
    exceeding = asking(syntax.language).words["exceeding"]
    return any(syntax.lemma(index) in exceeding for index in range(len(syntax.tokens)))


def _condition(numbers: Sequence[Number], kind: Kind, *, exceeds: bool) -> Condition | None:
    if kind is not Kind.YES_NO:
        return None
    for number in numbers:
        part = number.kind is NumberKind.FRACTION and number.value < 1
        if part or number.kind in (NumberKind.CARDINAL, NumberKind.PERCENT, NumberKind.MONEY):
            bound = Bound.MORE_THAN if exceeds and number.bound is Bound.EXACT else number.bound
            share = part or (number.kind is NumberKind.PERCENT and number.unit == "%")
            return Condition(bound=bound, value=number.value * 100 if part else number.value, upper=number.upper, share=share)
    return None


def _expansions(syntax: Syntax, words: Words) -> tuple[str, ...]:
    """The index terms of the other words for the question's concepts, in the languages that the corpus is written in."""
    languages = [other for other in ("en", "ru") if any(map(words.knows, common_words(other)))]
    asked = dict.fromkeys(concept for concept in syntax.concepts if concept is not None)
    found: dict[str, None] = {}
    for concept in asked:
        for other in languages:
            found.update(dict.fromkeys(_called(concept, other)))
            for bearer in bearers(concept):
                found.update(dict.fromkeys(_called(bearer, other)[:1]))
    return tuple(found)


@remembered(8192)
def _called(concept: str, language: str) -> tuple[str, ...]:
    """The index terms of the words that *concept* is called by."""
    return tuple([stem(fold(part)) for word in lexicon(language).words(concept)[:MOST_WORDS] for part in word.split()])
