"""Whom or what the events that are counted happened to ("341 cancellations of crossings" are crossings that were cancelled), and what
those did themselves who are counted ("130 prisoners reported torture")."""

from qa_bot.text.functions import befalls, functions
from qa_bot.text.lexicon import Kinds
from qa_bot.text.nominals import Counted
from qa_bot.text.syntax import Phrase, Syntax, VerbGroup
from qa_bot.text.tagger import features

_NOUNS = frozenset({"NOUN", "NOUNS"})


def patient_terms(syntax: Syntax, noun: Counted) -> tuple[str, ...]:
    """Return the concepts of what the events named by *noun* happened to, as far as the text says it; of no event none.

    Several are not told apart: of "closures of schools and libraries" neither were so many closed.
    """
    event = event_at(syntax, noun)
    if event < 0:
        return ()
    concept = syntax.concept_of(event)
    usual = befalls()[concept or ""]
    behind = _behind(syntax, event, noun.last, refused=concept == "refuse")
    if behind is not None:
        heads = [phrase.head for phrase in syntax.phrases if behind.first <= phrase.first < noun.last]
        joined = [head for head in heads[1:] if "CCONJ" in syntax.tags[behind.last : head]]
        return _concepts(syntax, [behind.head, *joined])
    before = _concepts(syntax, [index for index in range(noun.first, event) if syntax.tags[index] in _NOUNS][-1:])
    sorts = {*before, *(wider for term in before for wider in syntax.lexicon.broader(term))}
    return before if not usual or not usual.isdisjoint(sorts) else ()  # "train cancellations", "child deaths"; not "heat deaths"


def event_at(syntax: Syntax, noun: Counted) -> int:
    """Return the noun that names the event, in "66 cases of death" the one behind; -1 where there is none."""
    if syntax.concept_of(noun.head) in functions("en")["person_cases"]:
        inner = _behind(syntax, noun.head, noun.last, refused=False)
        return inner.head if inner is not None and syntax.concept_of(inner.head) in befalls() else -1
    return noun.head if syntax.concept_of(noun.head) in befalls() else -1


def _behind(syntax: Syntax, noun: int, last: int, *, refused: bool) -> Phrase | None:
    """The phrase that says of what the noun is: behind "of", in Russian the genitive right behind, of a refusal also «в визе»."""
    at = noun + 1
    links = syntax.words["refused_in" if refused else "befalling"]
    last = len(syntax.tokens) if refused else last
    if at < last and syntax.tokens[at].lower in links:
        at += 1
    elif syntax.language == "en":
        return None
    phrase = syntax.phrase_at(at) if at < min(last, len(syntax.tokens)) else None
    return phrase if phrase is not None and phrase.first == at and syntax.tags[phrase.head] in _NOUNS else None


def _concepts(syntax: Syntax, tokens: list[int]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(term for index in tokens if (term := syntax.concept_of(index)) is not None))


def doing_terms(syntax: Syntax, group: VerbGroup | None, noun: Counted, last: int) -> tuple[str, ...]:
    """Return the concepts of the verb whose subject the counted *noun* is, where it acts; *last* ends its number.

    In Russian what stands first may be done to («120 человек задержали»): only verbs without an object, and those of saying, tell.
    """
    if group is None or group.passive or not group.finite or not group.chain or noun.first < last:
        return ()  # also of "the number of beds rose to 355"
    ahead, verb = group.first >= max(noun.last, last), group.chain[-1]
    if syntax.language == "ru":
        concept = syntax.concept_of(verb)
        says = concept is not None and bool(syntax.lexicon.kinds(concept) & Kinds.REPORT)
        phrase = syntax.phrase_at(noun.head)
        alone = "intr" in features(syntax.tokens[verb].lower, "ru") and (phrase is None or phrase.adposition < 0)
        return _concepts(syntax, list(group.chain)) if alone or (says and ahead) else ()
    return _concepts(syntax, list(group.chain)) if ahead else ()
