"""What a lineage keeps, by name: "replace", "10% kept" or any other share, "accumulate"."""

from __future__ import annotations

from ... import checks
from ...policies import Accumulate, keep_real, replace
from ...recursion import Policy

REPLACE, ACCUMULATE = "replace", "accumulate"
NAMED: dict[str, Policy] = {REPLACE: replace(), ACCUMULATE: Accumulate()}


def keeping(share: float) -> str:
    """Return the name of the policy that keeps this share of real data; refuse what is no share."""
    share = checks.single_share(share, "share")
    return f"{_percent(share)}% kept" if share else REPLACE


def policy(name: str) -> Policy:
    """Return the policy of that name. Raises ValueError if there is none, TypeError for no text."""
    if checks.text(name, "the name of a policy") in NAMED:
        return NAMED[name]
    try:
        share = float(name.removesuffix("% kept")) / 100
    except ValueError:
        share = 0
    if not share or not name.endswith("% kept"):
        raise ValueError(f"a policy must be 'replace', 'accumulate' or like '10% kept', got {name!r}")
    return keep_real(share)


def _percent(share: float) -> str:
    """Return a share in percent, in as many digits as its name needs to mean this share and no other."""
    brief = f"{100 * share:g}"
    return brief if float(brief) / 100 == share else repr(100 * share)
