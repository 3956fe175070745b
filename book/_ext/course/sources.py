"""What a module of this package rests on, read from its imports: nobody keeps a list that a new module could miss."""

from __future__ import annotations

import ast
import hashlib
import sys
from collections.abc import Iterator
from functools import cache
from importlib.metadata import packages_distributions, version
from importlib.util import resolve_name
from pathlib import Path

ROOT = Path(__file__).parent


@cache
def fingerprint(module: str) -> str:
    """Return a hash of `module`, of all of ours that it imports, however deep, and of the versions of libraries."""
    ours, libraries = rests_on(module)
    digest = hashlib.sha256()
    for name in sorted(ours):
        digest.update(name.encode() + b"\0" + _file(name).read_bytes())
    of = packages_distributions()
    for release in sorted({f"{found} {version(found)}" for name in libraries for found in of[name]}):
        digest.update(release.encode() + b"\0")
    return digest.hexdigest()


def rests_on(module: str) -> tuple[set[str], set[str]]:
    """Return the names of our modules beneath `module`, itself among them, and of the libraries that these import."""
    ours, libraries, waiting = set(), set(), [module]
    while waiting:
        if (name := waiting.pop()) in ours:
            continue
        ours.add(name)
        for imported in _imports(name):
            if _is_ours(imported):
                waiting.append(imported)
            else:
                libraries.add(imported.partition(".")[0])
    return ours, libraries - sys.stdlib_module_names


def _imports(module: str) -> Iterator[str]:
    """Yield the full name of each module that `module` imports, anywhere in its text."""
    file = _file(module)
    package = module if file.name == "__init__.py" else module.rpartition(".")[0]
    for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            base = resolve_name("." * node.level + (node.module or ""), package)
            inner = [f"{base}.{alias.name}" for alias in node.names]
            yield from (name if _is_ours(name) else base for name in inner)


def _is_ours(module: str) -> bool:
    return module.partition(".")[0] == ROOT.name and _file(module).is_file()


def _file(module: str) -> Path:
    path = ROOT.joinpath(*module.split(".")[1:])
    return path / "__init__.py" if path.is_dir() else path.with_suffix(".py")
