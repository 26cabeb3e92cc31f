"""From outcomes to scores: retrieval, figure slots, abstention, citations and latency, kept apart, over all and by category."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from itertools import chain

from qa_bot.evaluation.judge import Verdict
from qa_bot.evaluation.outcome import Outcome, Run
from qa_bot.evaluation.questions import SLOTS
from qa_bot.evaluation.statistics import mean_interval, quantile_interval, quantile_of
from qa_bot.schema import Record

LATENCIES = {"p50": 0.5, "p95": 0.95}  # milliseconds
DECISIONS = ("abstention", "answered", "declined")
GROUNDS = ("citation", "contract")
MEANINGS = {
    "passed": "all that was expected of the answer holds",
    "value": "the figures asked for are shown, the right one first",
    "bound": "exact, at least, more than ...",
    "unit": "what one of them is",
    "period": "first and last day",
    "part_of": "value of the whole",
    "claimant": "who says so",
    "abstention": "answered where the documents hold the answer, declined where not",
    "answered": "of those that the documents answer",
    "declined": "of those that the documents do not answer",
    "citation": "quotes are slices of documents; every number stands in one",
    "contract": "nothing else of what every answer keeps is broken",
    "p50": "milliseconds, half of the answers",
    "p95": "milliseconds, 19 of 20 answers",
}
# Of the ranking, by the name before the cutoff: k is the number behind it.
RANKING_MEANINGS = {
    "R": "share of the relevant documents in the first k",
    "RR": "1 over the rank of the first relevant document",
    "nDCG": "how near the ranking comes to the best one, upper ranks counting more",
    "AP": "precision at each relevant document, on average",
    "P": "share of the first k that is relevant",
    "Success": "whether a relevant document is among the first k",
}
OWN = tuple(MEANINGS)  # measures that are not of the ranking


class Score(Record):
    """One measure over a group of questions, with its 95 % interval; never without a question."""

    measure: str
    category: str | None  # None: all
    questions: int
    value: float
    low: float
    high: float


class SlotCount(Record):
    """How often a slot was right, wrong or missing."""

    slot: str
    right: int
    wrong: int
    missing: int


class Decisions(Record):
    """Whether to answer was decided rightly, in questions."""

    answered_rightly: int
    answered_wrongly: int
    declined_rightly: int
    declined_wrongly: int


class Summary(Record):
    """The scores of a run."""

    questions: int
    failed: int
    scores: tuple[Score, ...]
    slots: tuple[SlotCount, ...]
    decisions: Decisions

    @property
    def told(self) -> str:
        """The run in a few words; where nothing is expected of the answers, only the rankings are judged."""
        if self.score("passed") is None:
            return f"{self.questions} questions, by their rankings"
        return f"{self.questions - self.failed} of {self.questions} questions answered as expected"

    def score(self, measure: str, category: str | None = None) -> Score | None:
        """Return one of the scores, None where no question bears on it."""
        return next((found for found in self.scores if (found.measure, found.category) == (measure, category)), None)


def measures_of(run: Run) -> list[str]:
    """Return the measures that any question of *run* bears on, in the order in which they are shown."""
    present = set(chain.from_iterable(outcome.scores for outcome in run.outcomes))
    order = ("passed", *run.measures, *SLOTS, *DECISIONS, *GROUNDS)
    timed = list(LATENCIES) if any(outcome.took_ms for outcome in run.outcomes) else []
    return [name for name in order if name in present] + sorted(present.difference(order)) + timed


def categories_of(outcomes: Iterable[Outcome]) -> list[str]:
    """Return the categories in alphabetical order."""
    return sorted({outcome.category for outcome in outcomes})


def summarise(run: Run) -> Summary:
    """Return the scores of *run*, over all questions and by category."""
    groups: dict[str | None, Sequence[Outcome]] = {None: run.outcomes}
    for category in categories_of(run.outcomes):
        groups[category] = [outcome for outcome in run.outcomes if outcome.category == category]
    scores = (score(group, measure, category) for measure in measures_of(run) for category, group in groups.items())
    return Summary(
        questions=len(run.outcomes),
        failed=sum(outcome.failed for outcome in run.outcomes),
        scores=tuple(found for found in scores if found is not None),
        slots=tuple(_slot_counts(run.outcomes)),
        decisions=_decisions(run.outcomes),
    )


def score(outcomes: Iterable[Outcome], measure: str, category: str | None = None) -> Score | None:
    """Return *measure* over *outcomes*; None when it bears on none of them."""
    if measure in LATENCIES:
        values = [outcome.took_ms for outcome in outcomes if outcome.status is not None]
    else:
        values = [outcome.scores[measure] for outcome in outcomes if measure in outcome.scores]
    if not values:
        return None
    if measure in LATENCIES:
        value, interval = quantile_of(values, LATENCIES[measure]), quantile_interval(values, LATENCIES[measure])
    else:
        value, interval = sum(values) / len(values), mean_interval(values)
    low, high = (round(end, 6) for end in interval)
    return Score(measure=measure, category=category, questions=len(values), value=round(value, 6), low=low, high=high)


def _slot_counts(outcomes: Iterable[Outcome]) -> Iterable[SlotCount]:
    counts: Mapping[tuple[str, Verdict], int] = Counter((slot.slot, slot.verdict) for outcome in outcomes for slot in outcome.slots)
    for slot in SLOTS:
        right, wrong, missing = (counts[slot, verdict] for verdict in Verdict)
        if right or wrong or missing:
            yield SlotCount(slot=slot, right=right, wrong=wrong, missing=missing)


def _decisions(outcomes: Iterable[Outcome]) -> Decisions:
    counts = Counter((outcome.expect.declines, outcome.declined) for outcome in outcomes if outcome.status is not None)
    return Decisions(
        answered_rightly=counts[False, False],
        answered_wrongly=counts[True, False],
        declined_rightly=counts[True, True],
        declined_wrongly=counts[False, True],
    )
