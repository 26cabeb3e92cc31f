"""Passages that share no more than a year, or a word for people, with the question are not on its topic."""

import pytest

from qa_bot.app import LiveAnswerer
from qa_bot.build import build
from qa_bot.telegram.topic import on_topic

DOCUMENTS = {
    "museums.md": "# Museums\n\nIn 2023, 1,284 people visited the museums of Tarn.\n\n# Plans\n\nThe museums of Tarn want to be visited by more people.\n",
    "trams.md": "# Trams\n\nIn accidents of 2023, 43 people were hurt, two of them in Tarn Street.\n",
    "budget.md": "# Budget\n\nThe budget of 2023 was passed in March 2023.\n",
}


@pytest.fixture(scope="module")
def answerer(tmp_path_factory: pytest.TempPathFactory) -> LiveAnswerer:
    folder = tmp_path_factory.mktemp("topic")
    for name, text in DOCUMENTS.items():
        (folder / name).write_text(text, encoding="utf-8")
    build([folder], index=folder / "index", workers=1)
    return LiveAnswerer(folder / "index")


@pytest.mark.parametrize("question", ["How many people visited museums in 2023?", "Сколько людей посетили музеи в 2023 году?"])
def test_what_shares_half_of_the_words_is_on_the_topic(answerer: LiveAnswerer, question: str) -> None:
    assert [hit.doc_id for hit in on_topic(answerer.explain(question)).hits] == ["museums.md", "museums.md"]


def test_a_message_that_asks_for_nothing_has_no_topic(answerer: LiveAnswerer) -> None:
    assert on_topic(answerer.explain("And in 2023?")).hits == ()
