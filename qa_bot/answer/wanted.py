"""What sort of words a question wants for an answer, and the content words that the answer's sentence should hold."""

from typing import NamedTuple

from qa_bot.answer.reader_words import ReaderWords, reader_words
from qa_bot.answer.sights import Sight, sight
from qa_bot.answer.superlatives import ranks
from qa_bot.schema import Kind, Query
from qa_bot.text.lexicon import Kinds, lexicon
from qa_bot.text.syntax import TIME
from qa_bot.text.tokens import tokenize

_VERBS = frozenset({"VERB", "VB", "VBN", "VBG"})
_NOUNS = frozenset({"NOUN", "NOUNS", "PROPN", "X"})
_INNER = _NOUNS | {"ADJ", "NUM", "VBN", "VBG", "PART", "ADV", TIME, "DET", "SYM"}
_LATE = 4  # a word that asks this far from the start may be a conjunction before: "When it rained, who ..."


class Item(NamedTuple):
    """A content word of the question. *name*: it has a capital, or digits, and so has to be there as it is."""

    surface: str
    stem: str
    concept: str | None
    name: bool
    number: bool
    verb: bool
    focus: bool
    light: bool


class Wanted(NamedTuple):
    """*sort* labels the question finely ("what:place", "who"), *group* coarsely; *role* is what the answer is to the question's verb."""

    sort: str
    group: str
    role: str  # subject | object | passive | be | other
    focus: str  # stem of the noun that says what is asked for: "what city", "who is the coach"; else ""
    plural: bool  # of that noun
    adposition: str  # the cue before the asking word, or left at the end: "in what", "what ... used for"; else "-"
    verb: str  # the cue that the question's verb is: "called", "make"; else "-"
    items: tuple[Item, ...]
    negated: bool
    most: frozenset[str] = frozenset()  # the stems of its superlatives: "the oldest bridge"


def wanted(query: Query) -> Wanted:
    """Return what *query* wants."""
    question = sight(query.text)
    words = reader_words(question.language)
    at = _asking_at(question, words, query.kind)
    asks = words.asking[question.lowers[at]] if at >= 0 else "yesno"
    focus = _focus(question, words, at, asks) if asks in ("what", "who") else -1
    far_back = asks == "how" and query.kind is Kind.WHEN  # "how far back"
    sort, group = ("when", "when") if far_back else _sorted(question, words, at, asks, focus)
    return Wanted(
        sort=sort,
        group=group,
        role=_role(question, at, asks, focus),
        focus=question.stems[focus] if focus >= 0 else "",
        plural=focus >= 0 and question.tags[focus] == "NOUNS",
        adposition=_adposition(question, at),
        verb=_verb(question),
        items=_items(query, question, words, at, focus, sorting=":be" not in sort),
        negated="not" in question.cues,
        most=frozenset([stem for _, stem in ranks(question)]),
    )


def _asking_at(question: Sight, words: ReaderWords, kind: Kind) -> int:
    """The word that asks; the last one where the question opens with a clause of its own ("When it rained, who ...?"), and where it is
    asked for a time the one that does so ("if the mill stood where the park is, in what year ...?")."""
    found = [index for index, lower in enumerate(question.lowers) if lower in words.asking]
    if not found:
        return -1
    first = found[0]
    for index in found[1:]:
        if first == 0 and index > _LATE and "," in question.surfaces[max(0, index - 3) : index]:
            return index
    if kind is Kind.WHEN:
        return next((index for index in found if _asks_time(question, words, index)), first)
    return first


def _asks_time(question: Sight, words: ReaderWords, index: int) -> bool:
    """Whether the word asks when, alone or with the noun behind it: "what year"."""
    return words.asking[question.lowers[index]] == "when" or question.sorts[index + 1 : index + 2] == ("time",)


def _focus(question: Sight, words: ReaderWords, at: int, asks: str) -> int:
    """The noun that names what is asked for, -1 if none: "what CITY", "what kind of ENGINE", "what was the CAPITAL of"."""
    index = at + 1
    size = len(question.tags)
    be = index < size and question.cues[index] in ("is", "become")
    if be:
        index += 1
    elif index < size and (question.tags[index] in ("AUX", "VERB", "VB", "PRON") or asks == "who"):
        return -1
    last = -1
    while index < size and question.tags[index] in _INNER and not (question.tags[index] in _VERBS and last >= 0):
        if question.tags[index] in _NOUNS:
            if question.language == "ru" and last >= 0:
                break
            last = index
        index += 1
    if be and last >= 0 and "VBN" in question.tags[index : index + 2] and "called" not in question.cues[index : index + 2]:
        return -1  # "what were steam engines used as"
    if last >= 0 and question.stems[last] in words.carriers and index < size:
        inner = _focus_behind(question, index if question.language == "en" else last + 1)
        return inner if inner >= 0 else last
    return last


def _focus_behind(question: Sight, index: int) -> int:
    """The noun after "kind of"."""
    size = len(question.tags)
    if index < size and question.tags[index] == "ADP":
        index += 1
    last = -1
    while index < size and question.tags[index] in _INNER:
        if question.tags[index] in _NOUNS:
            last = index
            if question.language == "ru":
                break
        index += 1
    return last


def _sorted(question: Sight, words: ReaderWords, at: int, asks: str, focus: int) -> tuple[str, str]:
    following = question.lowers[at + 1] if at + 1 < len(question.lowers) else ""
    if asks in ("how", "many"):
        measure = words.measures.get(following, "many" if asks == "many" else "")
        return (f"how:{measure}", "number") if measure else ("how", "how")
    if asks != "what":
        return f"{asks}:be" if focus >= 0 else asks, asks
    if focus >= 0:
        sort = words.sorts.get(question.stems[focus], "-")
        be = at + 1 < len(question.cues) and question.cues[at + 1] in ("is", "become")
        group = {"time": "when", "number": "number", "person": "who", "place": "where", "reason": "why"}.get(sort, "what")
        return f"what:{'be:' if be else ''}{sort}", group
    return "what", "what"


def _role(question: Sight, at: int, asks: str, focus: int) -> str:
    """What the answer is to the question's verb, going by what follows the asking word or its noun."""
    if at < 0:
        return "other"
    index = max(at, focus) + 1
    while index < len(question.tags) and question.tags[index] in ("ADV", "NOUN", "NOUNS", "PUNCT") and index < focus + 2:
        index += 1
    if index >= len(question.tags):
        return "object"
    tag, cue = question.tags[index], question.cues[index]
    if tag in _VERBS and tag != "VBN":
        return "subject"
    if cue == "is" or cue == "become":
        after = question.tags[index + 1 : index + 4]
        return "passive" if "VBN" in after[:2] else "subject" if "VBG" in after[:1] else "be"
    if tag == "AUX":
        return (
            "object" if any(tag in _NOUNS or tag in ("DET", "PRON", "ADJ") for tag in question.tags[index + 1 : index + 2]) else "subject"
        )
    return "other"


def _adposition(question: Sight, at: int) -> str:
    if at > 0 and question.tags[at - 1] == "ADP":
        return question.cues[at - 1]
    end = len(question.tags) - 2
    return question.cues[end] if end > at and question.tags[end] == "ADP" else "-"


def _verb(question: Sight) -> str:
    """The cue of the last of the question's verbs that is one."""
    cues = [cue for cue, tag in zip(question.cues, question.tags, strict=True) if tag in _VERBS and cue != "-"]
    return cues[-1] if cues else "-"


def _items(query: Query, question: Sight, words: ReaderWords, at: int, focus: int, *, sorting: bool) -> tuple[Item, ...]:
    terms = set(query.terms)
    found: dict[str, Item] = {}
    named = _entities(query.text, question.language)
    for index, form in enumerate(question.stems):
        if form not in terms or form in found or index == at or (index == focus and question.lowers[index] in words.asked):
            continue
        surface, tag = question.surfaces[index], question.tags[index]
        number = surface[0].isdigit()
        capital = surface[0].isupper() and (index > 0 or tag == "PROPN")
        found[form] = Item(
            surface=surface,
            stem=form,
            concept=named.get(index, question.concepts[index]),
            name=number or capital,
            number=number,
            verb=tag in _VERBS,
            focus=index == focus,
            light=form in words.light or (sorting and index == focus),
        )
    asked = question.stems[focus] if focus >= 0 and question.lowers[focus] in words.asked else ""
    for term in query.terms:
        if term not in found and term != asked:
            number = term[0].isdigit()
            found[term] = Item(term, term, None, name=number, number=number, verb=False, focus=False, light=False)
    return tuple(found.values())


def _entities(text: str, language: str) -> dict[int, str]:
    """The entity that each token of a name of several words belongs to: "Britain" says the "Great" of "Great Britain", too."""
    tokens = tokenize(text)
    names = (mention for mention in lexicon(language).mentions(tokens) if mention.kinds & (Kinds.ENTITY | Kinds.GROUP))
    return {at: mention.concept for mention in names for at in range(mention.first, mention.last) if mention.last - mention.first > 1}
