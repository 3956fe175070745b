"""Who may import whom, and how long a file may be: the lines that keep the library small."""

from __future__ import annotations

import ast
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
PACKAGE = ROOT / "collapse_lib"
FILES = sorted(PACKAGE.rglob("*.py"))
HEAVY = ("torch", "transformers", "sklearn", "altair", "ipywidgets", "anywidget")
KNOWS = {  # who alone may import what
    "altair": ("charts",),
    "ipywidgets": ("explorables",),
    "anywidget": ("explorables",),
    "torch": ("models.language", "models.vae"),
    "transformers": ("models.language",),
    "sklearn": ("models.mixture", "images", "image_errors", "judge"),
}
COMPUTATION = ("ensembles", "experiments", "metrics", "models", "policies", "text", "theory")


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


def test_the_recursion_imports_nothing_of_ours() -> None:
    assert ours(PACKAGE / "recursion.py") == set()


@pytest.mark.parametrize("path", FILES, ids=name)
def test_only_those_who_may_know_a_heavy_package_import_it(path: Path) -> None:
    packages = {module.split(".")[0] for module in imports(path)}
    assert [package for package in packages & KNOWS.keys() if not within(name(path), KNOWS[package])] == []


@pytest.mark.parametrize("path", [path for path in FILES if within(name(path), ("charts",))], ids=name)
def test_charts_take_tables_and_import_none_of_the_computation(path: Path) -> None:
    assert {module for module in ours(path) if within(module, COMPUTATION)} == set()


@pytest.mark.parametrize(
    "path", [path for path in FILES if not within(name(path), ("charts", "explorables"))], ids=name
)
def test_the_computation_imports_no_chart_and_no_widget(path: Path) -> None:
    assert {module for module in ours(path) if within(module, ("charts", "explorables"))} == set()


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
