"""Small reports on subjects of their own, asked in words; the expected words are read off the reports by hand."""

from collections.abc import Sequence
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from qa_bot.answer.readings import Reading, read
from qa_bot.question import understand
from qa_bot.schema import Hit, Passage, Span
from qa_bot.text.language import language_of
from qa_bot.text.sentences import split_sentences

BRIDGE = (
    "The new bridge over the Sall was opened by Mayor Irene Holt on 3 May 2021. It was designed by the architect Paul Venn and replaced a "
    "ferry that had crossed the river since 1904. Lorries may not use it because the northern ramp is too steep."
)
HERRING = (
    "Herring spawn in the bay of Orlund every spring. In 2018 the fishery was closed by the Coastal Agency, since the stock had fallen "
    "below its safe limit. Biologists count the eggs with underwater cameras."
)
CHOIR = (
    "The choir of Lenstad was founded in 1932 by the schoolteacher Olga Brandt. Its best known recording is called Winter Harbour. "
    "Rehearsals are held in the old customs house on Tuesdays."
)
MINE = (
    "Шахту «Северная» закрыли в 2016 году из-за наводнения. Директор шахты Павел Гринёв переехал в Сортавалу. "
    "Спасателей обучает Геннадий Орлов, начальник горного отряда."
)


class Everything:
    """A vocabulary that knows all words, so that no question is mended."""

    def knows(self, word: str) -> bool:
        return True

    def near(self, word: str) -> tuple[str, ...]:
        return ()


def hit(text: str, rank: int = 1, doc_id: str = "report.md") -> Hit:
    spans = tuple(Span(start=start, end=end) for start, end in split_sentences(text, language=language_of(text)))
    passage = Passage(passage_id=f"{doc_id}#p{rank}", doc_id=doc_id, span=Span(start=0, end=len(text)), text=text, sentences=spans)
    return Hit(passage=passage, figures=(), score=20.0 / rank, rank=rank)


def ask(question: str, *texts: str) -> Sequence[Reading]:
    query = understand(question, previous=None, words=Everything(), as_of=date(2024, 1, 1))
    return read(query, [hit(text, rank, f"report-{rank}.md") for rank, text in enumerate(texts, start=1)])


def short(reading: Reading) -> str:
    return reading.passage.text[reading.short.start : reading.short.end]


@pytest.mark.parametrize(
    ("question", "text", "answer"),
    [
        pytest.param("Who opened the new bridge over the Sall?", BRIDGE, "Irene Holt", id="who-by-the-passive"),
        pytest.param("When was the bridge over the Sall opened?", BRIDGE, "3 May 2021", id="when"),
        pytest.param("Who designed the bridge?", BRIDGE, "Paul Venn", id="who-behind-a-title"),
        pytest.param("Why may lorries not use the bridge?", BRIDGE, "the northern ramp is too steep", id="why-because"),
        pytest.param("Who closed the herring fishery in 2018?", HERRING, "Coastal Agency", id="who-an-organisation"),
        pytest.param("Where do herring spawn?", HERRING, "bay of Orlund", id="where"),
        pytest.param("Who founded the choir of Lenstad?", CHOIR, "Olga Brandt", id="who-founded"),
        pytest.param("In what year was the choir of Lenstad founded?", CHOIR, "1932", id="what-year"),
        pytest.param("Where are rehearsals held?", CHOIR, "customs house", id="where-held"),
        pytest.param(
            "Over which years did the choir of Lenstad tour?", "The choir of Lenstad toured in 1973–74 and sang.", "1973–74", id="a-range"
        ),
        pytest.param("How many songs are in the book?", "The book holds between 30 and 40 songs.", "30 and 40", id="between"),
        pytest.param("How long does ice close the bay?", "Ice closes the bay for weeks, and no ship can leave.", "weeks", id="weeks"),
        pytest.param("Когда закрыли шахту «Северная»?", MINE, "2016", id="when-russian"),
        pytest.param("Кто обучает спасателей?", MINE, "Геннадий Орлов", id="who-russian"),
    ],
)
def test_the_words_that_answer_are_found(question: str, text: str, answer: str) -> None:
    readings = ask(question, text)
    assert answer in short(readings[0])
    assert readings[0].answerable


@pytest.mark.parametrize(
    ("question", "text", "slot"),
    [
        pytest.param("Who closed the herring fishery in 2011?", HERRING, "period", id="another-year"),
        pytest.param("Who opened the new bridge over the Danube?", BRIDGE, "entity", id="another-river"),
    ],
)
def test_a_question_about_something_else_is_not_answered(question: str, text: str, slot: str) -> None:
    readings = ask(question, text)
    assert not any(reading.answerable for reading in readings)
    assert slot in readings[0].missing


def test_what_is_no_answer_names_a_slot() -> None:
    assert all(reading.missing for reading in ask("Who invented the telescope?", BRIDGE, CHOIR) if not reading.answerable)


@pytest.mark.parametrize(
    ("question", "text", "answer"),
    [
        pytest.param(
            "How long has the tide table been one of the works of the port?",
            "The tide table has been kept as one of the works of the port by the harbour master since the 1950s.",
            "the 1950s",
            id="not-the-one-of-one-of",
        ),
        pytest.param(
            "В каком году в Сортавале открыли маяк?", "В 1974 году в Сортавале открыли маяк.", "1974 году", id="a-year-with-its-number"
        ),
        pytest.param(
            "Сколько раз команда Лида выиграла кубок?", "Команда Лида дважды выиграла кубок, в 2000 году.", "дважды", id="no-year"
        ),
        pytest.param("How cold was the cellar in Mora?", "The cellar in Mora was at -7 °C that night.", "-7 °C", id="with-its-sign"),
    ],
)
def test_a_number_is_told_whole_and_alone(question: str, text: str, answer: str) -> None:
    assert short(ask(question, text)[0]).removeprefix("since ") == answer


def test_the_right_sentence_wins_over_other_passages() -> None:
    readings = ask("Who founded the choir of Lenstad?", BRIDGE, HERRING, CHOIR)
    assert readings[0].passage.text == CHOIR


def test_nothing_found_is_nothing_read() -> None:
    assert list(ask("Who opened the bridge?")) == []


def test_the_same_question_is_read_the_same() -> None:
    assert list(ask("Who designed the bridge?", BRIDGE, CHOIR)) == list(ask("Who designed the bridge?", BRIDGE, CHOIR))


@settings(max_examples=60, deadline=None)
@given(
    st.sampled_from(["Who opened the bridge?", "Why was it closed in 2018?", "What is called Winter Harbour?", "Кто открыл мост?"]),
    st.lists(st.sampled_from([*BRIDGE.split(), *MINE.split(), "(", ")", '"', "—", ",", "2018", "$5"]), min_size=1, max_size=30),
)
def test_a_short_answer_is_a_slice_of_its_sentence(question: str, words: list[str]) -> None:
    for reading in ask(question, " ".join(words)):
        assert reading.sentence.start <= reading.short.start < reading.short.end <= reading.sentence.end
        assert reading.sentence in reading.passage.sentences
        assert short(reading) == short(reading).strip()
