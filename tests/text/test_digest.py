from hashlib import sha256

import pytest

from qa_bot.text.digest import digest


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("", id="nothing"),
        pytest.param("late-trains.md#p1\x0012:17", id="a key"),
        pytest.param("Сколько поездов опоздало? " * 50, id="more than a block"),
    ],
)
def test_the_digest_of_a_text_is_the_beginning_of_its_sha256(text: str) -> None:
    assert digest(text) == sha256(text.encode()).hexdigest()[:16]
