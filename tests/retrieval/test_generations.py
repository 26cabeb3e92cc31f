import zlib

import pytest

from qa_bot.errors import IndexCorruptError, IndexNotBuiltError, IndexOutdatedError
from qa_bot.retrieval import current, verify
from qa_bot.retrieval.generations import check_versions, checksum, read_manifest


def test_current_names_the_live_generation(write_index, made, tmp_path):
    folder = write_index(tmp_path / "index", [made("a.txt", ["Trains."])])
    assert current(folder) == folder / "gen-000001"
    write_index(folder, [made("b.txt", ["Schools."])])
    assert current(folder) == folder / "gen-000002"


def test_nothing_is_live_where_nothing_was_built(tmp_path):
    with pytest.raises(IndexNotBuiltError):
        current(tmp_path)


@pytest.mark.parametrize("content", ["gen-000007\n", "../elsewhere", "", "\x00", "gen-1"])
def test_a_current_that_names_nothing_is_corrupt(tmp_path, content):
    (tmp_path / "CURRENT").write_text(content)
    with pytest.raises(IndexCorruptError, match="CURRENT"):
        current(tmp_path)


def test_a_command_that_is_named_can_be_pasted_into_a_shell(write_index, made, tmp_path):
    folder = write_index(tmp_path / "my index", [made("a.txt", ["A train."])])
    manifest = read_manifest(current(folder)).model_copy(update={"roots": ("/my reports",)})
    with pytest.raises(IndexOutdatedError, match=f"--rebuild '/my reports' --index '{folder}'`"):
        check_versions(manifest, folder, {"analyzer": "another"})
    with pytest.raises(IndexNotBuiltError, match=f"--index '{tmp_path}/no index'`"):
        current(tmp_path / "no index")


def test_verify_reads_every_byte(write_index, made, tmp_path):
    folder = write_index(tmp_path / "index", [made("a.txt", ["Trains were late."])])
    assert verify(folder).documents == 1
    records = folder / "gen-000001" / "records.sqlite"
    content = bytearray(records.read_bytes())
    content[-1] ^= 1
    records.write_bytes(content)
    with pytest.raises(IndexCorruptError, match=r"records\.sqlite is damaged .it has changed"):
        verify(folder)


def test_the_manifest_lists_every_file_of_the_generation(write_index, made, tmp_path):
    folder = write_index(tmp_path / "index", [made("a.txt", ["Trains were late."])])
    generation = folder / "gen-000001"
    there = {path.relative_to(generation).as_posix() for path in generation.rglob("*") if path.is_file()}
    assert {stored.path for stored in verify(folder).files} == there - {"manifest.json"}


@pytest.mark.parametrize("content", [b"\xff\xfe\x00", b"", b'{"format": 2'])
def test_a_manifest_that_is_no_text_is_corrupt(write_index, made, tmp_path, content):
    generation = current(write_index(tmp_path, [made("a.txt", ["Trains."])]))
    (generation / "manifest.json").write_bytes(content)
    with pytest.raises(IndexCorruptError, match=r"manifest\.json cannot be read .*--rebuild"):
        read_manifest(generation)


@pytest.mark.parametrize("parts", [("a.txt", "žito " * 500_000), ("", "a" * 2_000_000, "\udc80")], ids=["other letters", "an empty one"])
def test_the_checksum_of_long_parts_is_that_of_all_their_bytes(parts):
    assert checksum(*parts) == zlib.crc32("\0".join(parts).encode("utf-8", "surrogatepass"))
