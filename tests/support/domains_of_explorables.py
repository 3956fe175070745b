"""The domains of `explorables`."""

from __future__ import annotations

import json
import re
from importlib import import_module

import numpy as np
from domains import Border, arguments, on
from hypothesis import strategies as st
from things import NO_TEXTS

from collapse_lib import explorables
from collapse_lib.experiments.pipeline import TEAMS, Pipeline
from collapse_lib.explorables import Explorable, assets, counts, lineages, telephone, wall
from collapse_lib.explorables import pipeline as pipelines

KINDS = st.sampled_from(explorables.KINDS)
NO_KINDS = NO_TEXTS | st.sampled_from(["", "game", "WALL", "../wall"])
TITLES = st.sampled_from(["A wall", '<b> & "c"', "é"])
STATES = st.dictionaries(
    st.sampled_from(["a", "b"]), st.sampled_from([1, 0.5, "é </script>", [1, 2], {"c": None}, True])
)
NO_STATES = st.sampled_from(
    [None, 3, "state", [], [("a", 1)], {"a": np.nan}, {"a": np.arange(3)}, {"a": {1}}, {("a",): 1}]
)
ONES = st.builds(Explorable, KINDS, TITLES, STATES)
WORDS = st.sampled_from(["gull", "sea", "é", "</script>", "10"])
BAGS = st.dictionaries(WORDS, st.integers(1, 9), min_size=1)
NO_BAGS = st.sampled_from(
    [
        None,
        {},
        [],
        "gull",
        3,
        {"a": 0},
        {"a": -1},
        {"a": 1.5},
        {"a": None},
        {"a": "1"},
        {"a": True},
        {3: 1},
        {"": 1},
        {"a": np.nan},
    ]
)


def data_of(html):
    """Return the data that a page holds."""
    return json.loads(re.search(r'<script type="application/json">(.*?)</script>', html, re.DOTALL)[1])


def in_the_page(found, self):
    assert data_of(found) == json.loads(json.dumps(self.state)) and f'data-kind="{self.kind}"' in found
    assert found.startswith("<figure")


def as_json(found, kind, title, state):
    bundle, _ = found._repr_mimebundle_()
    assert json.loads(json.dumps(bundle))[explorables.explorable.MEDIA_TYPE]["title"] == title


def as_many(found, counts, name):
    assert found == counts and list(found) == list(counts)


def every_bag(found, bags):
    assert {int(size): sum(bag) for size, bag in found.state["bags"].items()} == {size: size for size in bags}


def every_word(found, bag):
    assert dict(zip(found.state["words"], found.state["bag"], strict=True)) == bag


def every_team(found, teams):
    assert [Pipeline(**{k: v for k, v in team.items() if k != "name"}) for team in found.state["teams"]] == [
        *teams.values()
    ]


def live(found):
    assert isinstance(found, Explorable) and found.output().endswith("</script>")


def says_something(found, kind):
    assert found.strip() and "<p class" not in found


def script_of_it(found, kind, module):
    assert found.startswith(f'explorable("{kind}"') and module in found


ROOM = explorables
KIND = {"kind": NO_KINDS}
TABLE = {
    "Explorable": Border(
        Explorable,
        arguments(kind=KINDS, title=TITLES, state=STATES),
        as_json,
        {**KIND, "title": NO_TEXTS | st.sampled_from(["", " "]), "state": NO_STATES},
    ),
    "Explorable.html": Border(on("html"), arguments(self=ONES), in_the_page),
    "Explorable.output": Border(on("output"), arguments(self=ONES), in_the_page),
    "word_numbers": Border(
        counts.word_numbers, arguments(counts=BAGS, name=st.just("counts")), as_many, {"counts": NO_BAGS}
    ),
    "as_script": Border(
        assets.as_script, arguments(kind=KINDS, module=TITLES), script_of_it, {**KIND, "module": NO_TEXTS | st.just("")}
    ),
    "caption": Border(assets.caption, arguments(kind=KINDS), says_something, KIND),
    "telephone_game": Border(
        telephone.telephone_game,
        arguments(
            bags=st.lists(BAGS, min_size=1, max_size=3).map(lambda bags: {sum(bag.values()): bag for bag in bags})
        ),
        every_bag,
        {
            "bags": st.sampled_from(
                [None, {}, [1], "bags", {2: {"a": 1}}, {1.5: {"a": 1}}, {"1": {"a": 1}}, {True: {"a": 1}}]
            )
            | NO_BAGS.map(lambda bag: {1: bag})
        },
    ),
    "word_wall": Border(
        wall.word_wall,
        arguments(bag=BAGS.map(lambda bag: {**bag, "once": 1})),
        every_word,
        {"bag": NO_BAGS | st.just({"a": 2})},
    ),
    "content_pipeline": Border(
        pipelines.content_pipeline,
        arguments(teams=st.dictionaries(WORDS, st.sampled_from([*TEAMS.values()]), min_size=1)),
        every_team,
        {
            "teams": st.sampled_from(
                [None, {}, [], "teams", {"us": None}, {3: TEAMS["agency"]}, {"us": Pipeline}, {"": TEAMS["agency"]}]
            )
        },
    ),
    "hundred_lineages": Border(lineages.hundred_lineages, st.just({}), live),
    "example": Border(
        lambda kind: import_module(f"{explorables.__name__}.{kind}").example(),
        arguments(kind=KINDS),
        lambda found, kind: live(found),
    ),
}
