"""A reader with settings of their own: how large letters are, and whether sites may store anything."""

from __future__ import annotations

import json
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import chromium
import pytest

BLOCKED = {"profile": {"default_content_setting_values": {"cookies": 2}}}


def letters(size: int) -> dict[str, Any]:
    """Return the settings of who reads letters of `size` px where 16 is usual."""
    return {"webkit": {"webprefs": {"default_font_size": size}}}


@contextmanager
def reading(settings: dict[str, Any], *, width: int) -> Iterator[Any]:
    """Run the browser with `settings`, its window `width` pixels wide; yield its context. Skips where there is none."""
    from playwright.sync_api import sync_playwright

    try:
        executable = chromium.find()
    except FileNotFoundError as error:
        pytest.skip(str(error))
    with sync_playwright() as playwright, tempfile.TemporaryDirectory() as profile:
        preferences = Path(profile) / "Default" / "Preferences"
        preferences.parent.mkdir()
        preferences.write_text(json.dumps(settings), encoding="utf-8")
        context = playwright.chromium.launch_persistent_context(
            profile, executable_path=executable, args=list(chromium.FLAGS), viewport={"width": width, "height": 740}
        )
        context.set_default_timeout(60_000)  # a busy machine may take its time
        yield context
        context.close()
