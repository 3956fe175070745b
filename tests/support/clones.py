"""Clones of this checkout, with what is not committed yet."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

from course import execution_cache
from jupyter_cache import get_cache
from jupyter_cache.base import CacheBundleIn

ROOT = Path(__file__).parents[2]


def git(folder: Path, *arguments: str) -> str:
    """Return what git says in a folder."""
    return subprocess.run(["git", *arguments], cwd=folder, capture_output=True, text=True, check=True).stdout


def clone(folder: Path) -> Path:
    """Make `folder` a clone of this checkout as it is now, all of it known to git, and return it."""
    subprocess.run(["git", "clone", "--quiet", ROOT, folder], check=True)
    for name in git(ROOT, "ls-files", "-z", "--deleted").split("\0")[:-1]:
        (folder / name).unlink(missing_ok=True)
    for name in git(ROOT, "ls-files", "-z", "--modified", "--others", "--exclude-standard").split("\0")[:-1]:
        if (ROOT / name).is_file() and not (ROOT / name).is_symlink():
            (folder / name).parent.mkdir(parents=True, exist_ok=True)
            shutil.copy2(ROOT / name, folder / name)
    git(folder, "add", "--all")
    return folder


def run(folder: Path, *command: str) -> subprocess.CompletedProcess[str]:
    """Run a command in a clone, with the clone's own library, and as if no `make` ran this."""
    kept = {name: value for name, value in os.environ.items() if "MAKE" not in name}
    return subprocess.run(
        command, cwd=folder, env=kept | {"PYTHONPATH": str(folder)}, capture_output=True, text=True, check=False
    )


def hand_results_on(folder: Path, changed: Callable[[str], str]) -> None:
    """Let a clone's chapters, whose cells are ours but for what `changed` does, not run again where ours have run."""
    ours = execution_cache.fingerprint(ROOT)
    if not (ROOT / "_build" / "execution" / ours).exists():
        return
    before, after = (get_cache(root / "_build" / "execution" / ours) for root in (ROOT, folder))
    for record in before.list_cache_records():
        bundle = before.get_cache_bundle(record.pk)
        for cell in bundle.nb.cells:
            cell.source = changed(cell.source)
        after.cache_notebook_bundle(CacheBundleIn(bundle.nb, record.uri, data=record.data), check_validity=False)


def build(folder: Path) -> Path:
    """Build the site of a clone and return its folder. Raises AssertionError with what was said if it fails."""
    done = run(folder, "make", "_build/site-is-whole", f"VENV={sys.prefix}", "BOOK_READY=pyproject.toml")
    assert done.returncode == 0, done.stdout[-3000:] + done.stderr[-3000:]
    return folder / "_build" / "html"
