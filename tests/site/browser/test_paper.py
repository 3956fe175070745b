"""A page printed from the browser: what is folded stands open on paper, with and without scripts; code stays folded."""

from __future__ import annotations

import io
from typing import Any

import pytest
from pypdf import PdfReader
from site_server import Server

FOLDED = "article details:not(.code, .explorable-live *)"
HIDDEN = f"""() => [...document.querySelectorAll("{FOLDED}")].filter((part) => [...part.children].some(
  (child) => child.tagName !== "SUMMARY" && !child.checkVisibility({{ contentVisibilityAuto: true }})))
  .map((part) => part.textContent.trim().slice(0, 60))"""
OPEN = "(parts) => parts.map((part) => part.open)"
PROOF = "The proof, in a page"


def printed(page: Any) -> str:
    return " ".join(" ".join(sheet.extract_text().split()) for sheet in PdfReader(io.BytesIO(page.pdf())).pages)


def settled(page: Any) -> Any:
    """Return what is still hidden once the browser has laid the page out for paper, which takes it some frames."""
    for _ in range(100):
        if not (hidden := page.evaluate(HIDDEN)):
            break
        page.wait_for_timeout(50)
    return hidden


@pytest.mark.parametrize("scripts", [True, False], ids=["scripts", "no scripts"])
def test_every_folded_part_of_every_page_stands_open_on_paper(
    scripts: bool, name: str, server: Server, visit: Any
) -> None:
    with visit(f"{server.address}/{name}", scripts=scripts) as visited:
        visited.page.emulate_media(media="print")
        assert settled(visited.page) == []


@pytest.mark.parametrize("scripts", [True, False], ids=["scripts", "no scripts"])
def test_the_proof_is_printed_and_folded_again_and_code_is_not_printed(
    scripts: bool, server: Server, visit: Any
) -> None:
    with visit(f"{server.address}/notebooks/04-gaussian-proof.html", scripts=scripts) as visited:
        visited.page.locator("article details:not(.code) > summary").first.click()
        before = visited.page.locator("details").evaluate_all(OPEN)
        paper = printed(visited.page)
        assert "chi-square variable" in paper.split(PROOF)[1]
        assert "Code: " not in paper and "@title" not in paper
        assert visited.page.locator("details").evaluate_all(OPEN) == before


def test_code_that_the_reader_has_opened_is_printed(server: Server, visit: Any) -> None:
    with visit(f"{server.address}/notebooks/04-gaussian-proof.html") as visited:
        summary = visited.page.locator("details.code > summary").nth(1)
        title = summary.inner_text()
        summary.click()
        assert title in printed(visited.page)


def test_a_browser_that_cannot_open_by_style_opens_by_script_and_folds_again(server: Server, visit: Any) -> None:
    with visit(server.address) as visited:
        page = visited.page
        page.add_init_script("const supports = CSS.supports; CSS.supports = (...asked) => !/details/.test(asked[0])")
        page.goto(f"{server.address}/notebooks/04-gaussian-proof.html")
        folded = page.locator(f"{FOLDED}")
        folded.first.evaluate("(part) => { part.open = true }")
        before = page.locator("details").evaluate_all(OPEN)
        page.evaluate("dispatchEvent(new Event('beforeprint'))")
        assert all(folded.evaluate_all(OPEN)) and not any(page.locator("details.code").evaluate_all(OPEN))
        page.evaluate("dispatchEvent(new Event('afterprint'))")
        assert page.locator("details").evaluate_all(OPEN) == before


def test_the_words_of_the_telephone_game_are_printed_once_it_was_played(server: Server, visit: Any) -> None:
    with visit(f"{server.address}/notebooks/02-problem-framing.html") as visited:
        game = visited.page.locator("figure.explorable[data-kind=telephone]")
        game.get_by_role("button", name="Next copy").click()
        visited.page.emulate_media(media="print")
        assert game.locator(".xp-which dd").first.is_visible()
