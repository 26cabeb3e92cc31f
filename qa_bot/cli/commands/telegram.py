"""``qa-bot telegram``: answer questions in Telegram. The face itself is handed in by ``__main__``: faces do not know each other."""

import argparse

from qa_bot.cli.parser import UsageError, add_index
from qa_bot.cli.start import settings_of

EXAMPLES = """
QA_BOT_TELEGRAM_TOKEN_FILE=token QA_BOT_TELEGRAM_ALLOWED=123456789 qa-bot telegram
"""


def configure(parser: argparse.ArgumentParser) -> None:
    """Add the options of ``telegram``; the token is none of them, since others can read a command line."""
    add_index(parser)


def run(args: argparse.Namespace) -> int:
    """Run the bot until it is told to stop; return the exit code."""
    serve = args.faces.get("telegram")
    if serve is None:
        raise UsageError("the bot runs as a program of its own: qa-bot telegram")
    code: int = serve(settings_of(args))
    return code
