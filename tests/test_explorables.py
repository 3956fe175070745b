"""The explorables' JavaScript obeys the laws of the library: run in node, compared with theory and with `ensembles`.

Samplers first, then the telephone game, the lineages and the pipeline. Where there is no node these tests are skipped.
"""

from __future__ import annotations

import gzip
import json
import shutil
import subprocess
from dataclasses import replace
from typing import Any

import explorable_pictures
import numpy as np
import pytest
from scipy import stats
from simulations import simulated
from tolerances import assert_mean, assert_median, assert_same_law

from collapse_lib import policies, telephone, theory, widgets
from collapse_lib.models.gaussian import Gaussian
from collapse_lib.pipeline import TEAMS, Pipeline

NODE = shutil.which("node")
KINDS = ("telephone", "lineages", "pipeline")
RUNS = 4_000
needs_node = pytest.mark.skipif(NODE is None, reason="node is not installed, so the explorables' laws were not tested")


def node(code: str, **given: Any) -> Any:
    """Return what `code`, the body of a function, returns; `given` are its variables."""
    names, values = ", ".join(given), ", ".join(json.dumps(value) for value in given.values())
    imports = "".join(f"import * as {name} from './{name}.js';" for name in ("random", *KINDS))
    program = f"{imports} const run = ({names}) => {{ {code} }}; console.log(JSON.stringify(run({values})));"
    command = [str(NODE), "--input-type=module", "-e", program]
    done = subprocess.run(command, cwd=str(widgets.FILES), capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    return json.loads(done.stdout)


def many(draw: str, count: int = RUNS, seed: int = 1, **given: Any) -> np.ndarray:
    """Return `count` values of the expression `draw`, in which `next` is the generator."""
    code = f"const next = random.generator(seed); return Array.from({{length: count}}, () => {draw});"
    return np.array(node(code, count=count, seed=seed, **given))


# Random numbers


@needs_node
@pytest.mark.parametrize("seed", [0, 1, 2, 2**31])
def test_uniform_numbers_are_uniform_and_the_next_does_not_depend_on_the_last(seed):
    drawn = many("next()", 20_000, seed)
    assert stats.kstest(drawn, "uniform").pvalue > 1e-4
    assert abs(np.corrcoef(drawn[1:], drawn[:-1])[0, 1]) < 4 / np.sqrt(len(drawn))


@needs_node
def test_a_seed_gives_the_same_numbers_again_and_another_seed_others():
    assert (many("next()", 20, 7) == many("next()", 20, 7)).all()
    first = node("return seeds.map((seed) => random.generator(seed)());", seeds=[*range(1, 200)])
    assert len(set(first)) == len(first)
    assert stats.kstest(first, "uniform").pvalue > 1e-4


@needs_node
def test_normal_numbers_are_normal():
    assert stats.kstest(many("random.normal(next)", 20_000), "norm").pvalue > 1e-4


@needs_node
@pytest.mark.parametrize("freedom", [1, 2, 19, 499])
def test_chi_square_numbers_have_their_law(freedom):
    drawn = many("random.chiSquare(next, freedom)", 10_000, freedom=freedom)
    assert stats.kstest(drawn, stats.chi2(freedom).cdf).pvalue > 1e-4


@needs_node
@pytest.mark.parametrize(("tries", "p"), [(10, 0.3), (1_000, 0.001), (1_000, 0.26), (3_000, 0.999), (17, 0.5)])
def test_binomial_numbers_have_their_law(tries, p):
    drawn = many("random.binomial(next, tries, p)", 20_000, tries=tries, p=p)
    law = stats.binom(tries, p)
    cuts = sorted({int(law.ppf(level)) for level in (0.05, 0.2, 0.4, 0.6, 0.8, 0.95)})
    edges = np.array([-1, *cuts, tries])
    expected = np.diff(law.cdf(edges)) * len(drawn)
    found = np.histogram(drawn, edges + 0.5)[0]
    kept = expected > 5
    assert stats.chisquare(found[kept], expected[kept] * found[kept].sum() / expected[kept].sum()).pvalue > 1e-4


@needs_node
@pytest.mark.parametrize("tries", [0, 1, 40])
def test_a_binomial_number_of_a_sure_thing_is_sure(tries):
    assert set(many("random.binomial(next, tries, 1)", 50, tries=tries)) == {tries}
    assert set(many("random.binomial(next, tries, 0)", 50, tries=tries)) == {0}


@needs_node
def test_multinomial_counts_add_up_and_have_the_means_and_variances_of_their_law():
    weights = np.array([1, 0, 5, 94])
    drawn = many("random.multinomial(next, 200, weights)", weights=weights.tolist())
    assert (drawn.sum(axis=1) == 200).all()
    p = weights / weights.sum()
    assert_mean(drawn, 200 * p)
    assert_mean((drawn - 200 * p) ** 2, 200 * p * (1 - p))


@needs_node
def test_a_subset_is_drawn_without_repeats():
    counts = [1, 2, 30, 0]
    drawn = many("random.subset(next, 10, counts)", counts=counts)
    assert (drawn.sum(axis=1) == 10).all()
    assert (drawn <= counts).all()
    assert_mean(drawn, 10 * np.array(counts) / sum(counts))
    assert_mean((drawn[:, 2] - 10 * 30 / 33) ** 2, stats.hypergeom(33, 30, 10).var())


# The telephone game: a large bag of words that stand once, and the law of `theory`

ONCE = 2_000
TELEPHONE = {
    "replace": (policies.replace(), theory.copy_survival),
    "kept": (policies.keep_real(0.1), lambda copies: theory.copy_survival(copies, kept=0.1)),
    "accumulate": (policies.Accumulate(), theory.accumulate_copy_survival),
}


def telephone_left(policy: str, original: list[int], runs: int, seed: int) -> np.ndarray:
    """Return the share of the words that stood once that is in the original and in each copy, shape (runs, 11)."""
    code = """
    const next = random.generator(seed);
    return Array.from({length: runs}, () => telephone.play(original, policy, telephone.COPIES, next)
      .map((bag) => telephone.left(original, bag)[0]));"""
    counts = node(code, policy=policy, original=original, runs=runs, seed=seed)
    return np.array(counts) / original.count(1)


@needs_node
@pytest.mark.parametrize("policy", TELEPHONE)
def test_of_the_words_that_stood_once_as_many_are_left_as_theory_says(policy):
    left = telephone_left(policy, [1] * ONCE, 60, seed=2)
    law = [TELEPHONE[policy][1](copy) for copy in range(11)]
    assert_mean(left, law, slack=1 / ONCE)


@needs_node
@pytest.mark.parametrize("policy", TELEPHONE)
def test_the_telephone_game_has_the_law_of_the_library(policy):
    original = telephone.bag(300, rng=np.random.default_rng(2))
    counts = np.unique(original, return_counts=True)[1]
    left = telephone_left(policy, counts.tolist(), 400, seed=3)
    rule = {policy: TELEPHONE[policy][0]}
    alone = [
        telephone.share_left(original, rule, 5, runs=1, seed=seed)["left"].iloc[5] for seed in np.arange(400) + 1_000
    ]
    assert_same_law(left[:, 5], alone)


@needs_node
def test_a_bag_keeps_its_size_and_a_word_that_is_gone_stays_gone_if_all_is_replaced():
    code = "return telephone.play(original, 'replace', 10, random.generator(4));"
    bags = np.array(node(code, original=[5, 1, 1, 1, 2]))
    assert (bags.sum(axis=1) == 10).all()
    assert (np.diff((bags > 0).astype(int), axis=0) <= 0).all()


# A hundred lineages

LINEAGES = {
    "replace": policies.replace(),
    "fresh": policies.Refresh(Gaussian(), 0.1),
    "accumulate": policies.Accumulate(),
}


def lineages(policy: str, generation: int, *, samples: int, ddof: int = 1, runs: int = RUNS) -> tuple[Any, Any]:
    """Return mean and standard deviation of many lineages in one generation."""
    code = """
    const next = random.generator(5);
    return Array.from({length: runs}, () =>
      lineages.lineage({policy, samples, ddof}, {last: generation, stride: generation || 1}, next).at(-1));"""
    found = np.array(node(code, policy=policy, generation=generation, samples=samples, ddof=ddof, runs=runs))
    return found[:, 0], found[:, 1]


def squared_distance(mean: Any, std: Any) -> Any:
    return mean**2 + (std - 1) ** 2


@needs_node
@pytest.mark.parametrize("ddof", [0, 1])
@pytest.mark.parametrize("generation", [0, 20])
def test_under_replace_the_average_distance_is_the_exact_one(ddof, generation):
    found = lineages("replace", generation, samples=100, ddof=ddof, runs=10_000)
    assert_mean(squared_distance(*found), theory.expected_w2(generation + 1, 100, ddof=ddof))


@needs_node
@pytest.mark.parametrize("ddof", [0, 1])
def test_the_typical_variance_falls_as_theory_says_and_its_mean_as_ddof_says(ddof):
    _, std = lineages("replace", 60, samples=100, ddof=ddof, runs=10_000)
    law = theory.median_variance(61, 100, ddof=ddof)
    assert_median(std**2, law, slack=law / 300)
    assert_mean(std**2, theory.expected_variance(61, 100, ddof=ddof))


@needs_node
@pytest.mark.parametrize("ddof", [0, 1])
def test_new_real_data_and_accumulation_have_their_moments(ddof):
    mean, std = lineages("fresh", 30, samples=100, ddof=ddof, runs=10_000)
    error, variance = theory.refresh_moments(31, 100, 10, ddof=ddof)
    assert_mean(mean**2, error)
    assert_mean(std**2, variance)


@needs_node
def test_accumulation_has_its_moments():
    mean, std = lineages("accumulate", 30, samples=20, runs=10_000)
    error, variance = theory.accumulate_moments(31, 20)
    assert_mean(mean**2, error)
    assert_mean(std**2, variance)


@needs_node
@pytest.mark.parametrize("ddof", [0, 1])
@pytest.mark.parametrize("policy", LINEAGES)
def test_lineages_have_the_law_of_the_ensembles(policy, ddof, rng):
    found = lineages(policy, 15, samples=20, ddof=ddof)
    other = simulated(LINEAGES[policy], 15, rng, samples=20, lineages=RUNS, ddof=ddof)
    for mine, theirs in zip(found, other, strict=True):
        assert_same_law(mine, theirs)
    assert_same_law(squared_distance(*found), squared_distance(*other))


@needs_node
def test_the_median_is_the_middle_one():
    assert node("return [[3, 1, 2], [4, 1, 3, 2], [7]].map(lineages.median);") == [2, 2.5, 7]


# The content pipeline

HOUSES = [
    *TEAMS.values(),
    *(Pipeline(a, s, k, 5) for a in (0, 0.5, 0.8, 1) for s in (0.05, 0.3, 1) for k in (0, 0.1, 0.15, 0.16, 0.6)),
]


def numbers(team: Pipeline) -> dict[str, float]:
    return dict(vars(team))


@needs_node
def test_the_pipeline_levels_off_and_tips_where_the_library_says():
    found = node(
        "return teams.map((team) => [pipeline.ceiling(team), pipeline.tippingMonth(team)]);",
        teams=[*map(numbers, HOUSES)],
    )
    assert [tips for _, tips in found] == [team.tipping_month() for team in HOUSES]  # JSON says null for Infinity
    np.testing.assert_allclose([level for level, _ in found], [team.ceiling for team in HOUSES], atol=1e-12)


@needs_node
@pytest.mark.parametrize("team", HOUSES[:8], ids=str)
def test_the_pipeline_has_the_library_s_share_in_every_month(team):
    code = "return Array.from({length: 121}, (_, m) => pipeline.machineShare(team, Math.floor(m / team.interval)));"
    np.testing.assert_allclose(node(code, team=numbers(team)), team.machine_share(np.arange(121)), atol=1e-12)


@needs_node
@pytest.mark.parametrize("refreshes", [0, 1, 7])
def test_what_the_picture_of_the_pipeline_shows_adds_up(refreshes):
    team = replace(TEAMS["agency"])
    parts = node("return pipeline.parts(team, refreshes);", team=numbers(team), refreshes=refreshes)
    assert sum(share for *_, share in parts) == pytest.approx(1)
    machines = sum(share for _, whose, share in parts if whose == "machine")
    assert machines == pytest.approx(float(team.machine_share(refreshes * team.interval)))


# Modules, pictures and outputs


def test_the_pictures_are_those_of_the_modules_as_they_are():
    try:
        taken = explorable_pictures.pictures()
    except FileNotFoundError as error:
        pytest.skip(str(error))
    assert {kind: widgets.picture(kind) for kind in KINDS} == taken


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
    }[kind]()


@pytest.mark.parametrize("kind", KINDS)
def test_an_output_holds_the_widget_for_jupyter_and_the_picture_for_a_page(kind):
    data, _ = made(kind)._repr_mimebundle_()
    assert {"application/vnd.jupyter.widget-view+json", "text/html", "text/plain"} <= data.keys()
    assert f'data-kind="{kind}"' in data["text/html"]
    assert widgets.picture(kind) in data["text/html"]


def test_without_anywidget_the_picture_is_all_there_is(monkeypatch):
    monkeypatch.setitem(__import__("sys").modules, "anywidget", None)
    data, _ = made("lineages")._repr_mimebundle_()
    assert data.keys() == {"text/plain", "text/html"}


def test_colab_is_handed_the_widget_alone(monkeypatch):
    monkeypatch.setitem(__import__("sys").modules, "google.colab", object())
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
