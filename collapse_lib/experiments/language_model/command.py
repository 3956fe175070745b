"""`python -m collapse_lib experiment --preset classroom --out DIR`: one command, one set of tables.

Run it again to go on where it was stopped, however it was stopped.
"""

from __future__ import annotations

import argparse
import os
import sys
from dataclasses import replace
from pathlib import Path

from .policies import ACCUMULATE, keeping
from .presets import PRESETS, Preset, with_policies, with_repetition_penalty


def main(arguments: list[str] | None = None) -> int:
    """Run what the command line names; 1 and a message if it cannot be."""
    chosen = _parser().parse_args(arguments)
    # Two threads of one process wait for each other more than they help, on networks this small.
    os.environ.setdefault("OMP_NUM_THREADS", "1")
    from .runs import run

    try:
        preset = _preset(chosen)
        table = run(preset, chosen.out, workers=chosen.workers)["measures"]
    except (OSError, RuntimeError, ValueError) as error:
        print(f"{error}", file=sys.stderr)
        return 1
    ends = table[table.generation.isin([0, preset.last])]
    print(ends.pivot_table(index=["policy", "decoding", "epochs"], columns="generation", values="real", sort=False))
    print(f"{len(table)} rows of measures in {chosen.out}. Above: perplexity on real test text, mean over the seeds")
    return 0


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="python -m collapse_lib experiment",
        description="Run the OPT experiment. The same command again goes on where it was stopped.",
        formatter_class=argparse.RawDescriptionHelpFormatter,
        epilog="\n".join(f"{name}: {preset.about}" for name, preset in PRESETS.items()),
    )
    parser.add_argument("--preset", choices=PRESETS, required=True)
    parser.add_argument("--out", type=Path, required=True, help="the folder for checkpoints and the tables")
    parser.add_argument("--seeds", type=int, nargs="+", help="instead of the preset's")
    parser.add_argument("--keep", type=float, nargs="+", default=[], help="shares of real data to keep, as 0 0.1")
    parser.add_argument("--policy", choices=[ACCUMULATE], nargs="+", default=[], help="and everything ever written")
    parser.add_argument("--last", type=int, help="the last generation")
    parser.add_argument("--begin", choices=["previous", "base"], help="what each generation's training starts from")
    parser.add_argument("--prompts", choices=["previous", "real"], help="what the text is written after")
    parser.add_argument("--repetition-penalty", type=float, help="3.0 is that of the paper's released code")
    parser.add_argument("--model", help="a folder in the Hub's layout to start from, instead of the preset's network")
    parser.add_argument("--workers", type=int, help="lineages side by side (default: one per core, one on a GPU)")
    return parser


def _preset(chosen: argparse.Namespace) -> Preset:
    preset = PRESETS[chosen.preset]
    if policies := (*map(keeping, chosen.keep), *chosen.policy):
        preset = with_policies(preset, policies)
    if chosen.repetition_penalty is not None:
        preset = with_repetition_penalty(preset, chosen.repetition_penalty)
    if chosen.model is not None:
        preset = replace(preset, source=chosen.model, revision=None)
    if chosen.seeds is not None:
        preset = replace(preset, seeds=tuple(chosen.seeds))
    given = {name: getattr(chosen, name) for name in ("last", "begin", "prompts") if getattr(chosen, name) is not None}
    return replace(preset, **given)
