"""Counts told hour by hour: "07:30 Nine dead. 11:00 Death toll at 41". Each is of its hour, and the last one, or that which opens the
text, is the newest."""

import re
from collections.abc import Sequence
from itertools import pairwise

from qa_bot.figures.draft import Draft
from qa_bot.figures.tolls import DEATH, PERSON
from qa_bot.figures.units import Unit
from qa_bot.figures.updates import kinds_of
from qa_bot.schema import Measure
from qa_bot.text.functions import functions, known_by
from qa_bot.text.moments import year_of

_HOUR = re.compile(r"\W{0,3}((?:[01]?\d|2[0-3])[:.][0-5]\d)(?!\d)(?=\W{0,3}\s)")
CALAMITIES = functions("en")["calamities"]
FATES = functions("en")["fates"]
EARLIEST = 5  # the hour from which a point may stand for the colon: paragraphs are seldom numbered so high
LEAST = 2  # entries that make a list of updates


def take_hours(drafts: Sequence[Draft], units: Sequence[Unit]) -> None:
    """Say of each of *drafts* that stands in a list of updates at what hour it was told, and of what became of persons which count is
    newer."""
    hours = _hours(units)
    if len(set(hours.values())) < LEAST or not _are_in_order(list(dict.fromkeys(hours.values()))):
        return
    dated = [(hours[draft.unit.block], draft) for draft in drafts if draft.unit.block in hours]
    for hour, draft in dated:
        if hour in draft.unit.text:  # else no quote would show it
            draft.circumstance = draft.circumstance or hour
    first = min(hours)
    rows = [(hour, draft) for hour, draft in dated if _is_toll(draft) and not draft.slots.place_terms]
    for fate, sort in dict.fromkeys((_fate(draft), _sort(draft)) for _, draft in rows):
        alike = [(hour, draft) for hour, draft in rows if (_fate(draft), _sort(draft)) == (fate, sort)]
        before = (draft for draft in drafts if draft.unit.block < first and _is_toll(draft))
        lead = next((draft for draft in before if (_fate(draft), _sort(draft)) == (fate, sort)), None)
        told = sorted(((_minutes(hour), draft) for hour, draft in alike if _is_of_one_event(draft, lead)), key=lambda row: row[0])
        chain = [*(draft for _, draft in told), *([lead] if lead is not None else [])]
        if any(before.value > after.value for before, after in pairwise(chain)):
            continue  # they are counted anew each hour
        for draft in chain[:-1]:
            draft.newer = chain[-1] if draft.value < chain[-1].value else draft.newer


def _sort(draft: Draft) -> frozenset[str]:
    """What sort of persons are counted, where the noun says more than that something befell them: children, miners."""
    return frozenset(head for head in draft.slots.head if head not in FATES | {PERSON} and FATES.isdisjoint(known_by().get(head, ())))


def _is_of_one_event(draft: Draft, lead: Draft | None) -> bool:
    """Whether an entry names no event, circumstance or doer that neither the headings nor the count that opens the text name."""
    known = {*draft.context_terms}
    if lead is not None:
        known |= {*_circumstances(lead), *lead.slots.other_terms, *lead.slots.actor_terms}
    named = CALAMITIES.intersection(term for term in draft.unit.syntax.concepts if term is not None)
    doers = draft.slots.actor_terms if DEATH in draft.slots.action_terms or not FATES.isdisjoint(kinds_of(draft)) else ()
    return known.issuperset((*_circumstances(draft), *named, *doers))


def _circumstances(draft: Draft) -> list[str]:
    """What the phrases behind prepositions tell: "bus" and "crash" of "in a bus crash"."""
    parts = (adjunct.partition(":") for adjunct in draft.adjunct_terms)
    return [term for lead, _, term in parts if not lead.endswith("~")]


def _hours(units: Sequence[Unit]) -> dict[int, str]:
    """The hour that each block opens with, by the block; what may number the paragraphs of a chapter is none."""
    found: dict[int, str] = {}
    seen: set[int] = set()
    pointed: dict[int, Unit] = {}
    for unit in units:
        match = _HOUR.match(unit.text) if unit.block not in seen else None
        seen.add(unit.block)
        if match is not None:
            found[unit.block] = match[1]
            if "." in match[1]:
                pointed[unit.block] = unit
    numbers = [found[block] for block in pointed]
    one_chapter = len({number.partition(".")[0] for number in numbers}) == 1 < len(numbers)
    if one_chapter or any(_minutes(number) < EARLIEST * 60 for number in numbers) or any(map(_names_year, pointed.values())):
        return {block: hour for block, hour in found.items() if block not in pointed}
    return found


def _names_year(unit: Unit) -> bool:
    return any(year_of(mention.first) is not None for mention in unit.periods)


def _are_in_order(hours: Sequence[str]) -> bool:
    """Whether the hours go on or back all the way, as those of one day do."""
    minutes = [_minutes(hour) for hour in hours]
    return minutes in (sorted(minutes), sorted(minutes, reverse=True))


def _minutes(hour: str) -> int:
    hours, _, minutes = hour.replace(".", ":").partition(":")
    return int(hours) * 60 + int(minutes)


def _is_toll(draft: Draft) -> bool:
    """Whether the figure says of how many persons something befell them."""
    slots = draft.slots
    plain = draft.measure is Measure.COUNT and draft.counts == PERSON and draft.whole is None and not draft.compared
    return plain and bool(draft.value) and slots.modality is None and bool(_fate(draft))


def _fate(draft: Draft) -> frozenset[str]:
    """What befell those counted; who was killed has died."""
    kinds = kinds_of(draft)
    fates = FATES.intersection((*kinds, *(fate for kind in kinds for fate in known_by().get(kind, ())), *draft.slots.action_terms))
    return frozenset({DEATH}) if DEATH in kinds else fates
