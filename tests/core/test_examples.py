"""Whatever a chapter calls has an example in its docstring, and examples say what comes out."""

from __future__ import annotations

import ast
import doctest
import importlib
import inspect
import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

ROOT = Path(__file__).parents[2]
CHAPTERS = sorted((ROOT / "notebooks").glob("*.ipynb"))
# Without an example: where it is defined, or what it is called there, and why.
WITHOUT = {
    "charts": "a picture is looked at, in the chapter",
    "guesses": "asked in the page",
    "explorables": "played in the page",
    "recorded": "the chapters are full of examples",
    "data.wikitext": "its text must be fetched first",
    "ensembles.categorical": "as gaussian, beside it",
    "experiments.bigrams": "needs WikiText-2",
    "experiments.digits": "trains for minutes, or reads what such runs have left",
    "experiments.error_shares": "takes a minute",
    "experiments.language_model": "trains for minutes, or reads what such runs have left",
    "experiments.toy_language_model": "trains for minutes, or reads what such runs have left",
    "experiments.mixtures.lineages": "chapter 7 is its example, line by line",
    "experiments.mixtures.runs": "begins the example of `minority`",
    "experiments.mixtures.tables": "reads recorded tables",
    "experiments.station": "chapter 3 is its example, line by line",
}


def cells(path: Path) -> Iterator[ast.AST]:
    """Yield the code of each cell, lines of IPython's own left out."""
    for cell in json.loads(path.read_text(encoding="utf-8"))["cells"]:
        if cell["cell_type"] == "code":
            lines = "".join(cell["source"]).split("\n")
            own = [line.replace(line.lstrip(), "pass") if line.lstrip()[:1] in {"%", "!"} else line for line in lines]
            yield ast.parse("\n".join(own))


def called(trees: list[ast.AST]) -> set[str]:
    """Return the dotted names that are called in `trees` of what these import from the library."""
    nodes = [node for tree in trees for node in ast.walk(tree)]
    imports = [node for node in nodes if isinstance(node, ast.ImportFrom)]
    ours = {alias.asname or alias.name: f"{node.module}.{alias.name}" for node in imports for alias in node.names}
    names = (ast.unparse(node.func).split(".") for node in nodes if isinstance(node, ast.Call))
    named = [[ours.get(first, ""), *rest] for first, *rest in names if all(part.isidentifier() for part in rest)]
    return {".".join(parts) for parts in named if parts[0].startswith("collapse_lib")}


def found(name: str) -> Any:
    """Return what a dotted name stands for."""
    first, *rest = name.split(".")
    thing = importlib.import_module(first)
    for end, part in enumerate(rest, 2):
        thing = getattr(thing, part, None) or importlib.import_module(".".join(name.split(".")[:end]))
    return thing


def places() -> dict[str, Any]:
    """Return the functions and classes that chapters call, by module and name within the library."""
    things = [found(name) for path in CHAPTERS for name in called(list(cells(path)))]
    own = [thing for thing in things if inspect.isfunction(thing) or inspect.isclass(thing)]
    return {f"{thing.__module__}.{thing.__qualname__}".removeprefix("collapse_lib."): thing for thing in own}


def excused(place: str) -> set[str]:
    """Return the entries of `WITHOUT` that `place` falls under."""
    return {entry for entry in WITHOUT if f"{place}.".startswith(f"{entry}.")}


def test_whatever_a_chapter_calls_has_an_example_or_a_reason_why_not() -> None:
    bare = [place for place, thing in places().items() if ">>>" not in (inspect.getdoc(thing) or "")]
    assert [place for place in bare if not excused(place)] == []


def test_every_reason_is_needed() -> None:
    bare = [place for place, thing in places().items() if ">>>" not in (inspect.getdoc(thing) or "")]
    assert set().union(*map(excused, bare)) == WITHOUT.keys()


def modules_with_examples() -> list[str]:
    """Return the modules of the library in which an example stands."""
    paths = sorted((ROOT / "collapse_lib").rglob("*.py"))
    files = [path.relative_to(ROOT).with_suffix("") for path in paths if ">>> " in path.read_text(encoding="utf-8")]
    return [".".join(path.parts) for path in files]


@pytest.mark.parametrize("module", modules_with_examples())
def test_examples_say_what_comes_out(module: str) -> None:
    assert doctest.testmod(importlib.import_module(module)).failed == 0


def test_calls_are_found_however_the_library_is_imported() -> None:
    code = "from collapse_lib import theory as law\nfrom collapse_lib.policies import replace\nlaw.half_life(replace())"
    assert called([ast.parse(code)]) == {"collapse_lib.theory.half_life", "collapse_lib.policies.replace"}
