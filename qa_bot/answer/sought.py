"""What of a question is looked for around every figure: its concepts, and the terms that are neither counted nor states."""

from collections.abc import Collection
from typing import NamedTuple

from qa_bot.answer.columns import LEVEL
from qa_bot.answer.concepts import UNSPECIFIC, is_action, is_person, opposites, target
from qa_bot.answer.events import named_events
from qa_bot.schema import Figure, Kind, Measure, Query
from qa_bot.text.functions import functions

SEXES = functions("en")["sexes"]
WITHOUT_WORK = functions("en")["without_work"]


def asked_concepts(query: Query) -> frozenset[str]:
    """The concepts of the question, of whatever slot."""
    slots = query.slots
    named = (*slots.head, *slots.counted, *slots.action, *slots.actor, *slots.direction, *slots.reason, *slots.place, *slots.other)
    return frozenset(map(target, named))


class Term(NamedTuple):
    """A term of the question that is neither counted nor a state."""

    term: str
    slot: str  # of the question
    name: str  # of the slot in which a figure without it differs
    listed: bool  # whether it is an action that the lexicon has
    strict: bool  # whether a figure that nowhere has it is about something else
    vague: bool  # whether it is a sort of persons that a text need not name, unless it names rows by it


class Sought(NamedTuple):
    """What of a question is looked for around every figure."""

    asked: frozenset[str]  # its concepts, of whatever slot
    named: frozenset[str]  # those that a figure may have of its own
    subject: frozenset[str]  # those of what is counted
    terms: tuple[Term, ...]

    def about(self, rows: Collection[str], figure: Figure) -> list[Term]:
        """The terms to look for around *figure*, in whose passage *rows* are named by those terms; a share may be of one sort."""
        grouped = figure.label is not None and figure.measure is Measure.SHARE
        return [each for each in self.terms if grouped or not each.vague or each.term in rows]


def sought_in(query: Query) -> Sought:
    slots = query.slots
    rated = LEVEL in asked_concepts(query) or query.measure is Measure.SHARE
    sort = any(is_person(head) and head not in UNSPECIFIC | SEXES for head in slots.head)  # "how many claimants were men"
    sexes = SEXES if rated or sort else frozenset[str]()  # a rate is that of men or of all: no "men" of whom just persons are meant
    events = named_events(slots)
    sorted_out = (
        *(("counted", "counted", term) for term in slots.counted),
        *(("action", "action", term) for term in slots.action if term not in events),
        *(("other", "counted", term) for term in (*events, *slots.other)),
    )
    terms = [
        Term(
            term,
            slot,
            name,
            slot == "action" and is_action(term),
            _is_strict(term, slot, name, query) or term in sexes,
            term in UNSPECIFIC - sexes and slot != "counted",
        )
        for slot, name, term in sorted_out
        if not (term.startswith("@") or term in slots.head)
    ]
    named = frozenset([term for slot in _NAMED for term in getattr(slots, slot)])
    return Sought(asked_concepts(query), named, frozenset((*slots.head, *slots.counted)), tuple(terms))


_NAMED = ("head", "counted", "action", "actor", "reason", "place", "other")


def tells_sort(term: str, slot: str, query: Query) -> bool:
    """Whether *term* asks for those of persons that are of a sort: "how many of the detained reporters were women"."""
    if slot != "other" or query.kind is not Kind.COUNT or query.unit != "person":
        return False
    return is_person(term) and (term in SEXES or term not in UNSPECIFIC)


def _is_strict(term: str, slot: str, name: str, query: Query) -> bool:
    """Whether a figure that nowhere has *term* is about something else: a modifier of the counted noun, another noun, a listed action."""
    if name == "action" and opposites(term):
        return True
    return tells_sort(term, slot, query) or term in query.slots.counted or term in query.things or term in WITHOUT_WORK
