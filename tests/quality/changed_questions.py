"""The project's own questions, changed so that no document answers them: another year, an unknown name or place, another deed.

python -m tests.quality.changed_questions [--corpus NAME] [--way NAME]     prints the changed questions that are answered all the same

Whatever words a question has, one for 1987, or for Zorvick, of which the documents tell nothing, has no answer in them. Questions of several
parts, follow-ups and those that the documents do not answer to begin with are left out.
"""

import argparse
import re
import sys
import tempfile
from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

from qa_bot.ask import Answerer
from qa_bot.evaluation.questions import Question
from qa_bot.schema import Status
from qa_bot.text.language import language_of
from tests.quality.ask_questions import FOLDERS, all_questions, answerer_of, index_of

YEAR = re.compile(r"\b(?:19|20)\d\d\b(?![/–-])")
NAME = re.compile(r"(?<=[^.?!] )[A-ZА-ЯЁ][\w’-]+(?: [A-ZА-ЯЁ][\w’-]+)*")
DEED = {"en": re.compile(r"(?<=\bwere )\w+ed\b"), "ru": re.compile(r"(?<=\s)\w+(?:или|али|ено|ано|ены|аны)\b")}
UNTOLD_YEAR, UNTOLD_NAME = "1987", {"en": "Zorvick", "ru": "Зорвик"}
UNTOLD_DEED = {"en": "photographed", "ru": "сфотографировали"}
BEHIND = {"year": {"en": "in 1987", "ru": "в 1987 году"}, "place": {"en": "in Zorvick", "ru": "в Зорвике"}}
ANSWERED = (Status.ANSWERED, Status.PARTIAL)


class Changed(NamedTuple):
    """A question, how it was changed, and as what it is asked."""

    question: str
    way: str
    asked: str


class Leak(NamedTuple):
    """A changed question that was answered all the same."""

    changed: Changed
    text: str


def changes(question: str) -> Iterator[Changed]:
    """Yield *question* for another year, place and name, and with another deed, as far as it names any."""
    language, bare = language_of(question), question.rstrip("?. ")
    dated = YEAR.sub(UNTOLD_YEAR, question)
    if dated != question:
        yield Changed(question, "year", dated)
    elif not any(map(str.isdigit, question)):
        yield Changed(question, "year", f"{bare} {BEHIND['year'][language]}?")
    yield Changed(question, "place", f"{bare} {BEHIND['place'][language]}?")
    for name in list(NAME.finditer(question))[:1]:
        yield Changed(question, "name", f"{question[: name.start()]}{UNTOLD_NAME[language]}{question[name.end() :]}")
    if DEED[language].search(question):
        yield Changed(question, "deed", DEED[language].sub(UNTOLD_DEED[language], question, count=1))


def leaks_of(questions: Sequence[Question], answerer: Answerer) -> tuple[list[Leak], Counter[str]]:
    """Return the changed *questions* that are answered, of those that are answered as they stand, and how many were asked in each way."""
    found: list[Leak] = []
    asked: Counter[str] = Counter()
    for question in questions:
        explained = answerer.explain(question.question, as_of=question.as_of)
        if explained.query.parts or explained.query.operation is not None or explained.answer.status not in ANSWERED:
            continue
        for changed in changes(question.question):
            asked[changed.way] += 1
            answer = answerer.ask(changed.asked, as_of=question.as_of)
            if answer.status in ANSWERED:
                found.append(Leak(changed, answer.text))
    return found, asked


def single_questions(corpus: str) -> list[Question]:
    """Return the questions about *corpus* that stand alone."""
    return [each for each in all_questions()[corpus] if not each.history]


def main() -> None:
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--corpus", choices=sorted(FOLDERS))
    parser.add_argument("--way", choices=("year", "place", "name", "deed"))
    given = parser.parse_args()
    answered: Counter[str] = Counter()
    total: Counter[str] = Counter()
    with tempfile.TemporaryDirectory() as folder:
        for name in [given.corpus] if given.corpus else sorted(FOLDERS):
            answerer = answerer_of(index_of(FOLDERS[name], Path(folder) / name), "rank-bm25")
            found, asked = leaks_of(single_questions(name), answerer)
            total += asked
            for leak in found:
                if given.way in (None, leak.changed.way):
                    sys.stdout.write(f"{leak.changed.way}: {leak.changed.asked}\n     {leak.text[:150]!r}\n")
                answered[leak.changed.way] += 1
    for way in sorted(total):
        sys.stdout.write(f"{way:6} answered all the same: {answered[way]:3} of {total[way]:3}\n")


if __name__ == "__main__":
    main()
