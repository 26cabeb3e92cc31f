"""Questions to begin with: worded from the figures of the index, and asked, so that each has its answer.

A figure is asked for by what it counts, with its modifiers, by what was done, where and when; one of which more would have to be said
is left out.
"""

import re
from collections import Counter
from collections.abc import Iterator, Mapping
from typing import NamedTuple, Protocol

from qa_bot.answer.phrases import wording
from qa_bot.answer.rows import counted_in_row, row_name
from qa_bot.answer.wording import inside
from qa_bot.retrieval import Index
from qa_bot.schema import Answer, Basis, Document, Figure, Measure, Status
from qa_bot.text.analysis import analyse
from qa_bot.text.functions import functions
from qa_bot.text.language import language_of
from qa_bot.text.lemmas import is_participle
from qa_bot.text.lexicon import Kinds, lexicon, using
from qa_bot.text.syntax import parse
from qa_bot.text.tokens import tokenize

EXAMPLES = 3
TRIED = 40  # figures, each with up to three questions of some milliseconds
SPREAD = 1500  # figures of the whole index that are looked at: reading one takes 50 µs
LONGEST = 70  # characters of a question, which stands on a button
_COUNTED = 5  # words, at most; a longer phrase makes a question that nobody would ask
_DEED = re.compile(r"((?:\s[^\W\d]+){1,4})[.,;]")  # what follows the counted phrase to the end of its clause: " were late."
_AMOUNTS = (Measure.MONEY, Measure.SHARE, Measure.QUANTITY)
_MORE = ("adjuncts", "reason", "direction")  # what a short question leaves unsaid


class Asked(Protocol):
    """What answers, over which index; `app.LiveAnswerer` and `ask.Answerer` do."""

    @property
    def index(self) -> Index: ...

    def ask(self, question: str) -> Answer: ...


class _Try(NamedTuple):
    """A figure and how it may be asked for, the best question first; the lower *rank*, the better it reads."""

    figure: Figure
    questions: tuple[str, ...]
    rank: int


def examples(answers: Asked, language: str, *, most: int = EXAMPLES) -> tuple[str, ...]:
    """Return questions that the documents answer: in *language* and of different documents and things, where there are such.

    First come those that one figure answers, then those that several do.
    """
    alone: dict[tuple[str, ...], str] = {}
    spare: list[str] = []
    asked: set[str] = set()
    for tried in _in_turn(_tries(answers.index, language))[:TRIED]:
        thing = _thing(tried.figure)
        for question in tried.questions:
            answer = None if question in asked or len(asked) == TRIED else answers.ask(question)
            asked.add(question)
            if answer is None or answer.status is not Status.ANSWERED or not _is_of(answer, question, tried.figure):
                continue
            if len(answer.figures) > 1 or thing in alone:
                spare.append(question)
            else:
                alone[thing] = question
            break
        if len(alone) == most:
            break
    return tuple(dict.fromkeys((*alone.values(), *spare)))[:most]


def leads_nowhere(answer: Answer) -> bool:
    """Whether *answer* has nothing to look at, neither an answer nor what comes near it."""
    return answer.status in (Status.NOT_FOUND, Status.UNCLEAR) and not answer.nearest and not answer.related


def with_examples(answer: Answer, answers: Asked) -> Answer:
    """Return *answer* with questions to choose from that the documents answer, where it leads nowhere."""
    return answer.model_copy(update={"choices": examples(answers, answer.language)}) if leads_nowhere(answer) else answer


def _thing(figure: Figure) -> tuple[str, ...]:
    return figure.doc_id, *figure.terms.head


def _is_of(answer: Answer, question: str, figure: Figure) -> bool:
    """Whether *answer* to *question* is *figure*, or several that count the same where it names no claimant."""
    if any(shown.figure_id == figure.figure_id for shown in answer.figures):
        return len(answer.figures) == 1 or not _names_claimant(question, figure)
    counted = {shown.counted for shown in answer.figures}
    return len(answer.figures) > 1 and counted == {figure.counted} and not _names_claimant(question, figure)


def _names_claimant(question: str, figure: Figure) -> bool:
    return figure.claimant is not None and figure.claimant.name in question


def _in_turn(tries: list[_Try]) -> list[_Try]:
    """Return *tries* so that each document, and in it each thing that is counted, has its turn."""
    had: Counter[tuple[str, ...]] = Counter()
    placed: list[tuple[int, int, int, _Try]] = []
    once: dict[tuple[str, ...], _Try] = {}
    for tried in tries:
        once.setdefault(tried.questions, tried)
    for tried in sorted(once.values(), key=lambda tried: tried.rank):
        document, thing = (tried.figure.doc_id,), (*_thing(tried.figure), "")
        placed.append((had[thing], had[document], len(placed), tried))
        had.update((document, thing))
    return [tried for *_, tried in sorted(placed, key=lambda each: each[:3])]


def _tries(index: Index, language: str) -> list[_Try]:
    """Return figures with the questions that may ask for them, those in *language* where there are any."""
    with using(index.lexicons):
        found = list(_worded(index))
    own = [tried for tried in found if tried.figure.language == language]
    return own or found


def _worded(index: Index) -> Iterator[_Try]:
    for figure in index.spread(SPREAD):
        rank = _rank(figure)
        if rank is None:
            continue
        questions = tuple(question for question in _questions(figure, index.document(figure.doc_id)) if len(question) <= LONGEST)
        if questions:
            yield _Try(figure, questions, rank)


def _rank(figure: Figure) -> int | None:
    """Return how well a short question for *figure* reads, 0 best; None where none would."""
    period, counted = figure.period, counted_in_row(figure)
    in_words = counted.replace("-", "").replace(" ", "").isalpha() and language_of(counted) == figure.language
    if (
        not in_words
        or not analyse(counted.split()[-1])
        or len(counted.split()) > _COUNTED
        or figure.modality is not None
        or figure.negative
        or figure.value <= 1
    ):
        return None
    if not figure.terms.head:
        return None
    more = 6 * (figure.part_of is not None or any(getattr(figure.terms, slot) for slot in _MORE))
    if period is not None and (period.start is None or period.basis not in (Basis.STATED, Basis.CONTEXT)):
        return None
    if figure.measure is not Measure.COUNT:
        return more + 4 + (period is None) if figure.measure in _AMOUNTS and not figure.per else None
    return more + 2 * (period is None) + bool(figure.label or not figure.action) + bool(figure.terms.other)


def _questions(figure: Figure, document: Document) -> Iterator[str]:
    """Yield questions for *figure*: with the words behind what is counted, with what was done, with neither where nothing was."""
    words = wording(figure.language)["asked"]
    counted, when = _in_sentence(counted_in_row(figure), figure), _when(figure, words)
    if when is None or not _reads(counted, figure):
        return
    if figure.measure is not Measure.COUNT:
        yield words["amount"].format(counted=counted, period=when)
        return
    row = row_name(figure) or (figure.place if figure.label else None)
    if row and not functions(figure.language)["totals"].isdisjoint(token.lower for token in tokenize(row)):
        return  # "in Total"
    if row:
        if row.replace(" ", "").isalpha() and row[:1].isupper():
            yield words["row"].format(counted=counted, row=row, period=when)
        yield words["several"].format(counted=counted, period=when)
        return
    claimant = figure.claimant
    if claimant is not None and claimant.basis is Basis.STATED and not figure.actor and not figure.action:
        yield words["claimed"].format(counted=counted, period=when, claimant=claimant.name)
    quote = document.text[figure.quote.start : figure.quote.end]
    follows = _DEED.match(quote.partition(figure.counted or counted)[2])
    if follows and _says_deed(follows[1], figure.language):
        yield words["deed"].format(counted=counted, deed=follows[1], period=when)
    itself = {*figure.terms.action} <= {*figure.terms.head}  # robberies were not robbed
    if figure.action and not itself and figure.action in functions(figure.language).get("happened", ()):
        yield words["deed"].format(counted=counted, deed=f" {figure.action}", period=when)
    elif figure.action and not itself and _is_done(figure.action, figure.language, words) and not _says_more(figure, quote):
        way = f" {figure.direction}" if figure.direction and figure.language == "en" else ""
        if figure.actor and "done_by" in words:
            yield words["done_by"].format(counted=counted, action=f"{figure.action}{way}", actor=inside(figure.actor), period=when)
        yield words["done"].format(counted=counted, action=f"{figure.action}{way}", period=when)
    elif itself:
        yield words["several"].format(counted=counted, period=when)


def _in_sentence(counted: str, figure: Figure) -> str:
    """What a row, a header or the first words of a sentence count, as they stand inside one: "robberies", but "TEU"."""
    first = tokenize(counted)[:1]
    known = lexicon(figure.language).opening([first[0]._replace(surface=first[0].lower)]) if first else None
    common = known is not None and bool(known.kinds & Kinds.NOMINAL) and not known.kinds & (Kinds.ENTITY | Kinds.GROUP)
    return counted[:1].lower() + counted[1:] if common and counted[:1].isupper() and counted[1:2].islower() else counted


def _when(figure: Figure, words: Mapping[str, str]) -> str | None:
    """Return the period as a question has it, with a space before; None for one that cannot be put so."""
    surface = figure.period.surface if figure.period is not None else ""
    if not surface:
        return ""
    if surface.isdigit() and len(surface) == 4:
        return f" {words['year'].format(year=surface)}"
    first, _, rest = surface.partition(" ")
    led = first.casefold() in words["leads"].split() and any(map(str.isdigit, rest))
    return f" {first.casefold()} {rest}" if led else None


def _reads(counted: str, figure: Figure) -> bool:
    """Whether *counted* may stand behind "how many", as a plural, or behind "what was the"; in Russian, in the genitive."""
    syntax = parse(counted, 0, len(counted), figure.language)
    if figure.language != "ru":
        plural = "NOUNS" in syntax.tags or figure.unit not in (None, counted.split()[-1].lower())  # a header alone may look like a verb
        return figure.measure is not Measure.COUNT or plural
    from qa_bot.text.morphology import readings  # loads a dictionary, which only Russian documents need

    case, number = ("gent", "plur") if figure.measure is Measure.COUNT else ("nomn", "sing")
    nouns = [at for at, tag in enumerate(syntax.tags) if tag.startswith(("NOUN", "PROPN"))]
    until = nouns[0] + 1 if nouns else 0
    forms = [{(one.form.case, one.form.number) for one in readings(token.lower)} for token in syntax.tokens[:until]]
    return bool(forms) and all((case, number) in form for form in forms)


def _says_more(figure: Figure, quote: str) -> bool:
    """Whether the clause names a thing beside what is counted that is no adjunct: "asylum" in "granted asylum to 1,204 people"."""
    terms = figure.terms
    said = {*terms.head, *terms.counted, *terms.actor, *terms.place, *terms.reason, *terms.action}
    beside = set(terms.other) - said - {adjunct.partition(":")[2] for adjunct in terms.adjuncts}
    syntax = parse(quote, 0, len(quote), figure.language) if beside else None
    return syntax is not None and any(
        concept in beside and tag.startswith("NOUN") for concept, tag in zip(syntax.concepts, syntax.tags, strict=True)
    )


def _is_done(action: str, language: str, words: Mapping[str, str]) -> bool:
    return is_participle(action) if language == "en" else action.endswith(tuple(words["deed_ends"].split()))


def _says_deed(words: str, language: str) -> bool:
    """Whether *words* go on with a verb, as " were late" does and " of the city" does not."""
    return parse(words, 0, len(words), language).tags[0] in ("VERB", "AUX")
