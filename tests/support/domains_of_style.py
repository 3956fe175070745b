"""The domains of `charts.style`."""

from __future__ import annotations

import altair as alt
import numpy as np
import pandas as pd
from domains import Border, arguments
from hypothesis import strategies as st
from things import NO_TEXTS
from values import not_whole

from collapse_lib.charts import style

EMPTY = NO_TEXTS | st.sampled_from(["", " ", "\n"])
WORDS = st.sampled_from(["Policy: ", "é", "m", 'a "b" <c>'])
NAMES = st.sampled_from(["policy", "generation"])
DOTS = alt.Chart(pd.DataFrame({"x": [1]})).mark_point()
COLOURS = st.sampled_from(["#000000", "#ffffff", "#Ab12eF"])
NO_COLOURS = EMPTY | st.sampled_from(["red", "#fff", "#gggggg", "000000", "#0000000"])
SCALES = st.integers(-99, 99).flatmap(
    lambda first: st.builds(
        lambda step, many, at: {
            "values": (found := [first + step * i for i in range(many)]),
            "start": found[at % many],
        },
        st.integers(1, 9),
        st.integers(2, 9),
        st.integers(0, 99),
    )
)
OPTIONS = st.lists(st.sampled_from(["a", "b", "é", 10, 0.5]), min_size=1, unique=True)
CONTROLS = OPTIONS.flatmap(
    lambda options: arguments(name=NAMES, label=WORDS, options=st.just(options), start=st.sampled_from(options))
)
NO_START = st.sampled_from([None, "another", -1e9, True, ["a"], np.nan, b"a"])
NO_OPTIONS = st.sampled_from([None, [], 3, "ab"])


def titled(found, chart, title, description, height):
    said = found.to_dict()
    assert " ".join(said["title"]["text"]).split() == title.split() and said["description"] == description
    assert said["height"] == height


def moves(found, name, label, values, start):
    bound = found.param.to_dict()
    assert bound["name"] == name and bound["value"] == start and bound["bind"]["name"] == label
    assert (bound["bind"]["min"], bound["bind"]["max"]) == (values[0], values[-1])


def offers(found, name, label, options, start):
    bound = found.param.to_dict()
    assert (bound["name"], bound["value"], bound["bind"]["options"]) == (name, start, options)


def from_one_to_the_other(found, pale, strong, number):
    assert len(found) == number and found[0] == pale.lower() and (number == 1 or found[-1] == strong.lower())


def each_its_own(found, colours):
    assert dict(zip(found.domain, found.range, strict=True)) == colours


ROOM = style
CHOSEN = {"name": EMPTY, "label": EMPTY, "options": NO_OPTIONS, "start": NO_START}
TABLE = {
    "finished": Border(
        style.finished,
        arguments(chart=st.just(DOTS), title=WORDS, description=WORDS, height=st.integers(1, 999)),
        titled,
        {"title": EMPTY, "description": EMPTY, "height": not_whole(1)},
    ),
    "slider": Border(
        style.slider,
        st.builds(lambda scale, name, label: {**scale, "name": name, "label": label}, SCALES, NAMES, WORDS),
        moves,
        {
            "name": EMPTY,
            "label": EMPTY,
            "values": st.sampled_from(
                [None, [], [1], "12", ["a", "b"], [1, 2, 4], [1, np.nan], [[1, 2]], 3, [None, 1]]
            ),
            "start": NO_START,
        },
    ),
    "choice": Border(style.choice, CONTROLS, offers, CHOSEN),
    "menu": Border(style.menu, CONTROLS, offers, CHOSEN),
    "between": Border(
        style.between,
        arguments(pale=COLOURS, strong=COLOURS, number=st.integers(1, 20)),
        from_one_to_the_other,
        {"pale": NO_COLOURS, "strong": NO_COLOURS, "number": not_whole(1)},
    ),
    "palette": Border(
        style.palette,
        arguments(colours=st.dictionaries(st.sampled_from(["a", "b"]), COLOURS, min_size=1)),
        each_its_own,
        {"colours": st.sampled_from([None, {}, [], "red", {"a": None}, {"a": ""}, {"a": 3}])},
    ),
}
