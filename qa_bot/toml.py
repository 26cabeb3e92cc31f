"""TOML as people write it: what nobody writes is refused unread, since a parser takes the square of the parts of a key for it."""

import re

from qa_bot.integers import MOST_DIGITS

MAX_PARTS = 32  # of a key such as a.b.c; those of our files have one, or two
_PART = r"""(?:[\w-]+|"[^"\n]*"|'[^'\n]*')"""
_LONG_KEY = re.compile(rf"""(?<![\w"'.-]){_PART}(?:[ \t]*\.[ \t]*{_PART}){{{MAX_PARTS}}}""")
_LONG_NUMBER = re.compile(rf"""(?<![^\s=\[,{{+-])(?:0[xob][\da-fA-F_]{{{MOST_DIGITS},}}|\d[\d_]{{{MOST_DIGITS - 1},}})""")
_NOBODY_WRITES = (
    (_LONG_KEY, f"a key of more than {MAX_PARTS} parts"),
    (_LONG_NUMBER, f"a number of {MOST_DIGITS} digits or more"),
)


def parsed(content: bytes, *, most: int) -> dict[str, object]:
    """Return what *content* says. Raises ValueError, saying what is wrong with it and what to do, if it is no TOML, has more than *most*
    bytes, keys of more parts or numbers of more digits than anybody writes.
    """
    import tomllib  # here: most have no file that is read by it

    if len(content) > most:
        raise ValueError(f"larger than {most // 1024**2} MB; remove what it need not say")
    try:
        text = content.decode()
        for pattern, what in _NOBODY_WRITES:
            if found := pattern.search(text):
                line = text.count("\n", 0, found.start()) + 1
                raise ValueError(f"{what} in line {line}; mend that line")
        return tomllib.loads(text)
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as exc:
        raise ValueError(f"not valid TOML ({exc}); mend that line") from exc
    except RecursionError as exc:
        raise ValueError("not valid TOML (nested too deeply); mend that line") from exc
