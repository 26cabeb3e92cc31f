"""Russian words that belong to one family have one concept, though no list has them."""

import pytest

from qa_bot.text.families import common_stem, deed
from qa_bot.text.lexicon import lexicon


@pytest.mark.parametrize(
    "words",
    [
        pytest.param("обезвредили обезврежено обезвреживать обезвреживание", id="aspects, participle and noun of a verb in -ить"),
        pytest.param("пополнились пополняли пополнение пополнен", id="a reflexive is of the same family"),
        pytest.param("охладить охлаждали охлаждение охлажден", id="a consonant that changes twice"),
        pytest.param("лопнуть лопнули лопнувшая", id="participle of a verb in -нуть"),
        pytest.param("оспорить оспаривали оспорено", id="a vowel that changes with the aspect"),
    ],
)
def test_words_of_one_family_share_a_concept(words: str) -> None:
    assert len({lexicon("ru").concept(word) for word in words.split()}) == 1


@pytest.mark.parametrize(
    ("one", "other"),
    [
        pytest.param("замещение", "заметили", id="a noun that only looks like that of a listed verb"),
        pytest.param("завод", "завоз", id="nouns that are no verbal ones"),
        pytest.param("настройка", "строить", id="a prefix makes another verb"),
        pytest.param("послание", "послали", id="a noun whose meaning moved away from its listed verb"),
    ],
)
def test_words_of_different_families_stay_apart(one: str, other: str) -> None:
    assert lexicon("ru").concept(one) != lexicon("ru").concept(other)


@pytest.mark.parametrize(
    ("word", "verb"),
    [
        pytest.param("обезвреживание", "обезвредить", id="from noun to perfective"),
        pytest.param("вагонов", None, id="a thing"),
        pytest.param("здание", None, id="a thing in -ние"),
        pytest.param("иванова", None, id="a name"),
    ],
)
def test_the_verb_of_a_family_is_its_perfective(word: str, verb: str | None) -> None:
    assert deed(word) == verb


def test_a_vowel_that_comes_and_goes_leaves_one_stem() -> None:
    assert common_stem("валенка") == common_stem("валенок") == common_stem("валенками")


@pytest.mark.parametrize(
    "words",
    [
        pytest.param("вручить вручали вручено вручение", id="award"),
        pytest.param("уплатить уплачивали уплачено", id="pay"),
        pytest.param("исчезнуть исчезали", id="disappear"),
        pytest.param("переименовать переименование", id="rename"),
    ],
)
def test_the_family_of_a_listed_verb_is_listed_with_it(words: str) -> None:
    concepts = {lexicon("ru").concept(word) for word in words.split()}
    assert len(concepts) == 1
    assert lexicon("ru").words(concepts.pop())
