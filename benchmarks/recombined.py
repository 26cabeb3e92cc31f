"""A corpus of any size from the project's own documents: their paragraphs, drawn and combined anew by a generator with a fixed seed.

Numbers are replaced by others of as many digits, so that no two documents say the same; years stay. Such a corpus has more figures in a
megabyte than most (every other sentence holds some) and fewer different words: take it for how cost grows, and a real corpus for how
high it is.
"""

import json
import random
import re
from collections.abc import Iterator
from pathlib import Path

from qa_bot.text.language import language_of

ROOT = Path(__file__).parents[1]
SOURCES = ("corpus/*.md", "tests/documents/*.md", "tests/documents/*.txt")
SEED = 20_240_501
PARAGRAPHS = 4  # of a document
_PARAGRAPH = re.compile(r"\n\s*\n")
_FRONT_MATTER = re.compile(r"\A---\n.*?\n---\n", re.DOTALL)
_NUMBER = re.compile(r"(?<![\d.,:/-])(?!(?:19|20)\d\d\b)\d+(?![\d:/-])")
_SHORT = 80  # characters of a paragraph that is hardly more than a heading


def documents(language: str) -> Iterator[dict[str, str]]:
    """Yield documents in *language*, "en" or "ru", without end: lines of a ``corpus.jsonl``."""
    paragraphs = _paragraphs(language)
    draw = random.Random(SEED)  # the same text on every machine
    number = 0
    while True:
        number += 1
        chosen = [draw.choice(paragraphs) for _ in range(PARAGRAPHS)]
        text = "\n\n".join(_NUMBER.sub(lambda found: _other(found[0], draw), paragraph) for paragraph in chosen)
        yield {"_id": f"{language}-{number:06d}", "title": f"{language} {number}", "text": text}


def write(path: Path, language: str, *, size: int = 0, passages: int = 0) -> Path:
    """Write documents to *path* until their text has *size* bytes or they have *passages* paragraphs; return *path*."""
    written = 0
    with path.open("w", encoding="utf-8") as file:
        for number, document in enumerate(documents(language)):
            if (size and written >= size) or (passages and number * PARAGRAPHS >= passages):
                break
            written += len(document["text"].encode())
            file.write(json.dumps(document, ensure_ascii=False) + "\n")
    return path


def _paragraphs(language: str) -> list[str]:
    found: list[str] = []
    for pattern in SOURCES:
        for path in sorted(ROOT.glob(pattern)):
            text = _FRONT_MATTER.sub("", path.read_text(encoding="utf-8"))
            found += [part.strip() for part in _PARAGRAPH.split(text) if len(part) > _SHORT and language_of(part) == language]
    return found


def _other(number: str, draw: random.Random) -> str:
    """Return another number of as many digits, which begins with no zero."""
    return str(draw.randint(1, 9)) + "".join(str(draw.randint(0, 9)) for _ in number[1:])
