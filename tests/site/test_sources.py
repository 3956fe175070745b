"""What a module rests on is read from its imports, so that no list of files can forget one."""

from __future__ import annotations

from pathlib import Path

import pytest
from course import sources

MADE = {
    "__init__": "from . import top, apart",
    "top": "import json\nfrom .inner import deep\ndef late():\n    from . import words",
    "words": "",
    "apart": "import yaml",
    "inner/__init__": "",
    "inner/deep": "from ..inner.deeper import VALUE\nimport numpy.linalg",
    "inner/deeper": "VALUE = 1",
}


@pytest.fixture
def made(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A small package in the place of ours."""
    root = tmp_path / "made"
    for name, text in MADE.items():
        (root / name).parent.mkdir(parents=True, exist_ok=True)
        (root / f"{name}.py").write_text(text, encoding="utf-8")
    monkeypatch.setattr(sources, "ROOT", root)
    return root


def fingerprint() -> str:
    return sources.fingerprint.__wrapped__("made.top")  # read anew


def test_imports_are_followed_however_deep_and_however_written(made: Path) -> None:
    ours, libraries = sources.rests_on("made.top")
    assert ours == {"made.top", "made.words", "made.inner.deep", "made.inner.deeper"}
    assert libraries == {"numpy"}


@pytest.mark.parametrize(("name", "counts"), [("inner/deeper", True), ("words", True), ("top", True), ("apart", False)])
def test_the_fingerprint_is_another_when_what_lies_beneath_changes(name: str, counts: bool, made: Path) -> None:
    before = fingerprint()
    assert fingerprint() == before
    (made / f"{name}.py").write_text(f"{MADE[name]}\n# changed", encoding="utf-8")
    assert (fingerprint() != before) is counts


def test_a_new_module_counts_from_its_first_import_on(made: Path) -> None:
    (made / "new.py").write_text("NEW = 1", encoding="utf-8")
    (made / "words.py").write_text("from .new import NEW", encoding="utf-8")
    before = fingerprint()
    (made / "new.py").write_text("NEW = 2", encoding="utf-8")
    assert fingerprint() != before


def test_the_fingerprint_is_another_with_another_version_of_a_library(
    made: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = fingerprint()
    monkeypatch.setattr(sources, "version", lambda found: "0")
    assert fingerprint() != before


def test_a_figure_rests_on_all_that_draws_it_and_on_nothing_of_the_page() -> None:
    ours, libraries = sources.rests_on("course.pictures.figure")
    drawing = {f"course.pictures.{name}" for name in ("controls", "figure", "shapes", "svg", "vega")}
    assert ours == drawing | {"course.colours"}
    assert libraries == {"coloraide", "vl_convert"}
