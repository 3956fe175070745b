"""The explorables' JavaScript, run in node; where there is none, what to say."""

from __future__ import annotations

import json
import shutil
import subprocess
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from collapse_lib.explorables import KINDS

ROOT = Path(__file__).parents[2]
EXPLORABLES = ROOT / "collapse_lib" / "explorables"
BUNDLER = ROOT / "tools" / "javascript" / "bundles.js"
ESBUILD = BUNDLER.parent / "node_modules" / "esbuild"
NODE = shutil.which("node")
LAWS = {kind: f"{kind}/laws" for kind in KINDS if (EXPLORABLES / kind / "laws.js").exists()}
MODULES = {"random": "random", "game": "game", **LAWS}
needs_node = pytest.mark.skipif(NODE is None, reason="node is not installed, so the explorables' laws were not tested")


def node(code: str, **given: Any) -> Any:
    """Return what `code`, the body of a function, returns; `given` are its variables, and an explorable's laws."""
    names, values = ", ".join(given), ", ".join(json.dumps(value) for value in given.values())
    imports = "".join(f"import * as {name} from './{path}.js';" for name, path in MODULES.items())
    program = f"{imports} const run = ({names}) => {{ {code} }}; console.log(JSON.stringify(run({values})));"
    command = [str(NODE), "--input-type=module", "-e", program]
    done = subprocess.run(command, cwd=EXPLORABLES, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    return json.loads(done.stdout)


def many(draw: str, count: int = 4_000, seed: int = 1, **given: Any) -> np.ndarray:
    """Return `count` values of the expression `draw`, in which `next` is the generator."""
    code = f"const next = random.generator(seed); return Array.from({{length: count}}, () => {draw});"
    return np.array(node(code, count=count, seed=seed, **given))
