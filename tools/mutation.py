"""Would the tests notice? `make mutants` changes the laws one expression at a time (mutmut) and runs their tests.

At least 95% of the changes must be caught, and each that is not must be argued in `tools/survivors.yml`: why the
changed function does the same, or does wrong what nobody can see. What is changed, and which tests must notice, says
`[tool.mutmut]` in pyproject.toml. mutmut leaves properties and other decorated functions as they are. A run that was
stopped goes on where it was; a function that has changed since is tried again.
"""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import NamedTuple

import yaml

ROOT = Path(__file__).parents[1]
MUTMUT = Path(sys.executable).with_name("mutmut")
STATS = ROOT / "mutants" / "mutmut-cicd-stats.json"
ARGUED = ROOT / "tools" / "survivors.yml"
LEAST = 0.95


class Survivor(NamedTuple):
    """A change that no test noticed: in which function, what stood there, and what stands there instead."""

    function: str
    was: str
    becomes: str


def survivor(name: str, diff: str) -> Survivor:
    """Return the survivor that mutmut calls `name` and shows as `diff`; lines are joined and spaces made one."""

    def side(sign: str) -> str:
        lines = [line[1:] for line in diff.splitlines() if line.startswith(sign) and not line.startswith(sign * 3)]
        return " ".join(" ".join(lines).split())

    # collapse_lib.policies.xǁMixǁ__call____mutmut_21 is policies.Mix.__call__
    function = re.sub(r"__mutmut_\d+$", "", name).removeprefix("collapse_lib.")
    function = re.sub(r"\.x_", ".", function) if "ǁ" not in function else function.replace(".xǁ", ".").replace("ǁ", ".")
    return Survivor(function, side("-"), side("+"))


def caught(stats: Mapping[str, int]) -> float:
    """Return the share of all mutants that a test noticed, be it by running for ever or by crashing.

    Raises ValueError if no mutant was tried.
    """
    if not stats["total"]:
        raise ValueError("there must be at least one mutant, got none: see [tool.mutmut] in pyproject.toml")
    return sum(stats[how] for how in ("killed", "timeout", "segfault")) / stats["total"]


def complaints(share: float, survivors: Sequence[Survivor], argued: Sequence[Survivor]) -> list[str]:
    """Return what is wrong: too few caught, a survivor that is not argued, an argument for one that is caught."""
    found = [] if share >= LEAST else [f"at least {LEAST:.0%} of the mutants must be caught, got {share:.1%}"]
    found += [f"not argued: {one.function}\n  - {one.was}\n  + {one.becomes}" for one in survivors if one not in argued]
    found += [
        f"argued, but caught or gone: {one.function}\n  + {one.becomes}" for one in argued if one not in survivors
    ]
    return found


def read_argued(path: Path) -> list[Survivor]:
    """Return the survivors that the file argues. Raises ValueError for one without a reason."""
    found = []
    for item in yaml.safe_load(path.read_text(encoding="utf-8")) or ():
        if not item.get("because"):
            raise ValueError(f"each survivor must say because of what it may survive, got {item}")
        found.append(Survivor(item["function"], item["was"], item["becomes"]))
    return found


def _mutmut(*arguments: str, **options: object) -> str:
    environment = {**os.environ, "PYTHONPATH": "", "COLUMNS": "200"}
    done = subprocess.run([MUTMUT, *arguments], cwd=ROOT, env=environment, check=True, text=True, **options)  # type: ignore[call-overload]
    return done.stdout or ""


def main() -> int:
    """Run all mutants and print what was not caught; 1 if that is too much or not argued."""
    _mutmut("run", "--max-children", str(os.cpu_count() or 1))
    _mutmut("export-cicd-stats", stdout=subprocess.DEVNULL)
    stats = json.loads(STATS.read_text(encoding="utf-8"))
    names = re.findall(r"^\s*(\S+): (?:survived|no tests|suspicious)", _mutmut("results", stdout=subprocess.PIPE), re.M)
    survivors = [survivor(name, _mutmut("show", name, stdout=subprocess.PIPE)) for name in names]
    found = complaints(caught(stats), survivors, read_argued(ARGUED))
    print(*found, sep="\n")
    print(f"{caught(stats):.1%} of {stats['total']} mutants caught, {len(survivors)} survived")
    return bool(found)


if __name__ == "__main__":
    sys.exit(main())
