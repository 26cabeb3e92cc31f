"""What was done to a counted thing: the verb that governs its number, or a noun that names the deed."""

from qa_bot.figures.deed_words import Place, counts_aside, worded
from qa_bot.figures.draft import Slots
from qa_bot.figures.genitives import is_led_complement
from qa_bot.figures.patients import event_at
from qa_bot.figures.states import state_told
from qa_bot.figures.telling import tells_number
from qa_bot.schema import Measure
from qa_bot.text.destinations import deed_of_bringing
from qa_bot.text.functions import functions
from qa_bot.text.lexicon import Kinds
from qa_bot.text.nominals import Counted
from qa_bot.text.syntax import NUMERAL, TIME, Clause, Syntax, VerbGroup, joined_to

_NOUNS = frozenset({"NOUN", "NOUNS", "PROPN"})
_BETWEEN = frozenset({"ADP", "ADV", TIME, "DET", "PART"})
_OF_DEEDS = (Measure.COUNT, Measure.SHARE)  # what may count deeds; the rent that costs 12 euros is not "rented"

_SOURCE = int(Kinds.SOURCE)  # a plain number for the loop over mentions, where flags are slow


def governor(syntax: Syntax, number: tuple[int, int], counted: Counted | None, clause: Clause) -> VerbGroup | None:
    """Return the verb group whose subject or object the counted phrase is.

    A finite verb right after the phrase and what belongs to it makes it the subject; else the nearest verb before it in the clause
    governs it; else the nearest after. Of a subject that stands before ("turnout was 67 %") it is the verb between.
    """
    if is_fronted(syntax, number[0]):
        return None  # "Of the 101 members elected, 44 are women"
    if counted is not None and counted.last <= number[0]:
        between = [group for group in syntax.verbs_in(clause.first, number[0]) if group.first >= counted.last]
        if between:
            return between[-1]
        opens = not syntax.verbs_in(clause.first, counted.first)  # not «снизил тариф на 12 рублей, с 60 до 48»
        if syntax.language == "ru" and opens and _ends_there(syntax, number[1]):
            return None  # «Вольеров в парке 62, к 2026 году построят ещё 30»
        counted = None
    first = min(number[0], counted.first) if counted is not None else number[0]
    last = max(number[1], counted.last) if counted is not None else number[1]
    verbs = [
        group
        for group in syntax.verbs_in(clause.first, _subordinated(syntax, last, clause.last))
        if not (_names_source(syntax, group) or _tells_age(syntax, group))
    ]
    before = [group for group in verbs if group.last <= first]
    after = [group for group in verbs if group.first >= last and not (counted is None and tells_of_object(syntax, group, last))]
    if after and not before and (_stands_apart(syntax, first, last, after[0]) or _gives_reason(syntax, last, after[0])):
        return None
    subject_of = _verb_of_subject(syntax, last, after)
    if before and after and after[0].first == last and _is_whole(syntax, first) and after[0].first + 1 == after[0].last:
        return after[0]
    if subject_of is not None and before and _is_of_whole(syntax, last, subject_of):
        subject_of = None
    if subject_of is not None and not (before and before[-1].finite and not subject_of.finite and syntax.language != "ru"):
        held = before and (syntax.language == "ru" or syntax.tags[before[-1].last - 1] == "VB") and _is_adjacent(syntax, before[-1], first)
        if not held:
            return subject_of
    if before:
        hanging = after[0] if syntax.language == "ru" and after and _only_adjuncts(syntax, last, after[0].first) else None
        wished = before[-1].chain and syntax.lemma(before[-1].chain[-1]) in syntax.words["planning"]
        return hanging if wished and hanging is not None and joined_to(syntax, hanging) == before[-1] else before[-1]
    return after[0] if after else None


def _tells_age(syntax: Syntax, group: VerbGroup) -> bool:
    """Whether the group is only how old somebody is: "40 people aged 12 to 18 were hurt"."""
    return (
        group.last == group.first + 1
        and syntax.tags[group.first] == "VBN"
        and syntax.tokens[group.first].lower in syntax.words["aged_before"]
    )


def _stands_apart(syntax: Syntax, first: int, last: int, group: VerbGroup) -> bool:
    """Whether the number only says under what somebody did what the verb says: "with 29 of 80 seats it lost its majority"."""
    opens = first == 1 or (first > 1 and syntax.tags[first - 2] in ("PUNCT", "CCONJ"))
    if not opens or syntax.tokens[first - 1].lower not in syntax.words["apart_adpositions"]:
        return False
    return any(last <= phrase.first and phrase.last <= group.first and phrase.adposition < 0 for phrase in syntax.phrases)


def _gives_reason(syntax: Syntax, last: int, group: VerbGroup) -> bool:
    """Whether the verb is that of a clause which says why, or in spite of what: "speaks of 640 jobs in Sarnow because it includes"."""
    return any(token.lower in syntax.words["subordinators"] for token in syntax.tokens[last : group.first])


def _names_source(syntax: Syntax, group: VerbGroup) -> bool:
    """Whether what looks like a verb leads to who says it: "according to the office"."""
    return any(group.first < mention.last and mention.first < group.last and mention.kinds._value_ & _SOURCE for mention in syntax.mentions)


def _subordinated(syntax: Syntax, first: int, last: int) -> int:
    """Where a clause opens right behind a number, its noun or "of them", whose verb is none of theirs: "31 because the lamp failed"."""
    at = first
    while at < last and syntax.tags[at] in ("ADP", "PRON"):
        at += 1
    return at if at < last and syntax.tags[at] == "SCONJ" else last


def _ends_there(syntax: Syntax, at: int) -> bool:
    """Whether a comma or nothing follows at *at*, so that what stands there says nothing of the number before."""
    return at >= len(syntax.tokens) or syntax.tokens[at].surface in (",", ";")


def is_fronted(syntax: Syntax, first: int) -> bool:
    """Return whether the number at token *first* stands in the phrase with "of" or "among" that opens its sentence."""
    if not first or syntax.tokens[0].lower not in syntax.words["fronting"] or syntax.verbs_in(0, first):
        return False
    comma = next((index for index in range(first, len(syntax.tokens)) if syntax.tokens[index].surface == ","), -1)
    finite = next((group.first for group in syntax.verbs if group.finite and group.first > first), len(syntax.tokens))
    if any(token.surface == "," for token in syntax.tokens[:first]):
        return False
    return 0 <= comma < finite or _counted_again(syntax, first, finite)


def _counted_again(syntax: Syntax, first: int, last: int) -> bool:
    """Whether another number, of its own phrase, stands between the one at *first* and the verb: "Of 640 patients 512 were discharged"."""
    own = syntax.phrase_at(first)
    stop = last if syntax.language != "ru" else syntax.clause_at(first).last  # "Из 30 стран приехали 400 участников"
    return own is not None and NUMERAL in syntax.tags[own.last : stop]


def _verb_of_subject(syntax: Syntax, last: int, after: list[VerbGroup]) -> VerbGroup | None:
    """The verb that a phrase ending at *last* is the subject of; of "people killed by floods were" it is "were"."""
    group = next((group for group in after if _only_adjuncts(syntax, last, group.first)), None)
    if group is not None and syntax.tags[group.first] == "VBG" and group.first == last and syntax.language == "en":
        main = next((other for other in after if other.finite and other.first > group.first), None)
        apart = main is None or "PUNCT" in syntax.tags[group.first : main.first] or "SCONJ" in syntax.tags[group.first : main.first]
        return None if apart else main  # "12 persons holding a card were detained"
    if group is None or (not group.finite and not group.passive):
        return None
    if group.passive and not group.finite and syntax.language != "ru":
        main = next((other for other in after if other.finite and other.first > group.first), None)
        return main or group
    return group


def tells_of_object(syntax: Syntax, group: VerbGroup, last: int) -> bool:
    """Return whether a participle is said of the noun to which a preposition behind the number leads: "four from [force used]"."""
    if syntax.language != "en" or group.finite or not group.passive or syntax.tags[last : last + 1] != ["ADP"]:
        return False
    phrase = syntax.phrase_at(group.first - 1)
    return phrase is not None and phrase.adposition == last and phrase.last == group.first


def _is_of_whole(syntax: Syntax, last: int, group: VerbGroup) -> bool:
    """Whether what looks like a verb says what became of a whole: "84 of 92 million allocated"."""
    at = group.first
    while at > last and syntax.tags[at - 1] == NUMERAL:
        at -= 1
    return last < at < group.first and group.first + 1 == group.last and syntax.tokens[at - 1].lower in syntax.words["partitives"]


def _is_whole(syntax: Syntax, first: int) -> bool:
    """Whether the number at token *first* is a whole: "spent 84 of [the 92 million] allocated"."""
    at = first - 1 - (first > 1 and syntax.tags[first - 1] == "DET")
    return at > 0 and syntax.tokens[at].lower in syntax.words["partitives"]


def _is_adjacent(syntax: Syntax, group: VerbGroup, first: int) -> bool:
    """Whether a verb stands right before the number: "проверено 96 аптек, нарушения нашли", "a plan to build 300 flats was dropped"."""
    return all(syntax.tags[index] in ("ADV", "PART", "ADP", "NUM", "DET") for index in range(group.last, first))


def _only_adjuncts(syntax: Syntax, first: int, last: int) -> bool:
    """Whether between two places stand only prepositional phrases, adverbs and time words: no subject of its own."""
    index = first
    while index < last:
        phrase = syntax.phrase_at(index)
        if phrase is not None:
            if phrase.adposition < 0 and syntax.language != "ru":
                return False
            index = phrase.last
        elif syntax.tags[index] in _BETWEEN or syntax.tokens[index].surface == ",":
            index += 1
        else:
            return False
    return True


def read_action(
    syntax: Syntax, slots: Slots, group: VerbGroup | None, counted: Counted | None, number: tuple[int, int], *, measure: Measure
) -> None:
    """Set the action of *slots*: terms outermost first, and the word for display. For a change the verb of change is the action."""
    ahead = counted is None or counted.last <= number[0]
    level = measure is not Measure.CHANGE and ahead and group is not None and group.last <= number[0]  # "the total reached 60"
    verbs = [] if group is None or (level and tells_number(syntax, group, number[0])) else _verbs(syntax, group, level=level)
    if counted is not None and all(_only_tells(syntax, index, group) for index in verbs):
        verbs = [*verbs, *_reduced(syntax, counted)]
    terms = [term for index in verbs if (term := _concept(syntax, index, group)) is not None]
    parted = _parted(syntax, verbs[-1], number[0]) if verbs and number[0] > verbs[-1] else None
    if parted is not None:
        terms[-1:] = [parted]
    if terms[:1] == ["refuse"]:
        terms = [term for term in terms if term not in _undone(syntax)]  # what was refused to be fulfilled was not fulfilled
    if group is not None:
        slots.negative = group.negated
    if group is not None and (brought := deed_of_bringing(syntax, group)) is not None:
        terms.append(brought)
    nominal = _nominal_action(syntax, counted if measure in _OF_DEEDS else None, number)
    state = state_told(syntax, group) if measure in _OF_DEEDS else None
    slots.action_terms = tuple(dict.fromkeys([*nominal, *(state.terms if state is not None else ()), *terms]))
    told = [(index, _concept(syntax, index, group)) for index in verbs]
    aside = measure is Measure.COUNT and parted is None and group is not None and counts_aside(syntax, counted, number[0], group)
    slots.action = state.said if state is not None else None if aside else worded(syntax, nominal, told, Place(group, counted, number[1]))


def _verbs(syntax: Syntax, group: VerbGroup, *, level: bool) -> list[int]:
    """The verbs of the group that say what was done: no auxiliaries, no verb of reason, with *level* none that only names a level."""
    words = syntax.words
    if _reason_acts(syntax, group):
        return []
    left = words["deedless"] | words["reason_verbs"]
    if level:
        left = left | words["predicates"]
    return [
        index for index in group.chain if syntax.lemma(index) not in left or _refuses(syntax, index, group) or syntax.takes_lives(index)
    ]


def _undone(syntax: Syntax) -> frozenset[str]:
    action = syntax.lexicon.action("refuse")
    return frozenset((*action.opposites, "fulfil")) if action is not None else frozenset()


def _reason_acts(syntax: Syntax, group: VerbGroup) -> bool:
    """Whether a reason is the subject: "political reasons stood behind 34 of the refusals"."""
    subject = syntax.phrase_at(group.first - 1) if group.first else None
    return subject is not None and subject.adposition < 0 and syntax.tokens[subject.head].lower in syntax.words["reason_cues"]


def _refuses(syntax: Syntax, index: int, group: VerbGroup) -> bool:
    """Whether the verb refuses what the next one says: "declined to fulfil"."""
    return len(group.chain) > 1 and index == group.chain[0] and syntax.lemma(index) in syntax.words["refusing_to"]


def _concept(syntax: Syntax, index: int, group: VerbGroup | None) -> str | None:
    if group is not None and _refuses(syntax, index, group):
        return "refuse"
    return syntax.concept_of(index)


def _parted(syntax: Syntax, verb: int, number: int) -> str | None:
    """The concept of a verb with the preposition before its number: "asked the army for 6 helicopters"."""
    phrase = syntax.phrase_at(number)
    if syntax.language != "en" or phrase is None or phrase.adposition <= verb + 1:
        return None
    found = syntax.lexicon.mentions([syntax.tokens[verb], syntax.tokens[phrase.adposition]], [syntax.tags[verb], "ADP"])
    return found[0].concept if found and found[0].last == 2 and found[0].kinds & Kinds.VERBAL else None  # no "up from"


def _only_tells(syntax: Syntax, index: int, group: VerbGroup | None) -> bool:
    """Whether the verb only tells of what was done: "counted 312 defendants acquitted"."""
    concept = _concept(syntax, index, group)
    return concept is None or concept in functions("en")["event_verbs"] or concept in syntax.words["receiving"]


def _reduced(syntax: Syntax, counted: Counted) -> list[int]:
    """The participle behind a counted noun: "the number of people killed by the floods has risen"."""
    index = counted.head + 1
    return [index] if index < len(syntax.tags) and syntax.tags[index] == "VBN" else []


def _nominal_action(syntax: Syntax, counted: Counted | None, number: tuple[int, int]) -> list[str]:
    """ "the extradition of 151 persons", "four refusals": a noun that names an action governs the number or is what it counts."""
    words = syntax.lexicon
    found: list[str] = []
    first = min(number[0], counted.first) if counted is not None and counted.first >= 0 else number[0]
    at = first - 1
    while at >= 0 and syntax.tags[at] in ("ADV", "DET", "ADJ"):
        at -= 1
    links = syntax.words["complement_adpositions"]
    if at >= 1 and (syntax.tokens[at].lower in links or syntax.language == "ru"):
        noun = syntax.phrase_at(at - 1) if syntax.tokens[at].lower in links else syntax.phrase_at(at)
        aside = noun is not None and counted is not None and counted.last <= number[0] and is_led_complement(syntax, noun)
        if noun is not None and noun.head < at + 1 and not aside:  # not «без учёта повторных жалоб доля отклонённых»
            concept = syntax.concept_of(noun.head)
            if concept is not None and words.action(concept) is not None and syntax.tags[noun.head] in _NOUNS:
                found.append(concept)
    if counted is not None and counted.head >= 0:
        event = event_at(syntax, counted)
        concept = syntax.concept_of(event if event >= 0 else counted.head)
        if concept is not None and words.action(concept) is not None and not words.is_unit(concept):
            found.append(concept)
    return found
