"""The conversations that the project promises to hold, on the shipped corpus and on the texts that it retells."""

from pathlib import Path

import pytest
from ask_questions import FOLDERS, answerer_of, ask, index_of
from seeds import ABSENT, FOLDER

from qa_bot.ask import Answerer
from qa_bot.evaluation.questions import Question
from qa_bot.retrieval import ENGINES

SOURCES = [
    pytest.param(FOLDERS["corpus"], id="corpus"),
    pytest.param(FOLDER, id="seeds", marks=pytest.mark.skipif(not FOLDER.is_dir(), reason=ABSENT)),
]
SOME = ["answered", "partial"]
_WINTER = "How many refusals to extradite did Russia receive in January and February 2022?"
_SPRING = "And from March to June?"
_REFUSED = "How many extradition refusals in 2023?"
_GRANTED = "How many of Russia's extradition requests were granted in 2012?"
_MORE = "Did foreign states refuse more than 100 extradition requests in 2023?"

# (earlier questions, question, expectation)
EXAMPLES: dict[str, tuple[list[str], str, dict[str, object]]] = {
    "a count": (
        [],
        _REFUSED,
        {"status": "answered", "value": ["114"], "must_not": ["66"], "bound": "exact", "period": ["2023-01-01", "2023-12-31"]},
    ),
    "an inferred year": (
        [],
        _WINTER,
        {"status": SOME, "value": ["4"], "must_not": ["60"], "period": ["2022-01-01", "2022-02-28"]},
    ),
    "the next months": (
        [_WINTER],
        _SPRING,
        {"status": SOME, "value": ["60"], "period": ["2022-03-01", "2022-06-30"]},
    ),
    "a part of those": (
        [_WINTER, _SPRING],
        "How many of those were politically motivated?",
        {"status": SOME, "value": ["28"], "bound": "at_least"},
    ),
    "a year not on file": (
        [],
        "How many extradition refusals were there in 2021?",
        {"status": "not_found", "missing": ["period"], "nearest": ["114"]},
    ),
    "a country's other refusals": (
        [],
        "How many extradition requests did Switzerland refuse in 2023?",
        {"status": "not_found", "must_not": ["26", "114"]},
    ),
    "several periods": (
        [],
        "How many refusals to extradite criminals has Russia received?",
        {
            "status": SOME,
            "value": ["4", "60", "42", "114"],
            "any_order": True,
            "must_not": ["106", "220"],
            "quote_not": "How many refusals",
        },
    ),
    "two claimants": (
        [],
        "How many political refusals to extradite were there in 2022?",
        {"status": SOME, "value": ["42", "28"], "any_order": True, "must_not": ["70"]},
    ),
    "a superlative": (
        [],
        "Which country refused the most legal assistance requests for political reasons?",
        {"status": "answered", "value": ["26"], "text": "Switzerland"},
    ),
    "a part of a whole": (
        [],
        _GRANTED,
        {"status": "answered", "value": ["229"], "period": ["2012-01-01", "2012-12-31"], "text": "439"},
    ),
    "the rest": (
        [_GRANTED],
        "and how many were not?",
        {"status": "answered", "value": ["210", "439", "229"], "text_not": "refused"},
    ),
    "eight months": (
        [],
        "How many legal assistance requests on cybercrime in the first eight months of 2022?",
        {"status": "answered", "value": ["3000"], "bound": "more_than", "period": ["2022-01-01", "2022-08-31"]},
    ),
    "last year, undated": (
        [],
        "How many defendants were extradited to Russia last year, according to Kolokoltsev?",
        {"status": "partial", "value": ["70"], "must_not": ["20"], "bound": "more_than"},
    ),
    "another unit": (
        [],
        "How many people were extradited to Russia in 2012?",
        {"status": "not_found", "missing": ["unit"], "nearest": ["229"]},
    ),
    "yes or no": (
        [],
        _MORE,
        {"status": "answered", "value": ["114"], "verdict": "yes"},
    ),
    "a share": (
        [_MORE],
        "What share was political?",
        {"status": "answered", "value": ["33.3", "38", "114"]},
    ),
    "who said it": (
        [_REFUSED],
        "Who said that?",
        {"status": "answered", "text": "Prosecutor General"},
    ),
    "a reason": (
        [],
        "Why did Bulgaria refuse legal assistance?",
        {"status": "answered", "quote": "sovereignty"},
    ),
    "in Russian": (
        [],
        "Сколько отказов в экстрадиции было в 2023 году?",
        {"status": "answered", "value": ["114"], "must_not": ["66"]},
    ),
    "with typos": (
        [],
        "how many leagl asistance reqests were fulfiled in 2023",
        {"status": "answered", "value": ["376"], "must_not": ["66"]},
    ),
}


@pytest.fixture(scope="module", params=SOURCES)
def index(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder: Path = request.param
    return index_of(folder, tmp_path_factory.mktemp("index") / "built")


@pytest.fixture(scope="module", params=ENGINES)
def asked(request: pytest.FixtureRequest, index: Path) -> Answerer:
    return answerer_of(index, request.param)


@pytest.mark.parametrize("name", EXAMPLES)
def test_an_example_is_answered_as_promised(asked: Answerer, name: str):
    history, question, expect = EXAMPLES[name]
    asking = Question.model_validate({"id": name, "question": question, "history": history, "as_of": "2024-05-01", "expect": expect})
    outcome = ask(asking, asked)
    assert not outcome.failed, (outcome.reasons(), outcome.failure)


def test_an_inferred_year_is_said_to_be_inferred(asked: Answerer):
    answer = asked.ask(_WINTER)
    assert answer.figures[0].period is not None
    assert answer.figures[0].period.basis == "context"
    assert answer.notes


def test_the_claimant_and_the_part_are_shown_with_the_count(asked: Answerer):
    answer = asked.ask(_REFUSED)
    claimant = answer.figures[0].claimant
    assert claimant is not None
    assert "Prosecutor General" in claimant.name
    assert "38" in answer.text
