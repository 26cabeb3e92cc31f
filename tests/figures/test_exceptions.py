"""Those left out of all did not do what the others did, or it was not done to them."""

from collections.abc import Callable

import pytest

from qa_bot.schema import Figure

FiguresOf = Callable[[str], list[Figure]]

LEFT_OUT = [
    pytest.param("All guests except 12 were evacuated.", ("12", "person", True), id="except"),
    pytest.param("Every school apart from three was rebuilt.", ("three", "school", True), id="apart from"),
    pytest.param("All the swans but 26 returned.", ("26", "swan", True), id="but"),
    pytest.param("All were wet, but 26 laughed.", ("26", None, False), id="but with its own verb"),
    pytest.param("Besides 40 guests, choirs came.", ("40", "person", False), id="besides"),
    pytest.param("К вечеру вернулись все жители, кроме 26 человек.", ("26", "person", True), id="ru except"),
    pytest.param("Домой уехали все туристы, кроме 14.", ("14", "person", True), id="ru bare number"),
    pytest.param("Все дома, за исключением девяти, подключили к сети.", ("девяти", "дом", True), id="ru with the exception of"),
    pytest.param("Кроме 40 гостей, приехали артисты.", ("40", "person", False), id="ru besides"),
]


@pytest.mark.parametrize(("text", "expected"), LEFT_OUT)
def test_what_is_said_of_all_is_not_of_those_left_out(figures_of: FiguresOf, text: str, expected: tuple[str, str | None, bool]) -> None:
    assert [(figure.surface, figure.unit, figure.negative) for figure in figures_of(text)] == [expected]
