"""What a chart and an explorable hand over for a page: data of their own media types, beside what notebooks show.

MyST-NB asks its plugins for types that it does not know. Each becomes a node that holds what ChartsInThePage and
ExplorablesInThePage look for.
"""

from __future__ import annotations

from typing import Any

from docutils import nodes
from myst_nb.core.render import MimeData, NbElementRenderer, load_mime_renders
from sphinx.application import Sphinx
from sphinx.config import Config

from collapse_lib.charts import display
from collapse_lib.explorables import Explorable, explorable

FIRST = 5  # before whatever else an output holds


class OurOutputs:
    """A plugin of MyST-NB for the types of this course."""

    mime_priority_overrides = (("*", display.VEGA_LITE, FIRST), ("*", explorable.MEDIA_TYPE, FIRST))

    @staticmethod
    def handle_mime(_: NbElementRenderer, data: MimeData, inline: bool) -> list[nodes.Element] | None:
        """Return the node of a chart or an explorable; None for anything else."""
        content: Any = data.content
        if data.mime_type == display.VEGA_LITE:
            return [chart(content)]
        if data.mime_type == explorable.MEDIA_TYPE:
            return [nodes.raw("", Explorable(**content).html(), format="html")]
        return None


def chart(spec: dict[str, Any]) -> nodes.raw:
    """Return the node of a chart: its specification, which in a page is as wide as its column."""
    return nodes.raw("", "", format="html", chart={**spec, "width": "container"})


def prefer_ours(app: Sphinx, config: Config) -> None:
    """Let MyST-NB show these types first, and ask nobody for the scripts of ipywidgets."""
    if OurOutputs not in load_mime_renders():
        load_mime_renders().append(OurOutputs)
    config.nb_mime_priority_overrides = [*config.nb_mime_priority_overrides, *OurOutputs.mime_priority_overrides]
    config.nb_ipywidgets_js = {}
