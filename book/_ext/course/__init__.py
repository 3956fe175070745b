"""The course's look and workings as one Sphinx extension: everything that it registers is registered here."""

from __future__ import annotations

from sphinx.application import Sphinx

from . import execution_cache, explorables, files, ledger, math, outputs, page
from .charts import ChartsInThePage
from .code import FoldedCode
from .tables import TidyTables


def setup(app: Sphinx) -> dict[str, bool]:
    """Register with Sphinx."""
    app.connect("config-inited", math.choose, priority=100)  # before MyST asks for MathJax
    app.connect("config-inited", execution_cache.name_cache)
    app.connect("config-inited", outputs.prefer_ours)
    app.add_html_math_renderer("mathml", (math.visit_inline, None), (math.visit_block, None))
    app.add_directive("word-wall", explorables.WordWall)
    app.add_directive("ledger", ledger.Ledger)
    for transform in (FoldedCode, ChartsInThePage, explorables.ExplorablesInThePage, TidyTables):
        app.add_post_transform(transform)
    app.connect("html-page-context", page.fill, priority=900)  # after the theme, whose buttons and files it sorts
    app.connect("build-finished", files.finish, priority=900)  # when all others have written their files
    return {"parallel_read_safe": True, "parallel_write_safe": True}
