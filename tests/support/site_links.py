"""Where the pages of a built site lead: to files and anchors of the site, of the repository, or elsewhere."""

from __future__ import annotations

import posixpath
import re
from dataclasses import dataclass, field
from functools import cache
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import unquote, urljoin, urlsplit

CSS_URL = re.compile(r"url\(\s*[\"']?([^\"')]+)")
NAMING = {"a": ("href",), "link": ("href",), "use": ("href",), "form": ("action",)}
NAMING |= dict.fromkeys(("script", "img", "iframe", "audio", "video", "source", "embed"), ("src",))
NAMING |= {"object": ("data",), "meta": ("content",), "button": ("popovertarget",)}
FETCHED = {"script", "img", "iframe", "audio", "video", "source", "embed", "object", "use"}
TELLING = {"canonical", "alternate", "author", "license", "prev", "next"}
NOT_AN_ADDRESS = ("data:", "mailto:", "javascript:")


@dataclass
class Page(HTMLParser):
    """What stands in a page: its anchors, where it leads, and what its browser is told to fetch."""

    html: str
    anchors: list[str] = field(default_factory=list)
    leads: list[str] = field(default_factory=list)
    fetches: list[str] = field(default_factory=list)

    def __post_init__(self) -> None:
        super().__init__()
        self.feed(self.html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Note the anchors and the addresses of an element."""
        has = {name: value or "" for name, value in attrs}
        self.anchors += [has[name] for name in ("id", "name") if name in has and (name == "id" or tag == "a")]
        for address in (has[name] for name in NAMING.get(tag, ()) if name in has):
            if tag == "meta" and not address.startswith("https://"):
                continue
            self.leads.append(f"#{address}" if tag == "button" else address)
            if tag in FETCHED or (tag == "link" and has.get("rel") not in TELLING):
                self.fetches.append(address)

    handle_startendtag = handle_starttag


@dataclass(frozen=True)
class Site:
    """The built site in `folder`, to be published at `home`; the repository at `root`, published at `repository`."""

    folder: Path
    home: str
    root: Path
    repository: str

    def page(self, name: str) -> Page:
        """Return the page at a path of the site."""
        return _read(self.folder / name)

    def broken(self, name: str, address: str) -> str:
        """Return what is wrong with an address that stands in the page `name`; empty if nothing is, or not ours."""
        if address.startswith(NOT_AN_ADDRESS):
            return ""
        whole = urljoin(f"{self.home}/{name}", address)
        for place in ("blob/main/", "tree/main/", "raw/main/", "edit/main/"):
            if whole.startswith(f"{self.repository}/{place}"):
                path = unquote(urlsplit(whole).path.split(f"/{place}", 1)[1])
                return "" if (self.root / path).exists() else f"{name}: {address} is not in the repository"
        if not f"{whole}/".startswith(f"{self.home}/"):
            return "" if urlsplit(address).netloc else f"{name}: {address} leads out of the site, to no file"
        return self._within(name, address, whole.removeprefix(self.home).removeprefix("/"))

    def _within(self, name: str, address: str, path: str) -> str:
        parts = urlsplit(path)
        target = posixpath.normpath(unquote(parts.path) or "index.html")
        file = self.folder / target
        if not file.is_file():
            return f"{name}: {address} leads to no file"
        anchor = unquote(parts.fragment)
        if anchor and file.suffix == ".html" and anchor not in self.page(target).anchors:
            return f"{name}: {address} leads to no anchor"
        return ""


@cache
def _read(file: Path) -> Page:
    return Page(file.read_text(encoding="utf-8"))


def styled(css: str) -> list[str]:
    """Return the addresses that a style sheet names."""
    return CSS_URL.findall(css)
