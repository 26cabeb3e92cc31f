"""What a Russian verb values where that stands before it, and who does."""

from collections.abc import Callable

import pytest

from qa_bot.schema import Figure

FiguresOf = Callable[[str], list[Figure]]

VALUED = [
    pytest.param(
        "Убытки завод оценивает в 75 миллионов рублей, мэрия — в 48 миллионов.",
        [("75 миллионов рублей", "Убытки", "RUB", "завод"), ("48 миллионов", "Убытки", "RUB", "мэрия")],
        id="two-halves",
    ),
    pytest.param(
        "Число погибших деревьев лесхоз оценил в 12 тысяч, экологическая группа «Бор» — в 20 тысяч.",
        [("12 тысяч", "погибших деревьев", "дерево", "лесхоз"), ("20 тысяч", "погибших деревьев", "дерево", "экологическая группа «Бор»")],
        id="a-number-of-things",
    ),
    pytest.param("Ущерб от наводнения оценили в 5 млн рублей.", [("5 млн рублей", "Ущерб", "RUB", None)], id="by-nobody-named"),
    pytest.param("Стоимость ремонта оценивается в 5 млн рублей.", [("5 млн рублей", "Стоимость ремонта", "RUB", None)], id="reflexive"),
    pytest.param("Площадь пожара эксперты оценили в 300 гектаров.", [("300 гектаров", "Площадь пожара", "ha", "эксперты")], id="an-area"),
]


@pytest.mark.parametrize(("text", "expected"), VALUED)
def test_what_stands_before_the_verb_is_valued(figures_of: FiguresOf, text: str, expected: list[tuple[str, str, str, str | None]]) -> None:
    found = [(each.surface, each.counted, each.unit, each.claimant.name if each.claimant else None) for each in figures_of(text)]
    assert [(a in b or b in a, *rest) for (a, *rest), (b, *_) in zip(found, expected, strict=True)] == [
        (True, *rest) for _, *rest in expected
    ]
