"""What is finished of a long run moves to another machine with its tables, and is not computed there again."""

from __future__ import annotations

import dataclasses
import json

import pandas as pd
import pytest

from collapse_lib import recorded
from collapse_lib.experiments.language_model.lineages import Lineage
from collapse_lib.experiments.language_model.put_back import put_back
from collapse_lib.experiments.language_model.runs import run
from collapse_lib.experiments.language_model.settings import FORM
from collapse_lib.recorded.storing import write_tables


def content(folder) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in folder.glob("*.csv*")}


@pytest.fixture
def preset(preset, here):
    return dataclasses.replace(preset, seeds=(0, 1))


@pytest.fixture
def computed(monkeypatch) -> list[str]:
    """The lineages of which a generation was computed, and not read."""
    done, saved = [], Lineage._saved
    monkeypatch.setattr(Lineage, "_saved", lambda self, *rest: (done.append(self.name), saved(self, *rest))[1])
    return done


def test_what_is_in_the_tables_is_not_computed_again_and_gives_the_same_tables(preset, tmp_path, computed):
    run(preset, tmp_path / "there")
    names = put_back(tmp_path / "there", preset, tmp_path / "here")
    assert names == sorted({*computed})
    computed.clear()
    run(preset, tmp_path / "here")
    assert computed == [] and content(tmp_path / "here") == content(tmp_path / "there")


def test_the_command_takes_the_tables_of_elsewhere(experiment, tmp_path, computed, capsys):
    assert experiment(tmp_path / "there") == 0
    computed.clear()
    assert experiment(tmp_path / "here", "--tables", str(tmp_path / "there")) == 0
    assert computed == [] and content(tmp_path / "here") == content(tmp_path / "there")
    assert experiment(tmp_path / "new", "--tables", str(tmp_path / "nowhere")) == 1
    assert "nowhere must hold the tables of a run, got no SHA256SUMS there" in capsys.readouterr().err
    assert not (tmp_path / "new").exists()


def test_a_lineage_that_is_not_whole_begins_again_and_the_others_stay(preset, tmp_path, computed):
    run(preset, tmp_path / "there")
    tables, made_with = recorded.read_run(tmp_path / "there")
    measures = tables["measures"]
    tables["measures"] = measures[(measures.replicate == 0) | (measures.generation == 0)]
    write_tables(tables, made_with, tmp_path / "part")
    (name,) = put_back(tmp_path / "part", preset, tmp_path / "here")
    computed.clear()
    run(preset, tmp_path / "here")
    assert name not in computed and len(computed) == preset.last + 1
    assert content(tmp_path / "here") == content(tmp_path / "there")


def test_a_folder_with_a_run_is_left_as_it_is(preset, tmp_path):
    run(preset, tmp_path)
    before = {path: path.read_bytes() for path in tmp_path.rglob("*") if path.is_file()}
    assert put_back(tmp_path, preset, tmp_path) == []
    assert {path: path.read_bytes() for path in tmp_path.rglob("*") if path.is_file()} == before


def test_where_nothing_is_whole_nothing_is_written(preset, tmp_path):
    run(preset, tmp_path / "there")
    longer = dataclasses.replace(preset, last=preset.last + 1)
    assert put_back(tmp_path / "there", longer, tmp_path / "here") == []
    assert not (tmp_path / "here").exists()


def test_a_run_goes_on_in_the_precision_in_which_its_tables_were_made(preset, tmp_path):
    run(preset, tmp_path / "there")
    put_back(tmp_path / "there", dataclasses.replace(preset, precision="fastest"), tmp_path / "here")
    assert json.loads((tmp_path / "here" / "run.json").read_text())["precision"] == preset.precision


@pytest.mark.parametrize("form", [None, FORM - 1])
def test_tables_of_another_form_are_refused_and_nothing_is_written(preset, tmp_path, form):
    run(preset, tmp_path / "there")
    tables, made_with = recorded.read_run(tmp_path / "there")
    write_tables(tables, made_with | {"rows": form}, tmp_path / "old")
    with pytest.raises(ValueError, match=rf"the tables in .*old must be of the form {FORM}, got {form}"):
        put_back(tmp_path / "old", preset, tmp_path / "here")
    assert not (tmp_path / "here").exists()


def test_a_folder_with_checkpoints_alone_is_left_as_it_is(preset, tmp_path):
    run(preset, tmp_path / "there")
    (tmp_path / "there" / "run.json").unlink()
    assert put_back(tmp_path / "there", preset, tmp_path / "there") == []
    assert not (tmp_path / "there" / "run.json").exists()


def test_a_word_that_pandas_takes_for_nothing_comes_back_as_a_word(tmp_path):
    words = pd.DataFrame({"word": ["None", "NA", "nan", "null", "the"], "said": [1.0, float("nan"), 3, 4, 5]})
    write_tables({"said": words}, {}, tmp_path)
    pd.testing.assert_frame_equal(recorded.read_run(tmp_path)[0]["said"], words)
