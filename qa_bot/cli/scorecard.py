"""A run as a person reads it: the failures with their reasons, then the scores, the categories, the slots and the decisions."""

from collections.abc import Iterator, Sequence

from qa_bot.evaluation.compare import Comparison, Difference, Move
from qa_bot.evaluation.floors import Floor
from qa_bot.evaluation.outcome import Outcome, Run
from qa_bot.evaluation.questions import SLOTS
from qa_bot.evaluation.scores import DECISIONS, GROUNDS, LATENCIES, MEANINGS, Score, Summary, categories_of
from qa_bot.evaluation.tune import Tuning
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
    head = f"{run.name}: {summary.told}"
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


def render_comparison(found: Comparison) -> list[Block]:
    """Return what changed between two runs: each measure, then the questions that got better and worse."""
    head = f"{found.after} against {found.before}, {found.questions} questions"
    left_out = f" ({found.left_out} in one run only are left out)" if found.left_out else ""
    rows = tuple(_difference_row(difference) for difference in found.differences)
    table = Table(("measure", "before", "after", "difference", "better", "worse", "p", ""), rows, frozenset(range(1, 7)))
    blocks: list[Block] = [Paragraph((Piece(head, Style.STRONG), Piece(left_out, Style.DIM))), Paragraph(), table]
    for title, moves, style in (("Worse", found.worse, Style.WARN), ("Better", found.better, Style.GOOD)):
        if moves:
            blocks += [Paragraph(), Paragraph((Piece(f"{title} ({len(moves)})", Style.STRONG),))]
            blocks += [block for move in moves for block in _moved(move, style)]
    return blocks


def _difference_row(difference: Difference) -> tuple[Line, ...]:
    name, change = difference.measure, difference.after - difference.before
    sign = "+" if change > 0 else "−" if change < 0 else "±"
    probability = NONE if difference.probability is None else _chance(difference.probability)
    texts = (name, shown(name, difference.before), shown(name, difference.after), sign + shown(name, abs(change)))
    counts = ("", "") if name in LATENCIES else (str(difference.better), str(difference.worse))
    verdict = "significant" if difference.significant else ""
    good = (change > 0) != (name in LATENCIES)
    style = Style.PLAIN if not difference.significant else Style.GOOD if good else Style.WARN
    return tuple((Piece(text, style),) for text in (*texts, *counts, probability, verdict))


def _moved(move: Move, style: Style) -> Iterator[Block]:
    yield Paragraph((Piece(move.question), Piece(f"  {move.category}", Style.DIM)), (Piece(f"{move.id}  ", Style.DIM),), 2)
    values = ", ".join(f"{name} {shown(name, old)} → {shown(name, new)}" for name, old, new in move.measures)
    yield Paragraph((Piece(values, style),), indent=6)
    if move.before != move.after:
        yield Paragraph((Piece(f"{move.before or NONE} → {move.after or NONE}", Style.DIM),), indent=6)
    for reason in move.reasons:
        yield Paragraph((Piece(reason, Style.DIM),), (Piece("✗ ", Style.WARN),), 6)


def render_tuning(found: Tuning) -> list[Block]:
    """Return what a search for better settings found: the split, what was taken, and what the held-out half says."""
    halves = f"{len(found.split.train)} questions to learn from, {len(found.split.test)} held out, by a hash of their ids"
    blocks: list[Block] = [
        Paragraph((Piece(f"Tuned for {found.measure}", Style.STRONG), Piece(f"  {halves}", Style.DIM))),
        Paragraph((Piece("learned from: " + ", ".join(found.split.train), Style.DIM),), indent=2),
        Paragraph((Piece("held out: " + ", ".join(found.split.test), Style.DIM),), indent=2),
        Paragraph(),
    ]
    rows = [((Piece("as it is", Style.DIM),), (Piece(shown(found.measure, found.train_before)),))]
    rows += [((Piece(trial.changed),), (Piece(shown(found.measure, trial.value), Style.GOOD),)) for trial in found.trials if trial.taken]
    blocks += [Table((f"taken, of {len(found.trials)} trials", f"{found.measure} learned from"), tuple(rows), frozenset({1})), Paragraph()]
    if found.test is None:
        return [*blocks, Paragraph((Piece("Nothing that was tried is better than the settings as they are."),))]
    return [*blocks, *render_comparison(found.test), Paragraph(), _judged(found)]


def _judged(found: Tuning) -> Paragraph:
    difference = found.difference
    if found.kept:
        return Paragraph((Piece(f"The held-out questions confirm it: {found.measure} rises by more than chance.", Style.GOOD),))
    chance = f" (p {_chance(difference.probability, equal=True)})" if difference is not None and difference.probability is not None else ""
    return Paragraph((Piece(f"The held-out questions do not confirm it{chance}: keep the settings as they are.", Style.WARN),))


def _chance(probability: float, *, equal: bool = False) -> str:
    """A probability to three places, never called 0."""
    return "< 0.001" if probability < 0.001 else f"{'= ' if equal else ''}{probability:.3f}"
