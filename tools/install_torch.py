"""Install the torch that requirements-torch.txt names: on Linux the CPU build of PyTorch's own index, if it answers.

Elsewhere, and where that index cannot be reached, pip's usual sources serve. It comes before all else: accelerate asks
for any torch, and pip would bring the one with gigabytes of CUDA. What torch needs besides, requirements.txt pins.
"""

from __future__ import annotations

import subprocess
import sys
import urllib.request
from contextlib import suppress
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path
from threading import Thread

CPU_INDEX = "https://download.pytorch.org/whl/cpu"
PATIENCE = 5.0  # seconds that an index may take to answer
ROOT = Path(__file__).parents[1]
REQUIREMENTS, LOCK = ROOT / "requirements-torch.txt", ROOT / "requirements.txt"


def answers(address: str, patience: float = PATIENCE) -> bool:
    """Return whether `address` answers within `patience` seconds, whatever hangs: looking up its name, or a proxy."""
    replies: list[bool] = []

    def ask() -> None:
        with suppress(OSError), urllib.request.urlopen(address, timeout=patience):
            replies.append(True)

    thread = Thread(target=ask, daemon=True)
    thread.start()
    thread.join(patience)
    return bool(replies)


def pinned() -> str:
    """Return the version that requirements-torch.txt names."""
    lines = REQUIREMENTS.read_text(encoding="utf-8").splitlines()
    return next(line.removeprefix("torch==") for line in lines if line.startswith("torch=="))


def installed() -> str | None:
    """Return the version of torch that is here, without its build, or None."""
    try:
        return version("torch").split("+")[0]
    except PackageNotFoundError:
        return None


def main() -> int:
    """Install the pinned torch unless it is here; return pip's exit code."""
    if installed() == pinned():
        return 0
    command = [sys.executable, "-m", "pip", "install", "-qq", "-c", str(LOCK), f"torch=={pinned()}"]
    if sys.platform == "linux" and answers(f"{CPU_INDEX}/torch/"):
        command += ["--index-url", CPU_INDEX]
    return subprocess.call(command)


if __name__ == "__main__":
    sys.exit(main())
