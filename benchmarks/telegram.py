"""Measure the Telegram bot as a process against the stand-in of the tests, which enforces 30 messages a second.

    python -m benchmarks.telegram                 memory, rate, latency beside a build and a long answer, an outage, a stop
    python -m benchmarks.telegram --people 1000
    python -m benchmarks.telegram --questions FILE --index DIR      the same for questions of your own, a line each

Rates depend on the machine: the stand-in takes a core beside the bot's. The load before the run is printed first.
"""

import argparse
import asyncio
import importlib
import json
import os
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

from qa_bot.app import LiveAnswerer
from qa_bot.telegram.asking import Asking

TESTS = Path(__file__).parent.parent / "tests" / "telegram"
REST = 75.0  # seconds after a rush in which the bot gives back what it took
PAUSE = 0.25  # seconds between two questions of which the latency is taken


def main() -> None:
    """Print the figures."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--people", type=int, default=300)
    parser.add_argument("--index", type=Path)
    parser.add_argument("--questions", type=Path)
    options = parser.parse_args()
    sys.path.insert(0, str(TESTS))
    api_module, running = importlib.import_module("bot_api"), importlib.import_module("running")
    print(f"load before: {os.getloadavg()[0]:.1f} on {os.cpu_count()} processors")
    with tempfile.TemporaryDirectory() as folder, api_module.BotApi(per_second=30) as api:
        place = Path(folder)
        (place / "late.md").write_text(running.TRAINS, encoding="utf-8")
        index = options.index or place / "index"
        if not options.index:
            subprocess.run(build_command(place / "late.md", index), check=True)
        asked = options.questions.read_text("utf-8").splitlines() if options.questions else [running.question(at) for at in range(34)]
        bot = running.Bot.against(api, index, place, place / "bytecode").start()
        api.wait(lambda: api.of("getUpdates"), 60)
        api.reply(api.say(7, asked[0]))
        measure_idle(bot.process.pid)
        measure_rush(api, asked, options.people, bot.process.pid)
        measure_beside_build(api, asked, place)
        measure_outage(api, asked)
        measure_stop(api, asked, bot)
        asyncio.run(measure_beside_long_answer(index, asked))


def measure_idle(pid: int) -> None:
    """Say what the bot takes when nobody asks."""
    before = processor_time(pid)
    time.sleep(20)
    print(f"idle: {own_memory(pid)} MB of its own after the first answer, {processor_time(pid) - before:.2f} s of processor time in 20 s")


def measure_rush(api: Any, asked: Sequence[str], people: int, pid: int) -> None:  # noqa: ANN401 - a module of the tests
    """Have everybody ask at once."""
    already, worked = len(api.sent()), processor_time(pid)
    for number in range(people):
        api.say(1000 + number, asked[number % len(asked)])
    api.wait(lambda: len(api.sent()) >= already + people, 10 + people)
    times = [call.at for call in api.of("sendMessage")][already:]
    refused = sum("Too Many" in call.refused for call in api.calls)
    took = 1000 * (processor_time(pid) - worked) / people
    print(f"{people} people at once: {(people - 1) / (times[-1] - times[0]):.1f} answers a second, ", end="")
    print(f"{took:.0f} ms of processor time each, {refused} refused; {own_memory(pid)} MB of its own, ", end="", flush=True)
    time.sleep(REST)
    print(f"{own_memory(pid)} MB {REST:.0f} s later")


def measure_beside_build(api: Any, asked: Sequence[str], place: Path) -> None:  # noqa: ANN401
    """Ask one question after the other, alone and while another process builds an index."""
    words = "\n\n".join(f"In {1900 + at % 120}, {at} letters were delivered in district {at % 77}, the post said." for at in range(20_000))
    (place / "post.md").write_text(words, encoding="utf-8")
    alone = latencies(api, asked, lambda so_far: so_far < 20)
    command = ["nice", "-n", "10", *build_command(place / "post.md", place / "other-index")]
    building = subprocess.Popen(command, start_new_session=True)
    beside = latencies(api, asked, lambda so_far: so_far < 40 and building.poll() is None)
    over = building.poll() is not None
    if not over:
        os.killpg(building.pid, 9)
    building.wait()
    print(f"from question to answer: {described(alone)}; while an index is built: {described(beside)}")


def latencies(api: Any, asked: Sequence[str], more: Callable[[int], bool]) -> list[float]:  # noqa: ANN401
    """Return the seconds from a question to its answer, as Telegram sees them."""
    found: list[float] = []
    while more(len(found)):
        started = time.monotonic()
        api.reply(api.say(500 + len(found), asked[len(found) % len(asked)]), 60)
        found.append(time.monotonic() - started)
        time.sleep(PAUSE)
    return found


def described(seconds: Sequence[float]) -> str:
    return f"{1000 * statistics.median(seconds):.0f} ms, at most {1000 * max(seconds):.0f} ms ({len(seconds)})"


def measure_outage(api: Any, asked: Sequence[str]) -> None:  # noqa: ANN401
    """Have Telegram out of reach for 12 seconds."""
    api.down()
    time.sleep(12)
    api.up()
    started = time.monotonic()
    api.reply(api.say(7, asked[1]), 60)
    print(f"after 12 s without Telegram: the next answer {time.monotonic() - started:.1f} s after it is back")


def measure_stop(api: Any, asked: Sequence[str], bot: Any) -> None:  # noqa: ANN401
    """Tell the bot to stop while questions wait."""
    api.latency = 0.3
    already = len(api.sent())
    messages = [api.say(100 + number, asked[number % len(asked)]) for number in range(30)]
    api.wait(lambda: len(api.sent()) > already, 20)
    started = time.monotonic()
    code = bot.stop()
    print(f"told to stop with 30 waiting: exit code {code} after {time.monotonic() - started:.2f} s, ", end="")
    print(f"{sum(len(api.replies(message)) for message in messages)} answered")


async def measure_beside_long_answer(index: Path, asked: Sequence[str]) -> None:
    """Ask while another answer computes for a second."""
    asking = Asking(LiveAnswerer(index))
    for question in asked[:5]:
        await asking.ask(question)
    found = []
    for question in asked[:10]:
        long = asyncio.create_task(asking.aside(compute, 1.0))
        await asyncio.sleep(0)
        started = time.monotonic()
        await asking.ask(question)
        found.append(time.monotonic() - started)
        await long
    asking.close()
    print(f"behind an answer that computes for 1 s, the next takes {described(found)}")


def compute(seconds: float) -> None:
    """Keep the interpreter busy."""
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        json.dumps(list(range(100)))


def build_command(document: Path, index: Path) -> list[str]:
    return [sys.executable, "-m", "qa_bot", "index", str(document), "--index", str(index), "--quiet"]


def own_memory(pid: int) -> str:
    """Return the megabytes that are the process's own: what is mapped from files, as the index is, can be had back at any time."""
    status = Path(f"/proc/{pid}/status").read_text(encoding="utf-8")
    kilobytes = next(line.split()[1] for line in status.splitlines() if line.startswith("RssAnon"))
    return f"{int(kilobytes) / 1000:.0f}"


def processor_time(pid: int) -> float:
    """Return the seconds of processor time that the process has taken."""
    fields = Path(f"/proc/{pid}/stat").read_text(encoding="utf-8").rpartition(")")[2].split()
    return (int(fields[11]) + int(fields[12])) / 100


if __name__ == "__main__":
    main()
