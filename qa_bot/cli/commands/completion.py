"""``qa-bot completion``: the completion script of a shell."""

import argparse

from qa_bot.cli.completion import SHELLS
from qa_bot.cli.exits import ANSWERED

EXAMPLES = """
source <(qa-bot completion bash)           for this shell; into ~/.bashrc for every one
qa-bot completion zsh > ~/.zfunc/_qa-bot   a folder of $fpath
qa-bot completion fish > ~/.config/fish/completions/qa-bot.fish
"""


def configure(parser: argparse.ArgumentParser) -> None:
    """Add the options of ``completion``."""
    parser.add_argument("shell", choices=sorted(SHELLS), help="the shell")


def run(args: argparse.Namespace) -> int:
    """Print the script."""
    print(SHELLS[args.shell](), end="")
    return ANSWERED
