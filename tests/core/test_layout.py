"""Where files stand and how long they are: tests mirror the library, and each chart has some."""

from __future__ import annotations

import ast
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
LIBRARY, TESTS = ROOT / "collapse_lib", ROOT / "tests"
OURS = ("tests", "tools", "benchmarks", "book/_ext")
FILES = sorted(path for folder in OURS for path in (ROOT / folder).rglob("*.py") if "node_modules" not in path.parts)
MIRRORED = ("models", "theory", "data", "experiments", "charts")
OF_MORE_THAN_ONE = {
    "models/test_protocol.py",  # what all models hold to
    "charts/test_words.py",
}
CHARTS = [path for path in sorted((LIBRARY / "charts").rglob("*.py")) if path.name != "__init__.py"]


def shown(path: Path) -> str:
    """Return a path as it stands in the repository."""
    return path.relative_to(ROOT).as_posix()


@pytest.mark.parametrize("path", FILES, ids=shown)
def test_a_file_fits_in_the_head(path: Path) -> None:
    assert path.read_text(encoding="utf-8").count("\n") <= 150


def mirrors(test: Path) -> bool:
    """Return whether a test stands at the path of a module, or in a folder at the path of a module or a package."""
    place = test.relative_to(TESTS).parent
    module = LIBRARY / place / test.name.removeprefix("test_")
    subject = len(place.parts) > 1 and ((LIBRARY / place).is_dir() or (LIBRARY / place).with_suffix(".py").is_file())
    return subject or module.is_file() or module.with_suffix("").is_dir()


@pytest.mark.parametrize("room", MIRRORED)
def test_a_test_stands_where_its_subject_stands(room: str) -> None:
    strangers = {path.relative_to(TESTS).as_posix() for path in (TESTS / room).rglob("test_*.py") if not mirrors(path)}
    assert strangers - OF_MORE_THAN_ONE == set()


def test_a_test_that_stands_elsewhere_is_seen() -> None:
    assert mirrors(TESTS / "models" / "test_gaussian.py")
    assert mirrors(TESTS / "theory" / "gaussian" / "test_any.py")
    assert not mirrors(TESTS / "models" / "test_weather.py")
    assert not mirrors(TESTS / "models" / "weather" / "test_any.py")


def named(source: str) -> set[str]:
    """Return in full all that a file names of what it imports: "collapse_lib.charts.station.errors.tickets"."""
    nodes = list(ast.walk(ast.parse(source)))
    known: dict[str, str] = {}
    for node in nodes:
        if isinstance(node, ast.ImportFrom):
            known |= {alias.asname or alias.name: f"{node.module}.{alias.name}" for alias in node.names}
    used = [ast.unparse(node).partition(".") for node in nodes if isinstance(node, ast.Attribute | ast.Name)]
    return {known[first] + dot + rest for first, dot, rest in used if first in known}


DRAWN = {name for path in (TESTS / "charts").rglob("test_*.py") for name in named(path.read_text(encoding="utf-8"))}


@pytest.mark.parametrize("path", CHARTS, ids=shown)
def test_every_chart_is_drawn_by_a_test(path: Path) -> None:
    module = ".".join(path.relative_to(ROOT).with_suffix("").parts)
    assert any(name.startswith(f"{module}.") for name in DRAWN)


def test_what_a_test_draws_is_found_however_it_is_imported() -> None:
    source = "from a import charts\nfrom a.charts import day as d\ncharts.bag.bag(1)\nd.day(2)\nother.day(3)"
    assert {"a.charts.bag.bag", "a.charts.day.day"} <= named(source)
    assert not any("other" in name for name in named(source))
