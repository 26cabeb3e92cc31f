"""Questions with expectations read by hand, asked of an index; and the laws that every answer keeps.

A line of ``questions.jsonl``: ``corpus`` (documents or corpus), ``kind``, ``question``, ``history``, ``as_of``, and in ``expect`` only what
is asked of the answer: ``status`` (one or several), ``values`` (shown as figures; the first is the headline unless ``any_order``),
``must_not`` (values that no figure has), ``missing``, ``nearest`` (values), ``doc``, ``bound`` and ``period`` of the headline, ``verdict``,
``short_contains``, ``text_contains``, ``text_not``, ``quote_contains``, ``quote_not``.

    python tests/quality/ask_questions.py [--kind NAME] [--corpus NAME] [--id ID]     prints the measures and every failure
"""

import argparse
import json
import re
import sys
import tempfile
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from fractions import Fraction
from pathlib import Path
from typing import NamedTuple, TypedDict

from qa_bot.ask import Answerer
from qa_bot.build import build
from qa_bot.ingest import read, walk
from qa_bot.retrieval import open_index
from qa_bot.schema import Answer, Basis, CitedFigure, Status

ROOT = Path(__file__).parents[2]
QUESTIONS = Path(__file__).with_name("questions.jsonl")
FOLDERS = {"corpus": ROOT / "corpus", "documents": ROOT / "tests" / "documents"}
LONGEST_QUOTE = 600
TEXTS = (".md", ".txt")


class Expected(TypedDict, total=False):
    status: str | list[str]
    values: list[str]
    any_order: bool
    must_not: list[str]
    missing: list[str]
    nearest: list[str]
    doc: str
    bound: str
    period: list[str]
    verdict: str
    short_contains: str
    text_contains: str
    text_not: str
    quote_contains: str
    quote_not: str


class Question(TypedDict):
    id: str
    corpus: str
    kind: str
    question: str
    history: list[str]
    as_of: str | None
    expect: Expected


class Outcome(NamedTuple):
    """A question, its answer (None: it raised), and what is wrong with it: against the expectation, and against the laws."""

    question: Question
    answer: Answer | None
    wrong: tuple[str, ...]
    unlawful: tuple[str, ...]


class Asked(NamedTuple):
    """An index of one folder, ready to be asked, and the texts of its documents."""

    answerer: Answerer
    texts: Mapping[str, str]


def read_questions(path: Path = QUESTIONS) -> list[Question]:
    """Return the questions in *path*, in the order of its lines."""
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines() if line.strip()]


def index_of(folder: Path, into: Path) -> Asked:
    """Build an index of the documents in *folder* and return it ready to be asked."""
    paths = sorted(path for path in folder.iterdir() if path.suffix in TEXTS)
    build(paths, index=into)
    files, _ = walk(paths)
    texts = {document.doc_id: document.text for file in files for document in read(file, report=lambda line: None)}
    return Asked(Answerer(open_index(into)), texts)


def ask(question: Question, asked: Asked) -> Outcome:
    """Return the answer to *question* with what is wrong with it; an exception is wrong too, and hides no other answer."""
    as_of = date.fromisoformat(question["as_of"]) if question["as_of"] else None
    try:
        answer = asked.answerer.ask(question["question"], history=question["history"], as_of=as_of)
        again = asked.answerer.ask(question["question"], history=question["history"], as_of=as_of)
    except Exception as exc:
        return Outcome(question, None, ("raised",), (f"raised {type(exc).__name__}: {str(exc)[:200]}",))
    unlawful = [*laws_broken(answer, asked.texts, question), *_differences(answer, again)]
    return Outcome(question, answer, tuple(shortfalls(question["expect"], answer)), tuple(unlawful))


# ---------------------------------------------------------------- the expectation


def shortfalls(expect: Expected, answer: Answer) -> list[str]:
    """Return what *answer* lacks of what was expected, a phrase each."""
    wrong: list[str] = []
    allowed = expect.get("status", [str(answer.status)])
    if answer.status not in ([allowed] if isinstance(allowed, str) else allowed):
        wrong.append(f"status {answer.status}")
    wrong += _wrong_values(expect, answer)
    wrong += [f"missing lacks {slot}" for slot in expect.get("missing", ()) if slot not in answer.missing]
    wrong += [f"nearest lacks {value}" for value in expect.get("nearest", ()) if not _has(answer.nearest, value)]
    wrong += _wrong_words(expect, answer)
    headline = answer.figures[0] if answer.figures else None
    if headline is not None and not expect.get("any_order"):
        wrong += _wrong_headline(expect, answer, headline)
    return wrong


def _wrong_values(expect: Expected, answer: Answer) -> list[str]:
    values = expect.get("values", [])
    wrong = [f"no figure {value}" for value in values if not _has(answer.figures, value)]
    if values and not wrong and not expect.get("any_order") and not _same(answer.figures[0].value, values[0]):
        wrong.append(f"headline is {answer.figures[0].value}")
    return wrong + [f"has figure {value}" for value in expect.get("must_not", ()) if _has(answer.figures, value)]


def _wrong_words(expect: Expected, answer: Answer) -> list[str]:
    quotes = "\n".join(citation.quote for citation in answer.citations)
    checks: list[tuple[str, str | None, bool]] = [
        ("verdict", expect.get("verdict"), answer.verdict == expect.get("verdict")),
        ("short", expect.get("short_contains"), _holds(answer.short or "", expect.get("short_contains"))),
        ("text", expect.get("text_contains"), _holds(answer.text, expect.get("text_contains"))),
        ("text free of", expect.get("text_not"), not _holds(answer.text, expect.get("text_not"))),
        ("quote", expect.get("quote_contains"), _holds(quotes, expect.get("quote_contains"))),
        ("quote free of", expect.get("quote_not"), not _holds(quotes, expect.get("quote_not"))),
    ]
    return [f"{name} {wanted!r} fails" for name, wanted, right in checks if wanted is not None and not right]


def _wrong_headline(expect: Expected, answer: Answer, headline: CitedFigure) -> list[str]:
    wrong: list[str] = []
    cited = {citation.number: citation.doc_id for citation in answer.citations}
    source = headline if headline.citation is not None else next((f for f in answer.figures if f.citation is not None), headline)
    if "doc" in expect and cited.get(source.citation or 0) != expect["doc"]:
        wrong.append(f"cites {cited.get(source.citation or 0)}")
    if "bound" in expect and headline.bound != expect["bound"]:
        wrong.append(f"bound {headline.bound}")
    if "period" in expect:
        dates = [str(headline.period.start), str(headline.period.end)] if headline.period else None
        if dates != expect["period"]:
            wrong.append(f"period {dates}")
    return wrong


def _holds(text: str, part: str | None) -> bool:
    return part is not None and part.casefold() in text.casefold()


def _has(figures: Iterable[CitedFigure], value: str) -> bool:
    return any(_same(figure.value, value) for figure in figures)


def _same(found: object, wanted: str) -> bool:
    """A share may be kept as a fraction of 1 or in percent."""
    value = Fraction(str(found))
    return Fraction(wanted) in (value, value * 100)


# ---------------------------------------------------------------- the laws


def laws_broken(answer: Answer, texts: Mapping[str, str], question: Question) -> list[str]:
    """Return the laws of the answer contract that *answer* breaks, a phrase each."""
    quotes = {citation.number: citation.quote for citation in answer.citations}
    broken = [f"citation {c.number} is no slice of {c.doc_id}" for c in answer.citations if texts[c.doc_id][c.start : c.end] != c.quote]
    broken += [f"quote {number} of {len(quote)} characters" for number, quote in quotes.items() if len(quote) > LONGEST_QUOTE]
    for figure in (*answer.figures, *answer.nearest):
        broken += _figure_laws(figure, quotes)
    broken += _declining_laws(answer)
    if answer.short is not None and not _derived(answer) and not any(answer.short in quote for quote in quotes.values()):
        broken.append(f"short {answer.short!r} is in no quote")
    numbers = _numbers_known(answer, [question["question"], *question["history"]])
    text = re.sub(r"\[\d+\]", " ", answer.text)
    broken += [f"number {number} of the text is unfounded" for number in _numbers(text) if number not in numbers]
    return broken


def _figure_laws(figure: CitedFigure, quotes: Mapping[int, str]) -> list[str]:
    broken: list[str] = []
    if figure.derived is None and (figure.citation is None or (figure.surface or "\0") not in quotes.get(figure.citation, "")):
        broken.append(f"figure {figure.value} stands in no quote it names")
    if figure.derived is not None and (figure.surface is not None or not figure.derived.operands):
        broken.append(f"derived {figure.value} has a surface or no operands")
    broken += [f"scope citation {number} is missing" for number in figure.scope_citations if number not in quotes]
    period = figure.period
    if period is not None and period.basis is Basis.UNRESOLVED and (period.start or period.end):
        broken.append(f"an unresolved period of {figure.value} has dates")
    if period is not None and period.start and period.end and period.start > period.end:
        broken.append(f"period of {figure.value} ends before it starts")
    return broken


def _declining_laws(answer: Answer) -> list[str]:
    declined = answer.status in (Status.NOT_FOUND, Status.UNCLEAR)
    checks = {
        "declined with figures": declined and bool(answer.figures),
        "declined with a short answer": declined and answer.short is not None,
        "not found, and nothing is said to be missing": answer.status is Status.NOT_FOUND and not answer.missing,
        "unclear without choices": answer.status is Status.UNCLEAR and not answer.choices,
        "answered without a citation": not declined and not answer.citations,
        "nothing is said": not answer.text.strip(),
        "a nearest figure differs in nothing": any(not figure.differs for figure in answer.nearest),
        "a figure of the answer differs": any(figure.differs for figure in answer.figures),
    }
    return [name for name, broken in checks.items() if broken]


def _derived(answer: Answer) -> bool:
    return bool(answer.figures) and answer.figures[0].derived is not None


def _numbers_known(answer: Answer, questions: Sequence[str]) -> set[str]:
    """The numbers that the text may hold: of the quotes, the questions, the periods, the values (which their surfaces found)."""
    known = {number for text in (*questions, *(citation.quote for citation in answer.citations)) for number in _numbers(text)}
    for figure in (*answer.figures, *answer.nearest):
        whole = figure.part_of.value if figure.part_of is not None else figure.value
        known.update(_numbers(f"{figure.value}; {figure.value.normalize():f}; {figure.upper or ''}; {whole}; {whole.normalize():f}"))
        if figure.derived is not None:
            known.update(_numbers(figure.derived.expression))
        for day in (figure.period.start, figure.period.end) if figure.period else ():
            if day is not None:
                known.update((str(day.year), str(day.month), f"{day.month:02}", str(day.day), f"{day.day:02}"))
    return known


def _numbers(text: str) -> list[str]:
    """Numerals without their separators of thousands; a decimal comma becomes a point."""
    joined = re.sub(r"(?<=\d)[ \u00a0\u2009\u202f,](?=\d{3}(?!\d))", "", text)
    return [number.replace(",", ".").lstrip("0") or "0" for number in re.findall(r"\d+(?:[.,]\d+)?", joined)]


def _differences(first: Answer, second: Answer) -> list[str]:
    same = first.model_dump_json(exclude={"took_ms"}) == second.model_dump_json(exclude={"took_ms"})
    return [] if same else ["asked twice, answered differently"]


# ---------------------------------------------------------------- the measures


def report(outcomes: Sequence[Outcome]) -> str:
    """Return the share passed by kind, a line each, then the failures."""
    asked = Counter(outcome.question["kind"] for outcome in outcomes)
    passed = Counter(outcome.question["kind"] for outcome in outcomes if not outcome.wrong)
    lines = [f"{kind:14} {passed[kind]:4} of {asked[kind]:3}  {passed[kind] / asked[kind]:6.1%}" for kind in sorted(asked)]
    lines.append(f"{'all':14} {passed.total():4} of {asked.total():3}  {passed.total() / max(1, asked.total()):6.1%}")
    lines.append(f"unlawful: {sum(bool(outcome.unlawful) for outcome in outcomes)}")
    for question, answer, wrong, unlawful in outcomes:
        if wrong or unlawful:
            lines += [
                f"{question['id']} {question['kind']:11} {' > '.join([*question['history'], question['question']])}",
                f"     {'; '.join((*wrong, *(f'LAW: {law}' for law in unlawful)))}   {_summary(answer)}",
            ]
    return "\n".join(lines)


def _summary(answer: Answer | None) -> str:
    if answer is None:
        return ""
    return f"[{answer.status}: {', '.join(str(figure.value) for figure in answer.figures) or '-'}] {answer.text[:150]!r}"


def ask_all(questions: Iterable[Question], indexes: Mapping[str, Asked]) -> list[Outcome]:
    """Return the outcomes of *questions*, each asked of the index of its corpus."""
    return [ask(question, indexes[question["corpus"]]) for question in questions]


def _chosen(questions: Iterable[Question], given: argparse.Namespace) -> Iterator[Question]:
    for question in questions:
        filters = ((given.kind, question["kind"]), (given.corpus, question["corpus"]), (given.id, question["id"]))
        if all(value in (None, found) for value, found in filters):
            yield question


def main() -> None:
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--kind")
    parser.add_argument("--corpus", choices=sorted(FOLDERS))
    parser.add_argument("--id")
    given = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        indexes = {name: index_of(path, Path(folder) / name) for name, path in FOLDERS.items()}
        outcomes = ask_all(_chosen(read_questions(), given), indexes)
    sys.stdout.write(report(outcomes) + "\n")


if __name__ == "__main__":
    main()
