"""What is recorded names the commit that made it, and says so if that is not the whole truth."""

from __future__ import annotations

import re
import subprocess

import pandas as pd

from collapse_lib import recorded
from collapse_lib.recorded import storing


def test_the_commit_says_so_where_code_is_changed_or_new(tmp_path, monkeypatch):
    code = tmp_path / "collapse_lib" / "recorded"
    code.mkdir(parents=True)
    monkeypatch.setattr(storing, "__file__", str(code / "storing.py"))
    (code / "storing.py").write_text("x = 1\n")
    for line in ("init -q", "add -A", "-c user.name=a -c user.email=a@b commit -qm first"):
        subprocess.run(["git", *line.split()], cwd=tmp_path, check=True)
    assert re.fullmatch(r"[0-9a-f]{40}", storing.circumstances([])["commit"])
    (code / "run").mkdir()
    for written in ("measures.csv", "words.csv.gz", "provenance.json"):
        (code / "run" / written).write_text("by the run before\n")
    assert re.fullmatch(r"[0-9a-f]{40}", storing.circumstances([])["commit"])
    (code / "new.py").write_text("y = 2\n")
    assert storing.circumstances([])["commit"].endswith(" with changes to collapse_lib")


def test_a_table_that_a_run_no_longer_has_goes_and_one_that_is_being_written_is_none(tmp_path, monkeypatch):
    monkeypatch.setattr(recorded, "FOLDER", tmp_path)
    rows = pd.DataFrame({"x": [1]})
    storing.store("probe", {"measures": rows, "old": rows}, {}, tmp_path)
    storing.store("probe", {"measures": rows + 1}, {}, tmp_path)
    (tmp_path / "probe" / "measures.csv.new").write_text("x\n7")
    assert recorded.names() == ["probe"]
    assert {name: table.x.to_list() for name, table in recorded.tables("probe").items()} == {"measures": [2]}
