"""What an explorable hands over to Jupyter, to Colab and to a page."""

from __future__ import annotations

import re
import sys
from importlib import import_module

import explorable_pictures
import pytest
from explorable_pictures import example
from javascript import ROOT
from shown import CHAPTERS

from collapse_lib import explorables
from collapse_lib.explorables import KINDS, Explorable, assets, explorable


def test_the_pictures_are_those_of_the_modules_as_they_are(browser):
    assert {kind: assets.picture(kind) for kind in KINDS} == explorable_pictures.pictures(browser)


@pytest.mark.parametrize("kind", KINDS)
def test_an_output_holds_live_html_for_a_notebook_and_the_data_for_a_page(kind):
    data, _ = example(kind)._repr_mimebundle_()
    assert data.keys() == {explorable.MEDIA_TYPE, "text/html", "text/plain"}
    assert Explorable(**data[explorable.MEDIA_TYPE]) == example(kind)
    assert assets.script(kind) in data["text/html"]


@pytest.mark.parametrize("kind", KINDS)
def test_an_output_is_live_as_soon_as_it_stands_in_a_page_and_once_only(kind, browser):
    page = browser.new_page()
    page.set_content(2 * example(kind).output())
    assert page.locator(".explorable-live > .xp").count() == 2
    assert [image.is_visible() for image in page.locator("img.explorable-picture").all()] == [False, False]
    page.close()


@pytest.mark.parametrize("kind", KINDS)
def test_without_scripts_and_style_sheets_an_output_is_one_image_of_all_that_its_picture_shows(kind, browser):
    words = example(kind).output()
    page = browser.new_page(viewport={"width": 900, "height": 900})
    page.set_content(re.sub(r"(?s)<(script|style)\b.*?</\1>", "", words))
    image = page.get_by_role("img")
    assert image.get_attribute("alt") == f"{example(kind).title}. {assets.caption(kind)}"
    assert (
        image.evaluate("async (image) => { await image.decode(); return image.naturalWidth }") == assets.PICTURE_WIDTH
    )
    assert page.locator("body").inner_text().strip() == ""
    page.goto(image.get_attribute("src"))
    needed = page.locator(".paper").evaluate("(paper) => paper.getBoundingClientRect().height")
    height = page.locator("svg").first.get_attribute("height")
    assert 0 <= int(height) - needed < 60
    page.close()


def test_in_colab_without_anywidget_the_html_is_shown(monkeypatch):
    monkeypatch.setitem(sys.modules, "google.colab", object())
    monkeypatch.setitem(sys.modules, "anywidget", None)
    data, _ = example("lineages")._repr_mimebundle_()
    assert "text/html" in data


def test_colab_is_handed_the_widget_alone(monkeypatch):
    monkeypatch.setitem(sys.modules, "google.colab", object())
    monkeypatch.setattr("anywidget.widget.in_colab", lambda: False)
    data, _ = example("lineages")._repr_mimebundle_()
    assert data.keys() == {"application/vnd.jupyter.widget-view+json", "text/plain"}


def test_data_cannot_end_the_script_that_holds_them():
    game = explorables.telephone_game({1: {"</script><b>": 1}})
    assert game.html().count("</script>") == 1
    assert game.output().count("</script>") == 2


def test_each_explorable_is_shown_in_a_chapter_or_on_the_front_page():
    front = {"wall"} if "{word-wall}" in (ROOT / "index.md").read_text("utf-8") else set()
    assert {*CHAPTERS, *front} == set(KINDS)


def test_no_function_bears_the_name_of_a_folder_which_would_hide_it_once_that_is_imported():
    offered = {name for kind in KINDS for name in import_module(f"collapse_lib.explorables.{kind}").__all__}
    assert offered.isdisjoint(KINDS)


def test_the_package_offers_what_its_folders_offer_and_names_it_where_asked_for_something_else():
    names = {"Explorable", "telephone_game", "word_wall", "hundred_lineages", "content_pipeline"}
    assert names <= set(dir(explorables))
    with pytest.raises(AttributeError, match=r"has no 'word_walls': it offers .*word_wall"):
        _ = explorables.word_walls
