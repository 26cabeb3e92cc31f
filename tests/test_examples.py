"""Questions to begin with are good English or Russian, say all that they must, and are answered."""

from collections.abc import Callable
from pathlib import Path

import pytest

from qa_bot.ask import Answerer
from qa_bot.build import build
from qa_bot.examples import examples, leads_nowhere, with_examples
from qa_bot.retrieval import open_index
from qa_bot.schema import Status

Make = Callable[..., Answerer]


@pytest.fixture
def corpus(tmp_path: Path) -> Make:
    def make(**documents: str) -> Answerer:
        (tmp_path / "docs").mkdir()
        for name, text in documents.items():
            file = f"{name}.csv" if text.startswith("year,") else f"{name}.md"
            (tmp_path / "docs" / file).write_text(text, encoding="utf-8")
        build([tmp_path / "docs"], index=tmp_path / "index", workers=1)
        return Answerer(open_index(tmp_path / "index"))

    return make


def test_each_example_is_answered(corpus: Make) -> None:
    answers = corpus(
        trams="# Trams\n\nIn 2023, 1,204 trams were late. In 2022, 57 bus drivers were trained.",
        loans="# Loans\n\nThe library lent 31,000 books in 2021.",
        wells="year,district,wells\n2021,North,12\n2021,South,14\n",
    )
    found = examples(answers, "en")
    assert len(found) == 3
    assert all(answers.ask(question).status is Status.ANSWERED for question in found)


def test_an_example_says_what_was_granted(corpus: Make) -> None:
    answers = corpus(asylum="# Asylum\n\nIn the first half of 2023, Lorvia granted asylum to 1,204 people. In 2022, 57 trams were late.")
    assert examples(answers, "en") == ("How many trams were late in 2022?",)


@pytest.mark.parametrize(
    ("text", "question"),
    [
        pytest.param("In 2023 the flu season was mild; 212 patients died.", "How many patients died in 2023?", id="nobody-died-them"),
        pytest.param("Robberies fell to 412 in 2023.", "How many robberies were there in 2023?", id="an-event-is-not-done-to-itself"),
    ],
)
def test_an_example_reads_as_somebody_would_ask(corpus: Make, text: str, question: str) -> None:
    assert examples(corpus(report=f"# Report\n\n{text}"), "en") == (question,)


def test_an_index_of_nothing_but_rows_has_examples(corpus: Make) -> None:
    rows = "\n".join(f"{year},District {number},{number + 7}" for year in (2020, 2021) for number in range(30))
    answers = corpus(wells=f"year,district,wells\n{rows}\n", boats=f"year,district,boats\n{rows}\n")
    assert sorted(examples(answers, "en")[:2]) == ["How many boats were there in 2020?", "How many wells were there in 2020?"]


def test_a_row_with_a_plain_name_is_asked_for_by_it(corpus: Make) -> None:
    answers = corpus(fires="year,region,fires\n2021,North,12\n2021,South,14\n")
    assert "How many fires were there in North in 2021?" in examples(answers, "en")


def test_examples_are_in_the_language_spoken_where_documents_are(corpus: Make) -> None:
    answers = corpus(
        pozhary="# Пожары\n\nВ 2023 году потушили 412 пожаров. В 2022 году волонтёры помогли 5 412 семьям.",
        trams="In 2023, 9 trams were late.",
    )
    assert examples(answers, "ru") == ("Сколько пожаров потушили в 2023 году?",)
    assert examples(answers, "en") == ("How many trams were late in 2023?",)


def test_documents_without_figures_give_none(corpus: Make) -> None:
    assert examples(corpus(talk="# Talk\n\nThe office wants a depot. Nobody has opened its purse yet."), "en") == ()


@pytest.mark.parametrize(
    ("question", "nowhere"),
    [
        pytest.param("How many dolphins were seen in 2023?", True, id="nothing of it is in the documents"),
        pytest.param("How many trams were late in 1999?", False, id="there are figures near it"),
        pytest.param("How many trams were late in 2023?", False, id="answered"),
    ],
)
def test_only_what_leads_nowhere_gets_examples(corpus: Make, question: str, nowhere: bool) -> None:
    answers = corpus(trams="# Trams\n\nIn 2023, 1,204 trams were late.")
    answer = answers.ask(question)
    assert leads_nowhere(answer) is nowhere
    assert with_examples(answer, answers).choices == (("How many trams were late in 2023?",) if nowhere else ())
