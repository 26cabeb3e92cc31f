"""Parts of speech of words as sentences use them."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from qa_bot.text import perceptron
from qa_bot.text.entries import TAGS, finite_ahead
from qa_bot.text.tagger import Tag, features, tag, upos
from qa_bot.text.tokens import tokenize


def tags(sentence: str, language: str = "en") -> dict[str, str]:
    words = [token.surface for token in tokenize(sentence)]
    return dict(zip(words, tag(words, language), strict=True))


@pytest.mark.parametrize(
    ("sentence", "word", "expected"),
    [
        pytest.param("In 2023, foreign states refused 114 requests.", "refused", "VERB", id="past-with-object"),
        pytest.param("In 2023, 114 requests were refused by foreign states.", "refused", "VBN", id="passive"),
        pytest.param("In 2023, 114 requests were refused by foreign states.", "requests", "NOUNS", id="plural-noun"),
        pytest.param("He requests 3 more months to complete the study.", "requests", "VERB", id="the-same-form-as-verb"),
        pytest.param("The requests pass through the Prosecutor General's Office.", "requests", "NOUNS", id="noun-before-verb"),
        pytest.param("The requests pass through the Prosecutor General's Office.", "pass", "VERB", id="verb-like-its-base"),
        pytest.param("Some 376 requests for legal assistance have been fulfilled.", "fulfilled", "VBN", id="perfect-passive"),
        pytest.param("Of the 439 requests sent abroad, 229 were granted.", "sent", "VBN", id="participle-after-noun"),
        pytest.param("The number of defendants extradited to Russia exceeded 70.", "extradited", "VBN", id="reduced-relative"),
        pytest.param("The number of defendants extradited to Russia exceeded 70.", "exceeded", "VERB", id="verb-after-reduced-relative"),
        pytest.param("Not one of the wells tested met the standard.", "met", "VERB", id="irregular-past-after-participle"),
        pytest.param("Germany deported 12 people to Tunisia in May.", "deported", "VERB", id="deported-past"),
        pytest.param("Germany has deported 12 Afghans since August.", "deported", "VBN", id="deported-perfect"),
        pytest.param("Police detained at least 60 people at a protest in Tbilisi.", "detained", "VERB", id="only-verb-of-a-full-sentence"),
        pytest.param("The hospital plans to open two new wards.", "open", "VB", id="infinitive"),
        pytest.param("Officials are considering the appeal.", "considering", "VBG", id="progressive"),
        pytest.param("The wheat harvest rose to 92 million tonnes.", "rose", "VERB", id="rose-is-no-flower"),
        pytest.param("The wheat harvest rose to 92 million tonnes.", "harvest", "NOUN", id="harvest"),
        pytest.param("The wheat harvest rose to 92 million tonnes.", "tonnes", "NOUNS", id="tonnes"),
        pytest.param("More than 3,000 trains were delayed because of snow.", "3,000", "NUM", id="numeral"),
        pytest.param("More than 3,000 trains were delayed because of snow.", "trains", "NOUNS", id="trains"),
        pytest.param("Exports fell sharply in March.", "Exports", "NOUNS", id="capital-opens-the-sentence"),
        pytest.param("Sales grew by a third, while diesel sales slumped.", "slumped", "VERB", id="second-clause"),
        pytest.param("Wheat rose, barley fell and maize stood still.", "rose", "VERB", id="rose-after-a-singular"),
        pytest.param("The bridge, closed since 2019, reopened on Monday.", "closed", "VBN", id="between-commas"),
        pytest.param("The bridge, closed since 2019, reopened on Monday.", "reopened", "VERB", id="after-the-commas"),
        pytest.param("The team won 14 of its matches and lost three.", "lost", "VERB", id="second-verb-of-a-subject"),
        pytest.param("How many people did Germany deport last year?", "deport", "VB", id="question-with-did"),
        pytest.param("How much does a cubic metre cost?", "does", "AUX", id="does-in-a-question"),
        pytest.param("How much does a cubic metre cost?", "cost", "VB", id="verb-that-ends-a-question"),
        pytest.param("How many matches did Halden United win in 2023?", "win", "VB", id="verb-after-a-name"),
        pytest.param("How much did the wheat harvest rise in 2022?", "harvest", "NOUN", id="noun-before-the-verb-of-a-question"),
        pytest.param("The growers' league rejects that.", "league", "NOUN", id="unknown-subject"),
        pytest.param("Did exports rise in March?", "rise", "VB", id="yes-no-question"),
        pytest.param("How many extradition requests were refused in 2023?", "refused", "VBN", id="question-in-the-passive"),
        pytest.param("Which country refused the most requests?", "refused", "VERB", id="question-for-the-subject"),
        pytest.param("Foreign states refused to extradite 114 suspects.", "extradite", "VB", id="after-to"),
        pytest.param("They didn’t say why.", "didn’t", "AUX", id="contraction-is-one-token"),
        pytest.param("The country's courts ruled.", "'s", "PART", id="possessive"),
        pytest.param("Court Refuses Extradition of Russian Banker", "Refuses", "VERB", id="headline-verb"),
        pytest.param("Court Refuses Extradition of Russian Banker", "Extradition", "NOUN", id="headline-noun"),
    ],
)
def test_an_english_word_is_tagged_by_its_use(sentence: str, word: str, expected: str) -> None:
    assert tags(sentence)[word] == expected


@pytest.mark.parametrize(
    ("sentence", "word", "expected"),
    [
        pytest.param("Они стали чаще отказывать в экстрадиции.", "стали", "VERB", id="stali-began"),
        pytest.param("Завод выпустил 300 тонн проката.", "тонн", "NOUNS", id="counted-plural"),
        pytest.param("Иностранные государства отказали в выдаче 114 человек.", "человек", "NOUNS", id="five-or-more-people"),
        pytest.param("Отказы государств связаны с политикой.", "государств", "NOUNS", id="genitive-plural"),
        pytest.param("Отказано 114 раз.", "Отказано", "VBN", id="short-participle"),
        pytest.param("Число задержанных выросло до 60.", "задержанных", "VBN", id="passive-participle"),
        pytest.param("Получив запросы, ведомство направило их дальше.", "Получив", "VBG", id="gerund"),
        pytest.param("Получив запросы, ведомство направило их дальше.", "запросы", "NOUNS", id="plural"),
        pytest.param("Получив запросы, ведомство направило их дальше.", "направило", "VERB", id="finite"),
        pytest.param("Суд обязан рассмотреть жалобу.", "рассмотреть", "VB", id="infinitive"),
        pytest.param("Поезд прибыл на станцию.", "станцию", "NOUN", id="singular"),
        pytest.param("Поезда из Москвы задержаны из-за снега.", "Москвы", "PROPN", id="place"),
        pytest.param("Поезда из Москвы задержаны из-за снега.", "снега", "NOUN", id="two-word-preposition"),
        pytest.param("В 2023 году урожай был больше.", "2023", "NUM", id="year"),
        pytest.param("В 2023 году урожай был больше.", "был", "AUX", id="was"),
        pytest.param("В XX веке здесь ходили поезда.", "XX", "NUM", id="roman-numeral"),
        pytest.param("Убрано 62 % площади.", "%", "SYM", id="percent"),
    ],
)
def test_a_russian_word_is_tagged_by_its_use(sentence: str, word: str, expected: str) -> None:
    assert tags(sentence, "ru")[word] == expected


@pytest.mark.parametrize("language", ["en", "ru"])
@given(text=st.text(max_size=80))
@settings(max_examples=60, deadline=None)
def test_every_token_of_any_text_gets_one_tag_of_the_set(language: str, text: str) -> None:
    words = [token.surface for token in tokenize(text)]
    found = tag(words, language)
    assert len(found) == len(words)
    assert set(found) <= set(Tag)


@pytest.mark.parametrize("language", ["en", "ru"])
def test_an_empty_sentence_has_no_tags(language: str) -> None:
    assert tag([], language) == []


def test_the_tags_of_a_sentence_do_not_depend_on_those_tagged_before() -> None:
    words = "The clinics admitted 40 patients , and 12 were moved .".split()
    fresh = perceptron.read(perceptron.WEIGHTS)
    alone = fresh.tag(words)
    for other in ("Clinics moved patients .", "THE CLINICS ADMITTED PATIENTS", "40 were admitted"):
        fresh.tag(other.split())
    assert fresh.tag(words) == alone


def test_a_clause_knows_of_a_finite_verb_to_come() -> None:
    entries = perceptron.english()._lexicon.entries("Suspects wanted abroad were freed because judges objected".split())
    assert finite_ahead(entries)[3] == "V"  # at "wanted", "were" is to come
    assert finite_ahead(entries)[6] == ""  # at "freed", the clause ends with "because"


def test_verb_forms_and_plurals_are_refinements() -> None:
    assert [upos(fine) for fine in (Tag.VBN, Tag.VBG, Tag.VB, Tag.NOUNS, Tag.ADJ)] == ["VERB", "VERB", "VERB", "NOUN", "ADJ"]


def test_tags_are_named_by_their_values() -> None:
    assert tuple(Tag.__members__) == TAGS


def test_features_name_case_and_number_of_a_russian_form() -> None:
    assert {"gent", "plur", "masc", "inan"} <= features("запросов", "ru")
    assert features("requests", "en") == frozenset()
