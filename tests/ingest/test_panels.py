"""What a reader opens is found under the line over it, however many there are."""

import time

import pytest

from qa_bot.ingest.flow import shown
from qa_bot.ingest.tree import Page

TOLD = "Nine farms grew rye in 2023, seven of them by the river."


def _texts(body: str) -> list[str]:
    return [block.text for block in shown(Page(f"<body>{body}</body>").root)]


@pytest.mark.parametrize(
    ("between", "opens"),
    [
        pytest.param("", True, id="right under it"),
        pytest.param("\n <!-- a panel --> \n", True, id="blanks and a comment between"),
        pytest.param("Oats are sown in spring.", False, id="a text between"),
        pytest.param("<p>Oats are sown in spring.</p>", False, id="an element between"),
    ],
)
def test_what_is_hidden_is_told_where_the_line_right_over_it_opens_it(between: str, opens: bool) -> None:
    body = f"<div><h3 aria-expanded='false'>Who grew it?</h3>{between}<div hidden><p>{TOLD}</p></div></div>"
    assert (TOLD in _texts(body)) is opens


def test_many_hidden_elements_side_by_side_are_read_in_linear_time() -> None:
    root = Page("<body><div>" + "<p>Rye</p><div hidden>oats</div>" * 15_000 + "</div></body>").root
    started = time.process_time()
    assert len(list(shown(root))) == 15_000
    assert time.process_time() - started < 5


@pytest.mark.parametrize(
    ("below", "told"),
    [
        pytest.param("<button>Read more</button>", True, id="a button"),
        pytest.param("<a href='#'>Читать полностью</a>", True, id="a Russian link"),
        pytest.param("<button>Accept</button>", False, id="another button"),
        pytest.param("<p>Read more</p>", False, id="nothing to press"),
    ],
)
def test_what_is_hidden_is_told_where_more_of_it_is_asked_for_below(below: str, told: bool) -> None:
    body = f"<p>Rye was sown in March.</p><div style='display:none'><p>{TOLD}</p></div>{below}"
    assert (TOLD in _texts(body)) is told


def test_what_is_to_be_filled_in_stays_hidden_over_a_line_for_more() -> None:
    assert TOLD not in _texts(f"<div style='display:none'><form><input></form><p>{TOLD}</p></div><button>Read more</button>")
