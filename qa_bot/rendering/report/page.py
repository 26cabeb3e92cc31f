"""The page: what was reached, by measure, category, slot and time; what changed; and every failure."""

from collections import Counter
from collections.abc import Iterator
from functools import cache
from pathlib import Path

from qa_bot.evaluation.compare import Comparison, Difference, Move
from qa_bot.evaluation.judge import Verdict
from qa_bot.evaluation.outcome import Run
from qa_bot.evaluation.questions import SLOTS
from qa_bot.evaluation.scores import DECISIONS, GROUNDS, LATENCIES, MEANINGS, RANKING_MEANINGS, Score, Summary, categories_of
from qa_bot.rendering.report.charts import interval_bar, latency_histogram, slot_bar
from qa_bot.rendering.report.elements import Markup, element, joined, section, table
from qa_bot.rendering.report.failures import failure_card

_TILES = ("passed", "R@5", "value", "abstention", "citation", "p50")
_BY_CATEGORY = ("passed", "R@1", "R@5", "value", "abstention", "citation")
_CONFUSIONS = 12  # that are listed, the commonest first
_NONE = "–"


def page(run: Run, summary: Summary, comparison: Comparison | None = None) -> str:
    """Return a run as one HTML page, with what changed since another where a *comparison* is given."""
    parts = [
        _header(run, summary),
        section("Scores", _scores(run, summary), id_="scores"),
        *_categories(run, summary),
        *_slots(run, summary),
        *_latency(run),
        *(_comparison(comparison) if comparison is not None else ()),
        _failures(run),
    ]
    head = joined(
        (
            Markup('<meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">'),
            Markup('<meta name="color-scheme" content="light dark">'),
            Markup("<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'\">"),
            element("title", f"{run.name}: quality of the answers"),
            Markup(f"<style>{_style()}</style>"),
        )
    )
    body = element("body", element("main", *parts))
    return f'<!DOCTYPE html>\n<html lang="en"><head>{head}</head>\n{body}</html>\n'


@cache
def _style() -> str:
    return Path(__file__).with_name("page.css").read_text(encoding="utf-8")


def shown(measure: str, value: float) -> str:
    """Return a score as a person reads it: shares in percent, measures of the ranking with three decimals, times in milliseconds."""
    if measure in LATENCIES:
        return f"{value:.1f} ms"
    return f"{100 * value:.1f} %" if measure in MEANINGS else f"{value:.3f}"


def _header(run: Run, summary: Summary) -> Markup:
    facts = [f"{summary.questions} questions", f"engine {run.engine}" if run.engine else "", f"index {run.index[:12]}" if run.index else ""]
    facts.append(f"as of {run.as_of}" if run.as_of else "")
    tiles = [_tile(score) for name in _TILES if (score := summary.score(name)) is not None]
    return element(
        "header",
        element("h1", run.name),
        element("p", " · ".join(fact for fact in facts if fact), class_="aside"),
        element("p", summary.told, class_="lead"),
        element("div", *tiles, class_="tiles"),
    )


def _tile(score: Score) -> Markup:
    span = f"{shown(score.measure, score.low)} – {shown(score.measure, score.high)}"
    return element(
        "div", element("b", shown(score.measure, score.value)), element("span", score.measure), element("small", span), class_="tile"
    )


def _scores(run: Run, summary: Summary) -> Markup:
    groups = (
        ("all", ("passed",)),
        ("retrieval", run.measures),
        ("figure slots", SLOTS),
        ("abstention", DECISIONS),
        ("citations", GROUNDS),
        ("latency", tuple(LATENCIES)),
    )
    rows: list[tuple[object, ...]] = []
    for name, measures in groups:
        for number, score in enumerate(found for measure in measures if (found := summary.score(measure)) is not None):
            rows.append((_group(name) if number == 0 else "", *_score_cells(score)))
    note = element("p", "Intervals: where 19 of 20 other sets of such questions would score (bootstrap).", class_="aside")
    return joined((table(("", "measure", "value", "interval", "questions", ""), rows, numbers=frozenset({2, 4}), class_="scores"), note))


def _group(name: str) -> Markup:
    return element("span", name, class_="group")


def _score_cells(score: Score) -> tuple[object, ...]:
    if score.measure in LATENCIES:
        interval: object = element("span", f"{shown(score.measure, score.low)} – {shown(score.measure, score.high)}", class_="aside")
    else:
        interval = interval_bar(score)
    value = element("strong", shown(score.measure, score.value))
    meaning = element("span", _meaning(score.measure), class_="meaning")
    return score.measure, value, interval, score.questions, meaning


def _meaning(measure: str) -> str:
    return MEANINGS.get(measure) or RANKING_MEANINGS.get(measure.partition("@")[0].partition("(")[0], "")


def _categories(run: Run, summary: Summary) -> Iterator[Markup]:
    categories = categories_of(run.outcomes)
    if len(categories) < 2:
        return
    measures = [name for name in _BY_CATEGORY if summary.score(name) is not None]
    rows: list[tuple[object, ...]] = []
    for category in categories:
        asked = sum(outcome.category == category for outcome in run.outcomes)
        scores = [summary.score(name, category) for name in measures]
        bar = interval_bar(scores[0]) if scores and scores[0] is not None else ""
        rows.append((category, asked, bar, *(_cell(score) for score in scores)))
    header = ("category", "questions", measures[0] if measures else "", *measures)
    yield section("By category", table(header, rows, numbers=frozenset({1, *range(3, len(header))}), class_="categories"), id_="categories")


def _cell(score: Score | None) -> Markup:
    if score is None:
        return element("span", _NONE, class_="aside")
    return element("span", shown(score.measure, score.value), class_="perfect" if score.value == 1 else "short")


def _slots(run: Run, summary: Summary) -> Iterator[Markup]:
    found = summary.decisions
    decided = table(
        ("", "answered", "declined"),
        [
            ("the documents answer it", found.answered_rightly, _fault(found.declined_wrongly)),
            ("they do not", _fault(found.answered_wrongly), found.declined_rightly),
        ],
        numbers=frozenset({1, 2}),
    )
    yield section("To answer or to decline", decided, id_="decisions")
    if not summary.slots:
        return
    rows = [(count.slot, slot_bar(count), count.right, _fault(count.wrong), _fault(count.missing)) for count in summary.slots]
    parts = [table(("slot", "", "right", "wrong", "missing"), rows, numbers=frozenset({2, 3, 4}), class_="slots")]
    confused = Counter(
        (slot.slot, slot.expected, slot.found or "nothing")
        for outcome in run.outcomes
        for slot in outcome.slots
        if slot.verdict is Verdict.WRONG
    )
    if confused:
        pairs = sorted(confused.items(), key=lambda pair: (-pair[1], pair[0]))[:_CONFUSIONS]
        told = [(slot, expected, got, count) for (slot, expected, got), count in pairs]
        parts += [element("h3", "What was taken for what"), table(("slot", "expected", "shown", "times"), told, numbers=frozenset({3}))]
    yield section("Figure slots", *parts, id_="slots")


def _fault(number: int) -> Markup:
    return element("span", number, class_="fault" if number else "aside")


def _latency(run: Run) -> Iterator[Markup]:
    took = [outcome.took_ms for outcome in run.outcomes if outcome.status is not None]
    if took:
        yield section("Latency", latency_histogram(took), id_="latency")


def _comparison(found: Comparison) -> Iterator[Markup]:
    rows = [_difference(difference) for difference in found.differences]
    header = ("measure", "before", "after", "difference", "better", "worse", "p")
    left_out = f"; {found.left_out} in one run only are left out" if found.left_out else ""
    note = f"Against {found.before}, {found.questions} questions{left_out}. p: paired randomisation test; below 0.05 is set off."
    parts = [element("p", note, class_="aside"), table(header, rows, numbers=frozenset(range(1, 7)), class_="moved")]
    for title, moves in (("Worse", found.worse), ("Better", found.better)):
        if moves:
            parts += [element("h3", f"{title} ({len(moves)})"), element("ul", *map(_moved, moves), class_=title.lower())]
    yield section("Since the baseline", *parts, id_="baseline")


def _difference(found: Difference) -> tuple[object, ...]:
    name, change = found.measure, found.after - found.before
    sign = "+" if change > 0 else "−" if change < 0 else "±"
    counts = ("", "") if name in LATENCIES else (found.better, found.worse)
    probability = _NONE if found.probability is None else f"{found.probability:.3f}"
    good = "good" if (change > 0) != (name in LATENCIES) else "fault"
    moved = element("span", sign + shown(name, abs(change)), class_=good if found.significant else "plain")
    told = element("strong", probability) if found.significant else probability
    return name, shown(name, found.before), shown(name, found.after), moved, *counts, told


def _moved(move: Move) -> Markup:
    values = ", ".join(f"{name} {shown(name, old)} → {shown(name, new)}" for name, old, new in move.measures)
    answers = f"{move.before or _NONE} → {move.after or _NONE}" if move.before != move.after else move.after
    return element("li", element("code", move.id), f" {move.question} ", element("span", f"{answers} ({values})", class_="aside"))


def _failures(run: Run) -> Markup:
    failed = [outcome for outcome in run.outcomes if outcome.failed]
    if not failed:
        return section("Failures", element("p", "None: every question was answered as expected."), id_="failures")
    return section(f"Failures ({len(failed)})", *map(failure_card, failed), id_="failures")
