"""Look for better settings of the search on half of the questions, and let the other half say whether they are."""

from collections.abc import Mapping, Sequence
from datetime import date
from functools import partial
from hashlib import sha256
from typing import NamedTuple, TypeAlias

from qa_bot.app import pinned_answerer
from qa_bot.errors import EvaluationError
from qa_bot.evaluation import retrieval_measures
from qa_bot.evaluation.compare import Comparison, Difference, compare
from qa_bot.evaluation.outcome import Run
from qa_bot.evaluation.questions import Question
from qa_bot.evaluation.run import How, evaluate
from qa_bot.retrieval.rescore import WEIGHTS, Weights, score
from qa_bot.schema import Progress, Record
from qa_bot.settings import Settings

COUNTS = (20, 50, 100, 200)  # candidates that are tried
LENGTHS = (500, 1000, 2000)  # of passages
FACTORS = (0.0, 0.5, 0.75, 1.5, 2.0)  # by which one weight at a time is tried
ROUNDS = 3  # over all weights, at most
WORTH = 0.5  # questions that a change must win to stay, lest it follow chance: without it 5 of 8 weights fell to 0 for a thousandth each
ENOUGH = 4  # questions in each half, below which nothing can be learned

_SMALLEST = 1e-9  # a difference below it is rounding

Weighed: TypeAlias = list[tuple[str, int, Weights]]  # a question's candidates: document, ordinal and features, as the engine ranks them


class Point(Record):
    """Settings of the search."""

    candidates: int
    passage_length: int
    weights: Mapping[str, float]


class Trial(Record):
    """What was tried on the training half, and what it scored there."""

    changed: str
    value: float
    taken: bool


class Split(Record):
    """Which questions were learned from, and which were kept to test on, by id."""

    train: tuple[str, ...]
    test: tuple[str, ...]


class Tuning(Record):
    """What a search for better settings found."""

    measure: str
    split: Split
    start: Point
    best: Point
    train_before: float
    train_after: float
    trials: tuple[Trial, ...]
    test: Comparison | None  # of the held-out half; None when the search found nothing better

    @property
    def difference(self) -> Difference | None:
        """What the measure that was tuned for did on the held-out half."""
        return next((d for d in self.test.differences if d.measure == self.measure), None) if self.test is not None else None

    @property
    def kept(self) -> bool:
        """Whether the held-out half confirms it: better by more than chance, and nothing else worse by more than chance."""
        found = self.difference
        if self.test is None or found is None or not found.significant or found.after <= found.before:
            return False
        return not any(d.significant and d.after < d.before for d in self.test.differences)


def split_questions(questions: Sequence[Question]) -> Split:
    """Return two halves, alike in their categories, by a hash of the ids: the same for everybody, in whatever order they stand."""
    train: list[str] = []
    test: list[str] = []
    for category in sorted({question.category for question in questions}):
        ids = [question.id for question in questions if question.category == category]
        ids.sort(key=lambda name: (sha256(name.encode()).hexdigest(), name))
        larger, smaller = (train, test) if len(train) <= len(test) else (test, train)
        larger += ids[::2]
        smaller += ids[1::2]
    return Split(train=tuple(sorted(train)), test=tuple(sorted(test)))


class _Asked(NamedTuple):
    """What scoring needs of the training questions: their candidates by passage length, and the relevant documents."""

    weighed: Mapping[int, Mapping[str, Weighed]]
    judged: Mapping[str, Mapping[str, int]]
    measure: str

    @property
    def questions(self) -> int:
        """How many questions are learned from."""
        return len(self.judged)

    def value(self, point: Point) -> float:
        """Return the mean of the measure under the settings *point*."""
        weights = WEIGHTS._replace(**point.weights)
        rankings = {name: _ranked(found[: point.candidates], weights) for name, found in self.weighed[point.passage_length].items()}
        values = retrieval_measures.values([self.measure], self.judged, rankings)
        return sum(scores[self.measure] for scores in values.values()) / len(values)


def _ranked(found: Weighed, weights: Weights) -> list[tuple[str, float]]:
    ranked: dict[str, float] = {}
    for negative, _, doc_id in sorted((-score(features, weights), ordinal, doc_id) for doc_id, ordinal, features in found):
        ranked.setdefault(doc_id, -negative)
    return list(ranked.items())


def tune(
    questions: Sequence[Question],
    settings: Mapping[int, Settings],
    *,
    start: Point,
    defaults: Point | None = None,
    measure: str,
    how: How | None = None,
    progress: Progress | None = None,
) -> Tuning:
    """Return the settings that do best on half of *questions*, and how they do on the other half.

    *settings* opens an index for each passage length; the search sets out from *start* or, where they do better, from *defaults*. Only
    questions with relevant documents can be learned from; raises EvaluationError when they are too few.
    """
    how = how or How()
    usable = [question for question in questions if not question.draft and _documents(question)]
    split = split_questions(usable)
    if min(len(split.train), len(split.test)) < ENOUGH:
        raise EvaluationError(f"only {len(usable)} questions name the documents that answer them, and tuning needs {2 * ENOUGH} at least")
    train = [question for question in usable if question.id in set(split.train)]
    weighed = {length: _weigh(train, chosen, max(COUNTS), how.as_of) for length, chosen in settings.items()}
    asked = _Asked(weighed, {question.id: _documents(question) for question in train}, measure)
    search = _Search(asked, start, progress)
    search.run(sorted(settings), defaults)
    test = None
    if search.best != start:
        held_out = [question for question in usable if question.id in set(split.test)]
        as_it_is, best = (_run(held_out, settings, point, measure, how) for point in (start, search.best))
        test = compare(as_it_is.model_copy(update={"name": "the settings as they are"}), best.model_copy(update={"name": "the best found"}))
    return Tuning(
        measure=measure,
        split=split,
        start=start,
        best=search.best,
        train_before=round(search.first, 6),
        train_after=round(search.value, 6),
        trials=tuple(search.trials),
        test=test,
    )


class _Search:
    """Goes through candidate counts and passage lengths, then uphill along one weight at a time, and takes back what was not worth it.

    The first of equals wins.
    """

    def __init__(self, asked: _Asked, start: Point, progress: Progress | None) -> None:
        self._asked = asked
        self._progress = progress
        self._total = 0
        self._start = self.best = start
        self.first = self.value = asked.value(start)
        self.trials: list[Trial] = []

    def run(self, lengths: Sequence[int], defaults: Point | None) -> None:
        """Search; what was found stands in *best* and *value*."""
        self._total = len(lengths) * len(COUNTS) + ROUNDS * len(Weights._fields) * len(FACTORS)
        if defaults is not None and defaults != self._start:
            self._take_best({"the defaults": defaults})
        points = [(length, count) for length in lengths for count in COUNTS]
        self._take_best(
            {
                f"{count} candidates, passages of {length}": self.best.model_copy(update={"candidates": count, "passage_length": length})
                for length, count in points
            }
        )
        for _ in range(ROUNDS):
            before = self.best
            for name in Weights._fields:
                tried = (round(self.best.weights[name] * factor, 4) for factor in FACTORS)
                self._take_best({f"{name} {weight:g}": self._with_weight(name, weight) for weight in tried})
            if self.best == before:
                break
        while self._undo_idle_change():
            pass

    def _undo_idle_change(self) -> bool:
        """Take back the change that is worth least, where it is worth too little; return whether there was one."""
        undone = {
            f"{name} {weight:g} again": self._with_weight(name, weight)
            for name, weight in self._start.weights.items()
            if self.best.weights[name] != weight
        }
        for field in ("candidates", "passage_length"):
            if getattr(self.best, field) != getattr(self._start, field):
                undone[f"{field} {getattr(self._start, field)} again"] = self.best.model_copy(update={field: getattr(self._start, field)})
        values = {changed: self._asked.value(point) for changed, point in undone.items()}
        found = max(values, key=values.__getitem__, default=None)
        if found is None or self.value - values[found] >= WORTH / self._asked.questions:
            return False
        self.trials.append(Trial(changed=found, value=round(values[found], 6), taken=True))
        self.best, self.value = undone[found], values[found]
        return True

    def _with_weight(self, name: str, weight: float) -> Point:
        return self.best.model_copy(update={"weights": {**self.best.weights, name: weight}})

    def _take_best(self, points: Mapping[str, Point]) -> None:
        """Try *points*, and go to the best of them when that is worth a step."""
        values: dict[str, float] = {}
        for changed, point in points.items():
            values[changed] = self._asked.value(point)
            if self._progress:
                self._progress(done=min(len(self.trials) + len(values), self._total), total=self._total, name=changed)
        found = max(values, key=values.__getitem__)
        worth = values[found] > self.value + _SMALLEST
        self.trials += [Trial(changed=name, value=round(value, 6), taken=worth and name == found) for name, value in values.items()]
        if worth:
            self.best, self.value = points[found], values[found]


def _documents(question: Question) -> dict[str, int]:
    """Return the relevant documents; passages have other ids where they have another length, so that nothing is learned from them."""
    judged = question.judged
    return {} if any("#p" in key for key in judged) else {key: grade for key, grade in judged.items() if grade > 0}


def _weigh(questions: Sequence[Question], settings: Settings, limit: int, as_of: date | None) -> dict[str, Weighed]:
    answerer = pinned_answerer(settings)
    found: dict[str, Weighed] = {}
    for question in questions:
        day = question.as_of or as_of
        query = answerer.explain(question.question, history=question.history, as_of=day, docs=question.docs).query
        found[question.id] = answerer.index.weighed(query, candidates=limit)
    return found


def _run(questions: Sequence[Question], settings: Mapping[int, Settings], point: Point, measure: str, how: How) -> Run:
    """Ask *questions* under the settings *point*."""
    chosen = settings[point.passage_length].model_copy(update={"candidates": point.candidates, "weights": point.weights})
    measures = tuple(dict.fromkeys([measure, *how.measures]))
    return evaluate(questions, partial(pinned_answerer, chosen), name="held-out questions", how=how._replace(measures=measures))
