"""`python -m collapse_lib experiment --preset classroom --out DIR`: one command, one set of tables.

Run it again to go on where it was stopped, however it was stopped.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence

from ...files import said
from .options import options


def main(arguments: Sequence[str] | None = None) -> int:
    """Run what the command line names; 1 and a message if it cannot be."""
    chosen = options(arguments)
    # Two threads of one process wait for each other more than they help, on networks this small.
    os.environ.setdefault("OMP_NUM_THREADS", "1")
    try:
        from .dry_run import reckoned
        from .put_back import put_back
        from .runs import run

        if chosen.dry_run:
            print(reckoned(chosen.preset, chosen.out, workers=chosen.workers))
            return 0
        if chosen.tables is not None:
            put_back(chosen.tables, chosen.preset, chosen.out)
        table = run(chosen.preset, chosen.out, workers=chosen.workers)["measures"]
    except ImportError as error:
        print(f"the experiment needs what `pip install collapse-lib[lm]` brings ({error})", file=sys.stderr)
        return 1
    except (OSError, RuntimeError, ValueError) as error:
        print(said(error), file=sys.stderr)
        return 1
    ends = table[table.generation.isin([0, chosen.preset.last])]
    print(ends.pivot_table(index=["policy", "decoding", "epochs"], columns="generation", values="real", sort=False))
    print(f"{len(table)} rows of measures in {chosen.out}. Above: perplexity on real test text, mean over the seeds")
    return 0
