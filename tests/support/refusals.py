"""A refusal is the library's own: the invariant, then what came."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

LIBRARY = Path(__file__).parents[2] / "collapse_lib"
NO_NUMBERS = ["text", ["a", "b"], None, 1j, {}, [1, None, "c"], [[1, 2], [3]], [b"1"], ...]
NO_GENERATORS = [0, None, "0"]
NO_SIZES = [-1, 2.5, "3", None, [3], True]
NO_TEXTS = [None, 3, 2.5, b"gull", ["gull"], ...]


def refused(call: Any, *arguments: Any, **named: Any) -> str:
    """Return the words in which a line of the library refuses a call."""
    with pytest.raises((ValueError, TypeError), match=r"must|need") as told:
        call(*arguments, **named)
    assert Path(told.traceback[-1].path).is_relative_to(LIBRARY), "another library refused it, in its own words"
    assert "got" in str(told.value)
    return str(told.value)
