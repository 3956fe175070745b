"""The ledger can be read whole without scripts, and with them a reader chooses among its rows by the keyboard."""

from __future__ import annotations

from typing import Any

import pytest
from site_server import Server
from visits import PHONE

NAME = "book/ledger.html"
SHOWN = ".ledger tbody tr:visible"


def test_the_rows_are_chosen_by_the_keyboard_and_their_number_is_said(server: Server, visit: Any) -> None:
    with visit(f"{server.address}/{NAME}") as visited:
        page = visited.page
        every, said = page.locator(SHOWN).count(), page.locator(".ledger-choice").get_by_role("status")
        assert said.inner_text() == f"{every} sentences"
        status, where = page.get_by_label("How we know"), page.get_by_label("Page", exact=True)
        status.focus()
        page.keyboard.type("prov")
        assert status.input_value() == "proved"
        proved = page.locator(SHOWN)
        assert 0 < proved.count() < every
        assert all("proved" in row for row in proved.locator("td:nth-child(2)").all_inner_texts())
        assert said.inner_text() == f"{proved.count()} of {every} sentences"
        page.keyboard.press("Tab")
        page.keyboard.type("The Gauss")
        assert where.input_value() == "04-gaussian-proof"
        both = page.locator(SHOWN).locator("td:last-child a").evaluate_all("(links) => links.map((link) => link.href)")
        assert both
        assert all("/notebooks/04-gaussian-proof.html" in link for link in both)
    assert visited.complaints == []


@pytest.mark.parametrize("width", [PHONE, 1280])
def test_the_table_is_whole_without_scripts(width: int, server: Server, visit: Any) -> None:
    with visit(f"{server.address}/{NAME}", width=width, scripts=False) as visited:
        assert visited.page.locator(".ledger tbody tr").count() == visited.page.locator(SHOWN).count() > 200
        assert not visited.page.locator(".ledger-choice").is_visible()


def test_the_search_does_not_find_what_the_ledger_only_repeats(server: Server, visit: Any) -> None:
    with visit(f"{server.address}/search.html?q=lineages") as visited:
        visited.page.locator("#search-results").get_by_role("link", name="The Gaussian proof").first.wait_for()
        assert visited.page.locator("#search-results").get_by_role("link", name="What we claim").count() == 0
