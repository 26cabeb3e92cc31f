"""Questions on farms, sport, refugees, population and nature in other words than the text's."""

from collections.abc import Callable, Mapping

import pytest

from qa_bot.ask import Answerer

DOCUMENTS = {
    "farm.md": """# Farming in Orrin county, 2023

Farmers in Orrin county gathered in 410,000 tonnes of wheat and 96,000 tonnes of potatoes in 2023. The fishing fleet landed 7,900 tonnes of
herring. Volunteers planted 150,000 saplings. Wildfires destroyed 2,350 hectares of forest. An oil leak killed 1,900 seabirds.
""",
    "sport.md": """# Rivermouth United: the season in review

Rivermouth United ended the 2023-24 season in fourth place. The team won 19 of its 38 matches, drew 10 and lost 9. The club signed 7 players.
Referees showed its players 71 yellow cards and 4 red cards. The stadium accommodates 21,500 spectators. The Rivermouth marathon had 8,200
entrants, of whom 7,450 completed the course.
""",
    "asylum.md": """# Asylum and aid in Valdoria in 2023

The authorities granted protection to 9,800 people. Most applicants came from Eldin: 6,900. Reception centres accommodated 13,200 people. Border
guards rescued 870 people at sea. The camp at Low Ferry shelters 4,300 displaced people.
""",
    "brenna.md": """# Population of the Isle of Brenna in 2023

The registry recorded 690 marriages and 305 divorces. Some 2,900 people moved to the island and 2,100 left. The island has 19 centenarians.
""",
    "sila.md": """# The Sila basin

The Sila basin emitted 3.6 million tonnes of carbon dioxide in 2023. The park counted 412 wolves. Wind turbines generated 31% of electricity.
""",
    "steppe.md": """# Сельское хозяйство Степного района в 2023 году

Накопано 41 тысяча тонн картофеля. Рыбаки выловили 1 300 тонн судака. Аграрии приобрели 64 трактора. Поголовье свиней — 58 тысяч.
Инспекторы задержали 118 браконьеров. Ликвидировано 240 стихийных свалок. В озеро выпустили 500 тысяч мальков.
""",
    "ozero.md": """# Миграция в Озёрной республике в 2023 году

Пограничники задержали 760 нарушителей границы. В пунктах временного размещения проживают 3 100 человек. Волонтёры раздали 27 тысяч
продуктовых наборов. На родину вернулись 830 беженцев. Врачи осмотрели 2 700 переселенцев.
""",
    "berezov.md": """# Демография города Берёзов в 2023 году

Зарегистрировано 1 340 браков и 890 разводов. Средняя продолжительность жизни — 73,2 года. В городе живут 12 долгожителей.
""",
}


@pytest.fixture(scope="module")
def answerer(answerer_of: Callable[[Mapping[str, str]], Answerer]) -> Answerer:
    return answerer_of(DOCUMENTS)


@pytest.mark.parametrize(
    ("question", "short"),
    [
        ("How many tons of spuds did farmers grow?", "96,000"),
        ("How much herring was caught?", "7,900"),
        ("How many trees were planted?", "150,000"),
        ("How much forest burned down?", "2,350"),
        ("How many birds died because of the oil spill?", "1,900"),
        ("How many games ended in a draw?", "10"),
        ("How many times did Rivermouth lose?", "9"),
        ("How many players did they buy?", "7"),
        ("How many players were sent off?", "4"),
        ("How many fans fit in the stadium?", "21,500"),
        ("How many runners finished the marathon?", "7,450"),
        ("How many people were allowed to stay?", "9,800"),
        ("How many asylum seekers were from Eldin?", "6,900"),
        ("How many people live in reception centres?", "13,200"),
        ("How many people were saved at sea?", "870"),
        ("How many people live in the Low Ferry camp?", "4,300"),
        ("How many couples got married on Brenna?", "690"),
        ("How many couples split up on Brenna?", "305"),
        ("How many people came to live on the island?", "2,900"),
        ("How many people moved away from Brenna?", "2,100"),
        ("How many people are over 100?", "19"),
        ("How much CO2 did the Sila basin put out?", "3.6 million"),
        ("How many wolves live in the Sila basin?", "412"),
        ("What percentage of power comes from wind?", "31%"),
        ("Сколько картошки выкопали?", "41 тысяча"),
        ("Сколько судака поймали?", "1 300"),
        ("Сколько новых тракторов купили?", "64"),
        ("Сколько браконьеров поймали?", "118"),
        ("Сколько свалок убрали?", "240"),
        ("Сколько рыбок выпустили в озеро?", "500 тысяч"),
        ("Сколько человек поймали на границе?", "760"),
        ("Сколько людей живёт в ПВР в Озёрной республике?", "3 100"),
        ("Сколько продуктовых наборов выдали?", "27 тысяч"),
        ("Сколько беженцев уехали домой?", "830"),
        ("Сколько переселенцев прошли осмотр у врача?", "2 700"),
        ("Сколько пар поженилось в Берёзове?", "1 340"),
        ("Сколько пар развелось в Берёзове?", "890"),
        ("Сколько в среднем живут в Берёзове?", "73,2"),
        ("Скольким людям больше ста лет?", "12"),
    ],
)
def test_a_question_finds_what_the_text_says_in_other_words(answerer: Answerer, question: str, short: str) -> None:
    answer = answerer.ask(question)
    assert answer.short is not None, answer.text
    assert short in answer.short.replace("\N{NO-BREAK SPACE}", " "), answer.text


@pytest.mark.parametrize(
    "question",
    [
        pytest.param("How much cod was caught?", id="another-fish"),
        pytest.param("How much wheat was exported?", id="another-deed"),
        pytest.param("How many bronze medals did the city win?", id="another-thing"),
        pytest.param("How many refugees found work?", id="other-fortune"),
        pytest.param("How many tents were stolen?", id="another-crime"),
        pytest.param("How many people got married on Brenna?", id="a-marriage-is-of-two"),
        pytest.param("How many trees were cut down?", id="the-opposite"),
        pytest.param("How many bears live in the Sila basin?", id="another-animal"),
        pytest.param("Сколько коз в районе?", id="another-animal-ru"),
        pytest.param("Сколько деревьев вырубили?", id="the-opposite-ru"),
        pytest.param("Сколько палаток раздали?", id="another-thing-ru"),
        pytest.param("Сколько тракторов сломалось?", id="another-deed-ru"),
    ],
)
def test_a_near_word_is_not_the_same_word(answerer: Answerer, question: str) -> None:
    answer = answerer.ask(question)
    assert answer.short is None, answer.text
