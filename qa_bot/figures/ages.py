"""Ages: "goalkeeper Ilya Brandt, 34, kept", "the oldest was 91", "children under 5". They count neither goals nor children."""

from collections.abc import Sequence
from dataclasses import replace
from typing import NamedTuple

from qa_bot.figures.draft import Slots
from qa_bot.figures.measures import lead_of
from qa_bot.figures.shares_named import is_share_of
from qa_bot.schema import Bound
from qa_bot.text.lexicon import Kinds
from qa_bot.text.nominals import AGE, unit_of
from qa_bot.text.numbers import Number, NumberKind
from qa_bot.text.syntax import NUMERAL, Phrase, Syntax
from qa_bot.text.tagger import features

_OLDEST = 120
_NOUNS = frozenset({"NOUN", "NOUNS", "PROPN"})
_BODIES = Kinds.ENTITY | Kinds.GROUP | Kinds.CAPITAL | Kinds.ORGANISATION
_NAMED = 2  # capitalised words that make a name whose age may follow it
_DONE = frozenset({"VERB", "VBN"})
_ENDS = frozenset(",).;!?")
_LISTS = frozenset(":")


class Age(NamedTuple):
    """Whose age a number is: the tokens that name them, none where only the sentence before does."""

    first: int
    last: int


def age_of(syntax: Syntax, number: Number) -> Age | None:
    """Return whose age *number* is; None where it is none."""
    if number.kind is not NumberKind.CARDINAL or not 0 < number.value <= _OLDEST or number.upper is not None:
        return None
    years = _years_behind(syntax, number)
    if years < 0:
        return None
    return (
        _of_superlative(syntax, number, years)
        or _apposed(syntax, number, years)
        or _said_to_be(syntax, number, years)
        or _at_age(syntax, number, years)
    )


def is_age_group(syntax: Syntax, number: Number) -> bool:
    """Return whether *number* only tells which persons: "children under 5", "older than 65", "детей до 5 лет"."""
    if number.kind is not NumberKind.CARDINAL or not 0 < number.value <= _OLDEST or not number.first:
        return False
    words, tokens = syntax.words, syntax.tokens
    if _is_open_group(syntax, number) or _is_over_the_age(syntax, number.first - 1):
        return True
    years = _years_behind(syntax, number)
    if years < 0 and _is_before_verb(syntax, number):
        years = 0
    if years < 0 or (syntax.language == "ru" and not years):
        return False
    if number.upper is not None:
        return _is_span_of_ages(syntax, number, years)
    at = number.first - 1
    if tokens[at].lower in words["comparing"]:
        at -= 1
    if at < 0 or tokens[at].lower not in words["age_limits"]:
        return False
    if tokens[at].lower in words["age_comparatives"] or (at and tokens[at - 1].lower in words["aged_before"]):
        return True  # "older than 65", "aged under 12"
    if at > 1 and tokens[at - 1].lower in words["third_persons"] and tokens[at - 2].lower in words["partitives"]:
        return True  # "1,640 of them under 18"
    before = syntax.phrase_at(at - 1) if at else None
    beside = before is not None and before.last == at and syntax.tags[before.head] != "PROPN" and _is_person(syntax, before)
    return beside or _tells_limit(syntax, at)


def _is_open_group(syntax: Syntax, number: Number) -> bool:
    """Whether a limit stands behind the age: "aged 65 or over", "skiers of 50 and older", «65 лет и старше», "12 were 16 or under"."""
    words, tokens = syntax.words, syntax.tokens
    at = number.last
    while at < len(tokens) and (
        syntax.lemma(at) in words["age_units"] or tokens[at].lower in words["aged"] | words["aged_before"] | words["partitives"]
    ):
        at += 1
    if at + 1 >= len(tokens) or syntax.tags[at] != "CCONJ" or tokens[at + 1].lower not in words["age_limits"]:
        return False
    if tokens[at + 1].lower in words["age_comparatives"] or tokens[number.first - 1].lower in words["aged_before"]:
        return True
    before = syntax.phrase_at(number.first - 1)
    beside = before is not None and before.last == number.first and syntax.tags[before.head] != "PROPN" and _is_person(syntax, before)
    return beside or _tells_limit(syntax, number.first)


def _is_over_the_age(syntax: Syntax, at: int) -> bool:
    """Whether the "of" at token *at* ends "over the age of"."""
    if (
        at < 1
        or syntax.tokens[at].lower not in syntax.words["partitives"]
        or syntax.tokens[at - 1].lower not in syntax.words["aged_before"]
    ):
        return False
    at -= 2 + (at > 1 and syntax.tags[at - 2] == "DET")
    return at >= 0 and syntax.tokens[at].lower in syntax.words["age_limits"]


def _is_before_verb(syntax: Syntax, number: Number) -> bool:
    """Whether the "noun" behind the number is the verb of its clause: "children under five account for 38 %"."""
    at = number.last
    plural = number.value > 1 and syntax.language == "en"
    return plural and syntax.tags[at : at + 2] == ["NOUN", "ADP"] and not any(group.finite for group in syntax.verbs_in(0, at))


def _tells_limit(syntax: Syntax, at: int) -> bool:
    """Whether the limit at token *at* is what persons are said to be: "of whom 12 were under 18", "11 were under 12 and 20 over 70"."""
    said = at - 1
    while said > 0 and syntax.tags[said] == NUMERAL and syntax.tags[said - 1] in ("CCONJ", "PUNCT"):
        limit = next((index for index in range(said - 1, 0, -1) if syntax.tokens[index].lower in syntax.words["age_limits"]), 1)
        said = limit - 1
    if said < 1 or syntax.tokens[said].lower not in syntax.words["copulas"]:
        return False
    while said > 1 and syntax.tags[said - 1] == "VBN":  # "611 of the people arrested were under 18"
        said -= 1
    counted = syntax.tags[said - 1] == NUMERAL or syntax.tokens[said - 1].lower in syntax.words["anaphors"]
    whom = any(syntax.tokens[index].lower in syntax.words["persons"] for index in range(said))
    told = (phrase for phrase in syntax.phrases if phrase.last <= said)
    if counted:
        return whom or any(_is_person(syntax, phrase) or _are_victims(syntax, phrase) for phrase in told)
    subject = syntax.phrase_at(said - 1)
    return subject is not None and _is_person(syntax, subject)


def _are_victims(syntax: Syntax, phrase: Phrase) -> bool:
    """Whether the phrase is the number of "the 90 dead"."""
    after = syntax.tokens[phrase.last].lower if phrase.last < len(syntax.tokens) else ""
    return after in syntax.words["victims"] or syntax.tokens[phrase.head].lower in syntax.words["victims"]


def _is_span_of_ages(syntax: Syntax, number: Number, years: int) -> bool:
    """ "Children aged 6 to 16", "в возрасте от 6 до 16 лет", "детей 6–16 лет"."""
    at = number.first - 1
    at -= at > 0 and syntax.tags[at] == "ADP"
    if any(syntax.tokens[index].lower in syntax.words["aged_before"] for index in (at, number.first - 1)):
        return True
    phrase = syntax.phrase_at(number.first - 1)
    if syntax.tokens[number.first - 1].surface == "(" and number.last < len(syntax.tokens) and syntax.tokens[number.last].surface == ")":
        named = syntax.phrase_at(number.first - 2)  # "the youth unemployment rate (15 to 24)"
        return named is not None and any(syntax.tokens[index].lower in syntax.words["of_age"] for index in range(named.first, named.last))
    return bool(years) and phrase is not None and _is_person(syntax, phrase)


def age_slots(syntax: Syntax, age: Age) -> Slots:
    """Return the slots of an age: it is somebody's, and nobody did it."""
    first = age.first
    while first < age.last and syntax.tags[first] in ("DET", "PUNCT"):
        first += 1
    terms = dict.fromkeys(term for term in syntax.concepts[first : age.last] if term is not None and term != AGE)
    return Slots(head=(AGE,), counted=syntax.slice(first, age.last) or None, counted_terms=tuple(terms))


def with_noun(slots: Slots, before: Sequence[Slots]) -> Slots:
    """Return *slots* of an age with the noun that an earlier one of the sentence has: "the youngest victim was 4, the oldest 91"."""
    if len(slots.counted_terms) != 1 or not before or AGE not in before[-1].head:
        return slots
    return replace(slots, counted_terms=(*slots.counted_terms, *before[-1].counted_terms[1:]))


def _years_behind(syntax: Syntax, number: Number) -> int:
    """How many tokens behind the number name years of age, -1 where something else is counted: "34", "34 years old", "34 лет"."""
    at = number.last
    if at < len(syntax.tokens) and syntax.lemma(at) in syntax.words["age_units"]:
        old = at + 1 < len(syntax.tokens) and syntax.tokens[at + 1].lower in syntax.words["aged"]
        return 1 + old if old or syntax.language == "ru" else -1
    if at < len(syntax.tokens) and (syntax.tags[at] in (*_NOUNS, "ADJ", "NUM", "VBN", "SYM") or syntax.tokens[at].surface in "%-‑–/°"):
        return -1
    return 0


def _of_superlative(syntax: Syntax, number: Number, years: int) -> Age | None:
    """ "the oldest 91", "the youngest victim was 4 years old", "старшему — 91"."""
    lead = lead_of(syntax, number)
    parting = ";" if lead >= 0 and syntax.tokens[lead].lower in syntax.words["copulas"] else ",;"  # "the youngest, Tilda Roe, is 22"
    stop = next((index for index in range(number.first - 1, -1, -1) if syntax.tokens[index].surface in parting), -1) + 1
    for index in range(number.first - 1, stop - 1, -1):
        if syntax.tokens[index].lower in syntax.words["age_superlatives"] or syntax.lemma(index) in syntax.words["age_superlatives"]:
            verbs = [group for group in syntax.verbs_in(index, number.first) if group.finite]
            phrase = syntax.phrase_at(index)
            last = max(index + 1, phrase.last if phrase is not None and phrase.last <= number.first else 0)
            return Age(index, last) if all(not group.chain or _is_be(syntax, group.chain) for group in verbs) else None
    return None


def _is_be(syntax: Syntax, chain: tuple[int, ...]) -> bool:
    return all(syntax.lemma(index) in syntax.words["ageing"] for index in chain)


def _apposed(syntax: Syntax, number: Number, years: int) -> Age | None:
    """ "Ilya Brandt, 34, kept", "her brother, aged 12, caught", "two brothers, 14 and 16,", "Jan Kruse (58) opened"."""
    tokens = syntax.tokens
    end = number.last + years
    at = number.first - 1
    aged = at >= 0 and tokens[at].lower in syntax.words["aged_before"]
    while not aged and at > 1 and (tokens[at].surface == "," or syntax.tags[at] == "CCONJ") and syntax.tags[at - 1] == "NUM":
        at -= 2  # "19, 24 and 31"
        aged = tokens[at].lower in syntax.words["aged_before"]
    at -= aged + (aged and syntax.tags[at - 1] == "ADP")  # "в возрасте 34 лет"
    at -= aged and at > 0 and tokens[at].lower in syntax.words["aged_all"]
    if at < 1 or number.bound is not Bound.EXACT:
        return None
    opened = tokens[at].surface in ",("
    if aged and syntax.tags[at] in _DONE:
        return _of_subject(syntax, at)  # "Ilya Brandt, who has died aged 91"
    phrase = syntax.phrase_at(at - 1 if opened else at)
    if phrase is None or phrase.last != (at if opened else at + 1) or phrase.first >= number.first or is_share_of(syntax, phrase):
        return None
    if aged:
        return Age(phrase.first, phrase.last) if phrase.adposition < 0 else _of_subject(syntax, at)  # "died in Larn aged 44"
    if not opened or not _closes(syntax, end, bracket=tokens[at].surface == "(") or any(token.surface in _LISTS for token in tokens[:at]):
        return None
    named = _is_person_or_name(syntax, phrase) or (_is_lone_name(syntax, phrase) and syntax.tags[end + 1 : end + 2] == ["VERB"])
    return Age(phrase.first, phrase.last) if named else None


def _is_lone_name(syntax: Syntax, phrase: Phrase) -> bool:
    """Whether a sentence opens with one name that is no state, body or place: "Josie, 34, came"."""
    bodies = (mention for mention in syntax.mentions if mention.first == 0 and mention.kinds & _BODIES)
    return phrase.first == 0 and phrase.last == 1 and syntax.tags[0] == "PROPN" and not any(bodies)


def _of_subject(syntax: Syntax, at: int) -> Age:
    """Whose age is told behind the verb at token *at*: the last person or name before it, else whom the sentence before names."""
    free = (phrase for phrase in reversed(syntax.phrases) if phrase.last <= at and phrase.adposition < 0)
    phrase = next((phrase for phrase in free if _is_person_or_name(syntax, phrase)), None)
    return Age(phrase.first, phrase.last) if phrase is not None else Age(at, at)


def _closes(syntax: Syntax, at: int, *, bracket: bool) -> bool:
    """Whether the apposition ends here, and in brackets is the subject's: a list of scorers has numbers in brackets, too."""
    tokens = syntax.tokens
    if at >= len(tokens):
        return not bracket
    if bracket:
        return tokens[at].surface == ")" and at + 1 < len(tokens) and syntax.tags[at + 1] in ("VERB", "AUX")
    return tokens[at].surface in _ENDS or (syntax.tags[at] == "CCONJ" and at + 1 < len(tokens) and syntax.tags[at + 1] == "NUM")


def _said_to_be(syntax: Syntax, number: Number, years: int) -> Age | None:
    """ "Ellen Strand, who is 52", "he was 19", "the bridge is 110 years old", "Илье 34 года"."""
    lead = lead_of(syntax, number)
    dative = syntax.phrase_at(lead) if years and syntax.language == "ru" and lead >= 0 else None
    if dative is not None and "datv" in features(syntax.tokens[dative.head].lower, "ru") and _is_person_or_name(syntax, dative):
        return Age(dative.first, dative.last)
    if lead < 1 or (syntax.tokens[lead].lower not in syntax.words["copulas"] and syntax.lemma(lead) not in syntax.words["ageing"]):
        return None
    at = lead - 1
    if syntax.tokens[at].lower in syntax.words["relatives"]:
        at -= 1 + (syntax.tokens[at - 1].surface == ",")
    phrase = syntax.phrase_at(at) if at >= 0 else None
    if phrase is None or phrase.last != at + 1 or phrase.adposition >= 0:
        return None  # "the average age of the nurses was 44"
    if years or _is_person_or_name(syntax, phrase) or syntax.tokens[phrase.head].lower in syntax.words["persons"]:
        return Age(phrase.first, phrase.last)
    return None


def _at_age(syntax: Syntax, number: Number, years: int) -> Age | None:
    """ "At 16 she won", "в 16 лет она победила": at what age somebody did something."""
    after = number.last + years
    after += after < len(syntax.tokens) and syntax.tokens[after].surface == ","
    if not number.first or after >= len(syntax.tokens) or syntax.tokens[number.first - 1].lower not in syntax.words["at_age"]:
        return None
    opens = number.first == 1 or syntax.tags[number.first - 2] in ("PUNCT", "CCONJ")
    told = opens and syntax.tokens[after].lower in syntax.words["third_persons"]
    return Age(after, after) if told and (years or syntax.language == "en") else None


def _is_person_or_name(syntax: Syntax, phrase: Phrase) -> bool:
    """Whether the phrase names a person, by a noun or by two capitalised words that are no state, body or place."""
    if _is_person(syntax, phrase):
        return True
    capitals = [index for index in range(phrase.first, phrase.last) if syntax.tokens[index].surface[:1].isupper()]
    bodies = (mention for mention in syntax.mentions if phrase.first <= mention.first < phrase.last and mention.kinds & _BODIES)
    return len(capitals) >= _NAMED and syntax.tags[phrase.head] == "PROPN" and not any(bodies)


def _is_person(syntax: Syntax, phrase: Phrase) -> bool:
    return unit_of(syntax, phrase.head) == "person"
