"""What keeps a sentence from answering, however well it reads: another time, a number that it lacks, cells run together."""

import re
from collections.abc import Collection, Iterator, Sequence
from datetime import date, timedelta
from decimal import Decimal
from functools import lru_cache
from itertools import takewhile

from qa_bot.answer.bare_numbers import is_age, is_measured, is_no_phone
from qa_bot.answer.branch_fit import is_of_other_branch
from qa_bot.answer.concepts import WAYS, broader, is_deed
from qa_bot.answer.deeds_dated import is_of_another_deed
from qa_bot.answer.disputed_words import is_disputed
from qa_bot.answer.events import is_of_another_event
from qa_bot.answer.evidence import titles_over
from qa_bot.answer.other_sizes import is_of_other_size
from qa_bot.answer.period_fit import calls_alike
from qa_bot.answer.reader_words import reader_words
from qa_bot.answer.readings import Reading, text_at
from qa_bot.answer.sights import Sight, sight
from qa_bot.answer.strays import is_stray
from qa_bot.answer.superlatives import ends_of, superlatives, tells_other_subject
from qa_bot.answer.unit_fit import TAKING_SIDES
from qa_bot.answer.when import asked_unit
from qa_bot.schema import Fit, Kind, Modality, Period, Query, Tense
from qa_bot.text.analysis import stem
from qa_bot.text.asking import asking
from qa_bot.text.functions import functions, openings
from qa_bot.text.language import language_of
from qa_bot.text.modality import modality_of, tells_plan
from qa_bot.text.numbers import Number, NumberKind, find_numbers
from qa_bot.text.periods import find_periods, relation, resolve
from qa_bot.text.syntax import TIME, Syntax, VerbGroup, parse
from qa_bot.text.time_words import grain_of
from qa_bot.text.tokens import Token, tokenize

COST, VOTE, PAY, MONEY = "cost", "vote", "salary", "money"  # concepts
LONG = "long"  # a dimension: no sum of money says how long
TELLING = 10  # a number below it is often left out: "the two brothers who"
_SAID = frozenset({NumberKind.CARDINAL, NumberKind.MONEY, NumberKind.PERCENT})
_TURNS = functions("en")["losing"] | functions("en")["gaining"]
_NAMED_BY = ("actor", "place")  # what rows are called by where names are asked for
_AMOUNTS = frozenset({NumberKind.MONEY, NumberKind.PERCENT, NumberKind.FRACTION})
NEWS = timedelta(days=120)  # after a period has ended, in which a text without times may still tell of it
TO_NOUN = 3  # words: "the oldest Catholic church"
_YEARS = (3, 4)  # digits of a year, after 99
_EARLY_YEAR = r"\d{2,3}( [A-Z]{2,3})?"
_YEAR = re.compile(r"(?<![\d–-])\d{4}$")
_CELLS = " | "
_HYPHENS = ("-", "‐", "‑")
_CACHED = 256  # texts: a question is asked of each sentence that may answer it


def misfits(query: Query, reading: Reading) -> bool:
    """Return whether the sentence of *reading* cannot answer *query*, whatever words they share."""
    if _CELLS in _short(reading) or _is_another_row(query, reading) or is_stray(query, reading) or _is_taken_back(query, reading):
        return True
    if is_of_other_size(query, _sentence(reading), language_of(_sentence(reading))) or (query.dimension == LONG and _is_sum(reading)):
        return True
    if (query.votes is not None and _is_other_vote(query, reading)) or is_of_other_branch(query, reading):
        return True
    if (
        query.kind is Kind.SUPERLATIVE
        and query.by in _NAMED_BY
        and (query.slots.head or query.slots.other)
        and (_is_no_name(reading) or _lacks_turn(query, reading) or tells_other_subject(query, sight(_sentence(reading))))
    ):
        return True
    if query.kind is Kind.WHO and (_is_only_called_after(query, reading) or _is_no_name(reading)):
        return True
    rises = query.kind in (Kind.WHAT, Kind.SUPERLATIVE) and not WAYS.isdisjoint(query.slots.action)
    named = query.kind is Kind.SUPERLATIVE and query.slots.rows  # "which good"
    if rises and (named or _asks_thing(query.text, query.language)) and _is_no_name(reading):
        return True
    if (
        (query.amount and _is_sum_of_else(query, reading))
        or is_no_phone(query, reading)
        or is_age(query, reading)
        or is_disputed(query, reading)
    ):
        return True
    absent = (
        _is_no_time(query, reading) or _lacks_number(query, reading) or _lacks_superlative(query, reading) or _lacks_price(query, reading)
    )
    if absent or _is_of_another_time(query, reading) or _is_only_planned(query, reading) or is_of_another_event(query, reading):
        return True
    return is_of_another_deed(query, reading)


def _is_sum(reading: Reading) -> bool:
    """Whether the answer is a sum of money, or a part of one: "4.2 million" of "4.2 million euros"."""
    text, offset = _sentence(reading), reading.sentence.start
    sums = (number for number in find_numbers(text, tokenize(text), language_of(text)) if number.kind is NumberKind.MONEY)
    return any(number.start < reading.short.end - offset and reading.short.start - offset < number.end for number in sums)


def _is_sum_of_else(query: Query, reading: Reading) -> bool:
    """Whether the answer would be a sum of money of which the sentence does not say that it is what is asked for, nor what it stands under:
    costs, of a profit."""
    seen = sight(_sentence(reading))
    heads = {*query.slots.head} - {MONEY}
    if not heads or seen.language != query.language or not _is_sum(reading):
        return False
    told = {concept for concept in seen.concepts if concept is not None}
    return heads.isdisjoint(told.union(seen.stems, titles_over(reading), *map(broader, told)))


def _is_only_called_after(query: Query, reading: Reading) -> bool:
    """Whether all that the sentence has of the question stands in longer names: the Orm Institute does not run the port of Orm."""
    seen = sight(_sentence(reading))
    asked = {*query.things, *query.names, *query.slots.action}
    told = [at for at in range(len(seen.stems)) if not asked.isdisjoint((seen.stems[at], seen.concepts[at]))]
    return bool(told) and seen.language == query.language and all(_is_in_longer_name(seen, at, asked) for at in told)


def _is_in_longer_name(seen: Sight, at: int, asked: Collection[str]) -> bool:
    """Whether a name goes on behind the word *at* with words that are not asked: "Orm" of "the Orm Economic Institute"."""
    behind = list(takewhile(lambda then: seen.surfaces[then][:1].isupper(), range(at + 1, len(seen.tags))))
    if seen.tags[at] != "PROPN" or not behind:
        return False
    return all({*asked}.isdisjoint((seen.stems[then], seen.concepts[then])) for then in behind)


def _is_other_vote(query: Query, reading: Reading) -> bool:
    """Whether votes against something are asked for and the sentence tells only of those for it, or the other way round."""
    sentence = _sentence(reading)
    syntax = parse(sentence, 0, len(sentence), language_of(sentence))
    taken = {TAKING_SIDES[concept] for concept in syntax.concepts if concept in TAKING_SIDES}
    if not taken and {VOTE, *TAKING_SIDES}.isdisjoint((*query.slots.action, *query.slots.head)):
        return False
    told = {way for way in ("for", "against") if not syntax.words[f"votes_{way}"].isdisjoint(token.lower for token in syntax.tokens)}
    told |= taken
    return bool(told) and query.votes not in told


@lru_cache(maxsize=_CACHED)
def _asks_thing(question: str, language: str) -> bool:
    """Whether it is asked which thing did what the verb says: «что подорожало сильнее всего», "what rose the most"."""
    verbs = parse(question, 0, len(question), language).verbs
    return bool(verbs) and verbs[0].chain[:1] == (1,)


def _is_no_name(reading: Reading) -> bool:
    """Whether the answer to who has the most of something would be a share or a sum: no party is 8 %."""
    text = _short(reading)
    numbers = find_numbers(text, tokenize(text), language_of(_sentence(reading)))
    return any(number.kind in _AMOUNTS and number.end - number.start >= len(text.strip()) - 1 for number in numbers)


def _lacks_turn(query: Query, reading: Reading) -> bool:
    """Whether it is asked who lost the most of something, or gained it, and the sentence tells of neither that thing nor that turn, or of
    the thing alone: who has five seats did not lose them."""
    turns = _TURNS.intersection(query.slots.action)
    if not turns:
        return False
    seen = sight(_sentence(reading))
    said = {concept for concept in seen.concepts if concept is not None}
    return turns.isdisjoint(said.union(*map(broader, said)))


def _is_taken_back(query: Query, reading: Reading) -> bool:
    """Whether the answer would be a number that the sentence only says was written before: "an earlier version said that 24 women"."""
    short = reading.short
    figures = reading.source.figures if reading.source is not None else ()
    if any(figure.span.start < short.end and short.start < figure.span.end for figure in figures):
        return False
    seen = sight(_sentence(reading))
    lowers = [lower for surface, lower in zip(seen.surfaces, seen.lowers, strict=True) if surface[0].isalnum()]
    asked = ("superseded", "retracting", *(() if query.kind is Kind.WHEN else ("given_at_first",)))  # what was first so was so
    names = [name for name in asked if not openings(seen.language, name).isdisjoint(lowers)]
    text = f" {' '.join(lowers)} "
    told = any(f" {phrase} " in text for name in names for phrase in functions(seen.language)[name])
    return told and bool(_numbers(_short(reading)))


def _is_no_time(query: Query, reading: Reading) -> bool:
    """Whether it is asked when, and the answer would be a number that dates nothing, "985 million francs"; or it is asked when something
    was done, or by a word for a time, "in what year", and the answer would be no date: "today", "several hours"."""
    short = _short(reading)
    if query.kind is not Kind.WHEN or _is_numbered(query.text, short):
        return False
    if not short[:1].isdigit():
        return (query.tense is Tense.PAST or asked_unit(query.text) is not None) and _is_undated(query, reading)
    text, start = _sentence(reading), reading.short.start - reading.sentence.start
    if short.isdigit() and len(short) in _YEARS:
        return is_measured(text, start, start + len(short))
    times = find_periods(text, 0, len(text), language_of(text))  # "1066" alone is none
    if any(time.start < start + len(short) and start < time.end for time in times):
        return False
    return not any(grain_of(token.lower, language_of(short)) for token in tokenize(short))


@lru_cache(maxsize=_CACHED)
def _is_numbered(question: str, short: str) -> bool:
    """Whether the time is asked for by a noun that the answer has with a number: "in which season", "season ten", "the third quarter"."""
    asked, told = sight(question), sight(short)
    asking_words = reader_words(asked.language).asking
    named = {noun for lower, noun in zip(asked.lowers, asked.stems[1:], strict=False) if lower in asking_words}
    return not named.isdisjoint(told.stems) and bool(find_numbers(short, tokenize(short), told.language))


def _is_undated(query: Query, reading: Reading) -> bool:
    """Whether the words that answer hold no date, nor are led by "after" or "during", which an event may follow where no date is asked."""
    text = _sentence(reading)
    seen = sight(text)
    start, end = reading.short.start - reading.sentence.start, reading.short.end - reading.sentence.start
    inside = [at for at in range(len(seen.tags)) if start <= seen.starts[at] and seen.ends[at] <= end]
    if asked_unit(query.text) is not None:
        now = functions(seen.language)["relative_to_now"]
        unit = any(grain_of(seen.lowers[at], seen.language) is not None for at in inside)  # "year 90"
        return not any((_is_date(seen, at) and seen.lowers[at] not in now) or (unit and seen.surfaces[at].isdigit()) for at in inside)
    led = bool(inside) and "after" in seen.cues[max(0, inside[0] - 1) : inside[0] + 1]
    vague = functions(seen.language)["vague_times"]
    nouns = (at for at in inside if seen.sorts[at] == "time" and seen.tags[at] != "NOUNS" and seen.lowers[at] not in vague)
    named = any(not _is_half_of_word(seen, at) for at in nouns)
    return not led and not named and not any(_is_date(seen, at) for at in inside)


def _is_half_of_word(seen: Sight, at: int) -> bool:
    """Whether the noun at *at* only tells with the word before it which thing is meant: "modern-day Namibia"."""
    return at > 0 and seen.surfaces[at - 1] in _HYPHENS and seen.tags[at + 1 : at + 2] in (("NOUN",), ("NOUNS",), ("PROPN",))


def _is_date(seen: Sight, at: int) -> bool:
    return seen.tags[at] == TIME or sum(map(str.isdigit, seen.surfaces[at])) in _YEARS


def _is_only_planned(query: Query, reading: Reading) -> bool:
    """Whether it is asked what was done, and the sentence tells no more than that it was to be: "was to open in 2019"."""
    if query.tense is not Tense.PAST or not query.slots.action:
        return False
    text = _sentence(reading)
    told = _modalities(text, tuple(query.slots.action))
    return bool(told) and None not in told


@lru_cache(maxsize=_CACHED)
def _modalities(text: str, deeds: tuple[str, ...]) -> tuple[Modality | None, ...]:
    """How each verb of *text* that names one of *deeds* tells it; of one that names two as done, since "seek to reform" is asked, too."""
    syntax = parse(text, 0, len(text), language_of(text))
    named = ((group, {syntax.concept_of(index) for index in group.chain} & {*deeds}) for group in syntax.verbs)
    return tuple(_modality(syntax, group) if len(asked) == 1 else None for group, asked in named if asked)


def _modality(syntax: Syntax, group: VerbGroup) -> Modality | None:
    """How the verb tells its deed; a plan that was made is done, where just that is asked."""
    return None if tells_plan(syntax, group) else modality_of(syntax, group, syntax.clause_at(group.first))


def _lacks_superlative(query: Query, reading: Reading) -> bool:
    """Whether "the cheapest" is asked and the sentence has neither that word nor any superlative."""
    asked = {named for _, named in superlatives(sight(query.text))}
    if not asked:
        return False
    seen = sight(_sentence(reading))
    if _has_other_end(ends_of(sight(query.text)), ends_of(seen)) or _tells_other_end(sight(query.text), seen):
        return True
    gone = {stem(word) for word in functions(seen.language)["gone_things"]}  # the first bridge, which was washed away, is not the oldest
    if gone.isdisjoint(seen.stems) and not _earliest(sight(query.text)).isdisjoint(_earliest(seen)):
        return False
    return asked.isdisjoint(seen.stems) and "most" not in seen.cues and not superlatives(seen)


def _earliest(seen: Sight) -> set[str]:
    """The nouns of *seen* right behind a word for what came first: the oldest church of a town was the first one there."""
    words = functions(seen.language)["earliest_ones"]
    found = (range(at + 1, min(at + 1 + TO_NOUN, len(seen.tags))) for at, lower in enumerate(seen.lowers) if lower in words)
    return {seen.stems[then] for near in found for then in near if seen.tags[then] in ("NOUN", "NOUNS")}


def _tells_other_end(asked: Sight, seen: Sight) -> bool:
    """Whether the lowest is asked for and the sentence tells of the highest alone, or the other way round."""
    ends = [
        {name for name in ("least", "greatest") if not asking(each.language).words[name].isdisjoint(each.lowers)} for each in (asked, seen)
    ]
    return len(ends[0]) == 1 and bool(ends[1]) and ends[0].isdisjoint(ends[1])


def _has_other_end(asked: set[tuple[str, bool]], said: set[tuple[str, bool]]) -> bool:
    """Whether "the least punctual" is asked and the sentence tells of the most punctual alone."""
    return asked.isdisjoint(said) and any((word, not upper) in said for word, upper in asked)


def _is_another_row(query: Query, reading: Reading) -> bool:
    """Whether the sentence is the row of a table and has none of the things asked after: the row of schools tells of no fire brigade."""
    row = _sentence(reading)
    things = [thing for thing in query.things if thing not in query.names]
    if _CELLS not in row:
        return False
    if _has_less_of_name(query, row, reading):
        return True
    if not things:
        return False
    seen = sight(row)
    return not any(thing in seen.concepts or thing in seen.stems for thing in things)


def _has_less_of_name(query: Query, row: str, reading: Reading) -> bool:
    """Whether another row of the table has more of a name that is asked for: the Medical Academy's is not the Agricultural Academy's."""
    named = {*query.names, *(thing for thing in query.things if thing in query.slots.other)}
    if not query.names:
        return False

    def held(line: str) -> int:
        seen = sight(line)
        return len(named.intersection((*seen.concepts, *seen.stems)))

    others = (line for line in reading.passage.text.splitlines() if _CELLS in line and line.strip() != row.strip())
    own = held(row)
    return any(held(line) > own for line in others)


def _is_of_another_time(query: Query, reading: Reading) -> bool:
    """Whether a time is asked for that neither the sentence nor what leads to it names: its document tells of another one, or of none.

    "Won the title in 2023-24" is not said by "won the title" below "Season 2024-25"; "the first since 2011" dates nothing.
    """
    asked = [
        period for period in (query.period, *query.periods) if period is not None and period.start is not None and period.end is not None
    ]
    if not asked or query.any_year:
        return False
    if all(_is_of_name(query.text, period, _sentence(reading)) or _is_named(period, _sentence(reading)) for period in asked):
        return False
    text = reading.passage.text[: reading.sentence.end - reading.passage.span.start]
    figures = reading.source.figures if reading.source is not None else ()
    published = next((figure.published for figure in figures if figure.published is not None), None)
    held = [period for piece in (text, *reading.passage.headings) for period in _times(piece, published)]
    if any(relation(one, other) is not Fit.DIFFERENT for one in asked for other in held):
        return False
    if query.any_day and any(calls_alike(asked[0], piece, language_of(piece)) for piece in (text, *reading.passage.headings)):
        return False
    return bool(held) or not any(_is_news(published, period) for period in asked)


def _is_of_name(question: str, period: Period, sentence: str) -> bool:
    """Whether the year only ends a name that the sentence has, too: "the Treaty of Lisbon 2007"."""
    named = re.search(rf"([^\W\d_]+) {re.escape(period.surface)}\b", question)
    return named is not None and named[1][:1].isupper() and named[0] in sentence


def _is_named(period: Period, sentence: str) -> bool:
    """Whether the sentence has the very words for an early year, which alone is none, "in 965 King Edgar", or has no days, "in 109 BC"; or
    a year at the end of brackets, as the work of a writer is cited of whom the sentence tells: "Keel's view (Keel 1960)"."""
    early = re.fullmatch(rf"(\D+ )?{_EARLY_YEAR}", period.surface)
    if early is not None and re.search(rf"\b{re.escape(period.surface)}\b", sentence) is not None:
        return True
    year = _YEAR.search(period.surface)  # "in 1960"
    cited = re.search(rf"\([^()]*?(\w+),? {year[0]}\)", sentence) if year is not None else None
    return cited is not None and re.search(rf"\b{cited[1]}\b", sentence[: cited.start()]) is not None


def _is_news(published: date | None, asked: Period) -> bool:
    """Whether a text of the day *published* that names no time may tell of the period *asked*: it has just been."""
    if published is None or asked.start is None or asked.end is None:
        return False
    return asked.start <= published <= asked.end + NEWS


def _times(text: str, published: date | None) -> Iterator[Period]:
    """The periods that *text* names, with both their ends, as seen from the day when it was *published*."""
    for mention in find_periods(text, 0, len(text), language_of(text)):
        period = resolve(mention, published=published)
        if period.start is not None and period.end is not None:
            yield period


def _lacks_number(query: Query, reading: Reading) -> bool:
    """Whether the question names a number, of more than a few, that the sentence does not: who "puts it at 400 million" did not say 3."""
    if query.kind is Kind.YES_NO or query.whole is not None:
        return False
    asked = {value for value in _numbers(query.text) if value >= TELLING}
    return bool(asked) and not asked <= _numbers(_sentence(reading), names=True)


def _lacks_price(query: Query, reading: Reading) -> bool:
    """Whether it is asked what something costs, and no number is said; or what is paid, "what compensation", and no sum of money."""
    if PAY in (*query.slots.head, *query.slots.other) and query.measure is None and query.kind in (Kind.WHAT, Kind.COUNT):
        kinds = {number.kind for number in find_numbers(_short(reading), tokenize(_short(reading)), language_of(_sentence(reading)))}
        if kinds and kinds <= {NumberKind.PERCENT, NumberKind.FRACTION}:
            return True  # a rise that the union wants is no wage
        if not kinds and query.kind is Kind.WHAT and PAY in query.slots.head:
            return True
    if query.kind is not Kind.WHAT:
        return False
    if COST in query.slots.action and _asks_cost(query.text, query.language):
        return not _numbers(_short(reading))
    return _asks_sum(query.text, query.language) and not _says_money(_short(reading))


@lru_cache(maxsize=_CACHED)
def _asks_cost(question: str, language: str) -> bool:
    """Whether it is asked what something costs, not what else becomes of costs: "what lowers costs"."""
    syntax = parse(question, 0, len(question), language)
    verbs = [syntax.concept_of(index) for group in syntax.verbs for index in group.chain]
    return COST in verbs or not any(is_deed(verb) for verb in verbs if verb is not None)


@lru_cache(maxsize=_CACHED)
def _asks_sum(question: str, language: str) -> bool:
    syntax = parse(question, 0, len(question), language)
    asked = syntax.phrase_at(1) if len(syntax.tokens) > 1 else None
    return asked is not None and syntax.lemma(asked.head) in syntax.words["paid"]


def _says_money(text: str) -> bool:
    return any(number.kind is NumberKind.MONEY for number in find_numbers(text, tokenize(text), language_of(text)))


@lru_cache(maxsize=_CACHED)
def _numbers(text: str, *, names: bool = False) -> frozenset[Decimal]:
    """The numbers of *text* but for times, and unless *names* for those that only tell one thing from others of its name."""
    language = language_of(text)
    times = find_periods(text, 0, len(text), language)
    tokens = tokenize(text)
    return frozenset(
        number.value
        for number in find_numbers(text, tokens, language)
        if number.kind in _SAID
        and (names or not _is_name(tokens, number, language))
        and not any(time.start < number.end and number.start < time.end for time in times)
    )


def _is_name(tokens: Sequence[Token], number: Number, language: str) -> bool:
    """Whether the number only tells one thing from others of its name: "Route 228", "Article 5"."""
    before = tokens[number.first - 1] if number.first else None
    return before is not None and (before.lower in functions(language)["labels"] or (number.first > 1 and before.surface[:1].isupper()))


def _sentence(reading: Reading) -> str:
    return text_at(reading.passage, reading.sentence)


def _short(reading: Reading) -> str:
    return text_at(reading.passage, reading.short)
