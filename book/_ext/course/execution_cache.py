"""Run the chapters again when the code beneath them changed.

jupyter-cache recognises a notebook by its code cells alone: after a change in `collapse_lib`, or in what is installed,
it would show the old results. So the cache lives in a folder that is named by a hash of all that the results rest on.
"""

from __future__ import annotations

import hashlib
import os
import shutil
from pathlib import Path

from sphinx.application import Sphinx
from sphinx.config import Config

CODE = "collapse_lib"
LOCKS = ("requirements.txt", "requirements-torch.txt")
DATA = "COLLAPSE_DATA"  # where it is set, chapters compute what they else show as recorded


def fingerprint(root: Path) -> str:
    """Return a hash of the names and bytes of everything in `root` that results rest on."""
    code = (path for path in (root / CODE).rglob("*") if path.is_file() and "__pycache__" not in path.parts)
    digest = hashlib.sha256(os.environ.get(DATA, "").encode())
    for path in sorted([*code, *(root / name for name in LOCKS)]):
        digest.update(path.relative_to(root).as_posix().encode() + b"\0" + path.read_bytes())
    return digest.hexdigest()[:16]


def name_cache(app: Sphinx, config: Config) -> None:
    """Give the cache its folder, beside the site, and throw away those of earlier code."""
    caches = Path(app.outdir).parent / "execution"
    config.nb_execution_cache_path = str(caches / fingerprint(Path(app.srcdir)))
    for other in caches.glob("*"):
        if str(other) != config.nb_execution_cache_path:
            shutil.rmtree(other)
