"""What a text says there was none of is counted as nought; what is only possible, meant or always so is not."""

from collections.abc import Callable

import pytest

from qa_bot.schema import Figure

FiguresOf = Callable[[str], list[Figure]]


@pytest.mark.parametrize(
    ("text", "surface", "unit", "action"),
    [
        pytest.param("There were no serious collisions in the harbour in 2023.", "no", "collision", None, id="there were no"),
        pytest.param("Seven drivers were fined; no referee was suspended.", "no", "person", "suspended", id="no referee"),
        pytest.param("No one was arrested.", "No one", "person", "arrested", id="no one"),
        pytest.param("Nobody died in the blaze.", "Nobody", "person", "died", id="nobody"),
        pytest.param("In 2023 no deaths were recorded.", "no", "death", "died", id="no deaths were recorded"),
        pytest.param("The county recorded no cases in May.", "no", "case", "recorded", id="recorded no cases"),
        pytest.param("None of the passengers was hurt.", "None", "person", "hurt", id="none of the passengers"),
        pytest.param("Not one driver was dismissed.", "Not one", "person", "dismissed", id="not one driver"),
        pytest.param("Not a single dam broke.", "Not a single", "dam", "broke", id="not a single dam"),
        pytest.param("Not one of the dams broke.", "Not one", "dam", "broke", id="not one of the dams"),
        pytest.param("Никто не пострадал.", "Никто", "person", "пострадал", id="ru nobody"),
        pytest.param("Никто из них не был привит.", "Никто", "person", "привит", id="ru nobody of them"),
        pytest.param("Ни один водитель не был оштрафован.", "Ни один", "person", "оштрафован", id="ru not one"),
        pytest.param("В 2023 году не было ни одного взрыва.", "ни одного", "взрыв", None, id="ru there was none"),
    ],
)
def test_none_is_a_count(figures_of: FiguresOf, text: str, surface: str, unit: str, action: str | None) -> None:
    none = figures_of(text)[-1]
    assert (none.surface, none.value, none.unit, none.action, none.negative) == (surface, 0, unit, action, False)


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("There was no doubt about it.", id="no doubt"),
        pytest.param("Not one to complain, she left.", id="not one to"),
        pytest.param("It is not one problem but many.", id="not one but many"),
        pytest.param("Not a single coach, it turned out, was at fault.", id="an aside between"),
        pytest.param("The line is no longer served.", id="no longer"),
        pytest.param("No other ferries were built.", id="no others"),
        pytest.param("The mayor had no comment.", id="no comment"),
        pytest.param("There were no plans to close the baths.", id="no plans"),
        pytest.param("If no one was hurt, the case is closed.", id="a condition"),
        pytest.param("No one may enter the yard.", id="a rule"),
        pytest.param("No trains will be cancelled.", id="to come"),
        pytest.param("No one knew the way.", id="an opinion"),
        pytest.param("There are no vertebrates among them.", id="always so"),
        pytest.param("No boats that carry sails were lost.", id="of some sort only"),
        pytest.param("Nobody except the cook was hurt.", id="an exception"),
        pytest.param("Was no one hurt?", id="a question"),
        pytest.param("Если никто не пострадал, дело закрывают.", id="ru a condition"),
        pytest.param("Никто не знает пути.", id="ru an opinion"),
    ],
)
def test_other_noes_count_nothing(figures_of: FiguresOf, text: str) -> None:
    assert figures_of(text) == []


def test_a_bound_is_no_nought(figures_of: FiguresOf) -> None:
    (figure,) = figures_of("No fewer than 40 guests came.")
    assert figure.value == 40


def test_none_of_so_many_is_a_part_of_them(figures_of: FiguresOf) -> None:
    none, whole = figures_of("None of the 38 sailors was hurt.")
    assert (none.value, none.terms.action, whole.value) == (0, ("injure",), 38)
    assert none.part_of is not None
    assert none.part_of.value == 38


def test_what_follows_does_not_go_on_from_nobody(figures_of: FiguresOf) -> None:
    figures = figures_of("Nobody was arrested. By May the fence was 214 m long, compared with 180 in March.")
    assert all("arrest" not in figure.terms.action for figure in figures[1:])


def test_a_participle_within_a_compound_is_no_deed(figures_of: FiguresOf) -> None:
    (figure,) = figures_of("In 2023 17 lost-time injuries were recorded.")
    assert (figure.counted, figure.unit, "lose" in figure.terms.action) == ("lost-time injuries", "injury", False)


def test_neither_of_two_is_nought_and_of_them(figures_of: FiguresOf) -> None:
    none, whole = figures_of("Neither of the two pits has reopened.")
    assert (none.value, none.counted, none.part_of and none.part_of.value, whole.negative) == (0, "pits", 2, False)


def test_what_the_sentence_goes_on_to_is_not_said_of_none(figures_of: FiguresOf) -> None:
    none = figures_of("Not one driver has been dismissed, although 40 were warned.")[0]
    assert "warn" not in none.terms.other
