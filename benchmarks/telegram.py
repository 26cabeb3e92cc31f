"""Measure the Telegram bot as a process against the stand-in of the tests, which enforces 30 messages a second.

    python -m benchmarks.telegram                 300 people ask at once; the bot is idle; it is told to stop while 30 wait
    python -m benchmarks.telegram --people 1000

Rates depend on the machine: the stand-in takes a core beside the bot's.
"""

import argparse
import importlib
import subprocess
import sys
import tempfile
import time
from pathlib import Path

TESTS = Path(__file__).parent.parent / "tests" / "telegram"


def main() -> None:
    """Print the figures."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--people", type=int, default=300)
    people = parser.parse_args().people
    sys.path.insert(0, str(TESTS))
    api_module, running = importlib.import_module("bot_api"), importlib.import_module("running")
    with tempfile.TemporaryDirectory() as folder, api_module.BotApi(per_second=30) as api:
        place = Path(folder)
        (place / "late.md").write_text(running.TRAINS, encoding="utf-8")
        command = [sys.executable, "-m", "qa_bot", "index", str(place / "late.md"), "--index", str(place / "index"), "--quiet"]
        subprocess.run(command, check=True)
        bot = running.Bot.against(api, place / "index", place, place / "bytecode").start()
        api.wait(lambda: api.of("getUpdates"), 60)
        assert bot.process is not None
        pid = bot.process.pid

        api.reply(api.say(7, running.question(0)))
        print(f"idle: {own_memory(pid)} MB of its own after the first answer", end="")
        before = processor_time(pid)
        time.sleep(20)
        print(f", {processor_time(pid) - before:.2f} s of processor time in 20 s")

        already = len(api.sent())
        for number in range(people):
            api.say(1000 + number, running.question(number))
        api.wait(lambda: len(api.sent()) >= already + people, 10 + people / 5)
        times = [call.at for call in api.of("sendMessage")][already:]
        refused = sum("Too Many" in call.refused for call in api.calls)
        print(f"{people} people at once: {(people - 1) / (times[-1] - times[0]):.1f} answers a second, {refused} refused; ", end="")
        print(f"{own_memory(pid)} MB of its own")

        api.latency = 0.3
        asked = [api.say(100 + number, running.question(number)) for number in range(30)]
        api.wait(lambda: len(api.sent()) > already + people, 20)
        started = time.monotonic()
        code = bot.stop()
        print(f"told to stop with 30 waiting: exit code {code} after {time.monotonic() - started:.2f} s, ", end="")
        print(f"{sum(len(api.replies(message)) for message in asked)} answered")


def own_memory(pid: int) -> str:
    """Return the megabytes that are the process's own: the index is mapped from its file and can be had back at any time."""
    status = Path(f"/proc/{pid}/status").read_text(encoding="utf-8")
    kilobytes = next(line.split()[1] for line in status.splitlines() if line.startswith("RssAnon"))
    return f"{int(kilobytes) / 1000:.0f}"


def processor_time(pid: int) -> float:
    """Return the seconds of processor time that the process has taken."""
    fields = Path(f"/proc/{pid}/stat").read_text(encoding="utf-8").rpartition(")")[2].split()
    return (int(fields[11]) + int(fields[12])) / 100


if __name__ == "__main__":
    main()
