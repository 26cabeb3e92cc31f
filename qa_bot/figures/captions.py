"""What stands over a table: its caption, the sentence that introduces it, or the heading; and what its corner cell names."""

import re
from collections.abc import Mapping
from pathlib import PurePath
from typing import NamedTuple

from qa_bot.figures.label_nouns import dividing_phrase, named_words, sorting_words, tells_population, unit_counted, unit_headed, unit_named
from qa_bot.figures.labels import Label, read_label
from qa_bot.figures.listed_units import Listed, listed_units
from qa_bot.figures.notes import Note, split_note
from qa_bot.figures.reported import names_report
from qa_bot.figures.times import Calendar
from qa_bot.figures.units import Unit
from qa_bot.schema import Basis, BlockKind, Document, Period, Span
from qa_bot.text.asking import asking
from qa_bot.text.functions import functions
from qa_bot.text.lexicon import Kinds
from qa_bot.text.syntax import TIME, Phrase, Syntax

_NUMBERED = re.compile(r"\W*([^\W\d_]+)\s*(?:(?:№\s*)?(?:\d+(?:\.\d+)*|[IVX]+)\s*[.:—–-]|[.:])\s*(?=\w)")
_OPEN = ("PRON", "VERB", "VB")  # tags of words that something must follow in "Pupils who ...", "Schools that have ..."
LONGEST = 200  # characters of a line of a caption
_SECTION = re.compile(r"^(?:\d{1,2}\.)+(?:\d{1,2})?\s+(?=[^\W\d_])")  # "4.1 Revenue"


class Above(NamedTuple):
    """What stands over a table: its caption or introducing sentence, else the heading; with the period and unit they give.

    *beside* is where a unit stands that is said there alone.
    """

    label: Label | None
    span: Span | None
    period: Period | None
    note: Note | None
    sure: bool = False  # the label says what is counted: it is no mere heading
    beside: Span | None = None
    where: Label | None = None  # the place that a second line of the caption gives: "Norland, end of the year"
    dated: Span | None = None  # the sentence beside the table that gives the period: "Data for 2023."
    opens: bool = False  # the rows end the phrase of the label: "Shops that offer"
    things: tuple[Listed, ...] = ()  # that the label names, each with the unit it gives to it, where they do not share one
    census: bool = False  # a title that says no more of what is counted tells that people were: "Census results for Tessin County"


def above(document: Document, unit: Unit, calendar: Calendar) -> Above:
    """Return what stands over the table of *unit*; where that names no period, it is the one that the document reports on."""
    over = _above(document, unit, calendar)
    if over.note is None and unit.beside is not None:
        over = over._replace(note=split_note(unit.beside.text, unit.beside.language)[1], beside=unit.beside.span)
    return over if over.period is not None else over._replace(period=calendar.discourse.reported_on[0])


def _above(document: Document, unit: Unit, calendar: Calendar) -> Above:
    """The caption or heading; a caption that is only a unit leaves the heading its say."""
    intro = unit.intro
    if intro is None:
        return _heading(document, unit)
    label = read_label(_unnumbered(intro.text, document.language), document.language, published=document)
    if label.note is not None and not label.name:
        return _heading(document, unit)._replace(span=intro.span, note=label.note, things=())
    period = None if _tells_publication(label) else _told_by(intro, label, calendar)
    title, place = _title_over(document, intro), place_told(intro.text, document.language)
    if title is not None and place is not None:
        named = read_label(_unnumbered(document.text[title.start : title.end], document.language), document.language, published=document)
        told = named.note or label.note
        return Above(named, title, period or _context(named.period), told, where=place, beside=intro.span, things=_things(named))
    if _names_no_thing(label) and (heading := _heading(document, unit)).label is not None:
        things = heading.things if label.note is None else ()
        return heading._replace(period=period or heading.period, note=label.note or heading.note, things=things)
    return Above(label, intro.span, period, label.note, things=_things(label))


def _title_over(document: Document, intro: Unit) -> Span | None:
    """Return the line of a caption right over its last one, *intro*."""
    at = next((at for at in range(intro.block - 1, -1, -1) if document.blocks[at].kind is not BlockKind.FURNITURE), None)
    if at is None or len(document.blocks) <= intro.block:
        return None
    block = document.blocks[at]
    text = document.text[block.span.start : block.span.end]
    numbered = block.kind is BlockKind.PARAGRAPH and _unnumbered(text, document.language) != text
    return block.span if len(text) <= LONGEST and (block.kind is BlockKind.CAPTION or numbered) else None


def place_told(text: str, language: str) -> Label | None:
    """Return the place in a line that besides only says when, and in what unit, numbers are: "Norland, end of the year, persons"."""
    found: Label | None = None
    for part in text.strip(" .:()").split(","):
        label = read_label(part.strip(), language)
        bare = len(label.syntax.tokens) == 1 and unit_headed(label) is not None
        if _is_place(label):
            found = found or label
        elif label.name and not bare and TIME not in label.syntax.tags:
            return None
    return found


def _is_place(label: Label) -> bool:
    """Whether a label names places and nothing else: "Norland", "Tarn District", «Приреченская область»."""
    syntax, named = label.syntax, named_words(label.syntax)
    places = asking(syntax.language).words["by_place"]
    known = {index for mention in syntax.mentions for index in range(mention.first, mention.last)} - named  # "Exports to Norway"
    if any(phrase.adposition >= 0 and syntax.tokens[phrase.adposition].lower not in syntax.words["genitive"] for phrase in syntax.phrases):
        return False
    heads = [phrase.head for phrase in syntax.phrases]
    return bool(heads) and all(
        head in named
        or (syntax.tags[head] == "PROPN" and head not in known)
        or not places.isdisjoint((syntax.lemma(head), syntax.tokens[head].lower))
        for head in heads
    )


def _told_by(intro: Unit, label: Label, calendar: Calendar) -> Period | None:
    """The period that a caption names."""
    if not intro.periods:
        return _context(label.period)
    period, _ = calendar.resolved(intro.periods[0], intro)
    return period.model_copy(update={"basis": Basis.CONTEXT if period.basis is Basis.STATED else period.basis})


def _names_no_thing(label: Label) -> bool:
    """Whether a caption only says that there are numbers, and when, "Census results, 1 May of each year", or by whom and when they were
    given: "Published by the Office of Statistics, 12 November 2024"."""
    syntax = label.syntax
    if not any(_is_thing(syntax, phrase) for phrase in syntax.phrases):
        return True
    empty = [syntax.lemma(phrase.head) in syntax.words["captions"] for phrase in syntax.phrases[:1]]
    times = (
        syntax.lemma(phrase.head) in syntax.words["time_units"] or TIME in syntax.tags[phrase.first : phrase.last]
        for phrase in syntax.phrases[1:]
    )
    return empty == [True] and not syntax.verbs and all(times)


def _tells_publication(label: Label) -> bool:
    """Whether a caption only says by whom, and when, the numbers were given: "Published by the Office of Statistics on 12 November"."""
    first = next(iter(label.text.lower().split()), "")
    return first.strip(":.,") in label.syntax.words["aside_leads"]


def _is_thing(syntax: Syntax, phrase: Phrase) -> bool:
    """Whether *phrase* may name what is counted: no time, no body, and not behind a preposition."""
    apart = Kinds.ENTITY | Kinds.ORGANISATION | Kinds.SPEAKER
    named = any(mention.kinds & apart for mention in syntax.mentions if mention.first <= phrase.head < mention.last)
    return phrase.adposition < 0 and not named and syntax.tags[phrase.head] not in ("PROPN", TIME)


def divides_by(caption: Label | None, corner: Label | None) -> bool:
    """Return whether *caption* is of what the rows under *corner* are sorts of: "Electricity by source" over "Source"."""
    if caption is None or corner is None or not corner.syntax.phrases:
        return False
    sort = corner.syntax.lemma(corner.syntax.phrases[0].head)
    return any(caption.syntax.lemma(index) == sort for index in sorting_words(caption))


def _heading(document: Document, unit: Unit) -> Above:
    """The heading; that of a whole report ("Harbour Board: yearly report") does not say what is counted."""
    headings = unit.passage.headings
    text = _SECTION.sub("", headings[-1] if headings else document.title or "")
    if not text:
        return Above(None, None, None, None)
    if not headings and _is_file_name(text, document) and not split_note(text, document.language)[0]:
        return Above(None, None, None, None)  # "thousands.csv" makes no number larger
    label = read_label(text, document.language, published=document)
    titled = not headings and (_names_file(label, document) or "CCONJ" in label.syntax.tags)  # "On wages and employment": which, rows say
    census = tells_population(label)
    if titled or (len(headings) <= 1 and names_report(text, document)):
        return Above(None, None, _context(label.period), label.note, things=_things(label), census=census)
    return Above(label, None, _context(label.period), label.note, things=_things(label), census=census)


def _things(label: Label) -> tuple[Listed, ...]:
    return listed_units(label.text, label.syntax.language) if label.note is not None else ()


def _names_file(label: Label, document: Document) -> bool:
    """Whether a title is only the name of a file, which tells what it is about, "ferries 2", and no more: not "fires by district"."""
    return _is_file_name(label.text, document) and dividing_phrase(label) is None


def _is_file_name(text: str, document: Document) -> bool:
    return text == PurePath(document.path).stem.replace("_", " ").replace("-", " ")


def _unnumbered(text: str, language: str) -> str:
    """A caption without the number of its table: "Table 3. Catches by port"."""
    match = _NUMBERED.match(text)
    return text[match.end() :] if match is not None and match[1].lower() in functions(language)["captions"] else text


def sorts_rows(corner: Label | None) -> bool:
    """Return whether the rows under *corner* are causes or kinds: "Cause", "Type of vehicle"."""
    return corner is not None and bool(corner.syntax.phrases) and _sort_noun(corner) >= 0


def counts_by_corner(over: Above, heads: Mapping[int, Label], named: int) -> bool:
    """Return whether the corner alone may say what is counted: "Fires", or "Books lent", beside nothing but years, under no caption."""
    corner = heads.get(named)
    if corner is None or over.span is not None or over.sure or unit_counted(corner) is None:
        return False
    others = [head for column, head in heads.items() if column != named]
    if not others or any(head.name or head.period is None for head in others):
        return False
    syntax = corner.syntax
    events = functions("en")["calamities"] | functions("en")["arising"] | functions("en")["recordable"]
    return any(term in events or syntax.lexicon.action(term) is not None for term in corner.terms)


def unfinished(corner: Label | None) -> Label | None:
    """Return what a corner says is counted, where the rows end its phrase: the shops of "Shops that offer ...", over "parcels"."""
    if corner is None or corner.note is not None:
        return None
    syntax = corner.syntax
    tags = [tag for tag in syntax.tags if tag != "PUNCT"]
    text = corner.text.rstrip(" :")
    bare = text.rstrip("….").rstrip(" ,:")
    relative = any(token.lower in syntax.words["relatives"] for token in syntax.tokens[1:])
    left_open = text.endswith(("...", "…")) or tags[-1:] == ["ADP"] or (relative and tags[-1] in _OPEN)
    if not left_open or len(tags) < 2 or not bare or (unit_counted(corner) is None and unit_named(corner) is None):
        return None
    return read_label(bare, syntax.language, whole=False)


def names_nothing(over: Above) -> bool:
    """Return whether what stands over a table names nothing that is counted."""
    return over.label is None or unit_counted(over.label) is None


def corner_thing(corner: Label | None) -> Label | None:
    """Return what a corner cell says that the rows are sorts of: the accidents of "Cause of accident"."""
    if corner is None or not sorts_rows(corner):
        return None
    syntax = corner.syntax
    index = _sort_noun(corner) + 1
    index += index < len(syntax.tokens) and syntax.tokens[index].lower in syntax.words["genitive"]
    text = syntax.slice(index, len(syntax.tokens)) if index < len(syntax.tokens) else ""
    return read_label(text, syntax.language, whole=False) if text else None


def _sort_noun(corner: Label) -> int:
    syntax = corner.syntax
    phrase = syntax.phrases[0]
    return next((index for index in range(phrase.first, phrase.last) if syntax.lemma(index) in syntax.words["row_sorts"]), -1)


def _context(period: Period | None) -> Period | None:
    return period.model_copy(update={"basis": Basis.CONTEXT}) if period is not None else None
