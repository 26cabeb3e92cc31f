"""The types that pass between the stages, and nothing else.

Everything is frozen and holds tuples; what is stored or leaves the program is validated and rejects unknown fields. A span is half-open,
in characters of its owner's text: ``owner.text[span.start:span.end]``. `Figure` is what the index keeps; `CitedFigure`, `Citation` and
`Answer` are what leaves the program, field for field as programs outside rely on them. *terms* are concepts: lexicon ids ("refuse",
"person"), entities ("@RU", "@western") or, for a word that no lexicon lists, its own stem.
"""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import StrEnum
from typing import Annotated, NamedTuple, Protocol

from pydantic import BaseModel, BeforeValidator, ConfigDict, PlainSerializer

MAX_QUOTE = 600  # characters of a citation; the contract's limit
FORMAT = 1  # of Answer, as other programs read it; grows when a field changes its meaning


class Record(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid", defer_build=True)


def plain(value: Decimal) -> str:
    """Return *value* as digits, without an exponent or zeros that say nothing: "3000000", "12.5"."""
    digits = format(value, "f")
    return digits.rstrip("0").rstrip(".") if "." in digits else digits


Amount = Annotated[Decimal, PlainSerializer(plain, return_type=str, when_used="json")]


@dataclass(frozen=True, slots=True, kw_only=True)
class Span:
    """A stretch of a text. No model, as Cell and Block are none: a document may hold a million, and models take five times the memory."""

    start: int
    end: int


# ---------------------------------------------------------------- documents


class BlockKind(StrEnum):
    HEADING = "heading"
    PARAGRAPH = "paragraph"
    LIST_ITEM = "list_item"
    TABLE = "table"
    CAPTION = "caption"
    FURNITURE = "furniture"  # menus, teasers, "Rate the material": kept in the text, never cited


@dataclass(frozen=True, slots=True, kw_only=True)
class Cell:
    """One cell of a table; row and column count from 0, header rows included."""

    row: int
    column: int
    span: Span
    header: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Block:
    kind: BlockKind
    span: Span
    level: int = 0  # of a heading, 1 = top
    page: int | None = None
    cells: tuple[Cell, ...] = ()  # of a table, row by row


class Document(Record):
    doc_id: str
    path: str
    text: str
    blocks: tuple[Block, ...]
    title: str | None = None
    publisher: str | None = None
    speaker: str | None = None  # who makes the document's claims, where its metadata says so
    author: str | None = None  # who wrote it, several parted by ", "; a reporter's name makes no claim
    published: date | None = None
    url: str | None = None
    language: str = "en"
    content_hash: str = ""


class Passage(Record):
    """A paragraph, a list with the line that introduces it, or a table: the unit of retrieval. Spans are into the document."""

    passage_id: str  # doc_id + "#p" + ordinal
    doc_id: str
    span: Span
    text: str
    sentences: tuple[Span, ...]  # citable units: sentences, list items, table rows; furniture is never among them
    headings: tuple[str, ...] = ()  # outermost first
    page: int | None = None
    ordinal: int = 0


class Synonyms(Record):
    """A concept as the corpus's own lexicon.toml has it: its id or a word for it, other words, and what it is a sort of."""

    concept: str
    words: tuple[str, ...]
    broader: tuple[str, ...] = ()


# ---------------------------------------------------------------- figures


class Bound(StrEnum):
    EXACT = "exact"
    ABOUT = "about"
    AT_LEAST = "at_least"
    MORE_THAN = "more_than"
    AT_MOST = "at_most"
    LESS_THAN = "less_than"
    BETWEEN = "between"


class Measure(StrEnum):
    COUNT = "count"
    SHARE = "share"
    RATE = "rate"
    CHANGE = "change"
    MONEY = "money"
    QUANTITY = "quantity"


class Basis(StrEnum):
    """Where a slot's value comes from."""

    STATED = "stated"
    CONTEXT = "context"
    PUBLICATION_DATE = "publication_date"
    UNRESOLVED = "unresolved"


class Period(Record):
    """Both ends inclusive; None and None when unresolved. One end None: open on that side."""

    start: date | None
    end: date | None
    surface: str
    basis: Basis = Basis.STATED


def period_fields(period: Period | None) -> dict[str, object]:
    """Return *period* as JSON has it: always an object, also where a document gives none."""
    if period is None:
        return {"start": None, "end": None, "surface": "", "basis": Basis.UNRESOLVED.value}
    return period.model_dump(mode="json")


def _period_read(fields: object) -> object:
    return None if fields == period_fields(None) else fields


AnyPeriod = Annotated[Period | None, BeforeValidator(_period_read), PlainSerializer(period_fields, when_used="json")]


class Claimant(Record):
    name: str
    role: str | None = None
    outlet: str | None = None
    basis: Basis = Basis.STATED


class PartOf(Record):
    figure_id: str
    value: Amount
    counted: str | None = None


class Derived(Record):
    expression: str
    operands: tuple[str, ...]


class Terms(Record):
    """The concepts of a figure or a question, by the slot they stand in. What the fit is decided on."""

    head: tuple[str, ...] = ()  # the counted noun
    counted: tuple[str, ...] = ()  # its modifiers and complements
    action: tuple[str, ...] = ()  # what was done, outermost first: "refused to extradite" is refuse, extradite
    actor: tuple[str, ...] = ()  # who did it
    direction: tuple[str, ...] = ()  # "to:@RU", "from:@CH"
    reason: tuple[str, ...] = ()
    place: tuple[str, ...] = ()
    near: tuple[str, ...] = ()  # a place that the text has reached, where the figure names none: it may be there
    other: tuple[str, ...] = ()  # other content words of the clause
    patient: tuple[str, ...] = ()  # what the events that are counted happened to: crossings, of "341 cancellations of crossings"
    does: tuple[str, ...] = ()  # what those did themselves who are counted: "130 prisoners reported torture"
    adjuncts: tuple[str, ...] = ()  # those behind a preposition of the figure's own, with it: "by:lightning", "in:mathematics"
    rows: tuple[str, ...] = ()  # what the rows are that it is one of, or that are asked for: region, of "which region"
    beside: tuple[str, ...] = ()  # words of the sentence that are said of another figure instead
    sentence: tuple[str, ...] = ()  # of the rest of the sentence
    context: tuple[str, ...] = ()  # of headings, title, caption, the sentence a list or pronoun hangs on


class Modality(StrEnum):
    """What is said of a deed that is not said to have happened."""

    PLANNED = "planned"  # "will build", "plans to build", "is to be built"
    EXPECTED = "expected"  # "is expected to reach"
    POSSIBLE = "possible"  # "may", "could", "would"
    REQUIRED = "required"  # "must build", "should have spent", "it is necessary to"


class Figure(Record):
    """A number that counts something, with its scope, as it stands in one document."""

    figure_id: str
    doc_id: str
    passage_id: str
    span: Span  # of the surface, into the document
    quote: Span  # the sentence, list item or table row that holds it
    scope_quotes: tuple[Span, ...] = ()  # sentences that carry slots taken from elsewhere
    surface: str
    value: Amount
    upper: Amount | None = None
    bound: Bound = Bound.EXACT
    measure: Measure = Measure.COUNT
    unit: str | None = None
    per: str | None = None
    counted: str | None = None
    action: str | None = None
    negative: bool = False  # "did not", "without": the action did not happen
    modality: Modality | None = None  # of an action that is only planned, expected or possible
    reason: str | None = None
    actor: str | None = None
    direction: str | None = None
    place: str | None = None
    label: str | None = None  # of the row or list entry it stands in: "Switzerland", "5-14 years"
    circumstance: str | None = None  # what makes it a part where no slot says so: "in the dark", «на бюджетные места»
    period: Period | None = None
    claimant: Claimant | None = None
    part_of: PartOf | None = None
    against: str | None = None  # the id of the figure that somebody else gave for the same, where the text sets this one against it
    newer: str | None = None  # the id of the count of the same, by the same voice, that came after it: this one is no longer so
    terms: Terms = Terms()
    published: date | None = None  # of its document
    language: str = "en"


# ---------------------------------------------------------------- questions


class Kind(StrEnum):
    COUNT = "count"  # how many, how much, what number of
    SHARE = "share"
    LIST = "list"  # which countries ..., breakdown by ...
    COMPARE = "compare"
    TREND = "trend"
    SUPERLATIVE = "superlative"
    YES_NO = "yes_no"
    WHO = "who"
    WHEN = "when"
    WHERE = "where"
    WHY = "why"
    WHAT = "what"


class Operation(StrEnum):
    """How the answer is derived from figures on file."""

    SHARE = "share"  # part / whole
    REST = "rest"  # whole - part: "and how many were not?"
    DIFFERENCE = "difference"  # between two periods, entities
    SUM = "sum"  # only where the question asks for a total of named parts


class Tense(StrEnum):
    """What a question asks for: what happened, or what is to come or may."""

    PAST = "past"
    FUTURE = "future"


class Condition(Record):
    """Of a yes/no question: "more than 100"; of a *share*, "one in five", the value is in percent."""

    bound: Bound
    value: Amount
    upper: Amount | None = None
    share: bool = False


class Filter(Record):
    """Which documents are searched; what is empty lets all through. A document without a date is not of any."""

    docs: tuple[str, ...] = ()  # ids or globs
    publishers: tuple[str, ...] = ()  # names or globs, in any case
    languages: tuple[str, ...] = ()
    since: date | None = None  # the first day of publication
    until: date | None = None  # and the last


class Query(Record):
    """A question as understood. Slots that were not asked are None or empty, and are no constraint."""

    text: str
    language: str
    kind: Kind
    terms: tuple[str, ...]  # index terms of the content words, in order
    expansions: tuple[str, ...] = ()  # index terms of other words for the same concepts, also in the other language; they weigh less
    slots: Terms = Terms()
    counted: str | None = None  # the counted phrase as asked, for wording
    unit: str | None = None
    per: str | None = None  # the concept of what each of is asked for: "per head"
    measure: Measure | None = None
    polarity: bool | None = None  # False: the question asks for what was not done
    tense: Tense | None = None
    planned: bool = False  # asks what was planned, whatever came of it
    votes: str | None = None  # "for" or "against", where votes are asked for
    branch: str | None = None  # of work, by its name in the lists: "construction"
    dimension: str | None = None  # of "how deep": the answer is in units of length
    off_plan: bool = False  # how far it is from what was planned
    amount: bool = False  # asks "how much", "how high", not "how many"
    period: Period | None = None
    any_year: bool = False  # the period was asked without a year: "in April"
    any_day: bool = False  # "last week" or "on Thursday", and nobody said from which day that is seen
    periods: tuple[Period, ...] = ()  # when several are asked side by side
    claimant: tuple[str, ...] = ()
    things: tuple[str, ...] = ()  # the terms of its nouns and names: no other words may stand for them
    names: tuple[str, ...] = ()  # those of its capitalised words, which tell one body or person from others of its kind
    named: tuple[tuple[str, ...], ...] = ()  # the same, by the names of several words that they make
    spelled: tuple[tuple[str, str], ...] = ()  # of those that are common words, too, the stem: no Harbour Line is one of the port
    whole: Amount | None = None  # "how many of the 66": the part's whole
    numerals: tuple[str, ...] = ()  # that tell which ones are meant: 5 and 14 of "aged 5 to 14", 385 of "the Class 385"
    limited: bool = False  # "under 5": they are the end of a range
    ordinals: tuple[tuple[int, str], ...] = ()  # likewise: which of the things of that concept, 7 and "match" of "the seventh match"
    serials: tuple[int, ...] = ()  # the numbers of names: 2 of «больница № 2»
    operation: Operation | None = None
    by: str | None = None  # the slot a list, trend or superlative runs over: period, actor, place ...
    grain: str | None = None  # of the periods that a superlative runs over: "month", "quarter"
    descending: bool = True  # of a superlative
    condition: Condition | None = None
    binds: tuple[str, ...] = ()  # figure ids that "those" stands for
    parts: "tuple[Query, ...]" = ()
    read_as: str = ""
    typos: tuple[str, ...] = ()  # that were mended: "trians → trains"
    continues: str | None = None  # the question before, as it was read, where something is taken from it
    docs: tuple[str, ...] = ()  # doc_ids or globs the search is limited to
    only: tuple[Filter, ...] = ()  # and what each of these lets through

    @property
    def asks_something(self) -> bool:
        """Whether there is a word to look for, a year alone being none, or a figure that the question points back to."""
        return any(not term.isdigit() for term in self.terms) or bool(self.binds)


class Turn(Record):
    """One question of a conversation, as understood, with the figures that answered it."""

    query: Query
    figures: tuple[Figure, ...] = ()
    whole: Query | None = None  # the question, where *query* is only the last of its parts, as they were read


class Hit(NamedTuple):
    passage: Passage
    figures: tuple[Figure, ...]
    score: float
    rank: int  # from 1
    body: str = ""  # the passage's index terms, a line for each of its sentences, then for what lies between them; "" where not known


# ---------------------------------------------------------------- fit


class Fit(StrEnum):
    SAME = "same"
    NARROWER = "narrower"
    WIDER = "wider"
    UNKNOWN = "unknown"
    DIFFERENT = "different"


class Candidate(NamedTuple):
    """A figure held against a question, slot by slot; only asked slots appear in *fits*."""

    figure: Figure
    fits: tuple[tuple[str, Fit], ...]
    score: float  # orders candidates of the same fit, higher first
    weak: int = 0  # how many asked words only the rest of the passage holds
    distance: int = 0  # how far from it the asked words stand, summed up: 0 when all are in its own slots
    gap: int = 0  # how far in its sentence the asked cause stands, where that is no slot of its own
    against: tuple[str, ...] = ()  # the slots that its text contradicts, where others are only not said

    def slots(self, *fits: Fit) -> tuple[str, ...]:
        """Return the slots whose fit is one of *fits*, in slot order."""
        return tuple([slot for slot, fit in self.fits if fit in fits])


# ---------------------------------------------------------------- answers


class Status(StrEnum):
    ANSWERED = "answered"
    PARTIAL = "partial"
    NOT_FOUND = "not_found"
    UNCLEAR = "unclear"


class Form(StrEnum):
    SINGLE = "single"
    TABLE = "table"
    SIDE_BY_SIDE = "side_by_side"
    BREAKDOWN = "breakdown"
    PASSAGE = "passage"


class CitedFigure(Record):
    figure_id: str
    value: Amount
    upper: Amount | None = None
    bound: Bound = Bound.EXACT
    measure: Measure = Measure.COUNT
    unit: str | None = None
    per: str | None = None
    counted: str | None = None
    action: str | None = None
    modality: Modality | None = None
    newer: str | None = None  # the id of the count of the same that came after it
    reason: str | None = None
    actor: str | None = None
    direction: str | None = None
    place: str | None = None
    period: AnyPeriod = None
    claimant: Claimant | None = None
    circumstance: str | None = None  # what makes it a part where no other slot says so: "in the dark"
    label: str | None = None  # what names its row among those shown: "Switzerland", the other cells of its table, its document
    part_of: PartOf | None = None
    derived: Derived | None = None
    differs: tuple[str, ...] = ()
    surface: str | None = None
    start: int | None = None  # of the surface in the document's text
    citation: int | None = None
    scope_citations: tuple[int, ...] = ()


class Citation(Record):
    number: int
    doc_id: str
    path: str
    title: str | None = None
    publisher: str | None = None
    published: date | None = None
    url: str | None = None
    page: int | None = None
    quote: str
    start: int
    end: int


class HitRef(Record):
    rank: int
    doc_id: str
    passage_id: str
    start: int
    end: int
    score: float


class Answer(Record):
    format: int = FORMAT
    id: str
    question: str
    read_as: str
    language: str
    status: Status
    form: Form
    by: str | None = None
    short: str | None = None
    verdict: str | None = None
    text: str
    figures: tuple[CitedFigure, ...] = ()
    total: int | None = None  # how many figures answer, where not all of them are in *figures*
    nearest: tuple[CitedFigure, ...] = ()
    missing: tuple[str, ...] = ()
    choices: tuple[str, ...] = ()
    related: tuple[int, ...] = ()  # numbers of citations that are about the topic and answer nothing
    citations: tuple[Citation, ...] = ()
    hits: tuple[HitRef, ...] = ()
    notes: tuple[str, ...] = ()
    took_ms: float = 0.0
    index: str = ""


# ---------------------------------------------------------------- what a stage may ask of another


class Words(Protocol):
    """What `understand` needs of the corpus vocabulary; the index fulfils it."""

    def knows(self, word: str) -> bool:
        """Return whether the folded surface form *word* occurs in the corpus."""

    def near(self, word: str) -> tuple[str, ...]:
        """Return known surface forms within a typo's distance of *word*, the likeliest first."""


class Progress(Protocol):
    """Told how far a build has come; faces draw it."""

    def __call__(self, *, done: int, total: int, name: str) -> None: ...
