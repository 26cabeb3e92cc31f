"""How well are the figures of tests/documents extracted? Precision and recall on values, then accuracy slot by slot.

``gold.jsonl`` was written by reading the documents. A line holds one figure: its document, its surface and a *context* that occurs once,
and what it means; a slot that it leaves out is not scored, and one that it lists has several right readings. A line with
``not_figure`` holds a number that counts nothing, one with ``optional`` a number that may be a figure or not (ages, spans of time).

    python tests/quality/score_figures.py [--slot NAME] [--doc NAME]     prints the measures and every failure
"""

import argparse
import json
import re
import sys
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from decimal import Decimal
from fractions import Fraction
from pathlib import Path
from typing import NamedTuple, cast

from qa_bot.figures import extract
from qa_bot.ingest import SourceFile, read, split, walk
from qa_bot.schema import Claimant, Figure, Period
from qa_bot.text.lexicon import Lexicon, lexicon
from qa_bot.text.tokens import fold

DOCUMENTS = Path(__file__).parents[1] / "documents"
GOLD = DOCUMENTS / "gold.jsonl"
SLOTS = ("upper", "bound", "measure", "unit", "period", "part_of", "claimant", "action", "counted")
SAME_STEM = 4  # letters that two forms of one word share at least: "refused" and "refusal", "заявки" and "заявок"

Row = Mapping[str, object]


class Failure(NamedTuple):
    """What went wrong with one number: *slot* is "missed", "invented" or the name of a slot."""

    slot: str
    doc: str
    context: str
    wanted: object
    found: object


class Score(NamedTuple):
    """*right* and *asked* count by slot, "precision" and "recall" among them."""

    right: Mapping[str, int]
    asked: Mapping[str, int]
    failures: tuple[Failure, ...]

    def share(self, slot: str) -> float:
        """Return the share of *slot* that is right; 1 where nothing was asked."""
        return self.right.get(slot, 0) / self.asked[slot] if self.asked.get(slot) else 1.0


def score(gold: Iterable[Row], figures: Mapping[str, Sequence[Figure]], texts: Mapping[str, str]) -> Score:
    """Return the score of *figures* (by document) against *gold*; *texts* holds the documents' texts, which spans are into."""
    rows: dict[str, list[Row]] = defaultdict(list)
    for row in gold:
        rows[str(row["doc"])].append(row)
    right: Counter[str] = Counter()
    asked: Counter[str] = Counter()
    failures: list[Failure] = []
    for doc in sorted(rows):
        _score_document(doc, rows[doc], list(figures.get(doc, ())), texts[doc], right, asked, failures)
    return Score(right, asked, tuple(failures))


def _score_document(
    doc: str, rows: list[Row], figures: list[Figure], text: str, right: Counter[str], asked: Counter[str], failures: list[Failure]
) -> None:
    left = list(figures)
    for row in rows:
        if "surface" not in row:
            continue
        start, end = _place(text, row, "surface")
        near = [figure for figure in left if figure.span.start < end and start < figure.span.end]
        match = next((figure for figure in near if _same_value(row["value"], figure.value)), None)
        asked["recall"] += 1
        if match is None:
            failures.append(Failure("missed", doc, str(row["context"]), row["value"], [str(figure.value) for figure in near]))
            continue
        right["recall"] += 1
        left.remove(match)
        for slot in SLOTS:
            if slot not in row:
                continue
            asked[slot] += 1
            if _fits(slot, row[slot], match):
                right[slot] += 1
            else:
                failures.append(Failure(slot, doc, str(row["context"]), row[slot], _shown(slot, match)))
    optional = [_place(text, row, "optional") for row in rows if "optional" in row]
    others = {_place(text, row, "not_figure"): row for row in rows if "not_figure" in row}
    invented = [figure for figure in left if not _covered(figure, optional)]
    asked["precision"] += len(figures) - (len(left) - len(invented))
    right["precision"] += len(figures) - len(left)
    for figure in invented:
        kind = "not a figure" if _covered(figure, others) else "not in gold"
        around = text[max(0, figure.span.start - 30) : figure.span.end + 20].replace("\n", " ")
        failures.append(Failure("invented", doc, around, kind, str(figure.value)))


def _place(text: str, row: Row, key: str) -> tuple[int, int]:
    context, surface = str(row["context"]), str(row[key])
    at = text.find(context)
    if at < 0:  # front matter is no part of the text
        return -1, -1
    start = at + context.index(surface)
    return start, start + len(surface)


def _covered(figure: Figure, places: Iterable[tuple[int, int]]) -> bool:
    return any(figure.span.start < end and start < figure.span.end for start, end in places)


# ---------------------------------------------------------------- slots


def _same_value(wanted: object, found: Decimal) -> bool:
    """A fraction may be kept as itself (0.25) or in percent (25)."""
    value = Fraction(str(wanted))
    if "/" not in str(wanted):
        return value == Fraction(found)
    return any(abs(value * scale - Fraction(found)) <= Fraction(scale, 1000) for scale in (1, 100))


def _fits(slot: str, wanted: object, figure: Figure) -> bool:
    if isinstance(wanted, list) and slot != "period":
        return any(_fits(slot, reading, figure) for reading in wanted)
    match slot:
        case "upper":
            return figure.upper is None if wanted is None else figure.upper == Decimal(str(wanted))
        case "part_of":
            return figure.part_of is None if wanted is None else figure.part_of is not None and figure.part_of.value == Decimal(str(wanted))
        case "period":
            return _dates(figure.period) == (tuple(cast("list[str]", wanted)) if wanted else None)
        case "unit":
            return figure.unit is not None and _same_unit(str(wanted), figure.unit)
        case "claimant":
            return _same_claimant(wanted, figure.claimant)
        case "action":
            return _same_action(str(wanted), figure)
        case "counted":
            return _same_words(str(wanted), f"{figure.counted or ''} {' '.join(figure.terms.head)}")
    return str(getattr(figure, slot)) == wanted


def _dates(period: Period | None) -> tuple[str, str] | None:
    if period is None or (period.start is None and period.end is None):
        return None
    return str(period.start), str(period.end)


def _same_unit(wanted: str, found: str) -> bool:
    """A broader unit is right too: a child is a person."""
    if fold(wanted) == fold(found):
        return True
    words = _words_of(wanted)
    concept = words.concept(wanted)
    return found in (concept, words.symbol(concept), *words.broader(concept)) or concept == _concept(found)


def _concept(word: str) -> str:
    return _words_of(word).concept(word)


def _words_of(word: str) -> Lexicon:
    return lexicon("ru" if any("а" <= letter <= "я" for letter in word.lower()) else "en")


def _same_claimant(wanted: object, found: Claimant | None) -> bool:
    if wanted is None or found is None:
        return wanted is None and found is None
    return _same_words(str(wanted), f"{found.name} {found.role or ''} {found.outlet or ''}")


def _same_action(wanted: str, figure: Figure) -> bool:
    concepts = {_concept(word) for word in wanted.split()} | {_concept(wanted)}
    worded = f"{figure.action or ''} {' '.join(figure.terms.action)}"
    return bool(concepts & set(figure.terms.action)) or _same_words(wanted.split()[0], worded)


def _same_words(wanted: str, found: str) -> bool:
    """Whether some word of *wanted* is in *found*, in any form."""
    there = re.findall(r"\w+", fold(found))
    return any(word[:SAME_STEM] == other[:SAME_STEM] for word in re.findall(r"\w+", fold(wanted)) if len(word) > 2 for other in there)


def _shown(slot: str, figure: Figure) -> object:
    match slot:
        case "period":
            return _dates(figure.period)
        case "part_of":
            return figure.part_of and str(figure.part_of.value)
        case "claimant":
            return figure.claimant and figure.claimant.name
        case "upper":
            return figure.upper and str(figure.upper)
        case "action":
            return figure.terms.action
    value = getattr(figure, slot)
    return None if value is None else str(value)


# ---------------------------------------------------------------- the documents


def read_gold(path: Path = GOLD) -> list[Row]:
    """Return the lines of a gold file."""
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines() if line.strip()]


def texts_in(folder: Path) -> list[Path]:
    """Return the documents in *folder*, which holds the gold file too."""
    return sorted(path for path in folder.iterdir() if path.suffix in (".md", ".txt"))


def extract_all(folder: Path = DOCUMENTS) -> tuple[dict[str, list[Figure]], dict[str, str]]:
    """Return the figures and the texts of the documents in *folder*, by doc_id."""
    files = [each for each in walk(texts_in(folder)) if isinstance(each, SourceFile)]
    figures: dict[str, list[Figure]] = {}
    texts: dict[str, str] = {}
    for file in files:
        for document in read(file, report=lambda line: None):
            texts[document.doc_id] = document.text
            figures[document.doc_id] = list(extract(document, split(document)))
    return figures, texts


def report(result: Score, *, slot: str | None = None, doc: str | None = None) -> str:
    """Return the measures, a line each, then the failures by slot."""
    lines = [f"{name:10} {result.share(name):6.1%}  {result.right.get(name, 0):4} of {result.asked[name]}" for name in sorted(result.asked)]
    for failure in sorted(result.failures, key=lambda failure: (failure.slot, failure.doc)):
        if (slot and failure.slot != slot) or (doc and doc not in failure.doc):
            continue
        lines.append(f"{failure.slot:9} {failure.doc:22} {failure.context!r:44} wanted {failure.wanted}  found {failure.found}")
    return "\n".join(lines)


def main() -> None:
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--slot", help="failures of this slot only (or: missed, invented)")
    parser.add_argument("--doc", help="failures in documents of this name only")
    given = parser.parse_args()
    figures, texts = extract_all()
    sys.stdout.write(report(score(read_gold(), figures, texts), slot=given.slot, doc=given.doc) + "\n")


if __name__ == "__main__":
    main()
