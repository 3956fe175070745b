"""The recorded run on real text as tables and charts: nothing is lost on the way, and every chart can be told."""

from __future__ import annotations

import json

import numpy as np
import pandas as pd
import pytest

from collapse_lib import charts, recorded
from collapse_lib.experiments import toy_language_model
from collapse_lib.experiments.language_model import tables
from collapse_lib.experiments.language_model.measures import PROMPTS

POLICIES = ["replace", "10% kept", "accumulate"]


@pytest.fixture(scope="module")
def table() -> pd.DataFrame:
    return recorded.load("opt-wikitext")


# The tables


def test_the_middle_run_is_the_median(table):
    rows = table[(table.policy == "10% kept") & (table.decoding == "T = 0.9") & (table.epochs == 5)]
    law = [rows[rows.generation == generation].real.median() for generation in (3, 9)]
    assert tables.at("real", "10% kept", "T = 0.9", [3, 9]) == pytest.approx(law)


def test_chapter_5_says_in_how_many_runs_the_far_tail_is_empty():
    far = tables.each("far", "replace", "T = 0.9", 9)
    assert len(far) == 5
    assert np.count_nonzero(far == 0) == 3


def test_a_histogram_holds_every_block(table):
    histogram = tables.histogram(table, 5)
    totals = histogram.groupby(["policy", "way", "generation"])[["share", "first"]].sum()
    np.testing.assert_allclose(totals, 1, atol=1e-3)
    start = histogram[histogram.generation == 0]
    assert (start["share"] == start["first"]).all()
    assert (histogram.low < histogram.high).all()


def test_what_is_read_is_what_was_written(table):
    lines = tables.continuations(table, "T = 0.9", 5)
    for layout, width in {"narrow": tables.NARROW, "wide": tables.WIDE}.items():
        shown = lines[(lines.policy == "replace") & (lines.generation == 4) & (lines.layout == layout)]
        assert shown.text.str.len().max() <= width
        row = table[(table.policy == "0% kept") & (table.decoding == "T = 0.9") & (table.generation == 4)].iloc[0]
        said = shown[shown.beginning == f"{PROMPTS[1]} …"].text
        assert " ".join(said) == " ".join(json.loads(row.continuations)[1].split())


# The charts of the page, those of the made-up language among them


WORDS = {"title": "A chart", "description": "What it shows."}


def drawn(table: pd.DataFrame) -> dict:
    numbers, middle = tables.measures(table), tables.medians(table)
    cold = numbers[(numbers.way == "T = 0.9") & (numbers.epochs == 5)].assign(series=lambda rows: rows.policy)
    nothing = numbers[(numbers.policy == "replace") & (numbers.epochs == 5)]
    invented = recorded.load("opt-embedded")
    return {
        "sentences": charts.language_model.sentences.sentences(
            toy_language_model.tables.sentences(invented, 0.9), written=4_000, **WORDS
        ),
        "real_text": charts.language_model.perplexity.real_text(cold, **WORDS),
        "own_text": charts.language_model.perplexity.own_text(cold, **WORDS),
        "histogram": charts.language_model.histogram.histogram(
            tables.histogram(table, 5), middle[middle.epochs == 5], **WORDS
        ),
        "continuations": charts.language_model.continuations.continuations(
            tables.continuations(table, "T = 0.9", 5), **WORDS
        ),
        "tastes": charts.language_model.perplexity.tastes(nothing.assign(series=nothing.way), **WORDS),
        "one_run": charts.language_model.perplexity.one_run(invented.iloc[:5], **WORDS),
        "words": charts.language_model.sentences.words(
            toy_language_model.tables.words(invented, 0.9), POLICIES, written=4_000, **WORDS
        ),
    }


@pytest.fixture(scope="module")
def specifications(table) -> dict:
    return {name: chart.to_dict() for name, chart in drawn(table).items()}


def test_every_chart_has_its_words_and_at_most_5000_rows(specifications):
    for specification in specifications.values():
        assert specification["title"]["text"] == [WORDS["title"]]
        assert specification["description"] == WORDS["description"]
        assert max(map(len, specification["datasets"].values())) <= 5_000


def test_no_two_charts_of_the_page_share_a_control(specifications):
    names = [param["name"] for one in specifications.values() for param in one.get("params", []) if "bind" in param]
    assert len(names) == len(set(names)) == 11


def test_every_series_has_a_colour_and_its_name_at_the_end_of_its_line(specifications):
    for name, series in {"own_text": POLICIES, "tastes": list(charts.language_model.perplexity.WAYS)}.items():
        text = str(specifications[name])
        assert all(f"'{one}'" in text for one in series)
