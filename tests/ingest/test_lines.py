import textwrap

import pytest

from qa_bot.ingest.lines import units


def _paragraphs(text: str) -> list[str]:
    return [" / ".join(text[unit.start : unit.end].split("\n")) for unit in units(text)]


def test_wrapped_lines_make_one_paragraph() -> None:
    text = (
        "The farms of the northern plain have brought in more wheat than in any year\n"
        "since records began, the office said. Barley did worse, above all in the two\n"
        "districts on the coast.\n\nRye was not sown."
    )
    first, second = _paragraphs(text)
    assert first.startswith("The farms")
    assert first.endswith("on the coast.")
    assert second == "Rye was not sown."


TALL = (
    "The ferry board met in Larsund to look back on the year. The boats called 4,812 times, which is 310 times more than in the year before, "
    "and Larsund Pilots brought in most of them; two tugs towed all the others. Repairs to the eastern quay went on for 41 days between March "
    "and May, at a cost that the town and the Ministry of Ports will share between them."
)


@pytest.mark.parametrize("width", [50, 90, 130, 138, 150, 170, 190])
def test_text_wrapped_to_any_width_is_joined(width: int) -> None:
    text = "\n".join(textwrap.wrap(TALL, width))
    assert len(_paragraphs(f"FERRY BOARD\nNote\n\n{text}\n\nNo fares rose.")) == 4


BROKEN = (
    "The library of Tarn bought 24,860 new books for all its nine branches in that\n"
    "year, and for wear it discarded from the shelves of the main house another 31\n"
    "{rest} Others went to schools in the county, whose readers took home twice as\n"
    "many of them as in the year before."
)


@pytest.mark.parametrize(
    ("rest", "paragraphs"),
    [
        pytest.param("400.", 1, id="the end of a number"),
        pytest.param("400 books.", 1, id="a group within a sentence"),
        pytest.param("40.", 2, id="two digits are no group"),
    ],
)
def test_a_number_that_is_broken_at_its_thousands_opens_no_list(rest: str, paragraphs: int) -> None:
    assert len(_paragraphs(BROKEN.format(rest=rest))) == paragraphs


def test_the_next_item_of_a_long_list_goes_on_with_no_number() -> None:
    items = (
        f"{number}. The harbour office of Tarn named the coal ship and the number of its crew, which was {number % 40}"
        for number in range(397, 403)
    )
    assert len(_paragraphs("\n".join(items))) == 6


def test_long_lines_wrapped_by_hand_are_joined() -> None:
    words = TALL.split()
    lines = [" ".join(words[first:last]) for first, last in ((0, 29), (29, 55), (55, 90))]
    assert len(_paragraphs("\n".join(lines))) == 1


def test_long_lines_that_end_their_sentences_stay_apart_beside_wrapped_ones() -> None:
    first, second = textwrap.wrap(TALL, 190)[:2]
    assert len(_paragraphs(f"{first}\n{second}\n\n{TALL}\n{TALL}")) == 3


def test_long_lines_are_paragraphs_of_their_own() -> None:
    line = (
        "The farms of the northern plain have brought in more wheat than in any year since records began, the office said. "
        + "Rye rotted. " * 3
    )
    assert len(_paragraphs(f"{line}\n{line}\n{line}")) == 3


def test_a_title_without_an_empty_line_below_it_stands_alone() -> None:
    text = (
        "A record harvest\n"
        "The farms of the northern plain have brought in more wheat than in any year\n"
        "since records began, the office said. Barley did worse, above all in the two\n"
        "districts on the coast."
    )
    assert [len(paragraph.split(" / ")) for paragraph in _paragraphs(text)] == [1, 3]


def test_records_stay_apart() -> None:
    assert _paragraphs("Wheat: 340 t\nRye: 20 t\nOats: 7 t") == ["Wheat: 340 t", "Rye: 20 t", "Oats: 7 t"]


def test_a_sentence_is_not_broken_where_the_next_line_begins_small() -> None:
    assert len(_paragraphs("The farms of the northern plain have brought in\nmore wheat than ever.")) == 1


@pytest.mark.parametrize("mark", ["- ", "* ", "• ", "1. ", "2) ", "a) ", "– "])
def test_every_marked_line_opens_an_item(mark: str) -> None:
    text = f"{mark}wheat in the northern districts, where the rain came late\n{mark}rye in the south"
    assert len(_paragraphs(text)) == 2


def test_an_indented_line_goes_on_with_its_item() -> None:
    assert _paragraphs("- wheat:\n  340 t\n- rye: 20 t") == ["- wheat: /   340 t", "- rye: 20 t"]


def test_white_space_alone_is_no_paragraph() -> None:
    assert _paragraphs(" \n\t\n \n") == []


def test_a_line_set_in_opens_a_paragraph_in_wrapped_text() -> None:
    text = (
        "The farms of the northern plain have brought in more wheat than in any year\n"
        "since records began, the office said. Barley did worse, above all in the two.\n"
        "   Rye was not sown at all, because the spring had been too wet for sowing it\n"
        "anywhere in the north."
    )
    assert len(_paragraphs(text)) == 2


@pytest.mark.parametrize(
    ("before", "line", "goes_on"),
    [
        pytest.param(
            "In farming the number of accidents rose to 702 from",
            "655. Tractors were involved in 148 of them, it said.",
            True,
            id="a preposition",
        ),
        pytest.param(
            "Число аварий на мельницах и дорогах района выросло до 702 с",
            "655. Чаще всего в них попадали тракторы, сообщили там.",
            True,
            id="Russian",
        ),
        pytest.param(
            "What the inspectors of the mills and roads recommend",
            "4. Close the mill at Orle until its wheel has been mended.",
            False,
            id="a heading",
        ),
        pytest.param(
            "1. Mend the wheel of the mill that stands at Orle by May.",
            "2. Close the mill at Orle until its wheel has been mended.",
            False,
            id="an item",
        ),
    ],
)
def test_a_number_behind_a_word_that_ends_no_sentence_is_no_mark_of_an_item(before: str, line: str, goes_on: bool) -> None:
    assert (f"{before} / {line}" in _paragraphs(f"{before}\n{line}\n")) is goes_on


@pytest.mark.parametrize(
    "lines",
    [
        pytest.param(["1. Switch the pump on", "2. Let it run for a while", "3. Close the valve"], id="a verb that ends with on"),
        pytest.param(["3. Sweep the hearth", "4. Put the kindling in", "5. Open the flue"], id="a verb that ends with in"),
        pytest.param(["What the parish paid for", "1. Walls: 45 mended", "2. Lamps: 30 lit"], id="the first item"),
        pytest.param(["41. Whom the mill was sold to", "42. Whom the barn was sold to"], id="items of a long list"),
        pytest.param(["These are the rules that all", "55. Nobody may fish here"], id="no preposition"),
    ],
)
def test_items_of_a_list_stay_apart_whatever_word_ends_them(lines: list[str]) -> None:
    assert _paragraphs("\n".join(lines)) == lines
