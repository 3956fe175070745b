"""What a chart shows is said by the page that makes it, where a claim can watch it: a chart fits another table too."""

from __future__ import annotations

import ast
from pathlib import Path

import pytest

from collapse_lib import charts

CHARTS = Path(charts.__file__).parent
MODULES = sorted(CHARTS.rglob("[a-z]*.py"))


def titles(module: Path) -> list[ast.expr]:
    """Return what the chart functions of a module hand on as the title of a chart."""
    calls = [node for node in ast.walk(ast.parse(module.read_text(encoding="utf-8"))) if isinstance(node, ast.Call)]
    finished = [call for call in calls if ast.unparse(call.func) in ("finished", "day", "_costs")]
    return [word.value for call in finished for word in call.keywords if word.arg == "title"]


@pytest.mark.parametrize("module", MODULES, ids=lambda path: path.relative_to(CHARTS).as_posix())
def test_a_chart_is_given_its_title(module: Path) -> None:
    assert {ast.unparse(title) for title in titles(module)} <= {"title"}


def test_the_titles_were_found() -> None:
    assert sum(len(titles(module)) for module in MODULES) > 20
