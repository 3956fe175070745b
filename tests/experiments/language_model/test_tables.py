"""The recorded run on real text as tables and charts: nothing is lost on the way, and every chart can be told."""

from __future__ import annotations

import numpy as np
import pandas as pd
import pytest

from collapse_lib import charts, recorded
from collapse_lib.experiments import intervals, toy_language_model
from collapse_lib.experiments.language_model import tables
from collapse_lib.experiments.language_model.fixed_prompts import SPACED

POLICIES = ["replace", "10% kept", "accumulate"]


@pytest.fixture(scope="module")
def run() -> dict[str, pd.DataFrame]:
    return recorded.tables("opt-wikitext")


@pytest.fixture(scope="module")
def table(run) -> pd.DataFrame:
    return run["measures"]


# The tables


def test_the_middle_run_is_the_median(table):
    rows = table[(table.policy == "10% kept") & (table.decoding == "T = 0.9") & (table.epochs == 5)]
    law = [rows[rows.generation == generation].real.median() for generation in (3, 9)]
    assert tables.at("real", "10% kept", "T = 0.9", [3, 9]) == pytest.approx(law)


def test_chapter_5_says_in_how_many_runs_the_far_tail_is_empty():
    far = tables.each("tail_share", "replace", "T = 0.9", 9)
    assert len(far) == 5
    assert np.count_nonzero(far == 0) == 3


def test_a_histogram_holds_every_block(run):
    histogram = tables.histogram(run["histogram"], 5)
    totals = histogram.groupby(["policy", "decoding", "generation"])[["share", "first"]].sum()
    np.testing.assert_allclose(totals, 1, atol=1e-3)
    start = histogram[histogram.generation == 0]
    assert (start["share"] == start["first"]).all()
    assert (histogram.low < histogram.high).all()


def test_what_is_read_is_what_was_written(run):
    lines, said = tables.continuations(run["continuations"], "T = 0.9", 5), run["continuations"]
    for layout, width in {"narrow": tables.LINE, "wide": tables.WIDE_LINE}.items():
        shown = lines[(lines.policy == "replace") & (lines.generation == 4) & (lines.layout == layout)]
        assert shown.text.str.len().max() <= width
        rows = said.query("policy == 'replace' and decoding == 'T = 0.9' and generation == 4 and replicate == 0")
        (text,) = rows[rows.prompt == SPACED[1]].text
        assert " ".join(shown[shown.beginning == f"{SPACED[1]} …"].text) == " ".join(text.split())


def test_the_words_left_are_the_median_of_the_runs(run):
    rows = run["survival"].query("policy == 'replace' and decoding == 'T = 1' and epochs == 5 and generation == 9")
    law = rows[rows.band == "3 to 5"].alive.median()
    assert tables.alive("3 to 5", "replace", "T = 1", [9]) == pytest.approx([law])


# The charts of the page, those of the made-up language among them


WORDS = {"title": "A chart", "description": "What it shows."}


def spread(runs: pd.DataFrame, column: str) -> pd.DataFrame:
    return intervals.of_median(runs, column, ["series", "generation"], rng=np.random.default_rng(0))


def drawn(run: dict[str, pd.DataFrame]) -> dict:
    numbers, middle = run["measures"], tables.medians(run["measures"])
    cold = numbers[(numbers.decoding == "T = 0.9") & (numbers.epochs == 5)].assign(series=lambda rows: rows.policy)
    nothing = numbers[(numbers.policy == "replace") & (numbers.epochs == 5)].assign(series=lambda rows: rows.decoding)
    tenth = numbers[numbers.policy == "10% kept"].assign(
        series=lambda rows: rows.decoding + rows.epochs.map(", {} passes".format)
    )
    invented = recorded.tables("opt-embedded")
    read = toy_language_model.tables.sentences(invented, "T = 0.9")
    words = toy_language_model.tables.words(invented["words"], "T = 0.9")
    said = tables.continuations(run["continuations"], "T = 0.9", 5)
    histogram = tables.histogram(run["histogram"], 5)
    return {
        "sentences": charts.language_model.sentences.sentences(read, written=4_000, **WORDS),
        "real_text": charts.language_model.perplexity.real_text(cold, spread(cold, "real"), **WORDS),
        "own_text": charts.language_model.perplexity.own_text(cold, spread(cold, "generated"), **WORDS),
        "histogram": charts.language_model.histogram.histogram(histogram, middle[middle.epochs == 5], **WORDS),
        "continuations": charts.language_model.continuations.continuations(said, **WORDS),
        "tastes": charts.language_model.perplexity.tastes(nothing, spread(nothing, "generated"), **WORDS),
        "a_share_kept": charts.language_model.perplexity.a_share_kept(tenth, spread(tenth, "real"), **WORDS),
        "one_run": charts.language_model.perplexity.one_run(invented["measures"].iloc[:5], **WORDS),
        "words": charts.language_model.sentences.words(words, POLICIES, written=4_000, **WORDS),
    }


@pytest.fixture(scope="module")
def specifications(run) -> dict:
    return {name: chart.to_dict() for name, chart in drawn(run).items()}


def test_every_chart_has_its_words_and_at_most_5000_rows(specifications):
    for specification in specifications.values():
        assert specification["title"]["text"] == [WORDS["title"]]
        assert specification["description"] == WORDS["description"]
        assert max(map(len, specification["datasets"].values())) <= 5_000


def test_no_two_charts_of_the_page_share_a_control(specifications):
    names = [param["name"] for one in specifications.values() for param in one.get("params", []) if "bind" in param]
    assert len(names) == len(set(names)) == 11


def test_every_series_has_a_colour_and_its_name_at_the_end_of_its_line(specifications):
    for name, series in {"own_text": POLICIES, "tastes": list(charts.language_model.perplexity.DECODINGS)}.items():
        text = str(specifications[name])
        assert all(f"'{one}'" in text for one in series)
