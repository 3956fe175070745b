"""Where something cannot be computed live, the reader is told why, and what was there before stays."""

from __future__ import annotations

import pytest

from collapse_lib import recorded


def failing(error: BaseException) -> str:
    """Return what is there after a live run that ends in an error."""
    found = "recorded"
    with recorded.fallback("What follows is recorded."):
        raise error
    return found


def test_what_can_be_computed_is_and_nothing_is_said(capsys) -> None:
    found = "recorded"
    with recorded.fallback("What follows is recorded."):
        found = "live"
    assert (found, capsys.readouterr().out) == ("live", "")


@pytest.mark.parametrize(
    ("error", "reason"),
    [
        (TypeError("forward() got an unexpected keyword argument 'cache'"), "forward() got an unexpected keyword argu"),
        (
            RuntimeError("CUDA error: out of memory.\n\nCompile with X\nto see."),
            "CUDA error: out of memory. Compile",
        ),
        (RuntimeError("boom"), "RuntimeError: boom"),
        (MemoryError(), "MemoryError"),
        (KeyError("T = 0.9"), "KeyError: 'T = 0.9'"),
        (ImportError("No module named 'torch'"), "No module named 'torch'"),
        (OSError(28, "No space left on device"), "[Errno 28] No space left on device"),
        (NameError("name 'polices' is not defined"), "name 'polices' is not defined"),
        (StopIteration(), "StopIteration"),
        (type("Mine", (Exception,), {})("in my own words"), "in my own words"),
    ],
    ids=repr,
)
def test_any_failure_leaves_what_was_recorded_and_is_told_in_its_own_words(error, reason, capsys) -> None:
    assert failing(error) == "recorded"
    told = capsys.readouterr().out
    assert told.startswith(f"No live run here ({reason}")
    assert told.endswith("). What follows is recorded.\n")
    assert told.count("\n") == 1


def test_an_error_that_fills_a_page_is_cut(capsys) -> None:
    failing(ValueError("word " * 2_000))
    assert len(capsys.readouterr().out) < 400


@pytest.mark.parametrize("stop", [KeyboardInterrupt(), SystemExit(3), GeneratorExit()], ids=repr)
def test_who_stops_a_live_run_has_stopped_it(stop) -> None:
    with pytest.raises(type(stop)):
        failing(stop)
