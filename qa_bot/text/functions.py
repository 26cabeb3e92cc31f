"""Closed classes of words that the grammar asks for by name: auxiliaries, adpositions, pronouns, labels."""

from collections.abc import Mapping, Sequence
from functools import cache

from qa_bot.text.wordlists import DATA, read_toml


@cache
def functions(language: str) -> Mapping[str, frozenset[str]]:
    """Return the word classes of *language* by name, words folded. Phrases of several words keep their spaces."""
    return {name: frozenset(str(words).split("|")) for name, words in _data(language)["classes"].items()}


@cache
def openings(language: str, name: str) -> frozenset[str]:
    """Return the words that the phrases of the class *name* begin with: a sentence that has none of them has no such phrase."""
    return frozenset(phrase.split(" ")[0] for phrase in functions(language)[name])


def names_total(words: Sequence[str], language: str) -> bool:
    """Return whether a row labelled with *words* holds the sums of the others: "Total", "All regions", but not "All Saints"."""
    classes = functions(language)
    found = next((word for word in words[:3] if word.lower() in classes["totals"]), None)
    if found is None:
        return False
    is_name = len(words) > 1 and all(word[:1].isupper() for word in words)
    return not (is_name and found.lower() in classes["all_words"])


@cache
def directions(language: str) -> Mapping[str, str]:
    """Return which way an adposition points: {"to": "to", "into": "to", "from": "from"}."""
    return {str(word): str(way) for word, way in _data(language)["directions"].items()}


@cache
def unit_scales(language: str) -> Mapping[str, str]:
    """Return the word of number that stands for a short form before a currency, or for a round number: {"k": "thousand"}."""
    return {str(short): str(word) for short, word in _data(language)["unit_scales"].items()}


@cache
def count_units(language: str) -> Mapping[str, str]:
    """Return what a number counts by the words that a header puts behind what it is of: {"persons": "person"}."""
    return {str(word): str(unit) for word, unit in _data(language)["count_units"].items()}


@cache
def agreeing(language: str) -> Mapping[str, str]:
    """Return the verb that each pronoun agrees with, and so what it stands for: {"она": "была"}."""
    return {str(word): str(verb) for word, verb in _data(language)["agreeing"].items()}


@cache
def called(language: str) -> Mapping[str, frozenset[str]]:
    """Return what those may be who are called by a general word further on: {"команда": {"клуб", "сборная"}}."""
    return {str(word): frozenset(str(kinds).split("|")) for word, kinds in _data(language)["called"].items()}


@cache
def befalls() -> Mapping[str, frozenset[str]]:
    """Return what one event happens to where the text does not say it, by concepts: {"die": {"person"}, "cancel": {}}."""
    return {event: frozenset(str(sorts).split("|")) - {""} for event, sorts in _data("en")["befalls"].items()}


@cache
def known_by() -> Mapping[str, frozenset[str]]:
    """Return what makes persons such ones, by concepts: {"prisoner": {"prison"}}."""
    return {sort: frozenset(str(signs).split("|")) for sort, signs in _data("en")["known_by"].items()}


@cache
def bearers(fate: str) -> tuple[str, ...]:
    """Return those whom *fate*, of which a text may tell by them alone, makes what they are called: the dead have died."""
    return tuple(sort for sort, signs in known_by().items() if fate in signs) if fate in functions("en")["fates"] else ()


@cache
def held_by() -> Mapping[str, frozenset[str]]:
    """Return what those are called who did something, by concepts: {"win": {"champion"}}."""
    return {deed: frozenset(str(titles).split("|")) for deed, titles in _data("en")["held_by"].items()}


@cache
def undone() -> Mapping[str, frozenset[str]]:
    """Return which deeds were not done where another was, by concepts: {"cancel": {"run"}}."""
    return {deed: frozenset(str(others).split("|")) for deed, others in _data("en")["undone"].items()}


@cache
def told_of() -> Mapping[str, frozenset[tuple[str, str]]]:
    """Return by which (verb, noun) a text tells a deed of just such things, by concepts: {"hospitalise": {("admit", "patient")}}.

    "*" stands for any noun, "by:" before who did it, "=" before a noun that must be no narrower one.
    """
    rows = _data("en")["told_of"].items()
    return {deed: frozenset((verb, noun) for verb, noun in map(str.split, str(row).split("|"))) for deed, row in rows}


@cache
def same_beside() -> tuple[tuple[frozenset[str], frozenset[str], frozenset[str]], ...]:
    """Return the things that are one where text and question tell of something else, and what each must have, by concepts; of no concepts
    none need be there: ({"house", "family", "customer"}, {"power-cut", ...}, {"power-cut", ...})."""
    rows = (str(row).split("|") for row in _data("en")["same_beside"].values())
    return tuple((frozenset(things.split()), frozenset(told.split()), frozenset(asked.split())) for things, told, asked in rows)


@cache
def destinations() -> Mapping[str, str]:
    """Return what was done to those who were brought to a place, by concepts: {"hospital": "hospitalise"}."""
    return {place: str(deed) for place, deed in _data("en")["destinations"].items()}


@cache
def dimension_units(dimension: str) -> frozenset[str]:
    """Return the units that may say how *dimension*, "deep" or "warm", something is."""
    return frozenset(str(_data("en")["dimension_units"][dimension]).split("|"))


@cache
def measured_in() -> Mapping[str, frozenset[str]]:
    """Return the units that things are measured in which are never counted, by concepts: {"area": {"ha", "km²"}}."""
    return {thing: frozenset(str(units).split("|")) for thing, units in _data("en")["measured_in"].items()}


@cache
def dimension_words(language: str) -> Mapping[str, frozenset[str]]:
    """Return the words beside a number that say which way it was measured: {"deep": {"deep", "depth"}}."""
    return {name: frozenset(str(words).split("|")) for name, words in _data(language)["dimension_words"].items()}


@cache
def time_parts(language: str) -> Mapping[tuple[str, str], int]:
    """Return how many of the smaller unit of time are in the larger: {("year", "month"): 12}."""
    rows = (str(row).split("|") for row in _data(language)["time_parts"].values())
    return {(large, small): int(count) for large, small, count in rows}


@cache
def leagues(language: str) -> Mapping[str, tuple[str, str]]:
    """Return by the header of a column in a league table what was done, in words and as a concept: {"lost": ("lost", "lose")}.

    A "~" stands for the thing counted: {"~against": ("conceded", "admit")} of "Goals against"; "=" has what a side plays.
    """
    rows = {deed: str(row).split("|") for deed, row in _data(language)["leagues"].items()}
    return {header: (row[0], deed) for deed, row in rows.items() for header in row[1:]}


@cache
def medals(language: str) -> Mapping[str, tuple[str, str]]:
    """Return by the header of a column of medals what is won, in words and as a concept: {"golds": ("gold medals", "gold-medal")}.

    "=" has what was done, its concepts parted by blanks, "*" medals of any sort.
    """
    rows = {thing: str(row).split("|") for thing, row in _data(language)["medals"].items()}
    return {header: (row[0], thing) for thing, row in rows.items() for header in row[1:]}


@cache
def _data(language: str) -> dict[str, dict[str, str]]:
    data: dict[str, dict[str, str]] = read_toml(DATA / language / "syntax.toml")
    return data
