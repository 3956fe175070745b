"""What an explorable hands over to Jupyter, to Colab and to a page."""

from __future__ import annotations

import sys
from importlib import import_module

import explorable_pictures
import pytest
from explorable_pictures import example
from javascript import ROOT
from shown import CHAPTERS

from collapse_lib import explorables
from collapse_lib.explorables import KINDS, assets


def test_the_pictures_are_those_of_the_modules_as_they_are(browser):
    assert {kind: assets.picture(kind) for kind in KINDS} == explorable_pictures.pictures(browser)


@pytest.mark.parametrize("kind", KINDS)
def test_an_output_holds_the_widget_for_jupyter_and_the_picture_for_a_page(kind):
    data, _ = example(kind)._repr_mimebundle_()
    assert {"application/vnd.jupyter.widget-view+json", "text/html", "text/plain"} <= data.keys()
    assert f'data-kind="{kind}"' in data["text/html"]
    assert assets.picture(kind) in data["text/html"]


def test_without_anywidget_the_picture_is_all_there_is(monkeypatch):
    monkeypatch.setitem(sys.modules, "anywidget", None)
    data, _ = example("lineages")._repr_mimebundle_()
    assert data.keys() == {"text/plain", "text/html"}


def test_colab_is_handed_the_widget_alone(monkeypatch):
    monkeypatch.setitem(sys.modules, "google.colab", object())
    monkeypatch.setattr("anywidget.widget.in_colab", lambda: False)
    data, _ = example("lineages")._repr_mimebundle_()
    assert "text/html" not in data


def test_data_cannot_end_the_script_that_holds_them():
    html = explorables.telephone_game({1: {"</script><b>": 1}}).html()
    assert html.count("</script>") == 1


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
