"""What is public in a room of the library, and which rooms a table of domains stands for."""

from __future__ import annotations

import importlib
import inspect
import pkgutil
from collections.abc import Callable
from pathlib import Path
from types import ModuleType
from typing import Any

SUPPORT = Path(__file__).parent


def may_be_none(call: Callable[..., Any], argument: str) -> bool:
    """Return whether None is what an argument is if nobody says anything."""
    parameter = inspect.signature(call).parameters.get(argument)
    return parameter is not None and parameter.default is None


def public(room: ModuleType, *, parts: bool = True) -> set[str]:
    """Return the public functions and classes that a module defines, and the classes' public methods.

    Of a package those that its `parts` define, too.
    """
    found: set[str] = set()
    for module in _with_parts(room) if parts else [room]:
        for name, thing in vars(module).items():
            home = str(getattr(thing, "__module__", ""))
            if name.startswith("_") or not (home.startswith(room.__name__) if parts else home == room.__name__):
                continue
            if inspect.isfunction(thing):
                found.add(name)
            elif inspect.isclass(thing) and not getattr(thing, "_is_protocol", False):
                found |= {name} | {f"{name}.{method}" for method in vars(thing) if _is_method(thing, method)}
    return found


def rooms_of(table: ModuleType) -> list[ModuleType]:
    """Return the modules whose functions stand in a table: of a package its parts too, unless it says ALONE."""
    return [table.ROOM] if hasattr(table, "ALONE") else _with_parts(table.ROOM)


def _with_parts(room: ModuleType) -> list[ModuleType]:
    parts = pkgutil.walk_packages(getattr(room, "__path__", []), f"{room.__name__}.")
    return [room, *(importlib.import_module(part.name) for part in parts)]


def _is_method(kind: type, name: str) -> bool:
    thing, defaults = vars(kind)[name], getattr(kind, "__dataclass_fields__", {})
    if name in defaults or (name.startswith("_") and name != "__call__"):
        return False
    return callable(thing) or isinstance(thing, property | classmethod | staticmethod)
