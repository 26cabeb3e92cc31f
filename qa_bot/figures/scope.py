"""What a sentence says of a counted thing: the thing, what was done to it, by whom, in which direction, why and where."""

from collections.abc import Iterator
from dataclasses import replace

from qa_bot.figures.actions import governor, read_action
from qa_bot.figures.actors import read_actor
from qa_bot.figures.draft import Slots
from qa_bot.figures.exceptions import excepts
from qa_bot.figures.foremost import is_ranked_among
from qa_bot.figures.memberships import read_membership
from qa_bot.figures.passing import is_superlative
from qa_bot.figures.stretches import Stretch, undivided
from qa_bot.schema import Measure
from qa_bot.text.functions import directions
from qa_bot.text.lexicon import Kinds
from qa_bot.text.modality import modality_of
from qa_bot.text.nominals import Counted, complement_end, entity_terms, find_reason, name_of_region, names_place
from qa_bot.text.syntax import NUMERAL, TIME, Clause, Phrase, Syntax, VerbGroup
from qa_bot.text.tagger import features

NONE_REACH = 6  # tokens of "not a single one of the"
_SOURCE = int(Kinds.SOURCE)  # a plain number for the loop over mentions, where flags are slow


def read_slots(
    syntax: Syntax,
    counted: Counted | None,
    number: tuple[int, int],
    clause: Clause,
    *,
    measure: Measure = Measure.COUNT,
    stretch: Stretch | None = None,
) -> Slots:
    """Return the slots of the thing that the number at token range *number* counts, as far as its clause states them.

    *measure* tells a number that says by how much something changed, so that the verb of change is what happened; *stretch* is what is
    said of it alone.
    """
    slots = Slots()
    used: set[int] = set(range(*number))
    if counted is not None and counted.head >= 0:
        slots.counted = syntax.slice(counted.first, counted.last)
        called = syntax.mention_at(counted.head)  # which may be opened by another word: «ожидаемая продолжительность жизни в Вельске»
        own = (called.concept,) if called is not None and counted.first <= called.first < counted.head else ()
        slots.head = syntax.terms(counted.head, counted.head + 1) or own or syntax.terms(counted.first, counted.last)[-1:]
        slots.counted_terms = tuple(term for term in syntax.terms(counted.first, counted.last) if term not in slots.head)
        used.update(range(counted.first, counted.last))
    group = governor(syntax, number, counted, clause)
    read_action(syntax, slots, group, counted, number, measure=measure)
    read_membership(syntax, slots, group, number[0])
    none = _is_none_of(syntax, number[0])
    if none and syntax.language == "ru":  # «никто из 48 не пострадал» says its "not" twice
        slots.negative = bool(slots.action_terms)
    else:
        slots.negative = slots.negative is not (bool(slots.action_terms) and (none or excepts(syntax, number[0])))
    slots.modality = modality_of(syntax, group, clause)
    times = counted is not None and not slots.counted_terms and syntax.tokens[counted.head].lower in syntax.words["times"]
    if counted is not None and slots.action_terms and times:
        slots.head, slots.counted_terms = slots.action_terms[:1], ()  # "refused 42 times" counts refusals
        slots.counted = syntax.slice(counted.head, counted.head + 1)
    if group is not None:
        used.update(range(group.first, group.last))
    read_actor(syntax, slots, group, counted, number, clause, used)
    _read_adjuncts(syntax, slots, clause, used, stretch or undivided(len(syntax.tokens)), group)
    if not slots.place_terms and (not slots.action_terms or (group is not None and not group.chain)):  # "is first, with 61 deaths"
        _read_owner(syntax, slots, clause, number[0])
    if syntax.language == "ru" and not slots.actor_terms:
        _read_holder(syntax, slots, clause, number[0])
    slots.other_terms = tuple(
        dict.fromkeys(
            term for index in range(clause.first, clause.last) if index not in used and (term := syntax.concepts[index]) is not None
        )
    )
    return slots


def _is_none_of(syntax: Syntax, number: int) -> bool:
    """Whether it was done to none of those that the number counts: "not one of the 40 elms fell"."""
    lowers = [token.lower for token in syntax.tokens[max(number - NONE_REACH, 0) : number]]
    while lowers and lowers[-1] in syntax.words["articles"] | syntax.words["possessives"] | syntax.words["definites"]:
        lowers.pop()
    if not lowers or lowers.pop() not in syntax.words["partitives"]:
        return False
    return any(" ".join(lowers[-size:]) in syntax.words["none_of"] for size in range(1, len(lowers) + 1))


# ---------------------------------------------------------------- direction, reason, place


def _read_adjuncts(syntax: Syntax, slots: Slots, clause: Clause, used: set[int], stretch: Stretch, group: VerbGroup | None) -> None:
    """Set direction, place and reason: as the number's own stretch has them, else as it shares them with the numbers around it."""
    own = Clause(max(clause.first, stretch.first), min(clause.last, stretch.last))
    shared = Clause(clause.first, min(clause.last, max(stretch.said(group), stretch.last)))
    for read in (_read_direction, _read_place):
        if not read(syntax, slots, own, used) and shared != own:
            read(syntax, slots, shared, used)
    reason = find_reason(syntax, stretch.first, stretch.last)
    if reason is None and shared != own:
        opening = find_reason(syntax, clause.first, stretch.opening)
        reason = opening or find_reason(syntax, max(own.last, clause.first), shared.last)
    if reason is not None:
        slots.reason, slots.reason_terms = reason


def _read_direction(syntax: Syntax, slots: Slots, part: Clause, used: set[int]) -> bool:
    for index in range(part.first, part.last):
        lower = syntax.tokens[index].lower
        if lower in syntax.words["direction_adverbs"]:
            slots.direction = slots.direction or lower
            slots.direction_terms += (f"to:{lower}",)
            used.add(index)
    for phrase, adposition in _adjuncts(syntax, part):
        way = _way(syntax, phrase, adposition, slots)
        if way is not None:
            last = complement_end(syntax, phrase.last, event=False)
            terms = entity_terms(syntax, phrase.first, last) or syntax.terms(phrase.first, phrase.last)
            text = _unnumbered(syntax, adposition, last)
            slots.direction = f"{slots.direction} {text}" if slots.direction else text
            slots.direction_terms += tuple(f"{way}:{term}" for term in terms)
    return bool(slots.direction_terms)


def _read_place(syntax: Syntax, slots: Slots, part: Clause, used: set[int]) -> bool:
    for phrase, adposition in _adjuncts(syntax, part):
        if syntax.tokens[adposition].lower not in syntax.words["place_adpositions"] or phrase.first in used:
            continue
        if is_superlative(syntax.tokens[phrase.head].lower, syntax) or is_ranked_among(syntax, adposition):
            continue
        last = complement_end(syntax, phrase.last, event=False)
        entities = entity_terms(syntax, phrase.first, last)
        chained = name_of_region(syntax, phrase)
        named = entities or syntax.tags[phrase.head] == "PROPN" or names_place(syntax, phrase) or chained is not None
        if named and _way(syntax, phrase, adposition, slots) is None:
            slots.place = slots.place or _unnumbered(syntax, phrase.first, last)
            first = phrase.head if chained is not None else phrase.first  # "the mountain district of Orle"
            slots.place_terms += entities or syntax.terms(first, last)
            used.update(range(phrase.first, last))
    return bool(slots.place_terms)


def _adjuncts(syntax: Syntax, part: Clause) -> Iterator[tuple[Phrase, int]]:
    """The phrases of *part* behind an adposition that name no time and no source ("according to Lind"), each with that adposition."""
    told = [(mention.first, mention.last) for mention in syntax.mentions if mention.kinds._value_ & _SOURCE]
    for phrase in syntax.phrases:
        if part.first <= phrase.first < part.last and TIME not in syntax.tags[phrase.first : phrase.last]:
            adposition = -1 if _has_own_number(syntax, phrase, part) else _adposition(syntax, phrase)
            if adposition >= 0 and not any(first <= adposition < last for first, last in told):
                yield phrase, adposition


def _has_own_number(syntax: Syntax, phrase: Phrase, part: Clause) -> bool:
    """Whether a number in brackets, outside of *part* or in it, is that of the phrase alone: "mainly to Egypt (410,000 tonnes)"."""
    opened = phrase.last + 1 < len(syntax.tokens) and syntax.tokens[phrase.last].surface == "(" and syntax.tags[phrase.last + 1] == NUMERAL
    if not opened or part.first > phrase.last:
        return False
    closed = next((at for at in range(phrase.last, len(syntax.tokens)) if syntax.tokens[at].surface == ")"), -1)
    return closed > 0 and all(syntax.tags[at] in (NUMERAL, "NOUN", "NOUNS", "SYM") for at in range(phrase.last + 1, closed))


def _way(syntax: Syntax, phrase: Phrase, adposition: int, slots: Slots) -> str | None:
    """The way in which the phrase points, "to" or "from"; None where it does not."""
    way = directions(syntax.language).get(syntax.tokens[adposition].lower)
    if way is None or not _points(syntax, phrase, slots):
        return None
    entities = entity_terms(syntax, phrase.first, complement_end(syntax, phrase.last, event=False))
    named = entities or syntax.tags[phrase.head] == "PROPN" or syntax.lemma(phrase.head) in syntax.words["whither"]
    return way if named else None


def _unnumbered(syntax: Syntax, first: int, last: int) -> str:
    """The words between two tokens, up to a number that stands in their phrase: "Doon" of "Doon 310"."""
    stop = next((index for index in range(first, last) if syntax.tags[index] == "NUM"), last)
    return syntax.slice(first, stop)


def _adposition(syntax: Syntax, phrase: Phrase) -> int:
    """The adposition of the phrase, of a named place also before a participle: "in neighbouring Belan district"."""
    at = phrase.first - 1
    if phrase.adposition >= 0 or at < 1 or syntax.tags[at] not in ("VBG", "VBN") or not names_place(syntax, phrase):
        return phrase.adposition
    return at - 1 if syntax.tags[at - 1] == "ADP" else -1


def _read_owner(syntax: Syntax, slots: Slots, clause: Clause, number: int) -> None:
    """ "Denmark has 61 boats": the state or name that has what is counted is where it is."""
    groups = syntax.verbs_in(clause.first, clause.last)
    group = next((group for group in groups if syntax.lemma(group.last - 1) in syntax.words["having"]), None)
    if group is None and groups and groups[0].last <= number:
        _read_ranked(syntax, slots, groups[0], number)
    if group is None or not group.first or "NUM" in syntax.tags[group.last : number]:
        return
    phrase = syntax.phrase_at(group.first - 1)
    if phrase is None or phrase.adposition >= 0:
        return
    entities = entity_terms(syntax, phrase.first, phrase.last)
    if entities or syntax.tags[phrase.head] == "PROPN":
        slots.place, slots.place_terms = syntax.slice(phrase.first, phrase.last), entities or syntax.terms(phrase.first, phrase.last)


def _read_ranked(syntax: Syntax, slots: Slots, group: VerbGroup, number: int) -> None:
    """ "Mbari district is the worst hit, with 3,210 cases and 61 deaths": the place that is said to be something is where they are."""
    phrase = syntax.phrase_at(group.first - 1) if group.first else None
    led = any(token.lower in syntax.words["apart_adpositions"] for token in syntax.tokens[group.last : number])
    if phrase is None or phrase.adposition >= 0 or not led or syntax.tokens[group.last - 1].lower not in syntax.words["copulas"]:
        return
    entities = entity_terms(syntax, phrase.first, phrase.last)
    opens = syntax.lemma(phrase.head) in syntax.words["regions"] and "PROPN" in syntax.tags[phrase.first : phrase.head]
    if entities or opens or names_place(syntax, phrase) or _is_called_place(syntax, phrase, group):
        name = syntax.terms(phrase.first, phrase.head) or syntax.terms(phrase.first, phrase.last)
        slots.place, slots.place_terms = syntax.slice(phrase.first, phrase.last), entities or name


def _is_called_place(syntax: Syntax, phrase: Phrase, group: VerbGroup) -> bool:
    """Whether the verb says that the name in *phrase* is a kind of place: "Tarn is the largest town of the north, with ..."."""
    behind = next((other for other in syntax.phrases if other.first >= group.last), None)
    if behind is None or behind.adposition >= 0 or syntax.tags[phrase.head] != "PROPN":
        return False
    return not syntax.words["inhabited"].isdisjoint((syntax.lemma(behind.head), syntax.tokens[behind.head].lower))


def _read_holder(syntax: Syntax, slots: Slots, clause: Clause, number: int) -> None:
    """«У Сомова 24 гола», «у «рысей» было 27 побед»: whose they are, where no verb says more than that they are."""
    if any(
        group.chain and not syntax.words["be"].issuperset(syntax.lemma(index) for index in group.chain)
        for group in syntax.verbs_in(clause.first, clause.last)
    ):
        return
    for phrase in syntax.phrases:
        if not clause.first <= phrase.first < number or not _is_with(syntax, phrase):
            continue
        last = complement_end(syntax, phrase.last, event=False)
        if last <= number and any(syntax.tokens[index].surface[:1].isupper() for index in range(max(phrase.first, 1), last)):
            slots.actor, slots.actor_terms = syntax.slice(phrase.first, last), syntax.terms(phrase.first, last)
        return


def _is_with(syntax: Syntax, phrase: Phrase) -> bool:
    """Whether «у» stands before the phrase, or before the quotation mark that opens it."""
    at = phrase.adposition
    if at < 0 and phrase.first > 1 and syntax.tokens[phrase.first - 1].surface in '«“"':
        at = phrase.first - 2
    return at >= 0 and syntax.tokens[at].lower in syntax.words["with_whom"]


def _points(syntax: Syntax, phrase: Phrase, slots: Slots) -> bool:
    """Whether a preposition that may name a place or a direction ("в", "на") names a direction here."""
    if syntax.language != "ru":
        return True
    if "NUM" in syntax.tags[phrase.first : phrase.last]:
        return False  # "8 из 20 тысяч солдат"
    if syntax.tokens[phrase.adposition].lower not in syntax.words["place_adpositions"]:
        return True
    found = features(syntax.tokens[phrase.head].lower, "ru")
    if syntax.tags[phrase.head] == "PROPN" and not entity_terms(syntax, phrase.first, phrase.last):
        return "accs" in found and "loct" not in found
    if "Fixd" in found or syntax.tokens[phrase.head].surface.isupper():  # "в США", "в РФ": only the verb tells
        return bool(set(slots.action_terms) & syntax.words["moving"])
    return "loct" not in found


def without_deed(slots: Slots) -> Slots:
    """Return *slots* without what was done, by whom and why."""
    return replace(
        slots, action_terms=(), action=None, actor=None, actor_terms=(), reason=None, reason_terms=(), negative=False, modality=None
    )


def without_noun(slots: Slots) -> Slots:
    """Return *slots* without the thing counted."""
    return replace(slots, head=(), counted=None, counted_terms=())


def inherit(slots: Slots, antecedent: Slots) -> Slots:
    """Return *slots* with what they lack taken from *antecedent*; who did it, whither and why only with what was done."""
    filled = replace(slots)
    deed = not slots.action_terms
    if not filled.head:
        filled.head, filled.counted_terms = antecedent.head, tuple(dict.fromkeys(antecedent.counted_terms + slots.counted_terms))
        filled.counted = antecedent.counted
    if not filled.action_terms:
        filled.action_terms, filled.action, filled.negative = antecedent.action_terms, antecedent.action, antecedent.negative
        filled.modality = slots.modality or antecedent.modality
    if deed and not filled.actor_terms:
        filled.actor_terms, filled.actor = antecedent.actor_terms, antecedent.actor
    if deed and not filled.direction_terms:
        filled.direction_terms, filled.direction = antecedent.direction_terms, antecedent.direction
    if deed and not filled.reason_terms:
        filled.reason_terms, filled.reason = antecedent.reason_terms, antecedent.reason
    if not filled.place_terms:
        filled.place_terms, filled.place = antecedent.place_terms, antecedent.place
    elsewhere = antecedent.place_terms if slots.place_terms else ()  # of the other one, and not of this one
    filled.other_terms = tuple(dict.fromkeys((*slots.other_terms, *(term for term in antecedent.other_terms if term not in elsewhere))))
    return filled
