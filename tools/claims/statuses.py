"""How we know what a claim says, where the claim itself does not say so."""

from __future__ import annotations

import re

from .claim import Claim

PROVED, COMPUTED, SIMULATED, MEASURED = "proved", "computed here", "simulated here", "measured by others"
ARGUED, DISPUTED, RECORDED, SETTING = "argued", "disputed", "on record", "our setting"
STATUSES = (PROVED, COMPUTED, SIMULATED, MEASURED, ARGUED, DISPUTED, RECORDED, SETTING)

_DRAWN = re.compile(
    r"\brng\b|default_rng|\bseed=|\breplicates=|\bruns?=|\brecorded\.load|\btables\.|\bruns\.|lineages\(|\bby_family\(|_damage\("
)
_SETTING = re.compile(r"recorded\.provenance\(")
_CALLED = re.compile(r"\w\(|[*/+]")
GROUNDS = {
    PROVED: "a proof, see the page",
    COMPUTED: "a formula or the rules of the example, computed again by the tests",
    SIMULATED: "our own runs, computed again by the tests",
    ARGUED: "our own argument",
}


def status_of(claim: Claim) -> str:
    """Return a claim's status: what it says itself, or what follows from its ground.

    A source has measured it. An expression that draws, or reads what was drawn, is a simulation; one that calls nothing
    but what a run was made with is a setting; any other is computed.
    """
    if claim.status is not None:
        return claim.status
    if claim.source is not None:
        return MEASURED
    texts = " ".join(text for text in (*map(str, claim.items), *claim.let.values()))
    if claim.expression is None or not _CALLED.search(_SETTING.sub("", texts)):
        return SETTING
    return SIMULATED if _DRAWN.search(texts) else COMPUTED


def ground_of(claim: Claim) -> str:
    """Return in words what a claim of our own rests on; of what we chose, why, if it says."""
    return claim.given or GROUNDS.get(status_of(claim), "")
