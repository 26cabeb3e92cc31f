"""Asking without holding up the event loop: answers are worked out in threads."""

import asyncio
from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor
from functools import partial
from typing import TYPE_CHECKING, Any, NamedTuple, ParamSpec, TypeVar

from qa_bot.app import LiveAnswerer
from qa_bot.examples import examples
from qa_bot.schema import Answer, Figure, Turn
from qa_bot.telegram.topic import on_topic

if TYPE_CHECKING:
    from qa_bot.ask import Explanation
    from qa_bot.retrieval import Index

P = ParamSpec("P")
R = TypeVar("R")

THREADS = 4  # a question that takes a second must not hold up the next; more threads only share the interpreter's lock
# Seconds after which a question no longer holds up the next. Answered by four threads at once, 300 questions took as long as by one, and
# the process 20 MB more afterwards: each thread has its own stretches of memory, and of each something stays in use.
QUICK = 0.03


class Surroundings(NamedTuple):
    """An answer, its hits those on its topic, and its turn; of its figure in other periods and of other actors, as many as were found."""

    answer: Answer
    turn: Turn
    periods: tuple[Figure, ...]
    actors: tuple[Figure, ...]


class Asking:
    """The live index, asked from coroutines."""

    def __init__(self, answerer: LiveAnswerer) -> None:
        self._answerer = answerer
        self._under_way: set[Future[Any]] = set()
        self._turn = asyncio.Lock()
        self._at_first: Future[Any] | None = None
        self._first = ThreadPoolExecutor(1, thread_name_prefix="answer")
        self._further = ThreadPoolExecutor(THREADS - 1, thread_name_prefix="answer-beside")  # while the first is at something long

    @property
    def index(self) -> "Index":
        """The live generation. Reading much of it belongs into `aside`."""
        return self._answerer.index

    async def ask(self, question: str) -> Answer:
        """Return the answer to *question*, with hits that are on its topic."""
        return await self.aside(lambda: on_topic(self._answerer.explain(question)))

    async def vary(self, turn: Turn, *, by: str) -> tuple[Answer, Turn] | None:
        """Return the answer to the question of *turn* for every "period" or "actor" on file; None when that is not two."""
        return await self.aside(self._answerer.vary, turn, by=by)

    async def examples(self, language: str) -> tuple[str, ...]:
        """Return questions that the index answers, in *language* if it can."""
        return await self.aside(examples, self._answerer, language)

    async def unabridged(self, question: str, turn: Turn) -> Answer:
        """Return the answer to *question*, which was read as in *turn*, with all the figures that fit."""
        return await self.aside(self._answerer.unabridged, question, turn)

    async def ask_around(self, question: str, *, previous: Turn | None = None) -> Surroundings:
        """Return the answer, the turn that a follow-up continues from, and what stands beside it on file."""
        return await self.aside(self._look_around, question, previous)

    def _look_around(self, question: str, previous: Turn | None) -> Surroundings:
        explained = self._answerer.explain(question, previous=previous)
        by = explained.answer.by
        return Surroundings(
            on_topic(explained),
            explained.turn,
            periods=() if by == "period" else self._answerer.row(explained, by="period"),
            actors=() if by in ("actor", "place") else self._answerer.row(explained, by="actor"),
        )

    async def explain(self, question: str, *, previous: Turn | None = None) -> "Explanation":
        """Return the answer with all that led to it."""
        return await self.aside(self._answerer.explain, question, previous=previous)

    async def aside(self, work: Callable[P, R], *args: P.args, **named: P.kwargs) -> R:
        """Return what *work* returns, called in a thread: one after the other as long as they are quick, else several at once."""
        async with self._turn:
            threads = self._further if self._at_first is not None and not self._at_first.done() else self._first
            working = threads.submit(partial(work, *args, **named))
            self._under_way.add(working)
            working.add_done_callback(self._under_way.discard)
            if threads is self._first:
                self._at_first = working
            waiting = asyncio.wrap_future(working)
            await asyncio.wait((waiting,), timeout=QUICK)
        return await waiting

    def close(self) -> bool:
        """Let the threads go; return False when one is still at work, and would keep the process from ending."""
        for threads in (self._first, self._further):
            threads.shutdown(wait=False, cancel_futures=True)
        return not self._under_way
