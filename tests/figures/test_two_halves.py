"""Who says what in a sentence of two halves and in the sentences after it."""

from collections.abc import Callable

import pytest

from qa_bot.schema import Figure

FiguresOf = Callable[[str], list[Figure]]

HALVES = [
    pytest.param(
        "The Teachers' League says 340 classrooms are unheated; the county says 120.",
        {"340": "Teachers' League", "120": "county"},
        id="says-a-number",
    ),
    pytest.param(
        "The Red Cross says 900 families need shelter, while the ministry says 640.", {"900": "Red Cross", "640": "ministry"}, id="while"
    ),
    pytest.param(
        "Farmers' Voice says 1,300 cattle drowned, but the agriculture department says only 800.",
        {"1,300": "Farmers' Voice", "800": "agriculture department"},
        id="says-only",
    ),
    pytest.param("The union says 52 drivers were dismissed, the company 19.", {"52": "union", "19": "company"}, id="verb-left-out"),
    pytest.param("By the drivers' union's estimate, 700 drivers are missing.", {"700": "drivers' union"}, id="two-possessives"),
    pytest.param(
        "The average rent was 910 euros in May; the Tenants' League says that with heating it comes to 1,080 euros.",
        {"910": None, "1,080": "Tenants' League"},
        id="first-half-is-nobody's",
    ),
    pytest.param(
        "Убытки завод оценивает в 75 миллионов рублей, мэрия — в 48 миллионов.", {"75": "завод", "48": "мэрия"}, id="ru-a-place-values"
    ),
    pytest.param(
        "Профсоюз врачей говорит, что вакантны 450 ставок; департамент здравоохранения — что 280.",
        {"450": "Профсоюз врачей", "280": "департамент здравоохранения"},
        id="ru-that",
    ),
    pytest.param(
        "О кражах сообщили 75 пассажиров, у 20 из них пропали документы.", {"75": None, "20": None}, id="ru-of-what-is-no-speaker"
    ),
    pytest.param("Женщин насчитали 668 902, мужчин — 574 816.", {"668 902": None, "574 816": None}, id="ru-whom-is-no-speaker"),
]

AFTER = [
    pytest.param(
        "The Tenants' League estimates that 2,400 flats stand empty. The average rent was 910 euros.",
        {"2,400": "Tenants' League", "910": None},
        id="an-estimate-goes-no-further",
    ),
    pytest.param(
        "По оценке союза пенсионеров, очереди ждут 3 100 человек. Средняя пенсия в крае — 21,4 тыс. рублей; союз утверждает, что после "
        "вычетов остаётся 18 тыс. рублей.",
        {"3 100": "союз пенсионеров", "21,4": None, "18": "союз пенсионеров"},
        id="ru-named-anew-for-the-second-half",
    ),
    pytest.param(
        "The Tenants' League said that 2,400 flats were empty. The average rent was 910 euros; the league says that with heating it comes "
        "to 1,080 euros.",
        {"2,400": "Tenants' League", "910": None, "1,080": "Tenants' League"},
        id="named-anew-for-the-second-half",
    ),
    pytest.param(
        "The union says 830 jobs are unfilled; the justice department says 610. Spending on prisons rose to £7 million.",
        {"830": "union", "610": "justice department", "7 million": None},
        id="neither-of-two-goes-on",
    ),
    pytest.param(
        "---\npublisher: Центр «Щит»\n---\n\nСамой людной стала акция в парке: по нашим сведениям, задержали 187 человек, МВД сообщало о 112. "
        "Среди задержанных было 129 школьников.",
        {"187": "Центр «Щит»", "112": "МВД", "129": "Центр «Щит»"},
        id="ru-one's-own-count-goes-on",
    ),
]

OFFICES = [
    pytest.param(
        "Пресс-секретарь Росрыболовства Павел Грач сообщил, что выловлено 300 тонн нерки. По данным Росрыболовства, квота составила 410 тонн.",
        {"300": "Павел Грач", "410": "Росрыболовство"},
        id="ru-an-office-is-no-first-name",
    ),
    pytest.param(
        "По данным МЧС, проверены 310 зданий. Официальный представитель МЧС Елена Зимина заявила, что закрыли 12 зданий.",
        {"310": "МЧС", "12": "Елена Зимина"},
        id="ru-an-office-has-no-surname",
    ),
    pytest.param("The campaign group HomeSafe Larn counts 27 deaths.", {"27": "HomeSafe Larn"}, id="a-group-is-no-person"),
]


@pytest.mark.parametrize(("text", "expected"), [*HALVES, *AFTER, *OFFICES])
def test_each_number_is_whose_half_it_stands_in(figures_of: FiguresOf, text: str, expected: dict[str, str | None]) -> None:
    found = figures_of(text)
    for words, name in expected.items():
        figure = next(figure for figure in found if words in figure.surface)
        assert (words, figure.claimant.name if figure.claimant else None) == (words, name)


def test_the_second_half_counts_what_the_first_counts(figures_of: FiguresOf) -> None:
    found = figures_of("The Prison Officers' Union says 830 jobs are unfilled; the justice department says 610.")
    assert [figure.unit for figure in found] == ["job", "job"]


@pytest.mark.parametrize("noun", ["police", "people", "cattle"])
def test_a_year_that_opens_a_sentence_counts_no_beings(figures_of: FiguresOf, noun: str) -> None:
    found = figures_of(f"In 2023 {noun} found 310 mushrooms.")
    assert [(figure.surface, str(figure.period.start if figure.period else None)) for figure in found] == [("310", "2023-01-01")]
