"""A signal stops what is at work once, is held back where a process begins, and gives the exit status that it has."""

from __future__ import annotations

import os
import signal
from collections.abc import Iterator

import pytest

from collapse_lib import stopping


@pytest.fixture(autouse=True)
def _listening() -> Iterator[None]:
    """Put back what the signals did before."""
    before = {each: signal.getsignal(each) for each in stopping.SIGNALS}
    stopping.listen()
    yield
    for each, handler in before.items():
        signal.signal(each, handler)


@pytest.mark.parametrize(("number", "status"), [(signal.SIGINT, 130), (signal.SIGTERM, 143)])
def test_a_signal_ends_the_work_in_one_sentence(number: int, status: int, capsys: pytest.CaptureFixture[str]) -> None:
    assert stopping.status(lambda: os.kill(os.getpid(), number) or 0, stopped="It was stopped.") == status
    assert capsys.readouterr().err == "It was stopped.\n"


def test_a_second_signal_does_not_disturb_the_end() -> None:
    with pytest.raises(stopping.Stopped):
        signal.raise_signal(signal.SIGINT)
    signal.raise_signal(signal.SIGINT)
    signal.raise_signal(signal.SIGTERM)


def test_a_signal_is_held_back_until_the_end_of_the_block() -> None:
    done = []

    def told_in_the_middle() -> None:
        with stopping.unheard():
            os.kill(os.getpid(), signal.SIGINT)
            done.append("to the end")

    with pytest.raises(stopping.Stopped):
        told_in_the_middle()
    assert done == ["to the end"]


def test_an_interrupt_that_nobody_listened_for_is_that_of_the_keyboard() -> None:
    def interrupted() -> int:
        raise KeyboardInterrupt

    assert stopping.status(interrupted, stopped="") == 130
    assert stopping.status(lambda: 3, stopped="") == 3
