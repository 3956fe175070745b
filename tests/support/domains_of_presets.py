"""The domains of `experiments.language_model.presets`."""

from __future__ import annotations

from domains import Border, arguments
from domains_of_kept_shares import POLICIES
from hypothesis import strategies as st
from things import NO_TEXTS
from values import MANY, not_between

from collapse_lib.experiments.language_model import presets
from collapse_lib.experiments.language_model.conditions import Condition
from collapse_lib.experiments.language_model.presets import PRESETS, Preset
from collapse_lib.models.decoding import PLAIN, Decoding

CONDITIONS = st.builds(Condition, POLICIES, st.sampled_from([PLAIN, Decoding(beams=5)]), st.integers(1, 9))
NO_COUNTS = st.sampled_from([-1, 2.5, None, "3", True, [1]])
FROM_1 = NO_COUNTS | st.just(0)
SOURCES = st.sampled_from(["previous", "base"])
NO_SOURCES = NO_TEXTS | st.sampled_from(["", "first"])
ONES = st.sampled_from([*PRESETS.values()])
NO_PRESETS = st.sampled_from([None, "classroom", Preset, {}, 3])


def as_given(found, **given):
    assert all(getattr(found, name) == value for name, value in given.items())


def this_penalty(found, preset, penalty):
    assert {condition.decoding.repetition_penalty for condition in found.conditions} == {penalty}
    assert presets.with_repetition_penalty(found, 1.0) == presets.with_repetition_penalty(preset, 1.0)


ROOM = presets
TABLE = {
    "Preset": Border(
        Preset,
        arguments(
            name=st.just("a"),
            about=st.just("b"),
            conditions=st.lists(CONDITIONS, min_size=1, max_size=3, unique=True).map(tuple),
            seeds=st.lists(st.integers(0, 99), min_size=1, unique=True).map(tuple),
            last=st.integers(0, 9),
            begin=SOURCES,
            blocks=st.none() | st.integers(1, 400),
            batch=st.integers(1, 99),
            shift=st.integers(0, 64),
        ),
        as_given,
        {
            "conditions": st.sampled_from([None, (), 3, "few", (None,), ("replace",)]),
            "seeds": st.sampled_from([None, (), 3, "0", (None,), (-1,), (0, 0), (0.5,), (True,)]),
            "last": NO_COUNTS,
            "begin": NO_SOURCES,
            "prompts": NO_SOURCES,
            "learning_rate": not_between(0) | MANY | st.just(0),
            "shift": NO_COUNTS,
            **dict.fromkeys(("batch", "tested", "written"), FROM_1),
        },
        apart=st.sampled_from([0, -1, 2.5, "3", True]).map(lambda blocks: {"blocks": blocks}),
    ),
    "with_repetition_penalty": Border(
        presets.with_repetition_penalty,
        arguments(preset=ONES, penalty=st.floats(1e-6, 1e6)),
        this_penalty,
        {"preset": NO_PRESETS, "penalty": not_between(1e-6, 1e6) | MANY},
    ),
}
