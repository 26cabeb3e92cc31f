"""Completion scripts for bash, zsh and fish, made from the parsers, so that they offer what the commands take."""

import argparse
from collections.abc import Callable
from typing import NamedTuple

from qa_bot.cli.parser import COMMANDS, command_parser, parts


class Option(NamedTuple):
    """An option of a command as a shell needs it."""

    names: tuple[str, ...]
    summary: str
    takes: str  # "" for nothing, else "file", "folder", "word"
    choices: tuple[str, ...]


class Offer(NamedTuple):
    """What can follow a command: its options, and what its arguments are."""

    options: tuple[Option, ...]
    takes: str
    choices: tuple[str, ...]


def offers() -> dict[str, Offer]:
    """Return what each command offers."""
    return {name: _offer(command_parser(name)) for name in COMMANDS}


def _offer(parser: argparse.ArgumentParser) -> Offer:
    named = parts(parser)
    if named:
        inner = [option for part in named.values() for option in _offer(part).options]
        return Offer(tuple({option.names: option for option in inner}.values()), "", tuple(named))
    given = [_option(action) for action in parser._actions if action.option_strings]
    arguments = [_option(action) for action in parser._actions if not action.option_strings]
    takes = arguments[0].takes if arguments else ""
    return Offer(tuple(given), takes, arguments[0].choices if arguments else ())


def _option(action: argparse.Action) -> Option:
    choices = tuple(map(str, action.choices or ()))
    name = str(action.metavar or "")
    takes = "folder" if name == "DIR" else "file" if name.startswith(("FILE", "PATH")) else "word"
    return Option(tuple(action.option_strings), (action.help or "").split(" (default")[0], "" if action.nargs == 0 else takes, choices)


def bash() -> str:
    """Return the script for bash."""
    cases = "".join(f"        {name}) {_bash_case(offer)} ;;\n" for name, offer in offers().items())
    return f"""\
# bash completion of qa-bot; source it
_qa_bot() {{
    local current=${{COMP_WORDS[COMP_CWORD]}} previous=${{COMP_WORDS[COMP_CWORD-1]}} words='' values='' takes=''
    if [ "$COMP_CWORD" -eq 1 ]; then
        COMPREPLY=($(compgen -W '{" ".join(COMMANDS)} --help --version' -- "$current"))
        return
    fi
    case ${{COMP_WORDS[1]}} in
{cases}    esac
    case $takes in
        file) COMPREPLY=($(compgen -f -- "$current")); compopt -o filenames 2>/dev/null ;;
        folder) COMPREPLY=($(compgen -d -- "$current")); compopt -o filenames 2>/dev/null ;;
        word) COMPREPLY=($(compgen -W "$values" -- "$current")) ;;
        *) COMPREPLY=($(compgen -W "$words" -- "$current")) ;;
    esac
}}
complete -F _qa_bot qa-bot
"""


def _bash_case(offer: Offer) -> str:
    after = "".join(
        f"{'|'.join(option.names)}) takes={option.takes} values='{' '.join(option.choices)}' ;; "
        for option in offer.options
        if option.takes
    )
    words = " ".join(name for option in offer.options for name in option.names)
    argument = f"takes={offer.takes}; " if offer.takes in ("file", "folder") else f"words='{' '.join(offer.choices)}'; "
    return f"case $current in -*) words='{words}' ;; *) {argument}case $previous in {after}esac ;; esac"


def zsh() -> str:
    """Return the script for zsh."""
    listing = "\n".join(f"        {_quoted(f'{name}:{summary}')}" for name, summary in COMMANDS.items())
    cases = "".join(f"        {name})\n            _arguments {_zsh_arguments(offer)} ;;\n" for name, offer in offers().items())
    return f"""\
#compdef qa-bot
_qa_bot() {{
    local -a commands
    commands=(
{listing}
    )
    if (( CURRENT == 2 )); then
        _describe command commands
        return
    fi
    local command=$words[2]
    shift words
    (( CURRENT-- ))
    case $command in
{cases}    esac
}}
if [ "$funcstack[1]" = _qa-bot ]; then _qa_bot "$@"; else compdef _qa_bot qa-bot; fi
"""


def _zsh_arguments(offer: Offer) -> str:
    parts = [_quoted(f"{name}[{_zsh_text(option.summary)}]{_zsh_value(option)}") for option in offer.options for name in option.names]
    parts.append(_quoted("*:argument:" + _zsh_action(offer.takes, offer.choices)))
    return " ".join(parts)


def _zsh_value(option: Option) -> str:
    return f":value:{_zsh_action(option.takes, option.choices)}" if option.takes else ""


def _zsh_action(takes: str, choices: tuple[str, ...]) -> str:
    if choices:
        return f"({' '.join(choices)})"
    return {"file": "_files", "folder": "_files -/"}.get(takes, " ")


def _zsh_text(text: str) -> str:
    return text.replace("[", "(").replace("]", ")").replace(":", "\\:")


def fish() -> str:
    """Return the script for fish."""
    lines = ["# fish completion of qa-bot", "complete -c qa-bot -f"]
    lines += [f"complete -c qa-bot -n __fish_use_subcommand -a {name} -d {_quoted(summary)}" for name, summary in COMMANDS.items()]
    for name, offer in offers().items():
        where = f"complete -c qa-bot -n {_quoted(f'__fish_seen_subcommand_from {name}')}"
        if offer.takes in ("file", "folder"):
            lines.append(f"{where} -F")
        if offer.choices:
            lines.append(f"{where} -a {_quoted(' '.join(offer.choices))}")
        lines += [f"{where} {_fish_option(option)}" for option in offer.options]
    return "\n".join(lines) + "\n"


def _fish_option(option: Option) -> str:
    names = " ".join(f"-l {name[2:]}" if name.startswith("--") else f"-s {name[1:]}" for name in option.names)
    values = " -x" if option.takes == "word" else " -r -F" if option.takes else ""
    choices = f" -a {_quoted(' '.join(option.choices))}" if option.choices else ""
    return f"{names}{values}{choices} -d {_quoted(option.summary)}"


def _quoted(text: str) -> str:
    return "'" + text.replace("'", "'\\''") + "'"


SHELLS: dict[str, Callable[[], str]] = {"bash": bash, "zsh": zsh, "fish": fish}
