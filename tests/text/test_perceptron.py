"""The tagger's file: searched for the first sentences, then read."""

from qa_bot.text import perceptron
from qa_bot.text.entries import WrittenWords

SENTENCES = (
    "The harvest rose to 40 tonnes in 2022 , the ministry said .",
    "Which hospital turned away the most patients ?",
    "Trains running late doubled ; none were cancelled .",
    "\ud800 Ünïcode wörds 'n' \"quotes\" | bars .",
)


def test_searching_the_file_gives_the_tags_that_reading_it_gives() -> None:
    for sentence in SENTENCES:
        words = sentence.split()
        searched, read = perceptron.read(perceptron.WEIGHTS), perceptron.read(perceptron.WEIGHTS)
        for _ in range(perceptron.UNREAD):
            read.tag(["Yes"])
        assert searched.tag(words) == read.tag(words)


def test_a_written_word_is_found_whole_and_with_its_own_class() -> None:
    words = WrittenWords([b"9NOUN train harvest", b"1VERB rose", b"3ADJ late"])
    assert [words.get(word) for word in ("train", "harvest", "rose", "late")] == ["9NOUN", "9NOUN", "1VERB", "3ADJ"]
    assert [words.get(word) for word in ("harv", "rain", "9NOUN", "1VERB", "")] == [None] * 5
    assert words.read() == {"train": "9NOUN", "harvest": "9NOUN", "rose": "1VERB", "late": "3ADJ"}
