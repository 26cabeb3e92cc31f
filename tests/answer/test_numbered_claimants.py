"""A claimant with a number in the name, which no quote has, does not cost the headline its words."""

from collections.abc import Callable, Mapping

from qa_bot.ask import Answerer


def test_the_headline_of_a_figure_of_a_numbered_hospital(answerer_of: Callable[[Mapping[str, str]], Answerer]) -> None:
    text = "---\ntitle: Report for 2023\npublisher: Town Hospital No. 4\npublished: 2024-02-15\n---\n# Wards\n\nIn 2023 surgeons removed 61 cysts.\n"
    answer = answerer_of({"report.md": text}).ask("How many cysts were removed in 2023?")
    assert answer.text.startswith("61 cysts removed")
    assert "No. 4" not in answer.text
    assert answer.figures[0].claimant is not None
