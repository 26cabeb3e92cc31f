import os
import sys
from datetime import date
from pathlib import Path

import pytest

from qa_bot.errors import UnreadableDocumentError, UnsupportedFormatError
from qa_bot.ingest import SourceFile, read, walk
from qa_bot.ingest.grid import WIDEST
from qa_bot.schema import BlockKind, Document

BODY = "The farms of the northern plain have brought in more wheat than in any year since records began, the office said on Tuesday."


def _read(folder: Path, name: str, content: str | bytes) -> tuple[list[Document], list[str]]:
    path = folder / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content if isinstance(content, bytes) else content.encode())
    reports: list[str] = []
    (file,) = (each for each in walk([folder]) if isinstance(each, SourceFile) and each.path == path)
    return list(read(file, report=reports.append)), reports


def test_front_matter_in_toml_is_read(tmp_path: Path) -> None:
    path = tmp_path / "a.md"
    path.write_text(
        '+++\ntitle = "Rye"\ndate = 2022-05-03T08:00:00Z\nauthor = "Rena Olt"\ndraft = false\n[params]\nx = 1\n+++\n\nThe mill ground 340 tonnes.\n'
    )
    reports: list[str] = []
    (document,) = read(SourceFile(tmp_path, path, "a.md"), report=reports.append)
    assert (document.title, document.published, document.author) == ("Rye", date(2022, 5, 3), "Rena Olt")
    assert (document.text.strip(), reports) == ("The mill ground 340 tonnes.", [])


def test_a_text_file_is_one_document(tmp_path: Path) -> None:
    (document,), reports = _read(tmp_path, "farms/north.txt", f"A record harvest\r\n\r\n{BODY}\r\n")
    assert (document.doc_id, document.path, document.title) == ("farms/north.txt", "farms/north.txt", "A record harvest")
    assert (document.language, document.published, reports) == ("en", None, [])
    assert "\r" not in document.text


def test_a_russian_file_in_an_old_encoding_is_read(tmp_path: Path) -> None:
    (document,), _ = _read(tmp_path, "a.txt", "В этом году хозяйства района собрали двести тысяч тонн пшеницы.".encode("cp1251"))
    assert (document.language, document.text[:6]) == ("ru", "В этом")


def test_front_matter_is_metadata_and_no_text(tmp_path: Path) -> None:
    front = "---\ntitle: 'Harvest: a report'\npublisher: Farm Office\nauthor: A. Miller\npublished: 2023-11-05\ntags: [a]\n---\n"
    (document,), reports = _read(tmp_path, "a.md", f"{front}\n# Wheat\n\n{BODY}\n")
    assert (document.title, document.publisher, document.speaker) == ("Harvest: a report", "Farm Office", "A. Miller")
    assert (document.published, reports) == (date(2023, 11, 5), [])
    assert document.text == f"\n# Wheat\n\n{BODY}\n"


@pytest.mark.parametrize(
    ("front", "message"),
    [
        pytest.param("published: next week", r'a\.md: only a line of its front matter: "published" is no full date', id="a bad date"),
        pytest.param("title: [Harvest", r"not valid YAML", id="an open bracket"),
    ],
)
def test_faulty_front_matter_is_reported_and_the_text_is_read(tmp_path: Path, front: str, message: str) -> None:
    (document,), reports = _read(tmp_path, "a.md", f"---\n{front}\n---\n# Wheat\n\n{BODY}\n")
    assert (document.title, document.published) == ("Wheat", None)
    assert len(reports) == 1
    with pytest.raises(AssertionError, match=message):
        raise AssertionError(reports[0])


def test_a_colon_in_a_title_loses_nothing_of_the_front_matter(tmp_path: Path) -> None:
    front = "---\ntitle: Harvest: a report\ndate: 2023-11-05\npublisher: 'Farm: Office'\nauthor: A. Miller\n---\n"
    (document,), reports = _read(tmp_path, "a.md", f"{front}# Wheat\n\n{BODY}\n")
    assert (document.title, document.published, document.publisher) == ("Harvest: a report", date(2023, 11, 5), "Farm: Office")
    assert (document.author, reports) == ("A. Miller", [])


def test_a_bad_value_in_front_matter_costs_itself_only(tmp_path: Path) -> None:
    (document,), reports = _read(tmp_path, "a.md", f"---\ntitle: Harvest\npublished: next week\n---\n{BODY}\n")
    assert (document.title, document.published, len(reports)) == ("Harvest", None, 1)


def test_front_matter_that_is_never_closed_is_reported_and_nothing_is_lost(tmp_path: Path) -> None:
    (document,), reports = _read(tmp_path, "a.md", f"---\ntitle: Wheat\nauthor: A. Miller\n{BODY}\n")
    assert (document.title, document.speaker, document.text) == ("Wheat", "A. Miller", f"{BODY}\n")
    assert reports == ["a.md: only the end of its front matter: no line --- closes it; add one"]


@pytest.mark.parametrize(
    "title",
    [
        pytest.param("9" * 5_000, id="a number"),
        pytest.param("0x" + "f" * 4_000, id="another kind of number"),
        pytest.param("59:" * 3_000 + "59", id="in sixties"),
        pytest.param("59:" * 3_000 + "59.5", id="a fraction in sixties"),
        pytest.param("word " * 1_000, id="words"),
    ],
)
def test_a_value_of_front_matter_that_nobody_would_write_costs_itself_only(tmp_path: Path, title: str) -> None:
    (document,), reports = _read(tmp_path, "a.md", f"---\ntitle: {title}\npublisher: Farm Office\n---\n# Wheat\n\n{BODY}\n")
    assert (document.title, document.publisher, document.text) == ("Wheat", "Farm Office", f"# Wheat\n\n{BODY}\n")
    assert reports == ['a.md: only a line of its front matter: "title" is longer than 2,000 characters; shorten it; its text is read']


@pytest.mark.parametrize(("written", "title"), [("3.10", "3.10"), ("007", "007"), ("1:30", "1:30"), ("1_000", "1_000"), ("1984", "1984")])
def test_a_title_that_is_a_number_stays_as_it_is_written(tmp_path: Path, written: str, title: str) -> None:
    (document,), reports = _read(tmp_path, "a.md", f"---\ntitle: {written}\n---\n{BODY}\n")
    assert (document.title, reports) == (title, [])


@pytest.mark.parametrize("value", ["2023-13-45", "!!timestamp soon", "!!bool perhaps", "[" * 9_000, "&a [*a, *a]", "&a {x: *a}"])
def test_a_value_that_yaml_makes_nothing_of_is_told_in_our_words(tmp_path: Path, value: str) -> None:
    (document,), reports = _read(tmp_path, "a.md", f"---\npublished: {value}\n---\n{BODY}\n")
    assert (document.text, document.published, len(reports)) == (f"{BODY}\n", None, 1)
    assert not [word for word in ("Error", "recursion", "NoneType", "object", "range", "month must") if word in reports[0]]


def test_a_list_that_says_itself_over_and_over_takes_no_time(tmp_path: Path) -> None:
    lists = ["a0: &a0 [x, x]", *(f"a{number}: &a{number} [{', '.join([f'*a{number - 1}'] * 9)}]" for number in range(1, 30))]
    (document,), reports = _read(tmp_path, "a.md", "\n".join(["---", *lists, "published: *a29", "title: *a29", "---", BODY]))
    assert (document.text, len(reports)) == (BODY, 2)


@pytest.mark.parametrize(
    "line",
    [
        pytest.param(f'{{"_id": {"9" * 5_000}, "title": {"9" * 5_000}, "text": "Rye."}}', id="numbers that are read"),
        pytest.param(f'{{"views": {"9" * 5_000}, "text": "Rye."}}', id="one that is not"),
    ],
)
def test_a_jsonl_line_with_a_number_that_nobody_would_write_is_read(tmp_path: Path, line: str) -> None:
    (document,), reports = _read(tmp_path, "a.jsonl", line)
    assert (document.doc_id, document.title, document.text, reports) == ("a.jsonl#1", None, "Rye.", [])


def test_a_jsonl_line_nested_too_deeply_is_told_in_our_words(tmp_path: Path) -> None:
    documents, reports = _read(tmp_path, "a.jsonl", '{"text": "Rye."}\n{"text": "Oats.", "a": ' + "[" * 200_000)
    assert len(documents) == 1
    assert reports == ["a.jsonl:2: nested too deeply to be read; simplify it"]


@pytest.mark.parametrize(
    ("front", "reports"),
    [
        pytest.param(
            f"title: {'9' * 20_000}\npublisher: Farm Office",
            ['a.md: only a line of its front matter: "title" is longer than 2,000 characters; shorten it; its text is read'],
            id="a title",
        ),
        pytest.param(f"publisher: Farm Office\nsummary: {'word ' * 5_000}", [], id="what is not read"),
        pytest.param(
            "publisher: Farm Office\n# places\ntags:\n" + "- Tarn\n" * 4_000 + "\nnotes: |\n" + "  Rye: dear.\n" * 200, [], id="a list"
        ),
    ],
)
def test_long_front_matter_that_is_closed_is_front_matter(tmp_path: Path, front: str, reports: list[str]) -> None:
    (document,), told = _read(tmp_path, "a.md", f"---\n{front}\n---\n# Wheat\n\n{BODY}\n")
    assert (document.title, document.publisher, document.text) == ("Wheat", "Farm Office", f"# Wheat\n\n{BODY}\n")
    assert told == reports


def test_a_long_text_between_two_rules_is_no_front_matter(tmp_path: Path) -> None:
    text = "---\ntitle: of the port\n" + f"{BODY}\n" * 300 + f"---\n{BODY}\n"
    (document,), _ = _read(tmp_path, "a.md", text)
    assert document.text.count(BODY) == 301


def test_a_rule_at_the_top_is_no_front_matter(tmp_path: Path) -> None:
    (document,), reports = _read(tmp_path, "a.md", f"---\n\n{BODY}\n\n---\n\n{BODY}\n")
    assert (document.text.count(BODY), reports) == (2, [])


def test_a_jsonl_line_is_a_document(tmp_path: Path) -> None:
    lines = (
        '{"_id": "n1", "title": "Harvest", "text": "Wheat.", "published": "2023-11-05", "publisher": "Farm Office", "metadata": {}}\n'
        '\n{"text": "Пшеница: 340 т.", "url": "https://farm.example/2023/11/05/a"}\n'
    )
    (first, second), reports = _read(tmp_path, "a.jsonl", lines)
    assert (first.doc_id, first.title, first.publisher, first.published) == ("n1", "Harvest", "Farm Office", date(2023, 11, 5))
    assert (second.doc_id, second.language, second.published) == ("a.jsonl#3", "ru", date(2023, 11, 5))
    assert (first.path, reports) == ("a.jsonl", [])


def test_bad_lines_are_reported_and_the_rest_goes_on(tmp_path: Path) -> None:
    lines = '{"text": "Rye."}\n{"text": \n[1]\n{"_id": "x"}\n{"text": " "}\n{"_id": "y", "text": "Oats."}\n{"_id": "y", "text": "A"}\n'
    documents, reports = _read(tmp_path, "a.jsonl", lines)
    assert [document.text for document in documents] == ["Rye.", "Oats."]
    assert [report.split(": ")[0] for report in reports] == ["a.jsonl:2", "a.jsonl:3", "a.jsonl:4", "a.jsonl:5", "a.jsonl:7"]
    assert reports[-1] == "a.jsonl:7: \"_id\" 'y' stands on an earlier line too; the earlier one is kept: give this one another"


def test_many_bad_lines_are_counted(tmp_path: Path) -> None:
    _, reports = _read(tmp_path, "a.jsonl", '{"text": "Rye."}\n' + "{}\n" * 100)
    assert (len(reports), reports[-1]) == (6, "a.jsonl: 95 more lines that cannot be used; mend those above first")


def test_a_line_of_raw_data_costs_itself_only(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys.modules["qa_bot.ingest.read"], "MOST_CELLS", 20)
    table = "|Port|Boats|\\n|---|---|\\n" + "|Tarn|7|\\n" * 12
    content = f'{{"_id": "log", "text": "{table}"}}\n{{"_id": "tarn", "text": "Tarn lost 12 boats."}}\n'
    (document,), reports = _read(tmp_path, "a.jsonl", content)
    assert document.doc_id == "tarn"
    assert [report.split(" with")[0] for report in reports] == ["a.jsonl: log: its tables have 13 rows"]


def test_a_file_of_raw_data_alone_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys.modules["qa_bot.ingest.read"], "MOST_CELLS", 20)
    with pytest.raises(UnreadableDocumentError, match=r"a\.md: its tables have 13 rows with 26 cells"):
        _read(tmp_path, "a.md", "|Port|Boats|\n|---|---|\n" + "|Tarn|7|\n" * 12)


def test_bad_metadata_of_a_line_is_reported_and_its_text_is_kept(tmp_path: Path) -> None:
    (document,), reports = _read(tmp_path, "a.jsonl", '{"_id": 7, "title": "Rye", "text": "It rotted.", "published": "soon"}\n')
    assert (document.doc_id, document.title, document.published) == ("7", "Rye", None)
    assert reports == ["a.jsonl:1: only its metadata: \"published\" is no full date: 'soon'; write it as 2024-05-31; its text is read"]


def test_a_jsonl_file_in_utf16_is_read(tmp_path: Path) -> None:
    (document,), _ = _read(tmp_path, "a.jsonl", '{"text": "Рожь."}\n'.encode("utf-16"))
    assert document.text == "Рожь."


def test_a_lone_surrogate_never_reaches_the_text(tmp_path: Path) -> None:
    (document,), _ = _read(tmp_path, "a.jsonl", b'{"_id": "a\\ud800b", "text": "Rye \\ud83d 20 t."}\n')
    assert (document.doc_id, document.text) == ("a b", "Rye   20 t.")


@pytest.mark.parametrize(
    ("name", "content"), [("a.txt", b""), ("a.md", b" \n "), ("a.jsonl", b"\n\n"), ("a.jsonl", b"{}\n"), ("a.txt", b"%PDF-1.4")]
)
def test_a_file_without_a_document_says_so(tmp_path: Path, name: str, content: bytes) -> None:
    with pytest.raises(UnreadableDocumentError, match=rf"{name}: .*(;|needs)"):
        _read(tmp_path, name, content)


def test_a_file_gone_since_the_walk_says_so(tmp_path: Path) -> None:
    with pytest.raises(UnreadableDocumentError, match=r"a\.txt: "):
        list(read(SourceFile(tmp_path, tmp_path / "a.txt", "a.txt"), report=print))


def test_a_file_of_another_kind_is_refused(tmp_path: Path) -> None:
    with pytest.raises(UnsupportedFormatError, match=r"not read; save each sheet as \.csv"):
        list(read(SourceFile(tmp_path, tmp_path / "a.xlsx", "a.xlsx"), report=print))


def test_metadata_comes_in_order_of_authority(tmp_path: Path) -> None:
    dateline = f"KAZAN, 4 May 2021 (Volga Wire) — {BODY}\n"
    (plain,), _ = _read(tmp_path / "1", "a.md", dateline)
    (addressed,), _ = _read(tmp_path / "2", "a.md", f"---\nurl: https://farm.example/2021/05/05/a\n---\n{dateline}")
    (fronted,), _ = _read(tmp_path / "3", "a.md", f"---\nurl: https://farm.example/2021/05/05/a\npublished: 2021-05-06\n---\n{dateline}")
    (tmp_path / "4").mkdir()
    (tmp_path / "4" / "corpus.toml").write_text('["*"]\npublished = 2021-05-07\n')
    (owned,), _ = _read(tmp_path / "4", "a.md", f"---\npublished: 2021-05-06\n---\n{dateline}")
    assert [document.published for document in (plain, addressed, fronted, owned)] == [date(2021, 5, day) for day in (4, 5, 6, 7)]
    assert {document.publisher for document in (plain, addressed, fronted, owned)} == {"Volga Wire"}


def test_the_hash_tells_text_and_metadata_apart(tmp_path: Path) -> None:
    contents = (BODY, BODY + " ", f"---\ntitle: A\n---\n{BODY}", f"---\npublisher: A\n---\n{BODY}")
    hashes = {_read(tmp_path / str(number), "a.md", content)[0][0].content_hash for number, content in enumerate(contents)}
    assert len(hashes) == 4
    assert _read(tmp_path / "again", "a.md", BODY)[0][0].content_hash in hashes


# ---------------------------------------------------------------- files that change under the reader's hands


def _source(folder: Path, name: str = "a.txt") -> SourceFile:
    return SourceFile(folder, folder / name, name)


def test_a_file_that_has_become_a_pipe_is_not_waited_for(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "a.txt")
    with pytest.raises(UnreadableDocumentError, match=r"a\.txt: it is no longer a file"):
        list(read(_source(tmp_path), report=lambda reason: None))


def test_a_file_that_is_gone_is_named(tmp_path: Path) -> None:
    with pytest.raises(UnreadableDocumentError, match=r"a\.txt: No such file"):
        list(read(_source(tmp_path), report=lambda reason: None))


@pytest.mark.parametrize("name", ["a.txt", "sub/a.txt"])
def test_a_file_that_has_become_a_link_out_of_the_folder_is_not_read(tmp_path: Path, name: str) -> None:
    outside, folder = tmp_path / "outside", tmp_path / "folder"
    outside.mkdir()
    folder.mkdir()
    (outside / "a.txt").write_text("Nobody may read this.", encoding="utf-8")
    (folder / name.split("/")[0]).symlink_to(outside / "a.txt" if name == "a.txt" else outside)
    with pytest.raises(UnreadableDocumentError, match="a link, or lies behind one"):
        list(read(_source(folder, name), report=lambda reason: None))


def test_a_file_larger_than_any_text_is_refused_without_being_held(tmp_path: Path) -> None:
    with (tmp_path / "a.txt").open("wb") as stream:
        stream.truncate(10**9)
    with pytest.raises(UnreadableDocumentError, match="larger than 64 MB"):
        list(read(_source(tmp_path), report=lambda reason: None))


def test_a_line_that_is_in_no_encoding_costs_itself_alone(tmp_path):
    good = "".join(f'{{"_id": "d{number}", "text": "There were {number + 30} mills in 2019."}}\n' for number in range(6))
    found, reasons = _read(tmp_path, "a.jsonl", good.encode() + b"\xff\xfe\n")
    assert [document.doc_id for document in found] == [f"d{number}" for number in range(6)]
    assert [reason.partition(" ")[0] for reason in reasons] == ["a.jsonl:7:"]


def test_a_line_of_less_rank_over_the_title_is_none(tmp_path: Path) -> None:
    (document,), _ = _read(tmp_path, "a.md", f"### The Beehive, spring 2024\n\n# Winter losses\n\n{BODY}\n\n# Honey\n\n{BODY} Again.\n")
    assert document.title == "Winter losses"


def test_the_subject_of_a_letter_is_its_title(tmp_path: Path) -> None:
    letter = f"Kesta Savings Bank\n\nMr Ivo Bell\n\n**Your loan for the mill**\n\nDear Mr Bell,\n\n{BODY}\n"
    (document,), _ = _read(tmp_path, "a.md", letter)
    assert document.title == "**Your loan for the mill**".strip("*")
    (other,), _ = _read(tmp_path, "b.md", f"{BODY}\n\n## Wheat\n\n{BODY} Again.\n")
    assert other.title is None


@pytest.mark.parametrize("over", ["Yearbook of the ferries 2022", "The ferries of Onda\n\nSummer 2022"])
def test_a_heading_below_short_lines_is_no_title_but_in_a_letter(tmp_path: Path, over: str) -> None:
    (document,), _ = _read(tmp_path, "a.md", f"{over}\n\n## How we counted\n\n{BODY}\n")
    assert document.title is None


def test_a_table_wider_than_a_person_reads_is_cut_and_told(tmp_path: Path) -> None:
    wide = WIDEST + 9
    rows = ("|".join(sign * wide) for sign in ("a", "-", "1"))
    (document,), told = _read(tmp_path, "a.md", "\n".join(rows) + "\n\nIn 2023, 5 ferries were late.\n")
    assert told == ["a.md: only the first 4,000 columns of a table: it is too wide; turn it on its side, or split it"]
    (table,) = (block for block in document.blocks if block.kind is BlockKind.TABLE)
    assert len(table.cells) == 2 * WIDEST
    assert "5 ferries were late." in document.text
