"""What the site needs besides its pages: pictures to share them with, icons, a map for search engines; and no ballast.

The theme and Sphinx bring some nine megabytes of scripts, styles and fonts along. What no page names is thrown away.
"""

from __future__ import annotations

import re
from pathlib import Path

import vl_convert
from sphinx.application import Sphinx

from .cards import card
from .head import address, head
from .sitemap import robots, sitemap

TEXTS = {".html", ".css", ".js"}
ICONS = {"favicon.png": 32, "touch-icon.png": 180}
NAMED = re.compile(r"[\w.-]+\.\w+")


def finish(app: Sphinx, error: Exception | None) -> None:
    """Write what is missing and delete what is too much, once all pages are written."""
    if error or app.builder.name != "html":
        return
    site = Path(app.outdir)
    heads = {page: head(app, page, app.env.get_doctree(page)) for page in sorted(app.env.titles)}
    for page, said in heads.items():
        file = site / "_static" / "pictures" / f"{page}.png"
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(card(said["heading"], said["description"], app.config.html_title))
    draw_icons(site / "_static")
    (site / "sitemap.xml").write_text(sitemap(said["canonical"] for said in heads.values()), encoding="utf-8")
    (site / "robots.txt").write_text(robots(address(app)), encoding="utf-8")
    (site / ".nojekyll").touch()
    throw_away(site)


def draw_icons(static: Path) -> None:
    """Draw the icon as PNG for browsers that take no SVG."""
    svg = static / "favicon.svg"
    if svg.exists():
        for name, width in ICONS.items():
            png = vl_convert.svg_to_png(svg.read_text(encoding="utf-8"), scale=width / 32)
            (static / name).write_bytes(png)


def throw_away(site: Path) -> None:
    """Delete every file below _static that no page, style sheet or script names, and the folders left empty."""
    static = site / "_static"
    texts = [path for path in site.rglob("*.*") if path.suffix in TEXTS and path.name != "searchindex.js"]
    while True:
        named = {name for path in texts if path.exists() for name in NAMED.findall(path.read_text(encoding="utf-8"))}
        ballast = [path for path in static.rglob("*") if path.is_file() and path.name not in named]
        if not ballast:
            break
        for path in ballast:
            path.unlink()
    for folder in sorted((path for path in static.rglob("*") if path.is_dir()), reverse=True):
        if not any(folder.iterdir()):
            folder.rmdir()
