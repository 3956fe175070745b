"""Figures kept from build to build, for as long as nothing changes that makes them."""

from __future__ import annotations

import hashlib
import json
from pathlib import Path

from ..sources import fingerprint
from . import figure
from .vega import Spec


def kept_figure(spec: Spec, name: str, cache: Path) -> tuple[str, str]:
    """Return what `figure.figure` returns, drawn once and then read from the folder `cache`."""
    told = json.dumps([spec, name, fingerprint(figure.__name__)])
    kept = cache / f"{hashlib.sha256(told.encode()).hexdigest()[:24]}.json"
    if not kept.exists():
        cache.mkdir(parents=True, exist_ok=True)
        kept.write_text(json.dumps(figure.figure(spec, name)), encoding="utf-8")
    html, vega = json.loads(kept.read_text(encoding="utf-8"))
    return html, vega
