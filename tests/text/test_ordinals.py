"""Ordinals with their nouns, and the numbers of names."""

from qa_bot.text.ordinals import ordinals, serials


def test_an_ordinal_without_its_noun_goes_on_from_the_last() -> None:
    found = ordinals("На третий спектакль пришли 410 зрителей, на четвёртый — 380.", "ru", ("perform",))
    assert [each.value for each in found] == [3, 4]


def test_an_ordinal_of_another_noun_is_left() -> None:
    assert ordinals("На третьем этаже живут семь семей.", "ru", ("perform",)) == []


def test_names_have_numbers() -> None:
    assert [number for number, _ in serials("Больница № 2, школа №19 и Hospital No. 5 за 2023 год")] == [2, 19, 5]
