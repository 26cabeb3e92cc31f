"""``python -m qa_bot`` and ``qa-bot``: hand the command line to its face."""

import sys


def main() -> int:
    """Run the command that the command line names; return its exit code."""
    from qa_bot.cli.main import run  # here, so that the process can be named by its entry point without loading anything

    return run(sys.argv[1:])


if __name__ == "__main__":
    sys.exit(main())
