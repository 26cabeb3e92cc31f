"""Whether a figure or a sentence is of the branch of work that is asked for: pay in construction is none in retail."""

from collections.abc import Collection, Iterator, Sequence

from qa_bot.answer.readings import Reading
from qa_bot.answer.scope import CONTEXT, SENTENCE, SLOT, WEIGHT, Scope
from qa_bot.schema import Fit, Kind, Passage, Query, Span
from qa_bot.text.branches import Branch, branches_in, is_part_of
from qa_bot.text.language import language_of

_WORDED = frozenset({Kind.WHO, Kind.WHEN, Kind.WHERE, Kind.WHY, Kind.YES_NO})
_JOINED = 5  # characters between two branches that are told together: " and ", ", "
_PARTING = ",;:()|—–"  # behind a number: what comes then is of another


def branch_fit(query: Query, scope: Scope) -> Iterator[tuple[str, Fit, float]]:
    """Yield (slot, fit, weight): a figure of another branch, or of none, is none of the branch that is asked for; one of several together,
    or of a branch that this is a part of, is wider."""
    if query.branch is None:
        return
    figure = scope.figure
    labels = " | ".join(filter(None, (figure.label, figure.counted, figure.actor, figure.place)))
    named, level = {branch.name for branch in branches_in(labels, figure.language)}, SLOT
    if not named:
        named, level = _branches_at(scope.passage.passage, figure.quote, figure.span)
    fit = _fit(query.branch, named)
    yield "counted", scope.judged("counted", fit) if fit is Fit.DIFFERENT else fit, 0.0 if fit is Fit.DIFFERENT else WEIGHT[level]


def _fit(asked: str, named: Collection[str]) -> Fit:
    if asked in named:
        return Fit.SAME if len(named) == 1 else Fit.WIDER
    return Fit.WIDER if any(is_part_of(asked, name) for name in named) else Fit.DIFFERENT


def is_of_other_branch(query: Query, reading: Reading) -> bool:
    """Return whether the words of *reading* that answer are of another branch than the one that is asked for; a number also where they are
    of none, or of several together."""
    if query.branch is None:
        return False
    named, _ = _branches_at(reading.passage, reading.sentence, reading.short)
    if query.kind in _WORDED:
        return bool(named) and query.branch not in named
    return named != {query.branch}


def _branches_at(passage: Passage, sentence: Span, at: Span) -> tuple[set[str], int]:
    """The branches of what stands at *at*, and how near they are said: in it, behind it in its clause, before it in its sentence, in the
    passage before or the headings, where these name but one."""
    offset = passage.span.start
    text = passage.text[sentence.start - offset : sentence.end - offset]
    language = language_of(passage.text)
    named = branches_in(text, language)
    start, end = at.start - sentence.start, at.end - sentence.start
    inside = next((branch for branch in named if start <= branch.start < end), None)
    if inside is not None:
        return {inside.name}, SLOT
    behind = next((branch for branch in named if branch.start >= end), None)
    if behind is not None and behind.lead is not None and _is_clear(text[end : behind.start]):
        return _together(behind, named, text), SLOT
    before = [branch for branch in named if branch.start < end]
    if named:
        return _together(before[-1], named, text) if before else set(), SENTENCE
    return _of_context(passage, branches_in(passage.text[: start + sentence.start - offset], language), language), CONTEXT


def _together(branch: Branch, named: Sequence[Branch], text: str) -> set[str]:
    """The names of *branch* and of those that are told together with it: "in retail and catering"."""
    at = named.index(branch)
    first = last = at
    while first and _is_joined(text[named[first - 1].end : named[first].start]):
        first -= 1
    while last + 1 < len(named) and _is_joined(text[named[last].end : named[last + 1].start]):
        last += 1
    return {each.name for each in named[first : last + 1]}


def _is_joined(between: str) -> bool:
    return len(between) <= _JOINED and not any(map(str.isdigit, between))


def _is_clear(text: str) -> bool:
    return not any(mark in text for mark in _PARTING) and not any(map(str.isdigit, text))


def _of_context(passage: Passage, before: Sequence[Branch], language: str) -> set[str]:
    headed = {branch.name for heading in passage.headings for branch in branches_in(heading, language)}
    names = {branch.name for branch in before} or headed
    return names if len(names) == 1 else set()
