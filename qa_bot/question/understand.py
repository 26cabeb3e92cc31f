"""From a question to a `Query`: kind, slots, period, condition; what a follow-up leaves out comes from the question before."""

import re
import unicodedata
from collections.abc import Sequence
from datetime import date
from functools import lru_cache
from typing import NamedTuple

from qa_bot.question.branches import branch_asked
from qa_bot.question.claimants import claimant_in
from qa_bot.question.comparison import pair, sides
from qa_bot.question.courtesy import without_courtesy
from qa_bot.question.follow_up import continued, is_follow_up
from qa_bot.question.grammar import mend_tags
from qa_bot.question.names import expansions, names_in, spelled_in, things_in
from qa_bot.question.numerals import bounding_concepts, condition_in, is_limited, ordinals_in, telling_numerals, whole_in
from qa_bot.question.operations import descends, numbered_unit, row_grain, row_noun, rows_by, worked_out
from qa_bot.question.reading import describe_query
from qa_bot.question.several import questions_in
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
)
from qa_bot.question.typos import mend
from qa_bot.schema import Filter, Kind, Measure, Period, Query, Tense, Turn, Words
from qa_bot.text.analysis import query_terms
from qa_bot.text.asking import asking
from qa_bot.text.functions import functions
from qa_bot.text.language import language_of
from qa_bot.text.lexicon import lexicon
from qa_bot.text.modality import asks_plan, planning, tense_of
from qa_bot.text.numbers import Number, find_numbers
from qa_bot.text.ordinals import serials
from qa_bot.text.periods import PeriodMention, find_elided, find_periods
from qa_bot.text.syntax import Syntax, parse
from qa_bot.text.tagger import features
from qa_bot.text.tokens import fold, tokenize

COUNTING = frozenset({Kind.COUNT, Kind.SHARE, Kind.LIST, Kind.COMPARE, Kind.TREND, Kind.SUPERLATIVE, Kind.YES_NO})
AVERAGE = "average"  # the concept
BASE = 100  # the least by which a rate is reckoned, where "on" may mean much else
AGED = "age"  # the concept: "aged 30–34"


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
    pieces = questions_in(mended, language)
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
    claimant, rows = claimed.tokens, row_noun(syntax, kind)
    if asking(language).age.search(text):
        asked = read_age(syntax, claimant)
    else:
        asked = read_slots(syntax, claimed.passed(_counted_from(syntax, kind, numbers), syntax), {*claimant, *rows})
    branch = branch_asked(syntax, asked)
    asked.add_all("rows", (concept for index in rows if (concept := syntax.concepts[index]) is not None))
    numerals = telling_numerals(syntax, numbers, kind)
    if numerals:
        asked.drop("action", (AGED,))
        asked.drop("other", bounding_concepts(syntax, numbers))
    named = bool(mentions)
    if kind is Kind.COMPARE and len(mentions) == 1 and is_compared_with(syntax, mentions[0]):
        mentions = []
    work, periods = worked_out(
        syntax, kind, asked, asked_periods(mentions, previous, as_of) or (odd_year(text, language) if not named else [])
    )
    if work.change and len(mentions) == 1 and is_compared_with(syntax, mentions[0]):
        periods = []  # "compared with a year earlier" is the time before, not that of the change
    manner, names = _manner(syntax, kind, asked), names_in(syntax)
    condition = condition_in(numbers, kind, exceeds=manner.exceeds)
    moves = asking(language).words["change_concepts"] & {*asked.terms.get("action", ())}
    held = condition is not None and condition.share and not moves  # to a share: "did one in five leave"
    query = Query(
        text=text,
        language=language,
        kind=kind,
        terms=tuple(query_terms(text)),
        expansions=expansions(syntax, words),
        slots=asked.frozen(),
        counted=asked.counted,
        unit=asked.unit or (numbered_unit(syntax) if work.change else None),
        per=_per(syntax),
        measure=Measure.SHARE if kind is Kind.SHARE or held else Measure.CHANGE if work.change else None,
        polarity=False if asked.negated and not (kind is Kind.YES_NO and syntax.words["failing"] & syntax.lowers) else None,
        tense=Tense.FUTURE if is_by_plan or is_held_ahead else manner.tense,
        planned=kind in COUNTING and bool(asked.terms.get("action")) and asks_plan(syntax),
        votes=manner.votes,
        dimension=manner.dimension,
        off_plan=is_off_plan,
        amount=kind in (Kind.COUNT, Kind.WHAT) and _is_amount(syntax, asked.head, language),
        period=periods[0] if len(periods) == 1 else None,
        any_year=is_of_any_year(mentions, previous),
        any_day=len(mentions) == 1 and is_seen_from(mentions[0]),
        periods=tuple(periods) if len(periods) > 1 else (),
        things=things_in(syntax, {*claimant, *(rows if kind is Kind.LIST else ())}),
        names=tuple(dict.fromkeys(term for name in names for term, _ in name)),
        named=tuple(tuple(term for term, _ in name) for name in names if len(name) > 1),
        spelled=spelled_in(syntax, names),
        whole=whole_in(syntax, numbers, kind),
        numerals=numerals,
        limited=is_limited(syntax, numbers),
        ordinals=ordinals_in(syntax, numbers, mentions),
        serials=tuple(number for number, _ in serials(text)),
        claimant=claimed.names,
        branch=branch,
        operation=work.operation,
        by=rows_by(syntax, kind, language),
        grain=row_grain(syntax, rows) if kind is Kind.SUPERLATIVE else None,
        descending=descends(syntax, language, rises=work.rises),
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
    for said, usual, needed in asking(language).reword:
        match = said.search(text)
        if match is not None and _is_of_person(match, language) and (not needed or words.knows(needed)):
            text = text[: match.start()] + match.expand(usual) + text[match.end() :]
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


def _per(syntax: Syntax) -> str | None:
    """The concept behind "per", "person" of a head: "debt per head"; "on average" asks for what each of whatever has."""
    words = asking(syntax.language).words
    numbers = {number.first - 1: number for number in find_numbers(syntax.text, syntax.tokens, syntax.language)}
    bases = (at for at, number in sorted(numbers.items()) if _is_base(syntax, number))
    at = next((index for index, token in enumerate(syntax.tokens[:-1]) if token.lower in words["pers"]), next(bases, -1))
    if at < 0:
        return AVERAGE if AVERAGE in syntax.concepts else None
    if (number := numbers.get(at)) is not None:
        named = syntax.tags[number.last : number.last + 1] in (["NOUN"], ["NOUNS"])
        return syntax.concepts[number.last] if named else f"{number.value:f}"
    noun = syntax.tokens[at + 1].lower
    return "person" if noun in functions("en")["heads"] else syntax.lexicon.concept(noun)


def _is_base(syntax: Syntax, number: Number) -> bool:
    """Whether *number* is of what a rate is reckoned by: «на 100 тысяч жителей», but not «на 3 дня»."""
    led = number.first > 0 and syntax.tokens[number.first - 1].lower in syntax.words["per_base"] and number.value >= BASE
    return led and number.last < len(syntax.tokens) and syntax.lemma(number.last) in syntax.words["base_units"]


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
    if head < 0 and _asks_by_how_much(syntax):
        return True
    if head < 0 and lowers & asking(language).words["counts_of_living"]:
        return False  # «скольким вернули свет»
    if lowers & asking(language).words["counts"]:
        return language == "ru" and head >= 0 and syntax.tags[head] == "NOUN"
    return True


def _asks_by_how_much(syntax: Syntax) -> bool:
    """Whether a Russian preposition leads to the "how much" that opens the question: «на сколько опоздал поезд»."""
    opening = [token.lower for token in syntax.tokens[:2]]
    led = syntax.language == "ru" and len(opening) == 2 and opening[0] in syntax.words["asked_by_how_much"]
    return led and opening[1] in asking("ru").words["counts"]


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


def _exceeds(syntax: Syntax) -> bool:
    exceeding = asking(syntax.language).words["exceeding"]
    return any(syntax.lemma(index) in exceeding for index in range(len(syntax.tokens)))
