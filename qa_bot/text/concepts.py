"""What is known of a concept and of the phrases that name it, and how a lexicon file writes them."""

from enum import IntFlag
from typing import NamedTuple


class Kinds(IntFlag):
    """What a word is for. A concept has the kinds of all its words, a mention those of its own form."""

    NONE = 0
    VERBAL = 1 << 0  # a verb form
    NOMINAL = 1 << 1
    ADJECTIVAL = 1 << 2
    ACTION = 1 << 3
    UNIT = 1 << 4  # a thing that is counted: persons, requests, cars
    QUANTITY = 1 << 5  # a unit of measure: kilometres, tonnes, hours
    ENTITY = 1 << 6  # a state or territory, by name, demonym or adjective
    GROUP = 1 << 7  # a group of entities: Western, European, foreign
    CAPITAL = 1 << 8  # of an entity, whose concept the mention has; it stands for its state when it acts
    PEOPLE = 1 << 9  # persons of an entity or group: "Russians", "a Swiss"
    CAUSE = 1 << 10  # a cue that a reason follows: "because of", "on ... grounds"
    REASON = 1 << 11  # a class of reasons: political, medical
    REPORT = 1 << 12  # a verb that reports: said, noted
    SOURCE = 1 << 13  # a cue that a source follows: "according to"
    SPEAKER = 1 << 14  # a noun for a speaker named elsewhere: department, official
    ORGANISATION = 1 << 15  # the head word of an organisation's name: Ministry, Court
    TITLE = 1 << 16  # Dr, President
    CARRIER = 1 << 17  # counts without a sort: number, total
    DETERMINER = 1 << 18
    QUANTIFIER = 1 << 19
    PRONOUN = 1 << 20
    PARTITIVE = 1 << 21  # "of which", "including"
    DISTRIBUTIVE = 1 << 22  # "each", "apiece"
    NEGATOR = 1 << 23
    FOCUS = 1 << 24  # only, already
    RELATION = 1 << 25  # to, from, in, by

    __and__ = int.__and__  # type: ignore[assignment]  # a number: IntFlag's makes a member, which took 4 % of the time of indexing


class Mention(NamedTuple):
    """Tokens ``first:last`` (half-open) name *concept*; *kinds* are those of the form that was written."""

    first: int
    last: int
    concept: str
    kinds: Kinds


class Action(NamedTuple):
    """*polarity* is -1 for what goes down or is refused, 1 for what goes up or is granted, else 0; *done* is its wording ("refused")."""

    polarity: int
    opposites: tuple[str, ...]
    done: str


class Concept(NamedTuple):
    kinds: Kinds = Kinds.NONE
    words: tuple[str, ...] = ()
    broader: tuple[str, ...] = ()
    polarity: int = 0
    opposites: tuple[str, ...] = ()
    done: str = ""
    symbol: str = ""


class Phrase(NamedTuple):
    rest: tuple[int, ...]  # the words that follow the first
    width: int  # how many of its words the mention has; the others must only stand there: "issue (a visa)"
    concept: str
    kinds: Kinds
    cased: str  # the surface it must be written as, or ""
    order: int  # in the files: of two that fit as well, the earlier counts


def parse_phrase(line: str) -> Phrase:
    rest, width, concept, kinds, cased, order = line.split("|")
    return Phrase(tuple(int(word) for word in rest.split()), int(width), concept, Kinds(int(kinds)), cased, int(order))


def parse_concept(line: str) -> Concept:
    kinds, words, broader, polarity, opposites, done, symbol = line.split("\t")
    return Concept(Kinds(int(kinds)), _parts(words), _parts(broader), int(polarity), _parts(opposites), done, symbol)


def _parts(text: str) -> tuple[str, ...]:
    return tuple(text.split("|")) if text else ()
