"""All that the template of a page shows beyond what Sphinx and the theme gave it, put together in one place.

The functions that are called here return what they find; only `fill` writes, once, into the template's context.
"""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

from docutils import nodes
from sphinx.application import Sphinx

from . import charts, colours, ledger, policy, track
from .head import address, head

THEME_SCRIPT = (Path(__file__).parents[2] / "_templates" / "theme.js").read_text(encoding="utf-8")
Context = dict[str, Any]


def fill(app: Sphinx, page: str, template: str, context: Context, doctree: nodes.document | None) -> None:
    """Give the template what it shows, and write the scripts that may not stand in the page."""
    body = context.get("body", "")
    later = charts.later_files(page, body)
    if later:
        app.add_js_file("charts.js", loading_method="defer")
    rest, scripts, styles = policy.moved_out(body)
    context.update(
        about(app, page, doctree),
        body=ledger.filled(rest, app, page),
        colours="".join([colours.definitions(body), *styles]),
        theme_script=THEME_SCRIPT,
        content_policy=policy.policy(THEME_SCRIPT),
        css_files=ours(app, context["css_files"]),
        script_files=ours(app, context["script_files"]),
        moved_scripts=policy.written(scripts, Path(app.outdir)),
        later_files=later,
        **buttons(context.get("header_buttons", [])),
    )


def about(app: Sphinx, page: str, doctree: nodes.document | None) -> Context:
    """Return what a page is, and where it stands in the book and in the track."""
    stops = track.stops(app.env.get_doctree(app.config.root_doc))
    return {
        "head": head(app, page, doctree),
        "site": address(app),
        "project": app.config.html_title,
        "way_on": way_on(app, page),
        "track": track.place(stops, page),
    }


def ours(app: Sphinx, files: list[Any]) -> list[Any]:
    """Return those of the style sheets or scripts that lie in our own static folders."""
    folders = [Path(app.confdir) / folder for folder in app.config.html_static_path]
    names = {path.relative_to(folder).as_posix() for folder in folders for path in folder.rglob("*")}
    return [file for file in files if re.sub(r"^.*_static/", "", str(getattr(file, "filename", file))) in names]


def way_on(app: Sphinx, page: str) -> str:
    """Return what the button to the next page says: "Next", or the name of the part of the book that begins there."""
    following = app.builder.relations.get(page, [None])[-1]
    parts = {str(tree.items[0]): tree.caption for tree in app.env.external_site_map.root.subtrees}
    return "Next" if page == app.config.root_doc else parts.get(following, "Next")


def buttons(groups: list[dict[str, Any]]) -> Context:
    """Return, of the buttons that the theme would show, where to run the page and where its source lies."""
    every = [button for group in groups for button in group.get("buttons", [])]
    return {
        "launch": [button for button in every if button.get("text") in {"Colab", "Binder"}],
        "source_links": [
            {"url": button["url"], "text": words}
            for button in every
            for label, words in {"repository": "Source", "issues": "Report a mistake"}.items()
            if button.get("label") == f"source-{label}-button"
        ],
    }
