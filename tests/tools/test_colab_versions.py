"""What has changed in Colab is told by package, and the list reads as it would be stored."""

from __future__ import annotations

import re
from pathlib import Path

import colab_versions
import pytest

BEFORE = {"numpy": "2.1.3", "torch": "2.11.0", "altair": "5.5.0", "jedi": "0.19"}


def test_a_change_is_told_with_both_versions_and_what_went_is_gone() -> None:
    now = {"numpy": "2.2.0", "torch": "2.11.0", "altair": "5.5.0", "extra": "1"}
    assert colab_versions.changed(BEFORE, now) == [("numpy", "2.1.3", "2.2.0"), ("jedi", "0.19", "gone")]
    text = colab_versions.told(BEFORE, now, "colab-2026-08-19")
    assert "since colab-2026-08-19: 2 of 4" in text
    assert "| numpy | 2.1.3 | 2.2.0 |" in text
    assert "```\nnumpy==2.2.0\ntorch==2.11.0\naltair==5.5.0\n```" in text


def test_where_nothing_changed_it_says_so() -> None:
    assert "0 of 4\n\nNothing." in colab_versions.told(BEFORE, BEFORE, "x")


def test_the_list_says_its_day_and_its_source_and_pins_every_package() -> None:
    path = colab_versions.listed()
    assert re.fullmatch(r"colab-\d{4}-\d\d-\d\d", path.stem)
    comments = [line for line in path.read_text(encoding="utf-8").splitlines() if line.startswith("#")]
    assert "https://github.com/googlecolab/backend-info" in "".join(comments)
    assert all(re.fullmatch(r"[a-z0-9-]+", name) for name in colab_versions.versions(path))


def test_the_newest_list_counts(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for day in ("2026-08-19", "2027-01-02", "2026-12-31"):
        (tmp_path / f"colab-{day}.txt").write_text("# x\nnumpy==2.1.3\n", encoding="utf-8")
    monkeypatch.setattr(colab_versions, "FOLDER", tmp_path)
    assert colab_versions.listed().stem == "colab-2027-01-02"
    assert colab_versions.versions(colab_versions.listed()) == {"numpy": "2.1.3"}


def test_what_is_installed_is_named_as_the_list_names_it() -> None:
    here = colab_versions.here()
    assert {"numpy", "huggingface-hub", "torch"} <= set(here)
    assert not any("+" in version for version in here.values())
