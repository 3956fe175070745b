"""Networks from GGUF files, the format of llama.cpp: read once, and kept in the cache in the Hub's layout.

transformers reads the file and dequantises it, and takes a minute or two, most of it over the vocabulary. What it read
it does not save: `save_pretrained` refuses a network whose configuration names a quantisation, though its weights are
plain numbers by then. So we build the network anew from its configuration without that, and save this one: weights in
float32, in safetensors. A folder of the cache bears the SHA-256 of the GGUF file that it was made of, and holds a
provenance.json that says what it is, with the digest of each file beside it.
"""

from __future__ import annotations

import json
import os
import shutil
from importlib.metadata import version
from importlib.util import find_spec
from pathlib import Path
from typing import Any

import transformers
from filelock import FileLock
from transformers import AutoModelForCausalLM, AutoTokenizer

from ... import wheels
from ...files import atomic_write, json_object, writable
from ...recorded.storing import PROVENANCE
from ...recursion import Dataset
from . import network as networks

SUFFIX = ".gguf"
READERS = ("gguf", "accelerate")  # transformers reads no GGUF file without them
QUANTISED = ("quantization_config", "_model_name_or_path")  # of the file, not of the network


def folder(source: str) -> Path | None:
    """Return the folder in the Hub's layout of a GGUF file or a known model; None if `source` is neither.

    Raises FileNotFoundError that says what to do if there is no such file or the model was not fetched yet; else as
    `converted` does.
    """
    if source in wheels.KNOWN:
        return _known(source)
    return converted(Path(source)) if source.endswith(SUFFIX) else None


def _known(name: str) -> Path:
    wheel = wheels.KNOWN[name]
    if (ready := there(wheel.gguf_sha256)) is not None:
        return ready
    if (path := wheels.found(wheel)) is None:
        fetch = f"`python -m collapse_lib fetch-model {name}` fetches it, once"
        raise FileNotFoundError(
            f"the model {name} is not on this machine (nothing in {wheels.cache_folder()}): {fetch}"
        )
    return converted(wheels.pinned(path, wheel.gguf_sha256))


def there(sha256: str) -> Path | None:
    """Return the folder that was made of the GGUF file with this SHA-256; None if there is none.

    Raises ValueError that names a file in it that is damaged.
    """
    made = wheels.cache_folder() / sha256
    if not made.is_dir():
        return None
    again = f"delete the folder {made}, and it is converted again"
    for name, digest in json_object(made / PROVENANCE, keys=["files"], remedy=again)["files"].items():
        if not (made / name).is_file() or wheels.file_digest(made / name) != digest:
            raise ValueError(f"{made / name} must be what was converted, got a damaged file or none: {again}")
    return made


def converted(path: Path) -> Path:
    """Return the folder in the cache that was made of the GGUF file `path`; make it if there is none.

    The file is hashed each time, and read once only. Whoever makes it works aside, and others wait.

    Raises FileNotFoundError if there is no such file, ValueError that names one that transformers cannot read, OSError
    if the cache cannot be written to, ImportError if a package is missing.
    """
    if not path.is_file():
        raise FileNotFoundError(f"a GGUF file must be there, got none at {path}")
    sha256 = wheels.file_digest(path)
    if (ready := there(sha256)) is not None:
        return ready
    writable(wheels.cache_folder())
    with FileLock(wheels.cache_folder() / f"{sha256}.lock"):
        if there(sha256) is None:
            _convert(path, sha256)
    return wheels.cache_folder() / sha256


def _convert(path: Path, sha256: str) -> None:
    with atomic_write(wheels.cache_folder() / sha256) as aside:
        shutil.rmtree(aside, ignore_errors=True)  # of a process that was killed: whoever is at work holds the lock
        try:
            config, weights, tokenizer = _read(path)
            writable(wheels.cache_folder(), room=weights.nbytes)
            networks.build(config, weights).cpu().save_pretrained(aside)
            tokenizer.save_pretrained(aside)
            (aside / PROVENANCE).write_text(json.dumps(_provenance(path, sha256, aside), indent=2), encoding="utf-8")
        except BaseException:
            shutil.rmtree(aside, ignore_errors=True)
            raise


def _read(path: Path) -> tuple[dict[str, Any], Dataset, Any]:
    """Return configuration, weights and tokeniser, and not the network: a large one is not held twice."""
    if missing := [name for name in READERS if find_spec(name) is None]:
        raise ImportError(f"reading a GGUF file needs {' and '.join(missing)}: pip install collapse-lib[lm]")
    where: dict[str, Any] = {"gguf_file": path.name, "local_files_only": True}
    # Where transformers could compute with the file's own blocks, it is told not to: we learn, in plain numbers.
    plain = transformers.GgufConfig(dequantize=True) if hasattr(transformers, "GgufConfig") else None
    try:
        tokenizer = AutoTokenizer.from_pretrained(path.parent, **where)
        network = AutoModelForCausalLM.from_pretrained(
            path.parent, dtype="float32", **where, **({"quantization_config": plain} if plain else {})
        )
    except Exception as error:  # what it raises depends on the file that is damaged, and on the version
        got = f"{path} ({type(error).__name__}: {error})"
        raise ValueError(f"a GGUF file must be whole and of a kind that transformers knows, got {got}") from error
    config = {name: value for name, value in network.config.to_dict().items() if name not in QUANTISED}
    return config, networks.weights(network.float()), tokenizer


def _provenance(path: Path, sha256: str, made: Path) -> dict[str, Any]:
    told = next((one.provenance for one in wheels.KNOWN.values() if one.gguf_sha256 == sha256), {})
    return {
        "precision": "dequantised to float32",
        **told,
        "GGUF": path.name,
        "GGUF SHA-256": sha256,
        "converted with": {name: version(name) for name in ("transformers", *READERS)},
        "files": {name: wheels.file_digest(made / name) for name in sorted(os.listdir(made))},
    }
