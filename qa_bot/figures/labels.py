"""What the labels of a table say: its rows' and columns' headers."""

import re
from collections.abc import Collection, Iterator, Mapping, Sequence
from datetime import date
from typing import NamedTuple

from qa_bot.figures.clocks import without_clock
from qa_bot.figures.footnotes import NO_NOTES, Footnotes, noted_period
from qa_bot.figures.header_nouns import with_noun, with_plural
from qa_bot.figures.notes import Note, read_note, read_scale, split_note
from qa_bot.schema import Basis, Block, Cell, Document, Fit, Measure, Modality, Period, Span
from qa_bot.text.asking import asking
from qa_bot.text.functions import functions, names_total
from qa_bot.text.lexicon import Kinds, lexicon, remembered
from qa_bot.text.moments import Grain, Moment
from qa_bot.text.numbers import find_numbers
from qa_bot.text.periods import SOON, PeriodForm, PeriodMention, find_periods, relation, resolve, within
from qa_bot.text.roman import read_roman
from qa_bot.text.syntax import TIME, Syntax, parse
from qa_bot.text.time_words import grain_of, time_words
from qa_bot.text.tokens import tokenize
from qa_bot.text.turned_parts import spelled_out, with_parts_ahead

REMEMBERED = 1000  # labels: the rows of long tables are called alike, and each is looked at twice
ANNOUNCED = 92  # days behind its date at most of which a text tells in the present, as `times` has it
LONGEST_LABEL = 60  # characters of what names a row in a second column; longer cells are remarks
EDGES = " ,;:.*_()–—-"
_NUMBERED = re.compile(r"\d{1,2}(?:-?[^\W\d_]{1,2})? [^\W\d_]+")  # "18th week"
_ORDINAL = re.compile(r"(\d{1,2})(?:-?[^\W\d_]{1,2}|\.)?")  # "3", "3rd", "3-й"
_ROWS_OF = {Grain.MONTH: 12, Grain.QUARTER: 4, Grain.HALF: 2, Grain.WEEK: 53}  # units of which a year has so many
_EMPTY_PART = re.compile(r"\s*,(?:\s*,)+")  # of "Norway, 2021, refugees" without its year
_JOINT = re.compile(r"(?<=[^\W_])_(?=[^\W_])")  # of a header that programs wrote: "breeding_pairs"
_BARE_YEAR = re.compile(r"1\d{3}|20\d\d", re.ASCII)
_YEAR = re.compile(r"(?<![\w.,-])(?<!\b\d/)(?<!\b\d\d/)(?:19|20)\d\d(?![\w-])(?![.,]\d)")


class Label(NamedTuple):
    """A header, label or caption, read; *name* is its text without period and unit."""

    text: str
    name: str
    syntax: Syntax
    period: Period | None
    note: Note | None
    state: bool = False  # it only says what the numbers are: "2023 actual", "Budget 2024"
    modality: Modality | None = None  # and that they are none of what happened
    mention: PeriodMention | None = None  # the period as written
    noted: Span | None = None  # the note below the table that gives the period
    own: "Label | None" = None  # the lowest of several headers, where it says itself what was done to what: «Исследовано клещей»

    @property
    def terms(self) -> tuple[str, ...]:
        """The concepts of its words, in order; of no day, month or year, which may be called as deeds are: "March"."""
        words = zip(self.syntax.concepts, self.syntax.tags, strict=True)
        named = [term for term, tag in words if term is not None and tag != TIME]
        return tuple(dict.fromkeys((*named, *_things_done(self.syntax))))


def _things_done(syntax: Syntax) -> Iterator[str]:
    """The concepts of the things in deeds that several words call: the electricity of "electricity generation"."""
    for mention in syntax.mentions:
        if mention.last - mention.first > 1 and syntax.lexicon.action(mention.concept) is not None:
            nouns = [at for at in range(mention.first, mention.last) if syntax.tags[at] in ("NOUN", "NOUNS")]
            rest = nouns[:-1] if syntax.language == "en" else nouns[1:]  # without the deed itself
            yield from filter(syntax.lexicon.is_unit, (syntax.lexicon.concept(syntax.tokens[at].lower) for at in rest))


def read_label(text: str, language: str, *, published: Document | None = None, whole: bool = True) -> Label:
    """Return *text* as a label; with *whole* it may be a unit and nothing else."""
    return _label(text, language, published.published if published else None, whole=whole)


@remembered(REMEMBERED)
def _label(text: str, language: str, day: date | None, *, whole: bool) -> Label:
    text = spelled_out(_spaced(text, language), language, numbered=whole)
    turned = with_parts_ahead(text, language)
    own = _without_base(turned, language)
    mentions = find_periods(own, 0, len(own), language) or _month(own, language)
    rest, note = split_note(without_clock(turned), language, whole=whole)
    syntax = _parsed(
        rest if rest and (note is not None or len(rest) < len(text)) else text, language
    )  # "Harvest, thousand tonnes" is about the harvest
    syntax = with_noun(syntax) if note is not None and note.of_sums and language == "en" else syntax
    period = resolve(mentions[0], published=day, soon=_soon(own, mentions[0], language)) if mentions else _year(own, language)
    if period is not None and not functions(language)["open_years"].isdisjoint(token.lower for token in tokenize(own)):
        period = Period(start=None, end=None, surface=period.surface, basis=Basis.UNRESOLVED)  # "2024 YTD", up to we know not when
    name = _without_times(rest, language) if period is not None else rest
    said = {token.lower for token in tokenize(name) if token.surface[0].isalpha()}
    words = functions(language)
    state = bool(said) and said <= words["settled_states"] | words["planned_states"] | words["expected_states"]
    sum_called = note is not None and note.measure is Measure.MONEY and syntax.tags[:1] in (["VBN"], ["ADJ"])  # "Approved cost, £m"
    called = {syntax.tokens[0].lower} if sum_called else set[str]()
    modality = _modality(said if state or period is not None else called, words)
    return Label(text, _closed(name.strip(EDGES)), syntax, period, note, state, modality, mentions[0] if mentions else None)


def _soon(text: str, mention: PeriodMention, language: str) -> int:
    """How many days behind the date of the document a day without its year may lie: more where something will be "From 8 April"."""
    lead = text[mention.lead : mention.start].strip().lower()
    return ANNOUNCED if lead in functions(language)["starting_leads"] else SOON


def _closed(name: str) -> str:
    """*name* with the bracket that was taken off its end: "Farms (with gardens)"."""
    return f"{name})" if name.count("(") > name.count(")") else name


def _without_base(text: str, language: str) -> str:
    """*text* with blanks for the time that a percentage is reckoned from, behind another one or the sign: "2023 к 2022, %", "% of 2022"."""
    marks = "|".join(re.escape(mark) for mark in sorted(functions(language)["base_marks"] | functions(language)["base_marks_of_heads"]))
    found = re.search(rf"(?<=[%\w]) (?:{marks}) (?:(?P<month>[^\W\d]+) )?(?:19|20)\d\d(?!\d)", text, re.IGNORECASE)
    if found is None or (found["month"] and not _month(found["month"], language)):
        return text  # "% of GDP 2022" is of that year
    if not (_YEAR.search(text[: found.start()]) or text[: found.start()].rstrip().endswith("%")):
        return text
    return text[: found.start()] + " " * (found.end() - found.start()) + text[found.end() :]


def _spaced(text: str, language: str) -> str:
    """A header that programs wrote in words: "breeding pairs" of "breeding_pairs", "exports, mln usd" of "exports_mln_usd"."""
    *words, _ = (*_JOINT.split(text), "")
    for first in range(max(len(words) - 2, 1), len(words)):
        unit = " ".join(words[first:])
        if read_note(unit, language) is not None:
            return f"{' '.join(words[:first])}, {unit}"
    return " ".join(words)


def _parsed(text: str, language: str) -> Syntax:
    times = find_periods(text, 0, len(text), language) or _month(text, language)
    tokens = tokenize(text)
    syntax = parse(
        text,
        0,
        len(text),
        language,
        tokens=tokens,
        numerals=[(number.first, number.last) for number in find_numbers(text, tokens, language)],
        times=[(mention.start, mention.end) for mention in times],
    )
    return with_plural(syntax) if language == "en" else syntax


def _month(text: str, language: str) -> list[PeriodMention]:
    """The month, or the week by its number, that a label is and nothing else, also one that a sentence would have for something else:
    "March", "May", "18th week"."""
    bare = text.strip(EDGES)
    if not (bare.isalpha() or _NUMBERED.fullmatch(bare)):
        return []
    said = within(text, language)
    lead = len(said) - len(text)
    found = find_periods(said, 0, len(said), language)
    if len(found) != 1 or found[0].grain not in (Grain.MONTH, Grain.WEEK) or found[0].form is not PeriodForm.YEARLESS:
        return []
    return [found[0]._replace(start=max(found[0].start - lead, 0), end=found[0].end - lead, lead=0, surface=bare)]


def period_in(head: Label | None, label: Label | None, over: Period | None) -> Period | None:
    """Return the period of a cell: that of its header, its row or, above them, the table; a month or quarter in the year of the others.

    "January" in a row under "Visitors 2022" is January 2022, and so is the cell under "January" in the row "2022".
    """
    named = [(place.period, place.mention) for place in (head, label) if place is not None and place.period is not None]
    yearless = next((mention for _, mention in named if mention and mention.form is PeriodForm.YEARLESS), None)
    if yearless is not None:
        others = [period for period, mention in named if mention is not yearless]
        around = others[0] if others else over
        placed = _placed(yearless, around) if around is not None else None
        if placed is not None:
            return placed.model_copy(update={"basis": Basis.STATED if others else Basis.CONTEXT})
        if others:
            return others[0]
    periods = [period for period, _ in named]
    periods = [period for period in periods if period.basis is not Basis.UNRESOLVED] or periods  # "Change on the previous year" in 2023
    if len(periods) > 1 and relation(*periods) is Fit.NARROWER:
        return periods[1]
    return periods[0] if periods else over


def _placed(mention: PeriodMention, around: Period) -> Period | None:
    """The one occurrence of a yearless *mention* within *around*; None where there is none or more."""
    if around.start is None or around.end is None:
        return None
    found = [resolve(mention, published=None, year=year) for year in range(around.start.year, around.end.year + 1)]
    held = [period for period in found if relation(around, period) in (Fit.SAME, Fit.NARROWER)]
    return held[0] if len(held) == 1 else None


def _without_times(text: str, language: str) -> str:
    for mention in reversed(find_periods(text, 0, len(text), language) or _month(text, language)):
        text = text[: mention.lead] + text[mention.end :]
    return _EMPTY_PART.sub(",", " ".join(_YEAR.sub("", text).split()))


def _modality(said: Collection[str], words: Mapping[str, frozenset[str]]) -> Modality | None:
    """What a header of a period says of its column: "2024 budget", "Forecast 2025"."""
    if not words["settled_states"].isdisjoint(said):
        return None
    if not words["planned_states"].isdisjoint(said):
        return Modality.PLANNED
    return Modality.EXPECTED if not words["expected_states"].isdisjoint(said) else None


def _year(text: str, language: str) -> Period | None:
    """The year that a label names without a word of time, which only its place in the table makes one: "2021", "Quota 2022 (t)"."""
    years = _YEAR.findall(text)
    if len(years) != 1:
        return None
    said = within(years[0], language)
    mentions = find_periods(said, 0, len(said), language)
    return resolve(mentions[0], published=None) if mentions else None


def cells_by_column(block: Block) -> dict[int, list[Cell]]:
    """Return the cells of each column, header and all, from left to right."""
    columns: dict[int, list[Cell]] = {}
    for cell in block.cells:
        columns.setdefault(cell.column, []).append(cell)
    return dict(sorted(columns.items()))


def cells_by_row(block: Block) -> dict[int, list[Cell]]:
    """Return the cells of each row below the header, by the offset at which its unit begins: that of its first cell with any text."""
    rows: dict[int, list[Cell]] = {}
    for cell in block.cells:
        if not cell.header:
            rows.setdefault(cell.row, []).append(cell)
    return {
        next((cell.span.start for cell in cells if cell.span.end > cell.span.start), cells[0].span.start): cells for cells in rows.values()
    }


def texts_of(document: Document, cells: Sequence[Cell], *, header: bool) -> list[str]:
    """Return what stands in those of the *cells* that are headers, or in those that are none."""
    return [document.text[cell.span.start : cell.span.end].strip() for cell in cells if cell.header is header]


def column_label(document: Document, cells: Sequence[Cell], notes: Footnotes = NO_NOTES, units: Collection[int] = frozenset()) -> Label:
    """Return what the headers among the *cells* of a column say together, and the *notes* that these lead to.

    In the rows *units* of units a round number is one: "1,000".
    """
    scale = next((said for cell in cells if cell.row in units and (said := read_scale(_text(document, cell), document.language))), None)
    cells = [cell for cell in cells if scale is None or cell.row not in units]
    written = texts_of(document, cells, header=True)
    texts = list(dict.fromkeys(text for text in map(notes.unmarked, written) if text))
    note = scale
    if len(texts) > 1 and scale is None:
        split = [split_note(text, document.language) for text in texts]
        note = next((said for _, said in reversed(split) if said is not None), None)  # "Share, %" over "2023", or below "Exports, EUR"
        empty = functions(document.language)["counting_heads"]  # "number" below "Firms"
        texts = [rest for at, (rest, _) in enumerate(split) if rest and not (at and rest.lower() in empty)]
    texts = [spelled_out(text, document.language) for text in texts] if len(texts) > 1 else texts
    label = read_label(" ".join(texts), document.language, published=document)
    label = label._replace(note=note) if note is not None else label
    label = label._replace(own=_own(texts[-1], document)) if len(texts) > 1 else label
    return _noted(label, written, notes)


def _own(text: str, document: Document) -> Label | None:
    """The lowest of several headers, where it says itself what was done to what: "Ticks examined", under "Tests"."""
    label = read_label(text, document.language, published=document, whole=False)
    done = any(tag in ("VBN", "VERB") for tag in label.syntax.tags)
    things = any(phrase.adposition < 0 and label.syntax.tags[phrase.head] == "NOUNS" for phrase in label.syntax.phrases)
    return label if done and things else None


def _text(document: Document, cell: Cell) -> str:
    return document.text[cell.span.start : cell.span.end].strip()


def _noted(label: Label, written: Sequence[str], notes: Footnotes) -> Label:
    """*label* with the period that a note says its numbers are of: "2023*" over "* April to December"."""
    for note in filter(None, map(notes.of, written)):
        period = noted_period(note, label.period, label.syntax.language)
        if period is not None:
            return label._replace(period=period, mention=None, noted=note.span)
    return label


def unit_over_last(document: Document, columns: Mapping[int, Sequence[Cell]]) -> Cell | None:
    """Return the cell over the last header that holds a unit, where nothing stands over the others but the labels: it is of them all.

    A share or rate is one of the last column alone.
    """
    last = max(columns, default=0)
    heads = {column: [cell for cell in cells if cell.header and cell.span.end > cell.span.start] for column, cells in columns.items()}
    if last < 2 or len(heads[last]) != 2 or any(len(heads[column]) != 1 for column in range(1, last) if column in heads):
        return None
    over, head = heads[last]
    text = document.text[over.span.start : over.span.end]
    alone = all(heads[column][0].row == head.row for column in range(1, last) if column in heads)
    rest, note = split_note(text, document.language)
    return over if over.row < head.row and alone and not rest and note and note.measure not in (Measure.SHARE, Measure.RATE) else None


def section_of(cells: Sequence[Cell], columns: int) -> Cell | None:
    """Return the one cell of a row that reaches over all *columns*, which heads the rows below: "Northern districts"."""
    return cells[0] if columns > 1 and len(cells) == 1 and cells[0].column == 0 else None


def row_label(
    document: Document,
    cells: Sequence[Cell],
    columns: Sequence[int],
    section: Cell | None,
    notes: Footnotes = NO_NOTES,
    unit: Grain | None = None,
    *,
    dated: bool = False,
) -> Label | None:
    """Return what names a row: its labels, after that of the rows it is among; a number alone is that of a *unit* of time, and where rows
    are *dated* "11/2022" is a month."""
    language = document.language
    named = [cell for cell in cells if cell.column in columns]
    written = [document.text[cell.span.start : cell.span.end].strip() for cell in named]
    texts = [text for text in (notes.unmarked(text).strip("*_ ") for text in written) if text]
    if section is not None and section not in named:
        texts.append(document.text[section.span.start : section.span.end].strip(" *_:"))
    texts = [spelled_out(text, language) for text in texts] if dated else texts
    label = read_label(", ".join(_month_of_year(texts, language)), language, published=document, whole=False) if texts else None
    label = _timed(label, texts[0], unit) if label is not None and label.period is None and unit is not None else label
    return _noted(label, written, notes) if label is not None and notes.by_mark else label


def _month_of_year(texts: list[str], language: str) -> list[str]:
    """The labels of a row with a month and its year, where each stands in a column of its own, as one: "March 2023"."""
    year = next((text for text in texts if _BARE_YEAR.fullmatch(text)), None)
    month = next((text for text in texts if (found := _month(text, language)) and found[0].grain is Grain.MONTH), None)
    if year is None or month is None:
        return texts
    return [f"{month} {year}" if text == month else text for text in texts if text != year]


def _timed(label: Label, text: str, unit: Grain) -> Label:
    """Return *label* with the *unit* of time whose number *text*, its first part, is: "III" below "Quarter"."""
    number = read_roman(text) or int(bare[1] if (bare := _ORDINAL.fullmatch(text)) else 0)
    if not 1 <= number <= _ROWS_OF[unit]:
        return label
    mention = PeriodMention(0, len(text), 0, PeriodForm.YEARLESS, text, Moment(unit, number=number))
    return label._replace(period=resolve(mention, published=None), mention=mention, name=label.name.removeprefix(text).strip(EDGES))


def row_unit(head: Label) -> Grain | None:
    """Return the unit of time by whose numbers the rows under *head* are called, if they are: "Quarter of 2023", but not "Weeks waited"."""
    language = head.syntax.language
    first = next((token.lower for token in tokenize(head.text) if token.surface[0].isalpha()), "")
    unit = grain_of(first, language)
    return unit if unit in _ROWS_OF and first not in time_words(language).lists["plural_units"] else None


def says_when(head: Label) -> bool:
    """Return whether a header is of when something was, and of nothing else: "Month", "Period", «Дата»."""
    return head.text.strip(EDGES).replace("_", " ").lower() in functions(head.syntax.language)["time_heads"]


def names_units(document: Document, columns: dict[int, list[Cell]], column: int, language: str) -> bool:
    """Return whether the rows name things that are counted ("Trains cancelled") rather than places or sorts."""
    labels = texts_of(document, columns[column], header=False)
    counted = 0
    for text in labels:
        mentions = [mention for mention in lexicon(language).mentions(tokenize(text)) if mention.kinds & Kinds.UNIT]
        counted += bool(mentions) and not any(mention.kinds & (Kinds.ENTITY | Kinds.GROUP) for mention in mentions)
    return 2 * counted > len(labels)


def names_numbers(document: Document, cells: Sequence[Cell]) -> bool:
    """Return whether some of the *cells* of a column, which name the rows, are numbers other than years: depths, ages."""
    labels = texts_of(document, cells, header=False)
    return any(text[:1].isdigit() and not _YEAR.match(text) for text in labels)


def is_total(label: Label) -> bool:
    """Return whether a row holds the sums of the others."""
    return names_total([token.surface for token in label.syntax.tokens if token.surface[0].isalpha()], label.syntax.language)


def is_attribute(head: Label) -> bool:
    """Return whether a header only says which ones it counts of what the caption names: "Late", "2022 Delayed"."""
    if head.state or not head.name or is_total(head):
        return False
    marks = [mark for mark in _parsed(head.name, head.syntax.language).tags if mark != "PUNCT"]
    return bool(marks) and all(mark in ("ADJ", "VBN") for mark in marks)


def is_naming(head: Label) -> bool:
    """Return whether the rows under *head* are names: "Department", "Region of origin"."""
    phrases = head.syntax.phrases[:1]
    return any(head.syntax.lemma(phrase.head) in head.syntax.words["naming"] for phrase in phrases)


def names_indicators(head: Label) -> bool:
    """Return whether each row under *head* says itself what it measures: "Indicator", «Показатель»."""
    phrases = head.syntax.phrases[:1]
    return any(head.syntax.lemma(phrase.head) in head.syntax.words["indicators"] for phrase in phrases)


def sort_named(head: Label) -> tuple[str, ...]:
    """Return the concept of what the rows under *head* are: of "Region of origin" a region, of "Age of mother" ages."""
    syntax = head.syntax
    if not head.name or not syntax.phrases:
        return ()
    at = syntax.phrases[0].head
    if at and syntax.tokens[at].lower in syntax.words["serials"] and syntax.concepts[at - 1] is not None:
        at -= 1  # "contract_id"
    concept = syntax.concepts[at]
    return (concept,) if concept is not None else ()


def are_places(head: Label) -> bool:
    """Return whether the rows under *head* are places: "District"."""
    places = asking(head.syntax.language).words["by_place"]
    return any(
        not places.isdisjoint((head.syntax.lemma(phrase.head), head.syntax.tokens[phrase.head].lower)) for phrase in head.syntax.phrases[:1]
    )


def tells_time(head: Label) -> bool:
    """Return whether the rows under *head* are times: "Year", "Month"."""
    units = head.syntax.words["time_units"]
    return any(head.syntax.lemma(index) in units for index in range(len(head.syntax.tokens)))


def name_budget_places(heads: dict[int, Label]) -> dict[int, Label]:
    """Return *heads*, where «Бюджет» beside «Платное» is no plan: those who study at the cost of the state beside those who pay."""
    words = next((head.syntax.words for head in heads.values()), None)
    if words is None:
        return heads
    paid = any(head.syntax.lemma(at) in words["paying_heads"] for head in heads.values() for at in range(min(len(head.syntax.tokens), 2)))
    states = {head.syntax.lemma(0) for head in heads.values() if head.state} - words["budgets"]
    alone = paid and not states  # beside "Actual" a budget is a plan
    held = (column for column, head in heads.items() if alone and head.state and head.syntax.lemma(0) in words["budgets"])
    return heads | {column: heads[column]._replace(state=False, modality=None) for column in held}
