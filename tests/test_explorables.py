"""What an explorable hands over: one module in one piece, a picture, and an output for Jupyter and for a page."""

from __future__ import annotations

import gzip
import subprocess
import sys

import explorable_pictures
import pytest
from javascript import KINDS, NODE, needs_node

from collapse_lib import widgets
from collapse_lib.experiments.pipeline import TEAMS


def test_the_pictures_are_those_of_the_modules_as_they_are(browser):
    assert {kind: widgets.picture(kind) for kind in KINDS} == explorable_pictures.pictures(browser)


@pytest.mark.parametrize("kind", KINDS)
def test_a_module_is_whole_and_light(kind):
    module = widgets.module(kind)
    assert "import " not in module.replace("important", "")
    assert module.count("export ") == 1
    assert module.endswith(f"{widgets.DEFAULT_EXPORT}\n")
    assert len(gzip.compress((module + widgets.look(kind)).encode())) < 12_000


@needs_node
@pytest.mark.parametrize("kind", KINDS)
def test_a_module_in_one_piece_has_what_anywidget_asks_for(kind, tmp_path):
    (tmp_path / "module.mjs").write_text(widgets.module(kind), encoding="utf-8")
    program = "import('./module.mjs').then((m) => console.log(typeof m.default.render, Object.keys(m).length))"
    done = subprocess.run([str(NODE), "-e", program], cwd=tmp_path, capture_output=True, text=True, check=True)
    assert done.stdout.split() == ["function", "1"]


def made(kind: str) -> widgets.Explorable:
    return {
        "telephone": lambda: widgets.telephone_game({3: {"the": 2, "bittern": 1}, 1: {"a": 1}}),
        "lineages": widgets.hundred_lineages,
        "pipeline": lambda: widgets.content_pipeline(TEAMS),
        "wall": lambda: widgets.word_wall({"the": 2, "bittern": 1}),
    }[kind]()


@pytest.mark.parametrize("kind", KINDS)
def test_an_output_holds_the_widget_for_jupyter_and_the_picture_for_a_page(kind):
    data, _ = made(kind)._repr_mimebundle_()
    assert {"application/vnd.jupyter.widget-view+json", "text/html", "text/plain"} <= data.keys()
    assert f'data-kind="{kind}"' in data["text/html"]
    assert widgets.picture(kind) in data["text/html"]


def test_without_anywidget_the_picture_is_all_there_is(monkeypatch):
    monkeypatch.setitem(sys.modules, "anywidget", None)
    data, _ = made("lineages")._repr_mimebundle_()
    assert data.keys() == {"text/plain", "text/html"}


def test_colab_is_handed_the_widget_alone(monkeypatch):
    monkeypatch.setitem(sys.modules, "google.colab", object())
    monkeypatch.setattr("anywidget.widget.in_colab", lambda: False)
    data, _ = made("lineages")._repr_mimebundle_()
    assert "text/html" not in data


def test_the_telephone_game_is_handed_its_bags_by_size_and_word():
    state = made("telephone").state
    assert state == {"words": ["a", "bittern", "the"], "bags": {"1": [1, 0, 0], "3": [0, 1, 2]}}


def test_data_cannot_end_the_script_that_holds_them():
    html = widgets.telephone_game({1: {"</script><b>": 1}}).html()
    assert html.count("</script>") == 1


@pytest.mark.parametrize(
    ("bags", "message"),
    [
        ({}, "needs a bag, got none"),
        ({3: {"the": 2}}, r"a bag of 3 needs 3 words, got \{'the': 2\}"),
        ({1: {"the": 1, "a": 0}}, "a bag of 1 needs 1 words"),
    ],
)
def test_a_bag_that_is_none_is_refused(bags, message):
    with pytest.raises(ValueError, match=message):
        widgets.telephone_game(bags)


def test_a_pipeline_without_teams_is_refused():
    with pytest.raises(ValueError, match="needs a team, got none"):
        widgets.content_pipeline({})


def test_a_wall_without_a_rare_word_is_refused():
    with pytest.raises(ValueError, match=r"needs a word that stands in the bag once, got \{'the': 2\}"):
        widgets.word_wall({"the": 2})
