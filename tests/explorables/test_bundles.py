"""The committed bundles are what the JavaScript as it is becomes, and what anywidget and a page ask for."""

from __future__ import annotations

import gzip
import shutil
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest
from javascript import NODE, ROOT, needs_node

from collapse_lib.explorables import KINDS, assets

SOURCES = ("collapse_lib/explorables", "collapse_lib/guesses", "book/javascript")
BUNDLES = [f"collapse_lib/explorables/{kind}/bundle.js" for kind in KINDS]
BUNDLES += ["collapse_lib/guesses/bundle.js", "book/_static/charts.js"]


def test_the_bundles_are_those_of_the_modules_as_they_are(bundle: Callable[[Path], None], tmp_path: Path) -> None:
    for folder in SOURCES:
        shutil.copytree(ROOT / folder, tmp_path / folder, ignore=shutil.ignore_patterns("bundle.js"))
    bundle(tmp_path)
    stale = [name for name in BUNDLES if (tmp_path / name).read_text("utf-8") != (ROOT / name).read_text("utf-8")]
    assert stale == [], "run `make bundles` and commit what it makes"


@pytest.mark.parametrize("kind", KINDS)
def test_a_bundle_is_whole_and_light(kind: str) -> None:
    module = assets.module(kind)
    assert "import " not in module.replace("important", "").partition("\n")[2]
    assert module.endswith(f"\n{assets.EXPORT}")
    assert "export default" not in assets.script(kind)
    assert len(gzip.compress((module + assets.look(kind)).encode())) < 12_000


@needs_node
@pytest.mark.parametrize("kind", KINDS)
def test_a_bundle_has_what_anywidget_asks_for(kind: str, tmp_path: Path) -> None:
    (tmp_path / "module.mjs").write_text(assets.module(kind), encoding="utf-8")
    program = "import('./module.mjs').then((m) => console.log(typeof m.default.render, Object.keys(m).length))"
    done = subprocess.run([str(NODE), "-e", program], cwd=tmp_path, capture_output=True, text=True, check=True)
    assert done.stdout.split() == ["function", "1"]
