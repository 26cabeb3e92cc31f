"""Of a deed that somebody only asks for, no number tells how many it befell."""

from collections.abc import Callable, Mapping

import pytest

from qa_bot.ask import Answerer
from qa_bot.schema import Status

WOLVES = """\
# Wolves of the Tarn hills

The herders' union believes that there are more than 180 wolves in the hills and has asked for a cull; the ministry has not allowed one.
"""
PIGEONS = """\
# Pigeons of Marlow

The council believes that there are 3,000 pigeons in the centre and has applied for a licence to shoot them. In 2022, 150 pigeons were shot. The society called for their sale to be stopped.
"""
BEAVERS = """\
# Бобры Лужского района

Рыбаки считают, что в районе более 400 бобров, и просят разрешить отстрел; управление отстрел не разрешило. По учёту лесничества, бобров 230.
"""
FOXES = """\
# Foxes of Orm, 2022

The council planned to vaccinate 300 foxes and vaccinated 210. Wardens were asked to catch foxes and 18 foxes were caught.
"""  # fmt: skip


@pytest.fixture(scope="module")
def ask(answerer_of: Callable[[Mapping[str, str]], Answerer]) -> Callable[[str], str | None]:
    answerer = answerer_of({"wolves.md": WOLVES, "pigeons.md": PIGEONS, "beavers.md": BEAVERS, "foxes.md": FOXES})

    def put(question: str) -> str | None:
        answer = answerer.ask(question)
        return None if answer.status is Status.NOT_FOUND else answer.short

    return put


@pytest.mark.parametrize(
    ("question", "short"),
    [
        ("How many wolves were culled?", None),
        ("How many pigeons were sold?", None),
        ("Сколько бобров отстреляли?", None),
        ("How many pigeons were shot in 2022?", "150"),
        ("How many pigeons are there in the centre?", "3,000"),
        ("How many foxes were vaccinated?", "210"),
        ("How many foxes were caught?", "18"),
    ],
)
def test_what_was_asked_for_was_not_done(ask: Callable[[str], str | None], question: str, short: str | None):
    assert ask(question) == short
