"""What is recorded names the commit that made it, and says so if that is not the whole truth."""

from __future__ import annotations

import re
import subprocess

from collapse_lib.recorded import storing


def test_the_commit_says_so_where_code_is_changed_or_new(tmp_path, monkeypatch):
    code = tmp_path / "collapse_lib" / "recorded"
    code.mkdir(parents=True)
    monkeypatch.setattr(storing, "__file__", str(code / "storing.py"))
    (code / "storing.py").write_text("x = 1\n")
    for line in ("init -q", "add -A", "-c user.name=a -c user.email=a@b commit -qm first"):
        subprocess.run(["git", *line.split()], cwd=tmp_path, check=True)
    assert re.fullmatch(r"[0-9a-f]{40}", storing.circumstances([])["commit"])
    (code / "new.py").write_text("y = 2\n")
    assert storing.circumstances([])["commit"].endswith(" with changes to collapse_lib")
