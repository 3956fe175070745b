"""A generation on disk: written aside and renamed, with a digest of all that it holds, and checked when it is read."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
from safetensors import SafetensorError, safe_open
from safetensors.numpy import save

from ...files import atomic_write
from ...recursion import Dataset


@dataclass(frozen=True, eq=False)
class Saved:
    """A generation as it is kept: its index, named arrays, and the state of the lineage's random numbers after it.

    `settings` say of which run it is, and `lineage` of which of its lineages.
    """

    index: int
    arrays: Mapping[str, Dataset]
    random: Mapping[str, Any]
    settings: Mapping[str, Any]
    lineage: str


def keep(path: Path, saved: Saved) -> None:
    """Write `saved` to `path`, over what was there. Raises OSError if the disk is full: then nothing has changed."""
    arrays = {name: np.ascontiguousarray(array) for name, array in saved.arrays.items()}
    details = {name: json.dumps(getattr(saved, name)) for name in ("index", "random", "settings", "lineage")}
    with atomic_write(path) as aside:
        # Not `save_file`: it writes by itself, and a full disk would not be an OSError.
        aside.write_bytes(save(arrays, {**details, "digest": _digest(arrays, details)}))


def restore(path: Path) -> Saved:
    """Return what was written to `path`. Raises ValueError that names it if it is damaged, FileNotFoundError."""
    try:
        with safe_open(path, framework="numpy") as file:
            arrays = {name: file.get_tensor(name) for name in file.keys()}  # noqa: SIM118
            details = file.metadata() or {}
        if details.pop("digest", "") != _digest(arrays, details):
            raise ValueError("it is not what was written")
        return Saved(arrays=arrays, **{name: json.loads(text) for name, text in details.items()})
    except FileNotFoundError:
        raise
    except (SafetensorError, ValueError, KeyError, TypeError, OSError) as error:
        raise ValueError(f"a checkpoint must be whole, got a damaged {path} ({error})") from error


def told(path: Path) -> dict[str, Any] | None:
    """Return of which run a checkpoint says that it is; None if it is damaged."""
    try:
        return dict(restore(path).settings)
    except (ValueError, FileNotFoundError):
        return None


def _digest(arrays: Mapping[str, Dataset], details: Mapping[str, str]) -> str:
    found = hashlib.sha256(json.dumps(sorted(details.items())).encode())
    for name in sorted(arrays):
        found.update(f"{name} {arrays[name].dtype} {arrays[name].shape}".encode() + arrays[name].tobytes())
    return found.hexdigest()
