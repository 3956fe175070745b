"""Tell, inside Colab's image, which versions have changed since the list in tests/gates was made.

`python3 tools/colab_versions.py` prints Markdown for the summary of a workflow, and the list as it would read today.
"""

from __future__ import annotations

import re
import sys
from importlib.metadata import distributions
from pathlib import Path

FOLDER = Path(__file__).parents[1] / "tests" / "gates"


def listed() -> Path:
    """Return the newest list of Colab's versions; its name says its day."""
    return max(FOLDER.glob("colab-*.txt"))


def versions(path: Path) -> dict[str, str]:
    """Return the versions that a list pins, by package."""
    lines = path.read_text(encoding="utf-8").splitlines()
    return dict(line.split("==") for line in lines if line and not line.startswith("#"))


def here() -> dict[str, str]:
    """Return the versions that are installed, without their builds, by package as a list names it."""
    found = {re.sub(r"[-_.]+", "-", one.metadata["Name"]).lower(): one.version for one in distributions()}
    return {name: version.split("+")[0] for name, version in found.items()}


def changed(before: dict[str, str], now: dict[str, str]) -> list[tuple[str, str, str]]:
    """Return each listed package whose version is another today, with both; one that has gone is "gone" today."""
    return [(name, its, now.get(name, "gone")) for name, its in before.items() if now.get(name) != its]


def told(before: dict[str, str], now: dict[str, str], name: str) -> str:
    """Return the changes since the list called `name` as Markdown, and that list as it would read today."""
    changes = changed(before, now)
    rows = "\n".join(f"| {package} | {old} | {new} |" for package, old, new in changes)
    table = f"| package | {name} | today |\n|---|---|---|\n{rows}" if rows else "Nothing."
    today = "\n".join(f"{package}=={now[package]}" for package in before if package in now)
    return (
        f"## Changed in Colab since {name}: {len(changes)} of {len(before)}\n\n{table}\n\n"
        f"<details><summary>The list today</summary>\n\n```\n{today}\n```\n\n</details>"
    )


def main() -> int:
    """Print what has changed; return 0, since a change alone breaks nothing."""
    print(told(versions(listed()), here(), listed().stem))
    return 0


if __name__ == "__main__":
    sys.exit(main())
