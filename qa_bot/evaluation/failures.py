"""What explains a failed question: how it was read, the figures that were weighed, and the quotes in their documents."""

from collections.abc import Iterator

from qa_bot.ask import Explanation
from qa_bot.evaluation.outcome import CandidateSight, Excerpt, Failure
from qa_bot.evaluation.questions import Question
from qa_bot.retrieval import Index
from qa_bot.schema import Candidate, Document, plain

CANDIDATES = 8  # that are kept
EXCERPTS = 4
AROUND = 240  # characters of the document on each side of a quote


def explain_failure(question: Question, explained: Explanation, index: Index) -> Failure:
    """Return what explains that *question* failed."""
    answer = explained.answer
    return Failure(
        read_as=answer.read_as,
        text=answer.text,
        candidates=tuple(map(_sight, explained.candidates[:CANDIDATES])),
        excerpts=(*_cited(explained, index), *_wanted(question, explained, index)),
    )


def _sight(candidate: Candidate) -> CandidateSight:
    figure = candidate.figure
    return CandidateSight(
        doc_id=figure.doc_id,
        value=plain(figure.value),
        surface=figure.surface,
        counted=figure.counted,
        fits=tuple(dict.fromkeys((slot, fit.value) for slot, fit in candidate.fits)),
    )


def _cited(explained: Explanation, index: Index) -> Iterator[Excerpt]:
    answer = explained.answer
    marks = {figure.citation: figure.surface for figure in (*answer.nearest, *answer.figures)[::-1]}
    for citation in answer.citations[:EXCERPTS]:
        document = index.document(citation.doc_id)
        marked = marks.get(citation.number) or (answer.short if answer.short and answer.short in citation.quote else None)
        yield _excerpt(document, citation.start, citation.end, marked, wanted=False)


def _wanted(question: Question, explained: Explanation, index: Index) -> Iterator[Excerpt]:
    """Yield where the answer stands that was expected, where no citation shows it: the fragment of the quote, or the best passage."""
    cited = {citation.doc_id for citation in explained.answer.citations[:EXCERPTS]}
    for name in question.expect.document[:EXCERPTS]:
        document = index.document(name)
        fragment = next((part for part in question.expect.quote if part in document.text), None)
        if fragment is not None:
            start = document.text.index(fragment)
            yield _excerpt(document, start, start + len(fragment), None, wanted=True)
        elif name not in cited:
            hit = next((hit for hit in explained.hits if hit.passage.doc_id == name and hit.score > 0), None)
            if hit is not None:
                yield _excerpt(document, hit.passage.span.start, hit.passage.span.end, None, wanted=True)


def _excerpt(document: Document, start: int, end: int, marked: str | None, *, wanted: bool) -> Excerpt:
    text = document.text
    first, last = max(0, start - AROUND), min(end + AROUND, len(text))
    if first > 0:  # not in the middle of a word
        space = text.find(" ", first, start)
        first = start if space < 0 else space
    if last < len(text):
        last = max(text.rfind(" ", end, last), end)
    return Excerpt(
        doc_id=document.doc_id,
        title=document.title,
        before=text[first:start],
        quote=text[start:end],
        after=text[end:last],
        marked=marked,
        wanted=wanted,
    )
