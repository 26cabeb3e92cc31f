"""Build an index of many times the passages of another one from its prepared records, which are not read and extracted again.

    python -m benchmarks copies SOURCE --times 10 --to FOLDER      SOURCE and FOLDER are folders of indexes

For sizes at which extraction would take hours. Writing, publishing, searching and answering are the program's own. Every copy of a document
has an id of its own, and in place of its figures' digits others, in text, index terms and values alike: no two say the same.
"""

import argparse
import json
import random
import re
import sqlite3
import sys
from collections.abc import Sequence
from hashlib import sha256
from itertools import pairwise
from pathlib import Path
from typing import Any, NamedTuple

from benchmarks.recombined import SEED
from qa_bot.retrieval import Manifest, open_index
from qa_bot.retrieval.draft import Draft
from qa_bot.retrieval.entry import Entry, FigureEntry, PassageEntry
from qa_bot.retrieval.publish import writing
from qa_bot.retrieval.records import StoredFile
from qa_bot.retrieval.tables import NAME
from qa_bot.text.analysis import analyse

_SLOT = re.compile(r"\\u0000([a-z]\d*)\\u0000|\x00([a-z]\d*)\x00")  # within JSON, and without
_WITH_DIGITS = re.compile(r"(?<= )\S*\d\S*(?= )")  # an index term
_NOT_ZERO = "123456789"


def main() -> int:
    """Build the index and print what it holds, as JSON; return 0."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("source", type=Path, help="an index")
    parser.add_argument("--times", type=int, default=10, help="how many copies of each document (default: 10)")
    parser.add_argument("--to", type=Path, required=True, help="the index to write")
    args = parser.parse_args()
    made = build(args.source, args.to, args.times)
    print(json.dumps({"documents": made.documents, "passages": made.passages, "figures": made.figures}))
    return 0


def build(source: Path, to: Path, times: int) -> Manifest:
    """Publish in *to* an index of so many copies of each document of the index *source*; return its manifest."""
    old = open_index(source)
    db = sqlite3.connect(f"{(old.folder / NAME).absolute().as_uri()}?immutable=1", uri=True)
    file = StoredFile("/copies.jsonl", "/copies.jsonl", "copies.jsonl", "")
    with writing(to), Draft(to, previous=None) as draft:
        draft.add_file(file)
        for (doc_id,) in db.execute("SELECT doc_id FROM documents ORDER BY ordinal"):
            master = _Master(db, doc_id)
            for number in range(times):
                draft.add(master.copy(number), own_id=f"{doc_id}-{number}", file=file.path)
        draft.settle_names()
        assert not list(draft.misnamed())
        manifest, _ = draft.publish(engine=old.manifest.engine, versions=old.manifest.versions, roots=(file.path,))
    return manifest


class _Form(NamedTuple):
    """A stored text with slots: as the % operator wants it, and what goes into each."""

    text: str
    slots: tuple[str, ...]

    def filled(self, values: dict[str, str]) -> str:
        return self.text % tuple([values[slot] for slot in self.slots])


class _Master:
    """A document from which copies are made.

    Its records are forms, whose slots are d (the id of the document), f0, f1 ... (those of its figures) and n0, n1 ... (what has digits).
    """

    def __init__(self, db: sqlite3.Connection, doc_id: str) -> None:
        self._doc_id = doc_id
        self._numerals: dict[str, str] = {}  # slots by what stands in them
        figures = [json.loads(row[0]) for row in db.execute("SELECT record FROM figures WHERE doc_id = ? ORDER BY position", (doc_id,))]
        spans = sorted({(figure["span"]["start"], figure["span"]["end"]) for figure in figures})
        self._spans = [one for one, other in pairwise([*spans, (sys.maxsize, 0)]) if one[1] <= other[0]]
        self._figure_ids = {figure["figure_id"]: f"f{place}" for place, figure in enumerate(figures)}
        whole = [figure for figure in figures if (figure["span"]["start"], figure["span"]["end"]) in self._spans]
        self._with_digits = {figure["figure_id"] for figure in whole if any(map(str.isdigit, figure["surface"]))}
        self._terms = {term for figure in whole for term in analyse(figure["surface"])}
        self._digest, self._words, record = db.execute("SELECT digest, words, record FROM documents WHERE doc_id = ?", (doc_id,)).fetchone()
        document = json.loads(record)
        self._text = document["text"]
        self._document = _form({**document, "doc_id": "\0d\0", "text": self._slotted(0, len(self._text))})
        self._passages = [self._passage(row) for row in db.execute(_PASSAGES, (doc_id,))]
        self._figures = [(self._figure_ids[each["figure_id"]], _below(each["passage_id"], doc_id), self._figure(each)) for each in figures]

    def copy(self, number: int) -> Entry:
        """Return copy *number* of the document."""
        digits = random.Random(f"{SEED} {number} {self._doc_id}").sample(_NOT_ZERO, len(_NOT_ZERO))
        others = str.maketrans(_NOT_ZERO, "".join(digits))
        doc_id = f"{self._doc_id}-{number}"
        values = {slot: text.translate(others) for text, slot in self._numerals.items()}
        values |= {slot: sha256(f"{each} {number}".encode()).hexdigest()[: len(each)] for each, slot in self._figure_ids.items()}
        values["d"] = doc_id
        return Entry(
            doc_id,
            sha256(f"{self._digest} {number}".encode()).hexdigest(),
            self._words,
            self._document.filled(values),
            tuple(
                PassageEntry(doc_id + below, body.filled(values), *rest, record=record.filled(values))
                for below, body, rest, record in self._passages
            ),
            tuple(FigureEntry(values[slot], doc_id + below, record.filled(values)) for slot, below, record in self._figures),
        )

    def _numeral(self, text: str) -> str:
        slot = self._numerals.setdefault(text, f"n{len(self._numerals)}")
        return f"\0{slot}\0"

    def _slotted(self, start: int, end: int) -> str:
        """Return this part of the text with slots for its figures."""
        parts, done = [], start
        for first, last in self._spans:
            if done <= first and last <= end:
                parts += [self._text[done:first], self._numeral(self._text[first:last])]
                done = last
        return "".join([*parts, self._text[done:end]])

    def _passage(self, row: Sequence[str]) -> tuple[str, _Form, tuple[str, ...], _Form]:
        body, *rest, record = row
        passage = json.loads(record)
        below = _below(passage["passage_id"], self._doc_id)
        text = self._slotted(passage["span"]["start"], passage["span"]["end"])
        body = _WITH_DIGITS.sub(lambda found: self._numeral(found[0]) if found[0] in self._terms else found[0], body)
        return below, _form(body), tuple(rest), _form({**passage, "passage_id": f"\0d\0{below}", "doc_id": "\0d\0", "text": text})

    def _figure(self, figure: dict[str, Any]) -> _Form:
        below = _below(figure["passage_id"], self._doc_id)
        slot = self._figure_ids[figure["figure_id"]]
        if figure["figure_id"] in self._with_digits:
            figure = figure | {name: self._numeral(figure[name]) for name in ("surface", "value", "upper") if figure.get(name)}
        whole = figure.get("part_of")
        if whole and whole["figure_id"] in self._figure_ids:
            value = self._numeral(whole["value"]) if whole["figure_id"] in self._with_digits else whole["value"]
            figure = figure | {"part_of": {**whole, "figure_id": f"\0{self._figure_ids[whole['figure_id']]}\0", "value": value}}
        return _form({**figure, "figure_id": f"\0{slot}\0", "doc_id": "\0d\0", "passage_id": f"\0d\0{below}"})


_PASSAGES = "SELECT body, lengths, numbers, title, scope, record FROM passages WHERE doc_id = ? ORDER BY position"


def _below(passage_id: str, doc_id: str) -> str:
    """Return what the id of a passage has behind that of its document."""
    return passage_id.removeprefix(doc_id)


def _form(content: str | dict[str, Any]) -> _Form:
    text = content if isinstance(content, str) else json.dumps(content, ensure_ascii=False, separators=(",", ":"))
    slots = tuple(one or other for one, other in _SLOT.findall(text))
    return _Form(_SLOT.sub("%s", text.replace("%", "%%")), slots)


if __name__ == "__main__":
    sys.exit(main())
