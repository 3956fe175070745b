"""On Colab, as it was on the day that a list here names, every notebook runs without a warning and replaces nothing."""

from __future__ import annotations

import os
from dataclasses import dataclass
from pathlib import Path

import address
import colab_notebooks
import colab_versions
import environments
import pytest
import run_notebooks
from environments import Environment

pytestmark = pytest.mark.slow
ROOT = Path(__file__).parents[2]
PYTHON = "3.13"
ADDED = {"collapse-lib", "jedi"} | environments.LACKING  # IPython asks for jedi, which Colab takes out


@dataclass(frozen=True)
class Visit:
    """What was installed before a notebook ran and after, and what its reader should not have seen."""

    before: dict[str, str]
    after: dict[str, str]
    complaints: list[str]


@pytest.fixture(scope="module")
def colab() -> Environment:
    """Return Colab's versions as an environment."""
    listed = environments.resolved(PYTHON, "--no-emit-package", "jedi", colab_versions.listed())
    return Environment("colab", PYTHON, listed)


@pytest.fixture(scope="module")
def settings(tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    """Return what makes a kernel Colab's: google.colab is there, and GitHub, which holds the working tree."""
    configured = address.configured(ROOT)
    copy = environments.copy_of_the_repository(tmp_path_factory.mktemp("github"), configured.branch)
    github = {"GIT_CONFIG_COUNT": "1", "GIT_CONFIG_KEY_0": f"url.{copy.as_uri()}.insteadOf"}
    github["GIT_CONFIG_VALUE_0"] = configured.url
    pip = {"PIP_CONFIG_FILE": os.devnull, "PIP_ROOT_USER_ACTION": "ignore", "PIP_DISABLE_PIP_VERSION_CHECK": "1"}
    return {**github, **pip, "PYTHONPATH": str(ROOT / "homework" / "stand_ins")}


@pytest.fixture(scope="module", params=run_notebooks.NAMES)
def visit(
    request: pytest.FixtureRequest,
    colab: Environment,
    settings: dict[str, str],
    tmp_path_factory: pytest.TempPathFactory,
) -> Visit:
    """Run a notebook on a fresh Colab, its set-up cell and all."""
    colab.set()
    before, folder = colab.installed(), tmp_path_factory.mktemp("colab")
    ran = run_notebooks.ran(request.param, colab, folder, colab_notebooks.IN_COLAB, settings)
    return Visit(before, colab.installed(), colab_notebooks.complaints(ran))


def test_it_is_the_colab_of_the_list(colab: Environment) -> None:
    colab.set()
    versions = colab_versions.versions(colab_versions.listed())
    assert {name: version for name, version in colab.installed().items() if name in versions} == versions


def test_the_set_up_cell_replaces_nothing_and_adds_the_library(visit: Visit) -> None:
    assert {name: visit.after.get(name) for name in visit.before} == visit.before
    assert "collapse-lib" in set(visit.after) - set(visit.before) <= ADDED


def test_no_warning_reaches_a_reader(visit: Visit) -> None:
    assert visit.complaints == []
