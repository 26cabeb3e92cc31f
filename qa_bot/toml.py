"""TOML as people write it: what nobody writes is refused unread, since a parser takes the square of the parts of a key for it."""

import re

MAX_PARTS = 32  # of a key such as a.b.c; those of our files have one, or two
_PART = r"""(?:[\w-]+|"[^"\n]*"|'[^'\n]*')"""
_LONG_KEY = re.compile(rf"""(?<![\w"'.-]){_PART}(?:[ \t]*\.[ \t]*{_PART}){{{MAX_PARTS}}}""")


def parsed(content: bytes, *, most: int) -> dict[str, object]:
    """Return what *content* says. Raises ValueError, saying what is wrong with it and what to do, if it is no TOML, has more than *most*
    bytes, or keys of more parts than anybody writes.
    """
    import tomllib  # here: most have no file that is read by it

    if len(content) > most:
        raise ValueError(f"larger than {most // 1024**2} MB; remove what it need not say")
    try:
        text = content.decode()
        if found := _LONG_KEY.search(text):
            line = text.count("\n", 0, found.start()) + 1
            raise ValueError(f"a key of more than {MAX_PARTS} parts in line {line}; mend that line")
        return tomllib.loads(text)
    except (tomllib.TOMLDecodeError, UnicodeDecodeError, RecursionError) as exc:
        raise ValueError(f"not valid TOML ({exc}); mend that line") from exc
