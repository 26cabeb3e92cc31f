"""From what was selected to the answer: words, figures, citations, notes."""

from collections.abc import Callable, Sequence
from itertools import islice

from qa_bot.answer.check import check, is_founded
from qa_bot.answer.citing import Citations
from qa_bot.answer.passage import passage_answer
from qa_bot.answer.phrases import say, wording
from qa_bot.answer.plan import plan
from qa_bot.answer.planned import Plan
from qa_bot.answer.readings import Reading
from qa_bot.answer.show import Shown, bare_text, show
from qa_bot.answer.wording import period_words
from qa_bot.schema import Answer, Candidate, Document, Figure, Form, Hit, HitRef, Measure, Passage, Query, Record, Status
from qa_bot.text.digest import digest

MOST_EXAMPLES = 3
MAX_ROWS = 24  # of the figures that all fit: more than a screen is asked for as such


def compose(
    query: Query,
    hits: Sequence[Hit],
    candidates: Sequence[Candidate],
    readings: Sequence[Reading],
    *,
    bound: Sequence[Figure] = (),
    documents: Callable[[str], Document],
    most: int | None = MAX_ROWS,
) -> tuple[Answer, tuple[Figure, ...]]:
    """Return the answer to *query* and the figures on file that it rests on; *bound* are the figures that "those" stands for.

    Of figures that fit alike it has *most*, None for all, and says how many there are.
    """
    citations = Citations(documents)
    planned = plan(query, candidates, readings, bound, hits)
    total = _cut(planned, most)
    shown = _shown(query, planned, readings, citations)
    answer = Answer(
        id="",
        question=query.text,
        read_as=query.read_as,
        language=query.language,
        status=planned.status,
        form=planned.form,
        by=planned.by,
        short=shown.short,
        verdict=planned.verdict,
        text=shown.text,
        figures=shown.figures,
        total=total,
        nearest=shown.nearest,
        missing=planned.missing,
        related=shown.related,
        citations=citations.all(),
        hits=_refs(hits),
        notes=shown.notes,
    )
    if not is_founded(answer.text, answer):
        answer = answer.model_copy(update={"text": bare_text(answer)})
    return answer, tuple(planned.figures)


def _cut(planned: Plan, most: int | None) -> int | None:
    """Leave *most* of the figures that stand below or beside each other; return how many there were, None when all are left."""
    total = len(planned.figures)
    listed = planned.form in (Form.TABLE, Form.SIDE_BY_SIDE) and planned.derived is None
    if most is None or not listed or total <= most:
        return None
    planned.shifts = planned.shifts[: most // 2]  # of two figures each
    planned.figures = planned.figures[: 2 * len(planned.shifts) or most]
    return total


def decline(query: Query, hits: Sequence[Hit], *, too_long: int | None = None) -> Answer:
    """Return the answer to a text that asks nothing, or that is too long to be a question."""
    language = query.language
    examples = _examples(hits, language) or tuple(wording(language)["examples"].values())
    text = say(language, "too_long", limit=too_long) if too_long else say(language, "unclear", example=examples[0])
    return Answer(
        id="",
        question=query.text,
        read_as=query.read_as,
        language=language,
        status=Status.UNCLEAR,
        form=Form.PASSAGE,
        text=text,
        missing=("question",),
        choices=examples,
        hits=_refs(hits),
    )


def _examples(hits: Sequence[Hit], language: str) -> tuple[str, ...]:
    """Questions that these documents answer: what is counted in them, and for when."""
    figures = (figure for hit in hits for figure in hit.figures if figure.measure is Measure.COUNT and figure.language == language)
    asked = (
        say(language, "example", counted=figure.counted, period=period_words(figure.period, language))
        for figure in figures
        if figure.counted and figure.period is not None and figure.period.start is not None and figure.terms.head
    )
    return tuple(islice(dict.fromkeys(asked), MOST_EXAMPLES))


def identified(answer: Answer, *, question: str, index: str, took_ms: float) -> Answer:
    """Return *answer* with its question as asked, the fingerprint of the index, and its id: the hash of all but the time it took.

    It is the last look before an answer leaves: UnfoundedAnswerError where it would break what the contract says always holds.
    """
    check(answer)
    known = answer.model_copy(update={"question": question, "index": index})
    named = digest(known.model_dump_json(exclude={"id", "took_ms"}))
    return known.model_copy(update={"id": named, "took_ms": round(took_ms, 2)})


def _shown(query: Query, planned: Plan, readings: Sequence[Reading], citations: Citations) -> Shown:
    if planned.form is Form.PASSAGE and planned.status is not Status.NOT_FOUND:
        return passage_answer(query, planned, readings, citations)
    return show(query, planned, readings, citations)


class _Refs(Record):
    """The passages found, as an answer names them."""

    hits: tuple[HitRef, ...]


def _refs(hits: Sequence[Hit]) -> tuple[HitRef, ...]:
    """Return what an answer says of *hits*; all of them validated at once, which takes half the time."""
    return _Refs.model_validate({"hits": [_ref(hit, hit.passage) for hit in hits]}).hits


def _ref(hit: Hit, passage: Passage) -> dict[str, object]:
    span = passage.span
    return {
        "rank": hit.rank,
        "doc_id": passage.doc_id,
        "passage_id": passage.passage_id,
        "start": span.start,
        "end": span.end,
        "score": round(hit.score, 4),
    }
