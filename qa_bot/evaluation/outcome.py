"""What came of a question, and a run of many: what is kept in a file, compared and shown."""

import json
from collections.abc import Mapping
from datetime import date
from pathlib import Path

from pydantic import Field, FiniteFloat

from qa_bot.errors import EvaluationError
from qa_bot.evaluation.judge import Shortfall, SlotVerdict
from qa_bot.evaluation.questions import DECLINING, Expected
from qa_bot.schema import Record, Status

FORMAT = 1  # of a run in a file; grows when a field changes its meaning


class CandidateSight(Record):
    """A figure that was held against the question, with the fit of each asked slot."""

    doc_id: str
    value: str
    surface: str
    counted: str | None
    fits: tuple[tuple[str, str], ...]


class Excerpt(Record):
    """A quote in its document, with some of the text around it; *marked* is the figure inside the quote."""

    doc_id: str
    title: str | None
    before: str
    quote: str
    after: str
    marked: str | None
    wanted: bool  # of a document that was expected, not one that was cited


class Failure(Record):
    """What explains a failed question."""

    read_as: str
    text: str
    candidates: tuple[CandidateSight, ...]
    excerpts: tuple[Excerpt, ...]


class Outcome(Record):
    """A question, what was answered, and how that scores."""

    id: str
    category: str
    question: str
    history: tuple[str, ...] = ()
    as_of: date | None = None
    expect: Expected = Expected()
    judged: Mapping[str, int] = Field(default_factory=dict)
    status: Status | None = None  # None: no answer, since something was raised
    short: str | None = None
    figures: tuple[str, ...] = ()  # amounts
    shortfalls: tuple[Shortfall, ...] = ()
    slots: tuple[SlotVerdict, ...] = ()
    faults: tuple[str, ...] = ()  # laws of the answer that it breaks
    ranking: tuple[tuple[str, float], ...] = ()
    scores: Mapping[str, FiniteFloat] = Field(default_factory=dict)  # measure -> value; what does not bear on the question is left out
    took_ms: FiniteFloat = 0.0
    failure: Failure | None = None

    @property
    def failed(self) -> bool:
        """Whether anything was wrong with the answer."""
        return bool(self.shortfalls or self.faults)

    @property
    def declined(self) -> bool:
        """Whether the answer said that the documents do not hold one."""
        return self.status in DECLINING

    def ranks(self) -> dict[str, int | None]:
        """Return the rank of each relevant document or passage, None where it was not found."""
        found = {key: rank for rank, (key, _) in reversed(list(enumerate(self.ranking, 1)))}
        return {key: found.get(key) for key, grade in self.judged.items() if grade > 0}

    def reasons(self) -> list[str]:
        """Return what was wrong, a phrase each."""
        return [*map(str, self.shortfalls), *self.faults]


class Run(Record):
    """The outcomes of a set of questions, asked of one index."""

    format: int = FORMAT
    name: str
    index: str = ""  # fingerprint
    engine: str = ""
    as_of: date | None = None
    measures: tuple[str, ...] = ()  # of the ranking; empty where ir-measures was not there
    outcomes: tuple[Outcome, ...]

    def by_id(self) -> Mapping[str, Outcome]:
        """Return the outcomes by the ids of their questions."""
        return {outcome.id: outcome for outcome in self.outcomes}


def read_run(path: Path) -> Run:
    """Return the run in *path*, as `qa-bot eval run --json` or --save wrote it; raise EvaluationError when it is none."""
    try:
        fields = json.loads(path.read_text(encoding="utf-8"))
        if isinstance(fields, dict):
            fields = {key: value for key, value in fields.items() if key not in ("summary", "comparison")}  # they follow from the rest
        run = Run.model_validate(fields)
    except OSError as exc:
        raise EvaluationError(f"the run {path} cannot be read: {exc.strerror}") from exc
    except ValueError as exc:  # no UTF-8, no JSON, no run
        raise EvaluationError(f"{path} is no run of this version; write one with: qa-bot eval run QUESTIONS --save FILE") from exc
    if run.format != FORMAT:
        raise EvaluationError(f"{path} is a run of format {run.format}, and this version reads {FORMAT}; run the questions again")
    return run
