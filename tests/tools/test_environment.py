"""What is installed is pinned, torch is chosen by hand, and a Python that will not do is named."""

from __future__ import annotations

import re
import socket
import subprocess
import sys
import time
import tomllib
from http.server import HTTPServer, SimpleHTTPRequestHandler
from pathlib import Path
from threading import Thread

import install_torch
import pytest
from packaging.requirements import Requirement

ROOT = Path(__file__).parents[2]
LOCKS = ("requirements.txt", "requirements-dev.txt")
COLAB = {  # what Colab shipped on 19 August 2026
    "numpy": "2.1.3",
    "pandas": "2.2.3",
    "scipy": "1.16.3",
    "altair": "5.5.0",
    "ipywidgets": "7.7.1",
    "anywidget": "0.9.21",
    "torch": "2.11.0",
    "transformers": "5.15.0",
    "huggingface-hub": "1.27.0",
    "accelerate": "1.14.0",
}
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
RUNNING = [
    Requirement(text)
    for text in PROJECT["dependencies"]
    + [text for extra in ("charts", "widgets", "lm") for text in PROJECT["optional-dependencies"][extra]]
]


def pins(name: str) -> list[str]:
    """Return the lines of a lock that name something to install, without the condition for it."""
    lines = (ROOT / name).read_text(encoding="utf-8").splitlines()
    return [line.split(" ;")[0] for line in lines if line and not line.startswith("#")]


@pytest.mark.parametrize("name", LOCKS)
def test_a_lock_pins_every_package_and_leaves_torch_and_cuda_out(name: str) -> None:
    assert [pin for pin in pins(name) if not re.fullmatch(r"[a-z0-9-]+==[\w.]+", pin)] == []
    assert [pin for pin in pins(name) if re.match(r"torch\b|nvidia|cuda|triton", pin)] == []


def test_the_two_locks_agree() -> None:
    assert set(pins(LOCKS[0])) <= set(pins(LOCKS[1]))


def test_the_book_is_built_by_the_versions_that_read_its_configuration() -> None:
    assert {"jupyter-book==1.0.4.post1", "sphinx-book-theme==1.2.0", "sphinx==7.4.7"} <= set(pins(LOCKS[0]))


@pytest.mark.parametrize("requirement", RUNNING, ids=lambda requirement: requirement.name)
def test_the_library_has_low_floors_and_no_caps_so_that_colab_keeps_its_versions(requirement: Requirement) -> None:
    assert [bound.operator for bound in requirement.specifier] == [">="]
    assert requirement.specifier.contains(COLAB.get(requirement.name, "9999"))


def test_torch_comes_before_whatever_asks_for_any_torch():
    """As accelerate does: pip would bring the one with gigabytes of CUDA."""
    recipe = (ROOT / "Makefile").read_text(encoding="utf-8").partition("$(BOOK_READY): |")[2]
    assert 0 < recipe.index("tools/install_torch.py") < recipe.index("-r requirements.txt")


def test_the_floors_are_compared_with_all_that_colab_is_known_to_ship() -> None:
    assert COLAB.keys() <= {requirement.name for requirement in RUNNING}


def test_torch_is_here_in_the_version_that_is_pinned() -> None:
    assert install_torch.installed() == install_torch.pinned()


def test_an_index_that_answers_is_found() -> None:
    with HTTPServer(("127.0.0.1", 0), SimpleHTTPRequestHandler) as server:
        Thread(target=server.handle_request, daemon=True).start()
        assert install_torch.answers(f"http://127.0.0.1:{server.server_port}/pyproject.toml")


def test_an_index_that_hangs_costs_no_more_than_the_patience_for_it() -> None:
    with socket.create_server(("127.0.0.1", 0)) as silent:
        start = time.monotonic()
        assert not install_torch.answers(f"http://127.0.0.1:{silent.getsockname()[1]}", patience=0.3)
        assert time.monotonic() - start < 2
    assert install_torch.PATIENCE <= 5


def find_python(*arguments: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run([ROOT / "tools" / "find_python.sh", *arguments], capture_output=True, text=True)


def test_a_python_that_will_do_is_found_by_itself_or_by_its_name() -> None:
    assert find_python().returncode == 0
    assert find_python(sys.executable).stdout.strip() == sys.executable


def test_a_python_that_will_not_do_is_named_with_the_way_out(tmp_path: Path) -> None:
    old = tmp_path / "python3.9"
    old.write_text('#!/bin/sh\n[ "$1" = --version ] && echo Python 3.9.1\nexit 1\n', encoding="utf-8")
    old.chmod(0o755)
    refusal = find_python(str(old))
    assert refusal.returncode != 0
    assert f"needs Python 3.11, 3.12 or 3.13, got {old} (Python 3.9.1)" in refusal.stderr
    assert "make PYTHON=" in refusal.stderr
