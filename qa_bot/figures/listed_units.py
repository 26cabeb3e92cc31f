"""The unit behind the last of several things that a caption names: "Farms and area (thousand ha)" gives no hectares to the farms."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from decimal import Decimal
from enum import Enum, auto
from itertools import pairwise
from typing import NamedTuple

from qa_bot.figures.label_nouns import unit_named
from qa_bot.figures.labels import Label, read_label
from qa_bot.figures.notes import Note, read_note
from qa_bot.schema import Measure
from qa_bot.text.functions import functions, measured_in
from qa_bot.text.lexicon import Kinds, remembered
from qa_bot.text.tagger import cases

_LONGEST = 200  # characters of a caption that may name several things
_MANY = 6  # things that one caption names
_CACHED = 1000
_BRACKETS = re.compile(r"\(([^()]{1,60})\)")
_JOINTS = re.compile(r"\s*[,;/&]\s+|\s+[/&]\s+")
_ALIKE = 0.5  # of the words of a row and of what the caption names that must be the same


class Sharing(Enum):
    """Whether a unit behind another thing of a list is one of this thing, too."""

    YES = auto()
    NO = auto()
    UNSURE = auto()


class Listed(NamedTuple):
    """One of the things that a caption names, with the unit that it gives to it; *unsure*: nothing tells whether it does."""

    label: Label
    terms: frozenset[str]
    head: str | None  # the concept of its noun
    note: Note | None
    unsure: bool = False


@remembered(_CACHED)
def listed_units(text: str, language: str) -> tuple[Listed, ...]:
    """Return the things that *text* names one after the other, each with its unit; none where one unit is that of all of them.

    >>> [unit.note for unit in listed_units("Farms and area (thousand ha)", "en")]
    [None, Note(factor=Decimal('1000'), measure=<Measure.QUANTITY: 'quantity'>, unit='ha', per=None)]
    """
    if len(text) > _LONGEST:
        return ()
    for aside in _BRACKETS.finditer(text):
        if read_note(aside[1], language) is None and _counter(aside[1], language) is None:
            text = text[: aside.start()] + " " * len(aside[0]) + text[aside.end() :]
    found: list[Listed] = []
    several = False
    for things, note, in_brackets in _stretches(text, language):
        several = several or bool(found) or len(things) > 1
        for thing in things:
            sharing = Sharing.YES if thing is things[-1] else _shares(thing, things[-1], note, in_brackets=in_brackets)
            noun = _noun(thing)
            head = thing.syntax.concepts[noun] if noun is not None else None
            held = note if sharing is Sharing.YES else None
            found.append(Listed(thing, frozenset(thing.terms), head, held, sharing is Sharing.UNSURE))
    return tuple(found) if several and len({(each.note, each.unsure) for each in found}) > 1 else ()


def _stretches(text: str, language: str) -> Iterator[tuple[list[Label], Note, bool]]:
    """The things before each unit in *text*, with it, and whether it stands in brackets."""
    begin, bracketed = 0, False
    for aside in _BRACKETS.finditer(text):
        note = read_note(aside[1], language) or _counter(aside[1], language)
        things = _things(text[begin : aside.start()], language, behind=bracketed)
        if note is not None and things:
            yield things, note, True
        begin, bracketed = aside.end(), True
    pieces = text.split(", ")
    at = next((at for at in range(1, len(pieces)) if read_note(pieces[at], language) is not None), None)
    if not bracketed and at is not None and (note := read_note(pieces[at], language)) is not None:
        things = _things(", ".join(pieces[:at]), language, behind=False)
        if things:
            yield things, note, False


def _counter(aside: str, language: str) -> Note | None:
    """What brackets of one word say is counted, "fish", or that things are: "number"."""
    label = read_label(aside.strip(" ."), language)
    words = functions(language)
    if len(label.syntax.tokens) != 1 or label.name != label.text:
        return None
    if aside.strip(" .").lower() in words["counting_heads"] or label.syntax.lemma(0) in words["any_units"]:
        return Note(Decimal(1), Measure.COUNT, None)
    unit = unit_named(label)
    return Note(Decimal(1), Measure.COUNT, unit) if unit is not None else None


def _things(text: str, language: str, *, behind: bool) -> list[Label]:
    """The things that *text* names one after the other, up to the word that says by what or where they are told; *behind* others, the
    first must be joined to them."""
    words = functions(language)
    label = read_label(text.strip(" ,;."), language, whole=False)
    syntax = label.syntax
    joints = {
        at for at, token in enumerate(syntax.tokens) if token.lower in words["joining_names"] or _JOINTS.fullmatch(f" {token.surface} ")
    }
    if behind and 0 not in joints and not text.lstrip().startswith((",", ";", "/", "&")):
        return []  # "Sales (EUR million) by region (thousands)"
    stop = next(
        (
            at
            for at, tag in enumerate(syntax.tags)
            if tag == "ADP" and at not in joints and syntax.tokens[at].lower not in words["genitive"]
        ),
        len(syntax.tokens),
    )
    edges = [-1, *sorted(at for at in joints if at < stop), stop]
    parts = [syntax.slice(first + 1, last) for first, last in pairwise(edges) if last > first + 1]
    things = [thing for thing in (read_label(part, language, whole=False) for part in parts) if thing.terms]
    if not things or len(things) > _MANY:
        return []
    return things[-1:] if _is_one(things) else things


def _is_one(things: Sequence[Label]) -> bool:
    """Whether what stands behind "of" goes on in the others: "Production of oil and gas", but not "Number of firms and turnover"."""
    syntax = things[0].syntax
    if syntax.language == "ru":
        noun = _noun(things[-1])
        return noun is not None and len(things) > 1 and "nomn" not in cases(things[-1].syntax.tokens[noun].lower, "ru")
    of = next((at for at, token in enumerate(syntax.tokens) if at and token.lower in syntax.words["genitive"]), None)
    if len(things) < 2 or of is None:
        return False
    return not (_is_number(things[0]) and _is_single(things[-1]))


def _is_number(thing: Label) -> bool:
    return bool(thing.syntax.tokens) and thing.syntax.lemma(0) in thing.syntax.words["counting_heads"] | thing.syntax.words["headcounts"]


def _noun(thing: Label) -> int | None:
    """The noun that *thing* is about, behind "number of"."""
    syntax = thing.syntax
    heads = [phrase.head for phrase in syntax.phrases]
    return next((head for head in heads if syntax.lemma(head) not in syntax.words["carriers"]), heads[-1] if heads else None)


def _tag(thing: Label) -> str:
    noun = _noun(thing)
    return thing.syntax.tags[noun] if noun is not None else ""


def _is_single(thing: Label) -> bool:
    return _tag(thing) == "NOUN" and not (thing.syntax.language == "ru" and _is_countable(thing))  # «Хозяйства», which may be «хозяйство»


def _shares(thing: Label, last: Label, note: Note, *, in_brackets: bool) -> Sharing:
    """Whether *thing* is given in the unit behind *last*, too."""
    if note.measure is Measure.MONEY:
        return _costs(thing, last)
    if note.measure is Measure.QUANTITY:
        return _measures(thing, last, note)
    if note.measure is Measure.COUNT:
        return _numbers(thing, last, note, in_brackets=in_brackets)
    return Sharing.NO if in_brackets else Sharing.YES


def _costs(thing: Label, last: Label) -> Sharing:
    """Whether *thing* is a sum of money, as *last* is."""
    if _is_number(thing) or _units(thing) or _is_person(thing):
        return Sharing.NO
    if _is_sum(thing):
        return Sharing.YES if not _is_countable(thing) or (_is_sum(last) and _is_countable(last)) else Sharing.UNSURE
    if _is_half(thing, last) or (_tag(thing) == _tag(last) and not _is_sum(last)):
        return Sharing.YES  # "Food and drink sales"
    return Sharing.NO if _is_countable(thing) or _tag(thing) == "NOUNS" else Sharing.UNSURE


def _measures(thing: Label, last: Label, note: Note) -> Sharing:
    """Whether *thing* is measured in the unit of *last*."""
    if _is_number(thing) or _is_person(thing) or (_is_sum(thing) and not _flows(thing)):
        return Sharing.NO
    if units := _units(thing):
        return Sharing.YES if note.unit in units else Sharing.NO
    if _is_single(thing) or _is_half(thing, last) or _is_single(thing) is _is_single(last):
        return Sharing.YES
    return Sharing.NO if _units(last) else Sharing.UNSURE


def _numbers(thing: Label, last: Label, note: Note, *, in_brackets: bool) -> Sharing:
    """Whether *thing* is counted by the thousand, as *last* is."""
    if _units(thing):
        return Sharing.NO
    if note.unit is not None:
        unit = unit_named(thing)
        return Sharing.NO if unit is not None and unit != note.unit else Sharing.YES
    if not in_brackets:
        return Sharing.YES
    if _is_sum(thing) and not _is_sum(last) and not _is_countable(thing):
        return Sharing.UNSURE
    if _is_half(thing, last) or _is_single(thing) or (_is_person(thing) and _is_person(last)) or (_is_deed(thing) and _is_deed(last)):
        return Sharing.YES
    return Sharing.YES if _wider(thing) & _wider(last) else Sharing.UNSURE


def _is_half(thing: Label, last: Label) -> bool:
    """Whether the noun of *last* may be that of *thing*, too: "Domestic and foreign visits", "Food and drink sales"."""
    tags = [tag for tag in last.syntax.tags if tag != "PUNCT"]
    bare = [tag for tag in thing.syntax.tags if tag != "PUNCT"]
    if not {"NOUN", "NOUNS", "PROPN"} & set(bare):
        return True
    compound = last.syntax.language == "en" and len(tags) > 1 and tags[-1] in ("NOUN", "NOUNS") and "ADP" not in tags
    return compound and bare in (["NOUN"], ["PROPN"])


def _concepts(thing: Label) -> Iterator[str]:
    noun = _noun(thing)
    if noun is None:
        return
    yield from (mention.concept for mention in thing.syntax.mentions if mention.first <= noun < mention.last)
    if (concept := thing.syntax.concepts[noun]) is not None:
        yield concept


def _is_sum(thing: Label) -> bool:
    return any(concept in functions("en")["sum_things"] for concept in _concepts(thing))


def _flows(thing: Label) -> bool:
    """Whether *thing*, a sum, is as well given by weight: exports."""
    return any(concept in functions("en")["flowing_things"] for concept in _concepts(thing))


def _units(thing: Label) -> frozenset[str]:
    """The units that *thing* is measured in: area in hectares."""
    return frozenset(unit for concept in _concepts(thing) for unit in measured_in().get(concept, ()))


def _is_countable(thing: Label) -> bool:
    noun = _noun(thing)
    mention = thing.syntax.mention_at(noun) if noun is not None else None
    return (mention is not None and bool(mention.kinds & Kinds.UNIT)) or _is_person(thing)


def _is_person(thing: Label) -> bool:
    return unit_named(thing) == "person" or (
        (noun := _noun(thing)) is not None and thing.syntax.lemma(noun) in thing.syntax.words["people_counts"]
    )


def _is_deed(thing: Label) -> bool:
    return any(thing.syntax.lexicon.kinds(concept) & Kinds.ACTION for concept in _concepts(thing))


def _wider(thing: Label) -> set[str]:
    """What the thing is, and what it is a sort of."""
    return {wider for concept in _concepts(thing) for wider in (concept, *thing.syntax.lexicon.broader(concept))}


def by_column(things: Sequence[Listed], heads: Mapping[int, Label]) -> dict[int, Listed | None]:
    """Return which of *things* each of the columns under *heads* is called by; nothing where none is.

    One that is called by none is that of the only thing that is missing, or as its noun tells, or goes with that on its left.
    """
    found = {column: _called(things, head) for column, head in heads.items()}
    left = [thing for thing in things if thing not in found.values()]
    if len(left) == len(things):
        return {}
    if len(left) == 1 and list(found.values()).count(None) == 1:
        return {column: thing or left[0] for column, thing in found.items()}
    last: Listed | None = None
    for column, thing in found.items():
        last = thing or last
        found[column] = thing or _like(things[-1], heads[column]) or (None if left else last)
    return found


def _like(last: Listed, head: Label) -> Listed | None:
    """*head* as one of the things that end with *last*, where its noun tells whether it is given in its unit."""
    leads = head.syntax.words["inner_leads"]
    if last.note is None or _noun(head) is None or any(head.name.lower().startswith(f"{lead} ") for lead in leads):
        return None
    sharing = _shares(head, last.label, last.note, in_brackets=True)
    known = sharing is Sharing.YES or (sharing is Sharing.NO and _is_countable(head))
    return last._replace(note=last.note if sharing is Sharing.YES else None) if known else None


def by_row(things: Sequence[Listed], rows: Iterable[Label]) -> dict[frozenset[str], Listed | None]:
    """Return by the words of each of *rows* which of *things* it is called by; nothing unless all of them are rows."""
    found = {frozenset(row.terms): _called(things, row, least=_ALIKE) for row in rows if row.terms}
    return found if {thing for thing in found.values() if thing is not None} == set(things) else {}


def _called(things: Sequence[Listed], label: Label, least: float = 0.0) -> Listed | None:
    """The one of *things* that shares most words with *label*, and at *least* such a part of them."""
    terms = frozenset(label.terms)
    scored = [((len(terms & thing.terms) / len(terms | thing.terms), thing.head in terms), thing) for thing in things]
    best = max(score for score, _ in scored)
    called = [thing for score, thing in scored if score == best]
    return called[0] if best[0] > 0 and best[0] >= least and len(called) == 1 else None
