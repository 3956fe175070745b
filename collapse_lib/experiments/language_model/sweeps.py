"""Every policy with every decoding, by names that a shell needs no quotes for: `10%`, `t0.9`, `top-k50,top-p0.95`."""

from __future__ import annotations

import re
from collections.abc import Sequence
from contextlib import suppress
from dataclasses import replace
from typing import Any

from ... import checks
from ...models.decoding import Decoding
from ...policies import Mix
from .conditions import Condition
from .policies import keeping, policy
from .presets import Preset

# The parts of a decoding's name, as it is typed and as tables spell it: the setting, and what stands before its number.
PARTS = {
    "temperature": re.compile(r"t(?: ?= ?)?(\S+)"),
    "top_k": re.compile(r"top-k ?(\S+)"),
    "top_p": re.compile(r"top-p ?(\S+)"),
    "beams": re.compile(r"beams ?(\S+)|(\S+) beams"),
    "repetition_penalty": re.compile(r"repetition[ -]penalty ?(\S+)"),
}


def policy_name(name: str) -> str:
    """Return a policy's name as tables spell it: that itself, or "10%" for "10% kept".

    Raises ValueError for what names no policy, TypeError for no text.
    """
    name = checks.text(name, "the name of a policy").strip()
    found = policy(f"{name} kept" if name.endswith("%") else name)
    return keeping(found.gamma) if isinstance(found, Mix) else name


def decoding(name: str) -> Decoding:
    """Return the decoding of that name, `str(decoding)` among them: one part, or several with commas between.

    Raises ValueError for what names no decoding, names a part twice or is outside the domain of `Decoding`, TypeError
    for no text.

    >>> str(decoding("top-k50,top-p0.95"))
    'top-k 50, top-p 0.95'
    """
    settings: dict[str, Any] = {}
    for part in checks.text(name, "the name of a decoding").split(","):
        setting, value = _part(part.strip().lower(), name)
        if setting in settings:
            raise ValueError(f"a decoding must name each of its parts once, got {name!r}")
        settings[setting] = value
    return Decoding(**settings)


def _part(part: str, text: str) -> tuple[str, int | float]:
    for name, pattern in PARTS.items():
        if found := pattern.fullmatch(part):
            with suppress(ValueError):
                return name, _number(next(filter(None, found.groups())))
    parts = "t0.9, top-k50, top-p0.95, beams5 or repetition-penalty3"
    raise ValueError(f"a decoding must be like {parts}, or several of them with commas between, got {text!r}")


def _number(text: str) -> int | float:
    with suppress(ValueError):
        return int(text)
    return float(text)


def swept(preset: Preset, policies: Sequence[str] = (), decodings: Sequence[Decoding] = ()) -> Preset:
    """Return the preset with every one of these policies in every one of these decodings; none means the preset's own.

    Where the preset has conditions of both, they are taken. Another one has as many epochs as the preset's first with
    that policy, or else as its first.

    Raises ValueError for a policy that there is not and for what comes twice, TypeError for other things.
    """
    conditions = checks.instance(preset, Preset, "preset").conditions
    names = list(checks.iterable(policies, "policies")) or list(dict.fromkeys(one.policy for one in conditions))
    ways = list(checks.iterable(decodings, "decodings")) or list(dict.fromkeys(one.decoding for one in conditions))
    made: list[Condition] = []
    for name in names:
        alike = [one for one in conditions if one.policy == name]
        for way in ways:
            new = Condition(name, way, (alike or conditions)[0].epochs)
            made += [one for one in alike if one.decoding == way] or [new]
    return replace(preset, conditions=tuple(made))
