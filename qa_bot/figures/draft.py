"""A figure while it is being worked out."""

import re
from dataclasses import dataclass, field, replace
from decimal import Decimal

from qa_bot.figures.patients import doing_terms, patient_terms
from qa_bot.figures.stretches import Stretch
from qa_bot.figures.units import Unit
from qa_bot.schema import Bound, Claimant, Document, Figure, Measure, Modality, PartOf, Period, Span, Terms
from qa_bot.text.nominals import Counted
from qa_bot.text.periods import PeriodMention
from qa_bot.text.printable import in_line
from qa_bot.text.syntax import VerbGroup


@dataclass(slots=True)
class Slots:
    """What is said of a counted thing, in words and in concepts; a figure starts from these and inherits what it lacks."""

    head: tuple[str, ...] = ()
    counted_terms: tuple[str, ...] = ()
    action_terms: tuple[str, ...] = ()
    actor_terms: tuple[str, ...] = ()
    direction_terms: tuple[str, ...] = ()
    reason_terms: tuple[str, ...] = ()
    place_terms: tuple[str, ...] = ()
    other_terms: tuple[str, ...] = ()
    counted: str | None = None
    action: str | None = None
    actor: str | None = None
    direction: str | None = None
    reason: str | None = None
    place: str | None = None
    negative: bool = False
    modality: Modality | None = None


@dataclass(slots=True)
class Draft:
    """A figure in the making; *first* and *last* are the tokens of its number in the unit's sentence, half-open."""

    unit: Unit
    start: int
    end: int
    first: int
    last: int
    stretch: Stretch  # of the sentence that is said of it alone
    value: Decimal
    upper: Decimal | None = None
    bound: Bound = Bound.EXACT
    measure: Measure = Measure.COUNT
    counts: str | None = None  # `Figure.unit`
    per: str | None = None
    label: str = ""  # tells figures apart that share a surface ("1 each")
    row: str | None = None  # `Figure.label`
    slots: Slots = field(default_factory=Slots)
    when: PeriodMention | None = None  # which of several periods is its own: "in 2021 and 2022 ... 12 and 14 respectively"
    period: Period | None = None
    claimant: Claimant | None = None
    lead: int = -1  # the token before the number and the words of its bound
    scaled: bool = False  # "1.1 bn", "15 тысяч": written with a scale
    subject: bool = False  # its verb follows it
    settled: bool = False  # a verb of its own says what became of it: no other figure's deed is its
    ahead: bool = False  # what it counts stands before it: "turnout was 67 %"
    compared: bool = False  # "12 % more", "13 fewer": it only says how it compares
    held_against: bool = False  # "against a target of 90": it only says what the figure before was to be
    bracketed: bool = False  # right behind an opening bracket: "282 seats (36.9 %)"
    foremost: bool = False  # how many "the most" are: "the most cases (538)"
    ranked: bool = False  # comes next in a ranking: "followed by Malta with 32"
    circumstance: str | None = None  # `Figure.circumstance`
    whole: "Draft | None" = None
    antecedent: "Draft | None" = None  # the figure that a pronoun, an ellipsis or a list takes its slots from
    own_word: bool = False  # "by our own count": the text's, whoever publishes it
    against: "Draft | None" = None  # the figure of somebody else that the text sets it against
    newer: "Draft | None" = None  # the newer count of the same, of one that had been told before it
    scope_quotes: list[Span] = field(default_factory=list)
    near_terms: tuple[str, ...] = ()  # `Terms.near`
    context_terms: tuple[str, ...] = ()
    sentence_terms: tuple[str, ...] = ()
    quote: Span | None = None  # where it is not the unit
    noun: Counted | None = None  # the phrase of its own that it counts
    verb: VerbGroup | None = None  # that governs it
    adjunct_terms: tuple[str, ...] = ()  # `Terms.adjuncts`
    row_terms: tuple[str, ...] = ()  # `Terms.rows`
    beside_terms: tuple[str, ...] = ()  # `Terms.beside`
    does_terms: tuple[str, ...] = ()  # `Terms.does`, of those that no noun of its own tells

    @property
    def surface(self) -> str:
        return self.unit.document.text[self.start : self.end]

    def has_unit_behind(self) -> bool:
        """Return whether a noun behind the number says what one of the things is: "staff - 340 people"."""
        return self.noun is not None and self.noun.first >= self.last

    def quoted(self) -> Span:
        return self.quote or self.unit.span


def finish(draft: Draft, document: Document, figure_id: str, whole_id: str | None, against_id: str | None, newer_id: str | None) -> Figure:
    """Return the figure that *draft* has become; *whole_id* is the id of the figure it is part of, *against_id* that
    of the one it is set against, *newer_id* that of the newer count of the same."""
    slots, whole, quote = draft.slots, draft.whole, draft.quoted()
    if whole is not None and whole.measure is draft.measure and draft.value > (whole.upper or whole.value):
        whole = None  # a part is no larger than its whole, whatever the sentence seems to say
    if slots.reason and re.search(rf"(?<![\w.,]){re.escape(draft.surface)}(?!\w)", slots.reason):
        slots = replace(slots, reason=None, reason_terms=())  # what is counted is not its own reason: "the mill ground 79 sacks"
    return Figure(
        figure_id=figure_id,
        doc_id=document.doc_id,
        passage_id=draft.unit.passage.passage_id,
        span=Span(start=draft.start, end=draft.end),
        quote=quote,
        scope_quotes=tuple(dict.fromkeys(span for span in draft.scope_quotes if span != quote)),
        surface=document.text[draft.start : draft.end],
        value=draft.value,
        upper=draft.upper,
        bound=draft.bound,
        measure=draft.measure,
        unit=draft.counts,
        per=draft.per,
        counted=_on_one_line(slots.counted),
        action=_on_one_line(slots.action),
        negative=slots.negative,
        modality=slots.modality,
        reason=_on_one_line(slots.reason),
        actor=_on_one_line(slots.actor),
        direction=_on_one_line(slots.direction),
        place=_on_one_line(slots.place),
        circumstance=_on_one_line(draft.circumstance),
        period=_period_shown(draft.period),
        label=_on_one_line(draft.row),
        claimant=_claimant_shown(draft.claimant),
        part_of=PartOf(figure_id=whole_id, value=whole.value, counted=_on_one_line(whole.slots.counted)) if whole and whole_id else None,
        against=against_id,
        newer=newer_id,
        terms=Terms(
            head=slots.head,
            counted=slots.counted_terms,
            action=slots.action_terms,
            actor=slots.actor_terms,
            direction=slots.direction_terms,
            reason=slots.reason_terms,
            place=slots.place_terms,
            near=draft.near_terms,
            other=tuple(term for term in slots.other_terms if term not in draft.beside_terms),
            patient=_patient(draft),
            does=draft.does_terms or (doing_terms(draft.unit.syntax, draft.verb, draft.noun, draft.last) if draft.noun is not None else ()),
            adjuncts=draft.adjunct_terms,
            rows=draft.row_terms,
            beside=draft.beside_terms,
            sentence=draft.sentence_terms,
            context=draft.context_terms,
        ),
        published=document.published,
        language=draft.unit.language,
    )


def _on_one_line(words: str | None) -> str | None:
    """What is shown within a line has no line breaks of the file: "Port / Lorne"."""
    return words if words is None else in_line(words)


def _period_shown(period: Period | None) -> Period | None:
    return period.model_copy(update={"surface": in_line(period.surface)}) if period is not None and "\n" in period.surface else period


def _claimant_shown(claimant: Claimant | None) -> Claimant | None:
    if claimant is None or "\n" not in f"{claimant.name}{claimant.role}{claimant.outlet}":
        return claimant
    said = {"name": in_line(claimant.name), "role": _on_one_line(claimant.role), "outlet": _on_one_line(claimant.outlet)}
    return claimant.model_copy(update=said)


def _patient(draft: Draft) -> tuple[str, ...]:
    """What the events that *draft* counts happened to, by its own noun or that of the figure whose noun it takes."""
    while draft.noun is None and draft.antecedent is not None and draft.antecedent.slots.head == draft.slots.head:
        draft = draft.antecedent
    if draft.noun is None or draft.measure is not Measure.COUNT:
        return ()
    return patient_terms(draft.unit.syntax, draft.noun)
