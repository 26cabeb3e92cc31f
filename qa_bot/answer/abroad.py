"""A figure of a text in another language than the question's, worded for the question.

What the lexicon knows in both languages - deeds, states, offices - is said in the question's language; phrases of the text are quoted.
"""

from collections.abc import Sequence

from qa_bot.answer.phrases import say, wording
from qa_bot.schema import Claimant, Figure
from qa_bot.text.lexicon import Kinds, lexicon
from qa_bot.text.tagger import features
from qa_bot.text.tokens import tokenize

_ADJECTIVES = {"ий": "ие", "ый": "ые", "ой": "ые"}  # one of them, and several


def abroad(figure: Figure, language: str) -> Figure:
    """Return *figure* with what it shows worded in *language*: "отказано", "Швейцария", «requests for extradition»."""
    terms, counted = figure.terms, figure.counted
    placed = {
        "action": _deed(figure, language) if not _within(figure.action, counted) else None,
        "actor": _named(figure.actor, terms.actor, language) if not _within(figure.actor, counted) else None,
        "place": _named(figure.place, terms.place, language) if not _within(figure.place, counted) else None,
        "direction": _way(figure, language) if not _within(figure.direction, counted) else None,
        "counted": _thing(figure, language),
        "circumstance": quoted(figure.circumstance, language) if figure.circumstance else None,
        "claimant": _office(figure.claimant, figure.language, language) if figure.claimant else None,
        "reason": figure.reason if not _within(figure.reason, counted) else None,
    }
    return figure.model_copy(update=placed)


def _thing(figure: Figure, language: str) -> str | None:
    """What is counted: people and times by their words, any other phrase as the text has it."""
    if figure.counted is None:
        return None
    alone = len(figure.counted.split()) == 1 and not figure.terms.counted
    said = wording(language)["counted"].get(figure.unit or "") if alone else None
    return said or quoted(figure.counted, language)


def quoted(text: str, language: str) -> str:
    return say(language, "quoted", text=text)


def _within(words: str | None, counted: str | None) -> bool:
    return words is None or (counted is not None and words.lower() in counted.lower())


def _deed(figure: Figure, language: str) -> str | None:
    """What was done, as the lexicon of *language* says it of things: what was refused or granted before what else was done."""
    told = [term for term in figure.terms.action if not _wants_object(term, figure)]
    known = [action for term in told if (action := lexicon(language).action(term)) is not None]
    if not known:
        return quoted(figure.action, language) if figure.action else None
    return next((action for action in known if action.polarity), known[-1]).done


def _wants_object(term: str, figure: Figure) -> bool:
    """Whether the word of the text may mean something else than *term*, since nothing is said of its object: "сдать [экзамен]"."""
    lists = lexicon(figure.language)
    phrases = [word.split(" ") for word in lists.words(term)]
    completed = {tail[0] for verb, *tail in phrases if tail and [verb] in phrases}
    objects = {word for word in completed if "NOUN" in features(word, figure.language)}
    said = {*figure.terms.head, *figure.terms.counted, *figure.terms.other, *figure.terms.sentence, *figure.terms.context}
    return bool(objects) and said.isdisjoint(lists.concept(word) for word in objects)


def _named(text: str | None, terms: Sequence[str], language: str) -> str | None:
    """A state, or the states of a group, by their names in *language*; else the words of the text."""
    if text is None:
        return None
    return names(terms, language) or quoted(text, language)


def _first(concept: str, language: str, *, noun: bool) -> str | None:
    wanted = Kinds.NOMINAL if noun else Kinds.ADJECTIVAL
    for word in lexicon(language).words(concept):
        tokens = tokenize(word)
        if any(mention.last == len(tokens) and mention.kinds & wanted for mention in lexicon(language).mentions(tokens)):
            return word
    return None


def names(terms: Sequence[str], language: str) -> str | None:
    """Return what *terms* name, where it is one state or the states of one group: "Швейцария", "европейские страны"; else None."""
    if len(terms) == 1 and terms[0].startswith("@"):
        return next(iter(lexicon(language).words(terms[0])), None)
    if len(terms) == 2 and terms[0].startswith("@") and terms[1] == "country":
        group = _first(terms[0], language, noun=False)
        return say(language, "states_of", group=_plural(group) if language == "ru" else group) if group else None
    return None


def _plural(adjective: str) -> str:
    ending = adjective[-2:]
    soft = adjective[-3:-2] in "кгх" and ending == "ой"
    return adjective[:-2] + ("ие" if soft else _ADJECTIVES.get(ending, ending))


def _way(figure: Figure, language: str) -> str | None:
    if figure.direction is None:
        return None
    ways = [term.partition(":") for term in figure.terms.direction]
    name = names([end for _, _, end in ways], language)
    if name is None or {way for way, _, _ in ways} - {"to", "from"}:
        return quoted(figure.direction, language)
    return say(language, f"way_{ways[0][0]}", place=name)


def _office(claimant: Claimant, spoken: str, language: str) -> Claimant:
    """The claimant by the name that its office has in *language*; a person keeps the name of the text."""
    tokens = tokenize(claimant.name)
    mention = lexicon(spoken).opening(tokens)
    if mention is None or mention.last != len(tokens) or not mention.kinds & Kinds.ORGANISATION:
        return claimant
    return claimant.model_copy(update={"name": next(iter(lexicon(language).words(mention.concept)), claimant.name)})
