"""A run as a person reads it: the failures with their reasons, then the scores, the categories, the slots and the decisions."""

from collections.abc import Iterator, Sequence

from qa_bot.evaluation.floors import Floor
from qa_bot.evaluation.outcome import Outcome, Run
from qa_bot.evaluation.questions import SLOTS
from qa_bot.evaluation.scores import DECISIONS, GROUNDS, LATENCIES, MEANINGS, Score, Summary, categories_of
from qa_bot.rendering.blocks import Block, Line, Paragraph, Piece, Style, Table

NONE = "–"
_BY_CATEGORY = ("passed", "R@1", "R@5", "value", "abstention", "citation")


def render_failures(run: Run) -> list[Block]:
    """Return each failed question with its reasons and what was answered."""
    blocks: list[Block] = []
    for outcome in run.outcomes:
        if outcome.failed:
            blocks += [*_failure(outcome), Paragraph()]
    return blocks


def _failure(outcome: Outcome) -> Iterator[Block]:
    asked = " › ".join((*outcome.history, outcome.question))
    yield Paragraph((Piece(asked, Style.STRONG), Piece(f"  {outcome.category}", Style.DIM)), (Piece(f"{outcome.id}  ", Style.DIM),))
    for reason in outcome.reasons():
        yield Paragraph((Piece(reason),), (Piece("✗ ", Style.WARN),), 2)
    yield Paragraph((Piece(_answered(outcome), Style.DIM),), indent=4)
    ranks = outcome.ranks()
    if ranks:
        told = ", ".join(f"{key} at rank {rank}" if rank else f"{key} not found" for key, rank in ranks.items())
        yield Paragraph((Piece(told, Style.DIM),), indent=4)


def _answered(outcome: Outcome) -> str:
    text = outcome.failure.text.partition("\n")[0] if outcome.failure else ""
    return f"{outcome.status or 'no answer'}: {text}" if text else str(outcome.status or "no answer")


def render_summary(run: Run, summary: Summary) -> list[Block]:
    """Return the scores of a run."""
    right = summary.questions - summary.failed
    head = f"{right} of {summary.questions} questions of {run.name} answered as expected"
    blocks: list[Block] = [Paragraph((Piece(head, Style.STRONG),)), Paragraph(), _scores(run, summary), Paragraph()]
    if len(categories_of(run.outcomes)) > 1:
        blocks += [_categories(run, summary), Paragraph()]
    return [*blocks, *_counts(summary)]


def _scores(run: Run, summary: Summary) -> Table:
    groups = (("", ("passed",)), ("retrieval", run.measures), ("slots", SLOTS), ("abstention", DECISIONS), ("citations", GROUNDS))
    rows: list[tuple[Line, ...]] = []
    for name, measures in (*groups, ("latency", tuple(LATENCIES))):
        found = [score for measure in measures if (score := summary.score(measure)) is not None]
        for number, score in enumerate(found):
            rows.append(_score_row(score, name if number == 0 else ""))
    return Table(("", "measure", "value", "95 % interval", "questions", ""), tuple(rows), frozenset({2, 3, 4}))


def _score_row(score: Score, group: str) -> tuple[Line, ...]:
    value = shown(score.measure, score.value)
    interval = f"{shown(score.measure, score.low)} – {shown(score.measure, score.high)}"
    texts = (group, score.measure, value, interval, str(score.questions), MEANINGS.get(score.measure, ""))
    styles = (Style.DIM, Style.PLAIN, Style.STRONG, Style.DIM, Style.DIM, Style.DIM)
    return tuple((Piece(text, style),) for text, style in zip(texts, styles, strict=True))


def shown(measure: str, value: float) -> str:
    """Return a score as a person reads it: shares in percent, measures of the ranking with three decimals, times in milliseconds."""
    if measure in LATENCIES:
        return f"{value:.1f} ms"
    return f"{100 * value:.1f} %" if measure in MEANINGS else f"{value:.3f}"


def _categories(run: Run, summary: Summary) -> Table:
    measures = [name for name in _BY_CATEGORY if summary.score(name) is not None]
    rows: list[tuple[Line, ...]] = []
    for category in categories_of(run.outcomes):
        asked = sum(outcome.category == category for outcome in run.outcomes)
        cells = [_cell(name, summary.score(name, category)) for name in measures]
        rows.append(((Piece(category),), (Piece(str(asked), Style.DIM),), *cells))
    return Table(("category", "questions", *measures), tuple(rows), frozenset(range(1, len(measures) + 2)))


def _cell(measure: str, score: Score | None) -> Line:
    if score is None:
        return (Piece(NONE, Style.DIM),)
    style = Style.GOOD if score.value == 1 else Style.PLAIN
    return (Piece(shown(measure, score.value), style),)


def _counts(summary: Summary) -> list[Block]:
    blocks: list[Block] = []
    if summary.slots:
        rows = tuple(
            ((Piece(count.slot),), *((Piece(str(number)),) for number in (count.right, count.wrong, count.missing)))
            for count in summary.slots
        )
        blocks += [Table(("slot", "right", "wrong", "missing"), rows, frozenset({1, 2, 3})), Paragraph()]
    found = summary.decisions
    told = (
        (found.answered_rightly, "answered where there is an answer"),
        (found.declined_wrongly, "declined though there is one"),
        (found.declined_rightly, "declined where there is none"),
        (found.answered_wrongly, "answered though there is none"),
    )
    if any(number for number, _ in told):
        text = ", ".join(f"{number} {what}" for number, what in told)
        blocks.append(Paragraph((Piece(text, Style.DIM),)))
    return blocks


def render_floors(floors: Sequence[Floor], failures: Sequence[str]) -> list[Block]:
    """Return which floors are not held; that all are, where there are any."""
    if not floors:
        return []
    if not failures:
        return [Paragraph(), Paragraph((Piece(f"Held: {', '.join(map(str, floors))}", Style.GOOD),))]
    return [Paragraph(), *(Paragraph((Piece(line),), (Piece("✗ ", Style.WARN),)) for line in failures)]
