import pytest

from qa_bot.ingest.flow import shown
from qa_bot.ingest.tree import Page
from qa_bot.ingest.verdict import CERTAIN, _closing

TOLD = "<p>The ferry to Holm carried 8,410 people in May, more than in any month since it began to run in the year after the war.</p>"
TEXT, DOUBT = CERTAIN + 1, -1.0


def _closes(last, *, told=3, between=""):
    blocks = list(shown(Page(f"<main>{TOLD * told}{between}{last}</main>").root))
    weights = [TEXT if block.text.startswith("The ferry to") else DOUBT for block in blocks]
    return len(blocks) - 1 in _closing(blocks, weights)


@pytest.mark.parametrize("between", ["", '<div class="button"><a href="/give">Give</a></div>', "<ul><li>Run it in winter</li></ul>"])
@pytest.mark.parametrize("last", ["<p>The whole timetable hangs on the pier.</p>", "<p>Полное расписание можно увидеть на пристани.</p>"])
def test_a_sentence_may_close_the_element_of_the_text(between, last):
    assert _closes(last, between=between)


@pytest.mark.parametrize(
    "last",
    [
        pytest.param('<p class="note">The whole timetable hangs on the pier.</p>', id="called something"),
        pytest.param("<div><p>The whole timetable hangs on the pier.</p></div>", id="in another element"),
        pytest.param('<p>The whole timetable hangs <a href="/t">on the pier</a>.</p>', id="with a link"),
        pytest.param("<p>The whole timetable of the ferry</p>", id="no sentence"),
        pytest.param("<p>Send us your pictures of the ferry today.</p>", id="to the reader"),
        pytest.param("<p>Follow us on Facebook for more.</p>", id="what asks"),
    ],
)
def test_what_stands_below_the_text_otherwise_does_not(last):
    assert not _closes(last)


def test_few_paragraphs_make_no_element_of_the_text():
    assert not _closes("<p>The whole timetable hangs on the pier.</p>", told=2)
