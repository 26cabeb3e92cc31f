"""The figure of a whole, or of somebody else, answers for no part and no name that other sentences or rows tell."""

from collections.abc import Callable, Mapping

import pytest

from qa_bot.ask import Answerer
from qa_bot.schema import Status

DOCUMENTS = {
    "libraries.md": """\
# Libraries of Ashford county, 2023

The county's four libraries lent 412,000 books in 2023, 3 per cent more than a year before. 55 per cent of their seats were taken.

| Library | Books lent | Seats taken, % |
|---|---|---|
| Ashby | 61,000 | 44 |
| Corran | 190,000 | 71 |
| Mere | 66,000 | 39 |
""",
    "hospitals.md": """\
# Winter bulletin of the health board

7 February 2024

Bed occupancy in the city's three hospitals rose to 91 per cent in January 2024. A year ago it was 84 per cent.

| Hospital | Beds | Occupancy, January 2024, % |
|---|---|---|
| St Olave | 310 | 96 |
| Marlpit | 220 | 88 |
| Northgate | 140 | 81 |
""",
    "elevators.md": """\
# Хранение зерна в Лужском крае

На 1 октября 2023 года элеваторы края заполнены на 74 %. Годом ранее было 61 %.

| Элеватор | Ёмкость, тыс. т | Заполнен, % |
|---|---|---|
| Боровской | 120 | 82 |
| Заречный | 90 | 69 |
| Степной | 60 | 58 |
""",
    "wages.txt": """\
Labour Office of Tolland
Wages in the second quarter of 2024
Published 3 August 2024

The average monthly wage in the province was 2,310 crowns in June. Half of all employees earned less than 1,950 crowns.

In fishing firms paid 1,870 crowns and in hotels 1,540. In forestry a strike lasted nine days.
""",
    "homes.txt": """\
Рынок жилья Белогорска
Обзор за 2023 год, агентство «Кров»

Средняя цена квадратного метра в городе достигла 96 300 рублей. В новостройках просили 118 500 рублей. В коттеджах сделок не было.
""",
    "league.md": """\
# Volleyball league, season 2022/23: a look back

Published 9 June 2023 by the league office

Tarn VC took the title with 51 points, two ahead of Ostby, who had been first for most of the winter. Kell and Brevik go down.

**Players.** Ida Moen of Ostby scored 388 points, more than anybody else.

**Discipline.** Solberg were docked four points for fielding a player without a licence. Brevik collected the most yellow cards (31). Kell ended
the season without a single card.
""",
    "rovers.md": """\
# Marsh Rovers: the season 2021/22

Marsh Rovers moved into a new hall in August. Rovers took 19 corners in their first match.
""",
    "fish.txt": """\
Рыбохозяйственный надзор Синеозёрья
Итоги путины 2023 года

Рыбаки выловили 320 тонн рыбы, в том числе 90 тонн щуки. Инспекторы изъяли 118 сетей.
""",
    "harvest.md": """\
# Harvest report, Vale of Ister, 2023

Farmers brought in 82,000 tonnes of cereals this year, of which 21,000 tonnes were barley.
""",
    "trains.md": """\
# Punctuality on the regional railway, March 2024

In March 88 per cent of the trains were on time, down from 90 per cent in February. On the coast line tracks were renewed.
""",
    "reading.md": """\
# Reading habits in Lorne

14 May 2024, Lorne Institute

Of those asked 34 per cent read a newspaper every day. Pensioners were asked by telephone.
""",
    "jobs.md": """\
# Job market in Ister, first quarter of 2024

Employers posted 3,140 vacancies, a tenth less than a year ago. No vacancies were posted for archivists.
""",
    "vacancies.txt": """\
Отдел образования Кедровского района
Кадры школ, август 2024 года

Школам района не хватает 64 педагогов. Больше всего вакансий у математиков (17) и физиков (11).
""",
    "meters.md": """\
# Water in the Arden valley

Water meters are installed in 19 of the 26 villages.
""",
    "parks.md": """\
# Parks of Merrow

Smoking is forbidden in 14 of 31 parks. Dogs must be on a lead in 22.
""",
    "school.md": """\
# Hollow Road School: results 2022

In 2022 58% of the pupils passed in English, algebra and science together; the average of the district was 63%. In history 74% passed.
""",
    "cadets.txt": """\
Военное училище: итоги летней сессии 2023 года

Нормативы по бегу, плаванию и стрельбе вместе сдал 41 % курсантов. Норматив по строевой подготовке сдали 88 %.
""",
    "exports.md": """\
# Exports of Kassel Island, 2023

Tea, coffee and cocoa together brought in 14 million dollars. Sugar brought in 6 million dollars. Combined shipping costs were 2 million dollars.
""",
    "grain.md": """\
# Harvest of Ulmen, 2023

Oats, barley and rye, taken together, earned the farms 31 million dollars.
""",
    "fruit.md": """\
# Orchards of Ulmen, 2023

Plums, pears and apples earned 12 million dollars between them.
""",
    "choirs.md": """\
# Choirs of Drum county

Junior and senior choirs together have 2,310 singers.
""",
    "mines.md": """\
# Mines of Drum county

Coal and copper mines together employed 5,120 miners in 2023.
""",
    "fever.md": """\
# Spotted fever, weekly report, June 2024

Norr county reported the most cases (538), followed by Doon (301) and Eastling (188). The island of Skell remained free of the disease.
""",
    "weaving.md": """\
# Notes on the mills, June 2023

Weaving goes on in two valleys. The mills employed 640 people in June 2023.
""",
}


@pytest.fixture(scope="module")
def books(answerer_of: Callable[[Mapping[str, str]], Answerer]) -> Answerer:
    return answerer_of(DOCUMENTS)


@pytest.mark.parametrize(
    ("question", "surface"),
    [
        pytest.param("How full was the Mere library?", "39", id="row, not the county"),
        pytest.param("How many cases were there in Doon?", "301", id="who follows in a ranking"),
        pytest.param("How full was the Northgate hospital in January 2024?", "81", id="row, not the city"),
        pytest.param("How many books did the Corran library lend in 2023?", "190,000", id="row of things lent"),
        pytest.param("На сколько процентов заполнен Степной элеватор?", "58", id="ru row, not the region"),
        pytest.param("What is the average monthly wage in the province?", "2,310", id="the whole itself"),
        pytest.param("Какая средняя цена квадратного метра в Белогорске?", "96 300 рублей", id="ru the whole itself"),
        pytest.param("What share of trains were on time in March?", "88 per cent", id="all trains"),
        pytest.param("How many yellow cards did Brevik collect?", "31", id="whose they are"),
        pytest.param("How many points did Ida Moen score?", "388", id="the player herself"),
        pytest.param("Сколько щуки выловили рыбаки?", "90", id="ru the sort that is told"),
        pytest.param("How many vacancies were posted?", "3,140", id="all vacancies"),
        pytest.param("How many villages have water meters?", "19", id="the part, not the whole behind it"),
        pytest.param("In how many parks is smoking forbidden?", "14", id="the part, for a deed"),
        pytest.param("What share of pupils passed in history in 2022?", "74%", id="the subject told alone"),
        pytest.param("What share of pupils passed in English, algebra and science in 2022?", "58%", id="all of several"),
        pytest.param("How many singers do the choirs have?", "2,310", id="what all share behind adjectives"),
        pytest.param("How many singers do junior and senior choirs have?", "2,310", id="all of several with a shared noun"),
        pytest.param("How many miners did the mines employ in 2023?", "5,120", id="what all share behind nouns"),
        pytest.param("How much did oats, barley and rye earn?", "31 million dollars", id="all of several taken together"),
        pytest.param("How much did plums, pears and apples earn?", "12 million dollars", id="all of several between them"),
        pytest.param("How much did sugar bring in?", "6 million dollars", id="the goods told alone"),
        pytest.param("Какая доля курсантов сдала норматив по строевой подготовке?", "88 %", id="ru the norm told alone"),
        pytest.param("How many people did the weaving mills employ in June 2023?", "640", id="a sort told before"),
    ],
)
def test_what_is_told_of_it_answers(books: Answerer, question: str, surface: str) -> None:
    assert [figure.surface for figure in books.ask(question).figures][:1] == [surface]


@pytest.mark.parametrize(
    "question",
    [
        pytest.param("How many cases were there on Skell?", id="an island of which others are told"),
        pytest.param("What is the average wage in forestry?", id="mean of all for a branch told later"),
        pytest.param("Какая средняя цена квадратного метра в коттеджах?", id="ru mean of all for a sort told later"),
        pytest.param("How many points did Kell get?", id="points of another club"),
        pytest.param("How many points did Ostby finish with?", id="points of one of its players"),
        pytest.param("How many points did Tarn lose?", id="points lost by another club"),
        pytest.param("How many yellow cards did Kell get?", id="cards of another club"),
        pytest.param("Сколько окуня выловили рыбаки?", id="ru all fish for a sort nobody tells of"),
        pytest.param("How many tonnes of wheat were harvested?", id="all cereals for a sort nobody tells of"),
        pytest.param("How many vacancies are there for teachers?", id="those of other persons"),
        pytest.param("What share of pupils passed in algebra in 2022?", id="one of several together"),
        pytest.param("What share of pupils passed in science in 2022?", id="the last of several together"),
        pytest.param("How much did coffee bring in?", id="one of several together that opens the sentence"),
        pytest.param("How many singers do senior choirs have?", id="the last of several with a shared noun"),
        pytest.param("How many singers do junior choirs have?", id="the first of several with a shared noun"),
        pytest.param("How many miners did the coal mines employ in 2023?", id="one of several behind nouns"),
        pytest.param("How much did barley earn?", id="one of several taken together"),
        pytest.param("How much did oats earn?", id="the first of several taken together"),
        pytest.param("How much did pears earn?", id="one of several between them"),
        pytest.param("Какая доля курсантов сдала норматив по плаванию?", id="ru one of several together"),
        pytest.param("What share of trains on the coast line were on time in March?", id="all trains for those of a line told later"),
        pytest.param("What share of pensioners read a newspaper every day?", id="share of all for persons told later"),
        pytest.param("What share of nurses read a newspaper every day?", id="share of all for persons told nowhere"),
    ],
)
def test_the_whole_or_another_answers_for_none(books: Answerer, question: str) -> None:
    answer = books.ask(question)
    assert (answer.status, answer.figures) == (Status.NOT_FOUND, ())


@pytest.mark.parametrize(
    ("question", "surface"),
    [
        pytest.param("How many points did Ulmen get?", None, id="of another whose name the claimant's begins with"),
        pytest.param("How many points was Dorn docked?", "four", id="its own"),
    ],
)
def test_a_name_within_the_word_of_a_claimant_is_another(
    answerer_of: Callable[[Mapping[str, str]], Answerer], question: str, surface: str | None
) -> None:
    text = "# Rowing in Saltmere, 2023\n\nLarn took the title in 2023. Ulmen go down.\n\nDorn were docked four points, according to Dornfield Council.\n"
    assert next((figure.surface for figure in answerer_of({"rowing.md": text}).ask(question).figures), None) == surface
