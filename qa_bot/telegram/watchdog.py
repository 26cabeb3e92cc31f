"""Telling systemd that the service is up, and that its event loop still turns."""

import asyncio
import os
import socket


def notify(message: str) -> None:
    """Send *message* to the service manager, if there is one: `READY=1`, `STOPPING=1`, `WATCHDOG=1`."""
    address = os.environ.get("NOTIFY_SOCKET")
    if not address:
        return
    with socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM) as line:
        line.setblocking(False)  # a manager that does not listen must not stop the bot
        try:
            line.connect("\0" + address[1:] if address.startswith("@") else address)
            line.sendall(message.encode())
        except OSError:
            return  # without its manager the service runs as well


async def keep_alive() -> None:
    """Report twice in each interval that the service manager waits for; return at once when it waits for none."""
    interval = int(os.environ.get("WATCHDOG_USEC", "0")) / 2_000_000
    while interval:
        notify("WATCHDOG=1")
        await asyncio.sleep(interval)
