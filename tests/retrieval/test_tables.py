"""The tables that people may open, and what it takes to fill them."""

import sqlite3
import subprocess
import sys
from contextlib import closing
from pathlib import Path

import pytest

from qa_bot.retrieval import current

_ADDED = """
import sys
from pathlib import Path
from qa_bot.retrieval.draft import Draft
from qa_bot.retrieval.entry import Entry

def most():
    return next(int(line.split()[1]) * 1024 for line in Path("/proc/self/status").read_text().splitlines() if line.startswith("VmHWM"))

record = '{"doc_id":"a.txt","text":"' + "Trains were late.\\\\n" * 1_000_000 + '"}'
with Draft(Path(sys.argv[1]), previous=None) as draft:
    before = most()
    draft.add(Entry("a.txt", "", "late trains were", record, (), ()), own_id="a.txt", file="/corpus/a.txt")
    print((most() - before) / len(record))
"""


@pytest.mark.skipif(not Path("/proc/self/status").exists(), reason="this system does not tell how much memory was taken")
def test_a_long_document_is_added_without_working_out_what_its_columns_show(tmp_path):
    done = subprocess.run([sys.executable, "-c", _ADDED, str(tmp_path)], capture_output=True, text=True, check=True)
    assert float(done.stdout) < 4  # times its record; nine, when they are worked out for each row


def test_columns_show_what_the_records_say(write_index, made, tmp_path):
    first = made("a.txt", ["The depot had 114 trains."], title="Trains").count("114", counted="trains", place="Lorn")
    folder = write_index(tmp_path, [first, made("b.txt", ["Поезда опоздали."], language="ru")])
    with closing(sqlite3.connect(current(folder) / "records.sqlite")) as db:
        documents = db.execute("SELECT title, publisher, published, language, url, text FROM documents ORDER BY ordinal").fetchall()
        assert documents == [
            ("Trains", None, None, "en", None, "The depot had 114 trains."),
            (None, None, None, "ru", None, "Поезда опоздали."),
        ]
        assert db.execute("SELECT text FROM passages ORDER BY ordinal").fetchall() == [(document[-1],) for document in documents]
        shown = "value, unit, counted, action, actor, direction, place, claimant, period_start, period_end"
        figure = ("114", None, "trains", None, None, None, "Lorn", None, None, None)
        assert db.execute(f"SELECT {shown} FROM figures").fetchall() == [figure]
