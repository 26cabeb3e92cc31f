"""What a number that leaves out its noun takes from the figures before it, and what it does not: their deed, where it has its own."""

from collections.abc import Callable
from pathlib import Path
from types import SimpleNamespace

import pytest

from qa_bot.figures.ellipsis import in_reach, within_reach
from qa_bot.figures.units import units_of
from qa_bot.ingest import SourceFile, read, split, walk
from qa_bot.schema import Figure, Modality

FiguresOf = Callable[[str], list[Figure]]


def _said(figures: list[Figure]) -> list[tuple[str, str | None, str | None]]:
    return [(figure.surface, figure.unit, figure.action) for figure in figures]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("12 ferries were cancelled and 31 were delayed.", [("12", "ferry", "cancelled"), ("31", "ferry", "delayed")]),
        (
            "Clerks sold 850 passes over the five days, compared with 700 in 2024.",
            [("850", "pass", "sold"), ("five", "day", "sold"), ("700", "pass", "sold")],
        ),
        ("80 sheep recovered and 6 relapsed.", [("80", "sheep", "recovered"), ("6", "sheep", "relapsed")]),
        ("17 miners died and 40 suffocated.", [("17", "person", "died"), ("40", "person", "suffocated")]),
        ("In the fire 6 people were killed and 23 were injured.", [("6", "person", "killed"), ("23", "person", "injured")]),
        ("The inspectors visited 64 bakeries; 12 were fined and 3 shut down.", [("64", "bakery", "visited"), ("12", "bakery", "fined"), ("3", "bakery", "shut down")]),
        ("61 parcels arrived; 5 got lost.", [("61", "parcel", "arrived"), ("5", "parcel", "lost")]),
        ("30 bikes were stolen, 12 were impounded and 4 scrapped.", [("30", "bike", "stolen"), ("12", "bike", "impounded"), ("4", "bike", "scrapped")]),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)  # fmt: skip
def test_a_verb_behind_a_number_is_its_own_deed_whether_it_is_listed_or_not(
    figures_of: FiguresOf, text: str, expected: list[tuple[str, str, str]]
) -> None:
    assert _said(figures_of(text)) == expected


@pytest.mark.parametrize(
    "text",
    [
        "14 walkers drowned and 6 are missing.",
        "The town installed 60 benches; 45 are in use.",
        "The clinic discharged 40 patients and 11 remain in intensive care.",
    ],
)
def test_a_state_of_its_own_keeps_the_deed_of_the_neighbour_away(figures_of: FiguresOf, text: str) -> None:
    assert figures_of(text)[-1].action is None


def test_a_noun_as_predicate_leaves_the_deed(figures_of: FiguresOf) -> None:
    figures = figures_of("In the floods 97 people drowned. Of those drowned, 31 were tourists and 12 were pensioners.")
    assert [(figure.counted, figure.action, figure.part_of and str(figure.part_of.value)) for figure in figures] == [
        ("people", "drowned", None),
        ("tourists", "drowned", "97"),
        ("pensioners", "drowned", "97"),
    ]


def test_bare_numbers_count_what_opens_their_sentence(figures_of: FiguresOf) -> None:
    figures = figures_of("Of the cargo flights, 7 were cancelled and 31 were rerouted.")
    assert [(figure.counted, figure.action) for figure in figures] == [("cargo flights", "cancelled"), ("cargo flights", "rerouted")]


@pytest.mark.parametrize(
    ("text", "counted", "action"),
    [
        ("The zoo employs 62 people, 9 of them keepers.", "keepers", "employed"),
        ("By May 412 cases had been confirmed, 17 of them fatal.", "cases", "died"),
    ],
)
def test_a_part_says_what_it_is_behind_its_pronoun(figures_of: FiguresOf, text: str, counted: str, action: str) -> None:
    part = figures_of(text)[-1]
    assert (part.counted, part.action, part.part_of is not None) == (counted, action, True)


def test_a_place_in_a_breakdown_is_not_that_of_the_whole(figures_of: FiguresOf) -> None:
    figures = figures_of("Last week 118 new cases were reported, most of them in Norr district (64) and Salt Town (31).")
    assert [(figure.surface, figure.place) for figure in figures] == [("118", None), ("64", "Norr district"), ("31", "Salt Town")]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Двое детей утонули. Пострадавших в аварии было всего девятнадцать.", ("девятнадцать", "person", None)),
        ("Шестеро шахтёров погибли. Спасти удалось двенадцать.", ("двенадцать", "person", "спасти")),
        ("Сгорело 12 домов. Женщин среди жильцов было сорок.", ("сорок", "person", None)),
        ("Six miners died. Twelve could be saved.", ("Twelve", "person", "saved")),
    ],
)
def test_a_clause_with_a_noun_or_a_verb_of_its_own_takes_no_deed_from_the_sentence_before(
    figures_of: FiguresOf, text: str, expected: tuple[str, str, str | None]
) -> None:
    assert _said(figures_of(text)[-1:]) == [expected]


def test_what_is_in_reach_is_the_same_by_looking_back_as_by_looking_at_all(tmp_path: Path) -> None:
    paragraphs = [" ".join(f"In town {paragraph} {number} boats were sold again." for number in range(30)) for paragraph in range(3)]
    items = "\n".join(f"- Town {number}: {number + 7} boats" for number in range(40))
    (tmp_path / "a.md").write_text("\n\n".join([*paragraphs, "The towns sold:", items, paragraphs[0]]), encoding="utf-8")
    (file,) = walk([tmp_path])
    assert isinstance(file, SourceFile)
    (document,) = read(file, report=lambda line: None)
    units = units_of(document, split(document))
    drafts = [SimpleNamespace(unit=unit) for unit in units]
    for at, unit in enumerate(units):
        assert in_reach(drafts[:at], unit) == [draft for draft in drafts[:at] if within_reach(draft.unit, unit)]
    assert any(unit.intro for unit in units)
    assert len(in_reach(drafts[:30], units[29])) < 29


@pytest.mark.parametrize(
    ("text", "counted"),
    [
        ("The most wrecks in 2023 were surveyed in Karsund: 91.", "wrecks"),
        ("The Terns won the most races in 2023, 17.", "races"),
        ("Fewest complaints came from Marn, with 12.", "complaints"),
        ("Больше всего обломков обследовали в Карсунде — 91.", "обломков"),
        ("Меньше всего жалоб поступило из Марна – 12.", "жалоб"),
    ],
)
def test_the_number_behind_the_most_counts_what_there_are_the_most_of(figures_of: FiguresOf, text: str, counted: str) -> None:
    assert figures_of(text)[-1].counted == counted


@pytest.mark.parametrize(
    ("text", "value"),
    [("Some 820 cadets passed the test, 96 with distinction.", 96), ("In 2021, 640 cars were inspected, 52 without plates.", 52)],
)
def test_a_smaller_number_with_its_own_way_is_a_part(figures_of: FiguresOf, text: str, value: int) -> None:
    whole, part = figures_of(text)
    assert (part.value, part.part_of.value if part.part_of else None) == (value, whole.value)


def test_how_a_part_was_done_is_not_said_of_the_whole(figures_of: FiguresOf) -> None:
    whole, part = figures_of("In 2023 the court convicted 130 smugglers, 47 of them conditionally.")
    assert set(whole.terms.beside) & set(part.terms.other)


@pytest.mark.parametrize(
    ("text", "doers"),
    [
        pytest.param(
            "The West Line carried 4.1 million people, the East Line 3.3 million.", ["The West Line", "the East Line"], id="a line"
        ),
        pytest.param("The Red Bus took 41,000 guests and the Blue Bus 3.3 thousand.", ["The Red Bus", "the Blue Bus"], id="a bus"),
    ],
)
def test_a_large_number_behind_a_word_of_labels_counts(figures_of: FiguresOf, text: str, doers: list[str]) -> None:
    assert [figure.actor for figure in figures_of(text)] == doers


@pytest.mark.parametrize(
    ("text", "doers"),
    [
        pytest.param("Ada Berg scored 27 goals. Doon's Jan Holt got 22.", ["Ada Berg", "Doon's Jan Holt"], id="got"),
        pytest.param("Ada Berg scored 27 goals. Ruth Abel had 14.", ["Ada Berg", "Ruth Abel"], id="had"),
        pytest.param("Ada Berg scored 27 goals. The total was 41.", ["Ada Berg", "Ada Berg"], id="a total"),
    ],
)
def test_who_is_named_anew_did_it(figures_of: FiguresOf, text: str, doers: list[str]) -> None:
    assert [figure.actor for figure in figures_of(text)] == doers


def test_what_is_said_of_a_part_is_not_said_of_the_next_count(figures_of: FiguresOf) -> None:
    assert [figure.counted for figure in figures_of("Of 40 projects, 21 were late; 16 exceeded their budgets.")][::2] == [
        "projects",
        "projects",
    ]


def test_what_was_is_not_expected(figures_of: FiguresOf) -> None:
    plan, fact = figures_of("For 2025 the office expects 900 guests. In 2022 there were 700.")
    assert (plan.modality, fact.modality) == (Modality.EXPECTED, None)
    assert not fact.terms.action


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            "Of the pupils, 2,688 were women, 2,301 were men and 37 gave no answer.",
            [("pupil", True), ("pupil", False), ("pupil", False)],
            id="persons",
        ),
        pytest.param("Of the boats on the lake, 88 were yachts.", [("boat", False)], id="things"),
    ],
)
def test_what_some_of_those_are_that_open_a_sentence_counts_these(
    figures_of: Callable[[str], list[Figure]], text: str, expected: list[tuple[str, bool]]
) -> None:
    assert [(figure.terms.head[-1], "woman" in figure.terms.counted) for figure in figures_of(text)] == expected


@pytest.mark.parametrize(
    ("text", "surface", "counted"),
    [
        pytest.param("В 2021 году комиссия получила 640 заявлений от жителей 14 посёлков. Годом ранее их было 905.", "905", "заявлений", id="ru-from"),
        pytest.param("За 2022 год инспекция выдала 318 предписаний в 12 городах. В 2021 году их выдали 402.", "402", "предписаний", id="ru-issued"),
        pytest.param("За 2023 год в 17 сёлах открыли 64 библиотеки. Годом ранее их было 58.", "58", "библиотеки", id="ru-place-before"),
        pytest.param("Last year volunteers planted 3,400 trees in 12 districts. A year earlier there were 905 of them.", "905", "trees", id="en-there-were"),
        pytest.param("In 2022 the board heard 210 appeals from 14 towns. In 2021 it heard 180.", "180", "appeals", id="en-bare"),
    ],
)  # fmt: skip
def test_them_are_what_the_sentence_before_counts_and_not_where_it_was(
    figures_of: FiguresOf, text: str, surface: str, counted: str
) -> None:
    figure = next(figure for figure in figures_of(text) if figure.surface == surface)
    assert (figure.counted, figure.part_of) == (counted, None)


@pytest.mark.parametrize(
    ("text", "whole"),
    [
        pytest.param("In 2022 the board received 210 complaints. In 2021 there were 180 of them.", None, id="of-another-year"),
        pytest.param("In 2022 the board received 210 complaints. There were 18 of them about noise.", "210", id="a-part"),
        pytest.param(
            "In 2022 the board received 210 complaints. In June there were 18 of them about noise.", "210", id="a-part-of-a-month"
        ),
    ],
)
def test_so_many_of_them_in_another_year_are_no_part(figures_of: FiguresOf, text: str, whole: str | None) -> None:
    part = figures_of(text)[-1].part_of
    assert (part and str(part.value)) == whole


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("В 2023 году приняли 512 рожениц против 540 годом ранее.", ("540", "рожениц", 2022), id="people"),
        pytest.param("В 2023 году завод выпустил 840 станков (795 годом ранее).", ("795", "станков", 2022), id="in-brackets"),
        pytest.param("В 2023 году завод выпустил 1840 станков против 1795 годом ранее.", ("1795", "станков", 2022), id="four-digits"),
        pytest.param("В 2023 году средняя пенсия достигла 21,3 тыс. рублей против 19,8 тыс. годом ранее.", ("19,8 тыс.", "средняя пенсия", 2022), id="money"),
        pytest.param("В 2023 году средний срок ожидания составил 12 дней против 9 годом ранее.", ("9", "средний срок ожидания", 2022), id="days"),
        pytest.param("В 2023 году явка составила 61 % против 57 % годом ранее.", ("57 %", "явка", 2022), id="share"),
        pytest.param("In 2023 the port handled 61 ships against 37 a year earlier.", ("37", "ships", 2022), id="english"),
    ],
)  # fmt: skip
def test_the_number_of_a_year_before_counts_the_same(figures_of: FiguresOf, text: str, expected: tuple[str, str, int]) -> None:
    figure = figures_of(text)[-1]
    assert figure.period is not None
    assert figure.period.start is not None
    assert (figure.surface, figure.counted, figure.period.start.year) == expected


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("The Greens lost 21 seats and now have 62.", id="have"),
        pytest.param("The Greens lost 21 seats but remain the largest party with 62.", id="remain"),
        pytest.param("The Greens lost 21 seats but are still the largest party with 62.", id="are"),
    ],
)
def test_what_somebody_has_now_is_not_what_was_lost(figures_of: FiguresOf, text: str) -> None:
    lost, held = figures_of(text)
    assert (lost.action, held.action) == ("lost", None)
    assert held.counted == "seats"


@pytest.mark.parametrize(
    ("text", "action"),
    [
        pytest.param("The team won 12 medals in 2020 and 40 in 2024.", "won", id="no other verb"),
        pytest.param("The team won 12 medals, and in 2020 it was 14.", "won", id="it was"),
        pytest.param("The firm hired 40 people and had hired 12 before.", "hired", id="had done"),
        pytest.param("The shop sold 30 bikes with a discount and 12 without one.", "sold", id="with"),
    ],
)
def test_a_number_alone_keeps_the_deed_before_it(figures_of: FiguresOf, text: str, action: str) -> None:
    assert figures_of(text)[-1].action == action


@pytest.mark.parametrize(
    ("text", "units"),
    [
        pytest.param("There were 120 fires, in which 12 people died and 40 were injured.", ["fire", "person", "person"], id="hurt in them"),
        pytest.param("Произошло 120 аварий, в которых погибли 9 человек и 140 получили ранения.", ["авария", "person", "person"], id="ru"),
        pytest.param("Было 30 пожаров, на которых погибли 2 человека, 14 получили травмы.", ["пожар", "person", "person"], id="a comma"),
        pytest.param(
            "There were 120 fires, in which 12 people died; 40 were put out at once.", ["fire", "person", "fire"], id="fires put out"
        ),
        pytest.param("Было 30 пожаров, на которых погибли 2 человека; 14 потушили жители.", ["пожар", "person", "пожар"], id="потушили"),
        pytest.param("Осмотрели 40 лодок, на которых были 90 человек, 12 признали негодными.", ["лодка", "person", "лодка"], id="лодки"),
        pytest.param("18 quakes were felt, which damaged 400 houses; in May there were 25.", ["quake", "house", "quake"], id="quakes"),
    ],
)
def test_who_was_hurt_is_a_person_also_behind_what_a_relative_clause_adds(figures_of: FiguresOf, text: str, units: list[str]) -> None:
    assert [figure.unit for figure in figures_of(text)] == units


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("В этом году заменят 64 лифта, в прошлом — 51.", [("64", Modality.PLANNED), ("51", None)], id="last year"),
        pytest.param("В этом году откроют 12 школ, в прошлом — 7.", [("12", Modality.PLANNED), ("7", None)], id="schools"),
        pytest.param("В этом году заменят 64 лифта, в следующем — 51.", [("64", Modality.PLANNED), ("51", Modality.PLANNED)], id="next"),
        pytest.param("В 2027 году построят 64 дома, в 2026-м — 51.", [("64", Modality.PLANNED), ("51", Modality.PLANNED)], id="both ahead"),
        pytest.param("В этом году заменят 64 лифта, в Норске — 51.", [("64", Modality.PLANNED), ("51", Modality.PLANNED)], id="elsewhere"),
        pytest.param("В этом году заменили 64 лифта, в прошлом — 51.", [("64", None), ("51", None)], id="both done"),
    ],
)
def test_what_is_of_a_time_before_the_plan_is_not_planned(
    figures_of: FiguresOf, text: str, expected: list[tuple[str, Modality | None]]
) -> None:
    figures = figures_of(f"---\npublished: 2024-06-01\n---\n\n{text}")
    assert [(figure.surface, figure.modality) for figure in figures] == expected
