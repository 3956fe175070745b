"""Where a public function holds, and where it refuses: a small engine over hypothesis, one table for each room.

A room's table maps the name of every public function (`rooms.public` finds them) to a `Border`, save those that its
UNTRIED names, each with the reason. In the domain its law holds, without a warning; outside it a line of the library
refuses with ValueError or TypeError: what must hold, what came.

`tests/core/test_domains.py` tries them. A further room needs a module like `domains_of_metrics`.
"""

from __future__ import annotations

import warnings
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path
from typing import Any

import hypothesis
import pytest
from hypothesis import strategies as st
from hypothesis.strategies import SearchStrategy

LIBRARY = Path(__file__).parents[2] / "collapse_lib"
Arguments = dict[str, Any]
SOME = 2


@dataclass(frozen=True)
class Border:
    """A public function with its domain.

    `inside`: a strategy of its arguments by name, those that depend on each other together. `outside`: for one argument
    at a time, values that are refused whatever the others are. `apart`: several arguments that do not go together.
    `law`: asserts what holds of the result, and takes the arguments by name; None where a call takes too long for that,
    and is only refused. `error`: what it is refused with.
    """

    call: Callable[..., Any]
    inside: SearchStrategy[Arguments]
    law: Callable[..., None] | None
    outside: Mapping[str, SearchStrategy[Any]] = field(default_factory=dict)
    apart: SearchStrategy[Arguments] | None = None
    error: tuple[type[Exception], ...] = (ValueError, TypeError)

    @cached_property
    def some_inside(self) -> list[Arguments]:
        """A few arguments from the domain, the simplest first, to put what is wrong among."""
        found: list[Arguments] = []

        @tried(SOME)
        @hypothesis.given(self.inside)
        def noted(given: Arguments) -> None:
            found.append(given)

        noted()
        return found

    def wrong(self) -> dict[str, SearchStrategy[Arguments]]:
        """Return strategies of arguments that are refused, by the name of what is wrong."""
        each = {name: st.fixed_dictionaries({name: values}) for name, values in self.outside.items()}
        return each if self.apart is None else {**each, "apart": self.apart}


def arguments(**each: SearchStrategy[Any]) -> SearchStrategy[Arguments]:
    """Return a strategy of independent arguments, by name."""
    return st.fixed_dictionaries(each)


def nothing(*_: Any, **__: Any) -> None:
    """Be the law of what is only asked to be taken without a warning."""


def on(method: str) -> Callable[..., Any]:
    """Return the call of a method, whose instance is the argument `self`."""
    return lambda self, **given: getattr(self, method)(**given)


def tried(examples: int) -> hypothesis.settings:
    """Return settings that draw the same examples each time, and keep nothing on the disk."""
    return hypothesis.settings(
        derandomize=True,
        database=None,
        deadline=None,
        max_examples=examples,
        phases=[hypothesis.Phase.generate, hypothesis.Phase.shrink],
        report_multiple_bugs=False,
    )


def strictly(call: Callable[..., Any], given: Arguments) -> Any:
    """Call with every warning as an error."""
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        return call(**given)


def holds(border: Border, *, examples: int = 20) -> None:
    """Assert that the law holds all over the domain, without a warning."""

    @tried(examples)
    @hypothesis.given(border.inside)
    def law(given: Arguments) -> None:
        border.law(strictly(border.call, given), **given)

    law()


def refuses(border: Border, wrong: SearchStrategy[Arguments], *, words: str = r"must|need", examples: int = 60) -> None:
    """Assert that a line of the library refuses what is wrong: the invariant, in these words too, then what came.

    Whatever stands beside it. Only what is wrong is drawn, so that where it is one of a few things each is tried.
    """
    some_inside = border.some_inside

    @tried(examples)
    @hypothesis.given(wrong)
    def refused(instead: Arguments) -> None:
        for given in some_inside:
            with pytest.raises(border.error, match=words) as told:
                strictly(border.call, {**given, **instead})
            assert Path(told.traceback[-1].path).is_relative_to(LIBRARY), "another library refused it, in its own words"
            assert "got" in str(told.value)

    refused()
