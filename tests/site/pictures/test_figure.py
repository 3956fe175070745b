"""A chart's specification becomes a figure: words, controls and two drawings, whose colours the page decides."""

from __future__ import annotations

import json

import altair as alt
import pandas as pd
import pytest
from course.pictures.figure import figure

DATA = pd.DataFrame({"copy": [0, 1, 2], "left": [3, 2, 1]})


@pytest.fixture(scope="module")
def made() -> tuple[str, str]:
    until = alt.param(name="until", value=2, bind=alt.binding_range(min=0, max=2, step=1, name="Until copy: "))
    chart = alt.Chart(DATA, title="Fewer & fewer", description='What is "left"').mark_line(color="#0067a5")
    chart = chart.add_params(until).encode(x="copy:Q", y="left:Q").properties(width="container")
    return figure(chart.to_dict(), "chart-a-1")


def test_it_is_named_described_and_drawn_for_a_wide_page_and_a_narrow_one(made: tuple[str, str]) -> None:
    html, _ = made
    assert html.startswith('<figure class="chart" id="chart-a-1"')
    assert "<figcaption>Fewer &amp; fewer</figcaption>" in html
    assert 'aria-label="What is &quot;left&quot;"' in html
    assert (html.count("<svg"), html.count('class="wide"'), html.count('class="narrow"')) == (2, 1, 1)


def test_its_controls_are_the_pages(made: tuple[str, str]) -> None:
    html, vega = made
    assert '<label for="chart-a-1-until">Until copy</label>' in html
    assert all("bind" not in signal for signal in json.loads(vega)["signals"])


def test_its_colours_are_variables_in_the_picture_and_in_the_live_chart(made: tuple[str, str]) -> None:
    assert all("var(--c0067a5)" in part and "#0067a5" not in part for part in made)
