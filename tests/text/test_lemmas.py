"""Base forms of words."""

import pytest

from qa_bot.text.tagger import lemma


@pytest.mark.parametrize(
    ("word", "tag", "expected"),
    [
        ("refused", "VBN", "refuse"),
        ("granted", "VERB", "grant"),
        ("planned", "VERB", "plan"),
        ("added", "VERB", "add"),
        ("visited", "VERB", "visit"),
        ("travelled", "VERB", "travel"),
        ("controlling", "VBG", "control"),
        ("called", "VERB", "call"),
        ("offered", "VERB", "offer"),
        ("required", "VBN", "require"),
        ("created", "VBN", "create"),
        ("repeated", "VBN", "repeat"),
        ("fulfilled", "VBN", "fulfil"),
        ("extradited", "VBN", "extradite"),
        ("denied", "VBN", "deny"),
        ("died", "VERB", "die"),
        ("rose", "VERB", "rise"),
        ("withdrawn", "VBN", "withdraw"),
        ("overtook", "VERB", "overtake"),
        ("using", "VBG", "use"),
        ("exceeds", "VERB", "exceed"),
        ("exceeded", "VERB", "exceed"),
        ("watches", "VERB", "watch"),
        ("were", "AUX", "be"),
        ("won’t", "AUX", "will"),
        ("didn't", "AUX", "do"),
        ("need", "VB", "need"),
        ("Harvests", "NOUNS", "harvest"),
        ("countries", "NOUNS", "country"),
        ("losses", "NOUNS", "loss"),
        ("houses", "NOUNS", "house"),
        ("women", "NOUNS", "woman"),
        ("servicemen", "NOUNS", "serviceman"),
        ("crises", "NOUNS", "crisis"),
        ("lives", "NOUNS", "life"),
        ("viruses", "NOUNS", "virus"),
        ("headquarters", "NOUNS", "headquarters"),
        ("1990s", "NOUNS", "1990s"),
        ("news", "NOUN", "news"),
        ("larger", "ADJ", "large"),
        ("busiest", "ADJ", "busy"),
        ("biggest", "ADJ", "big"),
        ("worst", "ADJ", "bad"),
        ("other", "ADJ", "other"),
        ("Reuters", "PROPN", "Reuters"),
    ],
)
def test_the_base_of_an_english_form(word: str, tag: str, expected: str) -> None:
    assert lemma(word, tag, "en") == expected


@pytest.mark.parametrize(
    ("word", "tag", "expected"),
    [
        ("запросов", "NOUNS", "запрос"),
        ("отказано", "VBN", "отказать"),
        ("стали", "VERB", "стать"),
        ("стали", "NOUN", "сталь"),
        ("удовлетворённых", "VBN", "удовлетворить"),
        ("ёлки", "NOUNS", "елка"),
    ],
)
def test_the_base_of_a_russian_form(word: str, tag: str, expected: str) -> None:
    assert lemma(word, tag, "ru") == expected
