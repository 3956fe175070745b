"""The cache of executed chapters has another folder when what their results rest on changes."""

from __future__ import annotations

from pathlib import Path

import pytest
from course import execution_cache


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """A folder with all that results rest on."""
    for name in (*execution_cache.LOCKS, "collapse_lib/value.py"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text("one==1\n", encoding="utf-8")
    return tmp_path


@pytest.mark.parametrize("name", ["requirements.txt", "requirements-torch.txt", "collapse_lib/recorded/table.csv"])
def test_the_cache_is_another_when_what_results_rest_on_changes(name: str, root: Path) -> None:
    before = execution_cache.fingerprint(root)
    assert execution_cache.fingerprint(root) == before
    (root / name).parent.mkdir(exist_ok=True)
    (root / name).write_text("changed\n", encoding="utf-8")
    assert execution_cache.fingerprint(root) != before


def test_the_cache_is_another_where_the_data_are_at_hand(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("COLLAPSE_DATA", raising=False)
    without = execution_cache.fingerprint(root)
    monkeypatch.setenv("COLLAPSE_DATA", "/data")
    assert execution_cache.fingerprint(root) != without
