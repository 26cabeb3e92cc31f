"""What an index outlives: kills, full disks, damage, other writers. Every one happens to real processes."""

import ctypes
import os
import random
import resource
import shutil
import sqlite3
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager, suppress
from pathlib import Path

import pytest

from qa_bot.app import open_answerer
from qa_bot.build import build
from qa_bot.cli.main import run
from qa_bot.errors import IndexCorruptError, QABotError
from qa_bot.retrieval import verify

KILLS = int(os.environ.get("QA_BOT_KILLS", "10"))  # 100 were done once by hand
FLIPS = 6  # of each file
MOUNTING = ("unshare", "--user", "--map-root-user", "--mount")
LATE = "How many trains were late in 2023?"
_DROP_CAPABILITY, _OVERRIDE_PERMISSIONS = 24, 1  # of prctl(2): permissions bind root only when it gives this up


def _corpus(folder: Path, late: int) -> Path:
    """Write documents of which one says that so many trains were late."""
    folder.mkdir(exist_ok=True)
    for number in range(3):
        lines = [f"In {1990 + number} the harbour of Sund counted {number * 31 + line} ships in week {line}." for line in range(1, 13)]
        (folder / f"ships-{number:02}.txt").write_text("\n\n".join(lines), encoding="utf-8")
    (folder / "trains.txt").write_text(f"In 2023, {late} trains were late, the operator said.\n", encoding="utf-8")
    return folder


def _command(*arguments: object) -> list[str]:
    return [sys.executable, "-m", "qa_bot", *map(str, arguments)]


def _run(*arguments: object, **options: object) -> subprocess.CompletedProcess[str]:
    return subprocess.run(_command(*arguments), capture_output=True, text=True, timeout=120, check=False, **options)


def _late(index: Path) -> str | None:
    return open_answerer(index).ask(LATE).short


@pytest.fixture(scope="module")
def whole(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a folder that holds a corpus of 41 late trains and its index; not to be changed."""
    folder = tmp_path_factory.mktemp("whole")
    assert _run("index", _corpus(folder / "corpus", 41), "--index", folder / "index", "--quiet").returncode == 0
    return folder


@pytest.fixture
def index(whole: Path, tmp_path: Path) -> Path:
    """Return a copy of the index, which may be spoilt."""
    return Path(shutil.copytree(whole / "index", tmp_path / "index"))


# ---------------------------------------------------------------- kills


def test_a_build_killed_at_any_moment_leaves_a_whole_index_and_the_next_one_goes_on(tmp_path: Path):
    corpus, index, moments = _corpus(tmp_path / "corpus", 100), tmp_path / "index", random.Random(7)
    assert _run("index", corpus, "--index", index, "--quiet").returncode == 0
    known, killed = {"100"}, 0
    for late in range(101, 101 + KILLS):
        _corpus(corpus, late)
        for path in corpus.glob("ships-*"):
            path.write_text(path.read_text(encoding="utf-8") + f"\n\nIn {late} weeks {late} boats came.", encoding="utf-8")
        generations = set(index.glob("gen-*"))
        build = subprocess.Popen(_command("index", corpus, "--index", index, "--quiet"))
        while build.poll() is None and set(index.glob("gen-*")) <= generations:
            time.sleep(0.001)
        time.sleep(moments.random() * 0.3)  # it writes for about so long
        build.kill()
        killed += build.wait() == -9
        known.add(str(late))
        verify(index)
        assert _late(index) in known
    assert killed > KILLS / 3
    assert _run("index", corpus, "--index", index, "--quiet").returncode == 0
    assert _late(index) == str(100 + KILLS)
    assert len(list(index.glob("gen-*"))) <= 3


def test_a_first_build_that_was_killed_is_gone_on_with(tmp_path: Path):
    corpus, index = tmp_path / "corpus", tmp_path / "index"
    corpus.mkdir()
    for number in range(40):
        lines = [f"In {1950 + number} the harbour of Sund counted {number * 31 + line} ships in week {line}." for line in range(1, 200)]
        (corpus / f"ships-{number:02}.txt").write_text("\n\n".join(lines), encoding="utf-8")
    first = subprocess.Popen(_command("index", corpus, "--index", index, "--quiet"))
    while first.poll() is None and not _documents_ready(index):
        time.sleep(0.01)
    first.kill()
    assert first.wait() == -9
    second = _run("index", corpus, "--index", index)
    assert second.returncode == 0, second.stderr
    assert "40 added" in second.stderr
    assert "ready from a run that was ended" in second.stderr
    verify(index)


def _documents_ready(index: Path) -> int:
    """Return how many documents a writer has put on the disk, as the next one will find them."""
    for staged in index.glob("gen-*/staged.sqlite"):
        with suppress(sqlite3.Error), closing(sqlite3.connect(f"{staged.as_uri()}?mode=ro", uri=True, timeout=0)) as db:
            return int(db.execute("SELECT count(*) FROM documents").fetchone()[0])
    return 0


# ---------------------------------------------------------------- disks


def _may_mount() -> bool:
    """Whether a process may mount a small file system where only it and those below it see it; root need not start it."""
    try:
        done = subprocess.run([*MOUNTING, "mount", "-t", "tmpfs", "tmpfs", "/mnt"], capture_output=True, timeout=10, check=False)
    except (OSError, subprocess.TimeoutExpired):
        return False
    return done.returncode == 0


@pytest.mark.parametrize("limit", [0, 8192, 40_000])
def test_a_disk_that_fills_up_leaves_the_index_as_it_was(index: Path, tmp_path: Path, limit: int):
    before = sorted(path.name for path in index.glob("gen-*"))
    corpus = _corpus(tmp_path / "corpus", 42)

    def small() -> None:
        resource.setrlimit(resource.RLIMIT_FSIZE, (limit, limit))

    done = _run("index", corpus, "--index", index, preexec_fn=small)
    assert done.returncode == 1, done.stderr
    assert "the index stays as it was" in done.stderr
    assert "Traceback" not in done.stderr
    verify(index)
    assert _late(index) == "41"
    assert sorted(path.name for path in index.glob("gen-*")) == before
    build([corpus], index=index)
    assert _late(index) == "42"


@pytest.mark.skipif(not _may_mount(), reason="needs a file system of its own, which this system does not let everybody mount")
@pytest.mark.parametrize("room", [0, 80], ids="{} kB left".format)
def test_a_file_system_that_is_full_leaves_the_index_as_it_was_and_with_room_it_goes_on(index: Path, tmp_path: Path, room: int):
    corpus, disk = _corpus(tmp_path / "corpus", 42), tmp_path / "disk"
    disk.mkdir()
    steps = f"""
        mount -t tmpfs -o size=100m tmpfs {disk} && cp -a {index} {disk}/index && exec 2>&1
        used=$(df -k --output=used {disk} | tail -1)
        mount -o remount,size=$((used + {room}))k {disk}
        qa="{sys.executable} -m qa_bot"
        $qa index {corpus} --index {disk}/index --quiet; echo "ended with $?"
        ls -d {disk}/index/gen-*; $qa doctor --index {disk}/index --color never | grep -c 'every checksum is right'
        $qa ask '{LATE}' --index {disk}/index --json | grep -o '"short":"[0-9]*"'
        mount -o remount,size=100m {disk}
        $qa index {corpus} --index {disk}/index --quiet; echo "ended with $?"
        $qa ask '{LATE}' --index {disk}/index --json | grep -o '"short":"[0-9]*"'
    """
    done = subprocess.run([*MOUNTING, "sh", "-c", steps], capture_output=True, text=True, timeout=300, check=False)
    said = done.stdout.splitlines()
    assert "the index stays as it was: make room there" in said[0], done.stdout + done.stderr
    assert said[1:] == ["ended with 1", f"{disk}/index/gen-000001", "1", '"short":"41"', "ended with 0", '"short":"42"']


@contextmanager
def _read_only(folder: Path) -> Iterator[dict[str, object]]:
    """Take away the right to write below *folder*; yield the options under which a process is bound by it."""
    libc = ctypes.CDLL(None) if sys.platform == "linux" else None
    paths = [folder, *folder.rglob("*")]
    modes = {path: path.stat().st_mode for path in paths}
    for path in paths:
        path.chmod(0o555 if path.is_dir() else 0o444)
    try:
        yield {"preexec_fn": lambda: libc.prctl(_DROP_CAPABILITY, _OVERRIDE_PERMISSIONS, 0, 0, 0)} if libc and os.geteuid() == 0 else {}
    finally:
        for path, mode in modes.items():
            path.chmod(mode)


def test_an_index_in_a_folder_that_may_only_be_read_answers_and_is_not_written(index: Path, whole: Path):
    with _read_only(index) as bound:
        asked = _run("ask", LATE, "--index", index, "--json", **bound)
        assert asked.returncode == 0, asked.stderr
        assert '"short":"41"' in asked.stdout
        refused = _run("index", whole / "corpus", "--index", index, **bound)
    assert refused.returncode == 2
    assert f"{index} cannot be written" in refused.stderr
    assert len(refused.stderr.splitlines()) == 1


# ---------------------------------------------------------------- others at work


def test_a_second_writer_is_told_which_process_writes_and_since_when(index: Path, whole: Path):
    holder = f"import sys; from pathlib import Path; from qa_bot.retrieval.publish import writing\nwith writing(Path({str(index)!r})): "
    with subprocess.Popen(
        [sys.executable, "-c", holder + "print('held', flush=True); sys.stdin.read()"],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    ) as first:
        assert first.stdout is not None
        first.stdout.readline()
        second = _run("index", whole / "corpus", "--index", index)
        assert second.returncode == 1
        assert f"process {first.pid} is writing, since {time.strftime('%Y')}-" in second.stderr
        assert _late(index) == "41"
        first.communicate("")


def test_a_chat_answers_from_its_generation_and_takes_up_the_next(index: Path, tmp_path: Path):
    chat = subprocess.Popen(
        _command("chat", "--index", index, "--color", "never"), stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, bufsize=1
    )
    assert chat.stdin is not None
    assert chat.stdout is not None

    def answered() -> str:
        print(LATE, file=chat.stdin, flush=True)
        lines = iter(chat.stdout.readline, "")
        return next(line for line in lines if line.lstrip().startswith("[1]"))

    assert "41" in answered()
    for late in (52, 63, 74):  # so many that its first generation is long too old
        build([_corpus(tmp_path / "corpus", late)], index=index, rebuild=True)
        assert str(late) in answered()
    chat.communicate("/quit\n", timeout=30)


def test_a_reader_answers_while_another_process_writes_and_takes_up_the_new_generation_within_a_second(index: Path, tmp_path: Path):
    reader, corpus = open_answerer(index), _corpus(tmp_path / "corpus", 52)
    seen = []
    with subprocess.Popen(_command("index", corpus, "--index", index, "--rebuild", "--quiet")) as writer:
        while writer.poll() is None:
            seen.append((reader.ask(LATE).short, (index / "gen-000002").exists()))
    ended = time.monotonic()
    while reader.ask(LATE).short != "52":
        assert time.monotonic() < ended + 1
    assert ("41", True) in seen
    assert {short for short, _ in seen} <= {"41", "52"}


def test_a_generation_that_another_process_reads_is_not_removed_until_it_ends(index: Path, tmp_path: Path):
    reader = f"import sys; from pathlib import Path; from qa_bot.retrieval import open_index\nindex = open_index(Path({str(index)!r}))\n"
    reader += "print('open', flush=True); sys.stdin.readline(); index.search\n"
    reader += "print(len(index._engine.candidates({'train': 1.0}, limit=5)), flush=True)"  # its files are opened only now
    with subprocess.Popen([sys.executable, "-c", reader], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as other:
        assert other.stdout is not None
        other.stdout.readline()
        for late in range(5):
            build([_corpus(tmp_path / "corpus", late)], index=index)
        assert sorted(path.name for path in index.glob("gen-*")) == ["gen-000001", "gen-000004", "gen-000005", "gen-000006"]
        found, _ = other.communicate("\n")
        assert found == "1\n"
    build([_corpus(tmp_path / "corpus", 9)], index=index)
    assert sorted(path.name for path in index.glob("gen-*")) == ["gen-000005", "gen-000006", "gen-000007"]


# ---------------------------------------------------------------- damage


def _files(index: Path) -> list[Path]:
    return sorted(path for path in (index / "CURRENT", *index.glob("gen-*/**/*")) if path.is_file() and path.stat().st_size)


def _spoilt(index: Path, spoil: Callable[[bytes, random.Random], bytes], name: str = "", times: int = FLIPS) -> Iterator[Path]:
    """Yield each file, or that called *name*, when it is spoilt, so many times; it is mended afterwards.

    Another file takes its place: whoever touches a map of one that is cut short is killed, and tantivy may still be looking at it.
    """
    draw = random.Random(3)
    for path in _files(index):
        if name and path.name != name:
            continue
        content = path.read_bytes()
        for _ in range(times):
            _replace(path, spoil(content, draw), index)
            yield path
        _replace(path, content, index)


def _replace(path: Path, content: bytes, index: Path) -> None:
    beside = index.with_name("beside")
    beside.write_bytes(content)
    beside.replace(path)


def _flip(content: bytes, draw: random.Random) -> bytes:
    place = draw.randrange(len(content.rstrip()))  # CURRENT may end as it likes
    return content[:place] + bytes([content[place] ^ (1 << draw.randrange(8))]) + content[place + 1 :]


def _cut(content: bytes, draw: random.Random) -> bytes:
    return content[: draw.randrange(len(content.rstrip()))]


@pytest.mark.parametrize("spoil", [_flip, _cut])
def test_doctor_and_a_small_index_see_every_damage(index: Path, spoil: Callable[[bytes, random.Random], bytes]):
    for path in _spoilt(index, spoil):
        for look in (verify, _late):
            with pytest.raises(IndexCorruptError, match=r"run `qa-bot index --rebuild") as caught:
                look(index)
        assert path.name in str(caught.value)


def test_large_records_give_no_other_figure_however_they_are_damaged(index: Path, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr("qa_bot.retrieval.generations.READ_WHOLE", 0)  # as if every file were too large to be read whole
    for _ in _spoilt(index, _flip, "records.sqlite", 100):
        try:
            found = _late(index)
        except QABotError:
            continue
        assert found in ("41", None)


def test_a_large_file_of_the_engine_that_was_changed_is_found_when_the_index_is_opened(index: Path, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr("qa_bot.retrieval.generations.READ_WHOLE", 0)
    for path in [each for each in _files(index) if each.parent.name == "engine"]:
        for _ in _spoilt(index, _flip, path.name, 2):
            with pytest.raises(IndexCorruptError, match=rf"{path.name} is damaged .*: run `qa-bot index --rebuild"):
                _late(index)
        assert _late(index) == "41"  # younger than the manifest, and as it was written


def test_every_command_that_reads_says_corrupt_and_the_way_out_which_works(index: Path, whole: Path, capsys: pytest.CaptureFixture[str]):
    records = next(index.glob("gen-*/records.sqlite"))
    content = bytearray(records.read_bytes())
    content[len(content) // 2] ^= 1
    records.write_bytes(content)
    for command in (("ask", LATE), ("search", "trains"), ("figures",), ("sources",), ("show", "trains.txt"), ("explain", LATE)):
        assert run([*command, "--index", str(index)]) == 1
        said = capsys.readouterr()
        assert said.out == ""
        assert f"is damaged (it has changed since it was written): run `qa-bot index --rebuild FOLDER --index {index}`" in said.err
    assert run(["doctor", "--index", str(index)]) == 1
    assert run(["index", "--rebuild", str(whole / "corpus"), "--index", str(index), "--quiet"]) == 0
    assert _late(index) == "41"
