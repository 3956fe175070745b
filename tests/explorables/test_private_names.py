"""What a module calls its own is its own: other modules and other explorables may use the same name."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import explorable_pictures
import pytest

from collapse_lib.explorables import KINDS, assets

ALONE = """
import {{ first }} from "./first.js";
import {{ second }} from "./second.js";
const secret = "{name}";
export default {{ render: ({{ el }}) => el.append(`${{secret}}, ${{first()}}, ${{second()}}`) }};
"""
HELPER = 'const secret = "{name}"; export const {name} = () => secret;'
FIGURE = '<figure class="explorable" data-kind="{}"><script type="application/json">{{}}</script></figure>'
SAID = ["one, first, second", "two, first, second"]


@pytest.fixture
def page(browser: Any) -> Iterator[Any]:
    """A page that may not complain."""
    page = browser.new_page()
    complaints: list[str] = []
    page.on("pageerror", lambda error: complaints.append(str(error)))
    page.on("console", lambda message: complaints.append(message.text))
    yield page
    page.close()
    assert complaints == []


@pytest.fixture
def modules(bundle: Callable[[Path], None], tmp_path: Path) -> dict[str, str]:
    """Two explorables in which one name is used six times: by both, and by both modules that each imports."""
    explorables = tmp_path / "collapse_lib" / "explorables"
    for name in ("one", "two"):
        (explorables / name).mkdir(parents=True)
        (explorables / name / "explorable.js").write_text(ALONE.format(name=name), encoding="utf-8")
        for helper in ("first", "second"):
            (explorables / name / f"{helper}.js").write_text(HELPER.format(name=helper), encoding="utf-8")
    bundle(tmp_path)
    return {name: (explorables / name / "bundle.js").read_text("utf-8") for name in ("one", "two")}


def published(folder: Path, modules: dict[str, str], figures: str) -> str:
    """Write a page with these explorables as the course's pages hold them, and return its address as a file."""
    scripts = {"host.js": assets.host()}
    scripts |= {f"{kind}.js": assets.as_script(kind, module) for kind, module in modules.items()}
    for name, code in scripts.items():
        (folder / name).write_text(code, encoding="utf-8")
    tags = "".join(f'<script defer src="{name}"></script>' for name in scripts)
    (folder / "page.html").write_text(f"<!doctype html><meta charset=utf-8>{figures}{tags}", encoding="utf-8")
    return (folder / "page.html").as_uri()


def test_two_explorables_with_the_same_names_live_in_one_published_page(
    page: Any, modules: dict[str, str], tmp_path: Path
) -> None:
    called = dict(zip(KINDS, modules.values(), strict=False))  # a page holds explorables by the names that there are
    page.goto(published(tmp_path, called, "".join(map(FIGURE.format, called))))
    assert page.locator(".explorable-live").all_inner_texts() == SAID


def test_two_explorables_with_the_same_names_live_in_one_page_of_jupyter(page: Any, modules: Any) -> None:
    page.set_content(f"<!doctype html><body>{explorable_pictures.hosting([(code, {}) for code in modules.values()])}")
    page.locator("div").nth(1).wait_for()
    assert page.locator("div").all_inner_texts() == SAID


def test_all_explorables_live_in_one_published_page(page: Any, tmp_path: Path) -> None:
    figures = "".join(explorable_pictures.example(kind).html() for kind in KINDS)
    page.goto(published(tmp_path, {kind: assets.module(kind) for kind in KINDS}, figures))
    assert page.locator("figure.explorable.live").count() == len(KINDS)


def test_all_explorables_live_in_one_page_of_jupyter(page: Any) -> None:
    page.set_content(explorable_pictures.page_of(*map(explorable_pictures.example, KINDS)))
    page.locator(".xp").nth(len(KINDS) - 1).wait_for()
    assert page.locator(".xp").count() == len(KINDS)
