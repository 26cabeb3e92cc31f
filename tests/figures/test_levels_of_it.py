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

RENT = "The rent of the quay was 40 million euros in 2022. It cost 8 million euros."
MEMBERS = "The deficit of the club was 2 million dollars in 2022. It has 40 members and cost 8 million dollars."
SHE = "Долг порта в 2022 году составил 5 млн рублей. Он составит 7 млн рублей. Она составит 9 млн рублей."
HE = "Долг порта в 2022 году составил 5 млн рублей. В 2023 году он составил 7 млн рублей. В 2024 году он составит 9 млн рублей."
MANY = (
    "The debt of the port was $9 million in 2019. It was $8 million, $7 million, $6 million, $5 million and $4 million "
    "in the five years behind. By 2026 it will be $3 million."
)


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
        pytest.param(RENT, "8 million euros", None, id="cost-is-another-sum"),
        pytest.param(MEMBERS, "8 million dollars", None, id="cost-behind-members"),
        pytest.param(SHE, "9 млн рублей", None, id="another-gender-behind-a-pronoun"),
        pytest.param(HE, "9 млн рублей", "Долг порта", id="same-gender-behind-a-pronoun"),
        pytest.param(MANY, "$3 million", "debt of the port", id="many-figures-between"),
        pytest.param(OTHER, "$5 million", None, id="another-subject-between"),
    ],
)
def test_what_it_comes_to_counts_what_it_stands_for(figures_of: FiguresOf, text: str, surface: str, counted: str | None) -> None:
    assert {figure.surface: figure.counted for figure in figures_of(text)}[surface] == counted
