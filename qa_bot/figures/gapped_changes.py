"""Changes that go on from one without its verb: "real wages by 2 %", «реальные — на 4 %»."""

from collections.abc import Sequence
from dataclasses import replace

from qa_bot.figures.draft import Draft
from qa_bot.figures.measures import SETTING_OFF, part_start
from qa_bot.figures.scope import inherit
from qa_bot.schema import Measure
from qa_bot.text.nominals import complement_end
from qa_bot.text.syntax import TIME, Syntax
from qa_bot.text.tagger import features

_ADJECTIVES = frozenset({"ADJF", "PRTF"})


def share_change(draft: Draft, before: Sequence[Draft]) -> bool:
    """Make *draft* a change, where it goes on without a verb from one by the same word: "bread rose by 9 %, milk by 4 %"; return whether
    an adjective alone, or a noun with a preposition, stands for what changed, «номинальные доходы выросли на 12 %, реальные — на 4 %»,
    «цены на рожь — на 3 %, на овёс — на 5 %», which then is all said of it."""
    syntax = draft.unit.syntax
    same = [other for other in before if other.unit is draft.unit and other.last <= draft.lead]
    if not same or draft.measure is Measure.COUNT or draft.counts != same[-1].counts or same[-1].measure is not Measure.CHANGE:
        return False
    sibling, lead = same[-1], syntax.tokens[draft.lead].lower
    if sibling.lead < 0 or lead not in syntax.words["change_after"] or syntax.tokens[sibling.lead].lower != lead:
        return False
    if syntax.verbs_in(sibling.last, draft.first):
        return False
    if (apart := _opened_by_preposition(draft, sibling)) is not None:
        return _tell_apart(draft, sibling, apart)
    draft.measure = Measure.CHANGE
    return _describe(draft, sibling)


def _opened_by_preposition(draft: Draft, sibling: Draft) -> int | None:
    """The preposition right behind the comma or "and" between *sibling* and *draft*: «у» of «выросла на 5 %, у врачей — на 7 %»."""
    syntax = draft.unit.syntax
    between = range(sibling.last, draft.lead)
    commas = [at for at in between if syntax.tokens[at].surface == ","]
    opens = (commas or [at for at in between if syntax.tags[at] == "CCONJ"])[-1:]
    first = opens[0] + 1 if opens else draft.lead
    return first if first < draft.lead and syntax.tags[first] == "ADP" and syntax.tags[first + 1] != TIME else None


def _tell_apart(draft: Draft, sibling: Draft, first: int) -> bool:
    """Let *draft* be of the things of the first change, with what stands behind the preposition at *first* for what they had by the same
    one, «цены на овёс» for «цены на рожь»; return whether there is just a noun behind it: what else there is stays as it is."""
    syntax, root = draft.unit.syntax, sibling
    phrase = next((each for each in syntax.phrases if each.adposition == first), None)
    while root.noun is None and root.antecedent is not None and root.antecedent.unit is draft.unit:
        root = root.antecedent
    counted, noun = root.slots.counted, root.noun
    linked = phrase is not None and all(syntax.tokens[at].lower in syntax.words["gap_links"] for at in range(phrase.last, draft.lead))
    if phrase is None or noun is None or counted is None or not linked or not root.slots.head:
        return False
    lead = syntax.tokens[first].lower
    same = next((at for at in range(noun.head + 1, root.lead) if syntax.tokens[at].lower == lead), None)
    kept = [term for term in root.slots.counted_terms if same is None or term in syntax.concepts[:same]]
    own = (term for term in syntax.concepts[phrase.first : phrase.last] if term is not None)
    slots = replace(
        draft.slots,
        head=root.slots.head,
        counted=f"{counted.split(f' {lead} ')[0]} {syntax.slice(first, phrase.last)}",
        counted_terms=tuple(dict.fromkeys((*kept, *own))),
        action_terms=(),
        action=None,
    )
    draft.measure, draft.antecedent, draft.ahead = Measure.CHANGE, sibling, True
    draft.slots = inherit(slots, sibling.slots)
    return True


def _describe(draft: Draft, sibling: Draft) -> bool:
    """Let *draft* be of the things of *sibling* that the adjective alone before it describes; return whether there is one."""
    syntax, noun = draft.unit.syntax, sibling.noun
    at = draft.lead - 1
    while at > sibling.last and syntax.tokens[at].lower in syntax.words["gap_links"]:
        at -= 1
    concept = syntax.concepts[at]
    opens = at > 0 and (syntax.tokens[at - 1].surface == "," or syntax.tags[at - 1] == "CCONJ")
    if noun is None or concept is None or at <= sibling.last or not opens or not sibling.slots.head:
        return False
    complement = (term for term in syntax.concepts[noun.head + 1 : noun.last] if term is not None)
    forms = features(syntax.tokens[at].lower, "ru")
    if syntax.language != "ru" or forms.isdisjoint(_ADJECTIVES) or "NOUN" in forms:
        return False
    own = replace(
        draft.slots,
        head=sibling.slots.head,
        counted=f"{syntax.tokens[at].lower} {syntax.slice(noun.head, noun.last)}",
        counted_terms=(concept, *complement),
        action_terms=(),
        action=None,
    )
    draft.slots, draft.antecedent, draft.ahead = inherit(own, sibling.slots), sibling, True
    return True


def take_set_off(draft: Draft) -> bool:
    """Let a change behind a dash or in brackets be of the noun right before it, by the verb that stands before all: «подешевели крупа (на
    27 %) и сахар (на 3 %)»; return whether it is such a one."""
    syntax, at = draft.unit.syntax, draft.lead
    if draft.measure is not Measure.CHANGE or at < 1 or syntax.tokens[at - 1].surface not in {*SETTING_OFF, ","}:
        return False
    first = part_start(syntax, at)
    nouns = (phrase for phrase in syntax.phrases if phrase.adposition < 0 and phrase.first >= first and phrase.last < at)
    noun = next((phrase for phrase in nouns if complement_end(syntax, phrase.last, event=False) == at - 1), None)
    groups = [group for group in syntax.verbs_in(first, at) if group.chain and syntax.lemma(group.chain[-1]) in syntax.words["changing"]]
    if noun is None or not groups or (head := syntax.concepts[noun.head]) is None:
        return False
    if syntax.tokens[at - 1].surface == "," and not _is_joined(syntax, groups[-1].last, noun.first):
        return False
    done = syntax.concept_of(groups[-1].chain[-1])
    terms = dict.fromkeys(term for term in syntax.concepts[noun.first : at - 1] if term is not None and term != head)
    draft.slots = replace(
        draft.slots,
        head=(head,),
        counted=syntax.slice(noun.first, at - 1),
        counted_terms=tuple(terms),
        action=syntax.slice(groups[-1].first, groups[-1].last),
        action_terms=(done,) if done is not None else (),
    )
    return True


def set_changes_apart(drafts: Sequence[Draft]) -> None:
    """Note of changes that one verb tells what each is of, which the others are not: nominal wages are no real ones."""
    for draft in drafts:
        sibling = draft.antecedent
        if sibling is None or sibling.unit is not draft.unit or not (draft.measure is sibling.measure is Measure.CHANGE):
            continue
        for one, other in ((draft, sibling), (sibling, draft)):
            own = {*one.slots.head, *one.slots.counted_terms}
            apart = {*other.slots.head, *other.slots.counted_terms} - own
            one.beside_terms = tuple(sorted({*one.beside_terms, *apart}))
            one.slots = replace(one.slots, other_terms=tuple(term for term in one.slots.other_terms if term not in apart))


def _is_joined(syntax: Syntax, first: int, last: int) -> bool:
    """Whether an "and" joins what stands at *last* to a change told since *first*: «подешевели рис — на 4 % — и творог, на 3 %»."""
    return syntax.tags[last - 1] == "CCONJ" and "NUM" in syntax.tags[first:last]
