"""A network whose files are damaged is named, whatever the library that reads them says."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from collapse_lib.models.language import pretrained

CONTENTS = {"empty": b"", "a list": b"[]", "an empty object": b"{}", "not UTF-8": b"\xff\xfe\x00", "cut off": None}


@pytest.mark.parametrize("file", ["config.json", "model.safetensors", "tokenizer.json"])
@pytest.mark.parametrize("content", CONTENTS.values(), ids=CONTENTS)
def test_a_damaged_base_is_named(tiny_base, tmp_path, file, content):
    folder = Path(shutil.copytree(tiny_base, tmp_path / "base"))
    (folder / file).write_bytes((folder / file).read_bytes()[:-50] if content is None else content)
    with pytest.raises((ValueError, FileNotFoundError), match=rf"model (must be whole, got )?{folder} "):
        pretrained.load(str(folder))


@pytest.mark.parametrize("file", ["config.json", "model.safetensors", "tokenizer.json"])
def test_a_base_that_lacks_a_file_is_named(tiny_base, tmp_path, file):
    folder = Path(shutil.copytree(tiny_base, tmp_path / "base"))
    (folder / file).unlink()
    with pytest.raises((ValueError, FileNotFoundError), match=rf"model (must be whole, got )?{folder} "):
        pretrained.load(str(folder))
