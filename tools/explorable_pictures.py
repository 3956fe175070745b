"""Take the pictures of the explorables: what stands in a page where no script runs, and on paper.

`python tools/explorable_pictures.py` runs each module in Chromium, makes some steps and writes what is then to be seen,
without the controls, to collapse_lib/explorables/KIND.html. A test compares. Needs Playwright and a Chromium or Chrome.
"""

from __future__ import annotations

import json
import re
from pathlib import Path

import chromium
import numpy as np
from playwright.sync_api import Browser, Page

from collapse_lib import widgets
from collapse_lib.experiments import telephone
from collapse_lib.experiments.pipeline import TEAMS

FOLDER = Path(__file__).parents[1] / "collapse_lib" / "explorables"
STEPS = {"telephone": 5, "lineages": 60, "pipeline": 30, "wall": 5}  # where there is something to be seen
SIZES = (300, 1_000, 3_000)


def shown() -> list[widgets.Explorable]:
    """Return the explorables as the pages show them."""
    bags = {size: telephone.counted(telephone.bag(size, rng=np.random.default_rng(2))) for size in SIZES}
    return [
        widgets.telephone_game(bags),
        widgets.hundred_lineages(),
        widgets.content_pipeline({"agency": TEAMS["agency"], **TEAMS}),
        widgets.word_wall(bags[300]),
    ]


def page_of(explorable: widgets.Explorable) -> str:
    """Return a bare page that hosts an explorable as JupyterLab and Colab do, with a model of the simplest kind."""
    module = widgets.module(explorable.kind).replace(widgets.DEFAULT_EXPORT, "")
    start = f"const state = {json.dumps(explorable.state)}; render({{ model: {{ get: (name) => state[name] }}, el }});"
    script = f'<script type="module">{module}const el = document.body; {start}</script>'
    head = f'<meta charset="utf-8"><title>{explorable.title}</title><style>{widgets.look(explorable.kind)}</style>'
    return f'<!doctype html><html lang="en">{head}<body>{script}'


def taken(page: Page, explorable: widgets.Explorable) -> str:
    """Return the picture of an explorable after its steps, as HTML."""
    page.set_content(page_of(explorable))
    at = page.locator(".xp > .xp-slider input")
    at.fill(str(STEPS[explorable.kind]))
    picture = page.locator(".xp-picture").evaluate("picture => picture.outerHTML")
    says = page.locator(".xp-says").inner_text()
    lighter = re.sub(r' data-word="[^"]*"', "", picture)
    return f'<div class="xp xp-{explorable.kind}">{lighter}<p class="xp-says">{says}</p></div>\n'


def pictures(browser: Browser) -> dict[str, str]:
    """Return the pictures of all explorables."""
    page = browser.new_page()
    return {explorable.kind: taken(page, explorable) for explorable in shown()}


if __name__ == "__main__":
    with chromium.running() as browser:
        for kind, html in pictures(browser).items():
            (FOLDER / f"{kind}.html").write_text(html, encoding="utf-8")
