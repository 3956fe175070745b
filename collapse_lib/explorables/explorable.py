"""A simulator within a page: the same script without a kernel in the published page, in JupyterLab and in Colab.

Where no widget can be shown there is a picture of it: without scripts, in print, and in the published page until its
script has run (book/_ext/course/explorables.py).
"""

from __future__ import annotations

import json
import sys
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from .. import checks
from . import assets


@dataclass(frozen=True, repr=False)
class Explorable:
    """A simulator to show at the end of a cell: which one, what it is called, and the data that it starts from.

    Raises ValueError for a kind that has no folder here, TypeError for data that have no place in JSON.
    """

    kind: str
    title: str
    state: Mapping[str, Any] = field(default_factory=dict)

    def __post_init__(self) -> None:
        checks.known(self.kind, assets.kinds(), "kind")
        checks.text(self.title, "title")
        _as_json(checks.instance(self.state, Mapping, "state"))

    def __repr__(self) -> str:
        return f"{self.title}: an interactive picture. It needs a browser."

    def html(self) -> str:
        """Return the picture, with its look and its data, as it stands in a page before any script has run."""
        data = _as_json(self.state).replace("<", "\\u003c")
        return (
            f'<figure class="explorable" data-kind="{self.kind}"><style>{assets.look(self.kind)}</style>'
            f'<div class="explorable-picture">{assets.picture(self.kind)}</div>'
            f'<script type="application/json">{data}</script></figure>'
        )

    def _repr_mimebundle_(self, **_: Any) -> tuple[dict[str, Any], dict[str, Any]]:
        shown = {"text/plain": repr(self)}
        if "google.colab" not in sys.modules:  # which would show the picture in place of the widget
            shown["text/html"] = self.html()
        try:
            widget, metadata = _widget(self)._repr_mimebundle_()
        except ImportError:  # no anywidget: the picture is all there is
            return {"text/plain": repr(self), "text/html": self.html()}, {}
        return {**widget, **shown}, metadata


def _as_json(state: Mapping[str, Any]) -> str:
    try:
        return json.dumps(state, separators=(",", ":"), ensure_ascii=False, allow_nan=False)
    except (TypeError, ValueError) as error:
        raise TypeError(f"data for a browser must be texts, finite numbers, lists and mappings, got {error}") from error


def _widget(explorable: Explorable) -> Any:
    import anywidget
    import traitlets

    members: dict[str, Any] = {name: traitlets.Any(value).tag(sync=True) for name, value in explorable.state.items()}
    members |= {"_esm": assets.module(explorable.kind), "_css": assets.look(explorable.kind)}
    return type(explorable.kind.capitalize(), (anywidget.AnyWidget,), members)()
