"""Periods that a sentence names in passing: in a comparison, a superlative, a birth date or a clause beside the point."""

from collections.abc import Iterator
from itertools import islice

from qa_bot.figures.draft import Draft
from qa_bot.figures.index_bases import is_base, is_end
from qa_bot.figures.likened import is_likened
from qa_bot.schema import Modality
from qa_bot.text.lexicon import Kinds
from qa_bot.text.modality import is_past, modality_of
from qa_bot.text.moments import Grain
from qa_bot.text.periods import PeriodForm, PeriodMention
from qa_bot.text.syntax import NUMERAL, TIME, Syntax, VerbGroup
from qa_bot.text.tokens import Token

_RUSSIAN_VERBS = ("VERB", "AUX", "ADV")  # of a bound: "не превысит 5,8"
RELATIVE_REACH = 3  # tokens of "по вине которого"
CHANGE_REACH = 8  # tokens before what a change is reckoned from in which its verb stands
_CHANGED_FROM = frozenset({Grain.YEAR, Grain.HALF, Grain.QUARTER, Grain.MONTH})
NUMBER_REACH = 4  # and its number: "0.9 percentage points lower than"
_DATED = frozenset({"day", "night", "week", "month", "year"})  # concepts: what a day, or a month, may be called
SUPERLATIVE_REACH = 5  # tokens before "since 1998" in which "the worst", "for the first time" is looked for


def in_passing(syntax: Syntax, mention: PeriodMention, draft: Draft | None = None) -> bool:
    """Return whether *mention* is not what *draft*, or the text after the sentence, is about."""
    return (
        compared(syntax, mention, draft)
        or is_likened(syntax, mention, draft)
        or _ranked(syntax, mention)
        or _founded(syntax, mention, draft)
        or _is_name(syntax, mention)
        or _dates_correction(syntax, mention)
        or _since_then(syntax, mention, draft)
        or _to_come(syntax, mention, draft)
        or _dates_career(syntax, mention, draft)
        or _changed_since(syntax, mention)
        or is_base(syntax, mention)
        or (draft is None and is_end(syntax, mention))
        or _tells_of_place(syntax, mention, draft)
        or _describes(syntax, mention, draft)
        or _dates_event(syntax, mention)
        or _dates_cause(syntax, mention)
    )


def compared(syntax: Syntax, mention: PeriodMention, draft: Draft | None = None) -> bool:
    """Return whether *mention* only says what is compared with: "than in 2021", "compared with 30 in 2022" (then 30 is in the
    comparison)."""
    tokens = syntax.tokens
    comparing, levels = syntax.words["comparing"], syntax.words["from_levels"]
    for index, token in enumerate(tokens):
        if token.end > mention.start:
            break
        if token.lower in syntax.words["opposing"] and _opposes(syntax, index, mention):
            continue
        if token.lower in comparing or (token.lower in levels and _from_level(syntax, index)):
            clause = syntax.clause_at(index)
            goes_on = draft is not None and (_goes_on(syntax, index, mention, draft) or _is_alone(syntax, index, mention, draft))
            if mention.start < tokens[clause.last - 1].end and (draft is None or draft.end <= token.start or goes_on):
                if mention.lead <= token.start and token.lower not in comparing:
                    continue  # "from August 2011" is the mention's own lead
                return True
    return False


def _opposes(syntax: Syntax, index: int, mention: PeriodMention) -> bool:
    """Whether a thing stands behind "against", rather than a number or a time: "vaccinated against rabies in 2023"."""
    between = [syntax.tags[at] for at in range(index + 1, len(syntax.tokens)) if syntax.tokens[at].end <= mention.lead]
    return bool(between) and "NUM" not in between and TIME not in between


def _is_alone(syntax: Syntax, comparing: int, mention: PeriodMention, draft: Draft) -> bool:
    """Whether what is compared with is just a time, and *draft* stands behind it: "compared with 2022, 45 more homes were built"."""
    between = [syntax.tags[at] for at in range(comparing + 1, len(syntax.tokens)) if syntax.tokens[at].end <= mention.start]
    follows = syntax.tokens[draft.lead].surface if draft.lead >= 0 and syntax.tokens[draft.lead].start >= mention.end else ""
    opposed = syntax.tokens[comparing].lower in syntax.words["opposing"]
    return not opposed and mention.end <= draft.start and follows not in ("(", ":", "—", "–") and "NUM" not in between


def _goes_on(syntax: Syntax, comparing: int, mention: PeriodMention, draft: Draft) -> bool:
    """Whether another verb goes on to *draft* behind a mere comparison: "fell by 3 % compared with 2022 and came to 410 million"."""
    first = next((index for index, token in enumerate(syntax.tokens) if token.start >= mention.end), draft.first)
    between = range(first, draft.first)
    if mention.end > draft.start or "NUM" in [syntax.tags[at] for at in range(comparing, first) if syntax.tokens[at].end <= mention.start]:
        return False
    relative = any(syntax.tokens[at].lower in syntax.words["relatives"] for at in between)
    return not relative and any(syntax.tags[at] == "CCONJ" for at in between) and any(syntax.tags[at] == "VERB" for at in between)


def _from_level(syntax: Syntax, index: int) -> bool:
    """Whether a level before is named behind the "from" at *index*: "up from 280 a week ago", "shrunk from 160 in 2010"."""
    return "NUM" in syntax.tags[index + 1 : index + 3] and syntax.tags[index + 1] != TIME


def _ranked(syntax: Syntax, mention: PeriodMention) -> bool:
    """Whether *mention* only says how far back a rank holds: "the highest since 1987", "for the first time since 1952"."""
    if not mention.open_end:
        return False
    first = next((index for index, token in enumerate(syntax.tokens) if token.start >= mention.lead), len(syntax.tokens))
    ranks = syntax.words["ranks"]
    near = syntax.tokens[max(0, first - SUPERLATIVE_REACH) : first]
    return any(token.lower in ranks or is_superlative(token.lower, syntax) for token in near)


def is_superlative(word: str, syntax: Syntax) -> bool:
    """Return whether *word* looks like a superlative."""
    if syntax.language == "ru":
        return word.startswith("наи") or "ейш" in word or "айш" in word
    return len(word) > 5 and word.endswith("est") and word not in syntax.words["not_ranks"]


def _founded(syntax: Syntax, mention: PeriodMention, draft: Draft | None) -> bool:
    """Whether *mention* dates the making of a thing or a birth that is named beside the point: "a club founded in 1952". What is
    counted may be what was made: "12 schools were opened in 2020"."""
    tokens = syntax.tokens
    first = next((index for index, token in enumerate(tokens) if token.start >= mention.lead), len(tokens))
    verb = first if first < len(tokens) and tokens[first].end <= mention.start and syntax.tags[first] == "VBN" else first - 1
    if verb > 0 and syntax.tags[verb - 1] == "NUM" and syntax.lemma(verb) in syntax.words["publishing"]:
        return True
    if verb < 0 or syntax.tags[verb] not in ("VERB", "VBN", "VBG") or syntax.lemma(verb) not in syntax.words["founding"]:
        return False
    after = next((index for index, token in enumerate(tokens) if token.start >= mention.end), len(tokens))
    if "NUM" in syntax.tags[after : after + 2]:
        return False
    clause = syntax.clause_at(verb)
    return "NUM" not in syntax.tags[clause.first : verb] and (draft is None or draft.start >= mention.end or draft.last <= clause.first)


def _since_then(syntax: Syntax, mention: PeriodMention, draft: Draft | None) -> bool:
    """Whether *mention* stands in a clause that only says since when: "since the law of 2016 came into force"."""
    first = next((index for index, token in enumerate(syntax.tokens) if token.end > mention.start), 0)
    clause = syntax.clause_at(first)
    opener = syntax.tokens[clause.first]
    if opener.lower not in syntax.words["since_when"] or opener.start >= mention.lead:
        return False
    return draft is None or not clause.first <= draft.first < clause.last


def _to_come(syntax: Syntax, mention: PeriodMention, draft: Draft | None) -> bool:
    """Whether *mention* dates what is still to come, said behind what *draft* tells: "fines brought in 380; they end on 1 January 2025"."""
    if draft is None or draft.slots.modality is not None or (mention.start < draft.end and not mention.as_of):
        return False
    clause = syntax.clause_at(next((index for index, token in enumerate(syntax.tokens) if token.end > mention.start), 0))
    if not clause.first <= draft.first < clause.last:
        return is_future(syntax, mention)
    between = [group for group in syntax.verbs if draft.last <= group.first and syntax.tokens[group.last - 1].end <= mention.lead]
    return bool(between) and modality_of(syntax, between[-1], clause) is not None  # "has had 12 and hopes to have 20 by May"


def _dates_career(syntax: Syntax, mention: PeriodMention, draft: Draft | None) -> bool:
    """Whether *mention* dates what became of a person beside the point: "the coach, who took over in July 2022", "Ola joined in 2010"."""
    clause = syntax.clause_at(next((index for index, token in enumerate(syntax.tokens) if token.end > mention.start), 0))
    if (draft is not None and clause.first <= draft.first < clause.last) or "NUM" in syntax.tags[clause.first : clause.last]:
        return False
    named = (phrase for phrase in syntax.phrases if clause.first <= phrase.first < clause.last and phrase.adposition < 0)
    if any(syntax.concept_of(phrase.head) in _DATED and syntax.tags[phrase.head] != TIME for phrase in named):
        return False  # «самым тяжёлым днём стало 9 августа» is nobody's career
    steps = syntax.words["career_steps"]
    chains = (group.chain[-1] for group in syntax.verbs_in(clause.first, clause.last) if group.chain)
    return any(syntax.lemma(at) in steps or " ".join((syntax.lemma(at), *_after(syntax, at))) in steps for at in chains)


def _after(syntax: Syntax, at: int) -> list[str]:
    return [token.lower for token in syntax.tokens[at + 1 : at + 2]]


def _tells_of_place(syntax: Syntax, mention: PeriodMention, draft: Draft | None) -> bool:
    """Whether *mention* stands in a clause that only tells of a place, "in Sarn, where the bank broke on Monday", and not of *draft*."""
    clause = syntax.clause_at(next((index for index, token in enumerate(syntax.tokens) if token.end > mention.start), 0))
    if clause.first < 1 or syntax.tokens[clause.first].lower not in syntax.words["where"]:
        return False
    within = draft is not None and clause.first <= draft.first < clause.last
    return not within and NUMERAL not in syntax.tags[clause.first : clause.last]


def _describes(syntax: Syntax, mention: PeriodMention, draft: Draft | None) -> bool:
    """Whether *mention* stands between commas with a participle that only describes: "Hask, relegated on 20 April, sacked two"."""
    tokens, tags = syntax.tokens, syntax.tags
    lead = next((index for index, token in enumerate(tokens) if token.start >= mention.lead), len(tokens))
    opens = next((index for index in range(lead - 1, -1, -1) if tokens[index].surface == ","), -1)
    if opens < 1 or tags[opens + 1] != "VBN":
        return False
    closes = next((index for index in range(lead, len(tokens)) if tokens[index].surface == ","), -1)
    if closes < 0 or NUMERAL in tags[opens:closes]:
        return False
    return draft is None or not opens < draft.first < closes


def _dates_event(syntax: Syntax, mention: PeriodMention) -> bool:
    """Whether *mention* only tells which event something came after: "has died after Monday's derailment"."""
    first = next((index for index, token in enumerate(syntax.tokens) if token.start >= mention.end), len(syntax.tokens))
    owns = syntax.tokens[first : first + 1] and syntax.tokens[first].lower in syntax.words["possessive_signs"]
    lead = next((token for token in syntax.tokens if token.start >= mention.lead), None)
    return bool(owns) and lead is not None and lead.lower in syntax.words["afterwards"]


def _dates_cause(syntax: Syntax, mention: PeriodMention) -> bool:
    """Whether *mention*, a day or a month, dates what made something rise or fall: "fell 2 % because of the loss of a client in May"."""
    if mention.form is not PeriodForm.YEARLESS:
        return False
    start = syntax.tokens[0].start
    before = f" {syntax.text[start : mention.lead].lower()} "
    at = max((before.rfind(f" {cue} ") for cue in syntax.words["cause_cues"]), default=-1)
    if at < 0 or any(sign in before[at:] for sign in ",;:"):
        return False
    moved = (index for index, token in enumerate(syntax.tokens) if token.start < start + at)
    return any(syntax.lemma(index) in syntax.words["changing"] and syntax.tags[index] in ("VERB", "VBN") for index in moved)


def _changed_since(syntax: Syntax, mention: PeriodMention) -> bool:
    """Whether *mention* is what a change is reckoned from: "up 0.5 points on the previous quarter", "вырос на 5 % к прошлому году"."""
    back = mention.form is PeriodForm.RELATIVE and mention.last is None and (mention.first.shift or 0) < 0
    if not back and not (mention.form is PeriodForm.ABSOLUTE and mention.first.grain in _CHANGED_FROM):
        return False
    lead = next((index for index, token in enumerate(syntax.tokens) if token.start >= mention.lead), len(syntax.tokens))
    near = range(max(lead - CHANGE_REACH, 0), lead)
    if not any(token.lower in syntax.words["change_bases"] for token in syntax.tokens[max(lead - 1, 0) : lead + 1]):
        return False
    changing = any(syntax.lemma(index) in syntax.words["changing"] for index in near)
    return changing and "NUM" in syntax.tags[max(lead - NUMBER_REACH, 0) : lead]


def dates_cause(syntax: Syntax, mention: PeriodMention) -> bool:
    """Return whether *mention* dates the cause of what is told, not the time of what follows: "because of the storms of 3-5 March"."""
    lead = next((index for index, token in enumerate(syntax.tokens) if token.start >= mention.lead), len(syntax.tokens))
    cause = next((cue for cue in reversed(syntax.mentions) if cue.kinds & Kinds.CAUSE and cue.last < lead), None)
    if cause is None:
        return False
    return not any(syntax.tags[at] in ("VERB", "AUX", "VBN", "PUNCT", "SCONJ") for at in range(cause.last, lead))


def dates_number(syntax: Syntax, mention: PeriodMention) -> bool:
    """Return whether *mention* tells only of which time the number before it is, held against another: "short of the 4,050 of 2019"."""
    at = next((index for index, token in enumerate(syntax.tokens) if token.start >= mention.lead), 0)
    at -= syntax.tokens[at].lower not in syntax.words["partitives"]
    if at < 2 or syntax.tokens[at].lower not in syntax.words["partitives"] or syntax.tags[at - 1] != NUMERAL:
        return False
    return syntax.tokens[at - 2].lower in syntax.words["articles"]


def is_planned(syntax: Syntax, mention: PeriodMention) -> bool:
    """Return whether *mention* dates what is now planned: "27 shows are planned for 2024", but not "in 2022 it planned to build two"."""
    first = next((index for index, token in enumerate(syntax.tokens) if token.end > mention.start), 0)
    clause = syntax.clause_at(first)
    return any(
        modality_of(syntax, group, clause) in (Modality.PLANNED, Modality.EXPECTED) and not _was(syntax, group)
        for group in syntax.verbs_in(clause.first, clause.last)
    )


def is_due(syntax: Syntax, mention: PeriodMention) -> bool:
    """Return whether the clause of *mention* tells what has to be: "in autumn a hall has to open"."""
    first = next((index for index, token in enumerate(syntax.tokens) if token.end > mention.start), 0)
    clause = syntax.clause_at(first)
    groups = [group for group in syntax.verbs_in(clause.first, clause.last) if not _was(syntax, group)]
    return any(modality_of(syntax, group, clause) is Modality.REQUIRED for group in groups)


def is_aimed(syntax: Syntax, mention: PeriodMention) -> bool:
    """Return whether the clause of *mention* speaks of an aim: "has set the target of a surplus in 2025/26", «поставлена цель»."""
    first = next((index for index, token in enumerate(syntax.tokens) if token.end > mention.start), 0)
    clause = syntax.clause_at(first)
    aims = syntax.words["targets"] - syntax.words["budgets"]
    nouns = (at for at in range(clause.first, clause.last) if syntax.tags[at].startswith("NOUN"))
    return any(syntax.lemma(at) in aims for at in nouns)


def _was(syntax: Syntax, group: VerbGroup) -> bool:
    """Whether *group* is in the past; "запланировано" alone is not, "было запланировано" is."""
    if syntax.language != "ru":
        return is_past(syntax, group)
    # Only Russian text pays for the dictionary.
    from qa_bot.text.morphology import features

    return any("past" in features(token.lower) and syntax.tags[at] != "VBN" for at, token in _tokens_of(syntax, group))


def _tokens_of(syntax: Syntax, group: VerbGroup) -> Iterator[tuple[int, Token]]:
    return ((at, syntax.tokens[at]) for at in range(group.first, group.last))


def is_said_on(syntax: Syntax, mention: PeriodMention) -> bool:
    """Return whether *mention* is the day on which somebody said it: "the ministry reported on 13 November"."""
    lead = next((index for index, token in enumerate(syntax.tokens) if token.start >= mention.lead), 0)
    return mention.first.grain in (Grain.DAY, Grain.WEEKDAY) and lead > 0 and syntax.lemma(lead - 1) in syntax.words["speaking_verbs"]


def is_bound(syntax: Syntax, mention: PeriodMention) -> bool:
    """Return whether *mention* only says when something began or ended: "the season ended on 3 May"."""
    first = next((index for index, token in enumerate(syntax.tokens) if token.start >= mention.lead), len(syntax.tokens))
    clause = syntax.clause_at(max(first - 1, 0))
    groups = [group for group in syntax.verbs_in(clause.first, first) if group.chain]
    return bool(groups) and syntax.lemma(groups[-1].chain[-1]) in syntax.words["bounding"]


def _dates_correction(syntax: Syntax, mention: PeriodMention) -> bool:
    """Whether *mention* dates the correction that the sentence makes: "Correction, 4 May 2023: the choir has 52 members"."""
    words = list(islice((at for at, token in enumerate(syntax.tokens) if token.surface[:1].isalnum()), 2))
    if not words or syntax.tokens[words[0]].lower not in syntax.words["retracting"]:
        return False
    colon = next((token.start for token in syntax.tokens if token.surface == ":"), -1)
    return mention.end <= colon or (len(words) > 1 and syntax.tokens[words[1]].end > mention.lead)


def dates_text(syntax: Syntax, mention: PeriodMention) -> bool:
    """Return whether *mention* is the day of what somebody wrote, which counts what was before: "in a letter of 9 January", «в письме
    от 9 мая»."""
    if mention.first.grain is not Grain.DAY or mention.last is not None:
        return False
    first = next((index for index, token in enumerate(syntax.tokens) if token.start >= mention.lead), 0)
    at = first - 1 - (first > 1 and syntax.tokens[first - 1].lower in syntax.words["dated"])
    led = syntax.tokens[first].lower in syntax.words["dated"] or at < first - 1
    return at >= 0 and led and not syntax.words["speaking_texts"].isdisjoint((syntax.tokens[at].lower, syntax.lemma(at)))


def _is_name(syntax: Syntax, mention: PeriodMention) -> bool:
    """Whether the words are part of a name: "the newspaper Tarn Today"."""
    first = next((index for index, token in enumerate(syntax.tokens) if token.start >= mention.start), 0)
    if mention.form is not PeriodForm.RELATIVE or not first or not syntax.tokens[first].surface[:1].isupper():
        return False
    return mention.first.grain is not Grain.WEEKDAY and syntax.tokens[first - 1].surface[:1].isupper()


def is_present(syntax: Syntax, at: int) -> bool:
    """Return whether the clause around token *at* speaks of now: its verb is a present and its subject no pronoun that points back."""
    clause = syntax.clause_at(at)
    lowers = " " + " ".join(token.lower for token in syntax.tokens[clause.first : clause.last]) + " "
    if any(f" {phrase} " in lowers for phrase in syntax.words["nowadays"]):
        return True
    groups = [group for group in syntax.verbs_in(clause.first, clause.last) if group.finite]
    for group in groups:
        if len(groups) > 1 and group is groups[0] and group.chain and syntax.lemma(group.chain[-1]) in syntax.words["speaking_verbs"]:
            continue  # "says 20 were sold"
        if not _is_present_verb(syntax, group.first, group.last):
            return False
        subject = syntax.phrase_at(group.first - 1) if group.first > clause.first else None
        return not (subject is not None and syntax.tokens[subject.head].lower in syntax.words["demonstratives"])
    return False


def sums_up(syntax: Syntax, at: int) -> bool:
    """Return whether the clause around token *at* tells what has been done up to now: "has upheld 12 appeals"."""
    clause = syntax.clause_at(at)
    groups = (group for group in syntax.verbs_in(clause.first, clause.last) if group.finite)
    return any(
        syntax.tokens[group.first].lower in syntax.words["perfect"] and "VBN" in syntax.tags[group.first : group.last] for group in groups
    )


def is_relative_clause(syntax: Syntax, mention: PeriodMention) -> bool:
    """Return whether *mention* stands in a clause that tells of a person or thing: "..., in which six died on 3 July"."""
    clause = syntax.clause_at(next((index for index, token in enumerate(syntax.tokens) if token.end > mention.start), 0))
    opening = syntax.tokens[clause.first : clause.first + RELATIVE_REACH] if clause.first else []
    return any(token.lower in syntax.words["relative_pronouns"] for token in opening)


def is_told_before(syntax: Syntax, mention: PeriodMention) -> bool:
    """Return whether the clause of *mention* tells what was before something else: "in 2021 it had been 40"."""
    clause = syntax.clause_at(next((index for index, token in enumerate(syntax.tokens) if token.end > mention.start), 0))
    groups = [group for group in syntax.verbs_in(clause.first, clause.last) if group.finite]
    had = (group for group in groups if syntax.tokens[group.first].lower in syntax.words["pluperfect"])
    return any(syntax.tags[at] in ("VBN", "AUX") for group in had for at in range(group.first + 1, group.last))  # "had been first"


def done_by(syntax: Syntax, mention: PeriodMention) -> bool:
    """Return whether the clause of *mention* tells what was done up to it: "by 30 June we had moved 40", but not "we had 40 boats"."""
    first = next((index for index, token in enumerate(syntax.tokens) if token.end > mention.lead), 0)
    if syntax.tokens[first].lower not in syntax.words["by_then"]:
        return False
    clause = syntax.clause_at(first)
    states = syntax.words["deedless"] | syntax.words["predicates"] | syntax.words["having"]
    return any(syntax.lemma(group.chain[-1]) not in states for group in syntax.verbs_in(clause.first, clause.last) if group.chain)


def _is_present_verb(syntax: Syntax, first: int, last: int) -> bool:
    if syntax.language == "ru":
        # Only Russian text pays for the dictionary.
        from qa_bot.text.morphology import features

        return any(syntax.tags[index] == "VERB" and "pres" in features(syntax.tokens[index].lower) for index in range(first, last))
    finite = next((index for index in range(first, last) if syntax.tags[index] in ("VERB", "AUX")), first)
    lower = syntax.tokens[finite].lower
    if lower in syntax.words["present_auxiliaries"]:
        return lower not in syntax.words["perfect"] or "VBN" not in syntax.tags[first:last]  # "has been confirmed" may sum up a period
    lemma = syntax.lemma(finite)
    return syntax.tags[finite] == "VERB" and lower in (f"{lemma}s", f"{lemma}es")


def is_told_as_past(syntax: Syntax, mention: PeriodMention) -> bool:
    """Return whether the clause of *mention* tells what happened, or has no verb: not "it appeals for $14 million by 1 May"."""
    clause = syntax.clause_at(next((index for index, token in enumerate(syntax.tokens) if token.end > mention.start), 0))
    groups = [group for group in syntax.verbs_in(clause.first, clause.last) if group.finite]
    return not groups or any(group.passive or is_past(syntax, group) for group in groups)


def is_told_as_present(syntax: Syntax, mention: PeriodMention) -> bool:
    """Return whether the clause of *mention* tells what is done: "the fare goes up in August", "they open in May"."""
    clause = syntax.clause_at(next((index for index, token in enumerate(syntax.tokens) if token.end > mention.start), 0))
    groups = [group for group in syntax.verbs_in(clause.first, clause.last) if group.finite]
    return bool(groups) and all(_is_present_verb(syntax, group.first, group.last) for group in groups)


def is_future(syntax: Syntax, mention: PeriodMention) -> bool:
    """Return whether *mention* dates what is to come: "will open in May", "aims to give 500 by the end of May", "could see 90 by June"."""
    first = next((index for index, token in enumerate(syntax.tokens) if token.end > mention.start), 0)
    clause = syntax.clause_at(first)
    lowers = [token.lower for token in syntax.tokens[clause.first : clause.last]]
    if any(lower in syntax.words["future"] for lower in lowers):
        return True
    if syntax.language == "ru":
        # Only Russian text pays for the dictionary.
        from qa_bot.text.morphology import features

        verbs = (at for at in range(clause.first, clause.last) if syntax.tags[at] in _RUSSIAN_VERBS)
        if any("futr" in features(syntax.tokens[at].lower) for at in verbs):
            return True
    limit = mention.as_of or mention.open_start or mention.first.shift == 0  # "this year we expect to drill 70"
    aims = any(syntax.lemma(at) in syntax.words["targets"] for at in range(clause.first, clause.last))
    if aims and limit and not any(is_past(syntax, group) for group in syntax.verbs_in(clause.first, clause.last)):
        return True  # "the target is 500 by May", «план — 500 к 1 мая»
    for group in syntax.verbs_in(clause.first, clause.last):
        modality = modality_of(syntax, group, clause)
        if modality is not None and (limit or (group.last <= first and modality is not Modality.POSSIBLE and not is_past(syntax, group))):
            return True
    return False
