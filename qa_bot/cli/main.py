"""Run a command and turn whatever goes wrong into one sentence and an exit code."""

import os
import sys
from collections.abc import Callable, Mapping, Sequence
from typing import TYPE_CHECKING

from qa_bot.cli.exits import ANSWERED, FAILED, INTERRUPTED, MISUSED
from qa_bot.cli.parser import UsageError, parse
from qa_bot.cli.screen import discard_output, say, speak_utf8, until_reader_leaves
from qa_bot.errors import ConfigError, EvaluationError, IndexNotBuiltError, IndexOutdatedError, IngestError, QABotError

if TYPE_CHECKING:
    from qa_bot.settings import Settings

_MISUSE = (UsageError, ConfigError, EvaluationError, IngestError, IndexNotBuiltError, IndexOutdatedError)


def run(arguments: Sequence[str], *, faces: "Mapping[str, Callable[[Settings], int]] | None" = None) -> int:
    """Run the command that *arguments* name; return its exit code. Nothing is raised, whatever happens.

    *faces* are the other faces of the program by the command that starts them.
    """
    try:
        speak_utf8()
        return _run(arguments, faces or {})
    except BrokenPipeError:
        discard_output()  # whoever read has gone, which is its right: `qa-bot figures | head`
        return ANSWERED
    except KeyboardInterrupt:
        return INTERRUPTED
    except SystemExit as leave:  # argparse, after --help
        return leave.code if isinstance(leave.code, int) else ANSWERED
    except (UsageError, QABotError) as error:
        return _complain(str(error), MISUSED if isinstance(error, _MISUSE) else FAILED, arguments)
    except OSError as error:
        return _complain(_system(error), FAILED, arguments)
    except Exception as error:  # the last line of defence: a person gets a sentence, and --debug the rest
        what = f"{type(error).__name__}: {error}"
        message = f"this is a bug in qa-bot: {what}; run the command again with --debug at its end and report what it prints"
        return _complain(message, FAILED, arguments)


def _run(arguments: Sequence[str], faces: "Mapping[str, Callable[[Settings], int]]") -> int:
    parsed = parse([_readable(argument) for argument in arguments])
    if parsed is None:
        code = ANSWERED
    else:
        command, args = parsed
        args.faces = faces
        code = command.run(args)
    with until_reader_leaves():
        sys.stdout.flush()
    return code


def _readable(argument: str) -> str:
    """Return an argument that was not UTF-8 with U+FFFD for what could not be read; a path keeps its bytes."""
    readable = argument.encode("utf-8", "surrogateescape").decode("utf-8", "replace")
    return argument if readable == argument or os.path.lexists(argument) else readable


def _complain(message: str, code: int, arguments: Sequence[str]) -> int:
    if "--debug" in arguments:
        import traceback

        traceback.print_exc()
    say(f"qa-bot: {message}")  # where it cannot be written, the exit code still tells
    return code


def _system(error: OSError) -> str:
    return f"{error.filename}: {error.strerror}" if error.filename else str(error.strerror or error)
