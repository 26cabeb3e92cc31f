"""The bot's own words: the same in every language, and readable for Telegram."""

import string
import tomllib

import pytest

from qa_bot.telegram.words import DATA, LANGUAGES, speech


def sections(language: str) -> dict[str, dict[str, str]]:
    return tomllib.loads((DATA / f"{language}.toml").read_text("utf-8"))


def blanks(text: str) -> set[str]:
    return {name for _, name, _, _ in string.Formatter().parse(text) if name}


@pytest.mark.parametrize("language", LANGUAGES[1:])
def test_every_language_says_the_same_things(language: str) -> None:
    first, other = sections(LANGUAGES[0]), sections(language)
    flat = {(section, name) for section, texts in first.items() if isinstance(texts, dict) for name in texts}
    assert flat == {(section, name) for section, texts in other.items() if isinstance(texts, dict) for name in texts}
    assert all(blanks(first[section][name]) == blanks(other[section][name]) for section, name in flat)


@pytest.mark.parametrize("language", LANGUAGES)
def test_telegram_can_read_them(parsed, language: str) -> None:
    for name, text in sections(language)["text"].items():
        parsed(speech(language).html(name, **dict.fromkeys(blanks(text), "<&>")))


@pytest.mark.parametrize("language", LANGUAGES)
def test_notices_are_as_short_as_telegram_wants_them(language: str) -> None:
    assert max(map(len, sections(language)["toast"].values())) <= 200


@pytest.mark.parametrize(
    ("code", "language"),
    [("ru", "ru"), ("ru-RU", "ru"), ("en-GB", "en"), ("de", "en"), (None, "en"), ("", "en")],
)
def test_a_person_is_spoken_to_in_the_language_of_the_client(code: str | None, language: str) -> None:
    assert speech(code).language == language
