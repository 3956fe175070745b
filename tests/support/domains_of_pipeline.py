"""The domains of `experiments.pipeline`."""

from __future__ import annotations

import numpy as np
import pytest
from domains import Border, arguments
from hypothesis import strategies as st
from values import LARGEST, MANY, NOT_SHARES, SHARES, not_between, not_whole, whole

from collapse_lib.experiments import pipeline as ROOM
from collapse_lib.policies import Mix

Pipeline = ROOM.Pipeline
MONTHS_BETWEEN = whole(1) | whole(1).map(np.int64)
PARTS = {"drafted": SHARES, "scraped": SHARES, "kept": SHARES, "interval": MONTHS_BETWEEN}
WORKFLOWS = st.fixed_dictionaries(PARTS).filter(lambda parts: parts["scraped"] + parts["kept"] > 1e-8)
ONES = WORKFLOWS.map(lambda parts: Pipeline(**parts))
NO_PART = {**dict.fromkeys(("drafted", "scraped", "kept"), NOT_SHARES | MANY), "interval": not_whole(1, LARGEST) | MANY}


def asked(name):
    """Return a function that asks a workflow for a property."""
    return lambda workflow: getattr(workflow, name)


def numbers_of_its_own(found, drafted, scraped, kept, interval):
    assert (found.drafted, found.scraped, found.kept, found.interval) == (drafted, scraped, kept, interval)
    assert all(type(share) is float for share in (found.drafted, found.scraped, found.kept))
    assert type(found.interval) is int


def shares_of_one(found, workflow):
    assert isinstance(found, Mix)
    assert found.alpha + found.beta + found.gamma == pytest.approx(1, abs=1e-12)
    assert found.gamma >= workflow.kept * (1 - 1e-15)


def stays_where_it_is(found, workflow):
    assert 0 <= found <= workflow.drafted * (1 + 1e-12)
    assert workflow.policy.alpha + workflow.policy.beta * found == pytest.approx(found, abs=1e-12)


def grows_to_the_ceiling(found, workflow, month):
    assert 0 <= found <= workflow.ceiling and not np.signbit(found)
    assert workflow.machine_share(min(month + workflow.interval, LARGEST)) >= found
    if month < workflow.interval:
        assert found == 0


def first_above_half(found, workflow):
    if found is None:
        assert workflow.ceiling <= 0.5 + 1e-9
        return
    assert found >= workflow.interval and found % workflow.interval == 0
    if found < LARGEST:
        assert workflow.machine_share(found) > 0.5 - 1e-9
        assert workflow.machine_share(found - workflow.interval) <= 0.5 + 1e-9


def keeps_half_away(found, workflow):
    assert 0 <= found <= 0.5 and not np.signbit(found)
    if found + workflow.scraped > 1e-8:
        assert Pipeline(workflow.drafted, workflow.scraped, found, workflow.interval).tipping_month() is None
    if found > 1e-6:
        assert Pipeline(workflow.drafted, workflow.scraped, found - 1e-6, 1).tipping_month() is not None


MONTHS = st.floats(0, 1e6) | whole(0, 10_000)
TABLE = {
    "Pipeline": Border(
        Pipeline,
        WORKFLOWS,
        numbers_of_its_own,
        NO_PART,
        apart=st.sampled_from(
            [{"scraped": 0, "kept": 0}, {"scraped": 1e-300, "kept": 0}, {"scraped": 0, "kept": 1e-10}]
        ),
    ),
    "Pipeline.policy": Border(asked("policy"), arguments(workflow=ONES), shares_of_one),
    "Pipeline.ceiling": Border(asked("ceiling"), arguments(workflow=ONES), stays_where_it_is),
    "Pipeline.machine_share": Border(
        Pipeline.machine_share,
        arguments(self=ONES, month=MONTHS),
        lambda found, self, month: grows_to_the_ceiling(found, self, month),
        {"month": not_between(0, LARGEST)},
    ),
    "Pipeline.tipping_month": Border(
        lambda workflow: workflow.tipping_month(), arguments(workflow=ONES), first_above_half
    ),
    "Pipeline.enough_kept": Border(lambda workflow: workflow.enough_kept(), arguments(workflow=ONES), keeps_half_away),
}
