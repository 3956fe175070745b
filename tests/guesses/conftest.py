"""Cards in a browser: a page that asks and a later page that answers."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from cards import FATE, SHARE

from collapse_lib import guesses

HEAD = """<!doctype html><meta charset=utf-8><meta name=viewport content="width=device-width"><style>
body { background: #fff; color: #222 } @media (prefers-color-scheme: dark) { body { background: #111; color: #eee } }
</style>"""


@pytest.fixture
def site(tmp_path: Path) -> str:
    """Two pages as a folder of files: the questions, and a later page with the answers. Return their address."""
    pages = {
        "01-warm-up": [SHARE, FATE],
        "02-later": [guesses.recall("share", "16%"), guesses.recall("fate", "It stops.")],
    }
    for name, cards in pages.items():
        body = "".join(card._repr_html_() for card in cards)
        (tmp_path / f"{name}.html").write_text(HEAD + body, encoding="utf-8")
    return tmp_path.as_uri()


@pytest.fixture
def context(browser: Any) -> Iterator[Any]:
    """A fresh context of a telephone's size."""
    context = browser.new_context(viewport={"width": 360, "height": 740})
    context.set_default_timeout(60_000)  # a busy machine may take its time
    yield context
    context.close()
