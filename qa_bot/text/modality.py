"""Whether a verb tells what happened or only what is planned, expected or possible: "built", "plans to build", "may build"."""

from itertools import pairwise

from qa_bot.schema import Modality, Tense
from qa_bot.text.syntax import Clause, Phrase, Syntax, VerbGroup, joined_to
from qa_bot.text.tagger import features, lemma


def modality_of(syntax: Syntax, group: VerbGroup | None, clause: Clause) -> Modality | None:
    """Return what *group* says of its deed short of its being done; None where it is told as a fact."""
    if group is not None:
        found = _of_group(syntax, group) or _of_infinitive(syntax, group) or _of_governing(syntax, group)
        if found is not None:
            return found
    return _of_frame(syntax, clause)


def modality_of_verb(syntax: Syntax, index: int) -> Modality | None:
    """Return what the verb or participle at *index* says of its object by itself: "planned", "expected"."""
    base = lemma(syntax.tokens[index].lower, "VBN", syntax.language)
    if base in syntax.words["planning"] | syntax.words["planning_alone"]:
        return Modality.PLANNED
    return Modality.EXPECTED if base in syntax.words["forecasting"] else None


def _of_group(syntax: Syntax, group: VerbGroup) -> Modality | None:
    words = syntax.words
    lowers = [token.lower for token in syntax.tokens[group.first : group.last]]
    auxiliaries = [lower for index, lower in enumerate(lowers, group.first) if index not in group.chain]
    if any(lower in words["modal_possible"] for lower in lowers):
        told = bool(group.chain) and syntax.lemma(group.chain[-1]) in words["ascertaining"]
        return None if told else Modality.POSSIBLE  # "could confirm five deaths"
    if _is_required(syntax, group):
        return Modality.REQUIRED
    if any(lower in words["modal_future"] for lower in auxiliaries):
        return Modality.PLANNED
    lemmas = [syntax.lemma(index) for index in group.chain]
    if any(lemma in words["planning"] | words["planning_alone"] for lemma in lemmas[:-1]) or (
        lemmas and lemmas[-1] in words["planning_alone"]
    ):
        return Modality.PLANNED
    if any(lemma in words["forecasting"] for lemma in lemmas):
        return Modality.EXPECTED
    if lemmas and group.last < len(syntax.tokens) and f"{lemmas[-1]} {syntax.tokens[group.last].lower}" in words["hoping_for"]:
        return Modality.PLANNED
    if syntax.language == "en":
        if _is_to(lowers, words["obliging"]):
            return Modality.REQUIRED  # "has to be closed", and not "had to"
        return Modality.PLANNED if _is_to(lowers, words["be"]) and not _is_decided(syntax, group) else None
    future = any("futr" in features(syntax.tokens[index].lower, "ru") for index in group.chain[:1])
    return Modality.PLANNED if future else None


def _is_required(syntax: Syntax, group: VerbGroup) -> bool:
    """ "Must build", "should have spent", «следовало потратить», «школы должны были закупить»."""
    deed = group.chain[-1] if group.chain else group.first
    first = group.first
    if syntax.language == "ru":
        if "INFN" not in features(syntax.tokens[deed].lower, "ru"):
            return False
        first -= first > 0 and syntax.tags[first - 1] == "ADV"
    said = {form for at in range(first, deed) for form in (syntax.tokens[at].lower, syntax.lemma(at))}
    return not said.isdisjoint(syntax.words["requiring"])


def _is_to(lowers: list[str], be: frozenset[str]) -> bool:
    """ "are to be replaced", "is to open"."""
    return any(first in be and second == "to" for first, second in pairwise(lowers))


def _is_decided(syntax: Syntax, group: VerbGroup) -> bool:
    """ "decided that 151 persons were to be extradited": the decision was made."""
    return any(syntax.lemma(index) in syntax.words["deciding"] for other in syntax.verbs_in(0, group.first) for index in other.chain)


def _of_infinitive(syntax: Syntax, group: VerbGroup) -> Modality | None:
    """ "is due to deliver", "the plan to build": the word before "to" says it."""
    if group.finite:
        return None
    at = group.first - 1 if syntax.tokens[group.first].lower != "to" else group.first
    if at < 1 or syntax.language != "en" or syntax.tokens[at].lower != "to":
        return None
    before = at - 1
    lemma = syntax.tokens[before].lower if syntax.tags[before] == "ADJ" else syntax.lemma(before)
    if lemma in syntax.words["plan_words"]:
        return Modality.PLANNED
    if lemma in syntax.words["requiring"]:
        return Modality.REQUIRED
    if lemma in syntax.words["forecast_words"]:
        return Modality.EXPECTED
    if _is_asked(syntax, before):
        return Modality.REQUIRED
    return Modality.EXPECTED if _is_foreseen(syntax, before) else None


def _is_asked(syntax: Syntax, at: int) -> bool:
    """Whether the noun at *at* is whom somebody asks to do it: "calls on the council to raise", "urges the firm to hire"."""
    asked = syntax.phrase_at(at)
    if asked is None or asked.last != at + 1 or "NUM" in syntax.tags[asked.first : asked.last]:
        return False
    first = asked.adposition if asked.adposition >= 0 else asked.first
    before = [group for group in syntax.verbs if group.last == first and group.chain and not group.passive]
    lemma = syntax.lemma(before[-1].chain[-1]) if before else ""
    if asked.adposition >= 0:
        return f"{lemma} {syntax.tokens[asked.adposition].lower}" in syntax.words["calling_on"]
    return lemma in syntax.words["demanding"]


def _is_foreseen(syntax: Syntax, at: int) -> bool:
    """Whether the noun at *at* is the object of a verb that foresees: "expects exports to grow"."""
    thing = syntax.phrase_at(at)
    if thing is None or thing.adposition >= 0 or thing.last != at + 1:
        return False
    before = [group for group in syntax.verbs if group.last == thing.first and group.chain]
    return bool(before) and syntax.lemma(before[-1].chain[-1]) in syntax.words["forecasting"]


def _of_governing(syntax: Syntax, group: VerbGroup) -> Modality | None:
    """ "will train 300 nurses and hire 90", "намерены 20 школ построить": the verb before, that an infinitive hangs on or follows."""
    before = joined_to(syntax, group)
    if before is None:
        return None
    lemma = syntax.lemma(before.chain[-1]) if before.chain else ""
    if syntax.language == "ru" and lemma in syntax.words["demanding"]:
        return Modality.REQUIRED  # «просит построить 300 домов»
    plans = lemma in syntax.words["planning"]
    return Modality.PLANNED if plans else _of_group(syntax, before) or _of_infinitive(syntax, before) or _of_governing(syntax, before)


def _of_frame(syntax: Syntax, clause: Clause) -> Modality | None:
    """ "It is expected that ...", "according to forecasts", "по прогнозу"."""
    for phrase in syntax.phrases:
        if clause.first <= phrase.first < clause.last and phrase.adposition >= 0 and phrase.last - phrase.first == 1:
            named = syntax.lemma(phrase.head) in syntax.words["forecast_words"]
            if named and _frames(syntax, phrase.adposition) and not _is_aim(syntax, phrase):
                return Modality.EXPECTED
    if not clause.first:
        return None
    before = syntax.clause_at(clause.first - 1)
    opener = next((token.lower for token in syntax.tokens[clause.first : clause.last] if token.surface[0].isalpha()), "")
    if opener not in syntax.words["complementisers"]:
        return None
    lemmas = [syntax.lemma(index) for group in syntax.verbs_in(before.first, before.last) for index in group.chain]
    return Modality.EXPECTED if any(lemma in syntax.words["forecasting"] for lemma in lemmas) else None


def _is_aim(syntax: Syntax, phrase: Phrase) -> bool:
    """Whether a plan behind a comma has a number of its own, beside which something else was done: "сделали 52 %, при плане 60 %"."""
    sourced = syntax.tokens[phrase.adposition].lower in syntax.words["sourcing"]
    return phrase.adposition > 0 and not sourced and syntax.tags[phrase.last : phrase.last + 1] == ["NUM"]


def _frames(syntax: Syntax, adposition: int) -> bool:
    return adposition == 0 or syntax.tokens[adposition - 1].surface == "," or syntax.tokens[adposition].lower in syntax.words["sourcing"]


def tense_of(syntax: Syntax) -> Tense | None:
    """Return whether a question asks for what happened or for what is to come; None where its verb tells neither."""
    lowers = [token.lower for token in syntax.tokens]
    if syntax.language == "en" and (_is_to(lowers, syntax.words["past_auxiliaries"]) or _was_to(syntax, lowers)):
        return None  # "were to be sold" leaves open whether they were
    whole = Clause(0, len(syntax.tokens))
    if any((modality := modality_of(syntax, group, whole)) and not _is_aside(syntax, group, modality) for group in syntax.verbs):
        return Tense.FUTURE
    told = (group for group in syntax.verbs if group.finite or any(syntax.tags[index] != "VBG" for index in group.chain))
    done = any(syntax.tokens[index].lower not in syntax.words["be"] for group in told for index in group.chain)
    plans = syntax.words["targets"] | syntax.words["forecast_words"]
    if not done and any(syntax.lemma(index) in plans and not _is_of_budget(syntax, index) for index in range(len(syntax.tokens))):
        return Tense.FUTURE  # "what was the target", but not "who missed the target"
    return Tense.PAST if any(is_past(syntax, group) for group in syntax.verbs) else None


def asks_plan(syntax: Syntax) -> bool:
    """Return whether a question asks what was planned before, whatever came of it: «сколько планировалось построить»."""
    verbs, lowers = syntax.words["planning_alone"], [token.lower for token in syntax.tokens]
    plans = [group for group in syntax.verbs if not verbs.isdisjoint(map(syntax.lemma, group.chain))]
    turned = syntax.words["past_auxiliaries"] & syntax.words["question_auxiliaries"]  # "did the council plan to build"
    return any(is_past(syntax, group) or not turned.isdisjoint(lowers[: group.first]) for group in plans)


def _is_of_budget(syntax: Syntax, index: int) -> bool:
    """Whether the budget at *index* only says of what something else is, which may have been: "the budget deficit", «доходы бюджета»."""
    if syntax.lemma(index) not in syntax.words["budgets"]:
        return False
    phrase = syntax.phrase_at(index)
    if syntax.language == "en":
        return phrase is not None and index < phrase.head
    before = phrase.first - 1 if phrase is not None else -1
    return before >= 0 and syntax.tags[before] in ("NOUN", "NOUNS") and "gent" in features(syntax.tokens[index].lower, "ru")


def _is_aside(syntax: Syntax, group: VerbGroup, modality: Modality) -> bool:
    """Whether a verb only describes a thing of the question or says what somebody holds: "the plan, according to which work may go on",
    "when did they argue that towns should pay"."""
    clause = syntax.clause_at(group.first)
    opening = [token.lower for token in syntax.tokens[clause.first : clause.first + 3] if token.surface[0].isalpha()][:2]
    held = modality in (Modality.POSSIBLE, Modality.REQUIRED) and not syntax.words["complementisers"].isdisjoint(opening[:1])
    return clause.first > 0 and (held or not syntax.words["relative_pronouns"].isdisjoint(opening))


def _was_to(syntax: Syntax, lowers: list[str]) -> bool:
    """Whether a question turns it round: "when was the tunnel to open"."""
    last = syntax.verbs[-1] if len(syntax.verbs) > 1 else None
    be = syntax.words["past_auxiliaries"] & syntax.words["be"]
    return last is not None and lowers[syntax.verbs[0].first] in be and "to" in lowers[last.first - 1 : last.first + 1]


def is_past(syntax: Syntax, group: VerbGroup) -> bool:
    """Return whether *group* tells what happened: "built", "has built", "построил"."""
    for index in range(group.first, group.last):
        lower = syntax.tokens[index].lower
        perfect = lower in syntax.words["perfect"] and "VBN" in syntax.tags[index : group.last]
        if perfect or lower in syntax.words["past_auxiliaries"]:
            return True
        if syntax.language == "ru" and ("past" in features(lower, "ru") or _is_short_participle(syntax, index)):
            return True
        if syntax.language == "en" and syntax.tags[index] == "VERB" and syntax.lemma(index) != lower and not lower.endswith("s"):
            return True
    return False


def tells_plan(syntax: Syntax, group: VerbGroup) -> bool:
    """Return whether *group* tells that a plan or forecast was made, which is a deed of its own: "proposed in 1949"."""
    words = syntax.words
    plans = words["planning"] | words["planning_alone"] | words["forecasting"]
    return bool(group.chain) and syntax.lemma(group.chain[-1]) in plans and is_past(syntax, group)


def _is_short_participle(syntax: Syntax, index: int) -> bool:
    return syntax.tags[index] == "VBN" and "PRTS" in features(syntax.tokens[index].lower, "ru")


def planning(syntax: Syntax) -> set[str]:
    """Return the concepts of the verbs by which a question asks for plans and forecasts, which no figure need name."""
    verbs = syntax.words["planning"] | syntax.words["planning_alone"] | syntax.words["forecasting"]
    named = (index for group in syntax.verbs for index in group.chain if syntax.lemma(index) in verbs)
    return {concept for index in named if (concept := syntax.concept_of(index)) is not None}
