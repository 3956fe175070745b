"""Take the pictures of the explorables: what stands in a page where no script runs, and on paper.

`make explorables` runs this: it shows the example of each in Chromium, goes to the step that it names, and writes what
is then to be seen, without the controls, to its picture.html. A test compares. Needs a Chromium or Chrome.
"""

from __future__ import annotations

import json
import re
from collections.abc import Mapping, Sequence
from importlib import import_module
from pathlib import Path
from typing import Any

import chromium
from playwright.sync_api import Browser, Page

from collapse_lib.explorables import KINDS, Explorable, assets

HOST = """{
    const address = URL.createObjectURL(new Blob([code], { type: "text/javascript" }));
    const { render } = (await import(address)).default;
    const el = document.body.appendChild(document.createElement("div"));
    render({ model: { get: (name) => state[name] }, el });
}"""
FOLDER = Path(__file__).parents[1] / "collapse_lib" / "explorables"


def example(kind: str) -> Explorable:
    """Return an explorable as the pages show it."""
    return import_module(f"collapse_lib.explorables.{kind}").example()


def page_of(*shown: Explorable) -> str:
    """Return a bare page that shows explorables."""
    looks = "".join(f"<style>{assets.look(explorable.kind)}</style>" for explorable in shown)
    script = hosting([(assets.module(explorable.kind), explorable.state) for explorable in shown])
    title = f'<meta charset="utf-8"><title>{shown[0].title}</title>'
    return f'<!doctype html><html lang="en">{title}{looks}<body>{script}'


def hosting(modules: Sequence[tuple[str, Mapping[str, Any]]]) -> str:
    """Return a script that hosts modules as Jupyter and Colab do, each with its data in the simplest kind of model."""
    data = json.dumps(modules).replace("<", "\\u003c")
    return f'<script type="module">for (const [code, state] of {data}) {HOST}</script>'


def taken(page: Page, kind: str) -> str:
    """Return the picture of an explorable at its step, as HTML."""
    page.set_content(page_of(example(kind)))
    at = page.locator(".xp > .xp-slider input")
    at.fill(str(import_module(f"collapse_lib.explorables.{kind}").PICTURE_STEP))
    picture = page.locator(".xp-picture").evaluate("picture => picture.outerHTML")
    caption = page.locator(".xp-caption").inner_text()
    lighter = re.sub(r' data-word="[^"]*"', "", picture)
    return f'<div class="xp xp-{kind}">{lighter}<p class="xp-caption">{caption}</p></div>\n'


def pictures(browser: Browser) -> dict[str, str]:
    """Return the pictures of all explorables."""
    page = browser.new_page()
    return {kind: taken(page, kind) for kind in KINDS}


if __name__ == "__main__":
    with chromium.running() as browser:
        for kind, html in pictures(browser).items():
            (FOLDER / kind / "picture.html").write_text(html, encoding="utf-8")
