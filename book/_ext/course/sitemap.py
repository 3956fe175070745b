"""What search engines read: the address of every page of the book.

sphinx-sitemap lists the front page as index.html, where the page itself names the site's root as its one address.
"""

from __future__ import annotations

from collections.abc import Iterable

HEAD = '<?xml version="1.0" encoding="UTF-8"?>\n<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">'


def sitemap(addresses: Iterable[str]) -> str:
    """Return sitemap.xml."""
    urls = "".join(f"<url><loc>{address}</loc></url>" for address in addresses)
    return f"{HEAD}{urls}</urlset>\n"


def robots(site: str) -> str:
    """Return robots.txt for the site at the address `site`: everything may be read, and here is the map."""
    return f"User-agent: *\nAllow: /\nSitemap: {site}sitemap.xml\n"
