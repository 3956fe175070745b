"""The setup cell of a notebook installs what is missing, wherever it runs, and leaves alone what is there."""

from __future__ import annotations

import importlib.util
import sys
import tomllib
from pathlib import Path
from types import ModuleType
from typing import Any

import address
import pytest
from IPython.core.inputtransformer2 import TransformerManager

ROOT = Path(__file__).parents[2]
OWNER = address.Repository("https://github.com/owner/name")
LIBRARY = "git+https://github.com/owner/name@main"
ARCHIVE = "https://github.com/owner/name/archive/refs/heads/main.zip"


def run_setup(monkeypatch: pytest.MonkeyPatch, *absent: str, gpu: bool = False, **modules: Any) -> list[str]:
    """Run the setup cell where `absent` cannot be found and `modules` are what they are; return its pip commands.

    What pip is asked to install is found from then on; a module that is None never is.
    """
    commands: list[str] = []
    missing = set(absent)

    class Shell:
        def run_line_magic(self, magic: str, line: str) -> None:
            commands.append(f"{magic} {line}")
            missing.clear()

    def find_spec(name: str) -> object:
        return None if name in missing else modules[name] if name in modules else importlib.util.find_spec(name)

    for name, module in modules.items():
        monkeypatch.setitem(sys.modules, name.replace("_", "."), module)
    source = address.setup_cell(OWNER, extras="charts,lm" if gpu else "charts", gpu=gpu)
    cell = TransformerManager().transform_cell(source).replace("from importlib.util import find_spec\n", "")
    namespace = {"get_ipython": Shell, "__name__": "cell", "find_spec": find_spec}
    exec(cell, namespace)
    return [command.replace("{missing}", str(namespace["missing"])) for command in commands]


@pytest.mark.parametrize("where", ["a laptop", "Colab"])
def test_where_all_is_there_the_setup_cell_installs_nothing_and_says_nothing(
    where: str, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    colab = {"google_colab": ModuleType("google.colab")} if where == "Colab" else {}
    assert run_setup(monkeypatch, **colab) == []
    assert capsys.readouterr().out == ""


@pytest.mark.parametrize(
    ("absent", "asked"),
    [
        (["collapse_lib"], [f'"collapse-lib[charts] @ {LIBRARY}"']),
        (["collapse_lib", "altair"], [f'"collapse-lib[charts] @ {LIBRARY}"', '"altair"']),
        (["altair"], ['"altair"']),
    ],
)
def test_the_setup_cell_asks_for_what_is_missing_alone_and_says_so_in_one_line(
    absent: list[str], asked: list[str], monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    (command,) = run_setup(monkeypatch, *absent)
    assert command == " ".join(['pip install -q -c "{kept}"', *asked])
    assert capsys.readouterr().out.count("\n") == 1


def test_where_there_is_no_git_it_takes_the_archive(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("shutil.which", lambda name: None)
    (command,) = run_setup(monkeypatch, "collapse_lib")
    assert command.endswith(f'"collapse-lib[charts] @ {ARCHIVE}"')


def test_where_torch_may_be_missing_it_is_asked_for_without_cuda(monkeypatch: pytest.MonkeyPatch) -> None:
    (command,) = run_setup(monkeypatch, "torch", gpu=True)
    assert command.endswith('"torch" --extra-index-url https://download.pytorch.org/whl/cpu')


def stopped(monkeypatch: pytest.MonkeyPatch, *absent: str) -> list[str]:
    """Return what is shown of the exception with which the setup cell stops."""
    with pytest.raises(Exception) as caught:  # noqa: PT011 (its class is the cell's own)
        run_setup(monkeypatch, *absent)
    return caught.value._render_traceback_()


def test_on_a_python_that_is_too_old_the_setup_cell_stops_with_one_sentence(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "version_info", (3, 10, 1))
    monkeypatch.setattr(sys, "version", "3.10.1 (main)")
    assert stopped(monkeypatch, "collapse_lib") == ["This is Python 3.10.1, and the course needs 3.11 or later."]


def test_without_pip_the_setup_cell_says_what_to_do(monkeypatch: pytest.MonkeyPatch) -> None:
    (said,) = stopped(monkeypatch, "collapse_lib", "pip")
    assert said.endswith(f'uv pip install --python "{sys.executable}" "collapse-lib[charts] @ {LIBRARY}"')


def test_the_setup_cell_asks_for_the_python_that_the_library_asks_for() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    assert project["requires-python"] == ">=" + ".".join(map(str, address.PYTHON))
    assert address.MODULES.keys() <= project["optional-dependencies"].keys()


def test_without_torch_the_setup_cell_says_so_and_goes_on(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    (command,) = run_setup(monkeypatch, gpu=True, torch=None)
    assert '"torch"' in command
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
