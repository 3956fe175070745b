"""A simulator within a page: the same script without a kernel in the published page, in JupyterLab and in Colab.

Where no script runs there is a picture of it: in print, in the published page until its script has run
(book/_ext/course/explorables.py), and in a notebook that JupyterLab does not trust. Nothing here needs a kernel, so a
notebook that was saved shows it again as it is. Colab alone is handed a widget, of which it has the scripts.
"""

from __future__ import annotations

import base64
import json
import sys
from collections.abc import Mapping
from dataclasses import dataclass, field
from html import escape
from typing import Any

from .. import checks
from . import assets

MEDIA_TYPE = "application/vnd.collapse-lib.explorable+json"  # which one and its data, for the course's own pages


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
        return self._figure(f'<div class="explorable-picture">{assets.picture(self.kind)}</div>')

    def output(self) -> str:
        """Return it for a notebook: with its script, and as an image, since style sheets need trust as scripts do."""
        drawing = base64.b64encode(assets.drawing(self.kind).encode()).decode()
        words = escape(f"{self.title}. {assets.caption(self.kind)}")
        image = f'<img class="explorable-picture" alt="{words}" src="data:image/svg+xml;base64,{drawing}">'
        return f"{self._figure(image)}<script>{assets.host()}{assets.script(self.kind)}</script>"

    def _figure(self, picture: str) -> str:
        data = _as_json(self.state).replace("<", "\\u003c")
        return (
            f'<figure class="explorable" data-kind="{self.kind}"><style>{assets.look(self.kind)}</style>{picture}'
            f'<script type="application/json">{data}</script></figure>'
        )

    def _repr_mimebundle_(self, **_: Any) -> tuple[dict[str, Any], dict[str, Any]]:
        if "google.colab" in sys.modules:
            try:
                widget, metadata = _widget(self)._repr_mimebundle_()
            except ImportError:  # no anywidget: the HTML is live there too
                pass
            else:
                return {**widget, "text/plain": repr(self)}, metadata
        data = {"kind": self.kind, "title": self.title, "state": dict(self.state)}
        return {MEDIA_TYPE: data, "text/html": self.output(), "text/plain": repr(self)}, {}


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
