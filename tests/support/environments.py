"""The environments of the slow gates: under _build/gates, made with uv once, and set to their lists before each use.

uv keeps what it has downloaded, and links it: an environment that is deleted is made again without a download.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

import install_torch
import pytest

ROOT = Path(__file__).parents[2]
PLACE = ROOT / "_build" / "gates"
EXTRAS = ("charts", "widgets", "families", "lm")  # all that a notebook may need
LACKING = {"gguf"}  # what Colab does not have of that; it needs nothing that Colab lacks


def uv(*arguments: str | Path, given: str = "", folder: Path = ROOT) -> str:
    """Run uv in `folder`, `given` on its standard input; return what it prints. Where it fails, so does the test."""
    program = shutil.which("uv", path=os.pathsep.join([str(Path(sys.executable).parent), os.environ["PATH"]]))
    if program is None:
        pytest.skip("this gate needs uv, which `make test-all` installs: none was found")
    its = {"UV_NO_CONFIG": "1", "UV_FIND_LINKS": os.environ.get("PIP_FIND_LINKS", ""), "VIRTUAL_ENV": ""}
    done = subprocess.run(
        [program, *map(str, arguments)], input=given, env=os.environ | its, cwd=folder, capture_output=True, text=True
    )
    if done.returncode:
        pytest.fail(f"uv {' '.join(map(str, arguments))}\n{done.stderr}", pytrace=False)
    return done.stdout


def is_a(version: str, program: str) -> bool:
    """Return whether a program runs and is a Python of that version, "3.13"."""
    command = [program, "-c", "import sys; print('%d.%d' % sys.version_info[:2])"]
    return subprocess.run(command, capture_output=True, text=True).stdout.strip() == version


def python(version: str) -> str:
    """Return a Python of that version, "3.13", wherever one is usual; without one the gate is skipped and says so."""
    home = Path.home()
    kept = [*home.glob(f".pyenv/versions/{version}.*"), *home.glob(f".local/share/uv/python/cpython-{version}*")]
    named = [sys.executable, shutil.which(f"python{version}"), *(str(folder / "bin" / "python") for folder in kept)]
    found = [program for program in named if program and Path(program).exists() and is_a(version, program)]
    if not found:
        pytest.skip(f"this gate needs Python {version}: no python{version} on the path, with pyenv or with uv")
    return found[0]


def torch_of() -> list[str]:
    """Return the options that take torch's CPU build, where PyTorch's index answers; else PyPI's serves, with CUDA."""
    answers = install_torch.answers(f"{install_torch.CPU_INDEX}/torch/")
    return ["--torch-backend", "cpu"] if answers else []


def resolved(version: str, *arguments: str | Path, given: str = "", folder: Path = ROOT) -> str:
    """Return the list of packages, one pinned a line, that uv chooses on that Python for what it is told."""
    quiet = ("--quiet", "--no-header", "--no-annotate", *torch_of())
    return uv("pip", "compile", "--python-version", version, *quiet, *arguments, given=given, folder=folder)


def of_the_library(version: str, *arguments: str | Path, given: str = "") -> str:
    """Return the list for the library with all that a notebook may need, and for what is given besides."""
    extras = [word for extra in EXTRAS for word in ("--extra", extra)]
    return resolved(version, *extras, *arguments, ROOT / "pyproject.toml", *(["-"] if given else []), given=given)


def pins(packages: str) -> dict[str, str]:
    """Return the versions in a list of packages, without their builds, by name."""
    pairs = [line.split(";")[0].strip().split("==") for line in packages.splitlines() if "==" in line]
    return {name: version.split("+")[0] for name, version in pairs}


@dataclass(frozen=True)
class Environment:
    """An environment by its name and its Python's version ("3.13"), and what is to be in it: a list of packages."""

    name: str
    version: str
    packages: str

    @property
    def python(self) -> Path:
        """Its interpreter."""
        return PLACE / self.name / "bin" / "python"

    def set(self) -> None:
        """Make it hold what its list says and nothing else."""
        if not self.python.exists() or not is_a(self.version, str(self.python)):
            uv("venv", "--quiet", "--clear", "--python", python(self.version), self.python.parents[1])
        listed = PLACE / f"{self.name}.txt"
        listed.write_text(self.packages, encoding="utf-8")
        uv("pip", "sync", "--quiet", "--link-mode", "hardlink", *torch_of(), "--python", self.python, listed)

    def add(self, *arguments: str | Path) -> None:
        """Install what is named into it, and nothing that it needs besides."""
        uv("pip", "install", "--quiet", "--no-deps", "--python", self.python, *arguments)

    def installed(self) -> dict[str, str]:
        """Return the versions of what is in it."""
        return pins(uv("pip", "list", "--format", "freeze", "--python", self.python))


def copy_of_the_repository(folder: Path, branch: str = "main") -> Path:
    """Copy what git would take of the working tree into `folder`, as a branch of a repository; return the folder."""
    git = ("git", "-c", "user.name=gate", "-c", "user.email=gate@localhost", "-c", f"init.defaultBranch={branch}")
    files = subprocess.check_output(["git", "ls-files", "-z", "-co", "--exclude-standard"], cwd=ROOT, text=True)
    for name in filter(None, files.split("\0")):
        if (ROOT / name).is_file():
            (folder / name).parent.mkdir(parents=True, exist_ok=True)
            shutil.copy2(ROOT / name, folder / name)
    for command in (["init"], ["add", "--all"], ["commit", "--message", "as it is"]):
        subprocess.run([*git, *command], cwd=folder, check=True, capture_output=True)
    return folder
