"""Two runs over the same questions: by how much each measure differs, whether by more than chance, and which questions moved."""

from collections.abc import Sequence

from qa_bot.errors import EvaluationError
from qa_bot.evaluation.outcome import Outcome, Run
from qa_bot.evaluation.scores import LATENCIES, measures_of, score
from qa_bot.evaluation.statistics import LEVEL, randomisation_test
from qa_bot.schema import Record

_SMALLEST = 1e-9  # a difference below it is rounding


class Difference(Record):
    """One measure, over the questions that it bears on in both runs."""

    measure: str
    questions: int
    before: float
    after: float
    better: int  # questions
    worse: int
    probability: float | None  # of a difference at least as large by chance; None for latencies, which are not tested

    @property
    def significant(self) -> bool:
        """Whether chance is an unlikely reason."""
        return self.probability is not None and self.probability < 1 - LEVEL


class Move(Record):
    """A question that got better or worse, with the measures that say so and both answers."""

    id: str
    category: str
    question: str
    measures: tuple[tuple[str, float, float], ...]  # name, before, after; the weightiest first
    before: str
    after: str
    reasons: tuple[str, ...]  # what is wrong with the answer after


class Comparison(Record):
    """What changed from one run to another."""

    before: str
    after: str
    questions: int  # in both
    left_out: int  # in one of them only
    differences: tuple[Difference, ...]
    better: tuple[Move, ...]
    worse: tuple[Move, ...]


def compare(before: Run, after: Run) -> Comparison:
    """Return what changed from *before* to *after*, over the questions in both; raise EvaluationError when there are none."""
    others = after.by_id()
    pairs = [(outcome, others[outcome.id]) for outcome in before.outcomes if outcome.id in others]
    if not pairs:
        raise EvaluationError(f"{before.name} and {after.name} have no question in common; they are matched by id")
    measures = [name for name in measures_of(after) if name in measures_of(before)]
    moves = [(direction, _move(one, two, measures)) for one, two in pairs if (direction := _direction(one, two, measures))]
    return Comparison(
        before=before.name,
        after=after.name,
        questions=len(pairs),
        left_out=len(before.outcomes) + len(after.outcomes) - 2 * len(pairs),
        differences=tuple(found for name in measures if (found := _difference(name, pairs)) is not None),
        better=tuple(move for direction, move in moves if direction > 0),
        worse=tuple(move for direction, move in moves if direction < 0),
    )


def _difference(measure: str, pairs: Sequence[tuple[Outcome, Outcome]]) -> Difference | None:
    if measure in LATENCIES:
        before, after = score([one for one, _ in pairs], measure), score([two for _, two in pairs], measure)
        if before is None or after is None:
            return None
        moved: list[float] = []
        values = (before.value, after.value, min(before.questions, after.questions))
    else:
        both = [(one.scores[measure], two.scores[measure]) for one, two in pairs if measure in one.scores and measure in two.scores]
        if not both:
            return None
        moved = [new - old for old, new in both]
        values = (sum(old for old, _ in both) / len(both), sum(new for _, new in both) / len(both), len(both))
    return Difference(
        measure=measure,
        questions=values[2],
        before=round(values[0], 6),
        after=round(values[1], 6),
        better=sum(value > _SMALLEST for value in moved),
        worse=sum(value < -_SMALLEST for value in moved),
        probability=None if measure in LATENCIES else round(randomisation_test(moved), 6),
    )


def _changed(before: Outcome, after: Outcome, measures: Sequence[str]) -> list[tuple[str, float, float]]:
    both = ((name, before.scores[name], after.scores[name]) for name in measures if name in before.scores and name in after.scores)
    return [(name, old, new) for name, old, new in both if abs(new - old) > _SMALLEST]


def _direction(before: Outcome, after: Outcome, measures: Sequence[str]) -> float:
    """Return above 0 when the question got better, below 0 when worse: by the first measure that moved, whether it passed before all."""
    changed = _changed(before, after, measures)
    return changed[0][2] - changed[0][1] if changed else 0.0


def _move(before: Outcome, after: Outcome, measures: Sequence[str]) -> Move:
    return Move(
        id=after.id,
        category=after.category,
        question=" › ".join((*after.history, after.question)),
        measures=tuple(_changed(before, after, measures)),
        before=_answered(before),
        after=_answered(after),
        reasons=tuple(after.reasons()),
    )


def _answered(outcome: Outcome) -> str:
    if outcome.status is None:
        return ""
    shown = outcome.short or ", ".join(outcome.figures)
    return f"{outcome.status}: {shown}" if shown else str(outcome.status)
