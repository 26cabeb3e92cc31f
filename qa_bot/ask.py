"""How a question becomes an answer: understand it, search the passages, hold their figures against it slot by slot, read the sentences
that may answer in words, compose. "Today" comes in as *as_of*; the clock is asked only how long it took.
"""

import sys
import time
from collections.abc import Sequence
from datetime import date
from typing import NamedTuple

from qa_bot.answer import alike, compose, decline, glance, identified, join, left_aside, match, plan, read, tells_of
from qa_bot.question import understand, varied
from qa_bot.retrieval import Index
from qa_bot.schema import Answer, Candidate, Figure, Filter, Hit, Kind, Operation, Query, Status, Turn
from qa_bot.text.lexicon import using

MAX_HISTORY = 8  # earlier questions that a stateless caller's history replays
GLANCED_AT = 8  # figures, from which it is told whether there is a row: 34 took as long as half an answer
MAX_QUESTION = 1000  # characters; what is longer is a text, not a question


class Explanation(NamedTuple):
    """How an answer came about: the question as read, the passages found, every figure with its fit."""

    query: Query
    hits: tuple[Hit, ...]
    candidates: Sequence[Candidate]
    answer: Answer
    turn: Turn


class _Within(NamedTuple):
    """What a search is limited to, and whether nobody said which day "last week" is seen from."""

    docs: tuple[str, ...]
    only: tuple[Filter, ...]
    assumed: bool


class Answerer:
    """Answers questions from one generation of an index."""

    def __init__(self, index: Index, *, top_k: int = 50, only: Filter | None = None) -> None:
        self.index = index
        self.top_k = top_k
        self.only = only  # of every question, beside what is said with it

    def ask(
        self,
        question: str,
        *,
        history: Sequence[str] = (),
        previous: Turn | None = None,
        as_of: date | None = None,
        docs: Sequence[str] = (),
        only: Filter | None = None,
    ) -> Answer:
        """Return the answer to *question*.

        *history* holds the earlier questions of the same conversation, oldest first; a caller that keeps the turns gives *previous*
        instead. *as_of* is the day that "last year" is seen from, today if missing; *docs* limits the search to doc_ids or globs,
        and *only* to documents by publisher, language or day of publication.
        """
        return self.explain(question, history=history, previous=previous, as_of=as_of, docs=docs, only=only).answer

    def ask_turn(
        self,
        question: str,
        *,
        previous: Turn | None = None,
        as_of: date | None = None,
        docs: Sequence[str] = (),
        only: Filter | None = None,
    ) -> tuple[Answer, Turn]:
        """Return the answer, and the turn that a follow-up question continues from."""
        explanation = self.explain(question, previous=previous, as_of=as_of, docs=docs, only=only)
        return explanation.answer, explanation.turn

    def vary(self, turn: Turn, *, by: str) -> tuple[Answer, Turn] | None:
        """Return the answer to the question of *turn* asked for every "period", or every "actor", on file; None when that is not two."""
        if not turn.figures:
            return None
        with using(self.index.lexicons):
            query = varied(turn.query, by=by)
            hits = alike(self.index.search(query, top_k=self.top_k), turn.figures[0], by=by)
            candidates = match(query, hits)
            if not _rows(query, candidates, by):
                return None
            answer, figures = compose(query, hits, candidates, (), documents=self.index.document, most=None)
            aside = left_aside(hits, figures, query.language) if by == "period" else ""
            answer = answer.model_copy(update={"notes": (*answer.notes, *filter(None, (aside,)))})
        known = identified(answer, question=turn.query.text, index=self.index.fingerprint, took_ms=0.0)
        return known, Turn(query=query, figures=figures)

    def unabridged(self, question: str, turn: Turn) -> Answer:
        """Return the answer to *question*, which was read as in *turn*, with all the figures that fit, however many these are."""
        asked = turn.whole or turn.query
        answers: list[Answer] = []
        figures: tuple[Figure, ...] = ()  # of the part before, which "of those" means
        with using(self.index.lexicons):
            for query in asked.parts or (asked,):
                hits = self.index.search(query, top_k=self.top_k)
                found = compose(query, hits, match(query, hits), read(query, hits), bound=figures, documents=self.index.document, most=None)
                answers.append(found[0])
                figures = found[1]
        answer = answers[0] if len(answers) == 1 else join(asked, answers)
        return identified(answer, question=question, index=self.index.fingerprint, took_ms=0.0)

    def row(self, explained: Explanation, *, by: str) -> tuple[Figure, ...]:
        """Return figures that `vary` would show, as far as the passages found already hold them: enough to tell whether there are any.

        It takes a quarter of the time, and told the same as `vary` of each of 398 questions.
        """
        figures = explained.turn.figures if explained.answer.figures else ()  # "thank you" has the turn before it, and no row
        hits = glance(alike(explained.hits, figures[0], by=by), by=by, most=GLANCED_AT) if figures else []
        if not hits:
            return ()
        with using(self.index.lexicons):
            query = varied(explained.turn.query, by=by)
            return _rows(query, match(query, hits), by)

    def explain(
        self,
        question: str,
        *,
        history: Sequence[str] = (),
        previous: Turn | None = None,
        as_of: date | None = None,
        docs: Sequence[str] = (),
        only: Filter | None = None,
    ) -> Explanation:
        """Return the answer to *question* with everything that led to it."""
        today = as_of or date.today()  # noqa: DTZ011 - "this year" is the asker's: the day where the program runs
        within = _Within(tuple(docs), tuple(each for each in (self.only, only) if each is not None), as_of is None)
        with using(self.index.lexicons):
            for earlier in history[-MAX_HISTORY:]:
                previous = self._explain(earlier, previous, today, within).turn
            return self._explain(question, previous, today, within)

    def _explain(self, question: str, previous: Turn | None, as_of: date, within: "_Within") -> Explanation:
        started = time.perf_counter()
        left: list[str] = []
        question = question.encode("utf-8", "replace").decode("utf-8")  # half a surrogate pair is no text, and no JSON
        query = understand(question[:MAX_QUESTION], previous=previous, words=self.index, as_of=as_of, **within._asdict())
        if len(question) > MAX_QUESTION:
            explained = [self._explain_query(query, previous, too_long=True)]
        elif query.operation is Operation.DIFFERENCE and query.parts:
            explained = [self._explain_query(part, previous) for part in query.parts]
        elif query.parts:
            explained, left = self._explain_parts(query, previous, as_of, within)
        else:
            explained = [self._explain_query(query, previous)]
        answer, turn = explained[0].answer, explained[-1].turn
        if len(explained) > 1 or left:
            query = query.model_copy(update={"parts": tuple(each.query for each in explained)})
            answer, turn = join(query, [each.answer for each in explained], left=left), turn.model_copy(update={"whole": query})
        took = 1000 * (time.perf_counter() - started)
        _log(answer, query, took)
        answer = identified(answer, question=question, index=self.index.fingerprint, took_ms=took)
        return explained[-1]._replace(query=query, answer=answer, turn=turn)

    def _explain_parts(self, query: Query, previous: Turn | None, as_of: date, within: "_Within") -> tuple[list[Explanation], list[str]]:
        """Ask the parts of *query* one after the other, each as a follow-up of the one before and of its documents; of all where it names
        something of its own that these do not tell. Return also those that were left: they lean on a part without an answer, or only say
        the same again."""
        explained = [self._explain(query.parts[0].text, previous, as_of, within)]
        of_them = within._replace(docs=_told_in(explained[0]))
        left: list[str] = []
        for part in query.parts[1:]:
            before = explained[-1]
            if before.answer.status is Status.NOT_FOUND and part.continues and part.kind not in (Kind.COUNT, Kind.SHARE):
                left.append(part.text)
                continue
            found = self._explain(part.text, before.turn, as_of, of_them)
            if part.names or part.period is not None:  # "the fair" is that of what was asked before, "the fair of Lorn" is not
                own = {*part.things} - {*query.parts[0].things}
                if found.answer.status is Status.NOT_FOUND or not tells_of(found.hits, own):
                    found = self._explain(part.text, before.turn, as_of, within)
            elif _says_again(found, explained):
                left.append(part.text)
                continue
            explained.append(found)
        return explained, left

    def _explain_query(self, query: Query, previous: Turn | None, *, too_long: bool = False) -> Explanation:
        hits = self.index.search(query, top_k=self.top_k)
        candidates: Sequence[Candidate] = ()
        figures: tuple[Figure, ...] = ()
        if too_long or not query.asks_something:
            answer = decline(query, hits, too_long=MAX_QUESTION if too_long else None)
        else:
            candidates = match(query, hits)
            bound = previous.figures if previous is not None else ()
            answer, figures = compose(query, hits, candidates, read(query, hits), bound=bound, documents=self.index.document)
        turn = previous if previous is not None and not query.asks_something else Turn(query=query, figures=figures)
        return Explanation(query=query, hits=tuple(hits), candidates=candidates, answer=answer, turn=turn)


def _told_in(explained: Explanation) -> tuple[str, ...]:
    """Return the documents that answer a question, or the one that says most of it."""
    cited = dict.fromkeys(citation.doc_id for citation in explained.answer.citations)
    return tuple(cited) if explained.answer.status is not Status.NOT_FOUND else tuple(hit.passage.doc_id for hit in explained.hits[:1])


def _says_again(found: Explanation, before: Sequence[Explanation]) -> bool:
    """Return whether an answer is nothing but the figures of one *before*, to another question; whoever says so may be asked."""
    if found.query.kind is Kind.WHO:
        return False
    figures = {figure.figure_id for figure in found.answer.figures}
    return bool(figures) and any(figures == {figure.figure_id for figure in each.answer.figures} for each in before)


def _rows(query: Query, candidates: Sequence[Candidate], by: str) -> tuple[Figure, ...]:
    planned = plan(query, candidates, (), ())
    return tuple(planned.figures) if planned.by == by and len(planned.figures) > 1 else ()


def _log(answer: Answer, query: Query, took: float) -> None:
    """Log a line a question, without its text. Who wants to see it has imported `logging`, which takes as long as finding the answer."""
    if "logging" in sys.modules:
        import logging

        logging.getLogger(__name__).info("%s, %s, %d hits, %.1f ms", answer.status, query.kind, len(answer.hits), took)
