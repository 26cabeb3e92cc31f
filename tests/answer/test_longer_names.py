"""A name inside a longer one is another's."""

import pytest

from qa_bot.answer.longer_names import is_longer


@pytest.mark.parametrize(
    ("text", "named", "language", "longer"),
    [
        ("North Velmark", ("velmark",), "en", True),
        ("East Larn", ("larn",), "en", True),
        ("Velmark Heights", ("velmark",), "en", True),
        ("Северном Велмарске", ("велмарск",), "ru", True),
        ("North Velmark", ("north", "velmark"), "en", False),
        ("Velmark", ("velmark",), "en", False),
        ("the city of Velmark", ("velmark",), "en", False),
        ("Velmark and North Velmark", ("velmark",), "en", False),
        ("Velmark Council", ("velmark",), "en", False),
        ("Dunmore Port Trust", ("trust",), "en", False),
        ("the Labour Union", ("labour", "union"), "en", False),
        ("городе Велмарске", ("велмарск",), "ru", False),
        ("Larn", ("velmark",), "en", False),
        ("Goalkeeper Petra Hain", ("hain",), "en", False),
        ("Marwick Rovers", ("rover",), "en", False),
        ("Port Larn", ("larn",), "en", True),
        ("Петра Хайн", ("хайн",), "ru", False),
        ("Марвикские Волки", ("волк",), "ru", False),
        ("Новый Велмарск", ("велмарск",), "ru", True),
        ("Денис Лунин", ("лунин",), "ru", False),
        ("Марии Петровны Луниной", ("лунин",), "ru", False),
        (None, ("velmark",), "en", False),
    ],
)
def test_a_longer_name_is_told_from_the_name_in_it(text: str | None, named: tuple[str, ...], language: str, longer: bool) -> None:
    assert is_longer(text, named, language) is longer
