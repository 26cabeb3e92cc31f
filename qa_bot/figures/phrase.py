"""The noun phrase that a number counts."""

from collections.abc import Sequence
from typing import NamedTuple

from qa_bot.figures.genitives import genitive_before, is_led_complement
from qa_bot.figures.measures import is_measure, lasts_for, lead_of, measure_of
from qa_bot.figures.predicates import sort_said
from qa_bot.figures.rates import price_base, share_base
from qa_bot.figures.scales import mark_before
from qa_bot.figures.shares_named import of_named_share
from qa_bot.figures.telling import put_beside, tells_by_doer, tells_number
from qa_bot.schema import Measure
from qa_bot.text.nominals import Counted, complement_end, unit_of
from qa_bot.text.number_words import number_words
from qa_bot.text.numbers import Number, NumberKind
from qa_bot.text.syntax import NUMERAL, TIME, Clause, Phrase, Syntax, VerbGroup
from qa_bot.text.tagger import cases, features

_NOUNS = frozenset({"NOUN", "NOUNS", "PROPN"})
_DESCRIBING = frozenset({"ADJ", "VBN", "VBG", "DET"})
_DASHES = frozenset("-–—:")
_HYPHENS = frozenset("-‐‑–")
_SETS_OFF = frozenset({",", *_DASHES})
_OPENERS, _CLOSERS = frozenset('«"“'), frozenset('»"”')


class Reading(NamedTuple):
    """What a number counts. *anaphor*: the thing stands in what was said before ("28 of them", "their number was 60")."""

    counted: Counted | None
    unit: str | None
    measure: Measure
    anaphor: bool


def read_phrase(syntax: Syntax, number: Number, clause: Clause) -> Reading:
    """Return what *number* counts: the noun after it, behind "of", or the subject or object that its verb says it of."""
    counted, anaphor = _counted(syntax, number, clause)
    if share_base(syntax, number) is not None:
        counted, anaphor = _said_of(syntax, number, clause), False  # a deficit of 2.4 % of GDP
    measure, unit = measure_of(syntax, number, counted, clause)
    if measure in (Measure.QUANTITY, Measure.CHANGE, Measure.MONEY) and is_measure(syntax, counted):
        counted, anaphor = _measured(syntax, number, counted, clause), False
    elif counted is None and (measure is not Measure.COUNT or anaphor):
        if not (anaphor and measure is Measure.COUNT) and not _behind_of(syntax, number):
            counted = _said_of(syntax, number, clause)
    if counted is not None and syntax.tags[counted.head] == "PRON":
        unit = unit or ("person" if syntax.tokens[counted.head].lower in syntax.words["ourselves"] else None)
        counted = None
    if unit is None and counted is not None and measure is Measure.COUNT and syntax.tokens[counted.head].lower in syntax.words["victims"]:
        unit = "person"
    if unit is None and counted is not None and counted.last <= number.first and (noun := _noun_of(syntax, number)) is not None:
        herd = syntax.tokens[noun[2]].lower in syntax.words["herd_units"]
        unit = unit_of(syntax, counted.head if herd else noun[2])  # "the decline came to 6,500 people"
    if unit is None and counted is not None and measure in (Measure.COUNT, Measure.RATE, Measure.CHANGE):
        unit = unit_of(syntax, counted.head)
    elif unit is None and measure is Measure.COUNT and syntax.tokens[number.last - 1].lower in syntax.words["collective"]:
        unit = "person"  # "Погибли трое"
    return Reading(counted, unit, measure, anaphor and counted is None)


# ---------------------------------------------------------------- the noun


def _counted(syntax: Syntax, number: Number, clause: Clause) -> tuple[Counted | None, bool]:
    at = number.last
    if at < len(syntax.tokens) and syntax.tokens[at].lower in syntax.words["partitives"] and not _is_source(syntax, number):
        behind = _behind_whole(syntax, at)
        if behind > at and (named := _predicate_noun(syntax, behind, clause)) is not None:
            return named, False  # "eleven of the 47 are women"
        counted, anaphor = _partitive(syntax, at)
        if anaphor:
            named = _predicate_noun(syntax, at + 1, clause) or (_said_after(syntax, at + 2) if syntax.language == "en" else None)
            return named, named is None
        return (_predicate_behind(syntax, counted) or counted), anaphor
    if number.kind in (NumberKind.PERCENT, NumberKind.MONEY):
        return _after_measure(syntax, number), False
    if (told := _number_told_of(syntax, at)) is not None:
        return told, False
    noun = _noun_of(syntax, number)
    if noun is not None and noun[1] == noun[0] + 1 and (named := _amounting(syntax, number, noun[2], clause)) is not None:
        return named, False
    if noun is not None and (sort := _sort_before(syntax, number, noun[0], clause)) is not None:
        return sort, False
    if noun is not None and syntax.tags[noun[2]] == "VBN" and _is_victim(syntax, noun[2]):
        return Counted(*noun), False  # "12 injured by the blast": the blast is no part of the noun
    if noun is not None:
        return (None, True) if _is_elided(syntax, noun) else (_whole_phrase(syntax, *noun), False)
    said = None if _is_whole_number(syntax, number) else _predicate_noun(syntax, at, clause)
    named = of_named_share(syntax, number) or said or genitive_before(syntax, number, clause)
    if named is not None:
        return named, False
    return _predicated(syntax, number, clause)


def _is_source(syntax: Syntax, number: Number) -> bool:
    """Whether «30 млн из областного бюджета» tells where so much comes from: a number of millions, and one thing behind it."""
    phrase = syntax.phrase_at(number.last + 1) if syntax.language == "ru" and number.last + 1 < len(syntax.tokens) else None
    if phrase is None or syntax.tags[phrase.head] == "NOUNS" or NUMERAL in syntax.tags[phrase.first : phrase.last]:
        return False
    return any(token.lower in number_words("ru").scales for token in syntax.tokens[number.first : number.last])


def _sort_before(syntax: Syntax, number: Number, noun: int, clause: Clause) -> Counted | None:
    """The persons of a sort that are counted as «человек»: «безработных насчитывалось 8 420 человек»."""
    if syntax.language != "ru" or syntax.concepts[noun] != "person" or noun != number.last:
        return None
    sort = genitive_before(syntax, number, clause)
    return sort if sort is not None and unit_of(syntax, sort.head) == "person" else None


def _predicate_behind(syntax: Syntax, group: Counted | None) -> Counted | None:
    """What some of a *group* are said to be: "12 of the patients were [children]"."""
    at = group.last if group is not None else len(syntax.tokens)
    if at + 1 >= len(syntax.tokens) or syntax.tokens[at].lower not in syntax.words["copulas"] or syntax.language != "en":
        return None
    phrase = syntax.phrase_at(at + 1)
    if (
        phrase is None
        or phrase.first != at + 1
        or syntax.tags[phrase.head] != "NOUNS"
        or NUMERAL in syntax.tags[phrase.first : phrase.last]
    ):
        return None
    return _whole_phrase(syntax, phrase.first, phrase.last, phrase.head)


def _noun_of(syntax: Syntax, number: Number) -> tuple[int, int, int] | None:
    """The noun behind the number, as (first, last, head), last before its complements."""
    at = _behind_bound(syntax, number)
    phrase = syntax.phrase_at(at if at > number.last and at < len(syntax.tokens) else number.last - 1)
    if at + 1 < len(syntax.tokens) and syntax.tokens[at].lower in syntax.words["level_after"] and syntax.tags[at + 1] == "NUM":
        return None  # "fell by 340 to 1,150 petitions"
    if phrase is not None and phrase.head >= at:
        return at, phrase.last, phrase.head
    if (named := _quoted_noun(syntax, at)) is not None:
        return named
    following = syntax.phrase_at(at) if at < len(syntax.tokens) else None
    if _is_victim(syntax, at) and (following is None or following.last == at + 1):
        return at, at + 1, at  # "12 dead", "64 wounded"
    if (
        following is None
        or following.first != at
        or (syntax.tags[at] == "DET" and syntax.lemma(following.head) in syntax.words["time_units"])
    ):
        return None  # "63 an hour"
    if syntax.tags[at] in _NOUNS | _DESCRIBING or (syntax.language == "ru" and syntax.tags[at] not in ("NUM", "PRON")):
        return at, following.last, following.head
    return None


def _quoted_noun(syntax: Syntax, at: int) -> tuple[int, int, int] | None:
    """The things right behind a number that are called by a name in quotation marks: «19 «Витязей»», 'eight "Comets"'."""
    opens = at + 1 < len(syntax.tokens) and syntax.tokens[at].surface in _OPENERS
    phrase = syntax.phrase_at(at + 1) if opens else None
    if phrase is None or phrase.first != at + 1 or "NUM" in syntax.tags[at + 1 : phrase.last]:
        return None
    closer = syntax.tokens[phrase.last].surface if phrase.last < len(syntax.tokens) else ""
    if closer not in _CLOSERS or not syntax.tokens[phrase.first].surface[0].isupper():
        return None
    word = syntax.tokens[phrase.head].lower
    counted = "gent" in cases(word, "ru") if syntax.language == "ru" else word.endswith("s")
    return (phrase.first, phrase.last, phrase.head) if counted else None


def _behind_bound(syntax: Syntax, number: Number) -> int:
    """The token behind the number and the words of its bound, as in "five or more seats"."""
    at = number.last
    if number.bound_end is None or at >= len(syntax.tokens) or syntax.tokens[at].start != number.bound_start:
        return at
    return next((index for index in range(at, len(syntax.tokens)) if syntax.tokens[index].start >= number.bound_end), len(syntax.tokens))


def _amounting(syntax: Syntax, number: Number, head: int, clause: Clause) -> Counted | None:
    """What amounts to so many people: "the decline came to 6,500 people", «численность безработных составила 300 человек»."""
    group = _last_verb(syntax, number)
    herd = syntax.tokens[head].lower in syntax.words["herd_units"]  # «поголовье коров составило 18 тыс. голов»
    if group is None or group.chain[-1:] == () or not (herd or syntax.concept_of(head) == "person"):
        return None
    verb = syntax.lemma(group.chain[-1])
    if verb not in syntax.words["amounting"] | syntax.words["predicates"] or "PUNCT" in syntax.tags[group.last : number.first]:
        return None
    counted = _subject(syntax, number, clause)
    concept = syntax.concept_of(counted.head) if counted is not None else None
    if counted is None or concept is None:
        return None
    event = verb in syntax.words["amounting"] and syntax.lexicon.action(concept) is not None
    return counted if event or _heads_count(syntax, counted) else None


def _heads_count(syntax: Syntax, counted: Counted) -> bool:
    """Whether the phrase says how many people there are: "the number of nurses", «численность безработных», «население»."""
    before = syntax.phrase_at(counted.first - 1) if counted.first else None
    named = before is not None and syntax.lemma(before.head) in syntax.words["carriers"] - syntax.words["levels"]
    return named or syntax.lemma(counted.head) in syntax.words["people_counts"]


def _is_victim(syntax: Syntax, at: int) -> bool:
    """Whether an adjective or participle stands for persons: "12 dead"."""
    if at >= len(syntax.tokens) or syntax.tokens[at].lower not in syntax.words["victims"]:
        return False
    return at + 1 >= len(syntax.tags) or syntax.tags[at + 1] not in _NOUNS | {"ADJ"}


def _is_elided(syntax: Syntax, noun: tuple[int, int, int]) -> bool:
    """ "six others", "three thousand more", "13 more than before": the noun is left out."""
    head = noun[2]
    return syntax.tokens[head].lower in syntax.words["elided"] and syntax.tags[head] != "PROPN"


def _whole_phrase(syntax: Syntax, first: int, last: int, head: int) -> Counted:
    """The noun phrase with its complements; of a measure nothing that is added: "by 12 tonnes and its staff by 40"."""
    if last < len(syntax.tags) and syntax.tags[last] == "CCONJ" and is_measure(syntax, Counted(first, last, head)):
        return Counted(first, last, head)
    concept = syntax.concept_of(head)
    event = concept is not None and (syntax.lexicon.action(concept) is not None or concept in syntax.words["event_units"])
    return Counted(first, complement_end(syntax, last, event=event), head)


def _partitive(syntax: Syntax, at: int) -> tuple[Counted | None, bool]:
    """ "28 of them": what was counted before; "60 of the 80 wards": the wards; "a third of voters": the voters."""
    following = _phrase_from(syntax, at + 1)
    if following is None or syntax.tokens[following.head].lower in syntax.words["anaphors"]:
        return None, True
    if syntax.tags[following.head] == "ADJ":  # "из самых знаменитых его работ"
        following = _phrase_from(syntax, following.last) or following
        following = (_phrase_from(syntax, following.last) or following) if syntax.tags[following.head] == "PRON" else following
    first = following.first
    while first < following.last and syntax.tags[first] in ("DET", "NUM", "PRON", TIME):
        first += 1
    if first >= following.last or following.head < first:
        return None, True
    return _whole_phrase(syntax, first, following.last, following.head), False


def _phrase_from(syntax: Syntax, at: int) -> Phrase | None:
    """The noun phrase that begins at *at*, words of time ("this year's funds") and participles ("those rejected") apart."""
    size = len(syntax.tokens)
    while at < size and (syntax.tags[at] == TIME or syntax.tokens[at].lower == "'s"):
        at += 1
    phrase = syntax.phrase_at(at) if at < size else None
    return phrase if phrase is not None and phrase.first == at else None


def _after_measure(syntax: Syntax, number: Number) -> Counted | None:
    """What a sum or share is of: "$3 bn in grants", "EUR 4 million for schools"; else what its verb says, found later."""
    at = number.last
    if price_base(syntax, number) is not None:
        return None
    if at + 1 < len(syntax.tokens) and syntax.tokens[at].lower in syntax.words["measured_adpositions"]:
        following = syntax.phrase_at(at + 1)
        manner = following is not None and syntax.slice(at, following.last).lower() in syntax.words["manners"]  # "in the end"
        if following is not None and following.first == at + 1 and not manner and _is_thing(syntax, following):
            return _whole_phrase(syntax, following.first, following.last, following.head)
    noun = _noun_of(syntax, number)
    if noun is None or {"DET", "NUM"} & set(syntax.tags[noun[0] : noun[1]]) or syntax.tokens[noun[2]].lower in syntax.words["elided"]:
        return None  # "£23 a month"
    return _whole_phrase(syntax, *noun)


def _is_thing(syntax: Syntax, phrase: Phrase) -> bool:
    if TIME in syntax.tags[phrase.first : phrase.last] or syntax.tags[phrase.head] not in _NOUNS:
        return False
    return syntax.tags[phrase.head] != "PROPN" and "NUM" not in syntax.tags[phrase.first : phrase.last]


def _predicate_noun(syntax: Syntax, at: int, clause: Clause) -> Counted | None:
    """ "402 were cyclists", "two thirds of it was wheat", "58 - children": the noun that the predicate names."""
    size = min(len(syntax.tokens), clause.last + 1)
    while at < size and (syntax.tokens[at].lower in syntax.words["anaphors"] or syntax.tags[at] in ("ADV", "DET")):
        at += 1
    if at + 1 >= len(syntax.tokens):
        return None
    link = syntax.tokens[at]
    if link.lower not in syntax.words["copulas"] and not (syntax.language == "ru" and link.surface in "—–"):
        return None
    if sort_said(syntax, at) is not None:
        return None
    phrase = _phrase_from(syntax, at + 1)
    if phrase is None or syntax.tags[phrase.head] not in ("NOUN", "NOUNS") or "NUM" in syntax.tags[phrase.first : phrase.last]:
        return None
    if link.surface in "—–" and features(syntax.tokens[phrase.head].lower, "ru").isdisjoint(("nomn", "gent")):
        return None  # "940 объяснили болезнями, 210 — убеждениями"
    first = phrase.first
    while first < phrase.head and syntax.tags[first] == "DET":
        first += 1
    return _whole_phrase(syntax, first, phrase.last, phrase.head)


def _number_told_of(syntax: Syntax, at: int) -> Counted | None:
    """What "the number" right behind a number is of: "it put at 45 the number of [strikers]"."""
    phrase = syntax.phrase_at(at) if at < len(syntax.tokens) and syntax.tags[at] == "DET" else None
    if phrase is None or phrase.first != at or syntax.lemma(phrase.head) not in syntax.words["carriers"] - syntax.words["levels"]:
        return None
    inner = syntax.phrase_at(phrase.last + 1) if phrase.last + 1 < len(syntax.tokens) else None
    led = syntax.tokens[phrase.last].lower in syntax.words["genitive"] if inner is not None else False
    return _whole_phrase(syntax, inner.first, inner.last, inner.head) if led and inner is not None else None


def _behind_whole(syntax: Syntax, at: int) -> int:
    """Where the words go on behind "of the 47" at token *at*; *at* itself without such a whole, or where that has a noun."""
    tags, stop = syntax.tags, len(syntax.tokens)
    last = at + 1
    if at >= stop or syntax.tokens[at].lower not in syntax.words["partitives"]:
        return at
    while last < stop and tags[last] in ("DET", "PRON"):
        last += 1
    whole = last
    while last < stop and tags[last] == NUMERAL:
        last += 1
    return last if last > whole else at


def _is_whole_number(syntax: Syntax, number: Number) -> bool:
    """Whether the number is only what another one is part of: the 47 of "eleven of the 47 are women"."""
    at = number.first - 1
    while at > 0 and syntax.tags[at] in ("DET", "PRON"):
        at -= 1
    return at > 0 and syntax.tokens[at].lower in syntax.words["partitives"] and syntax.tags[at - 1] == NUMERAL


def _said_after(syntax: Syntax, at: int) -> Counted | None:
    """ "9 of them guards": the noun right behind the pronoun, where no verb follows it."""
    phrase = syntax.phrase_at(at) if at < len(syntax.tokens) else None
    if phrase is None or phrase.first != at or syntax.tags[phrase.head] not in ("NOUN", "NOUNS") or TIME in syntax.tags[at : phrase.last]:
        return None
    last = complement_end(syntax, phrase.last, event=False)
    after = syntax.tags[last] if last < len(syntax.tags) else "PUNCT"
    return Counted(at, last, phrase.head) if after in ("PUNCT", "CCONJ", "SYM", "ADP") else None


# ---------------------------------------------------------------- what a number alone is said of


def _predicated(syntax: Syntax, number: Number, clause: Clause) -> tuple[Counted | None, bool]:
    """A number alone: "the number of refusals reached 60", "put the losses at 60", "wheat: 60"; else its noun is left out."""
    counted = _introduced(syntax, number, clause)
    if counted is None and _is_predicate(syntax, number, clause):
        counted = _subject(syntax, number, clause)
    if counted is None:
        return None, True
    head = syntax.tokens[counted.head].lower
    if head in syntax.words["ourselves"]:
        return counted, False
    own = syntax.tokens[counted.first].lower
    carrier = syntax.lemma(counted.head) in syntax.words["carriers"] - syntax.words["levels"]
    if carrier or syntax.tags[counted.head] == "PRON":
        if own in syntax.words["possessives"] or head in syntax.words["third_persons"] or counted.last == counted.head + 1:
            return None, True
    return counted, False


def _said_of(syntax: Syntax, number: Number, clause: Clause) -> Counted | None:
    """What a sum, share or quantity is said of; not who spends or offers it."""
    if _is_total(syntax, number):
        return None  # money counts no fines
    if (found := _compared_noun(syntax, number) or _worth(syntax, number)) is not None:
        return found
    group = _last_verb(syntax, number)
    if group is not None and group.chain and not group.passive and does(syntax, group):
        return _introduced(syntax, number, clause)
    told = group is not None and not group.passive and (tells_by_doer(syntax, group) or _has_object(syntax, group, number))
    return _introduced(syntax, number, clause) or (None if told else _subject(syntax, number, clause))


def _has_object(syntax: Syntax, group: VerbGroup, number: Number) -> bool:
    """Whether what was changed by the number is said behind the verb, and is no subject of it: "cut the fine by 30 euros"."""
    lead = lead_of(syntax, number)
    if syntax.language != "en" or lead < 0 or syntax.tokens[lead].lower not in syntax.words["change_after"]:
        return False
    return not {"DET", "PRON"}.isdisjoint(syntax.tags[group.last : lead])


def _compared_noun(syntax: Syntax, number: Number) -> Counted | None:
    """What a Russian sum is of that another one is held against: «прибыль 3 млн против [убытка] в 6 млн»."""
    lead = lead_of(syntax, number)
    if syntax.language != "ru" or lead < 1:
        return None
    at = lead - 1 if syntax.tokens[lead].lower in syntax.words["apposed_by"] else lead
    inner = syntax.phrase_at(at)
    phrase = inner
    while phrase is not None and phrase.adposition < 0 and phrase.first and (before := syntax.phrase_at(phrase.first - 1)) is not None:
        phrase = before if before.last == phrase.first else None  # «против дефицита бюджета»
    if inner is None or phrase is None or phrase.adposition < 0 or inner.last > number.first or syntax.tags[phrase.head] not in _NOUNS:
        return None
    if syntax.tokens[phrase.adposition].lower not in syntax.words["compared_with"] or "NUM" in syntax.tags[phrase.first : inner.last]:
        return None
    general = syntax.lemma(phrase.head) in syntax.words["carriers"] or TIME in syntax.tags[phrase.first : inner.last]
    return None if general else Counted(phrase.first, inner.last, phrase.head)


def _worth(syntax: Syntax, number: Number) -> Counted | None:
    """What a Russian sum is the worth of, as a noun right before it says: «заказ на 26 локомотивов стоимостью 9 млрд рублей»."""
    lead = lead_of(syntax, number)
    if syntax.language != "ru" or lead < 1 or syntax.tokens[lead].lower not in syntax.words["worth_nouns"]:
        return None
    free = [phrase for phrase in syntax.phrases if phrase.last <= lead and phrase.adposition < 0 and syntax.tags[phrase.head] in _NOUNS]
    before = next((phrase for phrase in reversed(free) if not is_led_complement(syntax, phrase)), None)
    owner = before
    while before is not None and owner is not None and "gent" in cases(syntax.tokens[before.head].lower, "ru"):
        owner = next((phrase for phrase in free if phrase.last == before.first), None)
        before = owner._replace(last=before.last) if owner is not None else before  # «картину художника стоимостью»
    if before is None or any(syntax.tags[at] in ("PUNCT", "VERB") for at in range(before.last, lead)):
        return None
    return Counted(before.first, before.last, before.head)


def does(syntax: Syntax, group: VerbGroup) -> bool:
    """Return whether the subject of the verb does something: not "reaches", "costs", "receives", "rises"."""
    words = syntax.words
    for index in group.chain:
        verb = syntax.lemma(index)
        if verb in words["predicates"] or verb in words["deedless"] or verb in words["changing"] or verb in words["costing"]:
            return False
        if syntax.concept_of(index) in words["receiving"]:
            return False
    return True


def _behind_of(syntax: Syntax, number: Number) -> bool:
    """Whether a part that only a pronoun names follows and the number is no predicate: "a third of them women"."""
    at = number.last
    return at < len(syntax.tokens) and syntax.tokens[at].lower in syntax.words["partitives"] and _last_verb(syntax, number) is None


def _last_verb(syntax: Syntax, number: Number) -> VerbGroup | None:
    clause = syntax.clause_at(number.first)
    groups = syntax.verbs_in(clause.first, number.first)
    return groups[-1] if groups else None


def _is_predicate(syntax: Syntax, number: Number, clause: Clause) -> bool:
    """Whether the verb before the number, or a dash or colon, says what something amounts to rather than what somebody did."""
    group = _last_verb(syntax, number)
    lead = lead_of(syntax, number)
    if group is None:
        return lead >= 0 and syntax.tokens[lead].surface in _DASHES
    if tells_number(syntax, group, number.first):
        return True
    if _adds_level(syntax, group, lead):
        return True
    if any(syntax.tags[index] in ("CCONJ", "PUNCT", "ADJ") for index in range(group.last, lead + 1)):
        return False  # "because drivers were ill, and 12 because of accidents"
    if any(syntax.tags[index : index + 2] == ["NUM", "NOUNS"] for index in range(group.last, lead)):
        return False  # "passed by 52 votes to 48"
    return not group.chain or syntax.lemma(group.chain[-1]) in syntax.words["predicates"]


def _adds_level(syntax: Syntax, group: VerbGroup, lead: int) -> bool:
    """Whether the word at *lead* adds what something came to, behind a comma, to how much it changed: "rose by a fifth, to 148"."""
    if (
        lead <= group.last
        or syntax.tokens[lead].lower not in syntax.words["level_after"]
        or syntax.tokens[lead - 1].surface not in _SETS_OFF
    ):
        return False
    between = syntax.tags[group.last : lead - 1]
    changed = any(syntax.lemma(index) in syntax.words["changing"] for index in group.chain)
    return changed and NUMERAL in between and {"CCONJ", "PUNCT", "VERB"}.isdisjoint(between)


def _introduced(syntax: Syntax, number: Number, clause: Clause) -> Counted | None:
    """The noun that a preposition hangs the number on: "a stock of 110,000 tonnes", "puts the crowd at 22,000", "losses in 7 %"."""
    lead = lead_of(syntax, number)
    if lead < 1:
        return None
    word = syntax.tokens[lead].lower
    group = _last_verb(syntax, number)
    if number.bound_start is not None and syntax.tags[lead] in _NOUNS:  # "bring deaths below 1,500"
        word = syntax.tokens[lead + 1].lower
        lead += 1
    phrases = [phrase for phrase in syntax.phrases if clause.first <= phrase.first and phrase.last <= lead]
    if syntax.language == "en" and (again := put_beside(syntax, phrases, lead)) is not None:
        return _stripped(syntax, again, lead)
    if group is not None:
        phrases = [phrase for phrase in phrases if phrase.first >= group.last]
        changed = _changed(syntax, lead, group, phrases)
        if changed is not None:
            return _stripped(syntax, changed, changed.last)
    apposed = word in syntax.words["apposed_by"] and phrases and phrases[-1].last == lead
    if apposed and (syntax.language == "en" or (_may_size(syntax, phrases[-1], word, number) and _sizes(number))):
        noun = phrases[-1].head
        carrier = syntax.lemma(noun) in syntax.words["carriers"] - syntax.words["people_counts"]  # "a population of 8,450"
        return _stripped(syntax, phrases[-1], lead) if syntax.tags[noun] in ("NOUN", "NOUNS") and not carrier else None
    objects = [phrase for phrase in phrases if phrase.adposition < 0 and syntax.tags[phrase.head] in _NOUNS]
    if objects and any(syntax.tags[index] in ("PUNCT", "NUM") for index in range(objects[0].last, lead)):
        return None  # also "passed the budget by 31 votes to 14"
    if objects and number.kind is NumberKind.MONEY and word in syntax.words["priced_at"]:
        return _stripped(syntax, objects[0], lead)  # "bought 14 paintings for $2 million"
    estimates = group is not None and any(syntax.lemma(index) in syntax.words["estimating"] for index in group.chain)
    if word in syntax.words["estimated_at"] and not objects and group is not None:
        objects = _victims_before(syntax, group.last, lead)
    if word in syntax.words["estimated_at"] and objects and (estimates or word in syntax.words["level_words"]):
        return _stripped(syntax, objects[0], lead)
    return None


def _changed(syntax: Syntax, lead: int, group: VerbGroup, phrases: Sequence[Phrase]) -> Phrase | None:
    """The object of a verb of change, whose level before or after the word at *lead* brings: "cut its debt from 40 to 32 million"; or by
    how much: "trimmed its staff by 40"."""
    before, after = syntax.words["from_levels"], syntax.words["level_after"]
    changing = syntax.words["changing"] | syntax.words["revising"]
    if group.passive or not any(syntax.lemma(index) in changing for index in group.chain):
        return None
    opened = next((at for at in range(group.last, lead + 1) if syntax.tokens[at].lower in before), -1)
    by = syntax.language == "en" and syntax.tokens[lead].lower in syntax.words["change_after"]
    if by:
        return _changed_by(syntax, lead, phrases)
    if opened < 0 or syntax.tokens[lead].lower not in before | after:
        return None
    objects = [
        phrase for phrase in phrases if phrase.last <= opened and phrase.adposition < 0 and syntax.tags[phrase.head] in ("NOUN", "NOUNS")
    ]
    if len(objects) > 1 and objects[1].first == objects[0].last and syntax.lemma(objects[0].head) in syntax.words["carriers"]:
        return objects[1]  # «увеличила число мест с 9 до 18»
    return objects[0] if objects and syntax.lemma(objects[0].head) not in syntax.words["carriers"] else None


def _changed_by(syntax: Syntax, lead: int, phrases: Sequence[Phrase]) -> Phrase | None:
    """The last object before the "by" at token *lead*, where nothing but an "of" with its noun parts them: "trimmed its staff by 40"."""
    objects = [phrase for phrase in phrases if phrase.last <= lead and phrase.adposition < 0]
    if not objects or syntax.tags[objects[-1].head] not in ("NOUN", "NOUNS") or syntax.lemma(objects[-1].head) in syntax.words["carriers"]:
        return None
    last = objects[-1].last
    joined = last == lead or syntax.tokens[last].lower in syntax.words["partitives"]
    return objects[-1] if joined and {NUMERAL, "PUNCT", "CCONJ", "VERB"}.isdisjoint(syntax.tags[last:lead]) else None


def _victims_before(syntax: Syntax, first: int, last: int) -> list[Phrase]:
    """ "The dead" as a noun phrase, of which an article is all that shows it: "put [the dead] at 48"."""
    at = next((at for at in range(first + 1, last) if _is_victim(syntax, at) and syntax.tags[at - 1] == "DET"), -1)
    return [Phrase(at - 1, at + 1, at, -1)] if at > 0 else []


def _sizes(number: Number) -> bool:
    """Whether a Russian number behind «в» can tell the size of something: «дефицит в 54 млн», not «нарушения нашли в семи»."""
    return number.kind is not NumberKind.CARDINAL or number.last - number.first > 1


def _may_size(syntax: Syntax, phrase: Phrase, word: str, number: Number) -> bool:
    """Whether a noun that a sum is set beside by *word* depends on nothing, tells what came with it or, of money, for what it was: «с
    убытком в 54 млн», «за взятку в 600 тыс. рублей»."""
    if phrase.adposition < 0:
        return True
    lead = syntax.tokens[phrase.adposition].lower
    given = number.kind is NumberKind.MONEY and word in syntax.words["sized_by"] and lead in syntax.words["given_for"]
    return given or lead in syntax.words["comitatives"]


def _is_total(syntax: Syntax, number: Number) -> bool:
    """Whether a sum is said to be that of something: «14 штрафов на общую сумму 3,1 млн рублей»."""
    lead = lead_of(syntax, number)
    phrase = syntax.phrase_at(lead) if lead > 0 and syntax.lemma(lead) in syntax.words["sums"] else None
    return phrase is not None and phrase.adposition >= 0


def _subject(syntax: Syntax, number: Number, clause: Clause) -> Counted | None:
    """The subject of the last verb before the number, "the number of X" taken as X."""
    group = _last_verb(syntax, number)
    stop = group.first if group is not None else number.first
    first = clause.first
    opened = [index for index in range(group.last, number.first) if syntax.tags[index] == "SCONJ"] if group is not None else []
    if (
        opened and group is not None and not tells_number(syntax, group, number.first)
    ):  # "fans say that it is 80 %", where a verb is left out
        first, stop = opened[-1] + 1, number.first
    phrases = _free_phrases(syntax, first, stop)
    if not phrases and clause.first and syntax.tags[clause.first] == "CCONJ" and group is not None:
        before = syntax.clause_at(clause.first - 1)  # "incomes rose and reached 3 bn"
        verbs = syntax.verbs_in(before.first, before.last)
        phrases = _free_phrases(syntax, before.first, verbs[0].first if verbs else before.last)
    if not phrases and clause.first and syntax.tokens[clause.first - 1].surface == ")":  # "the jobless rate (15 to 24) stood at 18 %"
        bracket = max((at for at in range(clause.first) if syntax.tokens[at].surface == "("), default=0)
        phrases = _free_phrases(syntax, syntax.clause_at(max(bracket - 1, 0)).first, bracket)
    if not phrases and group is not None and (aside := _cut_off(syntax, clause, group)) is not None:
        phrases = _free_phrases(syntax, aside[0], aside[1])[-1:]
    if not phrases and syntax.language == "ru" and group is not None:
        phrases = [
            phrase for phrase in syntax.phrases if group.last <= phrase.first < phrase.last <= number.first and phrase.adposition < 0
        ]
    if not phrases:
        return None
    relative = _antecedent_phrase(syntax, phrases[-1])
    if relative is not None and group is None:
        return None  # "told the council that 40 tonnes were lost"
    if relative is not None:
        return _stripped(syntax, relative, relative.last)
    phrase = phrases[0] if syntax.language == "ru" and syntax.tags[phrases[-1].head] != "PRON" else phrases[-1]
    return _stripped(syntax, phrase, max(stop, phrase.last))


def _cut_off(syntax: Syntax, clause: Clause, group: VerbGroup) -> tuple[int, int] | None:
    """Where the subject stands that a relative clause parts from its verb: "core inflation, which leaves out fuel, was 3 %"; as a token
    range."""
    if not clause.first or group.first != clause.first or syntax.tokens[clause.first - 1].surface != ",":
        return None
    aside = syntax.clause_at(clause.first - 1)
    relatives, opened = syntax.words["subject_relatives"], range(aside.first + 1, clause.first - 1)
    at = next((at for at in opened if syntax.tokens[at].lower in relatives and syntax.tokens[at - 1].surface == ","), None)
    verbs = syntax.verbs_in(aside.first, at) if at is not None else []
    return (aside.first, at) if at is not None and not verbs else None


def _antecedent_phrase(syntax: Syntax, phrase: Phrase) -> Phrase | None:
    """The noun phrase that the relative pronoun *phrase* stands for: "the bridge, which cost $45 million"."""
    if syntax.tokens[phrase.head].lower not in syntax.words["subject_relatives"]:
        return None
    at = phrase.first - 1
    while at > 0 and syntax.tags[at] == "PUNCT":
        at -= 1
    return syntax.phrase_at(at) if at >= 0 else None


def _free_phrases(syntax: Syntax, first: int, last: int) -> list[Phrase]:
    """The noun phrases between two places that no adposition introduces and that name no time."""
    return [
        phrase
        for phrase in syntax.phrases
        if first <= phrase.first
        and phrase.last <= last
        and phrase.adposition < 0
        and syntax.tags[phrase.head] in (*_NOUNS, "PRON")
        and TIME not in syntax.tags[phrase.first : phrase.last]
        and not is_led_complement(syntax, phrase)
    ]


def _stripped(syntax: Syntax, phrase: Phrase, stop: int) -> Counted | None:
    """The phrase with its complements up to *stop*, of "the number of X" only X."""
    last = complement_end(syntax, phrase.last, event=True)
    if syntax.lemma(phrase.head) in syntax.words["carriers"] - syntax.words["levels"]:
        inner = next((other for other in syntax.phrases if phrase.last <= other.first < last), None)
        if inner is not None and inner.adposition >= 0 and _is_somewhere(syntax, inner.adposition):
            inner = None  # «прожиточный минимум в области» is none of regions
        if inner is not None and syntax.tags[inner.head] in _NOUNS and "NUM" not in syntax.tags[inner.first : inner.last]:
            return Counted(_undetermined(syntax, inner), min(last, max(stop, inner.last)), inner.head)
    named = syntax.language == "en" and syntax.lemma(phrase.head) in syntax.words["counting_heads"] and phrase.head > phrase.first
    if named and syntax.tags[phrase.head - 1] in ("NOUN", "NOUNS"):
        return Counted(_undetermined(syntax, phrase), phrase.last, phrase.head - 1)  # "visitor numbers"
    return Counted(_undetermined(syntax, phrase), max(phrase.last, min(last, stop)), phrase.head)


def _is_somewhere(syntax: Syntax, at: int) -> bool:
    """Whether the word at *at* is a preposition that leads to where something is."""
    return at < len(syntax.tokens) and syntax.tags[at] == "ADP" and syntax.tokens[at].lower in syntax.words["place_adpositions"]


def _undetermined(syntax: Syntax, phrase: Phrase) -> int:
    first = phrase.first
    while first < phrase.head and syntax.tags[first] in ("DET", "NUM") and not _is_hyphened(syntax, first):
        first += 1
    return first


def _is_hyphened(syntax: Syntax, at: int) -> bool:
    """Whether the number at token *at* is the first part of a word: "twelve-month", «12-месячная»."""
    tokens = syntax.tokens[at : at + 3]
    glued = len(tokens) > 2 and tokens[0].end == tokens[1].start and tokens[1].end == tokens[2].start
    return glued and tokens[1].surface in _HYPHENS and tokens[2].surface[0].isalpha()


# ---------------------------------------------------------------- quantities


def _measured_before(syntax: Syntax, number: Number, clause: Clause) -> Counted | None:
    """What is measured before the verb, with no other noun between: «осадков выпало 48 мм», not «жителей обогнал поезд длиной 300 м»."""
    found = genitive_before(syntax, number, clause)
    return found if found is not None and _NOUNS.isdisjoint(syntax.tags[found.last : number.first]) else None


def _measured(syntax: Syntax, number: Number, counted: Counted | None, clause: Clause) -> Counted | None:
    """What a quantity is of: "3 million tonnes of wheat" is wheat; "the yield is 5 tonnes" the yield; "boarded 12 km of road" road."""
    if counted is None or not is_measure(syntax, counted):
        return counted
    end = counted.head + 1
    inner = next((phrase for phrase in syntax.phrases if end <= phrase.first < counted.last and syntax.tags[phrase.head] in _NOUNS), None)
    if inner is not None and (syntax.tokens[inner.first - 1].surface == "/" or "NUM" in syntax.tags[inner.first : inner.last]):
        inner = None  # "34 ц/га"
    elif inner is not None and (syntax.tokens[inner.adposition].lower in syntax.words["off_norm"] or lasts_for(syntax, counted, inner)):
        inner = None  # "30 mm over the norm"
    if inner is None and end + 1 < len(syntax.tokens) and syntax.tokens[end].lower == "of":
        inner = _phrase_from(syntax, end + 1)  # behind a word of time: "tonnes of winter wheat"
    if inner is not None and inner.head < len(syntax.tokens):
        return _whole_phrase(syntax, _undetermined(syntax, inner), inner.last, inner.head)
    mark = mark_before(syntax, number)
    said = mark or _said_of(syntax, number, clause) or _measured_before(syntax, number, clause)
    if said is not None and is_measure(syntax, said):
        said = _subject(syntax, number, clause)  # "rose 40 cm to 5.2 m"
    if said is not None and syntax.tags[said.head] in _NOUNS:
        return said
    return None if syntax.lemma(counted.head) in syntax.words["money_units"] else counted
