"""Which event a figure is told of: who asks how many died in the fire means the one that a document reports, and none of years before."""

from collections.abc import Sequence

from qa_bot.answer.concepts import broader
from qa_bot.answer.deeds import FATES
from qa_bot.answer.readings import Reading
from qa_bot.schema import Candidate, Figure, Kind, Query, Terms
from qa_bot.text.functions import functions
from qa_bot.text.lexicon import lexicon
from qa_bot.text.tagger import features
from qa_bot.text.tokens import tokenize

CALAMITIES = functions("en")["calamities"]
LASTING = functions("en")["lasting_events"]
FORMER = functions("en")["former"]
KILLING = functions("en")["killing"]
LONGEST = 7  # days that the counts of a report on an event may span


def of_one_event(query: Query, fitting: Sequence[Candidate]) -> list[Candidate]:
    """Return *fitting* without the figures of earlier events that their documents tell only beside the one that is asked for."""
    if query.period is not None or query.periods or query.any_year or query.by == "period":
        return list(fitting)
    one = _asks_of_one(query)
    kept: dict[str, list[Figure]] = {}
    for candidate in fitting:
        kept.setdefault(candidate.figure.doc_id, []).append(candidate.figure)

    def is_beside(figure: Figure) -> bool:
        later = [other for other in kept[figure.doc_id] if _is_later(other, figure) and _names(other, query) >= _names(figure, query)]
        return bool(later) and (one or _tells_former(figure) or (_tells_event(figure) and all(map(_is_of_report, later))))

    return [candidate for candidate in fitting if not is_beside(candidate.figure)]


def named_events(slots: Terms) -> tuple[str, ...]:
    """Return the deeds asked that only name the event in which others befell persons: "killed when the roof collapsed"."""
    fated = any(not FATES.isdisjoint((deed, *broader(deed))) for deed in slots.action)
    return tuple(deed for deed in slots.action if fated and deed in CALAMITIES)


def is_of_another_event(query: Query, reading: Reading) -> bool:
    """Return whether how many were hurt in a sudden event is asked, of which nothing around the sentence of *reading* tells: who is
    missing since a ferry sank is not since an earthquake."""
    persons = query.kind is Kind.COUNT and query.unit == "person"
    return persons and any(item.concept in CALAMITIES and not item.verb for item in reading.absent)


def is_killed_in_event(term: str, query: Query) -> bool:
    """Return whether *term* asks who was killed in some sudden event, where others may say that they died."""
    return term in KILLING and not CALAMITIES.isdisjoint(
        (*query.slots.action, *query.slots.other, *query.slots.counted, *query.slots.reason)
    )


def _asks_of_one(query: Query) -> bool:
    """Whether the question names one sudden event, by a noun in the singular: "the flood", not "floods"."""
    words = lexicon(query.language)
    return any(words.concept(token.lower) in CALAMITIES and _is_one(token.lower, query.language) for token in tokenize(query.text))


def _tells_former(figure: Figure) -> bool:
    """Whether the figure is told of one event before another: "the previous epidemic"."""
    said = {*figure.terms.sentence}
    return not FORMER.isdisjoint(said) and not said.isdisjoint(CALAMITIES | LASTING)


def _tells_event(figure: Figure) -> bool:
    """Whether the sentence of the figure names a sudden event, as the title does: "the 2011 fire" in the report on a fire."""
    terms = figure.terms
    return not CALAMITIES.isdisjoint(terms.sentence) and not CALAMITIES.isdisjoint(terms.context)


def _is_of_report(figure: Figure) -> bool:
    """Whether the figure is of some day, or of no time, as in a report on one event, and not of a year."""
    period = figure.period
    if period is None or period.start is None or period.end is None:
        return True
    return (period.end - period.start).days < LONGEST


def _is_one(word: str, language: str) -> bool:
    if language == "ru":
        forms = features(word, "ru")
        return "sing" in forms or "plur" not in forms
    return not word.endswith("s")


def _is_later(other: Figure, figure: Figure) -> bool:
    """Whether *other* is told of a later year than *figure*, in another sentence."""
    last = figure.period.end if figure.period is not None else None
    if last is None or other.quote == figure.quote:
        return False
    ends = (other.period.end or other.period.start) if other.period is not None else other.published
    return ends.year > last.year if ends is not None else other.period is None


def _names(figure: Figure, query: Query) -> int:
    """How many of the names in the question the sentence of *figure* has, or what stands around it."""
    return len({*query.names} & {*figure.terms.sentence, *figure.terms.context})
