"""Ask the questions and keep what came of each: the scores, the ranking, and for those that failed all that explains it."""

import multiprocessing
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from datetime import date
from difflib import get_close_matches
from functools import lru_cache
from typing import NamedTuple

from qa_bot.ask import Answerer, Explanation
from qa_bot.deadline import end_with_parent, in_main_thread
from qa_bot.errors import EvaluationError, RetrievalError
from qa_bot.evaluation import retrieval_measures
from qa_bot.evaluation.failures import explain_failure
from qa_bot.evaluation.judge import Judgement, Verdict, amount_of, judge
from qa_bot.evaluation.laws import citation_faults, contract_faults, differences
from qa_bot.evaluation.outcome import Outcome, Run
from qa_bot.evaluation.questions import DECLINING, Question
from qa_bot.schema import Answer, Progress

CHUNK = 8  # questions that a worker is given at a time
PASSAGE = "#p"  # stands in the id of a passage, before its number
MAX_NAMED = 5  # unknown documents that an error names


class How(NamedTuple):
    """How questions are asked."""

    measures: tuple[str, ...] = ()  # of the ranking
    as_of: date | None = None  # for questions that do not say
    twice: bool = False  # ask each again, and see that the answer is the same


def evaluate(
    questions: Sequence[Question],
    opened: Callable[[], Answerer],
    *,
    name: str,
    how: How | None = None,
    workers: int = 1,
    progress: Progress | None = None,
) -> Run:
    """Return what came of *questions*; drafts are left out. *opened* opens the index, once for each of the *workers*.

    Raises EvaluationError when questions name documents that the index does not hold.
    """
    how = how or How()
    asked = [question for question in questions if not question.draft]
    if not asked:
        raise EvaluationError(f"{name}: all questions in it are drafts; say what their answers are, and take draft out")
    answerer = opened()
    check_documents(asked, answerer, name)
    outcomes: list[Outcome] = []
    for outcome in _outcomes(asked, answerer, opened, how, workers):
        outcomes.append(outcome)
        if progress:
            progress(done=len(outcomes), total=len(asked), name=outcome.question)
    manifest = answerer.index.manifest
    return Run(
        name=name,
        index=manifest.fingerprint,
        engine=manifest.engine,
        as_of=how.as_of,
        measures=how.measures,
        outcomes=tuple(_with_retrieval(outcomes, how.measures)),
    )


def _outcomes(asked: Sequence[Question], answerer: Answerer, opened: Callable[[], Answerer], how: How, workers: int) -> Iterator[Outcome]:
    if workers == 1:
        asker = Asker(answerer, how)
        yield from map(asker.ask, asked)
        return
    method = "fork" if "fork" in multiprocessing.get_all_start_methods() else None
    context = multiprocessing.get_context(method)
    try:
        with ProcessPoolExecutor(workers, mp_context=context, initializer=_open, initargs=(opened, how, in_main_thread())) as pool:
            yield from pool.map(_ask, asked, chunksize=CHUNK)
    except BrokenProcessPool:
        raise EvaluationError("a worker was killed, for want of memory perhaps; ask with fewer --workers") from None


_asker: "Asker | None" = None  # of a worker process


def _open(opened: Callable[[], Answerer], how: How, by_main_thread: bool) -> None:
    global _asker
    end_with_parent(by_main_thread=by_main_thread)
    _asker = Asker(opened(), how)


def _ask(question: Question) -> Outcome:
    assert _asker is not None
    return _asker.ask(question)


class Asker:
    """Asks one question after the other of one index, and judges what comes."""

    def __init__(self, answerer: Answerer, how: How) -> None:
        self._answerer = answerer
        self._how = how
        self._depth = retrieval_measures.depth_of(how.measures)
        self.text_of = lru_cache(maxsize=512)(self._text_of)

    def ask(self, question: Question) -> Outcome:
        """Return what came of *question*; an exception is an outcome too, so that it hides no other."""
        as_of = question.as_of or self._how.as_of
        try:
            explained = self._explain(question, as_of)
            again = self._explain(question, as_of).answer if self._how.twice else explained.answer
        except RetrievalError:  # of the index, not of the question
            raise
        except Exception as exc:
            return self._raised(question, exc)
        answer = explained.answer
        found = judge(question.expect, answer)
        citation = citation_faults(answer, self.text_of, (question.question, *question.history))
        contract = (*contract_faults(answer), *differences(answer, again))
        outcome = self._outcome(question).model_copy(
            update={
                "status": answer.status,
                "short": answer.short,
                "figures": tuple(map(amount_of, answer.figures)),
                "shortfalls": found.shortfalls,
                "slots": found.slots,
                "faults": (*citation, *contract),
                "ranking": self._ranking(question, answer, as_of),
                "scores": _scores(question, answer, found) | {"citation": float(not citation), "contract": float(not contract)},
                "took_ms": answer.took_ms,
            }
        )
        if not outcome.failed:
            return outcome
        return outcome.model_copy(update={"failure": explain_failure(question, explained, self._answerer.index)})

    def _explain(self, question: Question, as_of: date | None) -> Explanation:
        return self._answerer.explain(question.question, history=question.history, as_of=as_of, docs=question.docs)

    def _outcome(self, question: Question) -> Outcome:
        return Outcome(
            id=question.id,
            category=question.category,
            question=question.question,
            history=question.history,
            as_of=question.as_of,
            expect=question.expect,
            judged=question.judged,
        )

    def _raised(self, question: Question, error: Exception) -> Outcome:
        """Return the outcome of a question that failed with an error: it scores 0 wherever it would have scored."""
        scores = dict.fromkeys(("passed", *_slots_asked(question)), 0.0) | {"contract": 0.0}
        if question.expect.declines is not None:
            scores |= {"abstention": 0.0, "declined" if question.expect.declines else "answered": 0.0}
        fault = f"raised {type(error).__name__}: {str(error)[:200]}"
        return self._outcome(question).model_copy(update={"faults": (fault,), "scores": scores})

    def _ranking(self, question: Question, answer: Answer, as_of: date | None) -> tuple[tuple[str, float], ...]:
        """Return the documents, or the passages where these were judged, that were found, best first, each once."""
        by_passage = any(PASSAGE in key and self.text_of(key) is None for key in question.judged)
        hits = [(hit.passage_id if by_passage else hit.doc_id, hit.score) for hit in answer.hits if hit.score > 0]
        ranked: dict[str, float] = {}
        for key, score in hits:
            ranked.setdefault(key, score)
        return tuple(ranked.items())[: self._depth]

    def _text_of(self, doc_id: str) -> str | None:
        try:
            return self._answerer.index.document(doc_id).text
        except KeyError:
            return None


def _slots_asked(question: Question) -> list[str]:
    slots = ["value"] if question.expect.value else []
    return slots + [slot for slot in ("bound", "unit", "period", "part_of", "claimant") if getattr(question.expect, slot) is not None]


def _scores(question: Question, answer: Answer, found: Judgement) -> dict[str, float]:
    scores = {slot.slot: float(slot.verdict is Verdict.RIGHT) for slot in found.slots}
    if question.expect:
        scores["passed"] = float(not found.shortfalls)
    if question.expect.declines is not None:
        declined = answer.status in DECLINING
        scores["abstention"] = float(declined == question.expect.declines)
        scores["declined" if question.expect.declines else "answered"] = scores["abstention"]
    return scores


def _with_retrieval(outcomes: Sequence[Outcome], measures: Sequence[str]) -> Iterator[Outcome]:
    judged = {outcome.id: outcome.judged for outcome in outcomes if outcome.judged}
    rankings = {outcome.id: outcome.ranking for outcome in outcomes}
    found = retrieval_measures.values(measures, judged, rankings) if measures else {}
    for outcome in outcomes:
        yield outcome.model_copy(update={"scores": {**outcome.scores, **found.get(outcome.id, {})}})


def check_documents(questions: Sequence[Question], answerer: Answerer, name: str) -> None:
    """Raise EvaluationError when *questions* name documents or passages that the index does not hold."""
    named = {key for question in questions for key in (*question.expect.document, *(key for key, _ in question.relevant))}
    held = {document.doc_id for document in answerer.index.documents()} if named else set()
    passages = [key for key in sorted(named - held) if PASSAGE in key]
    found = {passage.passage_id for passage in answerer.index.passages(passages)}
    unknown = sorted(named - held - found)
    if unknown:
        listed = ", ".join(unknown[:MAX_NAMED]) + (" ..." if len(unknown) > MAX_NAMED else "")
        close = get_close_matches(unknown[0], held, n=1, cutoff=0.7)
        guess = f"did you mean {close[0]}?" if close else "is it for other documents?"
        raise EvaluationError(f"{name} names what is not in the index: {listed}; {guess} See what there is: qa-bot sources")
