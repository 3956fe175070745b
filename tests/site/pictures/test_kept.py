"""A figure is drawn once, and anew when it, or what draws it, has changed."""

from __future__ import annotations

from pathlib import Path

import pytest
from course.pictures import figure, kept


@pytest.fixture
def drawings(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The names of the figures that were drawn."""
    drawn: list[str] = []
    monkeypatch.setattr(figure, "figure", lambda spec, name: drawn.append(name) or (f"<figure>{name}", "{}"))
    return drawn


def test_a_figure_is_drawn_once(drawings: list[str], tmp_path: Path) -> None:
    first = kept.kept_figure({"mark": "bar"}, "a", tmp_path / "cache")
    assert kept.kept_figure({"mark": "bar"}, "a", tmp_path / "cache") == first == ("<figure>a", "{}")
    assert drawings == ["a"]


def test_another_chart_or_another_name_is_another_figure(drawings: list[str], tmp_path: Path) -> None:
    for spec, name in (({"mark": "bar"}, "a"), ({"mark": "line"}, "a"), ({"mark": "bar"}, "b")):
        kept.kept_figure(spec, name, tmp_path)
    assert drawings == ["a", "a", "b"]


def test_it_is_drawn_anew_when_what_draws_it_has_changed(
    drawings: list[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    kept.kept_figure({}, "a", tmp_path)
    monkeypatch.setattr(kept, "fingerprint", lambda module: f"{module} has changed")
    kept.kept_figure({}, "a", tmp_path)
    assert drawings == ["a", "a"]
