"""Which names are those of bodies though no word of theirs says so: by what is said beside them, or as what "it" stands for."""

from qa_bot.text.lexicon import Kinds
from qa_bot.text.syntax import TIME, Phrase, Syntax

_NO_NAMES = frozenset({TIME, "PRON", "NUM"})
_NOUNS = ("NOUN", "NOUNS", "PROPN")
_CASES = frozenset({"nomn", "gent", "datv", "accs", "ablt", "loct"})


def is_called_body(syntax: Syntax, stop: int) -> bool:
    """Return whether what stands behind the name that ends before token *stop* calls it a body: "Green Harnley, a campaign group",
    "Terre Unie, which runs two clinics", «Гринлайн, экологическая организация»."""
    tokens, words = syntax.tokens, syntax.words
    if stop + 1 >= len(tokens) or tokens[stop].surface != ",":
        return False
    if tokens[stop + 1].lower in words["relatives_of_things"]:
        return True
    phrase = syntax.phrase_at(stop + 1)
    if phrase is None or phrase.first != stop + 1 or not tokens[phrase.head].surface.islower():
        return False
    return is_body_word(syntax, phrase.head)


def is_body_word(syntax: Syntax, at: int) -> bool:
    """Return whether the noun at token *at* is one for a body, and for no person: "group", «организация»."""
    concept = syntax.concept_of(at)
    kinds = syntax.lexicon.kinds(concept) if concept is not None else Kinds.NONE
    lemma = syntax.lemma(at)
    bodies = syntax.words["speaking_bodies"] | syntax.words["named_bodies"]
    persons = lemma in syntax.words["speaking_persons"] or bool(kinds & Kinds.TITLE)
    return (bool(kinds & Kinds.ORGANISATION) or lemma in bodies) and not persons and syntax.tags[at] != "NOUNS"


def opening_name(syntax: Syntax) -> tuple[int, int]:
    """Return the tokens of the name that the sentence opens with as its subject, as (first, last); an empty range where none does."""
    tokens, tags = syntax.tokens, syntax.tags
    first = int(bool(tokens) and tokens[0].lower in syntax.words["articles"])
    last = first
    while last < len(tokens) and _goes_on(syntax, first, last):
        last += 1
    named = last > first + 1 or (last > first and tags[first] == "PROPN")
    subject = last < len(tokens) and (tags[last] in ("VERB", "AUX") or tokens[last].surface == ",")
    return (first, last) if named and subject and _NO_NAMES.isdisjoint(tags[first:last]) else (first, first)


def _goes_on(syntax: Syntax, first: int, at: int) -> bool:
    """Whether token *at* is a word of a name that begins at token *first*, a small one between two others included."""
    tokens = syntax.tokens
    if tokens[at].surface[:1].isupper():
        return True
    return (
        first < at < len(tokens) - 1
        and tokens[at].lower in syntax.words["naming_adpositions"] | syntax.words["name_particles"]
        and tokens[at + 1].surface[:1].isupper()
    )


def tells_which(syntax: Syntax, index: int) -> bool:
    """Return whether a word makes the name of a body more than its noun: a noun, or a Russian adjective with a capital, «Верховный суд»."""
    capital = syntax.language == "ru" and index > 0 and syntax.tokens[index].surface[:1].isupper()
    return syntax.tags[index] in _NOUNS or (capital and syntax.tags[index] == "ADJ")


def oblique_case(syntax: Syntax, phrase: Phrase) -> str | None:
    """Return the case of a Russian noun that cannot be a nominative, by its form or behind a preposition."""
    if syntax.language != "ru":
        return None
    from qa_bot.text.morphology import readings

    found = readings(syntax.tokens[phrase.head].surface)
    described = readings(syntax.tokens[phrase.head - 1].surface) if phrase.first < phrase.head else ()
    agreed = frozenset().union(*(reading.grammemes & _CASES for reading in described if "ADJF" in reading.grammemes))
    found = tuple(reading for reading in found if not agreed or not agreed.isdisjoint(reading.grammemes))
    if phrase.adposition < 0 and any("nomn" in reading.grammemes for reading in found):
        return None
    return next((case for reading in found for case in ("gent", "datv", "accs", "ablt", "loct") if case in reading.grammemes), None)
