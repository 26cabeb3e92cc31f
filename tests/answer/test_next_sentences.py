"""What a later sentence of the paragraph names as the subject of its own figures says nothing of those before."""

from collections.abc import Callable, Mapping

import pytest

from qa_bot.ask import Answerer

COURSES = """\
# Admissions to the college

Most applied for was Medicine, with 4,310 applications for 240 places. Computer Science had 3,965 for 310 places, Law 3,120 for 275.
"""
YARDS = """\
# Boats of the coast

The yard at Sarn built 41 boats. Kestle had 12 slips and Dunmoor 9.
"""
MATCH = """\
# Отчёт о школах

Больше всего заявлений подали в лицей – 410 заявлений. В Гимназии было 90 мест.
"""


@pytest.mark.parametrize(
    ("text", "question", "expected"),
    [
        pytest.param(COURSES, "How many applications were there for Computer Science?", [], id="the next subject"),
        pytest.param(COURSES, "How many applications were there for Law?", [], id="the one after"),
        pytest.param(COURSES, "How many applications were there for Medicine?", ["4,310"], id="the own one"),
        pytest.param(YARDS, "How many boats did Kestle build?", [], id="who comes next"),
        pytest.param(MATCH, "Сколько заявлений подали в гимназию?", [], id="Russian"),
    ],
)
def test_a_figure_is_not_of_what_the_next_sentence_names(
    answerer_of: Callable[[Mapping[str, str]], Answerer], text: str, question: str, expected: list[str]
) -> None:
    assert [figure.surface for figure in answerer_of({"text.md": text}).ask(question).figures] == expected
