"""The files of an explorable, as they are handed to a browser: its script, its look and its picture.

An explorable is written in several modules, and a browser is given one: KIND/bundle.js, which `make bundles` makes of
them (tools/javascript/bundles.js says how). It is an ES module for Jupyter and Colab. Without its last line, the
export, it is the script that the published page takes. All raise ValueError for a kind that is none of `kinds`.
"""

from __future__ import annotations

import re
from functools import cache
from html import escape
from importlib import import_module
from importlib.resources import files
from pathlib import Path
from pkgutil import iter_modules

from .. import checks

EXPORT = "export default bundle.default;\n"  # what tools/javascript/bundles.js ends each bundle with
PICTURE_WIDTH = 720  # pixels that the picture has in a notebook
PAPER = ".paper { font-family: system-ui, sans-serif; background: #fff; padding: 1px 8px }\n"
CAPTION = re.compile(r'<p class="xp-caption">(.*?)</p>', re.DOTALL)


@cache
def kinds() -> tuple[str, ...]:
    """Return the names of all explorables: of the folders that stand here."""
    return tuple(sorted(found.name for found in iter_modules([str(Path(__file__).parent)]) if found.ispkg))


@cache
def module(kind: str) -> str:
    """Return the ES module of an explorable in one piece; its default export holds anywidget's `render`."""
    return _read(checks.known(kind, kinds(), "kind"), "bundle.js")


@cache
def script(kind: str) -> str:
    """Return the same as a classic script, which hands itself to `explorable` (host.js)."""
    return as_script(kind, module(kind))


def as_script(kind: str, module: str) -> str:
    """Return a bundle as a classic script; raise TypeError for what is no text."""
    checks.text(module, "module")
    checks.known(kind, kinds(), "kind")
    return f'explorable("{kind}", (() => {{\n{module.removesuffix(EXPORT)}return bundle.default;\n}})());\n'


@cache
def host() -> str:
    """Return the classic script that takes the others and makes their pictures live."""
    return _read("host.js")


@cache
def look(kind: str) -> str:
    """Return the style sheet of an explorable: what all share, and its own where it has one."""
    has_its_own = (files(__package__) / checks.known(kind, kinds(), "kind") / "look.css").is_file()
    return _read("look.css") + (_read(kind, "look.css") if has_its_own else "")


@cache
def picture(kind: str) -> str:
    """Return the picture of an explorable, HTML that needs its look (made by tools/explorable_pictures.py)."""
    return _read(checks.known(kind, kinds(), "kind"), "picture.html")


def caption(kind: str) -> str:
    """Return what the picture of an explorable shows, in words, as HTML."""
    return "".join(CAPTION.findall(picture(checks.known(kind, kinds(), "kind"))))


@cache
def drawing(kind: str) -> str:
    """Return the picture of an explorable as SVG, which needs no style sheet besides and no page around it."""
    height = import_module(f"{__package__}.{kind}").PICTURE_HEIGHT
    markup = picture(kind).replace("<svg ", '<svg xmlns="http://www.w3.org/2000/svg" ')
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{PICTURE_WIDTH}" height="{height}">'
        f'<style>{escape(PAPER + look(kind))}</style><foreignObject width="100%" height="100%"><div class="paper" xmlns="http://www.w3.org/1999/xhtml">'
        f"{markup}</div></foreignObject></svg>"
    )


def _read(*path: str) -> str:
    return files(__package__).joinpath(*path).read_text(encoding="utf-8")
