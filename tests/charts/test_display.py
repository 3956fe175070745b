"""What a notebook is handed of a chart: something that needs no network, a picture, and words."""

from __future__ import annotations

import subprocess
import sys

import altair as alt
import pandas as pd
import pytest

from collapse_lib.charts import display, style

TABLE = pd.DataFrame({"copy": [0, 1], "left": [1.0, 0.6]})
CHART = style.finished(
    alt.Chart(TABLE).mark_line().encode(x="copy", y="left"), title="Rare words go first", description="A line falls."
)


def shown() -> dict:
    data, _ = CHART._repr_mimebundle_()
    return data


def test_a_chart_is_its_specification_a_picture_and_words_and_no_html_that_fetches_scripts():
    assert shown().keys() == {display.VEGA_LITE, "image/png", "text/plain"}
    assert shown()["text/plain"] == "Chart. Rare words go first. A line falls."
    assert shown()["image/png"].startswith("iVBORw0KGgo")


def test_without_vl_convert_there_is_no_picture(monkeypatch):
    monkeypatch.setitem(sys.modules, "vl_convert", None)
    assert shown().keys() == {display.VEGA_LITE, "text/plain"}


def test_the_specification_is_the_charts_own_with_a_width_of_its_own_and_the_schema_that_jupyterlab_reads():
    spec = CHART.to_dict()
    assert spec["width"] == "container"
    assert shown()[display.VEGA_LITE] == {**spec, "width": display.OUTPUT_WIDTH, "$schema": display.SCHEMA}


def test_a_chart_that_cannot_be_drawn_ahead_has_no_picture_and_is_shown_all_the_same():
    data, _ = display.bundle({"mark": "no such mark"})
    assert data.keys() == {display.VEGA_LITE, "text/plain"}


def test_a_width_that_somebody_chose_is_kept():
    data, _ = display.bundle({**CHART.to_dict(), "width": 200})
    assert data[display.VEGA_LITE]["width"] == 200


@pytest.mark.parametrize(("title", "said"), [("Falls", "Chart. Falls."), (["Falls", "fast"], "Chart. Falls fast.")])
def test_a_chart_of_somebody_elses_is_told_by_what_it_has(title, said):
    data, _ = alt.Chart(TABLE, title=title).mark_line()._repr_mimebundle_()
    assert data["text/plain"] == said


def test_what_altair_is_told_for_its_embedding_goes_along():
    _, metadata = display.bundle({}, embed_options={"actions": False})
    assert metadata == {display.VEGA_LITE: {"embed_options": {"actions": False}}}


@pytest.mark.parametrize(
    ("before", "active"),
    [
        ("", display.NAME),
        ("sys.modules['google.colab'] = sys", "default"),
        ("import altair; altair.renderers.enable('svg')", "svg"),
    ],
)
def test_importing_the_charts_chooses_this_except_in_colab_and_where_somebody_has_chosen(before, active):
    probe = f"import sys\n{before}\nimport collapse_lib.charts, altair\nprint(altair.renderers.active)"
    run = subprocess.run([sys.executable, "-c", probe], capture_output=True, text=True, check=True)
    assert run.stdout.strip() == active
