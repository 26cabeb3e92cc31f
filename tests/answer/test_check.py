"""No answer leaves with a figure outside its quote or a number that nothing vouches for."""

from datetime import date
from decimal import Decimal

import pytest

from qa_bot.answer.check import check, is_founded
from qa_bot.errors import UnfoundedAnswerError
from qa_bot.schema import Answer, Citation, CitedFigure, Derived, Form, Period, Status

QUOTE = "In 2023, 1,204 trains were late, 310 of them because of snow."
LATE = CitedFigure(figure_id="a", value=Decimal(1204), surface="1,204", citation=1)
SNOW = CitedFigure(figure_id="b", value=Decimal(310), surface="310", citation=1)
SHARE = CitedFigure(figure_id="c", value=Decimal("25.7"), unit="%", derived=Derived(expression="310 / 1204", operands=("b", "a")))


def answer(**fields: object) -> Answer:
    made: dict[str, object] = {
        "id": "",
        "question": "How many trains were late?",
        "read_as": "late trains",
        "language": "en",
        "status": Status.ANSWERED,
        "form": Form.SINGLE,
        "short": "1,204",
        "text": "1,204 trains [1]",
        "figures": (LATE,),
        "citations": (Citation(number=1, doc_id="d", path="d", quote=QUOTE, start=0, end=len(QUOTE)),),
    }
    return Answer(**{**made, **fields})


@pytest.mark.parametrize(
    "fields",
    [
        pytest.param({}, id="a figure in its quote"),
        pytest.param({"text": "1,204 trains, 310 because of snow [1]"}, id="another number of the quote"),
        pytest.param(
            {"text": "25.7 %: 310 / 1204 [1]", "figures": (SHARE, SNOW, LATE), "short": "25.7"}, id="derived, with its expression"
        ),
        pytest.param({"question": "More than 1,500?", "text": "No, not 1,500: 1,204 [1]"}, id="a number of the question"),
        pytest.param(
            {"status": Status.NOT_FOUND, "short": None, "figures": (), "nearest": (LATE,), "text": "Nearest: 1,204 [1]"}, id="a near figure"
        ),
        pytest.param({"status": Status.NOT_FOUND, "short": None, "figures": (), "citations": (), "text": "Nothing."}, id="nothing"),
    ],
)
def test_a_good_answer_passes(fields):
    check(answer(**fields))


@pytest.mark.parametrize(
    "fields",
    [
        pytest.param({"figures": (LATE.model_copy(update={"surface": "1,205"}),)}, id="a figure that its quote lacks"),
        pytest.param({"figures": (LATE.model_copy(update={"citation": 2}),)}, id="a citation that is not there"),
        pytest.param({"figures": (LATE.model_copy(update={"citation": None}),)}, id="a figure without a citation"),
        pytest.param({"figures": (LATE.model_copy(update={"surface": None}),)}, id="a figure without a surface"),
        pytest.param({"nearest": (LATE.model_copy(update={"surface": "77"}),)}, id="a near figure outside its quote"),
        pytest.param({"text": "1,204 trains, 66 more than before [1]"}, id="a number from nowhere"),
        pytest.param({"text": "25.7 % [1]"}, id="a share that is not derived"),
        pytest.param({"status": Status.NOT_FOUND, "short": None}, id="declined with a figure"),
        pytest.param({"status": Status.UNCLEAR, "short": None}, id="unclear with a figure"),
    ],
)
def test_a_bad_answer_is_refused(fields):
    with pytest.raises(UnfoundedAnswerError):
        check(answer(**fields))


@pytest.mark.parametrize("text", ["12 trains [1]", "120 trains [1]", "4 trains [1]", "20 trains [1]"])
def test_a_piece_of_a_number_vouches_for_nothing(text):
    with pytest.raises(UnfoundedAnswerError):
        check(answer(text=text))


def test_a_citation_number_is_no_number_of_the_text():
    check(answer(text="trains [7]"))


@pytest.mark.parametrize(("text", "good"), [("until 31 March 2024", True), ("until 30 March 2024", False), ("in 2025", False)])
def test_the_days_of_a_period_are_founded(text, good):
    period = Period(start=date(2024, 1, 1), end=date(2024, 3, 31), surface="the first quarter")
    assert is_founded(text, answer(figures=(LATE.model_copy(update={"period": period}),))) is good
