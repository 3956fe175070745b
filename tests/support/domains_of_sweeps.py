"""The domains of `experiments.language_model.sweeps`."""

from __future__ import annotations

from dataclasses import replace
from itertools import product

from domains import Border, arguments
from domains_of_decoding import INSTANCES
from domains_of_kept_shares import POLICIES
from domains_of_presets import NO_PRESETS, ONES
from hypothesis import strategies as st
from things import NO_TEXTS

from collapse_lib.experiments.language_model import sweeps
from collapse_lib.experiments.language_model.policies import keeping

NO_NAMES = NO_TEXTS | st.sampled_from(["", " ", "keep", "10", "0%", "150%", "nan%", "10% 10%"])
NO_DECODINGS = st.sampled_from(["", "greedy", "t", "t0", "top-k0", "top-k2.5", "top-p2", "beams5,t0.9", "t1,t2", "t1,"])


def the_same_policy(found, name):
    assert found == (keeping(float(name.partition("%")[0]) / 100) if "%" in name else name)


def called_so(found, name):
    assert str(found) == name and sweeps.decoding(str(found)) == found


def each_with_each(found, preset, policies=(), decodings=()):
    ways = set(decodings) or {one.decoding for one in preset.conditions}
    names = set(policies) or {one.policy for one in preset.conditions}
    assert {(one.policy, one.decoding) for one in found.conditions} == set(product(names, ways))
    assert replace(found, conditions=preset.conditions) == preset


ROOM = sweeps
TABLE = {
    "policy_name": Border(
        sweeps.policy_name,
        arguments(name=POLICIES | POLICIES.map(lambda name: name.removesuffix(" kept"))),
        the_same_policy,
        {"name": NO_NAMES},
    ),
    "decoding": Border(
        sweeps.decoding, arguments(name=INSTANCES.map(str)), called_so, {"name": NO_TEXTS | NO_DECODINGS}
    ),
    "swept": Border(
        sweeps.swept,
        arguments(
            preset=ONES,
            policies=st.lists(POLICIES, unique=True).map(tuple),
            decodings=st.lists(INSTANCES, unique=True, max_size=3).map(tuple),
        ),
        each_with_each,
        {
            "preset": NO_PRESETS,
            "policies": st.sampled_from([None, 3, "replace", ("keep",), (None,), ("replace", "replace")]),
            "decodings": st.sampled_from([None, 3, "t1", ("t1",), (None,)]),
        },
    ),
}
