""" "Last year it was $2.6 million": what "it" is stands in the sentence before."""

import pytest

from tests.figures.conftest import FiguresOf

OVERDRAFT = (
    "The overdraft of the harbour trust stood at $4.2 million in 2021. In 2022 it was $2.6 million. It will fall to $1.1 million by 2025."
)
SURPLUS = "The trade surplus narrowed to 3.3 billion crowns in 2022. A year earlier it had been 5.9 billion crowns."
LOSS = (
    "Brennick's operating loss was $41 million in 2022. The company said it had been cut to $12 million in 2023. "
    "Analysts at Dover Street expect that it will be $5 million in 2024."
)
TUNNEL = "The Sollen tunnel was costed at €310 million in 2018. It will now cost €540 million. The Lund bridge cost €90 million."
DEBT = "Net debt will peak at $24 million in 2026. The opposition says it will pass $27 million."
APART = "The union spent $3 million. In 2023 revenue was $9 million and costs were $8 million. It was $2 million in 2020."
EARNED = "The firm's debt was $9 million in 2020. The firm said it earned $5 million."
OTHER = "The deficit was $9 million in 2020. Parliament met in May. It was $5 million in 2019."


@pytest.mark.parametrize(
    ("text", "surface", "counted"),
    [
        pytest.param(OVERDRAFT, "$2.6 million", "overdraft of the harbour trust", id="next-sentence"),
        pytest.param(OVERDRAFT, "$1.1 million", "overdraft of the harbour trust", id="two-sentences-on"),
        pytest.param(SURPLUS, "5.9 billion", "trade surplus", id="had-been"),
        pytest.param(LOSS, "$12 million", "Brennick's operating loss", id="reported-and-passive"),
        pytest.param(LOSS, "$5 million", "Brennick's operating loss", id="another-voice"),
        pytest.param(TUNNEL, "€540 million", "Sollen tunnel", id="cost"),
        pytest.param(DEBT, "$24 million", "Net debt", id="peak"),
        pytest.param(DEBT, "$27 million", "Net debt", id="pass"),
        pytest.param(APART, "$2 million", None, id="either-of-two"),
        pytest.param(EARNED, "$5 million", None, id="who-earned"),
        pytest.param(OTHER, "$5 million", None, id="another-subject-between"),
    ],
)
def test_what_it_comes_to_counts_what_it_stands_for(figures_of: FiguresOf, text: str, surface: str, counted: str | None) -> None:
    assert {figure.surface: figure.counted for figure in figures_of(text)}[surface] == counted
