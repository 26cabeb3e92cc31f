"""What the bot says of its own accord, in the language of whom it says it to; the words are data, a file a language."""

import tomllib
from collections.abc import Mapping
from functools import cache
from pathlib import Path

from qa_bot.telegram.markup import escape
from qa_bot.text.printable import printable

DATA = Path(__file__).with_name("data")
LANGUAGES = ("en", "ru")  # the first is spoken to whose language is another


class Speech:
    """The words of one language."""

    def __init__(self, language: str, sections: Mapping[str, Mapping[str, str]]) -> None:
        self.language = language
        self._sections = sections

    def html(self, name: str, *, section: str = "text", **values: object) -> str:
        """Return the text *name* with its blanks filled, escaped."""
        return self._sections[section][name].strip("\n").format(**{key: escape(str(value)) for key, value in values.items()})

    def notice(self, name: str, **values: object) -> str:
        """Return what the service itself says, as HTML; what is said about documents is the face's.

        >>> speech("de").notice("approved", user=7)
        '7 was let in.'
        """
        return self.html(name, section="service", **values)

    def plain(self, section: str, name: str, **values: object) -> str:
        """Return words that Telegram shows as they are: of a button, a notice, a menu."""
        return self._sections[section][name].format(**{key: printable(str(value)) for key, value in values.items()})

    @property
    def name(self) -> str:
        """The language's own name for itself."""
        return str(self._sections["name"])


@cache
def speech(language: str | None) -> Speech:
    """Return the words for a Telegram language code ("en-GB"); English where there are none of its own."""
    known = (language or "").lower().partition("-")[0]
    chosen = known if known in LANGUAGES else LANGUAGES[0]
    return Speech(chosen, tomllib.loads((DATA / f"{chosen}.toml").read_text("utf-8")))
