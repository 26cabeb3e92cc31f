"""The words and patterns with which questions are put, per language."""

import re
from functools import cache
from typing import NamedTuple

from qa_bot.text.patterns import CuedPattern, LatePattern, LatePatterns
from qa_bot.text.wordlists import DATA, read_toml


class Comparing(NamedTuple):
    """How two things are compared."""

    cue: CuedPattern  # a word without which nothing is
    more: LatePattern  # "more A than B": the comparative, A, B
    difference: LatePattern  # "difference between A and B": A, B
    imperative: CuedPattern  # "compare", where a thing in two times is asked for
    prefix: str  # what makes a question of A and of B
    amount: str  # where A and B are no things, but what was spent on
    greater: str  # the comparative of the larger side


class Courtesy(NamedTuple):
    """What is said without asking anything."""

    phrases: frozenset[str]
    alone: frozenset[str]  # those that are no more than that only where a sign follows, or nothing
    tails: frozenset[str]  # what may follow either: "very much"


class Several(NamedTuple):
    """How several questions are put in one."""

    joiners: frozenset[str]  # words without one of which none are
    asked: LatePattern  # what makes words a question
    joint: LatePattern  # where a later one begins
    joiner: LatePattern  # the word that joins it
    counting: LatePattern  # how one opens that counts
    open_ended: LatePattern  # what another "and" must follow: "between 2010 and when"
    planned: LatePattern  # one that asks what was planned of it by a noun: "and what was the target"
    asserted: LatePattern  # how many of what somebody says that there are
    asserted_again: LatePattern  # how many somebody else says, of the same
    doubled: LatePattern  # two question words for one question: the first, the second, the rest
    beside: LatePattern  # how much of the same there was of something else: "and how much on schools"
    planned_asked: str  # what to ask in place of the plan
    beside_asked: str  # of that
    asserted_asked: str  # and in place of what somebody else says


class Rewording(NamedTuple):
    """A colloquial way to ask."""

    said: CuedPattern
    usual: str  # what stands for it
    needed: str  # a word that the corpus must have for that; else ""


class Asking(NamedTuple):
    kinds: tuple[tuple[str, LatePatterns], ...]  # tried in order
    words: dict[str, frozenset[str]]
    opener: LatePattern  # how a follow-up begins
    several: Several
    comparing: Comparing
    reword: tuple[Rewording, ...]
    naming: str  # how a question opens that only names an amount, where it is said in full
    odd_year: LatePattern  # a number that stands where a year would
    age: CuedPattern  # how somebody's age is asked
    dimensions: tuple[tuple[str, CuedPattern], ...]  # how a measure is asked: "deep" of "how deep"
    off_plan: tuple[CuedPattern, str]  # how far from a plan, and what to ask instead
    targets: dict[str, LatePatterns]  # how it is asked whether one was met, missed, gone over, kept within or under
    by_plan: CuedPattern  # "according to plan", which is no word for what is asked
    held_ahead: tuple[CuedPattern, str]  # how it is asked when something will be held, and what asks for the time alone
    change: CuedPattern  # how the change itself is asked, whatever the verb: "by what percentage"
    by_much: CuedPattern  # how it is asked of what somebody changes: "by how much was the rate cut"
    courtesy: Courtesy
    remarks: dict[str, frozenset[str]]  # what is said about an answer, by kind
    read_as: dict[str, str]  # how slots are worded, with {} for what is in them


LANGUAGES = ("en", "ru")


@cache
def asking(language: str) -> Asking:
    """Return how questions are put in *language*."""
    data = read_toml(DATA / language / "questions.toml")
    kinds = tuple((kind, LatePatterns(patterns)) for part in ("opening_kinds", "kinds") for kind, patterns in data[part].items())
    words = {name: frozenset(text.split("|")) for name, text in data["words"].items()}
    openers = "|".join(sorted(map(re.escape, words["follow_ups"]), key=len, reverse=True))
    opener = LatePattern(rf"^(?:{openers})\b[\s,]*")
    joined = data["several"]
    late = {name: LatePattern(pattern, re.IGNORECASE) for name, pattern in joined.items()}
    several = Several(
        joiners=frozenset(joined["joiners"].split("|")),
        asked=late["asked"],
        joint=late["joint"],
        joiner=late["joiner"],
        counting=late["counting"],
        open_ended=late["open_ended"],
        planned=late["planned"],
        asserted=late["asserted"],
        asserted_again=late["asserted_again"],
        doubled=late["doubled"],
        beside=late["beside"],
        planned_asked=joined["planned_asked"],
        beside_asked=joined["beside_asked"],
        asserted_asked=joined["asserted_asked"],
    )
    compare = data["compare"]
    cue, imperative = (CuedPattern(compare[name], re.IGNORECASE) for name in ("cue", "imperative"))
    more, difference = (LatePattern(compare[name], re.IGNORECASE) for name in ("more", "difference"))
    comparing = Comparing(cue, more, difference, imperative, compare["prefix"], compare["amount"], compare["greater"])
    odd_year = LatePattern(data["odd_year"]["pattern"], re.IGNORECASE)
    reword = tuple(
        Rewording(CuedPattern(said, re.IGNORECASE), usual, needs[0] if needs else "") for said, usual, *needs in data["reword"].values()
    )
    age = CuedPattern(data["age"]["pattern"], re.IGNORECASE)
    dimensions = tuple((name, CuedPattern(pattern, re.IGNORECASE)) for name, pattern in data["dimensions"].items())
    off_plan = CuedPattern(data["off_plan"]["pattern"], re.IGNORECASE), data["off_plan"]["left"]
    between = data["targets"].pop("between")
    targets = {way: LatePatterns(said.replace("<between>", between) for said in patterns) for way, patterns in data["targets"].items()}
    by_plan = CuedPattern(data["by_plan"]["pattern"], re.IGNORECASE)
    held_ahead = CuedPattern(data["held_ahead"]["pattern"], re.IGNORECASE), data["held_ahead"]["left"]
    change = CuedPattern(data["change"]["pattern"], re.IGNORECASE)
    by_much = CuedPattern(data["change"]["by_much"], re.IGNORECASE)
    said = Courtesy(*(frozenset(data["courtesy"][name].split("|")) for name in Courtesy._fields))
    remarks = {kind: frozenset(text.split("|")) for kind, text in data["remarks"].items()}
    leads = data["remark_leads"]["words"].split("|")
    remarks["origin"] = remarks["origin"].union(f"{lead} {said}" for lead in leads for said in remarks["origin"])
    return Asking(
        kinds,
        words,
        opener,
        several,
        comparing,
        reword,
        data["naming"]["opening"],
        odd_year,
        age,
        dimensions,
        off_plan,
        targets,
        by_plan,
        held_ahead,
        change,
        by_much,
        said,
        remarks,
        data["read_as"],
    )
