"""Files that are sent are read on trial, with limits, before they are where they would be read again."""

import asyncio
import subprocess
import sys
from pathlib import Path

import pytest

from qa_bot.telegram.building import Builder, BuildError

SHIPS = b"In 2023, 4,711 ships were delayed, the harbour master said.\n"


def try_out(folder: Path, content: bytes, **options: float) -> Path:
    """Return where the file would be."""
    asyncio.run(Builder(str(folder / "index"), folder, **options).try_out(content, "ships.md", folder / "sent"))
    return folder / "sent" / "ships.md"


def test_a_file_that_can_be_read_is_put_where_it_belongs_and_nothing_else_stays(tmp_path: Path) -> None:
    assert try_out(tmp_path, SHIPS).read_bytes() == SHIPS
    assert [path.name for path in tmp_path.rglob("*")] == ["sent", "ships.md"]


def test_a_file_without_text_is_put_nowhere_and_called_by_its_name(tmp_path: Path) -> None:
    with pytest.raises(BuildError, match=r"^ships\.md: ") as refused:
        try_out(tmp_path, b"   ")
    assert not refused.value.too_much
    assert list(tmp_path.iterdir()) == []


def test_a_file_that_takes_too_long_is_put_nowhere(tmp_path: Path) -> None:
    with pytest.raises(BuildError, match="more than") as refused:
        try_out(tmp_path, SHIPS, patience=0.01)
    assert refused.value.too_much
    assert list(tmp_path.iterdir()) == []


@pytest.mark.skipif(sys.platform != "linux", reason="other systems know fewer limits")
@pytest.mark.parametrize(
    ("limit", "work", "says"),
    [
        pytest.param("MEMORY = 100_000_000", "bytearray(200_000_000)", "MemoryError", id="memory"),
        pytest.param("PROCESSOR = 1", "any(iter(int, 1))", "", id="processor time"),
        pytest.param("FILE = 1000", "import pathlib; pathlib.Path('large').write_bytes(bytes(2000))", "large", id="a file written"),
        pytest.param(
            "MEMORY = 100_000_000",
            "import subprocess; subprocess.run([sys.executable, '-c', 'bytearray(200_000_000)'], check=True)",
            "MemoryError",
            id="memory of a process started",
        ),
    ],
)
def test_a_confined_process_takes_no_more_than_it_may(tmp_path: Path, limit: str, work: str, says: str) -> None:
    program = f"import sys; from qa_bot.telegram import confined; confined.{limit}; confined.confine(); {work}"
    done = subprocess.run([sys.executable, "-c", program], cwd=tmp_path, capture_output=True, text=True, timeout=60, check=False)
    assert done.returncode != 0
    assert says in done.stderr
