"""What every command does first: read the settings with its own options on top, and open what it needs."""

import argparse
import sys
from collections.abc import Mapping
from datetime import date

from qa_bot.cli.parser import UsageError
from qa_bot.schema import Filter
from qa_bot.settings import LogLevel, Settings, read_settings


def settings_of(args: argparse.Namespace, more: Mapping[str, object] | None = None) -> Settings:
    """Return the settings, *more* and then the options in *args* before all others, and log as they say."""
    given = {"index": args.index, "engine": getattr(args, "engine", None), "log_level": "debug" if args.debug else None}
    settings = read_settings({**given, **(more or {})})
    if settings.log_level is not LogLevel.WARNING:  # Python itself prints warnings
        import logging

        logging.basicConfig(stream=sys.stderr, level=settings.log_level.upper(), format="%(asctime)s %(levelname)s %(name)s: %(message)s")
    return settings


def filter_of(args: argparse.Namespace) -> Filter:
    """Return what the options of `add_filter` limit a search to; ids of documents apart, which a batch may name line by line."""
    return Filter(publishers=tuple(args.publisher), languages=tuple(args.language), since=args.since, until=args.until)


def a_date(text: str) -> date:
    """Return the date in an option. Raises argparse.ArgumentTypeError, which argparse words."""
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise argparse.ArgumentTypeError(f"{text!r} is no date; write it as 2024-05-31") from None


def a_count(text: str) -> int:
    """Return the whole number above zero in an option."""
    if not (text.isdecimal() and text.isascii()) or int(text) < 1:
        raise argparse.ArgumentTypeError(f"{text!r} is no whole number above 0")
    return int(text)


def a_question(words: list[str]) -> str:
    """Return the words of a command line as one question. Raises UsageError when they hold nothing to read."""
    question = " ".join(words)
    if not any(letter.isprintable() and not letter.isspace() for letter in question):
        raise UsageError('the question is empty; ask one, for example: qa-bot ask "How many trains were late in 2023?"')
    return question
