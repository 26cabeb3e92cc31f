"""The citable stretches of a document's passages - sentences, list items, table rows - and what stands in each."""

import re
from collections.abc import Mapping, Sequence
from collections.abc import Set as AbstractSet
from functools import cache

from qa_bot.figures.currencies import currencies_of, with_currencies
from qa_bot.figures.notes import split_note
from qa_bot.figures.zeros import may_tell_none, zeros_of
from qa_bot.schema import Block, BlockKind, Document, Passage, Span
from qa_bot.text.functions import functions
from qa_bot.text.kept import kept
from qa_bot.text.language import language_within
from qa_bot.text.number_words import number_words
from qa_bot.text.numbers import Number, NumberKind, find_numbers
from qa_bot.text.periods import PeriodMention, find_further, find_periods
from qa_bot.text.syntax import Syntax, parse
from qa_bot.text.tokens import Token, tokenize

_ORDINALS = frozenset({"first", "second"})  # the commonest starts of numbers that count nothing
MAX_NUMBERS = (
    120  # of a sentence; more are data that somebody pasted, in which no scope is to be seen and any would take minutes to look for
)
_CAPTION = 25  # tokens of a label over a table; captions of the tables in tests/documents have 4 to 18
_BETWEEN = 3  # blocks further is a table that a unit and a caption part from the one before
_ROW_OF_TABLES = 50  # tables with units between them that are looked at
_LINES_ABOVE = 5  # a table that may say what it is of, from whom and in which unit
_UNIT_LINE = 80  # characters of a line that names a unit and nothing else
_YEAR = re.compile(r"(?:19|20)\d\d")
_SIGNS = r"\d½¼¾⅓⅔⅛"
_FRACTIONS = frozenset({"quarter", "quarters", "couple"})  # numbers only behind an article, which says nothing by itself


class Unit:
    """A sentence, list item or table row; what is found in it is worked out when first asked for. Offsets are the document's."""

    def __init__(self, document: Document, passage: Passage, span: Span, block: int, *, kind: BlockKind) -> None:
        self.document = document
        self.passage = passage
        self.span = span
        self.start = span.start
        self.end = span.end
        self.block = block
        self.kind = kind
        self.before: Unit | None = None  # the sentence before in the same paragraph
        self.opening = self  # the first sentence of the paragraph
        self.intro: Unit | None = None  # of a list item: the sentence that introduces the list; of a row: the caption
        self.beside: Unit | None = None  # of a row: the sentence beside its table that names a unit and nothing else
        self.currencies: Mapping[str, str] = {}  # that only its document counts money in

    def let_go(self) -> None:
        """Forget all that was found, when nothing more is asked: sentences hold one another, and what Python would have to look for as
        garbage, which took a twentieth of the time of indexing, is freed at once."""
        self.__dict__.clear()

    @kept
    def language(self) -> str:
        """The language that the unit itself is in; a table is in that of its document."""
        language = self.document.language
        return language if self.kind is BlockKind.TABLE else language_within(self.text, language)

    @property
    def text(self) -> str:
        return self.document.text[self.start : self.end]

    @kept
    def tokens(self) -> list[Token]:
        return tokenize(self.document.text, self.start, self.end)

    @kept
    def numbers(self) -> list[Number]:
        """The numbers of the sentence, those words among them that say that there was none."""
        if self.kind is BlockKind.TABLE or not may_tell_none(self.text, self.language):
            return self._numerals
        zeros = zeros_of(self._parsed(self._numerals), self._numerals)
        inside = {index for zero in zeros for index in range(zero.first, zero.last)}
        return sorted([*(number for number in self._numerals if number.first not in inside), *zeros], key=lambda number: number.start)

    @kept
    def _numerals(self) -> list[Number]:
        if not _numerals(self.language).search(self.text.lower()):
            return []  # spares tokens and numbers of two sentences in five
        if len(self.text) <= _UNIT_LINE and _leads_unit(self.text, self.language) and _is_unit(self):
            return []  # «Единица измерения: тысяча человек»
        found = find_numbers(self.document.text, self.tokens, self.language)
        found = with_currencies(found, self.tokens, self.currencies) if self.currencies else found
        return found if len(found) <= MAX_NUMBERS or self.kind is BlockKind.TABLE else []

    def has_count(self) -> bool:
        """Return whether anything but the periods named may be a number that counts: of what is in a period the tokens are not needed."""
        text = self.text
        if self.kind is not BlockKind.TABLE and may_tell_none(text, self.language) and self.numbers:
            return any(not any(mention.start <= number.start < mention.end for mention in self.periods) for number in self.numbers)
        lower, search = text.lower(), _numerals(self.language).search
        found = search(lower)
        if len(lower) != len(text):
            return found is not None  # places do not tell: "İ" becomes two letters
        while found is not None:
            at = self.start + found.start()
            period = next((mention for mention in self.periods if mention.start <= at < mention.end), None)
            if period is None:
                return True
            found = search(lower, period.end - self.start)
        return False

    @kept
    def periods(self) -> list[PeriodMention]:
        """The periods that the sentence names, also "in the second half" after a sentence about the first."""
        earlier = self.before.named_periods[-1:] if self.before is not None else []
        text = self.document.text
        return find_further(text, self.start, self.end, earlier[0], self.named_periods, self.language) if earlier else self.named_periods

    @kept
    def named_periods(self) -> list[PeriodMention]:
        return find_periods(self.document.text, self.start, self.end, self.language)

    @kept
    def syntax(self) -> Syntax:
        return self._parsed(self.numbers)

    def _parsed(self, numbers: Sequence[Number]) -> Syntax:
        document = self.document
        return parse(
            document.text,
            self.start,
            self.end,
            self.language,
            tokens=self.tokens,
            numerals=[(number.first, number.last) for number in numbers if not _is_plain_ordinal(number, self.language)],
            times=[(mention.start, mention.end) for mention in self.periods],
            bounds=[(number.bound_start, number.start) for number in numbers if number.bound_start is not None],
        )


def _is_plain_ordinal(number: Number, language: str) -> bool:
    """Whether a number only says which one, in a word, and so describes its noun as adjectives do: "the number of first doses"."""
    return language == "en" and number.kind is NumberKind.ORDINAL and number.in_words


@cache
def _numerals(language: str) -> re.Pattern[str]:
    """What a sentence must hold to hold a number that can count: a digit or the first word of a number, but not "a", "first", "second"."""
    words = number_words(language)
    starts = {word for word in (words.starts | _FRACTIONS) - words.articles - _ORDINALS if word[0].isalpha()}
    rests: dict[str, list[str]] = {}
    for word in sorted(starts, key=lambda word: (-len(word), word)):
        rests.setdefault(word[0], []).append(re.escape(word[1:]))
    # The first character comes first and alone, so that the search skips all others at once: twelve times as fast for the Russian patterns.
    wholes = "|".join(rf"(?<={first})(?:{'|'.join(rest)})" for first, rest in sorted(rests.items()))
    return re.compile(rf"[{_SIGNS}{''.join(sorted(rests))}](?:(?<=[{_SIGNS}])|(?<![^\W\d_].)(?:{wholes})(?![^\W\d_]))")


def units_of(document: Document, passages: Sequence[Passage]) -> list[Unit]:
    """Return the units of *passages* in order, each list item with the sentence that introduces its list."""
    units: list[Unit] = []
    blocks = document.blocks
    currencies = currencies_of(document)
    at = 0
    for passage in passages:
        for span in passage.sentences:
            while at + 1 < len(blocks) and blocks[at].span.end <= span.start:
                at += 1
            kind = blocks[at].kind if blocks and _holds(blocks[at], span) else BlockKind.PARAGRAPH
            unit = Unit(document, passage, span, at, kind=kind)
            unit.currencies = currencies
            unit.intro = _intro(units, unit)
            if kind in (BlockKind.PARAGRAPH, BlockKind.LIST_ITEM) and units and units[-1].block == at:
                unit.before, unit.opening = units[-1], units[-1].opening
            units.append(unit)
    _take_what_is_beside(units, blocks)
    return units


def _take_what_is_beside(units: Sequence[Unit], blocks: Sequence[Block]) -> None:
    """Give the rows of each table the caption that stands below it, where none does above, and their unit where it stands alone."""
    by_block: dict[int, list[Unit]] = {}
    for unit in units:
        by_block.setdefault(unit.block, []).append(unit)
    kinds = [*(block.kind for block in blocks), None, None, None]
    tables = [at for at in by_block if kinds[at] is BlockKind.TABLE]
    taken: set[int] = set()  # captions and units
    for place, at in enumerate(tables):
        rows = by_block[at]
        _take_unit_above(by_block, tables, place, taken)
        if at + 1 not in by_block:
            continue
        below, captioned = by_block[at + 1][0], at - 1 not in taken and kinds[max(at - 1, 0)] is BlockKind.CAPTION
        # of a caption between two tables the second one has need, unless there is one below that, too
        free = kinds[at + 2] is not BlockKind.TABLE or kinds[at + 3] is BlockKind.CAPTION
        if kinds[at + 1] is BlockKind.CAPTION and free and not captioned:
            taken.add(at + 1)
            for row in rows:
                row.intro = below
        elif kinds[at + 1] is BlockKind.PARAGRAPH and _is_unit(below) and not _introduces(by_block, tables, place, at + 1):
            taken.add(at + 1)
            for row in rows:
                row.beside = row.beside or below
            for row in by_block.get(at + 2, ()):
                row.intro = None if row.intro is below else row.intro


def _take_unit_above(by_block: Mapping[int, Sequence[Unit]], tables: Sequence[int], place: int, taken: AbstractSet[int]) -> None:
    """Give the rows of a table its caption, though a unit or a source stands between, and the unit that stands alone there or over it."""
    at = tables[place]
    rows = by_block[at]
    title, noted, between = _lines_above(by_block, at, taken)
    if title is not None and noted is None and _is_unit_at(by_block, title.block - 1):
        over = by_block[title.block - 1][0]
        behind = place > 0 and tables[place - 1] == title.block - 2
        if over.passage.headings == title.passage.headings and (not behind or _introduces(by_block, tables, place - 1, over.block)):
            noted = over
    for row in rows:
        if between and title is not None:
            row.intro = title
        elif between and row.intro is not None and row.intro.block in by_block and _is_aside(row.intro):
            row.intro = noted
        row.beside = noted if noted is not row.intro else row.beside


def _lines_above(by_block: Mapping[int, Sequence[Unit]], at: int, taken: AbstractSet[int]) -> tuple[Unit | None, Unit | None, bool]:
    """Return the line over the table in block *at* that names it, the one that only names its unit, and whether lines are between."""
    noted: Unit | None = None
    for above in range(at - 1, max(at - 1 - _LINES_ABOVE, -1), -1):
        if by_block[at][0].document.blocks[above].kind is BlockKind.FURNITURE:
            continue  # "Source: Statistics Norland", taken for the publisher
        line = by_block[above][-1] if above in by_block and above not in taken else None
        if line is None or line.kind not in (BlockKind.PARAGRAPH, BlockKind.CAPTION):
            break
        if line.passage.headings != by_block[at][0].passage.headings:
            break
        if noted is None and _is_unit(line):
            noted = line
        elif not _is_aside(line):
            named = line.kind is BlockKind.CAPTION or _captions(line)
            return line if named and not _is_unit(line) else None, noted, above < at - 1
    return None, noted, True


def _is_aside(unit: Unit) -> bool:
    """Return whether a line says of a table only from whom or of when it is: "Source: Statistics Norland"."""
    text = unit.document.text[unit.start : unit.end].strip(" *_(").lower()
    lead = next((lead for lead in functions(unit.document.language)["aside_leads"] if text.startswith(lead)), None)
    return lead is not None and text[len(lead) :].lstrip(" *_")[:1] == ":" and not _is_unit(unit)


def _introduces(by_block: Mapping[int, Sequence[Unit]], tables: Sequence[int], place: int, at: int) -> bool:
    """Return whether the unit alone in block *at*, behind one of the *tables*, is that of the next one, under the same heading.

    It is not where such lines close the tables: one stands below the last of them, and none over the first. Before a caption it is
    only where one stands over the first table, too.
    """
    if (
        place + 1 == len(tables)
        or tables[place + 1] - at > 2
        or by_block[tables[place + 1]][0].passage.headings != by_block[at][0].passage.headings
    ):
        return False
    first, last = place, place + 1
    while first and place - first < _ROW_OF_TABLES and _unit_between(by_block, tables[first - 1], tables[first]):
        first -= 1
    while last + 1 < len(tables) and last - place < _ROW_OF_TABLES and _unit_between(by_block, tables[last], tables[last + 1]):
        last += 1
    opened = _is_unit_at(by_block, tables[first] - 1) or _is_unit_at(by_block, tables[first] - 2)
    return opened or (tables[place + 1] == at + 1 and not _is_unit_at(by_block, tables[last] + 1))


def _unit_between(by_block: Mapping[int, Sequence[Unit]], above: int, below: int) -> bool:
    return below - above <= _BETWEEN and any(_is_unit_at(by_block, at) for at in range(above + 1, below))


def _is_unit_at(by_block: Mapping[int, Sequence[Unit]], at: int) -> bool:
    return at in by_block and by_block[at][0].kind is BlockKind.PARAGRAPH and len(by_block[at]) == 1 and _is_unit(by_block[at][0])


def _leads_unit(text: str, language: str) -> bool:
    first = next(iter(text.split()), "").strip("(*_.:").lower()
    return first in functions(language)["unit_leads"]


def _is_unit(unit: Unit) -> bool:
    return not split_note(unit.text.rstrip(" *_"), unit.language)[0]


def _holds(block: Block, span: Span) -> bool:
    return block.span.start <= span.start and span.end <= block.span.end


def _intro(before: list[Unit], unit: Unit) -> Unit | None:
    """The sentence before a list or table, under the same heading, that introduces it; later items share it with the first."""
    if unit.kind not in (BlockKind.LIST_ITEM, BlockKind.TABLE) or not before:
        return None
    last = before[-1]
    if last.kind is unit.kind and last.block == unit.block:
        return last.intro
    if last.kind is unit.kind is BlockKind.TABLE:
        return last.intro if goes_on(last, unit) else None
    if last.passage.headings != unit.passage.headings:
        return None
    if last.kind is unit.kind:
        return last.intro
    if last.kind is BlockKind.CAPTION:
        return last
    return last if last.kind is BlockKind.PARAGRAPH and (unit.kind is BlockKind.LIST_ITEM or _captions(last)) else None


def goes_on(last: Unit, unit: Unit) -> bool:
    """Return whether the table of *last* goes on, on a further page under the same header, in that of *unit*."""
    above, below = (each.document.blocks[each.block] for each in (last, unit))
    heads = [
        [(cell.column, unit.document.text[cell.span.start : cell.span.end]) for cell in block.cells if cell.header]
        for block in (above, below)
    ]
    headings = unit.passage.headings
    return above.page != below.page and heads[0] == heads[1] != [] and last.passage.headings[: len(headings)] == headings


def _captions(unit: Unit) -> bool:
    """Whether a paragraph's last sentence captions a table: a colon, a unit, a word for the table, or a label without verb or number."""
    text = unit.text.rstrip(" *_")
    if text.endswith(":"):
        return True
    words = functions(unit.document.language)["table_words"]
    if _is_unit(unit):
        return True
    if any(token.lower in words for token in unit.tokens):
        return _points(unit)
    start = unit.document.blocks[unit.block].span.start if unit.document.blocks else unit.start
    before = unit.document.text[start : unit.start].strip(" .:*_\n").lower()
    alone = not before or before in functions(unit.document.language)["captions"]  # "Table. Fires by district, 2023"
    if not alone or len(unit.tokens) > _CAPTION or (text[-1:] in ".!?" and any(group.finite for group in unit.syntax.verbs)):
        return False
    return names_only_times(unit)


def _points(unit: Unit) -> bool:
    """Whether a sentence with a word for the table points to it: not "After the table ... 77 permits", which tells a number of its own."""
    words = functions(unit.document.language)
    if unit.tokens[0].lower in words["articles"] | words["demonstratives"] | words["table_words"]:
        return True
    tables = words["table_words"] | words["captions"]
    return all(_is_time(unit, number) or unit.tokens[max(number.first - 1, 0)].lower in tables for number in unit.numbers)


def names_only_times(unit: Unit) -> bool:
    """Return whether all numbers of a caption tell times, but for that of the table: "Table 2. Tickets refunded, 2022"."""
    captions = functions(unit.document.language)["captions"]
    numbered = {at + 1 for at, token in enumerate(unit.tokens[:2]) if token.lower in captions}
    return all(number.first in numbered or _is_time(unit, number) for number in unit.numbers)


def _is_time(unit: Unit, number: Number) -> bool:
    """Whether a number of a caption is in a period or, behind a sign, a bare year: "Tickets refunded by reason, 2022"."""
    text = unit.document.text
    bare = _YEAR.fullmatch(text, number.start, number.end) is not None and text[unit.start : number.start].rstrip()[-1:] in (
        ",",
        "(",
        ":",
        "—",
        "–",
    )
    return bare or any(period.start <= number.start < period.end for period in unit.periods)
