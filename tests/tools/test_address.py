"""The repository's address stands in one place and is taken from there to wherever else it is needed."""

from __future__ import annotations

import re
import subprocess
from pathlib import Path

import address
import nbformat
import pytest

ROOT = Path(__file__).parents[2]


def test_the_address_stands_by_hand_in_the_configuration_alone(tmp_path: Path) -> None:
    tracked = subprocess.run(["git", "ls-files"], cwd=ROOT, capture_output=True, text=True, check=True).stdout.split()
    texts = [name for name in tracked if not name.startswith(("collapse_lib/", "tests/")) and (ROOT / name).is_file()]
    for name in texts:
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_bytes((ROOT / name).read_bytes())
    config = (tmp_path / "_config.yml").read_text(encoding="utf-8")
    old = address.configured(ROOT)
    (tmp_path / "_config.yml").write_text(config.replace(old.url, "https://github.com/someone/else"), encoding="utf-8")
    address.main(tmp_path)
    owner = old.url.split("/")[-2].encode()
    assert [name for name in texts if owner in (tmp_path / name).read_bytes()] == []
    assert address.written(tmp_path) == address.configured(tmp_path)


@pytest.mark.parametrize("name", ["README.md", "CONTRIBUTING.md", "CITATION.cff", "pyproject.toml", "book/cite.md"])
def test_files_that_name_an_address_name_the_configured_one(name: str) -> None:
    repository = address.configured(ROOT)
    text = (ROOT / name).read_text(encoding="utf-8")
    named = set(re.findall(r"https://(?:github\.com/[\w-]+|[\w-]+\.github\.io)(?:/[\w.-]*[\w-])?", text))
    assert named
    assert named <= {repository.url, repository.site}


def test_a_notebook_keeps_its_extras_when_the_address_is_written(tmp_path: Path) -> None:
    source = address.setup_cell(address.Repository("https://github.com/owner/name"), extras="charts,mixtures")
    cell = nbformat.v4.new_code_cell(source)
    nbformat.write(nbformat.v4.new_notebook(cells=[cell]), tmp_path / "a.ipynb")
    elsewhere = address.Repository("https://github.com/someone/else")
    address.rewrite_notebook(tmp_path / "a.ipynb", elsewhere)
    (written,) = nbformat.read(tmp_path / "a.ipynb", as_version=4).cells
    assert written.source == address.setup_cell(elsewhere, extras="charts,mixtures")
    with pytest.raises(ValueError, match=r"must install collapse-lib\[EXTRAS\], got 'print\(\)'"):
        address.extras_of("print()")
