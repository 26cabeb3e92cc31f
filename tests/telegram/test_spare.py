"""What is done in spare time waits for those who are served, is rationed, and is dropped beyond."""

import asyncio
from collections.abc import Callable

from qa_bot.telegram.spare import SpareTime


def work(done: list[int], number: int) -> Callable[[], asyncio.Future[None]]:
    def do() -> asyncio.Future[None]:
        done.append(number)
        over: asyncio.Future[None] = asyncio.get_running_loop().create_future()
        over.set_result(None)
        return over

    return do


def test_nothing_is_done_while_somebody_is_served() -> None:
    async def run() -> None:
        done: list[int] = []
        served = [True]
        spare = SpareTime(lambda: served[0], pause=0)
        for number in range(3):
            assert spare.offer(number, work(done, number))
        await asyncio.sleep(0.05)
        assert done == []
        served[0] = False
        for _ in range(1000):
            if len(done) < 3:
                await asyncio.sleep(0.01)
        assert done == [0, 1, 2]

    asyncio.run(run())


def test_what_is_too_much_is_dropped_and_the_same_waits_once() -> None:
    async def run() -> None:
        done: list[int] = []
        spare = SpareTime(lambda: True, kept=2)
        assert [spare.offer(number, work(done, number)) for number in (1, 1, 2, 3)] == [True, True, True, False]
        spare.close()

    asyncio.run(run())
