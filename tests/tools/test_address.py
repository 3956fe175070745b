"""The repository's address stands in one place, and the setup cell that it is written into does no harm."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path
from types import ModuleType
from typing import Any

import address
import pytest
from IPython.core.inputtransformer2 import TransformerManager

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


def run_setup(monkeypatch: pytest.MonkeyPatch, *, gpu: bool = False, **modules: Any) -> list[str]:
    """Run the setup cell where `modules` are what they are (None: they cannot be imported); return its pip commands."""
    commands: list[str] = []

    class Shell:
        def run_line_magic(self, magic: str, line: str) -> None:
            commands.append(f"{magic} {line}")

    for name, module in modules.items():
        monkeypatch.setitem(sys.modules, name.replace("_", "."), module)
    source = address.setup_cell(address.Repository("https://github.com/owner/name"), gpu=gpu)
    exec(TransformerManager().transform_cell(source), {"get_ipython": Shell})
    return commands


def test_outside_colab_the_setup_cell_installs_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    assert run_setup(monkeypatch) == []


def test_in_colab_the_setup_cell_installs_the_library_and_upgrades_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    commands = run_setup(monkeypatch, google_colab=ModuleType("google.colab"))
    assert commands == ['pip install -q "collapse-lib[charts] @ git+https://github.com/owner/name@main"']


def test_without_torch_the_setup_cell_says_so_and_goes_on(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    run_setup(monkeypatch, gpu=True, torch=None)
    assert "Found no PyTorch" in capsys.readouterr().out


class Cuda:
    """As much of torch as the setup cell asks: whether there is a GPU, and its name."""

    def __init__(self, device: str | Exception | None) -> None:
        self.device = device
        self.cuda = self

    def is_available(self) -> bool:
        return self.device is not None

    def get_device_name(self) -> str:
        if isinstance(self.device, Exception):
            raise self.device
        return str(self.device)


@pytest.mark.parametrize(
    ("device", "said"),
    [("Tesla T4", "Found a GPU, Tesla T4"), (None, "Found no GPU"), (RuntimeError("no driver"), "no driver")],
)
def test_the_setup_cell_says_what_hardware_it_found_and_never_raises(
    device: str | Exception | None, said: str, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    run_setup(monkeypatch, gpu=True, torch=Cuda(device))
    assert said in capsys.readouterr().out
