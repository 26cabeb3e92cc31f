"""Write the English words that are no typos: tools/make_dictionary.py WORDS..., word lists of a word a line, as SCOWL's are.

qa_bot/text/data/en/dictionary.txt was made from Debian's wamerican and wbritish 2020.12.07 (/usr/share/dict).
"""

import sys
from pathlib import Path

from qa_bot.text.dictionary import HEAD, PATH, SHORTEST
from qa_bot.text.tokens import fold


def main(lists: list[str]) -> None:
    """Write the words of *lists* that have as many letters as a typo is looked for in, folded, sorted, each once."""
    words = {fold(line.strip()) for path in lists for line in Path(path).read_text(encoding="utf-8").splitlines()}
    kept = sorted(word for word in words if len(word) >= SHORTEST and word.isalpha())
    PATH.write_text(HEAD + "\n".join(kept) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main(sys.argv[1:])
