"""What a claim's expression computes, and what its numerals say."""

from __future__ import annotations

import ast
from functools import cache
from importlib import import_module
from pkgutil import iter_modules
from typing import Any

import numpy as np
import pandas as pd

Let = tuple[tuple[str, str], ...]  # names and their expressions, in order


@cache
def evaluate(expression: str, let: Let = ()) -> Any:
    """Return the value of an expression over np, pd, cache, collapse_lib's modules, and the names in `let`.

    A name of `let` may use those before it. Where two claims write the same ones, they are evaluated once: what is
    `cache(lambda ...)` there is computed once for all of them.
    """
    used = {node.id for node in ast.walk(ast.parse(expression, mode="eval")) if isinstance(node, ast.Name)}
    modules = {name: import_module(module) for name, module in _modules().items() if name in used}
    named = {name: evaluate(text, let[:place]) for place, (name, text) in enumerate(let) if name in used}
    return eval(expression, {"np": np, "pd": pd, "cache": cache, **modules, **named})


def bare(expression: str) -> bool:
    """Say whether an expression, or an element of the list that it is, names nothing: then it checks nothing."""
    return _bare(ast.parse(expression, mode="eval").body)


def _bare(node: ast.expr) -> bool:
    if isinstance(node, ast.List | ast.Tuple):
        return any(map(_bare, node.elts))
    if isinstance(node, ast.BinOp):
        lists = [side for side in (node.left, node.right) if isinstance(side, ast.List | ast.Tuple)]
        if lists:
            return any(map(_bare, lists))
    return not any(isinstance(part, ast.Name) for part in ast.walk(node))


@cache
def _modules() -> dict[str, str]:
    names = {}
    for package in ("collapse_lib.experiments", "collapse_lib.models", "collapse_lib"):
        names.update(
            {module.name: f"{package}.{module.name}" for module in iter_modules(import_module(package).__path__)}
        )
    return names


def number(numeral: str) -> float:
    """Return the number that a numeral shows."""
    return float(numeral.replace(",", "").replace("−", "-"))


def half_a_unit(numeral: str) -> float:
    """Return half a unit of a numeral's last printed digit: 0.5 for 68, 0.005 for 0.69."""
    return 0.5 * 10.0 ** -len(numeral.partition(".")[2])
