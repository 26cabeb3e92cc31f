"""What the service itself says to people. What it says about documents is the face's."""

from qa_bot.telegram.words import speech


def notice(name: str, language: str | None, **values: object) -> str:
    """Return a notice as HTML in the language of a Telegram client, with *values* filled in.

    >>> notice("approved", "de", user=7)
    '7 was let in.'
    """
    return speech(language).html(name, section="service", **values)
