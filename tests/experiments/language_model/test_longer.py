"""A run may be made longer or shorter: what is there is not done again, and the table is that of a run made at once."""

from __future__ import annotations

import pytest

from collapse_lib.experiments.language_model.lineages import Lineage

TABLES = ("measures.csv", "survival.csv", "histogram.csv", "continuations.csv", "said.csv")


def tables(folder) -> list[bytes]:
    return [(folder / name).read_bytes() for name in TABLES]


@pytest.fixture
def computed(monkeypatch) -> list[tuple[str, int]]:
    """Which generations of which lineages were computed, and not read."""
    done, saved = [], Lineage._saved

    def note(self, generation, *rest):
        done.append((self.name, generation.index))
        return saved(self, generation, *rest)

    monkeypatch.setattr(Lineage, "_saved", note)
    return done


@pytest.mark.parametrize(
    ("first", "then", "added"),
    [
        ("--last 1", "--last 3", 2),
        ("--last 0", "--last 2", 2),
        ("--seeds 0", "--seeds 0 1", 2),
        ("--replicates 1", "--replicates 3", 4),
        ("--decodings t0.9", "--decodings t0.9 top-k5", 2),
        ("--seeds 1", "--seeds 0 1 2", 4),
        ("--policies replace", "--policies replace 50%", 2),
        ("--policies replace", "--policies replace accumulate", 2),
        ("--last 1 --seeds 0 --policies replace", "--last 2 --seeds 0 1 --policies replace 50%", 1 + 3 * 3),
    ],
)
def test_a_longer_run_adds_to_what_is_there_and_ends_with_the_table_of_one_made_at_once(
    experiment, tmp_path, computed, first, then, added
):
    assert experiment(tmp_path / "whole", *then.split()) == 0
    assert experiment(tmp_path / "grown", *first.split()) == 0
    computed.clear()
    assert experiment(tmp_path / "grown", *then.split()) == 0
    assert len(computed) == added
    assert tables(tmp_path / "grown") == tables(tmp_path / "whole")


@pytest.mark.parametrize("shorter", ["--last 1", "--last 0", "--seeds 1", "--last 0 --seeds 0"])
def test_a_shorter_run_is_there_already_and_then_the_longer_one_still_is(experiment, tmp_path, computed, shorter):
    longer = ("--last", "2", "--seeds", "0", "1")
    assert experiment(tmp_path / "whole", *longer, *shorter.split()) == 0
    assert experiment(tmp_path / "long", *longer) == 0
    before = tables(tmp_path / "long")
    computed.clear()
    assert experiment(tmp_path / "long", *longer, *shorter.split()) == 0
    assert tables(tmp_path / "long") == tables(tmp_path / "whole")
    assert experiment(tmp_path / "long", *longer) == 0
    assert tables(tmp_path / "long") == before
    assert computed == []


def test_a_finished_run_is_read_and_nothing_of_it_is_written(experiment, tmp_path, computed):
    assert experiment(tmp_path) == 0
    (tmp_path / ".lock").unlink()
    before = {path: path.stat().st_mtime_ns for path in [tmp_path, *tmp_path.rglob("*")]}
    computed.clear()
    assert experiment(tmp_path) == 0
    assert {path: path.stat().st_mtime_ns for path in [tmp_path, *tmp_path.rglob("*")]} == before
    assert computed == []


@pytest.mark.parametrize("option", ["--begin base", "--prompts real"])
def test_what_would_change_the_results_is_refused_however_long_the_run(experiment, tmp_path, capsys, option):
    assert experiment(tmp_path) == 0
    before = tables(tmp_path)
    assert experiment(tmp_path, *option.split(), "--last", "2") == 1
    assert f"holds a run with {option.split()[0][2:]} 'previous', got" in capsys.readouterr().err
    assert tables(tmp_path) == before
