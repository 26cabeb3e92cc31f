"""What holds of every answer, whatever the documents and the question."""

import re
from collections.abc import Callable, Sequence
from datetime import date
from pathlib import Path

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from qa_bot.answer.check import check
from qa_bot.ask import Answerer
from qa_bot.build import build
from qa_bot.retrieval import open_index
from qa_bot.schema import Answer, Status

AS_OF = date(2024, 7, 1)
NUMERAL = re.compile(r"\d+(?:[.,\u00a0\u202f ]\d{3})*(?:[.,]\d+)?")

TRAMS = """\
In 2023, 1,204 trams were late, said the Transport Office, and 310 of them were late because of snow. In 2022, 980 trams were late.

The drivers' union counted 73 cancelled trams in March 2023. The depot was closed because its roof had cracked.
"""
HARVEST = """\
# Harvest

Farmers harvested about 12.5 thousand tonnes of barley in 2022, 40% of it in Elmby. Last year at least 900 pickers came from Poland.

| Crop | 2021 | 2022 |
|---|---|---|
| Oats, tonnes | 1,300 | 1,450 |
| Rye, tonnes | 800 | 760 |
"""
CLINIC = """\
В 2022 году больница приняла 2 480 пациентов, 1 310 из них выписали. В 2023 году приняли 2 655 пациентов.

Главный врач Анна Ветрова открыла новое отделение 4 мая 2023 года.
"""
VISITS = "The museum had 41,000 visitors in 2019. Between 30 and 40 paintings were restored, and the museum bought 7 for €1.2 million.\n"
DOCUMENTS = {"trams.txt": TRAMS, "harvest.md": HARVEST, "clinic.md": CLINIC, "visits.txt": VISITS}
OTHERS = {
    "weather.txt": "It snowed on 14 days in January 2020. The lake froze for 3 weeks.\n",
    "chess.txt": "The club played 38 games in 2018 and drew 11.\n",
}

KINDS = ("How many {what} {done} {when}?", "What share of {what} {done} {when}?", "Were more than 1,000 {what} {done} {when}?")
THINGS = ("trams", "tonnes of barley", "tonnes of oats", "pickers", "paintings", "visitors", "patients", "storks", "people")
DONE = ("were late", "were cancelled", "were harvested", "came", "were restored", "were admitted", "were there", "were bought")
WHEN = ("", "in 2021", "in 2022", "in 2023", "in March 2023", "last year", "in 2022 and 2023", "because of snow", "in Elmby", "in 1999")
WORDED = (
    "Why was the depot closed?",
    "Who opened the new ward?",
    "When was the ward opened?",
    "Which crop had the largest harvest in 2022?",
    "Сколько пациентов приняли в 2022 году?",
    "Сколько трамваев опоздало в 2023 году?",
    "Кто открыл новое отделение?",
    "How much did the museum pay for the paintings?",
    "What was cancelled?",
    "How many trams were late in 2022 and how many were cancelled in 2023?",
    "How many more trams were late in 2023 than in 2022?",
    "",
    "the of and",
)
QUESTIONS = st.one_of(
    st.builds(
        lambda kind, what, done, when: " ".join(kind.format(what=what, done=done, when=when).split()).replace(" ?", "?"),
        st.sampled_from(KINDS),
        st.sampled_from(THINGS),
        st.sampled_from(DONE),
        st.sampled_from(WHEN),
    ),
    st.sampled_from(WORDED),
)
FOLLOW_UPS = st.sampled_from(
    ("And in 2022?", "And in 2021?", "How many of those because of snow?", "And how many were not?", "Who said that?", "What share?")
)
UNANSWERABLE = (
    "How many trams were stolen in 2023?",
    "How many trams were late in 1999?",
    "How many tonnes of barley were harvested in 2023?",
    "How many teachers were hired in 2022?",
    "Сколько пациентов приняли в 2019 году?",
    "Who closed the airport?",
)
SEARCHES = settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.too_slow])

Written = Callable[..., Path]


def write(folder: Path, documents: dict[str, str]) -> Path:
    folder.mkdir(parents=True, exist_ok=True)
    for name, text in documents.items():
        (folder / name).write_text(text, encoding="utf-8")
    return folder


def answerer(folder: Path, index: Path, *, engine: str = "tantivy") -> Answerer:
    build([folder], index=index, engine=engine, workers=1)
    return Answerer(open_index(index))


@pytest.fixture(scope="module")
def docs(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return write(tmp_path_factory.mktemp("laws") / "docs", DOCUMENTS)


@pytest.fixture(scope="module")
def small(docs: Path) -> Answerer:
    return answerer(docs, docs.parent / "index")


@pytest.fixture(scope="module")
def plain(docs: Path) -> Answerer:
    """The same documents with the other engine."""
    return answerer(docs, docs.parent / "plain", engine="rank-bm25")


@pytest.fixture(scope="module")
def larger(docs: Path) -> Answerer:
    """The same documents with others that have nothing to do with them."""
    return answerer(write(docs.parent / "more", {**DOCUMENTS, **OTHERS}), docs.parent / "larger")


def contents(answer: Answer) -> str:
    return answer.model_dump_json(exclude={"took_ms"})


def said(answer: Answer) -> tuple[object, ...]:
    """What an answer says, apart from its ranking and the index it came from."""
    return (
        answer.status,
        answer.form,
        answer.short,
        answer.verdict,
        answer.text,
        answer.missing,
        [(figure.value, figure.surface) for figure in answer.figures],
    )


def numerals(text: str) -> set[str]:
    return {re.sub(r"[,\u00a0\u202f ]", "", numeral) for numeral in NUMERAL.findall(text)}


# ---------------------------------------------------------------- of every answer


@given(QUESTIONS)
@SEARCHES
def test_every_quote_is_a_slice_of_its_document(small: Answerer, question: str):
    for citation in small.ask(question, as_of=AS_OF).citations:
        text = small.index.document(citation.doc_id).text
        assert text[citation.start : citation.end] == citation.quote
        assert 0 < len(citation.quote) <= 600


@given(QUESTIONS, st.lists(FOLLOW_UPS, max_size=2))
@SEARCHES
def test_every_figure_stands_in_the_quote_it_names(small: Answerer, question: str, follow_ups: Sequence[str]):
    questions = (question, *follow_ups)
    answer = small.ask(questions[-1], history=questions[:-1], as_of=AS_OF)
    quotes = {citation.number: citation.quote for citation in answer.citations}
    shown = {figure.figure_id for figure in answer.figures}
    for figure in (*answer.figures, *answer.nearest):
        if figure.derived is None:
            assert figure.surface is not None
            assert figure.citation is not None
            assert figure.surface in quotes[figure.citation]
        else:
            assert figure.surface is None
            assert set(figure.derived.operands) <= shown
        assert set(figure.scope_citations) <= set(quotes)
    check(answer)


@given(QUESTIONS, st.lists(FOLLOW_UPS, max_size=2))
@SEARCHES
def test_every_number_in_the_text_is_accounted_for(small: Answerer, question: str, follow_ups: Sequence[str]):
    questions = (question, *follow_ups)
    answer = small.ask(questions[-1], history=questions[:-1], as_of=AS_OF)
    known = numerals(answer.question)
    for citation in answer.citations:
        known |= numerals(citation.quote) | {str(citation.number)}
    for figure in (*answer.figures, *answer.nearest):
        if figure.period is not None:
            known |= {part for end in (figure.period.start, figure.period.end) if end for part in (str(end.year), str(end.day))}
        if figure.derived is not None:
            known |= numerals(figure.derived.expression) | numerals(str(figure.value))
        if figure.part_of is not None:
            known.add(str(figure.part_of.value))
    assert numerals(answer.text) <= known


@given(QUESTIONS)
@SEARCHES
def test_short_is_a_slice_of_a_quote_or_a_derived_value(small: Answerer, question: str):
    answer = small.ask(question, as_of=AS_OF)
    if answer.status in (Status.NOT_FOUND, Status.UNCLEAR):
        assert (answer.short, answer.figures, answer.verdict) == (None, (), None)
        assert answer.missing
    elif not (answer.figures and answer.figures[0].derived):
        assert answer.short
        assert any(answer.short in citation.quote for citation in answer.citations)


@given(QUESTIONS)
@SEARCHES
def test_every_mark_in_the_text_is_a_citation(small: Answerer, question: str):
    answer = small.ask(question, as_of=AS_OF)
    numbers = [citation.number for citation in answer.citations]
    assert numbers == list(range(1, len(numbers) + 1))
    assert {int(mark) for mark in re.findall(r"\[(\d+)\]", answer.text)} <= set(numbers)


@given(QUESTIONS)
@SEARCHES
def test_what_is_near_differs_in_something(small: Answerer, question: str):
    answer = small.ask(question, as_of=AS_OF)
    assert all(figure.differs for figure in answer.nearest)
    assert not any(figure.differs for figure in answer.figures)
    assert not {figure.figure_id for figure in answer.nearest} & {figure.figure_id for figure in answer.figures}


@given(st.text(max_size=60))
@example("ГОД")  # whose best figure scored below 0
@SEARCHES
def test_any_text_has_an_answer(small: Answerer, question: str):
    answer = small.ask(question, as_of=AS_OF)
    assert answer.question == question
    check(answer)


@given(st.sampled_from(THINGS), st.sampled_from(DONE))
@SEARCHES
def test_a_year_that_no_document_names_is_never_answered(small: Answerer, what: str, done: str):
    answer = small.ask(f"How many {what} {done} in 1850?", as_of=AS_OF)
    assert answer.status is not Status.ANSWERED
    assert all(figure.period is None or figure.period.start is None for figure in answer.figures)


# ---------------------------------------------------------------- the same again


@given(QUESTIONS)
@SEARCHES
def test_the_same_question_has_the_same_bytes(small: Answerer, question: str):
    assert contents(small.ask(question, as_of=AS_OF)) == contents(small.ask(question, as_of=AS_OF))


@given(QUESTIONS, FOLLOW_UPS)
@SEARCHES
def test_turns_and_history_come_to_the_same(small: Answerer, question: str, follow_up: str):
    _, turn = small.ask_turn(question, as_of=AS_OF)
    kept, _ = small.ask_turn(follow_up, previous=turn, as_of=AS_OF)
    assert contents(kept) == contents(small.ask(follow_up, history=(question,), as_of=AS_OF))


@given(QUESTIONS)
@SEARCHES
def test_both_engines_answer_alike(small: Answerer, plain: Answerer, question: str):
    assert said(small.ask(question, as_of=AS_OF)) == said(plain.ask(question, as_of=AS_OF))


def test_an_index_made_twice_has_one_fingerprint(docs: Path, small: Answerer):
    assert answerer(docs, docs.parent / "again").index.fingerprint == small.index.fingerprint


def test_an_index_grown_step_by_step_answers_as_a_fresh_one(docs: Path, small: Answerer, tmp_path: Path):
    for size in range(1, len(DOCUMENTS) + 1):
        build([write(tmp_path / "docs", dict(list(DOCUMENTS.items())[:size]))], index=tmp_path / "index", workers=1)
    grown = Answerer(open_index(tmp_path / "index"))
    assert grown.index.fingerprint == small.index.fingerprint
    for question in (*WORDED, *UNANSWERABLE, "How many trams were late in 2023?"):
        assert contents(grown.ask(question, as_of=AS_OF)) == contents(small.ask(question, as_of=AS_OF))


# ---------------------------------------------------------------- documents that have nothing to do with it


@pytest.mark.parametrize("question", UNANSWERABLE)
def test_what_is_declined_stays_declined_when_unrelated_documents_are_added(small: Answerer, larger: Answerer, question: str):
    assert small.ask(question, as_of=AS_OF).status is Status.NOT_FOUND
    assert larger.ask(question, as_of=AS_OF).status is Status.NOT_FOUND


@pytest.mark.parametrize(
    ("question", "doc_id"),
    [
        ("How many trams were late in 2023?", "trams.txt"),
        ("Why was the depot closed?", "trams.txt"),
        ("How many tonnes of barley were harvested in 2022?", "harvest.md"),
        ("How many tonnes of rye were harvested in 2021?", "harvest.md"),
        ("Сколько пациентов приняли в 2022 году?", "clinic.md"),
        ("Кто открыл новое отделение?", "clinic.md"),
        ("How many visitors did the museum have in 2019?", "visits.txt"),
        ("How many paintings were restored?", "visits.txt"),
    ],
)
def test_an_answer_goes_with_its_document(small: Answerer, question: str, doc_id: str):
    answer = small.ask(question, as_of=AS_OF)
    assert {citation.doc_id for citation in answer.citations} == {doc_id}
    assert answer.status in (Status.ANSWERED, Status.PARTIAL)
    without = small.ask(question, as_of=AS_OF, docs=tuple(name for name in DOCUMENTS if name != doc_id))
    assert (without.status, without.figures) == (Status.NOT_FOUND, ())


@given(QUESTIONS)
@SEARCHES
def test_unrelated_documents_change_no_figure_of_an_answer(small: Answerer, larger: Answerer, question: str):
    first, second = small.ask(question, as_of=AS_OF), larger.ask(question, as_of=AS_OF)
    if first.status is Status.ANSWERED and first.figures:
        assert [figure.value for figure in first.figures] == [figure.value for figure in second.figures]


@given(QUESTIONS)
@SEARCHES
def test_a_search_in_one_document_cites_only_that(small: Answerer, question: str):
    answer = small.ask(question, as_of=AS_OF, docs=("trams.txt",))
    assert {citation.doc_id for citation in answer.citations} | {hit.doc_id for hit in answer.hits} <= {"trams.txt"}
