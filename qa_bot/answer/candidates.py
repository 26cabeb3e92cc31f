"""The figures held against a question, no further than somebody wants to know.

Most differ from it in a slot, and most answers show none of these: such a figure is left at its first difference, and held against the
other slots only when it may be shown, or counted among the nearest.
"""

from collections.abc import Callable, Iterable, Iterator, Sequence
from contextvars import copy_context
from typing import TypeVar, overload

from qa_bot.answer.scope import Scope
from qa_bot.schema import Candidate, Figure, Fit, Query
from qa_bot.text.kept import kept


class Trial:
    """One figure, and the *slots* that it is held against: (slot, fit, weight of the evidence), worked out one by one."""

    def __init__(
        self, query: Query, scope: Scope, slots: Iterator[tuple[str, Fit, float]], excess: Callable[[], float], hit_score: float
    ) -> None:
        self.figure = scope.figure
        self._query, self._scope, self._slots, self._excess, self._hit_score = query, scope, slots, excess, hit_score
        self._fits: list[tuple[str, Fit]] = []
        self._score = 0.0
        self._different: set[str] = set()
        self._amiss: set[str] = set()  # slots that are different or unknown

    def differs(self, besides: frozenset[str]) -> bool:
        """Return whether a slot is different that is none of *besides*."""
        while self._different <= besides and self._goes_on():
            pass
        return not self._different <= besides

    def is_near(self, slots: int) -> bool:
        """Return whether no more than so many *slots* are different or unknown."""
        while len(self._amiss) <= slots and self._goes_on():
            pass
        return len(self._amiss) <= slots

    def _goes_on(self) -> bool:
        """Hold the figure against the next slot; return whether there was one."""
        held = next(self._slots, None)
        if held is None:
            return False
        slot, fit, weight = held
        self._fits.append((slot, fit))
        self._score += weight
        if fit is Fit.DIFFERENT:
            self._different.add(slot)
        if fit is Fit.DIFFERENT or fit is Fit.UNKNOWN:
            self._amiss.add(slot)
        return True

    @kept
    def candidate(self) -> Candidate:
        """The figure held against all slots."""
        while self._goes_on():
            pass
        scope = self._scope
        return Candidate(
            figure=self.figure,
            fits=tuple(self._fits),
            score=round(self._score - self._excess() + 0.05 * self._hit_score, 6),
            weak=scope.weak,
            distance=scope.distance,
            gap=sum([scope.gap(term) for term in self._query.slots.reason if term not in self.figure.terms.reason]),
            against=tuple(sorted(scope.against)),
        )


_Held = TypeVar("_Held", Trial, Candidate)


class Candidates(Sequence[Candidate]):
    """The candidates of a question, best first; ties fall to the better passage, then the figure id."""

    def __init__(self, trials: Sequence[Trial]) -> None:
        self._trials = trials
        self._context = copy_context()  # with the words of the corpus, for who asks later

    def figures(self) -> list[Figure]:
        """Return the figures, in no order."""
        return [trial.figure for trial in self._trials]

    def fitting(self, besides: frozenset[str] = frozenset()) -> list[Candidate]:
        """Return those that differ in no slot, or in none but *besides*."""
        return _ordered(trial.candidate for trial in self._trials if not trial.differs(besides))

    def near(self, slots: int, said: Callable[[Figure], int]) -> list[Candidate]:
        """Return those of which no more than so many *slots* are different or unknown, as `near` has it."""
        return _ordered(trial.candidate for trial in _foremost(self._trials, said, lambda trial: trial.is_near(slots)))

    def of(self, wanted: Callable[[Figure], bool]) -> list[Candidate]:
        """Return those whose figures are *wanted*."""
        return _ordered(trial.candidate for trial in self._trials if wanted(trial.figure))

    @kept
    def _all(self) -> list[Candidate]:
        return self._context.run(_ordered, (trial.candidate for trial in self._trials))

    def __len__(self) -> int:
        return len(self._trials)

    @overload
    def __getitem__(self, index: int) -> Candidate: ...
    @overload
    def __getitem__(self, index: slice) -> list[Candidate]: ...
    def __getitem__(self, index: int | slice) -> Candidate | list[Candidate]:
        return self._all[index]


def _ordered(candidates: Iterable[Candidate]) -> list[Candidate]:
    return sorted(candidates, key=lambda candidate: (_badness(candidate), -candidate.score, candidate.figure.figure_id))


def _badness(candidate: Candidate) -> tuple[int, int]:
    """How many slots are different, and how many fit loosely."""
    fits = [fit for _, fit in candidate.fits]
    different = fits.count(Fit.DIFFERENT)
    return different, len(fits) - different - fits.count(Fit.SAME)


def fitting(candidates: Sequence[Candidate], besides: frozenset[str] = frozenset()) -> list[Candidate]:
    """Return those of *candidates* that differ in no slot, or in none but *besides*, in their order."""
    if isinstance(candidates, Candidates):
        return candidates.fitting(besides)
    return [candidate for candidate in candidates if besides.issuperset(candidate.slots(Fit.DIFFERENT))]


def near(candidates: Sequence[Candidate], slots: int, said: Callable[[Figure], int]) -> list[Candidate]:
    """Return those of *candidates* of which no more than so many *slots* are different or unknown, in their order: of them the figures of
    which most is *said*, and the others of the documents that these stand in."""
    if isinstance(candidates, Candidates):
        return candidates.near(slots, said)
    return _foremost(candidates, said, lambda candidate: len({*candidate.slots(Fit.DIFFERENT, Fit.UNKNOWN)}) <= slots)


def _foremost(held: Sequence[_Held], said: Callable[[Figure], int], is_near: Callable[[_Held], bool]) -> list[_Held]:
    """Return those of *held* that are near, of documents that have one of which most is *said*; no other document's are held against the
    question, which takes much longer."""
    amounts = [(said(each.figure), each) for each in held]
    for most in sorted({amount for amount, _ in amounts}, reverse=True):
        documents = {each.figure.doc_id for amount, each in amounts if amount == most and is_near(each)}
        if documents:
            return [each for each in held if each.figure.doc_id in documents and is_near(each)]
    return []


def of_figures(candidates: Sequence[Candidate], wanted: Callable[[Figure], bool]) -> list[Candidate]:
    """Return those of *candidates* whose figures are *wanted*, in their order."""
    if isinstance(candidates, Candidates):
        return candidates.of(wanted)
    return [candidate for candidate in candidates if wanted(candidate.figure)]


def figures_of(candidates: Sequence[Candidate]) -> list[Figure]:
    """Return the figures of *candidates*, in no order."""
    return candidates.figures() if isinstance(candidates, Candidates) else [candidate.figure for candidate in candidates]
