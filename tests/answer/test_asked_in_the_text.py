"""What a text asks itself is answered by the sentence that tells it, not by whichever one comes next."""

from collections.abc import Callable, Mapping

import pytest

from qa_bot.ask import Answerer

BRIDGE = """\
# The footbridge at Lorne

When will the footbridge open again? The council keeps silent. The footbridge will open again on 9 June 2026.
"""
REGATTA = """\
# Letters to the editor

Who won the lake regatta? Calls have come in since Monday. Dunmore Rowers won the lake regatta on Sunday.
"""
SHIELD = """\
# The winter shield

Who won the winter shield? Selworth Town did. They beat Hollin by two goals.
"""


@pytest.mark.parametrize(
    ("text", "question", "short"),
    [
        pytest.param(BRIDGE, "When will the footbridge open again?", "9 June 2026", id="a day"),
        pytest.param(REGATTA, "Who won the lake regatta?", "Dunmore Rowers", id="a name"),
        pytest.param(SHIELD, "Who won the winter shield?", "Selworth Town", id="a name in the next sentence"),
    ],
)
def test_the_sentence_that_tells_it_answers(
    answerer_of: Callable[[Mapping[str, str]], Answerer], text: str, question: str, short: str
) -> None:
    assert answerer_of({"text.md": text}).ask(question).short == short
