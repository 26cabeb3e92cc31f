"""Who did what was done to a counted thing."""

from qa_bot.figures.draft import Slots
from qa_bot.text.lexicon import Kinds
from qa_bot.text.nominals import AVERAGE, Counted, complement_end, in_sentence, with_quoted
from qa_bot.text.syntax import TIME, Clause, Phrase, Syntax, VerbGroup, joined_to
from qa_bot.text.tagger import cases, features, may_be_subject

_NOUNS = frozenset({"NOUN", "NOUNS", "PROPN"})


def read_actor(
    syntax: Syntax, slots: Slots, group: VerbGroup | None, counted: Counted | None, number: tuple[int, int], clause: Clause, used: set[int]
) -> None:
    """Set the actor of *slots*, whose action is read already: never who receives, never what is counted; add its tokens to *used*."""
    phrase = None
    if group is not None and group.passive:
        phrase = _agent(syntax, group, clause, number)
    elif group is not None and number[0] >= group.last and _acts(syntax, slots, group, counted, number):
        phrase = subject_of(syntax, group, clause) or _shared_subject(syntax, group, clause)
    if phrase is None and counted is not None and counted.head >= 0 and slots.action_terms:
        phrase = _source(syntax, counted)
    if phrase is None or _overlaps(phrase, counted) or _is_no_actor(syntax, phrase):
        return
    if counted is None and "NUM" in syntax.tags[phrase.first : phrase.last]:
        return  # of "in Doon 900 people got milk, in Larne 400" the 900 did nothing to the 400
    last = with_quoted(syntax, complement_end(syntax, phrase.last, event=False))
    phrase = _with_joined(syntax, phrase)
    if phrase.first <= number[0] < last:
        return
    slots.actor = in_sentence(syntax, phrase.first, last)
    slots.actor_terms = tuple(dict.fromkeys(term for term in syntax.concepts[phrase.first : last] if term is not None))
    capital = next((mention for mention in syntax.mentions if phrase.first <= mention.first < last and mention.kinds & Kinds.CAPITAL), None)
    if capital is not None:
        slots.actor_terms += syntax.lexicon.broader(capital.concept)[:1]
    used.update(range(phrase.first, last))


def _with_joined(syntax: Syntax, phrase: Phrase) -> Phrase:
    """The phrase with those that an "and" joins to it, "police and soldiers", "Norway, Sweden and Denmark"; numbers are no part of it."""
    first = phrase.first
    while phrase.adposition < 0 and first > 1:
        joined = syntax.tags[first - 1] == "CCONJ" or (first < phrase.first and syntax.tokens[first - 1].surface == ",")
        before = syntax.phrase_at(first - 2) if joined else None
        if before is None or before.adposition >= 0 or before.last != first - 1:
            break
        begin = max((index + 1 for index in range(before.first, before.last) if syntax.tags[index] == "NUM"), default=before.first)
        if syntax.tags[before.head] not in _NOUNS or _is_time(syntax, before) or begin > before.head:
            break
        first = begin
    return phrase._replace(first=first)


def _acts(syntax: Syntax, slots: Slots, group: VerbGroup, counted: Counted | None, number: tuple[int, int]) -> bool:
    """Whether the subject of the verb does something to what is counted."""
    words = syntax.words
    lemmas = [syntax.lemma(index) for index in group.chain]
    if all(lemma in words["deedless"] - words["performing_verbs"] or lemma in words["changing"] for lemma in lemmas):
        return False
    receives = any(syntax.concept_of(index) in words["receiving"] for index in group.chain)
    deeds = counted is not None and syntax.lexicon.action(syntax.concept_of(counted.head) or "") is not None
    return not (receives and deeds)  # who receives refusals does not refuse


def _overlaps(phrase: Phrase, counted: Counted | None) -> bool:
    return counted is not None and counted.first <= phrase.head < counted.last


def _is_no_actor(syntax: Syntax, phrase: Phrase) -> bool:
    """Whether the phrase names a number, a sum or a reason: "the total", "5 billion crowns", "political motives", "the average"."""
    words, lemma, concept = syntax.words, syntax.lemma(phrase.head), syntax.concept_of(phrase.head)
    if syntax.tags[phrase.head] == "NUM" or concept == AVERAGE or (concept is not None and syntax.lexicon.kinds(concept) & Kinds.QUANTITY):
        return True
    return lemma in words["carriers"] | words["money_units"] or syntax.tokens[phrase.head].lower in words["reason_cues"]


def subject_of(syntax: Syntax, group: VerbGroup, clause: Clause) -> Phrase | None:
    """Return the subject of an active verb: the noun phrase before it that no adposition introduces; of a chain of them the first; none
    where a pronoun is the subject."""
    main = joined_to(syntax, group)
    if main is not None:
        return subject_of(syntax, main, clause) if clause.first <= main.first and not (main.passive and syntax.language != "ru") else None
    if not group.finite and any(other.passive and other.last <= group.first for other in syntax.verbs_in(clause.first, group.first)):
        return None  # "rulings were issued to render 1,124 persons": the rulings render nobody
    before = [phrase for phrase in syntax.phrases if clause.first <= phrase.first and phrase.last <= group.first]
    if before and syntax.language == "en" and syntax.tokens[before[-1].head].lower in syntax.words["subject_pronouns"]:
        return None  # "in the 2021-22 season they finished"
    free = [phrase for phrase in before if phrase.adposition < 0 and syntax.tags[phrase.head] in _NOUNS and not _is_time(syntax, phrase)]
    if syntax.language == "ru":
        verb = syntax.tokens[group.chain[0]].surface if group.chain else ""
        own = [phrase for phrase in free if not _completes(syntax, phrase)]
        free = own or [phrase for phrase in free[:1] if not _is_led(syntax, phrase)]
        free = [phrase for phrase in free if not verb or _agrees(syntax, phrase, verb)]
    return _explained(syntax, free[-1], group) if free else None


def _explained(syntax: Syntax, phrase: Phrase, group: VerbGroup) -> Phrase:
    """The name that *phrase* explains between commas, "Lena Holt, a nurse, sold"; else *phrase* itself."""
    before = syntax.phrase_at(phrase.first - 2) if phrase.first > 1 else None
    set_off = before is not None and syntax.tokens[phrase.first - 1].surface == syntax.tokens[group.first - 1].surface == ","
    named = before is not None and set_off and before.last == phrase.first - 1 and syntax.tags[before.head] == "PROPN"
    return before if before is not None and named and before.adposition < 0 else phrase


def _shared_subject(syntax: Syntax, group: VerbGroup, clause: Clause) -> Phrase | None:
    """The subject of the clause before, which a coordinated verb shares: "destroyed 40 homes and damaged 115"."""
    if not clause.first or any(syntax.phrase_at(index) is not None for index in range(clause.first, group.first)):
        return None
    if syntax.tags[clause.first] == "SCONJ":
        return None  # "the council said that in May 30 left": who says so did not leave
    before = syntax.clause_at(clause.first - 1)
    verbs = [other for other in syntax.verbs_in(before.first, before.last) if other.finite]
    return subject_of(syntax, verbs[0], before) if verbs and not verbs[0].passive else None


def _completes(syntax: Syntax, phrase: Phrase) -> bool:
    """Whether a name or a genitive belongs to the noun right before it: "защита Пэнтерс", "работники библиотеки"."""
    before = syntax.phrase_at(phrase.first - 1) if phrase.first else None
    found = cases(syntax.tokens[phrase.head].lower, "ru")
    return before is not None and ("gent" in found or not found or syntax.tags[phrase.head] == "PROPN")


def _agrees(syntax: Syntax, phrase: Phrase, verb: str) -> bool:
    """Whether the phrase, or the name right behind it, can be the subject of a Russian verb: «тренер Ольга Рогова ушла»."""
    if may_be_subject(syntax.tokens[phrase.head].surface, verb):
        return True
    name = syntax.phrase_at(phrase.last) if phrase.last < len(syntax.tokens) else None
    named = name is not None and name.first == phrase.last and syntax.tags[name.head] == "PROPN"
    return named and name is not None and any(may_be_subject(token.surface, verb) for token in syntax.tokens[name.first : name.last])


def _is_led(syntax: Syntax, phrase: Phrase) -> bool:
    """Whether a noun completes one behind a preposition, as no subject does: «на ремонт улицы потратили 84 млн»."""
    before = syntax.phrase_at(phrase.first - 1)
    return before is not None and before.adposition >= 0 and syntax.tags[phrase.head] != "PROPN" and not _is_time(syntax, before)


def _is_time(syntax: Syntax, phrase: Phrase) -> bool:
    return TIME in syntax.tags[phrase.first : phrase.last]


def _agent(syntax: Syntax, group: VerbGroup, clause: Clause, number: tuple[int, int]) -> Phrase | None:
    """Who a passive names: "by the court"; in Russian an instrumental: "отклонено комиссией"."""
    if any(syntax.lemma(index) in syntax.words["reason_verbs"] for index in group.chain):
        return None
    agents = syntax.words["agent_adpositions"]
    for phrase in syntax.phrases:
        if not clause.first <= phrase.first < clause.last or phrase.first <= number[0] < phrase.last:
            continue
        if phrase.adposition >= 0 and syntax.tokens[phrase.adposition].lower in agents:
            if phrase.first >= group.last and _is_body(syntax, phrase):
                return phrase
        elif phrase.adposition < 0 and "ablt" in features(syntax.tokens[phrase.head].lower, syntax.language):
            return phrase
    return None


def _is_body(syntax: Syntax, phrase: Phrase) -> bool:
    """Whether a "by" phrase can act: not "by 12 %", "by 2026", nor a bare noun that tells the means, "by helicopter"."""
    if _is_time(syntax, phrase) or "NUM" in syntax.tags[phrase.first : phrase.last] or syntax.tags[phrase.head] == "PRON":
        return False
    return syntax.language == "ru" or phrase.last - phrase.first > 1 or syntax.tags[phrase.head] != "NOUN"


def _source(syntax: Syntax, counted: Counted) -> Phrase | None:
    """ "refusals from Western countries", "refusals by the West"."""
    agents = syntax.words["agent_adpositions"] | syntax.words["source_adpositions"]
    action = syntax.lexicon.action(syntax.concept_of(counted.head) or "")
    if action is None:
        return None
    for phrase in syntax.phrases:
        if counted.head < phrase.first < counted.last and phrase.adposition >= 0 and syntax.tokens[phrase.adposition].lower in agents:
            if _is_body(syntax, phrase):
                return phrase
    return None
