"""Lines that a page sets around its text are none of it; what only begins like one is."""

import pytest

from qa_bot.ingest import SourceFile, read
from qa_bot.schema import BlockKind

STORY = (
    "The harbour office of Wick counted 212 boats in the spring, more than in any year since the new pier was built.",
    "Most of them came from the islands, whose own harbours were closed after the storm that broke two of their walls.",
    "The office wants to dredge the channel before the winter, so that boats with a deep keel can come in at low tide.",
)


@pytest.fixture
def asides_of(tmp_path):
    def asides(body: str) -> list[str]:
        path = tmp_path / "page.html"
        path.write_text(f"<body><div><h1>A spring of boats</h1>{body}</div></body>")
        (document,) = read(SourceFile(tmp_path, path, path.name), report=lambda reason: None)
        return [document.text[block.span.start : block.span.end] for block in document.blocks if block.kind is BlockKind.FURNITURE]

    return asides


@pytest.mark.parametrize(
    ("line", "aside"),
    [
        pytest.param("Last reviewed: 3 May 2024. Next review: May 2025.", True, id="two dates of the page"),
        pytest.param("Обновлено: 3 мая 2024 г.", True, id="Russian"),
        pytest.param("Published 3 May 2024. Figures are revised on 5 June 2024.", True, id="without colons"),
        pytest.param("The piers were revised on 3 May 2024.", False, id="a sentence that ends with a day"),
        pytest.param("Deadline: 3 May 2024. The Wick fund pays for 31 piers this year.", False, id="a sentence behind it"),
        pytest.param("Срок: 3 мая 2024 г. Фонд платит за 31 причал.", False, id="a Russian sentence behind it"),
        pytest.param("Deadline: 3 May 2024 for the 31 piers on the list.", False, id="the sentence goes on"),
    ],
)
def test_a_line_that_opens_with_a_date_of_the_page_is_none_of_the_text_where_nothing_else_stands_in_it(asides_of, line, aside):
    assert (line in asides_of(f"<p>{STORY[0]}</p><p>{STORY[1]}</p><p>{line}</p><p>{STORY[2]}</p>")) is aside


@pytest.mark.parametrize(
    ("line", "aside"),
    [
        pytest.param("By Ann Marlow, 7 min", True, id="beside who wrote it"),
        pytest.param("3 May 2021 · 7 min", True, id="beside a date"),
        pytest.param("7 min", True, id="alone"),
        pytest.param("Save · 9 minute read", True, id="to read"),
        pytest.param("Время чтения: 4 мин", True, id="Russian"),
        pytest.param("Cooking time: 40 min", False, id="how long it cooks"),
        pytest.param("Время приготовления: 40 мин", False, id="how long it cooks, Russian"),
        pytest.param("Goals: Smith 34 min, Rowe 71 min", False, id="when the goals fell"),
        pytest.param("Ferry to the islands, 25 min", False, id="how long a journey takes"),
    ],
)
def test_minutes_near_the_top_are_none_of_the_text_only_where_they_tell_how_long_it_takes_to_read(asides_of, line, aside):
    told = f"<p>{line}</p><p>{STORY[0]}</p><p>{STORY[1]}</p><p>{STORY[2]}</p>"
    assert (line in asides_of(told)) is aside
