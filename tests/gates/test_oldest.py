"""The floors of pyproject.toml are floors: each can be reached, and at all of them together the library works."""

from __future__ import annotations

import os
import subprocess
import tomllib
from collections.abc import Iterator
from pathlib import Path

import colab_notebooks
import colab_versions
import environments
import pytest
import run_notebooks
from environments import Environment
from packaging.requirements import Requirement
from packaging.version import Version

ROOT = Path(__file__).parents[2]
PYTHON = "3.11"
ROOMS = ("core", "theory", "models", "data", "experiments", "charts")
TOOLS = "\n".join(("pytest", "hypothesis", "pytest-xdist", "playwright", "pyyaml", "vl-convert-python"))


def floors() -> Iterator[tuple[str, Version]]:
    """Yield what the library needs for any notebook, each with the lowest version that pyproject.toml allows."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    lists = [project["dependencies"], *(project["optional-dependencies"][extra] for extra in environments.EXTRAS)]
    for requirement in (Requirement(line) for lines in lists for line in lines):
        (floor,) = requirement.specifier
        assert floor.operator == ">=", f"nothing that Colab has may be capped, got {requirement}"
        yield requirement.name, Version(floor.version)


def test_what_colab_lacks_is_needed_and_not_there() -> None:
    listed = colab_versions.versions(colab_versions.listed())
    assert environments.LACKING == {name for name, _ in floors()} - listed.keys()


@pytest.mark.parametrize(
    ("name", "floor"),
    [pytest.param(*pair, id=pair[0]) for pair in sorted(set(floors())) if pair[0] not in environments.LACKING],
)
def test_no_floor_lies_above_what_colab_has(name: str, floor: Version) -> None:
    assert floor <= Version(colab_versions.versions(colab_versions.listed())[name])


@pytest.fixture(scope="module")
def oldest(tmp_path_factory: pytest.TempPathFactory) -> Environment:
    """Return an environment at the floors, with the library, and what its tests need besides."""
    floor = environments.of_the_library(PYTHON, "--resolution", "lowest-direct")
    constraints = tmp_path_factory.mktemp("oldest") / "floors.txt"
    constraints.write_text(floor, encoding="utf-8")
    listed = environments.resolved(PYTHON, "--constraints", constraints, "-", given=f"{floor}\n{TOOLS}")
    environment = Environment("oldest", PYTHON, listed)
    environment.set()
    environment.add(environments.copy_of_the_repository(tmp_path_factory.mktemp("copy")))
    return environment


@pytest.mark.slow
def test_every_floor_is_the_version_that_is_chosen_when_all_are_chosen_low(oldest: Environment) -> None:
    chosen = environments.pins(oldest.packages)
    assert {(name, Version(chosen[name])) for name, _ in floors()} == set(floors())


@pytest.mark.slow
def test_the_tests_of_the_library_pass_at_the_floors(oldest: Environment) -> None:
    rooms = [f"tests/{room}" for room in ROOMS]
    command = [oldest.python, "-m", "pytest", "-q", "-p", "no:cacheprovider", "-x", *rooms]
    without = {name: value for name, value in os.environ.items() if not name.startswith(("PYTEST_", "PYTHONPATH"))}
    done = subprocess.run(command, cwd=ROOT, env=without, capture_output=True, text=True)
    assert done.returncode == 0, done.stdout[-3000:] + done.stderr[-1000:]


@pytest.mark.slow
@pytest.mark.parametrize("name", run_notebooks.NAMES)
def test_a_notebook_runs_at_the_floors_without_a_warning(name: str, oldest: Environment, tmp_path: Path) -> None:
    assert colab_notebooks.complaints(run_notebooks.ran(name, oldest, tmp_path)) == []
