"""Measures of a ranking, by ir-measures: their names, how deep they look, and their values question by question."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from difflib import get_close_matches
from functools import cache
from importlib.util import find_spec
from typing import TYPE_CHECKING

from qa_bot.errors import EvaluationError

if TYPE_CHECKING:
    import ir_measures

STANDARD = ("R@1", "R@5", "R@20", "RR@10", "nDCG@10")
DEPTH = 20  # documents that an answer lists, where the corpus has so many
INSTALL = "pip install 'qa-bot[eval]', in a clone .venv/bin/pip install -e '.[eval]'"

# Measures as trec_eval calls them, before the cutoff: "ndcg_cut_10" is nDCG@10.
_TREC_EVAL = {
    "map": "AP",
    "map_cut": "AP",
    "recip_rank": "RR",
    "ndcg": "nDCG",
    "ndcg_cut": "nDCG",
    "recall": "R",
    "P": "P",
    "success": "Success",
    "Rprec": "Rprec",
    "bpref": "Bpref",
}
_TREC_NAME = re.compile(r"(\w+?)(?:_(\d+))?")
_NAME = re.compile(r"([^\W\d]\w*)(?:\((\w+)=(\w+)\))?(?:@(\d+))?")

Ranking = Sequence[tuple[str, float]]  # ids, best first, with what they scored


def available() -> bool:
    """Return whether ir-measures is installed."""
    return find_spec("ir_measures") is not None


def parse_measure(name: str) -> "ir_measures.Measure":
    """Return the measure called *name*, as "nDCG@10", "P(rel=2)@5" or trec_eval's "ndcg_cut_10"; raise EvaluationError for another.

    ir-measures has a parser too, which fails from Python 3.14 on: it uses nodes of the syntax tree that are gone.
    """
    if not available():
        raise EvaluationError(f"{name} needs ir-measures: {INSTALL}")
    import ir_measures  # an extra, and slow to load

    registry: Mapping[str, ir_measures.Measure] = ir_measures.measures.registry
    found = _NAME.fullmatch(_translated(name.strip()))
    kind = registry.get(found[1]) if found else None
    if found is None or kind is None:
        stem = found[1] if found else name
        close = [known for known in registry if known.casefold() == stem.casefold()] or get_close_matches(stem, registry, n=1, cutoff=0.5)
        raise EvaluationError(f"{name!r} is no measure{f'; did you mean {close[0]}?' if close else ''} (R@5, RR@10, nDCG@10 ...)")
    if found[4] and int(found[4]) < 1:
        raise EvaluationError(f"{name!r} looks at no rank: its cutoff is 1 or more")
    parameters: dict[str, object] = {kind.AT_PARAM: int(found[4])} if found[4] else {}
    if found[2]:
        parameters[found[2]] = int(found[3]) if found[3].isdecimal() else found[3]
    measure: ir_measures.Measure = kind(**parameters)
    try:
        measure.validate_params()  # type: ignore[no-untyped-call]
        supported = any(provider.supports(measure) and provider.is_available() for provider in ir_measures.DefaultPipeline.providers)
    except AssertionError:
        raise EvaluationError(f"{name!r} lacks a cutoff, or has a parameter that it does not take; write R@5, RR@10, nDCG@10 ...") from None
    if not supported or not _computes(measure):
        raise EvaluationError(f"{name!r} is known to ir-measures but cannot be computed here")
    return measure


def _translated(name: str) -> str:
    found = _TREC_NAME.fullmatch(name)
    stem = _TREC_EVAL.get(found[1]) if found else None
    return name if found is None or stem is None else f"{stem}@{found[2]}" if found[2] else stem


@cache
def _computes(measure: "ir_measures.Measure") -> bool:
    """Whether *measure* can be had here: some run a program of their own."""
    import ir_measures

    try:
        return bool(ir_measures.calc_aggregate([measure], {"1": {"d": 1, "e": 0}}, {"1": {"d": 1.0, "e": 0.5}}))
    except Exception:  # whatever the program that is missing makes of it
        return False


def depth_of(names: Iterable[str]) -> int:
    """Return how many ranks the deepest of the measures *names* looks at, at least as many as an answer lists."""
    return max([DEPTH, *(int(cutoff) for name in names if (cutoff := name.rpartition("@")[2]).isdecimal() and "@" in name)])


def values(names: Sequence[str], judged: Mapping[str, Mapping[str, int]], rankings: Mapping[str, Ranking]) -> dict[str, dict[str, float]]:
    """Return the value of each measure for each question that has a relevant document, by question id.

    A question whose ranking is empty counts 0. Ids that tie keep the order in which they come: trec_eval would reorder them by name, so
    that ranks are handed over in place of scores.
    """
    import ir_measures

    relevant = {name: dict(grades) for name, grades in judged.items() if any(grade > 0 for grade in grades.values())}
    if not relevant or not names:
        return {}
    run = {name: {key: float(-rank) for rank, key in enumerate(_ids(rankings.get(name, ())))} for name in relevant}
    measures = {parse_measure(name): name for name in names}
    found: dict[str, dict[str, float]] = {name: {} for name in relevant}
    for metric in ir_measures.iter_calc(list(measures), relevant, {name: ids for name, ids in run.items() if ids}):
        found[metric.query_id][measures[metric.measure]] = float(metric.value)
    return found


def _ids(ranking: Ranking) -> Iterator[str]:
    yield from dict.fromkeys(key for key, _ in ranking)
