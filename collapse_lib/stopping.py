"""How a long command is stopped, by Ctrl-C or by `kill`: in one sentence, and with nobody left at work."""

from __future__ import annotations

import signal
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any

SIGNALS = {signal.SIGINT, signal.SIGTERM}


class Stopped(KeyboardInterrupt):
    """Which of SIGNALS came."""


def listen() -> None:
    """From now on have each of SIGNALS raise Stopped. Only the first: whoever is impatient does not stop the end."""
    for each in SIGNALS:
        signal.signal(each, _stop)


def _stop(number: int, frame: Any) -> None:
    if number in _blocked():  # another thread took it
        signal.raise_signal(number)  # it waits for the end of `unheard`
        return
    for each in SIGNALS:
        signal.signal(each, signal.SIG_IGN)
    raise Stopped(number)


@contextmanager
def unheard() -> Iterator[None]:
    """Hold SIGNALS back until the end of the block. A process that is begun in it never hears them."""
    if not hasattr(signal, "pthread_sigmask"):  # Windows
        yield
        return
    before = signal.pthread_sigmask(signal.SIG_BLOCK, SIGNALS)
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)


def hear(number: signal.Signals) -> None:
    """Have a process that was begun in `unheard` be ended by this one of SIGNALS again."""
    if hasattr(signal, "pthread_sigmask"):
        signal.pthread_sigmask(signal.SIG_UNBLOCK, {number})


def _blocked() -> set[Any]:
    return set(signal.pthread_sigmask(signal.SIG_BLOCK, ())) if hasattr(signal, "pthread_sigmask") else set()


def status(work: Callable[[], int], *, stopped: str) -> int:
    """Return the exit status of `work`, or that of the signal by which it is stopped, saying `stopped` on stderr."""
    try:
        return work()
    except KeyboardInterrupt as stop:
        print(stopped, file=sys.stderr)
        return 128 + (stop.args[0] if isinstance(stop, Stopped) else signal.SIGINT)
