"""The weekly run in Colab's own image is one that GitHub takes, and calls tools that are there. It cannot run here."""

from __future__ import annotations

import re
import subprocess
from pathlib import Path
from typing import Any

import pytest
import yaml

ROOT = Path(__file__).parents[2]
WORKFLOW: dict[Any, Any] = yaml.safe_load((ROOT / ".github" / "workflows" / "colab.yml").read_text(encoding="utf-8"))
(JOB,) = WORKFLOW["jobs"].values()
COMMANDS = [step["run"] for step in JOB["steps"] if "run" in step]


def test_it_runs_once_a_week_and_when_it_is_asked_to() -> None:
    triggers = WORKFLOW[True]  # YAML 1.1 reads the key "on" so
    assert set(triggers) == {"schedule", "workflow_dispatch"}
    (when,) = triggers["schedule"]
    assert re.fullmatch(r"\d+ \d+ \* \* [0-6]", when["cron"])


def test_it_may_read_and_nothing_else_and_ends_in_time() -> None:
    assert WORKFLOW["permissions"] == {"contents": "read"}
    assert JOB["timeout-minutes"] <= 360


def test_it_runs_in_the_public_image_of_colab() -> None:
    assert WORKFLOW["env"]["IMAGE"].startswith("us-docker.pkg.dev/colab-images/public/runtime:")
    inside = [command for command in COMMANDS if command.startswith("docker run")]
    assert len(inside) == 2
    assert all("--entrypoint" in command and '"$IMAGE"' in command for command in inside)


def test_every_file_of_ours_that_it_names_is_there() -> None:
    named = [path for command in COMMANDS for path in re.findall(r"/course/([\w/.*-]+)", command)]
    assert {path for path in named if path.endswith(".py")} == {"tools/colab_versions.py", "tools/colab_notebooks.py"}
    assert [path for path in named if not list(ROOT.glob(path))] == []


@pytest.mark.parametrize("command", COMMANDS)
def test_every_command_is_one_that_the_shell_can_read(command: str) -> None:
    assert subprocess.run(["bash", "-n", "-c", command], capture_output=True).returncode == 0
