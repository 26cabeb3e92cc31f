"""Of many figures that fit alike the first are shown, how many there are is said, and each says whose it is."""

from pathlib import Path

import pytest

from qa_bot.ask import Answerer
from qa_bot.build import build
from qa_bot.retrieval import open_index
from qa_bot.schema import Answer

WELLS = "year,district,wells\n" + "\n".join(f"{year},District {number} B,{100 + number}" for year in (2021, 2022) for number in range(40))
DOCUMENTS = {
    "wells.csv": WELLS,
    "union.md": "# Lifts\n\nThe Housing Office counted 1,318 broken lifts in 2023.\n\nThe Tenants' Union counted 2,071 broken lifts in 2023.\n",
    "sheds.csv": "year,region,sheds\n2023,North,15\n2023,South,21\n2023,East,9\n2023,West,34\n",
    "mines north.md": "# Mines of the North\n\nIn 2020, 31 mines were closed.\n",
    "mines south.md": "# Mines of the South\n\nIn 2020, 47 mines were closed.\n",
}


@pytest.fixture(scope="module")
def answerer(tmp_path_factory: pytest.TempPathFactory) -> Answerer:
    folder: Path = tmp_path_factory.mktemp("rows")
    (folder / "docs").mkdir()
    for name, text in DOCUMENTS.items():
        (folder / "docs" / name).write_text(text, encoding="utf-8")
    build([folder / "docs"], index=folder / "index", workers=1)
    return Answerer(open_index(folder / "index"))


def labels(answer: Answer) -> list[str | None]:
    return [figure.label for figure in answer.figures]


def test_the_rows_that_are_left_out_are_counted(answerer: Answerer) -> None:
    answer = answerer.ask("How many wells were there in 2022?")
    assert (len(answer.figures), answer.total) == (24, 40)


def test_all_rows_can_be_had(answerer: Answerer) -> None:
    question = "How many wells were there in 2022?"
    whole = answerer.unabridged(question, answerer.explain(question).turn)
    assert (len(whole.figures), whole.total, whole.question) == (40, None, question)
    assert {str(figure.value) for figure in whole.figures} == {str(100 + number) for number in range(40)}


def test_all_rows_of_all_parts_of_a_question_can_be_had(answerer: Answerer) -> None:
    question = "How many wells were there in 2022, and how many sheds were there in 2023?"
    explained = answerer.explain(question)
    parts = [answerer.ask(part) for part in ("How many wells were there in 2022?", "How many sheds were there in 2023?")]
    assert explained.answer.total == sum(part.total or len(part.figures) for part in parts)
    whole = answerer.unabridged(question, explained.turn)
    assert (len(whole.figures), whole.total, whole.question) == (explained.answer.total, None, question)


def test_rows_of_one_period_stand_in_the_order_of_their_numbers(answerer: Answerer) -> None:
    values = [figure.value for figure in answerer.ask("How many wells were there in 2022?").figures]
    assert values == sorted(values, reverse=True)


def test_a_row_is_named_by_the_cells_that_tell_it_apart(answerer: Answerer) -> None:
    answer = answerer.ask("How many wells were there in 2022?")
    assert labels(answer)[0] == "District 39 B"
    assert "- District 39 B: 139 wells" in answer.text


def test_a_row_is_named_by_its_header_without_the_year(answerer: Answerer) -> None:
    answer = answerer.ask("How many sheds were there in 2023?")
    assert {figure.label or figure.place for figure in answer.figures} == {"North", "South", "East", "West"}


def test_figures_of_two_documents_are_named_by_them(answerer: Answerer) -> None:
    answer = answerer.ask("How many mines were closed in 2020?")
    assert sorted(label or "" for label in labels(answer)) == ["Mines of the North", "Mines of the South"]
    assert "Mines of the North:" not in answer.text  # the title of a document is no quote


def test_claimants_name_their_figures_themselves(answerer: Answerer) -> None:
    answer = answerer.ask("How many broken lifts were counted in 2023?")
    assert (answer.by, labels(answer), answer.total) == ("claimant", [None, None], None)
