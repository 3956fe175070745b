"""What the site needs besides its pages: pictures to share them with, icons, a map for search engines; and no ballast.

The theme and Sphinx bring some nine megabytes of scripts, styles and fonts along. What no page names is thrown away.
"""

from __future__ import annotations

import re
from pathlib import Path

import site_page
import typst
import vl_convert
from sphinx.application import Sphinx

TEXTS = {".html", ".css", ".js"}
CARD = Path(__file__).parents[1] / "pictures" / "card.typ"
ICONS = {"favicon.png": 32, "touch-icon.png": 180}
NAMED = re.compile(r"[\w.-]+\.\w+")


def card(title: str, text: str, site: str) -> bytes:
    """Return the picture, 1200 by 630 pixels, that stands for a page where its address is shared."""
    return typst.compile(
        CARD, format="png", ppi=72, ignore_system_fonts=True, sys_inputs={"title": title, "text": text, "site": site}
    )


def draw_cards(app: Sphinx) -> None:
    """Draw the picture of each page."""
    for page in app.env.titles:
        said = site_page.head(app, page, app.env.get_doctree(page))
        file = Path(app.outdir) / "_static" / "pictures" / f"{page}.png"
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(card(said["heading"], said["description"], app.config.html_title))


def draw_icons(static: Path) -> None:
    """Draw the icon as PNG for browsers that take no SVG."""
    svg = static / "favicon.svg"
    if svg.exists():
        for name, width in ICONS.items():
            png = vl_convert.svg_to_png(svg.read_text(encoding="utf-8"), scale=width / 32)
            (static / name).write_bytes(png)


def map_of(app: Sphinx) -> str:
    """Return sitemap.xml: the address of every page of the book."""
    addresses = [site_page.head(app, page, app.env.get_doctree(page))["canonical"] for page in sorted(app.env.titles)]
    urls = "".join(f"<url><loc>{address}</loc></url>" for address in addresses)
    head = '<?xml version="1.0" encoding="UTF-8"?>\n<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">'
    return f"{head}{urls}</urlset>\n"


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


def finish(app: Sphinx, error: Exception | None) -> None:
    """Write what is missing and delete what is too much, once all pages are written."""
    if error or app.builder.name != "html":
        return
    site = Path(app.outdir)
    draw_cards(app)
    draw_icons(site / "_static")
    (site / "sitemap.xml").write_text(map_of(app), encoding="utf-8")
    (site / "robots.txt").write_text(
        f"User-agent: *\nAllow: /\nSitemap: {site_page.address(app)}sitemap.xml\n", encoding="utf-8"
    )
    (site / ".nojekyll").touch()
    throw_away(site)


def setup(app: Sphinx) -> dict[str, bool]:
    """Register with Sphinx."""
    app.connect("build-finished", finish, priority=900)
    return {"parallel_read_safe": True, "parallel_write_safe": True}
