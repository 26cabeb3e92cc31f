"""Archives: their files are read as if they lay in a folder; what unpacks to more than it may is refused before it does."""

import struct
import zipfile
import zlib
from pathlib import Path
from time import process_time

import pytest

from qa_bot.errors import UnreadableDocumentError
from qa_bot.ingest import SourceFile, read
from qa_bot.ingest.archive import MAX_ENTRIES, MAX_RATIO
from qa_bot.ingest.readers.zipped import MAX_REPORTS

TEXT = "The farms brought in 340 tonnes of rye.\n"


def _packed(folder: Path, files: dict[str, str | bytes], name: str = "pages.zip") -> Path:
    path = folder / name
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as packed:
        for inner, content in files.items():
            packed.writestr(inner, content)
    return path


def _ids(path: Path, reports: list[str] | None = None) -> list[str]:
    tell = reports.append if reports is not None else lambda reason: None
    return [document.doc_id for document in read(SourceFile(path.parent, path, path.name), report=tell)]


def test_the_files_of_an_archive_are_documents_of_its_folder(tmp_path):
    path = _packed(
        tmp_path,
        {
            "b.md": f"# Rye\n\n{TEXT}",
            "a/page.html": f"<p>{TEXT}",
            "a/t.csv": "Port,Boats\nTarn,12\n",
            "a/lines.jsonl": '{"_id": "x", "text": "Rye."}',
        },
    )
    documents = list(read(SourceFile(tmp_path, path, path.name), report=lambda reason: None))
    assert [document.doc_id for document in documents] == ["x", "pages.zip/a/page.html", "pages.zip/a/t.csv", "pages.zip/b.md"]
    assert {document.path for document in documents} == {"pages.zip"}


def test_what_is_not_read_is_named_and_the_rest_is_read(tmp_path):
    reports: list[str] = []
    files = {
        "a.txt": TEXT,
        "b.exe": "MZ",
        "c.zip": b"PK",
        "d.txt": b"\0\1\2" * 100,
        "g\n.txt": TEXT,
    }
    assert _ids(_packed(tmp_path, files), reports) == ["pages.zip/a.txt"]
    assert [line.partition(":")[0] for line in reports] == ["pages.zip/b.exe", "pages.zip/c.zip", "pages.zip/d.txt", "pages.zip/g\n.txt"]


def test_what_is_hidden_is_named_once_as_in_a_folder(tmp_path):
    reports: list[str] = []
    files: dict[str, str | bytes] = {
        ".hid.txt": TEXT,
        ".git/b.txt": TEXT,
        ".git/in/c.txt": TEXT,
        "in/.DS_Store": b"\0",
        "in/a.txt": TEXT,
        "__MACOSX/in/._a.txt": b"\0",
    }
    assert _ids(_packed(tmp_path, files), reports) == ["pages.zip/in/a.txt"]
    hidden = ["pages.zip/.git", "pages.zip/.hid.txt", "pages.zip/in/.DS_Store"]
    assert reports == [f"{name}: hidden, as its name begins with a dot; rename it to have it read" for name in hidden]


def test_a_file_that_only_claims_to_be_of_macos_is_read(tmp_path):
    assert _ids(_packed(tmp_path, {"__MACOSX/e.txt": TEXT})) == ["pages.zip/__MACOSX/e.txt"]


def test_folders_set_off_as_on_windows_are_folders(tmp_path):
    reports: list[str] = []
    files: dict[str, str | bytes] = {r"..\..\y.txt": TEXT, "in\\": "", r"in\a.txt": TEXT, r"in\.b.txt": TEXT}
    assert _ids(_packed(tmp_path, files), reports) == ["pages.zip/../../y.txt", "pages.zip/in/a.txt"]
    assert reports == ["pages.zip/in/.b.txt: hidden, as its name begins with a dot; rename it to have it read"]


def test_a_name_that_leads_out_of_the_archive_leads_nowhere(tmp_path):
    folder = tmp_path / "in"
    folder.mkdir()
    assert _ids(_packed(folder, {"../../out.txt": TEXT, "/etc/out.txt": TEXT})) == ["pages.zip/../../out.txt", "pages.zip//etc/out.txt"]
    assert sorted(path.name for path in tmp_path.rglob("*")) == ["in", "pages.zip"]


def test_links_and_files_behind_a_later_one_of_their_name_are_named(tmp_path):
    path = tmp_path / "pages.zip"
    link = zipfile.ZipInfo("link.txt")
    link.create_system, link.external_attr = 3, 0o120777 << 16
    with zipfile.ZipFile(path, "w") as packed:
        packed.writestr(link, "/etc/passwd")
        packed.writestr("a.txt", "Old.")
        with pytest.warns(UserWarning, match="Duplicate"):
            packed.writestr("a.txt", TEXT)
    reports: list[str] = []
    assert _ids(path, reports) == ["pages.zip/a.txt"]
    assert reports == [
        "pages.zip/link.txt: a symbolic link; put the file itself there",
        "pages.zip: 1 file in it has the name of a later one, which is read instead; rename it",
    ]


def test_cyrillic_names_of_old_programs_are_read(tmp_path):
    path = _packed(tmp_path, {"XXXX.txt": TEXT})
    path.write_bytes(path.read_bytes().replace(b"XXXX", "Рожь".encode("cp866")))
    assert _ids(path) == ["pages.zip/Рожь.txt"]


@pytest.mark.parametrize(
    ("files", "reason"),
    [
        pytest.param(
            {"[Content_Types].xml": "<Types/>", "_rels/.rels": "", "word/document.xml": "<w/>", "word/media/a.png": ""},
            "a .docx file under another name; let its name end in .docx",
            id="docx",
        ),
        pytest.param(
            {"[Content_Types].xml": "<Types/>", "xl/workbook.xml": "<w/>", "xl/worksheets/sheet1.xml": "<w/>"},
            "a .xlsx file under another name; save each sheet as .csv",
            id="xlsx",
        ),
        pytest.param(
            {"[Content_Types].xml": "<Types/>", "ppt/presentation.xml": "<p/>"},
            "a .pptx file under another name; save it as .pdf",
            id="pptx",
        ),
        pytest.param(
            {"mimetype": "application/epub+zip", "OEBPS/one.xhtml": f"<p>{TEXT}", "OEBPS/a.css": "p {}"},
            "a .epub file under another name; save it as .html or .txt",
            id="epub",
        ),
        pytest.param(
            {"mimetype": "application/vnd.oasis.opendocument.text", "content.xml": "<o/>"},
            "a .odt file under another name; save it as .docx",
            id="odt",
        ),
    ],
)
def test_an_office_file_called_zip_is_told_in_one_line(tmp_path, files, reason):
    reports: list[str] = []
    with pytest.raises(UnreadableDocumentError) as refused:
        _ids(_packed(tmp_path, files), reports)
    assert (str(refused.value), reports) == (f"pages.zip: it is {reason}", [])


def test_pages_of_a_book_called_zip_are_read(tmp_path):
    files: dict[str, str | bytes] = {"mimetype": "application/epub+zip", "OEBPS/one.html": f"<p>{TEXT}", "OEBPS/two.xhtml": f"<p>{TEXT}"}
    reports: list[str] = []
    assert _ids(_packed(tmp_path, files), reports) == ["pages.zip/OEBPS/one.html"]
    assert [line.partition(":")[0] for line in reports] == ["pages.zip/OEBPS/two.xhtml", "pages.zip/mimetype"]


def test_a_sheet_called_docx_is_told_to_be_one(tmp_path):
    files: dict[str, str | bytes] = {"[Content_Types].xml": "<Types/>", "xl/workbook.xml": "<w/>"}
    with pytest.raises(UnreadableDocumentError, match=r"it is a \.xlsx file under another name; save each sheet as .csv"):
        _ids(_packed(tmp_path, files, "sheet.docx"))


def test_an_archive_that_holds_a_file_called_mimetype_is_an_archive(tmp_path):
    assert _ids(_packed(tmp_path, {"mimetype": "text/plain", "a.txt": TEXT, "word/document.xml": "<w/>"})) == ["pages.zip/a.txt"]


def test_an_archive_of_nothing_readable_is_named(tmp_path):
    with pytest.raises(UnreadableDocumentError, match="no file in it can be read"):
        _ids(_packed(tmp_path, {}))


@pytest.mark.parametrize(
    ("count", "last"),
    [
        pytest.param(2, r"^pages\.zip/01\.exe: a \.exe file is not read", id="some"),
        pytest.param(MAX_REPORTS + 4, r"^pages\.zip: 4 more files in it that are not read", id="many"),
    ],
)
def test_an_archive_of_which_all_files_are_named_is_not_told_once_more(tmp_path, count, last):
    reports: list[str] = []
    with pytest.raises(UnreadableDocumentError, match=last):
        _ids(_packed(tmp_path, {f"{number:02}.exe": "MZ" for number in range(count)}), reports)
    assert [line.partition(":")[0] for line in reports] == [f"pages.zip/{number:02}.exe" for number in range(min(count - 1, MAX_REPORTS))]


def test_a_bomb_is_refused_by_the_size_that_it_declares(tmp_path):
    path = tmp_path / "bomb.zip"
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as packed, packed.open("zeros.txt", "w", force_zip64=True) as entry:
        for _ in range(64):
            entry.write(bytes(1024**2))
    with pytest.raises(UnreadableDocumentError, match="it unpacks to more than"):
        _ids(path)


def test_a_bomb_whose_header_lies_is_refused_by_what_comes_out(tmp_path):
    path = _packed(tmp_path, {"zeros.txt": bytes(32 * 1024**2), "b.txt": TEXT})
    data = path.read_bytes()
    path.write_bytes(data.replace(struct.pack("<L", 32 * 1024**2), struct.pack("<L", 4096)))
    reports: list[str] = []
    assert _ids(path, reports) == ["pages.zip/b.txt"]
    assert "zeros.txt is damaged, or its size is a lie" in reports[0]


def _gigabyte(path: Path, declared: int) -> Path:
    """Write an archive of one megabyte that unpacks to a gigabyte, and says that it does to *declared* bytes."""
    packer = zlib.compressobj(9, zlib.DEFLATED, -15)
    body = (packer.compress(bytes(2**20)) + packer.flush(zlib.Z_FULL_FLUSH)) * 1024 + packer.flush()
    local = struct.pack("<4s5H3I2H", b"PK\3\4", 20, 0, 8, 0, 0, 0, len(body), declared, 5, 0) + b"a.txt"
    central = struct.pack("<4s6H3I5H2I", b"PK\1\2", 20, 20, 0, 8, 0, 0, 0, len(body), declared, 5, 0, 0, 0, 0, 0, 0) + b"a.txt"
    end = struct.pack("<4s4H2IH", b"PK\5\6", 0, 0, 1, 1, len(central), len(local) + len(body), 0)
    path.write_bytes(local + body + central + end)
    return path


@pytest.mark.parametrize(
    ("declared", "reason"),
    [
        pytest.param(2**30, "it unpacks to more than", id="it says so"),
        pytest.param(1000, "its size is a lie", id="its header lies"),
    ],
)
def test_a_megabyte_that_unpacks_to_a_gigabyte_is_refused_at_once(tmp_path, declared, reason):
    path = _gigabyte(tmp_path / "bomb.zip", declared)
    assert path.stat().st_size < 2 * 2**20
    reports: list[str] = []
    begun = process_time()
    with pytest.raises(UnreadableDocumentError) as refused:
        _ids(path, reports)
    assert process_time() - begun < 0.5
    assert any(reason in each for each in (*reports, str(refused.value)))


def test_entries_that_share_their_bytes_are_refused(tmp_path):
    path = _packed(tmp_path, {f"{number}.txt": bytes(1024**2) for number in range(60)})
    with pytest.raises(UnreadableDocumentError, match="it unpacks to more than"):
        _ids(path)
    assert MAX_RATIO * path.stat().st_size < 60 * 1024**2


def test_more_files_than_anybody_packs_are_refused(tmp_path):
    path = tmp_path / "many.zip"
    with zipfile.ZipFile(path, "w") as packed:
        for number in range(MAX_ENTRIES + 1):
            packed.writestr(zipfile.ZipInfo(str(number)), b"")
    with pytest.raises(UnreadableDocumentError, match="it holds more than 20,000 files"):
        _ids(path)


@pytest.mark.parametrize("damage", ["cut", "bytes", "encrypted"])
def test_a_damaged_archive_is_named(tmp_path, damage):
    path = _packed(tmp_path, {"a.txt": TEXT * 50})
    data = bytearray(path.read_bytes())
    if damage == "cut":
        data = data[: len(data) // 2]
    elif damage == "bytes":
        data[40:50] = zlib.compress(b"other")[:10]
    else:
        data[6] |= 1
        data[data.index(b"PK\x01\x02") + 8] |= 1
    path.write_bytes(data)
    with pytest.raises(UnreadableDocumentError, match=r"pages\.zip"):
        _ids(path)


def test_a_name_longer_than_any_person_gives_is_no_document(tmp_path):
    lines = f'{{"_id": "{"x" * 60_000}", "text": "Rye."}}\n{{"_id": "y", "text": "Oats."}}'
    path = _packed(tmp_path, {f"{'a' * 60_000}.txt": TEXT, "b.txt": TEXT, "c.jsonl": lines})
    reports: list[str] = []
    assert _ids(path, reports) == ["pages.zip/b.txt", "y"]
    assert sorted(report.partition(": ")[2] for report in reports) == [
        '"_id" is longer than 1,000 characters; give it a shorter one',
        "its name is longer than 1,000 characters; rename it",
    ]
    assert max(map(len, reports)) < 1_100


def test_a_table_without_a_title_is_called_as_its_file_in_the_archive_is(tmp_path):
    path = _packed(tmp_path, {"a/boats-by-port.tsv": "Port\tBoats\nTarn\t12\nKesh\t9\n"})
    assert [document.title for document in read(SourceFile(tmp_path, path, path.name), report=lambda reason: None)] == ["boats by port"]
