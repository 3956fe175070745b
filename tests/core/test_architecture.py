"""Who may import whom, and how long a file may be: the lines that keep the library small."""

from __future__ import annotations

import ast
import subprocess
import sys
from pathlib import Path

import pytest

PACKAGE = Path(__file__).parents[2] / "collapse_lib"
FILES = sorted(PACKAGE.rglob("*.py"))
HEAVY = ("torch", "transformers", "sklearn", "altair", "ipywidgets", "anywidget")
KNOWS = {  # who alone may import what
    "altair": ("charts",),
    "ipywidgets": ("explorables",),
    "anywidget": ("explorables",),
    "torch": ("models.language", "models.vae"),
    "transformers": ("models.language",),
    "sklearn": ("models.mixture", "data.digits", "experiments.digits.errors", "experiments.digits.measures"),
}
# Who may import whom: a room takes from the rooms above its own line in this table, and from itself.
LEVELS = [
    {"checks", "files", "hub", "moved", "stopping"},
    {"recursion"},
    {"policies", "metrics", "recorded", "wheels"},
    {"models", "theory"},
    {"data", "ensembles"},
    {"experiments"},
    {"explorables"},
    {"__main__"},
]
APART = {"charts", "guesses"}  # these take from themselves and from the checks, and no room of the library from them


def name(path: Path) -> str:
    """Return a module's name within the package: "models.gaussian", and "" for the package itself."""
    return ".".join(path.relative_to(PACKAGE).with_suffix("").parts).removesuffix("__init__").rstrip(".")


def within(module: str, parts: tuple[str, ...]) -> bool:
    """Return whether `module` is one of `parts` or lies below one."""
    return any(module == part or module.startswith(f"{part}.") for part in parts)


def imports(path: Path) -> set[str]:
    """Return all that a file imports anywhere, in full; what is ours begins with collapse_lib."""
    package = ["collapse_lib", *path.relative_to(PACKAGE).parts[:-1]]
    found: set[str] = set()
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            found |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom):
            base = package[: len(package) - node.level + 1] if node.level else []
            module = ".".join([*base, *filter(None, [node.module])])
            found |= {f"{module}.{alias.name}" for alias in node.names}
    return found


def ours(path: Path) -> set[str]:
    """Return what a file imports of the package, named within it."""
    return {module.removeprefix("collapse_lib.") for module in imports(path) if module.startswith("collapse_lib.")}


def test_imports_are_found_however_they_are_written(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys.modules[__name__], "PACKAGE", tmp_path)
    (tmp_path / "models").mkdir()
    probe = tmp_path / "models" / "probe.py"
    probe.write_text("from .. import checks\nfrom .gaussian import Gaussian\ndef f():\n    import torch.nn\n")
    assert imports(probe) == {"collapse_lib.checks", "collapse_lib.models.gaussian.Gaussian", "torch.nn"}


def room(module: str) -> str:
    """Return the room that a module of ours is in: a file or a folder of the package; "" for the package itself."""
    return module.split(".")[0]


def below(where: str) -> set[str]:
    """Return the rooms from which modules in `where` may take: the lines above it in the table, and itself.

    Raises KeyError for a room without a level.
    """
    if where in APART:
        return {where, "checks"}
    if where == "":  # the package itself only says what has moved
        return {"", "moved"}
    level = {found: line for line, rooms in enumerate(LEVELS) for found in rooms}[where]
    return {where}.union(*LEVELS[:level])


@pytest.mark.parametrize("path", FILES, ids=name)
def test_a_module_takes_from_its_own_room_and_from_those_below(path: Path) -> None:
    taken = {room(module) for module in ours(path)}
    assert taken - below(room(name(path))) == set()


def test_a_room_without_a_level_is_no_room_of_ours() -> None:
    with pytest.raises(KeyError, match="cellar"):
        below("cellar")
    rooms = set().union(*LEVELS, APART)
    assert {room(name(path)) for path in FILES} - {""} == rooms


def test_no_two_rooms_take_from_each_other() -> None:
    assert below("policies") == {"policies", "recursion", "checks", "files", "hub", "moved", "stopping"}
    assert "experiments" not in below("models")
    assert below("charts") == {"charts", "checks"}


@pytest.mark.parametrize("path", FILES, ids=name)
def test_only_those_who_may_know_a_heavy_package_import_it(path: Path) -> None:
    packages = {module.split(".")[0] for module in imports(path)}
    assert [package for package in packages & KNOWS.keys() if not within(name(path), KNOWS[package])] == []


def loaded_by(module: str) -> list[str]:
    """Return which of the heavy packages are loaded once `module` is imported in a fresh interpreter."""
    probe = f"import sys, {module}; print(*[name for name in {HEAVY} if name in sys.modules])"
    run = subprocess.run([sys.executable, "-c", probe], capture_output=True, text=True, check=True)
    return run.stdout.split()


def test_importing_the_package_loads_nothing_heavy() -> None:
    assert loaded_by("collapse_lib") == []


def test_all_modules_but_those_of_torch_and_charts_together_load_nothing_heavy() -> None:
    free = ("charts", "explorables", "models.language", "models.vae")
    light = [f"collapse_lib.{name(path)}" for path in FILES if name(path) and not within(name(path), free)]
    assert loaded_by(", ".join(module for module in light if not module.endswith("__main__"))) == []


def test_charts_load_altair_and_no_torch() -> None:
    charts = [f"collapse_lib.{name(path)}" for path in FILES if within(name(path), ("charts",))]
    loaded = loaded_by(", ".join(charts))
    assert "altair" in loaded
    assert not {"torch", "transformers"} & set(loaded)


@pytest.mark.parametrize("path", FILES, ids=name)
def test_a_file_fits_in_the_head(path: Path) -> None:
    lines = path.read_text(encoding="utf-8").count("\n")
    assert lines <= 150
