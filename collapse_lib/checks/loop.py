"""What goes round in the loop: models, truths, policies and data, each asked once at the border."""

from __future__ import annotations

import inspect
from typing import Any

from .arrays import numbers
from .objects import Array

_ARGUMENT = {"fit": "data", "sample": "size"}
_POLICY = ("real", "corpus", "synthetic")
_RNG = {"rng": None}


def as_model(value: Any, name: str = "a model") -> Any:
    """Return `value` if it can be fitted and drawn from; raise TypeError otherwise."""
    return _with_methods(value, name, ("fit", "sample"))


def as_sampler(value: Any, name: str = "truth") -> Any:
    """Return `value` if data can be drawn from it with `sample(size, rng=rng)`; raise TypeError otherwise."""
    return _with_methods(value, name, ("sample",))


def as_policy(value: Any) -> Any:
    """Return `value` if it can be called as a policy is; raise TypeError otherwise.

    A class and a function that makes a policy are told to be called first.
    """
    if isinstance(value, type) or not _takes(value, _POLICY):
        called = getattr(value, "__name__", None)
        hint = f"the {type(value).__name__} {called}, which must be called first" if called else repr(value)
        raise TypeError(f"a policy must be callable with (real, corpus, synthetic, rng=rng), got {hint}")
    return value


def samples(data: Any, name: str = "data") -> Array:
    """Return `data` as an array of numbers with its samples on axis 0; raise TypeError or ValueError otherwise."""
    found = numbers(data, name=name)
    if found.ndim == 0:
        raise TypeError(f"{name} must have samples on axis 0, got {_shown(data)}")
    return found


def instance(value: Any, kind: type, name: str) -> Any:
    """Return `value` if it is of the `kind` that alone will do; raise TypeError otherwise."""
    if not isinstance(value, kind):
        raise TypeError(f"{name} must be a {kind.__name__}, got {_shown(value)}")
    return value


def as_step(value: Any, name: str) -> Any:
    """Return `value` if it can be called with one thing; raise TypeError otherwise, also for a class."""
    if isinstance(value, type) or not _takes(value, ("it",), keywords={}):
        raise TypeError(f"{name} must be callable with one argument, got {_shown(value)}")
    return value


def dataset(data: Any, name: str = "data") -> Array:
    """Return `data` as `samples` does if there is at least one of them; raise ValueError otherwise."""
    found = samples(data, name)
    if len(found) == 0:
        raise ValueError(f"{name} must hold at least one sample, got none")
    return found


def like(data: Any, real: Array, name: str) -> Array:
    """Return `data` as an array of samples if they have the shape of the `real` ones; refuse it otherwise."""
    if data is None:
        raise TypeError(f"{name} must be an array of samples, got None")
    found = numbers(data, name=name)
    if found.shape[1:] != real.shape[1:] or found.ndim == 0:
        shape = f"(..., {', '.join(map(str, real.shape[1:]))})" if real.ndim > 1 else "(M,)"
        raise ValueError(f"{name} must have the shape of the real data, {shape}, got {found.shape}")
    return found


def _with_methods(value: Any, name: str, methods: tuple[str, ...]) -> Any:
    if isinstance(value, type):
        raise TypeError(f"{name} must be an instance, got the class {value.__name__}, which must be called first")
    if not all(_takes(getattr(value, method, None), (_ARGUMENT[method],)) for method in methods):
        needed = " and ".join(f"{method}({_ARGUMENT[method]}, rng=rng)" for method in methods)
        raise TypeError(f"{name} must have {needed}, got {_shown(value)}")
    return value


def _takes(function: Any, arguments: tuple[Any, ...], keywords: Any = _RNG) -> bool:
    try:
        inspect.signature(function).bind(*arguments, **keywords)
    except TypeError:
        return False
    except ValueError:  # written in C: it does not say what it takes
        return callable(function)
    return True


def _shown(value: Any) -> str:
    return "None" if value is None else f"{type(value).__name__} {value!r}"[:80]
