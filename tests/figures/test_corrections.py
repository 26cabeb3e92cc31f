"""What a text takes back is no figure of it; what it puts in its place counts the same."""

from collections.abc import Callable

import pytest

from qa_bot.schema import Figure

FiguresOf = Callable[[str], list[Figure]]

CORRECTED = [
    pytest.param("The inn fed 52 guests, not 54.", "52", id="not"),
    pytest.param("The inn fed 52 guests rather than the 54 named last week.", "52", id="rather than"),
    pytest.param("The yearly report stated that 54 guests were fed. The correct number is 52.", "52", id="the correct number"),
    pytest.param("The yearly report said that 54 guests were fed. That should have read 52.", "52", id="should have read"),
    pytest.param("Correction: An earlier version of this page said that the inn fed 54 guests. It fed 52.", "52", id="an earlier version"),
    pytest.param("Correction: report No. 3 gave the number of guests as 54. The correct figure is 52.", "52", id="gave as"),
    pytest.param("The number of guests was revised from 54 to 52.", "52", id="revised"),
    pytest.param("Накормили 52 гостя, а не 54.", "52", id="ru not"),
    pytest.param("Накормили не 54 гостя, а 52.", "52", id="ru not, but"),
    pytest.param("В отчёте указано, что накормили 54 гостя. Верная цифра – 52.", "52", id="ru the right figure"),
    pytest.param(
        "Поправка: в первой версии говорилось, что накормили 54 гостя. На самом деле накормили 52.", "52", id="ru a first version"
    ),
    pytest.param(
        "The inn fed 54 guests.\n\nCorrection: the sheet wrongly gave the number of guests. The correct number is 52.",
        "52",
        id="named in another paragraph",
    ),
    pytest.param(
        "Накормили 54 гостя.\n\nПоправка: в листке неверно указано число гостей. Правильное число — 52 гостя.",
        "52",
        id="ru named in another paragraph",
    ),
    pytest.param("Число гостей уточнили с 54 до 52.", "52", id="ru revised"),
]


@pytest.mark.parametrize(("text", "right"), CORRECTED)
def test_a_number_that_is_taken_back_is_no_figure(figures_of: FiguresOf, text: str, right: str) -> None:
    assert [(figure.surface, figure.negative) for figure in figures_of(text)] == [(right, False)]


def test_the_right_number_counts_what_the_wrong_one_counted(figures_of: FiguresOf) -> None:
    figures = figures_of("The yearly report stated that 540 licences were issued in 2021. The correct number is 450.")
    assert [(figure.surface, figure.unit, figure.action, figure.period and figure.period.surface) for figure in figures] == [
        ("450", "licence", "issued", "in 2021")
    ]


def test_a_revision_is_no_range(figures_of: FiguresOf) -> None:
    figures = figures_of("Unemployment was revised from 6.0 per cent to 6.1 per cent.")
    assert [(figure.surface, figure.upper) for figure in figures] == [("6.1 per cent", None)]


def test_who_was_wrong_does_not_say_what_is_right(figures_of: FiguresOf) -> None:
    figures = figures_of("Correction: An earlier version of this article said that the choir gave 54 concerts. It gave 52.")
    assert [figure.claimant for figure in figures] == [None]


def test_the_date_of_a_correction_is_not_that_of_what_it_corrects(figures_of: FiguresOf) -> None:
    figures = figures_of("Correction, 4 May 2023: the choir gave 52 concerts, not 54.")
    assert [figure.period for figure in figures] == [None]


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("The mayor said that 54 shops had closed. The traders counted 70.", id="another voice"),
        pytest.param("Not more than 54 shops closed; no fewer than 70 stayed.", id="a bound"),
        pytest.param("Закрыто не менее 54 лавок и не более 70 складов.", id="ru a bound"),
        pytest.param("The rate rose from 54 per cent to 70 per cent.", id="a rise"),
    ],
)
def test_what_is_not_taken_back_stays(figures_of: FiguresOf, text: str) -> None:
    assert len(figures_of(text)) == 2


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("В прежней редакции обзора говорилось о 16 садах; верное число — 14.", id="right number"),
        pytest.param("Исправление: ранее мы сообщали о 16 садах, на самом деле заложили 14 садов.", id="in fact"),
    ],
)
def test_a_sentence_may_correct_its_own_number(figures_of: FiguresOf, text: str) -> None:
    assert [str(figure.value) for figure in figures_of(text)] == ["14"]


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("Correction: the yard built 52 boats in 2022, not 54 as printed. In 2023 it built 61.", id="not"),
        pytest.param("Correction: the yard built 52 boats rather than the 54 as printed. Later it built 61.", id="rather than"),
        pytest.param("Correction: the yard built 52 boats in 2022. In 2023 it built 61 boats.", id="another year"),
        pytest.param("Поправка: построено 52 лодки, а не 54. Позднее построили 61 лодку.", id="ru"),
    ],
)
def test_what_follows_a_correction_is_none_of_it(figures_of: FiguresOf, text: str) -> None:
    assert [str(figure.value) for figure in figures_of(text)] == ["52", "61"]


def test_a_part_of_what_was_corrected_is_one_of_what_is_right(figures_of: FiguresOf) -> None:
    text = "Rescued were 310 sailors, of whom 80 were boys.\n\nThe sheet wrongly gave the number of sailors. The correct number is 290."
    parts = {figure.surface: figure.part_of.value if figure.part_of else None for figure in figures_of(text)}
    assert {surface: int(whole) if whole else None for surface, whole in parts.items()} == {"80": 290, "290": None}


def test_a_correction_of_another_thing_takes_back_nothing(figures_of: FiguresOf) -> None:
    text = "The mill sold 400 sacks.\n\nThe leaflet wrongly stated the number of carts. The correct number is 12."
    assert [figure.surface for figure in figures_of(text)] == ["400", "12"]


@pytest.mark.parametrize(
    ("text", "left"),
    [
        pytest.param(
            "The fire brigade counted 58 burnt barns. In an earlier version of this report the number was given as 63.", ["58"], id="en"
        ),
        pytest.param("An earlier version of this article said 12 boats sank; the harbour office now says 15.", ["15"], id="both in one"),
        pytest.param("A previous version of this story put the dead at 7.\n\nThe storm killed 9 people.", ["9"], id="before"),
        pytest.param("Сгорели 58 амбаров. В прежней версии этого сообщения было названо число 63.", ["58"], id="ru"),
        pytest.param("The earlier version of the engine had 12 valves.", ["12"], id="of a thing"),
    ],
)
def test_what_an_earlier_version_told_is_taken_back(figures_of: FiguresOf, text: str, left: list[str]) -> None:
    assert [figure.surface for figure in figures_of(text)] == left


@pytest.mark.parametrize(
    "text",
    [
        "Показатель за 2022 год пересмотрен: в прошлом отчёте сообщалось о 830 сгоревших домах, после учёта поздних заявлений — 850.",
        "Число за 2022 год уточнено: сообщалось о 830 сгоревших домах, после проверки — 850.",
        "The count for 2022 was revised: 830 burned homes were reported, after late claims 850.",
    ],
)
def test_a_number_before_its_revision_is_taken_back(figures_of: FiguresOf, text: str) -> None:
    assert [figure.surface for figure in figures_of(text)] == ["850"]


@pytest.mark.parametrize(
    ("text", "left"),
    [
        pytest.param(
            "Из зоны пожара вывезли 4 275 человек.\n\n"
            "Уточнение. В сводке за 13 апреля число вывезенных указано ошибочно: вместо 3 980 следует читать 3 890 человек.",
            ["4 275", "3 890"],
            id="ru another number",
        ),
        pytest.param(
            "From the valley 4,275 people were moved.\n\nCorrection: the note of 13 April gave the number of people moved wrongly. "
            "Instead of 3,980 it should read 3,890 people.",
            ["4,275", "3,890"],
            id="another number",
        ),
        pytest.param(
            "Из зоны пожара вывезли 4 275 человек.\n\nУточнение. В сводке за 13 апреля 2023 года число вывезенных указано неверно. "
            "Правильное число за 13 апреля 2023 года — 3 890 человек.",
            ["4 275", "3 890"],
            id="ru another day",
        ),
        pytest.param(
            "Из зоны пожара вывезли 4 275 человек.\n\nПоправка: число вывезенных указано ошибочно, вместо 4 275 следует читать 4 725.",
            ["4 725"],
            id="ru the same number",
        ),
        pytest.param("Вместо 12 тракторов хозяйство держит 9 волов.", ["12", "9"], id="ru no correction"),
    ],
)
def test_a_correction_takes_back_the_number_that_it_names(figures_of: FiguresOf, text: str, left: list[str]) -> None:
    assert [figure.surface for figure in figures_of(text)] == left


EARLIER = [
    pytest.param(
        "Среди уволенных за год было 88 учителей и 41 врач.\n\nУточнение: в первоначальном тексте говорилось о 43 уволенных врачах; двоих "
        "мы посчитали дважды.",
        ["88", "41"],
        id="ru-counted-twice",
    ),
    pytest.param(
        "Эвакуировали 512 дачников.\n\nИсправление: ранее в материале говорилось о 521 эвакуированном.", ["512"], id="ru-earlier-in-it"
    ),
    pytest.param("Закрыты 36 библиотек.\n\nИсправлено: в первой версии новости сообщалось о 38 библиотеках.", ["36"], id="ru-corrected"),
    pytest.param(
        "Among those dismissed were 88 teachers and 41 doctors.\n\nCorrection: an earlier version of this article said 43 doctors; two "
        "were counted twice.",
        ["88", "41"],
        id="counted-twice",
    ),
    pytest.param(
        "The flood closed 36 roads.\n\nCorrection, 14 February: the original article spoke of 39 closed roads.", ["36"], id="original"
    ),
    pytest.param("The choir has 27 singers.\n\nClarification: the text first published referred to 31 singers.", ["27"], id="first"),
]

KEPT = [
    pytest.param("The original text of the treaty named 12 states.", ["12"], id="a-text-of-somebody-else"),
    pytest.param("Correction works went on for long. The first report of the inspectors spoke of 39 cracks.", ["39"], id="no-note"),
    pytest.param("Inspectors counted 15 geese twice a day.", ["15"], id="twice-a-day"),
]


@pytest.mark.parametrize(("text", "kept"), [*EARLIER, *KEPT])
def test_what_the_text_had_said_before_is_no_figure(figures_of: FiguresOf, text: str, kept: list[str]) -> None:
    assert [figure.surface for figure in figures_of(text)] == kept


@pytest.mark.parametrize(
    ("text", "concept"),
    [
        pytest.param("Among those dismissed were 88 teachers and 41 doctors.", "dismiss", id="en"),
        pytest.param("Among those detained were 129 minors and 54 journalists.", "arrest", id="en-detained"),
        pytest.param("Среди уволенных за год было 88 учителей и 41 врач.", "dismiss", id="ru"),
        pytest.param("В числе задержанных оказались 12 школьников и 9 врачей.", "arrest", id="ru-in-their-number"),
    ],
)
def test_all_those_named_among_others_have_their_deed(figures_of: FiguresOf, text: str, concept: str) -> None:
    assert [figure.terms.action for figure in figures_of(text)] == [(concept,), (concept,)]


TOLD = [
    pytest.param(
        "The number of swans on Lake Orrin was given as 318. The correct number is 138.", ("138", "swan", "Lake Orrin"), id="given as"
    ),
    pytest.param(
        "The number of visitors in May was stated as 5,310. It should have read 3,510.", ("3,510", "person", None), id="stated as"
    ),
    pytest.param("The number of kilns was put at 44. The right number is 41.", ("41", "kiln", None), id="put at"),
    pytest.param(
        "Число жалоб в Лужском районе было указано как 2 940. Верное число – 2 490.",
        ("2 490", "жалоба", "Лужском районе"),
        id="ru given as",
    ),
    pytest.param("Число ульев в артели названо равным 610. Правильная цифра – 160.", ("160", "улей", None), id="ru called"),
]


@pytest.mark.parametrize(("text", "right"), TOLD)
def test_what_is_right_counts_what_the_number_was_of(figures_of: FiguresOf, text: str, right: tuple[str, str, str | None]) -> None:
    found = figures_of(text)
    assert [(figure.surface, figure.unit, figure.action) for figure in found] == [(*right[:2], None)]
    assert right[2] is None or right[2] in (found[0].place or found[0].counted or "")


def test_two_numbers_of_something_put_beside_each_other_count_their_own_thing(figures_of: FiguresOf) -> None:
    figures = figures_of(
        "The guild put the number of idle boats in 2022 at 45, since it left out rafts, and the number of apprentices at 310."
    )
    assert [(figure.surface, figure.counted) for figure in figures] == [("45", "idle boats"), ("310", "apprentices")]


def test_a_wrong_number_beside_its_right_one_takes_back_no_other(figures_of: FiguresOf) -> None:
    text = """Опубликовано 14.02.2023

С начала 2023 года зарегистрировано 812 случаев гриппа.

Поправка: в сводке за 5-ю неделю ошибочно указано 97 случаев; верное число — 79."""
    assert [figure.surface for figure in figures_of(text)] == ["812", "79"]


def test_the_right_number_stands_for_the_wrong_one_wherever_that_is_told(figures_of: FiguresOf) -> None:
    text = """За 2023 год зарегистрировано 97 пожаров. Погибло 12 человек.

Поправка: выше ошибочно указано 97 пожаров; верное число — 79."""
    assert [figure.surface for figure in figures_of(text)] == ["12", "79"]


@pytest.mark.parametrize(
    ("text", "right"),
    [
        pytest.param(
            "In the May list the number of members was given as 1,391. After a check 12 of them were struck off; the right number is 1,379.",
            "1,379",
            id="en",
        ),
        pytest.param(
            "В листке № 3 число гостей было указано как 391. После проверки 12 из них исключены, правильное число — 379.", "379", id="ru"
        ),
    ],
)
def test_those_left_out_are_not_the_right_number(figures_of: FiguresOf, text: str, right: str) -> None:
    left_out, correct = figures_of(text)
    assert (left_out.surface, left_out.part_of) == ("12", None)
    assert (correct.surface, correct.unit, correct.action) == (right, "person", None)


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("The ministry reported 400 deaths in 2023. 21 of them were counted twice; the correct number is 379.", id="of them"),
        pytest.param(
            "The ministry reported 400 deaths in 2023. Of these, 21 were counted twice, and the correct number is 379.", id="of these"
        ),
        pytest.param(
            "The town registered 400 births in 2023. The correct number is 379. Of the 400, 21 were counted twice.", id="told again"
        ),
        pytest.param("Министерство сообщило о 400 погибших в 2023 году. 21 из них учли дважды; правильное число — 379.", id="ru"),
    ],
)
def test_what_was_counted_twice_is_not_the_right_number(figures_of: FiguresOf, text: str) -> None:
    assert [(figure.surface, figure.part_of) for figure in figures_of(text)] == [("379", None)]


def test_a_part_of_the_right_number_stays(figures_of: FiguresOf) -> None:
    text = "The town registered 400 births in 2023. The correct number is 379. Of these 12 were twins."
    assert [figure.surface for figure in figures_of(text)] == ["379", "12"]
