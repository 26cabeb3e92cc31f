"""A failed question on the page: the answer, what was expected, where it was found, the figures weighed, the quotes in their documents."""

import re
from collections.abc import Iterator, Mapping

from qa_bot.evaluation.outcome import CandidateSight, Excerpt, Outcome
from qa_bot.evaluation.questions import Expected
from qa_bot.rendering.report.elements import Markup, element, joined, table, text
from qa_bot.schema import Fit

_LINES = re.compile(r"\s*\n\s*")
_SIGNS: Mapping[str, str] = {Fit.SAME: "✓", Fit.NARROWER: "⊂", Fit.WIDER: "⊃", Fit.UNKNOWN: "?", Fit.DIFFERENT: "✗"}

_FROM_BAD = (Fit.DIFFERENT, Fit.UNKNOWN, Fit.WIDER, Fit.NARROWER, Fit.SAME)


def failure_card(outcome: Outcome) -> Markup:
    """Return all that explains why a question failed."""
    slots = {shortfall.slot for shortfall in outcome.shortfalls}
    return element(
        "article",
        element("h3", _asked(outcome)),
        element("p", element("code", outcome.id), " ", element("span", outcome.category, class_="category"), class_="name"),
        element("ul", *(element("li", reason) for reason in outcome.reasons()), class_="reasons"),
        element("div", _expected(outcome.expect, slots), _answered(outcome), class_="sides"),
        _ranks(outcome),
        _candidates(outcome),
        *_excerpts(outcome),
        id=f"q-{outcome.id}",
    )


def _asked(outcome: Outcome) -> Markup:
    before = joined(element("span", question, class_="before") for question in outcome.history)
    return Markup(f"{before}{text(outcome.question)}")


def _expected(expect: Expected, wrong: set[str]) -> Markup:
    rows = []
    for name, value in expect.model_dump(mode="json", exclude_defaults=True).items():
        shown = ", ".join(map(str, value)) if isinstance(value, list) else str(value)
        rows.append(Markup(f"{element('dt', name, class_='wrong' if name in wrong else 'held')}{element('dd', shown)}"))
    return element("div", element("h4", "Expected"), element("dl", *rows))


def _answered(outcome: Outcome) -> Markup:
    failure = outcome.failure
    told = [element("h4", "Answered: ", element("span", outcome.status or "nothing", class_="status"))]
    if failure is not None:
        told.append(element("p", failure.text, class_="answer"))
        if failure.read_as:
            told.append(element("p", f"Read as: {failure.read_as}", class_="aside"))
    return element("div", *told)


def _ranks(outcome: Outcome) -> Markup:
    ranks = outcome.ranks()
    if not ranks:
        return Markup("")
    told = ", ".join(f"{key} at rank {rank}" if rank else f"{key} not among {len(outcome.ranking)}" for key, rank in ranks.items())
    return element("p", f"Found: {told}", class_="aside")


def _candidates(outcome: Outcome) -> Markup:
    if outcome.failure is None or not outcome.failure.candidates:
        return Markup("")
    rows = [(element("strong", sight.surface), sight.counted or "", sight.doc_id, _fits(sight)) for sight in outcome.failure.candidates]
    return joined((element("h4", "Figures weighed"), table(("figure", "counts", "document", "fit"), rows, class_="candidates")))


def _fits(sight: CandidateSight) -> Markup:
    """The fit of each slot; of one that was weighed twice the worst."""
    worst: dict[str, str] = {}
    for slot, fit in sight.fits:
        if slot not in worst or _FROM_BAD.index(fit) < _FROM_BAD.index(worst[slot]):
            worst[slot] = fit
    return joined(element("span", f"{_SIGNS.get(fit, '')} {slot}", class_=f"fit {fit}", title=fit) for slot, fit in worst.items())


def _excerpts(outcome: Outcome) -> Iterator[Markup]:
    excerpts = outcome.failure.excerpts if outcome.failure is not None else ()
    for wanted, title in ((True, "Where the answer was expected"), (False, "Cited")):
        of_kind = [excerpt for excerpt in excerpts if excerpt.wanted is wanted]
        if of_kind:
            yield element("h4", title)
            yield from map(_excerpt, of_kind)


def _excerpt(excerpt: Excerpt) -> Markup:
    quote = text(excerpt.quote)
    if excerpt.marked and excerpt.marked in excerpt.quote:
        before, _, after = excerpt.quote.partition(excerpt.marked)
        quote = Markup(f"{text(before)}{element('strong', excerpt.marked)}{text(after)}")
    source = f"{excerpt.title} · {excerpt.doc_id}" if excerpt.title else excerpt.doc_id
    before, after = (_LINES.sub("\n", part) for part in (excerpt.before.lstrip(), excerpt.after.rstrip()))
    around = (element("span", "… ", before), element("mark", quote), element("span", after, " …"))
    return element("figure", element("blockquote", *around), element("figcaption", source))
