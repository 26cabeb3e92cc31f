"""The stable surface: commands, exit codes, batch lines and the answer as JSON, held on a small corpus of our own."""

import csv
import json
import os
import re
import subprocess
import sys
from collections.abc import Callable
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import NamedTuple

import pytest

from qa_bot import open_answerer
from qa_bot.cli.main import run

TRAINS = """\
---
title: Punctuality on the Norland railways
publisher: Norland Gazette
published: 2024-02-06
---

# Punctuality on the Norland railways

In 2023, 1,204 trains were late, Norland Railways said, and 310 of them were late because of snow. In 2022, at least 980 trains were late.

The company cancelled 57 trains in March 2023. Its director, Anna Berg, said that the signal box at Elmby had burned down.

## Reasons

The line to Elmby was closed because a bridge had been damaged by ice.
"""

HOSPITAL = """\
Northfield Hospital treated 8,400 patients in 2023.

The hospital admitted 212 patients with influenza in January 2024, according to its head doctor, Peter Lund.
"""

HARVEST = """\
# Урожай

В 2023 году хозяйства области собрали 412 тонн картофеля, сообщило министерство сельского хозяйства.
"""

LATE_2023 = "How many trains were late in 2023?"
LATE_1999 = "How many trains were late in 1999?"


class Outcome(NamedTuple):
    code: int
    out: str
    err: str

    @property
    def json(self) -> dict[str, object]:
        fields = json.loads(self.out)
        assert isinstance(fields, dict)
        return fields


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("work")
    docs = folder / "docs"
    (docs / "reports").mkdir(parents=True)
    (docs / "reports" / "trains.md").write_text(TRAINS, encoding="utf-8")
    (docs / "hospital.txt").write_text(HOSPITAL, encoding="utf-8")
    (docs / "urozhai.md").write_text(HARVEST, encoding="utf-8")
    (docs / "picture.png").write_bytes(b"\x89PNG\r\n")
    lines = [{"_id": f"note-{n}", "text": f"A note about the weather in week {n}.", "publisher": "Weather Office"} for n in range(1, 25)]
    (docs / "notes.jsonl").write_text("".join(json.dumps(line) + "\n" for line in lines), encoding="utf-8")
    assert run(["index", str(docs), "--index", str(folder / "index"), "--quiet"]) == 0
    return folder


@pytest.fixture
def qa(folder: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> Callable[..., Outcome]:
    """Run a command over the corpus, in this process."""
    monkeypatch.setenv("QA_BOT_INDEX", str(folder / "index"))

    def call(*arguments: str) -> Outcome:
        code = run(arguments)
        shown = capsys.readouterr()
        return Outcome(code, shown.out, shown.err)

    return call


Run = Callable[..., Outcome]

# ---------------------------------------------------------------- exit codes and streams


@pytest.mark.parametrize(
    ("arguments", "code"),
    [
        pytest.param(["ask", LATE_2023], 0, id="answered"),
        pytest.param(["ask", LATE_1999], 3, id="not found"),
        pytest.param(["ask", "the of and"], 3, id="only stop words"),
        pytest.param(["ask", ""], 2, id="empty question"),
        pytest.param(["ask", LATE_2023, "--nonsense"], 2, id="unknown option"),
        pytest.param(["tell", LATE_2023], 2, id="unknown command"),
        pytest.param(["ask", LATE_2023, "--index", "nowhere"], 2, id="no index"),
        pytest.param(["index", "nowhere"], 2, id="no such file"),
        pytest.param(["ask", "--batch", "nowhere.jsonl"], 2, id="no such batch"),
        pytest.param(["show", "nowhere"], 2, id="no such document"),
        pytest.param(["search", "late trains"], 0, id="search"),
        pytest.param(["search", "xylophone"], 3, id="nothing to search"),
        pytest.param(["figures", "--year", "2023"], 0, id="figures"),
        pytest.param(["figures", "--year", "1812"], 3, id="no figures"),
        pytest.param(["sources"], 0, id="sources"),
        pytest.param(["explain", LATE_2023], 0, id="explain"),
        pytest.param(["explain", LATE_1999], 3, id="explain what is not there"),
        pytest.param(["doctor"], 0, id="doctor"),
        pytest.param(["--help"], 0, id="help"),
    ],
)
def test_the_exit_code_says_how_it_went(qa: Run, arguments: list[str], code: int) -> None:
    outcome = qa(*arguments)
    assert outcome.code == code
    assert "Traceback" not in outcome.err
    assert bool(outcome.out) == (code != 2)


def test_the_answer_goes_to_stdout_and_nothing_else_does(qa: Run, folder: Path) -> None:
    asked = qa("ask", LATE_2023)
    assert "1,204" in asked.out
    assert asked.err == ""
    built = qa("index", str(folder / "docs"))
    assert built.out == ""
    assert "27 documents (27 unchanged)" in built.err


def test_a_question_in_english_loads_nothing_that_it_does_not_need(folder: Path) -> None:
    index = str(folder / "index")
    code = f"import sys; from qa_bot.cli.main import run; run(['ask', {LATE_2023!r}, '--index', {index!r}]); print(*sys.modules)"
    loaded = set(subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True, timeout=60).stdout.split())
    assert "qa_bot.ask" in loaded
    assert not {"numpy", "rank_bm25", "rich", "telegram", "pymorphy3", "yaml", "asyncio", "multiprocessing"} & loaded


def test_what_is_asked_for_a_person_is_plain_text_in_a_pipe(qa: Run) -> None:
    assert "\x1b" not in qa("ask", LATE_2023).out
    assert "\x1b[" in qa("ask", LATE_2023, "--color", "always").out


# ---------------------------------------------------------------- the answer

FIELDS = {
    "format", "id", "question", "read_as", "language", "status", "form", "by", "short", "verdict", "text", "figures", "nearest",
    "missing", "citations", "hits", "notes", "took_ms", "index",
}  # fmt: skip
FIGURE_FIELDS = {
    "figure_id", "value", "upper", "bound", "measure", "unit", "per", "counted", "action", "reason", "actor", "direction", "place",
    "period", "claimant", "part_of", "derived", "differs", "surface", "citation", "scope_citations",
}  # fmt: skip
CITATION_FIELDS = {"number", "doc_id", "path", "title", "publisher", "published", "url", "page", "quote", "start", "end"}


def test_an_answer_has_every_field(qa: Run) -> None:
    answer = qa("ask", "--json", LATE_2023).json
    assert set(answer) >= FIELDS
    assert answer["format"] == 1
    assert answer["question"] == LATE_2023
    assert (answer["status"], answer["form"], answer["language"]) == ("answered", "single", "en")
    assert answer["short"] == "1,204"
    assert answer["index"]


def test_a_figure_has_every_field_and_its_scope(qa: Run) -> None:
    figure = qa("ask", "--json", LATE_2023).json["figures"][0]
    assert set(figure) >= FIGURE_FIELDS
    assert figure["value"] == "1204"
    assert (figure["bound"], figure["measure"], figure["surface"]) == ("exact", "count", "1,204")
    assert (figure["period"]["start"], figure["period"]["end"], figure["period"]["basis"]) == ("2023-01-01", "2023-12-31", "stated")
    assert "train" in figure["counted"]
    assert figure["derived"] is None
    assert figure["differs"] == []


def test_a_citation_is_a_slice_of_the_document(qa: Run) -> None:
    citation = qa("ask", "--json", LATE_2023).json["citations"][0]
    assert set(citation) >= CITATION_FIELDS
    assert (citation["number"], citation["doc_id"]) == (1, "reports/trains.md")
    assert citation["title"] == "Punctuality on the Norland railways"
    assert (citation["publisher"], citation["published"]) == ("Norland Gazette", "2024-02-06")
    assert "1,204" in citation["quote"]
    assert len(citation["quote"]) <= 600
    span = f"{citation['start']}:{citation['end']}"
    assert qa("show", citation["doc_id"], "--span", span).out == citation["quote"]


def test_a_bound_is_kept(qa: Run) -> None:
    figure = qa("ask", "--json", "How many trains were late in 2022?").json["figures"][0]
    assert (figure["value"], figure["bound"]) == ("980", "at_least")


def test_not_knowing_names_the_slot_and_what_is_near(qa: Run) -> None:
    answer = qa("ask", "--json", LATE_1999).json
    assert answer["status"] == "not_found"
    assert answer["missing"] == ["period"]
    assert answer["figures"] == []
    assert answer["short"] is None
    assert {figure["value"] for figure in answer["nearest"]} >= {"1204", "980"}
    assert all("period" in figure["differs"] for figure in answer["nearest"])


@pytest.mark.parametrize("question", [LATE_2023, LATE_1999, "Why was the line to Elmby closed?"])
def test_hits_reach_twenty_documents(qa: Run, question: str) -> None:
    hits = qa("ask", "--json", question).json["hits"]
    assert set(hits[0]) >= {"rank", "doc_id", "passage_id", "start", "end", "score"}
    assert [hit["rank"] for hit in hits] == list(range(1, len(hits) + 1))
    assert len({hit["doc_id"] for hit in hits}) >= 20


def test_a_question_for_a_reason_is_answered_by_the_sentence(qa: Run) -> None:
    answer = qa("ask", "--json", "Why was the line to Elmby closed?").json
    assert (answer["status"], answer["form"]) == ("answered", "passage")
    assert "because a bridge had been damaged by ice" in answer["citations"][0]["quote"]
    assert answer["short"] in answer["citations"][0]["quote"]


# ---------------------------------------------------------------- what always holds

QUESTIONS = [
    pytest.param(LATE_2023, id="a figure"),
    pytest.param(LATE_1999, id="none for the period"),
    pytest.param("How many of the late trains in 2023 were late because of snow?", id="a part"),
    pytest.param("What share of the late trains in 2023 was late because of snow?", id="a share"),
    pytest.param("How many trains were late?", id="by period"),
    pytest.param("Were more than 1,000 trains late in 2023?", id="yes or no"),
    pytest.param("Who is the head doctor of the hospital?", id="who"),
    pytest.param("Why was the line to Elmby closed?", id="why"),
    pytest.param("Сколько картофеля собрали в 2023 году?", id="Russian"),
    pytest.param("Сколько поездов опоздало в 2023 году?", id="Russian on English"),
    pytest.param("How many unicorns were vaccinated in 2023?", id="nothing like it"),
    pytest.param("the of and", id="stop words"),
    pytest.param("??? !!!", id="signs"),
    pytest.param("late " * 2000, id="ten thousand characters"),
    pytest.param("How many \x1b[31mtrains\x00 were late in 2023?", id="control characters"),
]

NUMBER = re.compile(r"\d+(?:[.,\u00a0\u202f]\d+)*")


def digits(text: str) -> set[str]:
    return {re.sub(r"[,\u00a0\u202f]", "", number).rstrip(".") for number in NUMBER.findall(text)}


@pytest.mark.parametrize("question", QUESTIONS)
def test_every_figure_stands_in_the_quote_that_it_names(qa: Run, question: str) -> None:
    answer = qa("ask", "--json", question).json
    quotes = {citation["number"]: citation["quote"] for citation in answer["citations"]}
    for figure in [*answer["figures"], *answer["nearest"]]:
        assert set(figure) >= FIGURE_FIELDS
        if figure["derived"] is None:
            assert figure["surface"] in quotes[figure["citation"]]
        else:
            assert figure["surface"] is None
            assert figure["derived"]["expression"]
            assert set(figure["derived"]["operands"]) <= {operand["figure_id"] for operand in answer["figures"]}
        assert Decimal(figure["value"]).is_finite()
        assert set(figure["scope_citations"]) <= set(quotes)


@pytest.mark.parametrize("question", QUESTIONS)
def test_every_quote_is_a_slice_of_its_document(qa: Run, folder: Path, question: str) -> None:
    answer = open_answerer(folder / "index").ask(question)
    for citation in answer.citations:
        text = open_answerer(folder / "index").index.document(citation.doc_id).text
        assert text[citation.start : citation.end] == citation.quote
        assert 0 < len(citation.quote) <= 600


@pytest.mark.parametrize("question", QUESTIONS)
def test_every_number_in_the_text_is_accounted_for(qa: Run, question: str) -> None:
    answer = qa("ask", "--json", question).json
    known = digits(question) | {str(citation["number"]) for citation in answer["citations"]}
    for citation in answer["citations"]:
        known |= digits(citation["quote"])
    for figure in [*answer["figures"], *answer["nearest"]]:
        known |= digits(json.dumps(figure["period"])) if figure["period"] else set()
        known |= {part.lstrip("0") for part in known}
        if figure["derived"]:
            known |= digits(figure["value"]) | digits(figure["derived"]["expression"])
    assert digits(answer["text"]) <= known


@pytest.mark.parametrize("question", QUESTIONS)
def test_short_is_a_slice_of_a_quote_or_a_derived_value(qa: Run, question: str) -> None:
    answer = qa("ask", "--json", question).json
    if answer["status"] not in ("answered", "partial"):
        assert answer["short"] is None
        assert answer["figures"] == []
    elif not (answer["figures"] and answer["figures"][0]["derived"]):
        assert answer["short"]
        assert any(answer["short"] in citation["quote"] for citation in answer["citations"])


@pytest.mark.parametrize("question", QUESTIONS)
def test_the_same_question_has_the_same_answer_byte_for_byte(qa: Run, question: str) -> None:
    first, second = (re.sub(r'"took_ms":[\d.e-]+', "", qa("ask", "--json", question, "--as-of", "2024-03-01").out) for _ in range(2))
    assert first == second


def test_another_process_gives_the_same_bytes(qa: Run, folder: Path) -> None:
    def ask(seed: str) -> str:
        environment = {**os.environ, "PYTHONHASHSEED": seed, "QA_BOT_INDEX": str(folder / "index")}
        command = [sys.executable, "-m", "qa_bot", "ask", "--json", "How many trains were late?", "--as-of", "2024-03-01"]
        done = subprocess.run(command, capture_output=True, text=True, env=environment, check=True, timeout=60)
        return re.sub(r'"took_ms":[\d.e-]+', "", done.stdout)

    assert ask("1") == ask("2")


def test_the_id_is_a_hash_of_the_answer(qa: Run) -> None:
    first, same, other = (qa("ask", "--json", question).json["id"] for question in (LATE_2023, LATE_2023, LATE_1999))
    assert first == same != other


# ---------------------------------------------------------------- conversations and batches


def test_history_resolves_a_follow_up(qa: Run) -> None:
    answer = qa("ask", "--json", "--history", LATE_2023, "And in 2022?").json
    assert answer["figures"][0]["value"] == "980"
    assert answer["question"] == "And in 2022?"


def test_as_of_says_what_last_year_is(qa: Run) -> None:
    answer = qa("ask", "--json", "--as-of", "2024-05-01", "How many trains were late last year?").json
    assert answer["figures"][0]["value"] == "1204"


def test_doc_limits_the_search(qa: Run) -> None:
    outcome = qa("ask", "--json", "--doc", "hospital.txt", LATE_2023)
    assert outcome.code == 3
    assert {hit["doc_id"] for hit in outcome.json["hits"]} == {"hospital.txt"}
    assert qa("ask", "--json", "--doc", "hospital.txt", "--doc", "reports/*", LATE_2023).code == 0


def test_a_doc_that_is_not_there_is_said(qa: Run) -> None:
    outcome = qa("ask", "--doc", "nothing/*", LATE_2023)
    assert outcome.code == 3
    assert "no document has an id that fits nothing/*" in outcome.err


def test_a_batch_answers_line_by_line_in_order(qa: Run, folder: Path) -> None:
    lines = [
        {"id": "q1", "question": LATE_2023},
        {"id": "q2", "question": "And in 2022?", "history": [LATE_2023]},
        {"id": "q3"},
        {"id": "q4", "question": LATE_2023, "docs": ["hospital.txt"]},
        {"id": "q5", "question": "How many trains were late last year?", "as_of": "2024-05-01"},
        {"question": LATE_1999},
    ]
    batch = folder / "batch.jsonl"
    batch.write_text("".join(json.dumps(line) + "\n" for line in lines), encoding="utf-8")
    outcome = qa("ask", "--batch", str(batch))
    assert outcome.code == 0
    answers = [json.loads(line) for line in outcome.out.splitlines()]
    assert [answer["id"] for answer in answers[:5]] == ["q1", "q2", "q3", "q4", "q5"]
    assert [answer.get("short") for answer in answers] == ["1,204", "980", None, None, "1,204", None]
    assert set(answers[2]) == {"id", "error"}
    assert answers[5]["id"] == qa("ask", "--json", LATE_1999).json["id"]
    assert {key for key in answers[0] if key not in FIELDS} <= {"choices", "related", "total"}


def test_a_batch_comes_from_standard_input_too(folder: Path) -> None:
    command = [sys.executable, "-m", "qa_bot", "ask", "--batch", "-", "--index", str(folder / "index")]
    done = subprocess.run(
        command, input=f"{json.dumps({'id': 1, 'question': LATE_2023})}\nnonsense\n", capture_output=True, text=True, timeout=60
    )
    answer, failure = (json.loads(line) for line in done.stdout.splitlines())
    assert (answer["id"], answer["short"]) == (1, "1,204")
    assert failure["id"] is None
    assert done.returncode == 0


def test_a_batch_answers_each_line_as_it_comes(folder: Path) -> None:
    command = [sys.executable, "-m", "qa_bot", "ask", "--batch", "-", "--index", str(folder / "index")]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as process:
        assert process.stdin
        assert process.stdout
        for number in range(3):
            process.stdin.write(json.dumps({"id": number, "question": LATE_2023}) + "\n")
            process.stdin.flush()
            assert json.loads(process.stdout.readline())["id"] == number
        process.stdin.close()
        assert process.wait(timeout=60) == 0


def test_a_chat_follows_up(folder: Path) -> None:
    said = f"{LATE_2023}\nAnd in 2022?\n/why\n/sources\n/new\n/help\n/nonsense\n/quit\n{LATE_1999}\n"
    command = [sys.executable, "-m", "qa_bot", "chat", "--index", str(folder / "index")]
    done = subprocess.run(command, input=said, capture_output=True, text=True, timeout=60)
    assert done.returncode == 0
    assert done.stderr == ""
    for piece in ("**1,204**", "**980**", "The question as read", "forgotten", "/sources  every passage", "/nonsense is no command"):
        assert piece in done.stdout
    assert "1999" not in done.stdout


# ---------------------------------------------------------------- the other commands


def test_search_ranks_passages(qa: Run) -> None:
    hits = json.loads(qa("search", "late trains", "-k", "2", "--json").out)
    assert len(hits) == 2 or len(hits) == 1
    assert hits[0]["doc_id"] == "reports/trains.md"
    assert hits[0]["rank"] == 1
    assert {"passage_id", "start", "end", "score", "text"} <= set(hits[0])


def test_search_is_limited_to_documents(qa: Run) -> None:
    hits = json.loads(qa("search", "patients", "--doc", "hosp*", "--json").out)
    assert {hit["doc_id"] for hit in hits} == {"hospital.txt"}


def test_figures_are_filtered(qa: Run) -> None:
    listed = json.loads(qa("figures", "--year", "2023", "--counted", "trains", "--format", "json").out)
    assert {"1204", "310", "57"} >= {figure["value"] for figure in listed} >= {"1204"}
    assert all(figure["surface"] in figure["quote"] for figure in listed)
    assert {figure["value"] for figure in json.loads(qa("figures", "--doc", "hospital.txt", "--format", "json").out)} == {"8400", "212"}
    assert len(json.loads(qa("figures", "--limit", "2", "--format", "json").out)) == 2


def test_figures_as_csv_have_a_header_and_a_row_each(qa: Run) -> None:
    header, *rows = qa("figures", "--doc", "hospital.txt", "--format", "csv").out.splitlines()
    assert header.startswith("figure_id,value,upper,bound,")
    assert [row.split(",")[1] for row in rows] == ["8400", "212"]


def test_figures_of_a_table_name_their_row(qa: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "mills.md").write_text("# Sacks sold\n\n| Mill | 2023 |\n|---|---|\n| Elmby | 412 |\n| Tarn | 95 |\n", encoding="utf-8")
    monkeypatch.setenv("QA_BOT_INDEX", str(tmp_path / "index"))
    assert qa("index", str(tmp_path / "mills.md")).code == 0
    sheet = csv.DictReader(qa("figures", "--format", "csv").out.splitlines())
    assert [(row["value"], row["label"]) for row in sheet] == [("412", "Elmby"), ("95", "Tarn")]
    header, *rows = qa("figures").out.splitlines()
    assert "row" in header.split()
    assert [(row.split()[0], row.split()[1]) for row in rows] == [("412", "Elmby"), ("95", "Tarn")]


def test_explain_shows_reading_candidates_and_the_slot_that_failed(qa: Run) -> None:
    explained = qa("explain", LATE_1999, "--json").json
    assert {"query", "hits", "candidates", "answer"} <= set(explained)
    shown = qa("explain", LATE_1999).out
    assert "The question as read" in shown
    assert "different: period" in shown


def test_show_prints_the_text_as_offsets_count_it(qa: Run, folder: Path) -> None:
    assert qa("show", "hospital.txt").out == HOSPITAL
    assert qa("show", "hospital.txt", "--span", "0:10").out == "Northfield"


def test_sources_lists_documents_and_what_was_skipped(qa: Run) -> None:
    listed = qa("sources", "--json").json
    assert {"reports/trains.md", "hospital.txt", "urozhai.md", "note-7"} <= {document["doc_id"] for document in listed["documents"]}
    assert [Path(skipped["path"]).name for skipped in listed["skipped"]] == ["picture.png"]
    assert listed["skipped"][0]["reason"]
    assert "picture.png" in qa("sources").out


def test_doctor_says_when_documents_have_changed(qa: Run, folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    source = tmp_path / "docs"
    source.mkdir()
    (source / "a.txt").write_text(HOSPITAL, encoding="utf-8")
    monkeypatch.setenv("QA_BOT_INDEX", str(tmp_path / "index"))
    missing = qa("doctor")
    assert missing.code == 1
    assert "there is no index" in missing.out
    assert qa("index", str(source)).code == 0
    assert qa("doctor").code == 0
    (source / "b.txt").write_text(TRAINS, encoding="utf-8")
    changed = qa("doctor")
    assert changed.code == 1
    assert "1 new (b.txt)" in changed.out


def test_doctor_hides_the_token(qa: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("QA_BOT_TELEGRAM_TOKEN", "123456789:AbCdEfGhIjKlMnOpQrStUvWxYz012345678")
    shown = qa("doctor")
    assert "the right shape" in shown.out
    assert "AbCdEf" not in shown.out + shown.err
    monkeypatch.setenv("QA_BOT_TELEGRAM_TOKEN", "AbCdEf")
    assert qa("doctor").code == 1


def test_indexing_again_changes_nothing_and_adding_a_file_adds_it(tmp_path: Path, qa: Run) -> None:
    source, index = tmp_path / "docs", str(tmp_path / "index")
    source.mkdir()
    (source / "a.txt").write_text(HOSPITAL, encoding="utf-8")
    first = qa("index", str(source), "--index", index, "--json").json
    again = qa("index", str(source), "--index", index, "--json").json
    assert (first["added"], again["unchanged"]) == (1, 1)
    assert first["fingerprint"] == again["fingerprint"]
    (source / "b.md").write_text(TRAINS, encoding="utf-8")
    assert qa("index", str(source), "--index", index, "--json").json["added"] == 1


# ---------------------------------------------------------------- as a library


def test_the_package_answers(folder: Path) -> None:
    answer = open_answerer(folder / "index").ask(LATE_2023, as_of=date(2024, 3, 1))
    assert answer.short == "1,204"
    assert answer.citations[0].title == "Punctuality on the Norland railways"
