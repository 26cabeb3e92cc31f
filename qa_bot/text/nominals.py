"""Noun phrases with what belongs to them, and what they name: units, states, reasons."""

from typing import NamedTuple

from qa_bot.text.functions import befalls, openings
from qa_bot.text.lexicon import Kinds
from qa_bot.text.syntax import TIME, Phrase, Syntax
from qa_bot.text.tagger import cases, features, lemma

AGE = "age-years"  # the concept of "age" and "возраст"
AVERAGE = "average"  # concept
_OPENERS, _CLOSERS = frozenset('«“"'), frozenset('»”"')
MEASURING = 3  # tokens behind "of" in which its number stands: "of more than 900 ha"
NAME_LENGTH = 8  # tokens of a name within quotation marks


class Counted(NamedTuple):
    """The noun phrase that is counted: tokens first..last with its complements, *head* its noun."""

    first: int
    last: int
    head: int


def complement_end(syntax: Syntax, last: int, *, event: bool) -> int:
    """Return the token index where the complements of a noun that ends at *last* end: "for the extradition of persons"."""
    tokens, tags = syntax.tokens, syntax.tags
    adpositions = syntax.words["complement_adpositions"]
    while last < len(tokens):
        lower = tokens[last].lower
        following = syntax.phrase_at(last + 1) if last + 1 < len(tokens) else None
        if lower in adpositions or (event and lower in syntax.words["event_adpositions"]) or _is_of_what(syntax, last):
            if following is None or following.first != last + 1 or {TIME, "NUM"} & set(tags[following.first : following.last + 1]):
                break
            if tokens[following.last : following.last + 1] and _measured_behind(syntax, following.last):
                break  # "fires on an area of 11,000 ha"
            last = following.last
        elif event and lower == "to" and last + 1 < len(tags) and tags[last + 1] in ("VB", "VERB"):
            object_ = syntax.phrase_at(last + 2) if last + 2 < len(tokens) else None
            last = object_.last if object_ is not None and object_.first == last + 2 else last + 2
        elif syntax.language == "ru" and (genitive := _adjacent(syntax, last)) is not None:
            last = genitive.last
        elif tags[last] == "CCONJ" and last + 1 < len(tags) and _coordinates(syntax, last):
            conjunct = syntax.phrase_at(last + 1)
            if conjunct is not None and (_is_counted_behind(syntax, conjunct.last) or _accounts_for(syntax, conjunct.last)):
                break  # "3.55 million passengers and revenue of about €222 million"
            last = conjunct.last if conjunct is not None else last + 1
        else:
            break
    return last


def _is_of_what(syntax: Syntax, at: int) -> bool:
    """Whether the Russian preposition at *at* says of what the noun before it is: «цены на яйца», «спрос на жильё»."""
    if syntax.language != "ru" or not at or syntax.tokens[at].lower not in syntax.words["of_what"]:
        return False
    return syntax.lemma(at - 1) in syntax.words["nouns_of_what"]


def _is_counted_behind(syntax: Syntax, at: int) -> bool:
    """Whether "of" or "at" leads from a noun that ends at *at* to a number of its own, with no more between than words of its bound."""
    if syntax.language != "en" or at >= len(syntax.tokens) or syntax.tokens[at].lower not in syntax.words["amount_adpositions"]:
        return False
    phrase = next((phrase for phrase in syntax.phrases if phrase.first > at), None)
    marks = syntax.tags[at + 1 : phrase.first] if phrase is not None else []
    return phrase is not None and phrase.first <= at + 3 and "NUM" in syntax.tags[phrase.first : phrase.last] and "VERB" not in marks


def _accounts_for(syntax: Syntax, at: int) -> bool:
    """Whether "for" and a number follow a noun that ends at *at*, which has that number: "21 of the prisoners and Tesk for 13"."""
    if syntax.language != "en":
        return False
    if at < len(syntax.tokens) and syntax.tokens[at].lower in syntax.words["genitive"]:
        inner = syntax.phrase_at(at + 1) if at + 1 < len(syntax.tokens) else None
        at = inner.last if inner is not None and inner.first == at + 1 else at
    return at + 1 < len(syntax.tokens) and syntax.tokens[at].lower == "for" and syntax.tags[at + 1] == "NUM"


def _measured_behind(syntax: Syntax, at: int) -> bool:
    """Whether "of" and a number follow at token *at*, which measure the noun before: "on an area of some 900 ha"."""
    return syntax.tokens[at].lower in syntax.words["genitive"] and "NUM" in syntax.tags[at + 1 : at + 1 + MEASURING]


def with_quoted(syntax: Syntax, last: int) -> int:
    """Return the token after a name within quotation marks that follows: "Партия «Единый берег»"."""
    if last >= len(syntax.tokens) or syntax.tokens[last].surface not in _OPENERS:
        return last
    for index in range(last + 1, min(last + NAME_LENGTH, len(syntax.tokens))):
        if syntax.tokens[index].surface in _CLOSERS:
            return index + 1
    return last


def quoted_start(syntax: Syntax, last: int) -> int:
    """Return the token with which a name in quotation marks opens that ends before *last*; *last* itself where none does."""
    if not last or syntax.tokens[last - 1].surface not in _CLOSERS:
        return last
    openers = (index for index in range(last - 2, max(last - NAME_LENGTH, -1), -1) if syntax.tokens[index].surface in _OPENERS)
    opening = next(openers, last)
    return opening if syntax.tokens[min(opening + 1, last - 1)].surface[0].isupper() else last


def _adjacent(syntax: Syntax, index: int) -> Phrase | None:
    """The noun phrase that begins right at *index* (a Russian genitive complement)."""
    phrase = syntax.phrase_at(index)
    if phrase is None or phrase.first != index or syntax.tags[index] == "NUM":
        return None
    found = cases(syntax.tokens[phrase.head].lower, "ru")
    return phrase if "gent" in found or not found or syntax.tags[phrase.head] == "PROPN" else None


def _is_one_more(syntax: Syntax, conjunct: Phrase) -> bool:
    """Whether what is joined is a single thing beside those counted: "two children and a nurse", «двое детей и водитель»."""
    if syntax.language == "ru":
        found = features(syntax.tokens[conjunct.head].lower, "ru")
        return "nomn" in found and "gent" not in found and "plur" not in found
    first, definite = syntax.tokens[conjunct.first].lower, syntax.words["definites"]
    person = syntax.tags[conjunct.head] == "NOUN" and unit_of(syntax, conjunct.head) == "person"
    return first in syntax.words["single"] or (first in definite and person)


def _coordinates(syntax: Syntax, index: int) -> bool:
    """Whether the conjunction at *index* joins two complements: "for prosecution and execution of sentences"."""
    conjunct = syntax.phrase_at(index + 1)
    if conjunct is not None and _is_one_more(syntax, conjunct):
        return False
    if conjunct is None or conjunct.first != index + 1 or "NUM" in syntax.tags[conjunct.first : conjunct.last]:
        return False
    after = conjunct.last
    return after >= len(syntax.tags) or syntax.tags[after] not in ("VERB", "AUX", "VBN")


def name_of_region(syntax: Syntax, phrase: Phrase) -> Phrase | None:
    """Return the name behind a kind of place and "of": "the town of Haddle"."""
    if syntax.lemma(phrase.head) not in syntax.words["regions"] or phrase.last + 1 >= len(syntax.tokens):
        return None
    if syntax.tokens[phrase.last].lower not in syntax.words["genitive"]:
        return None
    name = syntax.phrase_at(phrase.last + 1)
    return name if name is not None and name.first == phrase.last + 1 and syntax.tags[name.head] == "PROPN" else None


def find_reason(syntax: Syntax, first: int, last: int) -> tuple[str, tuple[str, ...]] | None:
    """Return the reason named between two tokens, in words and concepts: ("political", ("political",))."""
    cues = syntax.words["reason_cues"]
    for mention in syntax.mentions:
        if not (first <= mention.first < last and mention.kinds & Kinds.REASON):
            continue
        near = range(max(first, mention.first - 3), min(last, mention.last + 3))
        if any(syntax.tokens[index].lower in cues or syntax.lemma(index) in cues for index in near):
            return mention.concept, (mention.concept,)
    for mention in syntax.mentions:
        if first <= mention.first < last and mention.kinds & Kinds.CAUSE and (found := _behind_cue(syntax, mention.last, last)) is not None:
            return found
    for phrase in syntax.phrases:
        if first <= phrase.adposition and phrase.last <= last and syntax.lemma(phrase.head) in syntax.words["ground_nouns"]:
            if syntax.tokens[phrase.adposition].lower in syntax.words["ground_adpositions"]:
                return _up_to(syntax, phrase.first, complement_end(syntax, phrase.last, event=True), last)  # "for lack of drivers"
    return None


def _behind_cue(syntax: Syntax, first: int, last: int) -> tuple[str, tuple[str, ...]] | None:
    """What a cue such as "because of" or "because" that ends at *first* gives as the reason: a noun phrase, or a clause up to its sign."""
    phrase = syntax.phrase_at(first)
    if phrase is not None and syntax.tokens[phrase.head].lower in syntax.words["no_causes"]:
        return None
    if phrase is not None and (phrase.adposition == first - 1 or (phrase.first == first and _is_genitive(syntax, phrase))):
        stop = complement_end(syntax, phrase.last, event=True)
    else:
        stop = next((index for index in range(first, last) if syntax.tags[index] == "PUNCT" and not _leads_on(syntax, index)), last)
        while stop > first and syntax.tags[stop - 1] == "CCONJ":
            stop -= 1
    while stop > first + 1 and syntax.tags[stop - 1] == "NUM":
        stop -= 1  # "because of fog 22": trains
    return _up_to(syntax, first, stop, last)


def _leads_on(syntax: Syntax, comma: int) -> bool:
    """Whether a relative clause follows the comma: "because the statistics leave out those, who died later"."""
    after = syntax.tokens[comma + 1].lower if comma + 1 < len(syntax.tokens) else ""
    return syntax.tokens[comma].surface == "," and after in syntax.words["relative_pronouns"] | syntax.words["whoever"]


def _is_genitive(syntax: Syntax, phrase: Phrase) -> bool:
    """Whether a Russian noun can only be a genitive, as one behind «по вине» is, and so opens no clause."""
    found = cases(syntax.tokens[phrase.head].lower, "ru") if syntax.language == "ru" else frozenset()
    return "gent" in found and "nomn" not in found


def _up_to(syntax: Syntax, first: int, stop: int, last: int) -> tuple[str, tuple[str, ...]] | None:
    """The words from *first* up to *stop*, or to *last* where that comes before, with their concepts."""
    terms = tuple(dict.fromkeys(term for term in syntax.concepts[first : min(stop, last)] if term is not None))
    return (syntax.slice(first, min(stop, last)), terms) if terms else None


def entity_terms(syntax: Syntax, first: int, last: int) -> tuple[str, ...]:
    """Return the states, groups and capitals named between two tokens, as concepts, in order."""
    return tuple(mention.concept for mention in syntax.mentions if first <= mention.first < last and mention.kinds._value_ & _ENTITIES)


_ENTITIES = int(Kinds.ENTITY | Kinds.GROUP | Kinds.CAPITAL)  # a plain number for the loop over mentions, where flags are slow


def names_place(syntax: Syntax, phrase: Phrase) -> bool:
    """Return whether the phrase is a named region, town or the like: "neighbouring Belan district", "Озёрной области"."""
    if syntax.lemma(phrase.head) not in syntax.words["regions"]:
        return False
    last = phrase.last + (syntax.language == "ru" and syntax.phrase_at(phrase.last) is not None)  # "в городе Сосновске"
    return any(syntax.tokens[index].surface[:1].isupper() for index in range(max(phrase.first, 1), last) if index != phrase.head)


def is_short_noun(syntax: Syntax, index: int) -> bool:
    """Return whether the word at *index* is all capitals and still no name, but a common noun cut short: «ДТП» is any accident."""
    surface = syntax.tokens[index].surface
    if len(surface) < 2 or not surface.isupper():
        return False
    return syntax.lexicon.kinds(syntax.concept_of(index) or "") in (Kinds.NOMINAL, Kinds.NOMINAL | Kinds.UNIT)


def measures(syntax: Syntax, head: int) -> bool:
    """Return whether the noun at *head* is a unit of measure here: degrees are of warmth, but doctoral ones, or those awarded, are not."""
    concept = syntax.concept_of(head)
    if concept is None or not syntax.lexicon.kinds(concept) & Kinds.QUANTITY:
        return False
    if syntax.lemma(head) not in syntax.words["things_too"]:
        return True
    clause = syntax.clause_at(head)
    given = any(
        syntax.lemma(index) in syntax.words["granting"] for group in syntax.verbs_in(clause.first, clause.last) for index in group.chain
    )
    return not given and not (head and syntax.tags[head - 1] in ("ADJ", "NOUN", "PROPN", "VBN"))


def unit_of(syntax: Syntax, head: int) -> str | None:
    """Return what one of the things named at *head* is: "person" for any sort of person, a unit's symbol, else the noun's singular."""
    concept = syntax.concept_of(head)
    if concept is None:
        return None
    words = syntax.lexicon
    if concept == "person" or "person" in words.broader(concept) or _is_joined_to_persons(syntax, head, concept):
        return "person"
    if measures(syntax, head):
        return concept if concept in syntax.words["time_units"] else words.symbol(concept) or singular(syntax, head)
    named = singular(syntax, head)
    if syntax.language != "ru" or not named.endswith(("ть", "ти")):
        return named
    found = features(syntax.tokens[head].lower, "ru")
    if "PRTF" not in found:
        return named
    people = "actv" in found or "Subx" in found or "person" in befalls().get(concept, ())
    return "person" if people else None  # "заболевших", "госпитализированных"; of what "построенных" are, it does not say


def _is_joined_to_persons(syntax: Syntax, head: int, concept: str) -> bool:
    """Whether the noun at *head*, which no list has, stands beside persons: "deckhands and engineers"."""
    if syntax.lexicon.kinds(concept) or syntax.tags[head + 1 : head + 2] != ["CCONJ"] or head + 2 >= len(syntax.tokens):
        return False
    other = syntax.phrase_at(head + 2)
    return other is not None and other.adposition < 0 and "person" in syntax.lexicon.broader(syntax.concept_of(other.head) or "")


def singular(syntax: Syntax, index: int) -> str:
    """Return the noun at *index* as a dictionary lists it, in small letters unless it is a name."""
    token, mark = syntax.tokens[index], syntax.tags[index]
    if mark == "PROPN" and syntax.language == "en" and token.lower.endswith("s") and index and syntax.tags[index - 1] == "NUM":
        return token.surface[0] + lemma(token.lower, "NOUNS", "en")[1:]  # "500,000 Huguenots"
    if mark == "PROPN" and syntax.language == "en":
        return lemma(token.lower, "NOUNS", "en") if index == 0 or syntax.lexicon.is_unit(syntax.concept_of(index) or "") else token.surface
    return lemma(token.lower, "NOUNS" if mark == "VERB" else mark, syntax.language)


def opens_with(syntax: Syntax, name: str) -> bool:
    """Whether the sentence opens with a word or phrase of the class *name*, after any quotation mark."""
    lowers = [token.lower for token in syntax.tokens[:5] if token.surface[0].isalnum()]
    if not lowers or lowers[0] not in openings(syntax.language, name):
        return False
    return any(" ".join(lowers[:size]) in syntax.words[name] for size in range(1, len(lowers) + 1))


def in_sentence(syntax: Syntax, first: int, last: int) -> str:
    """Return the text between two tokens as it would stand inside a sentence: "foreign states" where it opens with "Foreign states"."""
    text = syntax.slice(first, last)
    opening = syntax.tokens[first]
    within_name = last > first + 1 and syntax.tokens[first + 1].surface[:1].isupper()  # "Port Athletic"
    if first or not opening.surface.istitle() or syntax.tags[first] == "PROPN" or within_name:
        return text
    concept = syntax.concept_of(first)
    known = syntax.lexicon.words(concept)[:1] if concept is not None else ()
    named = bool(known) and known[0][:1].isupper()  # "Western" keeps its capital
    return text if named else text[:1].lower() + text[1:]
