"""A command of qa-bot that ends with the bot: ``python -m qa_bot.telegram.confined index ...``.

With ``--limited`` in front there are limits on what it may take of the machine, too: the process limits itself before it imports
anything that reads documents, and processes that it starts are limited in the same way.
"""

import os
import resource
import sys
from contextlib import suppress
from runpy import run_module

from qa_bot.deadline import end_with

NICENESS = 10
MEMORY = 1024 * 1024 * 1024  # bytes of data of each process: reading 1 MB of ordinary text takes some 100 MB
PROCESSOR = 600  # seconds of each process: 1 MB of text takes 5 to 25, as many figures as there are in it
FILE = 1024 * 1024 * 1024  # bytes of a file written
LIMITED = "--limited"


def confine() -> None:
    """Limit this process and those that it will start. A limit that this system does not know is left out."""
    limits = {resource.RLIMIT_DATA: MEMORY, resource.RLIMIT_CPU: PROCESSOR, resource.RLIMIT_FSIZE: FILE, resource.RLIMIT_CORE: 0}
    for limit, most in limits.items():
        with suppress(ValueError, OSError):
            resource.setrlimit(limit, (most, most))
    with suppress(OSError):
        os.nice(NICENESS)


if __name__ == "__main__":
    end_with(sys.stdin.fileno())
    if sys.argv[1] == LIMITED:
        del sys.argv[1]
        confine()
    run_module("qa_bot", run_name="__main__")
