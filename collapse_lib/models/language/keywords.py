"""Keywords that transformers has renamed: each is called by the name that the callee takes, whatever its version."""

from __future__ import annotations

import inspect
from collections.abc import Callable, Sequence
from typing import Any

CACHE = ("cache", "past_key_values")  # of a network: since 5.24, and before


def offered(call: Callable[..., Any], names: Sequence[str]) -> str:
    """Return by which of `names`, one argument's names from the newest to the oldest, `call` takes it.

    What does not say what it takes is given the newest. Raises TypeError if it takes none of them.
    """
    outermost = inspect.unwrap(call, stop=lambda layer: bool(_named(layer, names)))
    found = _named(outermost, names) or (names if _takes_all(call) else ())
    if not found:
        called = getattr(call, "__qualname__", repr(call))
        raise TypeError(f"{called} must take one of {', '.join(names)}, got {inspect.signature(call)}")
    return found[0]


def _named(call: Callable[..., Any], names: Sequence[str]) -> Sequence[str]:
    taken = inspect.signature(call, follow_wrapped=False).parameters
    return [name for name in names if name in taken]


def _takes_all(call: Callable[..., Any]) -> bool:
    kinds = {parameter.kind for parameter in inspect.signature(call, follow_wrapped=False).parameters.values()}
    return inspect.Parameter.VAR_KEYWORD in kinds
