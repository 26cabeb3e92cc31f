"""Running `qa-bot index` as a process of its own: at low priority, without the token, and on trial with limits. It ends with the bot."""

import asyncio
import json
import logging
import os
import shutil
import signal
import sys
import tempfile
import time
from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path

from qa_bot.errors import QABotError
from qa_bot.telegram.confined import LIMITED, NICENESS

logger = logging.getLogger(__name__)

_TRIAL = "trial-"
BUSY_PAUSE = 5.0  # seconds after which an index that another process writes is tried again
_BUSY = "is writing to"  # what that is refused with
PATIENCE = 900.0  # seconds that reading one file may take on trial; of processor time `confined` allows less
_TOO_MUCH = (-signal.SIGXCPU, -signal.SIGXFSZ, -signal.SIGKILL)

Report = dict[str, object]


class BuildError(QABotError):
    """The index was not built, or a file cannot be read; `too_much`: it would have taken more than is allowed."""

    def __init__(self, reason: str, *, too_much: bool = False) -> None:
        super().__init__(reason)
        self.too_much = too_much


class Builder:
    """Starts builds; one at a time is the caller's business."""

    def __init__(self, index: str, scratch: Path, *, patience: float = PATIENCE) -> None:
        self._index = index
        self._patience = patience
        self._scratch = scratch
        self._process: asyncio.subprocess.Process | None = None

    async def build(self, paths: Sequence[Path]) -> Report:
        """Bring *paths* into the index; return the report of `qa-bot index`. Raises BuildError.

        While another process writes the index, it waits for its turn as long as it has patience.
        """
        end = time.monotonic() + self._patience
        while True:
            try:
                return await self._run([], paths, self._index)
            except BuildError as error:
                if _BUSY not in str(error) or time.monotonic() > end:
                    raise
            await asyncio.sleep(BUSY_PAUSE)

    def sweep(self) -> None:
        """Remove what trials of a process that was killed have left."""
        for left in self._scratch.glob(f"{_TRIAL}*"):
            shutil.rmtree(left, ignore_errors=True)

    async def try_out(self, content: bytes, name: str, destination: Path) -> None:
        """Put a file called *name* into the folder *destination* when an index can be built of it within limits. Raises BuildError.

        A file that takes all memory or time, or of which nothing can be read, is never where it would be read again.
        """
        with tempfile.TemporaryDirectory(prefix=_TRIAL, dir=self._scratch, ignore_cleanup_errors=True) as folder:
            file = Path(folder) / name
            await asyncio.to_thread(file.write_bytes, content)
            try:
                report = await self._run([LIMITED], [file], str(Path(folder) / "index"), patience=self._patience)
            except BuildError as error:
                raise BuildError(str(error).replace(str(file), name), too_much=error.too_much) from None
            if "MemoryError" in json.dumps(report.get("skipped")):
                raise BuildError("out of memory", too_much=True)
            await asyncio.to_thread(_put, file, destination)

    def close(self) -> None:
        """End a build that is under way; the index stays as it was."""
        if self._process is not None and self._process.returncode is None:
            _end(self._process.pid, signal.SIGTERM)

    async def _run(self, options: list[str], paths: Sequence[Path], index: str, *, patience: float | None = None) -> Report:
        line, held = os.pipe()  # the process ends when nobody holds the other end any more
        try:
            return await self._run_on(line, options, paths, index, patience)
        finally:
            os.close(line)
            os.close(held)

    async def _run_on(self, line: int, options: list[str], paths: Sequence[Path], index: str, patience: float | None) -> Report:
        process = self._process = await asyncio.create_subprocess_exec(
            *(sys.executable, "-m", "qa_bot.telegram.confined", *options),
            *("index", "--index", index, "--json", "--quiet", "--", *map(str, paths)),
            stdin=line,
            stdout=asyncio.subprocess.PIPE,
            stderr=asyncio.subprocess.PIPE,
            env={name: value for name, value in os.environ.items() if not name.startswith("QA_BOT_TELEGRAM_")},
            start_new_session=True,  # so that its workers can be ended with it
        )
        with suppress(ProcessLookupError, PermissionError):
            os.setpriority(os.PRIO_PROCESS, process.pid, NICENESS)
        try:
            out, err = await asyncio.wait_for(process.communicate(), patience)
        except BaseException as error:
            _end(process.pid, signal.SIGKILL)
            if isinstance(error, TimeoutError):
                await process.wait()
                raise BuildError(f"it took more than {patience:.0f} seconds", too_much=True) from None
            raise
        if process.returncode == 0:
            found: Report = json.loads(out)
            return found
        lines = err.decode("utf-8", "replace").strip().splitlines()
        reason = lines[-1].removeprefix("qa-bot: ") if lines else f"exit code {process.returncode}"
        too_much = process.returncode in _TOO_MUCH or "MemoryError" in reason or "BrokenProcessPool" in reason
        logger.error("the index could not be built: %s", reason)
        raise BuildError(reason, too_much=too_much)


def _end(group: int, number: signal.Signals) -> None:
    """Send a signal to the processes of *group*, which may be gone."""
    with suppress(ProcessLookupError, PermissionError):
        os.killpg(group, number)


def _put(file: Path, folder: Path) -> None:
    """Copy *file* into *folder*, all of it or nothing."""
    folder.mkdir(parents=True, exist_ok=True)
    beside = folder / f".{file.name}.part"
    shutil.copyfile(file, beside)
    beside.replace(folder / file.name)
