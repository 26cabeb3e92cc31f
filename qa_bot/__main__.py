"""``python -m qa_bot`` and ``qa-bot``: hand the command line to its face."""

import gc
import os
import sys


def main() -> int:
    """Run the command that the command line names; return its exit code."""
    # A question is answered in the time that starting takes: a tenth of that went to collecting garbage among modules being
    # imported, and to pydantic's search of every installed package for plugins.
    gc.set_threshold(50_000, 20, 20)
    os.environ.setdefault("PYDANTIC_DISABLE_PLUGINS", "__all__")
    from qa_bot.cli.main import run

    return run(sys.argv[1:])


if __name__ == "__main__":
    sys.exit(main())
