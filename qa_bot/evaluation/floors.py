"""What a run must reach: "R@5>=0.95", "passed[typo]>=1", "p95<=30"."""

import operator
import re
from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from difflib import get_close_matches
from typing import NamedTuple

from qa_bot.errors import EvaluationError
from qa_bot.evaluation import retrieval_measures
from qa_bot.evaluation.scores import OWN, Summary

_FLOOR = re.compile(
    r"(?P<measure>(?:[^\[\]<>=(]|\([^()]*\))+)(?:\[(?P<category>[^\]]+)\])?\s*"
    r"(?P<sign>>=|<=|>|<)\s*(?P<bound>\d+(?:\.\d+)?)\s*(?P<percent>%?)"
)
_SIGNS: dict[str, Callable[[float, float], bool]] = {">=": operator.ge, "<=": operator.le, ">": operator.gt, "<": operator.lt}


class Floor(NamedTuple):
    """One thing that must hold of a run."""

    measure: str
    category: str | None
    sign: str
    bound: float

    def __str__(self) -> str:
        return f"{self.measure}{f'[{self.category}]' if self.category else ''}{self.sign}{self.bound:g}"


def parse_floor(text: str) -> Floor:
    """Return the floor in *text*; raise EvaluationError for an unknown measure or what is no floor."""
    found = _FLOOR.fullmatch(text.strip())
    if found is None:
        raise EvaluationError(f"{text!r} is no floor; write R@5>=0.95, passed[typo]>=1 or p95<=30")
    name = found["measure"].strip()
    bound = float(found["bound"]) / (100 if found["percent"] else 1)
    return Floor(canonical_measure(name), found["category"], found["sign"], bound)


def canonical_measure(name: str) -> str:
    """Return *name* when it is a measure of ours or, as it spells it, of ir-measures; raise EvaluationError when it is none."""
    if name in OWN:
        return name
    if name.partition("@")[0].isalpha() and name.islower() and (close := get_close_matches(name, OWN, n=1, cutoff=0.6)):
        raise EvaluationError(f"{name!r} is no measure; did you mean {close[0]}? There are {', '.join(OWN)}, and R@5, RR@10, nDCG@10 ...")
    return str(retrieval_measures.parse_measure(name))


def retrieval_of(floors: Iterable[Floor]) -> list[str]:
    """Return the measures of the ranking that *floors* need, each once."""
    return list(dict.fromkeys(floor.measure for floor in floors if floor.measure not in OWN))


def check_categories(floors: Iterable[Floor], known: Collection[str]) -> None:
    """Raise EvaluationError for a floor under a category that no question is of."""
    for floor in floors:
        if floor.category is not None and floor.category not in known:
            raise EvaluationError(f"{floor}: no question is of category {floor.category!r}; there are {', '.join(sorted(known))}")


def missed(floors: Sequence[Floor], summary: Summary) -> Iterator[str]:
    """Yield what does not hold of the run, a phrase each; raise EvaluationError where no question bears on a floor."""
    for floor in floors:
        found = summary.score(floor.measure, floor.category)
        if found is None:
            of = f" of category {floor.category!r}" if floor.category else ""
            raise EvaluationError(f"{floor}: no question{of} bears on {floor.measure}")
        if not _SIGNS[floor.sign](found.value, floor.bound):
            yield f"{floor} is not held: {found.value:.4g} over {found.questions} questions"
