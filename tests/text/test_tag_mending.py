"""Tags that the words around a word decide."""

import pytest

from qa_bot.text.numbers import find_numbers
from qa_bot.text.syntax import parse
from qa_bot.text.tag_mending import is_declined, mend
from qa_bot.text.tokens import tokenize


@pytest.mark.parametrize(
    ("words", "tags", "at", "mended"),
    [
        pytest.param("38 matches :", "NUM VERB PUNCT", 1, "NOUNS", id="a plural subject takes no -s"),
        pytest.param("400 teachers buy food", "NUM NOUNS PROPN NOUN", 2, "VERB", id="a name is not in small letters"),
        pytest.param("won and the Greens nine", "VERB CCONJ DET VERB NUM", 3, "PROPN", id="a capital behind an article"),
        pytest.param("Pay rose by 7", "VB VBN ADP NUM", 0, "NOUN", id="no command before a verb"),
        pytest.param("of 412 registered voters went", "ADP NUM VERB NOUNS VERB", 2, "VBN", id="a participle within a phrase"),
        pytest.param("Chimney fires fell to 598", "PROPN VERB VERB ADP NUM", 1, "NOUNS", id="two verbs in a row"),
        pytest.param("came to the league matches in May", "VERB ADP DET NOUN VERB ADP PROPN", 4, "NOUNS", id="behind an adposition"),
        pytest.param("Straits Line cancelled 187", "NOUNS ADV VERB NUM", 1, "PROPN", id="the end of a name"),
        pytest.param("of people arrested reached 63", "ADP NOUNS VERB VBN NUM", 2, "VBN", id="a participle before the verb"),
        pytest.param("Overnight stays rose to 9", "ADV NOUNS VERB ADP NUM", 0, "ADJ", id="an adverb that describes"),
        pytest.param("the tunnel cost 985 francs", "DET NOUN NOUN NUM NOUNS", 2, "VERB", id="what it cost"),
        pytest.param("Orvale also accounts for 512 of them", "PROPN ADV NOUNS ADP NUM ADP PRON", 2, "VERB", id="what it accounts for"),
        pytest.param("says it repaired 140 leaks", "VERB PRON VBN NUM NOUNS", 2, "VERB", id="what somebody says it did"),
        pytest.param("found it closed 3 times", "VERB PRON VBN NUM NOUNS", 2, "VBN", id="what it was found to be"),
        pytest.param("29 officers quit and 16 were", "NUM NOUNS ADV CCONJ NUM AUX", 2, "VERB", id="a past like its infinitive"),
        pytest.param("with 12 shops shut and quiet", "ADP NUM NOUNS ADJ CCONJ ADJ", 4, "CCONJ", id="an and stays"),
        pytest.param("12 boys quiet and 3 loud", "NUM NOUNS ADJ CCONJ NUM ADJ", 2, "ADJ", id="no verb at all"),
        pytest.param("12 men were hurt and bled", "NUM NOUNS AUX ADJ CCONJ VERB", 3, "VBN", id="behind an auxiliary"),
        pytest.param("12 steps cut prices", "NUM NOUNS ADJ NOUNS", 2, "ADJ", id="before a noun"),
        pytest.param("voters re - elected the mayor", "NOUNS NOUN PUNCT VBN DET NOUN", 1, "NOUN", id="a dash between words"),
        pytest.param("voters re-elected the mayor", "NOUNS NOUN PUNCT VBN DET NOUN", 3, "VERB", id="re- opens a verb"),
        pytest.param("the re-elected mayor spoke", "DET NOUN PUNCT VBN NOUN VERB", 3, "VBN", id="re- describes"),
        pytest.param("voters re-elected by many spoke", "NOUNS NOUN PUNCT VBN ADP PRON VERB", 3, "VBN", id="re- before by"),
        pytest.param("women , aged 30 , died", "NOUNS PUNCT VERB NUM PUNCT VERB", 2, "VBN", id="how old they were"),
        pytest.param("the wine aged 12 years", "DET NOUN VERB NUM NOUNS", 2, "VERB", id="what it did"),
        pytest.param("she aged 12 years and died", "PRON VERB NUM NOUNS CCONJ VERB", 1, "VERB", id="what she did"),
        pytest.param("2 metres farther than before", "NUM NOUNS NOUN ADP ADV", 2, "ADV", id="farther than"),
        pytest.param("2 goals by Farther", "NUM NOUNS ADP PROPN", 3, "PROPN", id="a name"),
        pytest.param("Twenty workers drowned in May", "NUM NOUNS VBN ADP PROPN", 2, "VERB", id="a clause needs its verb"),
    ],
)
def test_english_tags_are_mended(words: str, tags: str, at: int, mended: str) -> None:
    found = tags.split()
    mend(tokenize(words), found, "en")
    assert found[at] == mended


@pytest.mark.parametrize(
    ("text", "word", "tag"),
    [
        pytest.param("Закрыты 23 класса.", "Закрыты", "VBN", id="short participle"),
        pytest.param("В больнице 64 пострадавших.", "пострадавших", "NOUNS", id="a participle stands for a noun"),
        pytest.param("Сообщили о 31 пострадавшем.", "пострадавшем", "NOUN", id="a participle behind a number that ends in one"),
        pytest.param("О 22 раненых и о пяти погибших.", "раненых", "NOUNS", id="before another preposition"),
        pytest.param("Таким образом, дом подорожал на 22 рубля.", "образом", "ADV", id="an adverb of two words"),
        pytest.param("Построили 22 новых дома.", "дома", "NOUN", id="houses, not at home"),
        pytest.param("Намолочено 34 ц с гектара.", "ц", "NOUN", id="a unit is a noun"),
    ],
)
def test_russian_tags_are_mended(text: str, word: str, tag: str) -> None:
    tokens = tokenize(text)
    numerals = [(number.first, number.last) for number in find_numbers(text, tokens, "ru")]
    syntax = parse(text, 0, len(text), "ru", tokens=tokens, numerals=numerals)
    assert syntax.tags[[token.surface for token in tokens].index(word)] == tag


def test_a_participle_that_describes_is_told_from_one_that_predicates() -> None:
    assert is_declined("закрытых")
    assert is_declined("оставшиеся")
    assert not is_declined("закрыты")
    assert not is_declined("набрав")
