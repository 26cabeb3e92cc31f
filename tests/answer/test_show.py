"""What is left of an answer whose phrases hold a number that no quote vouches for."""

from decimal import Decimal

from qa_bot.answer.show import bare_text
from qa_bot.schema import Answer, CitedFigure, Form, Status

LATE = CitedFigure(figure_id="a", value=Decimal(1204), surface="1,204", citation=1)


def test_a_refusal_keeps_its_sentence_and_says_what_is_nearest() -> None:
    answer = Answer(
        id="",
        question="How many trains were late in 2021?",
        read_as="late trains, 2021",
        language="en",
        status=Status.NOT_FOUND,
        form=Form.SINGLE,
        text="",
        missing=("period",),
        nearest=(LATE.model_copy(update={"differs": ("period",)}),),
    )
    refusal, heading, row = bare_text(answer).splitlines()
    assert refusal == "No figure that answers this was found in the documents."
    assert heading.startswith("Nearest")
    assert row == "- 1,204 [1] — another period"


def test_an_answer_keeps_its_figures() -> None:
    answer = Answer(
        id="", question="q", read_as="q", language="en", status=Status.ANSWERED, form=Form.SINGLE, short="1,204", text="", figures=(LATE,)
    )
    assert bare_text(answer) == "- 1,204 [1]"
