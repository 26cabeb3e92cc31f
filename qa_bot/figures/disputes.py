"""The same thing counted by somebody else: "2,340 patients wait, the director says. The union disputes this and speaks of 2,900"."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from decimal import Decimal

from qa_bot.figures.draft import Draft, Slots
from qa_bot.figures.retold import around, looks_back, tells
from qa_bot.figures.scope import inherit, without_deed, without_noun
from qa_bot.figures.units import Unit
from qa_bot.schema import Basis, Claimant, Fit, Measure, Modality, Period
from qa_bot.text.functions import functions, openings, told_of
from qa_bot.text.lemmas import lemma
from qa_bot.text.lexicon import lexicon
from qa_bot.text.periods import relation
from qa_bot.text.syntax import Syntax

FARTHEST = 3  # sentences from one count to the other
FAR = 12  # where it is said that two differ, and of what
APART = 4  # times that one count is at most the other: beyond that they count other things
APART_TOLD = 10  # where it is said that the two differ
APART_VOICES = 25  # where both are said by somebody, and one names nothing else: "speaks of 900"
OWE = "owe"  # the concept
OWED = 3  # words before a sum in which it stands that it is owed
FATES = functions("en")["fates"]  # concepts
REMAINS = functions("en")["remains"]  # concepts
STATES = functions("en")["states"] | functions("en")["existing"] | functions("en")["light_verbs"]  # concepts
DEATH = "die"
RUINS, DESTRUCTION = functions("en")["ruins"], "destroy"  # concepts
_TO_BE = frozenset({Modality.PLANNED, Modality.EXPECTED})
_PEOPLE = frozenset({"person", "group-people"})


def oppose(drafts: Sequence[Draft], units: Sequence[Unit]) -> None:
    """Note of each of *drafts*, in the order of the text of *units*, which one before it somebody else gives another number for; what it
    leaves to that one it takes from it."""
    order = {id(unit): at for at, unit in enumerate(units)}
    places = {id(draft): at for at, draft in enumerate(drafts)}
    wholes = {id(draft.whole) for draft in drafts if draft.whole is not None and draft.whole.noun is None}  # "64 of 138"
    for at, draft in enumerate(drafts):
        claimant = _voice(draft)
        if not _is_level(draft) or id(draft) in wholes or claimant is None:
            continue
        told = _is_told(draft, units, order[id(draft.unit)])
        said = _named_by(draft, units, order[id(draft.unit)]) if told else frozenset()
        alike = [
            other
            for other in _near((drafts[place] for place in range(at - 1, -1, -1)), draft, order, told=told, said=said)
            if (not draft.own_word or other.unit is draft.unit)
            and not _is_aside(other, draft, around(drafts, places[id(other)]))
            and _may_oppose(other, draft, claimant, told=told)
        ]
        of_deed = (other for other in alike if _shares_deed(other, draft) or _is_named_deed(other, draft))
        ruined = (other for other in alike if _are_ruins(other, draft))
        other = next(ruined, None) or next(of_deed, None) or next(iter(alike), None)
        if other is not None and (told or _is_set_against(other, draft)):
            draft.against = other
            _complete(draft, other)
            if OWE in draft.slots.head and _is_owed(other):
                draft.slots = replace(draft.slots, modality=None)
            if told:  # "had to go", of those dismissed
                done = dict.fromkeys((*draft.slots.action_terms, *other.slots.action_terms))
                draft.slots = replace(draft.slots, action_terms=tuple(done))


def _voice(draft: Draft) -> Claimant | None:
    """Who states the number in its own sentence; of the text's own word whoever publishes it, named or not."""
    if draft.own_word:
        return draft.claimant or Claimant(name="")
    return draft.claimant if draft.claimant is not None and draft.claimant.basis is Basis.STATED else None


def _is_level(draft: Draft, *, part: bool = False) -> bool:
    """Whether the number says how many there are or were, of a whole, with *part* also of one, or by how much it changed: no row, nothing
    due."""
    speaks = draft.claimant is not None and draft.claimant.name == draft.row  # "organisers: 12,000"
    row = draft.row is not None and not speaks and not _names_sum(draft)
    aside = draft.compared or draft.held_against or draft.bracketed or row or (draft.whole is not None and not part)
    told = draft.slots.modality is None or draft.slots.modality in _TO_BE
    owed = draft.measure is Measure.MONEY and _is_owed(draft)  # «должен ему 1,1 миллиарда» is no duty
    real = told and not _is_earlier(draft) and (owed or not _says(draft.unit.syntax, "requiring"))
    return real and not aside


def _is_earlier(draft: Draft) -> bool:
    """ "Up from 280 a week ago": what it had been before."""
    syntax = draft.unit.syntax
    return draft.lead >= 0 and syntax.tokens[draft.lead].lower in syntax.words["from_levels"]


def _is_told(draft: Draft, units: Sequence[Unit], at: int) -> bool:
    """Whether the sentence, or the one before without a number of its own, says that two differ."""
    return any(_says(unit.syntax, "disputing") for unit in (draft.unit, *_leading(draft, units, at)))


def _leading(draft: Draft, units: Sequence[Unit], at: int) -> list[Unit]:
    """The sentence right before, if it is of the same paragraph and has no number of its own."""
    return [unit for unit in units[max(at - 1, 0) : at] if unit.block == draft.unit.block and not unit.numbers]


def _named_by(draft: Draft, units: Sequence[Unit], at: int) -> frozenset[str]:
    """What is named where it is said that two differ: "the Greens put the area otherwise"."""
    return frozenset(
        concept for unit in (draft.unit, *_leading(draft, units, at)) for concept in unit.syntax.concepts if concept is not None
    )


def _says(syntax: Syntax, words: str) -> bool:
    opens = openings(syntax.language, words)
    if syntax.lemmas.isdisjoint(opens) and syntax.lowers.isdisjoint(opens):
        return False
    said = (*(syntax.lemma(at) for at in range(len(syntax.tokens))), "|", *(token.lower for token in syntax.tokens))  # "closer to"
    text = f" {' '.join(said)} "
    return any(f" {phrase} " in text for phrase in syntax.words[words])


def _near(drafts: Iterable[Draft], draft: Draft, order: dict[int, int], *, told: bool, said: frozenset[str]) -> Iterator[Draft]:
    """Of *drafts*, the figures before *draft*, the last first, those that stand shortly before it: in its paragraph, and in others where
    it is *told* that two differ; farther off those of things that are *said* to be counted otherwise."""
    here = order[id(draft.unit)]
    for other in drafts:
        away = here - order[id(other.unit)]
        if away > FAR or not (told or other.unit.block == draft.unit.block):
            return
        if away <= FARTHEST or not said.isdisjoint(other.slots.head):
            yield other


def _is_aside(other: Draft, draft: Draft, near: Sequence[Draft]) -> bool:
    """Whether *other*, with those *near* it, only looks back from what *draft*, without a time of its own, is set against."""
    return other.unit is not draft.unit and _own_period(draft) is None and looks_back(other, near)


def _may_oppose(other: Draft, draft: Draft, claimant: Claimant, *, told: bool) -> bool:
    """Whether *other* may be another voice's number of what *draft*, claimed by *claimant*, counts; *told* that two differ."""
    if (
        other.newer is not None
        or not _is_level(other, part=_shares_deed(other, draft))
        or (other.claimant is not None and other.claimant.name == claimant.name)
    ):
        return False
    mine, theirs = _value(draft), _value(other)
    bare = draft.noun is None and tells(draft) and other.claimant is not None and other.claimant.basis is Basis.STATED
    apart = APART_VOICES if bare else APART_TOLD if told else APART
    if mine == theirs or max(mine, theirs) > apart * min(mine, theirs):
        return False
    own = _own_period(draft)
    if own is not None and other.period is not None and relation(other.period, own) is Fit.DIFFERENT:
        return False
    if _tell_other_fates(other, draft) or (draft.measure is Measure.CHANGE and not _are_one_change(other, draft)):
        return False
    elsewhere = draft.slots.place_terms and other.slots.place_terms and set(draft.slots.place_terms).isdisjoint(other.slots.place_terms)
    if other.unit.block != draft.unit.block and _tell_other_deeds(other, draft):
        return False
    only_told = tells(draft) and not draft.slots.action_terms  # «не хватает 300 мест ... Она говорит о 520»
    denied = draft.slots.negative != other.slots.negative and not only_told
    return not elsewhere and not denied and _is_as_real(other, draft) and _count_alike(other, draft, claimant, told=told)


def _is_as_real(other: Draft, draft: Draft) -> bool:
    """Whether both tell of what was, or both of what is to be, as *draft* does that only names a number beside a plan."""
    mine, theirs = draft.slots.modality, other.slots.modality
    if {mine, theirs} <= {None, *_TO_BE} and OWE in draft.slots.head and _is_owed(other):
        return True  # «должен ему 1,1 миллиарда»
    return mine is theirs or {mine, theirs} <= _TO_BE or (mine is None and theirs in _TO_BE and (tells(draft) or _names_sum(draft)))


def _tell_other_fates(other: Draft, draft: Draft) -> bool:
    """Whether each says what befell its persons, and that is not the same: "212 were killed", "some 90 people were still missing"."""
    syntax = draft.unit.syntax
    said = range(max(draft.lead, 0), draft.stretch.last)  # «тела 19 человек»
    own = {concept for at in said if (concept := syntax.concepts[at]) is not None} | {*draft.slots.action_terms}
    mine = _fates(own, syntax.language)
    theirs = _fates({*other.slots.head}, syntax.language) or _fates({*other.slots.action_terms}, syntax.language)  # "killed and 40 injured"
    return bool(mine and theirs) and mine.isdisjoint(theirs)


def _tell_other_deeds(other: Draft, draft: Draft) -> bool:
    """Whether each says by a verb of its own what its persons did or what was done to them, and that is not the same: "6,840 were
    vaccinated", "in truth 700 have fallen ill"."""
    if not (_are_people(other) and _are_people(draft)) or tells(draft) or _keeps_count(draft) or _only_there(draft):
        return False
    both = bool(other.slots.action_terms) and bool({*draft.slots.action_terms} - STATES) and draft.verb is not None
    return both and not _shares_deed(other, draft) and not _is_named_deed(other, draft)


def _are_one_change(other: Draft, draft: Draft) -> bool:
    """Whether *draft* says how large the change of *other*, in its sentence, is: "cut by 30 %; the union says the cut amounts to 45 %"."""
    done = {*other.slots.action_terms}
    same = other.unit is draft.unit and other.measure is draft.measure
    return same and {*draft.slots.action_terms} <= done and not done.isdisjoint(draft.slots.head)


def _fates(concepts: set[str], language: str) -> set[str]:
    """What befell persons, in general: those killed died, and bodies are of the dead."""
    words = lexicon(language)
    dead = set() if REMAINS.isdisjoint(concepts) else {DEATH}
    return dead | {fate for concept in concepts for fate in (concept, *words.broader(concept)) if fate in FATES}


def _own_period(draft: Draft) -> Period | None:
    """The period of the figure, if its own sentence tells it: one of a sentence before may be of another thing that was told there."""
    own = draft.period is not None and (draft.period.basis is not Basis.CONTEXT or bool(draft.unit.periods))
    return draft.period if own else None


def _value(draft: Draft) -> Decimal:
    return draft.value * 100 if draft.measure is Measure.SHARE and draft.counts is None else draft.value  # a third, 27 %


def _count_alike(other: Draft, draft: Draft, claimant: Claimant, *, told: bool) -> bool:
    """Whether *draft* counts what *other* counts, names nothing that it counts, or only people where *other* tells which.

    A sum or a measure may go by another name where it is *told* that two differ: "repairs cost 4 million; the bill was closer to 6".
    """
    bare = _names_nothing(draft, claimant)
    if other.measure is not draft.measure or (other.per != draft.per and (draft.per is not None or not bare)):
        return False  # "gets 900 a month; the firm speaks of 1,100" leaves out the month, too
    if draft.measure in (Measure.MONEY, Measure.QUANTITY, Measure.CHANGE) and other.counts != draft.counts:
        return False
    if draft.measure is Measure.CHANGE:
        return True
    if draft.measure is Measure.COUNT and told and _names_sum(draft):
        return True  # «называет другую цифру — 300 вакансий»
    head = set(draft.slots.head)
    if draft.measure in (Measure.MONEY, Measure.QUANTITY) and _goes_by_another_name(other, draft, told=told):
        return True
    if bare or not head.isdisjoint(other.slots.head) or _is_named_deed(other, draft):
        return True
    if draft.measure is Measure.MONEY and OWE in head and _is_owed(other):
        return True  # "owes the mill 1.1 million, the mill says. The firm admits a debt of 640,000"
    return (head <= _PEOPLE | {"crowd"} or (told and tells(draft))) and _are_people(other) and _are_people(draft)


def _is_owed(other: Draft) -> bool:
    """Whether the sum is one that somebody owes."""
    words = functions(other.unit.language)["owing"]
    near = other.unit.syntax.tokens[max(other.first - OWED, 0) : other.first]
    return OWE in other.slots.action_terms or any(token.lower in words for token in near)


def _goes_by_another_name(other: Draft, draft: Draft, *, told: bool) -> bool:
    """Whether a sum or a measure is the other one by another name: an estimate of as many tonnes; where it is *told* that two differ, what
    only names sums ("the bill"), or whom the other one is of ("average pay of doctors", "a doctor gets")."""
    syntax, noun = draft.unit.syntax, draft.noun
    if draft.measure is Measure.QUANTITY and tells(draft) and noun is not None and noun.last <= draft.first:
        return True  # "puts the spill at 60 tonnes", not "counted 60 tonnes of waste"
    general = _names_sum(draft) or (noun is not None and syntax.lemma(noun.head) in syntax.words["sum_names"])
    return told and (general or not {*draft.slots.head}.isdisjoint((*other.slots.counted_terms, *other.slots.other_terms)))


def _names_sum(draft: Draft) -> bool:
    """Whether a word for any sum, or for another number, stands where a row is named: «называет другую сумму — 900 млн»."""
    words, known = (draft.row or "").casefold().split(), functions(draft.unit.language)
    if not words:
        return False
    last = lemma(words[-1], "NOUN", draft.unit.language)
    return last in known["sum_names"] or (last in known["given_numbers"] and any(word in known["other_ones"] for word in words[:-1]))


def _is_named_deed(other: Draft, draft: Draft) -> bool:
    """Whether one counts as events what the other counts by those to whom they happened: "94 arrests", "38 were arrested"; the verb of the
    later one only tells its number."""
    if draft.measure is not Measure.COUNT:
        return False
    language = draft.unit.language
    before = draft.unit.syntax.concepts[draft.lead] if draft.lead >= 0 else None
    if not REMAINS.isdisjoint((before, *draft.slots.head)):
        return DEATH in (_fates({*other.slots.head}, language) or _fates({*other.slots.action_terms}, language))
    befell = _are_people(draft) and not draft.slots.place_terms and _is_deed_of(other.slots.head, draft.slots)
    if befell or not (draft.verb is None or tells(draft) or _keeps_count(draft) or _only_there(draft)):
        return befell  # "730 evictions", "540 people were evicted"
    fated = bool(_fates({*draft.slots.head}, language) & _fates({*other.slots.action_terms}, language))  # "41 were killed", "44 deaths"
    return fated or _is_deed_of(draft.slots.head, other.slots) or _is_deed_of(other.slots.head, draft.slots)


def _are_ruins(other: Draft, draft: Draft) -> bool:
    """Whether *draft* calls ruins what *other* says was destroyed: "5,000 homes in ruins"."""
    told = draft.unit.syntax.concepts[draft.stretch.first : draft.stretch.last]
    return DESTRUCTION in other.slots.action_terms and not RUINS.isdisjoint(told)


def _only_there(draft: Draft) -> bool:
    """Whether the verb before the number says no more than that there were so many: "there were 15 deaths"."""
    group, syntax = draft.verb, draft.unit.syntax
    said = range(group.first, group.last) if group is not None and group.last <= draft.first else range(0)
    return bool(said) and all(syntax.tokens[at].lower in syntax.words["copulas"] for at in said)


def _is_deed_of(events: Sequence[str], slots: Slots) -> bool:
    """Whether one of *events* is what *slots* say was done, by that verb or, of such things, by another: "jobs cut", "dismissals"."""
    told = {told for event in events for told in told_of().get(event, ())}
    return any(deed in events or any((deed, thing) in told for thing in slots.head) for deed in slots.action_terms)


def _keeps_count(draft: Draft) -> bool:
    """Whether somebody documents, records, lists so many."""
    group, syntax = draft.verb, draft.unit.syntax
    return group is not None and not group.passive and any(syntax.lemma(index) in syntax.words["recording"] for index in group.chain)


def _names_nothing(draft: Draft, claimant: Claimant) -> bool:
    """Whether the noun is left out, or who speaks was taken for it: "the hospital speaks of 27 %"."""
    words = (draft.slots.counted or "").casefold().split()
    if draft.measure is Measure.QUANTITY and any(lexicon(draft.unit.language).symbol(term) == draft.counts for term in draft.slots.head):
        return True  # "put it at 14,000 hectares"
    return draft.noun is None or not words or set(words) <= set(claimant.name.casefold().split())


def _are_people(draft: Draft) -> bool:
    words = lexicon(draft.unit.language)
    return draft.counts == "person" or any(not _PEOPLE.isdisjoint((term, *words.broader(term))) for term in draft.slots.head)


def _is_set_against(other: Draft, draft: Draft) -> bool:
    """Whether the verb of *draft* only tells the number or says the deed of *other*."""
    return (
        draft.measure is Measure.CHANGE
        or tells(draft)
        or _keeps_count(draft)
        or _is_named_deed(other, draft)
        or _shares_deed(other, draft)
        or (draft.measure is Measure.MONEY and OWE in draft.slots.head and _is_owed(other))
        or (draft.noun is None and (not draft.slots.action_terms or other.unit is draft.unit))
    )


def _shares_deed(other: Draft, draft: Draft) -> bool:
    return not {*draft.slots.action_terms}.isdisjoint(other.slots.action_terms)


def _complete(draft: Draft, other: Draft) -> None:
    """Give *draft* what it leaves to the number that it is set against."""
    slots = without_deed(draft.slots) if tells(draft) else draft.slots
    if draft.claimant is not None and _names_nothing(draft, draft.claimant):
        slots, draft.counts = without_noun(slots), other.counts if draft.measure is Measure.COUNT else draft.counts
        draft.per = draft.per or other.per
    if draft.measure is Measure.COUNT and _names_sum(draft):
        noun = draft.noun if draft.has_unit_behind() else None
        slots = without_noun(slots)
        if noun is not None:
            concept = draft.unit.syntax.concept_of(noun.head)
            called = draft.unit.syntax.slice(noun.first, noun.last)
            slots = replace(slots, head=(concept,) if concept is not None else (), counted=called)
        draft.row, draft.counts = None, draft.counts if noun is not None else other.counts
    draft.slots = inherit(slots, other.slots)
    draft.period = _own_period(draft) or other.period or draft.period
    if other.unit is not draft.unit:
        draft.scope_quotes.append(other.unit.span)
