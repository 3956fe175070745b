"""The explorables' JavaScript, run in node; where there is none, what to say."""

from __future__ import annotations

import json
import shutil
import subprocess
from typing import Any

import numpy as np
import pytest

from collapse_lib import widgets

NODE = shutil.which("node")
KINDS = ("telephone", "lineages", "pipeline", "wall")
needs_node = pytest.mark.skipif(NODE is None, reason="node is not installed, so the explorables' laws were not tested")


def node(code: str, **given: Any) -> Any:
    """Return what `code`, the body of a function, returns; `given` are its variables."""
    names, values = ", ".join(given), ", ".join(json.dumps(value) for value in given.values())
    imports = "".join(f"import * as {name} from './{name}.js';" for name in ("random", "game", *KINDS))
    program = f"{imports} const run = ({names}) => {{ {code} }}; console.log(JSON.stringify(run({values})));"
    command = [str(NODE), "--input-type=module", "-e", program]
    done = subprocess.run(command, cwd=str(widgets.FILES), capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    return json.loads(done.stdout)


def many(draw: str, count: int = 4_000, seed: int = 1, **given: Any) -> np.ndarray:
    """Return `count` values of the expression `draw`, in which `next` is the generator."""
    code = f"const next = random.generator(seed); return Array.from({{length: count}}, () => {draw});"
    return np.array(node(code, count=count, seed=seed, **given))
