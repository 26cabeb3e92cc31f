"""Answers as the pipeline gives them, about late trains; and what runs a command in this process."""

from collections.abc import Callable
from datetime import date
from decimal import Decimal

import pytest

from qa_bot.cli.screen import Screen
from qa_bot.rendering.blocks import Block
from qa_bot.schema import Answer, Basis, Bound, Citation, CitedFigure, Claimant, Form, PartOf, Period, Status

QUOTE_2023 = "In 2023, 1,204 trains were late, the operator said, 310 of them because of snow."
QUOTE_2022 = "At least 980 trains were late in 2022."


def year(number: int, basis: Basis = Basis.STATED) -> Period:
    return Period(start=date(number, 1, 1), end=date(number, 12, 31), surface=f"in {number}", basis=basis)


@pytest.fixture
def trains_2023() -> CitedFigure:
    return CitedFigure(
        figure_id="f1",
        value=Decimal(1204),
        unit="train",
        counted="trains",
        action="were late",
        period=year(2023),
        claimant=Claimant(name="the operator"),
        surface="1,204",
        citation=1,
    )


@pytest.fixture
def snow() -> CitedFigure:
    return CitedFigure(
        figure_id="f2",
        value=Decimal(310),
        unit="train",
        counted="trains",
        reason="snow",
        period=year(2023),
        claimant=Claimant(name="the operator"),
        part_of=PartOf(figure_id="f1", value=Decimal(1204), counted="trains"),
        surface="310",
        citation=1,
    )


@pytest.fixture
def trains_2022() -> CitedFigure:
    return CitedFigure(
        figure_id="f3",
        value=Decimal(980),
        bound=Bound.AT_LEAST,
        unit="train",
        counted="trains",
        action="were late",
        period=year(2022, Basis.CONTEXT),
        surface="980",
        citation=2,
        differs=("period",),
    )


@pytest.fixture
def citations() -> tuple[Citation, ...]:
    return (
        Citation(
            number=1,
            doc_id="trains.md",
            path="reports/trains.md",
            title="Trains and snow",
            publisher="Gazette",
            published=date(2024, 1, 9),
            page=3,
            quote=QUOTE_2023,
            start=10,
            end=10 + len(QUOTE_2023),
        ),
        Citation(number=2, doc_id="old.txt", path="old.txt", quote=QUOTE_2022, start=0, end=len(QUOTE_2022)),
    )


@pytest.fixture
def answered(trains_2023: CitedFigure, citations: tuple[Citation, ...]) -> Answer:
    return Answer(
        id="a",
        question="How many trains were late in 2023?",
        read_as="late trains, 2023",
        language="en",
        status=Status.ANSWERED,
        form=Form.SINGLE,
        short="1,204",
        text="1,204 trains were late in 2023, says the operator. [1]",
        figures=(trains_2023,),
        citations=citations[:1],
    )


@pytest.fixture
def plain() -> Callable[[list[Block]], list[str]]:
    """Return the lines of blocks as a pipe gets them."""

    def show(blocks: list[Block], width: int | None = None) -> list[str]:
        import io

        stream = io.StringIO()
        Screen(stream, width, colour=False).show(blocks)
        return stream.getvalue().splitlines()

    return show
