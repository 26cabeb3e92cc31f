"""Asking without holding up the event loop: answers are worked out in threads."""

import asyncio
from collections.abc import Callable, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from datetime import date
from functools import partial
from typing import TYPE_CHECKING, Any, ParamSpec, TypeVar

from qa_bot.app import LiveAnswerer
from qa_bot.schema import Answer, Figure, Turn

if TYPE_CHECKING:
    from qa_bot.ask import Explanation
    from qa_bot.retrieval import Index

P = ParamSpec("P")
R = TypeVar("R")

THREADS = 4  # a question that takes a second must not hold up the next; more threads only share the interpreter's lock


class Asking:
    """The live index, asked from coroutines."""

    def __init__(self, answerer: LiveAnswerer) -> None:
        self._answerer = answerer
        self._under_way: set[Future[Any]] = set()
        self._threads = ThreadPoolExecutor(THREADS, thread_name_prefix="answer")

    @property
    def index(self) -> "Index":
        """The live generation. Reading much of it belongs into `aside`."""
        return self._answerer.index

    async def ask(self, question: str, *, previous: Turn | None = None, as_of: date | None = None, docs: Sequence[str] = ()) -> Answer:
        """Return the answer to *question*."""
        return (await self.ask_turn(question, previous=previous, as_of=as_of, docs=docs))[0]

    async def ask_turn(
        self, question: str, *, previous: Turn | None = None, as_of: date | None = None, docs: Sequence[str] = ()
    ) -> tuple[Answer, Turn]:
        """Return the answer, and the turn that a follow-up continues from."""
        return await self.aside(self._answerer.ask_turn, question, previous=previous, as_of=as_of, docs=docs)

    async def vary(self, turn: Turn, *, by: str) -> tuple[Answer, Turn] | None:
        """Return the answer to the question of *turn* for every "period" or "actor" on file; None when that is not two."""
        return await self.aside(self._answerer.vary, turn, by=by)

    async def row(self, turn: Turn, *, by: str) -> tuple[Figure, ...]:
        """Return the figures that `vary` would show."""
        return await self.aside(self._answerer.row, turn, by=by)

    async def explain(self, question: str, *, previous: Turn | None = None, as_of: date | None = None) -> "Explanation":
        """Return the answer with all that led to it."""
        return await self.aside(self._answerer.explain, question, previous=previous, as_of=as_of)

    async def aside(self, work: Callable[P, R], *args: P.args, **named: P.kwargs) -> R:
        """Return what *work* returns, called in a thread of the same pool."""
        working = self._threads.submit(partial(work, *args, **named))
        self._under_way.add(working)
        working.add_done_callback(self._under_way.discard)
        return await asyncio.wrap_future(working)

    def close(self) -> bool:
        """Let the threads go; return False when one is still at work, and would keep the process from ending."""
        self._threads.shutdown(wait=False, cancel_futures=True)
        return not self._under_way
