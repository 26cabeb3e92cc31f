import pytest

from qa_bot.ingest.readers.html import read_page

SPAN = '<span class="counter-number" data-duration="2000" data-to-value="{end}" data-from-value="{start}"{more}>{shown}</span>'
PAGE = """<main><h1>Herons of the delta</h1><p>The wardens of the delta counted herons from boats on the first Sunday of every month of the year.</p>
<div class="counter"><div class="number">{span}</div><div class="title">{title}</div></div>
<p>They saw most of them in the reeds near Vellin, and none at all on the sand north of the old light.</p></main>"""


def _text(title="herons were seen in March", end="3120", start="0", shown="0", more=' data-delimiter=","'):
    (draft,) = read_page(PAGE.format(title=title, span=SPAN.format(end=end, start=start, shown=shown, more=more)).encode(), "a.html")
    return draft.text


@pytest.mark.parametrize(
    ("said", "number"),
    [
        pytest.param({}, "3,120 herons", id="with a mark"),
        pytest.param({"more": ""}, "3120 herons", id="without"),
        pytest.param({"title": "цапель видели в марте", "more": ' data-delimiter=" "'}, "3 120 цапель", id="ru"),
        pytest.param({"end": "12.5", "more": ""}, "12.5 herons", id="with a part"),
    ],
)
def test_a_counter_stands_at_its_end(said, number):
    assert number in _text(**said)


@pytest.mark.parametrize("said", [{"shown": "2,900"}, {"end": "soon"}, {"end": ""}])
def test_what_is_no_counter_at_its_beginning_stays(said):
    assert said.get("shown", "0") in _text(**said)
    assert "3,120" not in _text(**said)
