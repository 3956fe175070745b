"""The borders of `experiments.digits.errors`, for the table of `experiments.digits`."""

from __future__ import annotations

from domains import Border, arguments, on
from hypothesis import strategies as st
from values import MANY, not_between

from collapse_lib.experiments.digits import errors

NO_COUNTS = st.sampled_from([-1, 0, 2.5, None, "3", True, [1]])
SWITCHES = st.tuples(st.booleans(), st.booleans(), st.booleans())
NO_SWITCH = st.sampled_from([None, 0, 1, "few", [True]])


def so_many_pictures(found, **given):
    assert found.pictures == (errors.FEW_PICTURES if found.few else found.steps * errors.BATCH)
    assert all(getattr(found, name) == value for name, value in given.items())


def none_or_its_errors(found, switches):
    assert found == (" and ".join(name for name, on in zip(errors.ERRORS, switches, strict=True) if on) or "none")


def learner_with_its_errors(found, self):
    assert found.latent == (2 if self.small else 8) and found.draws == ("means" if self.taste else "pixels")


BORDERS = {
    "Setting": Border(
        errors.Setting,
        arguments(
            few=st.booleans(),
            small=st.booleans(),
            taste=st.booleans(),
            steps=st.integers(1, 999),
            weight_decay=st.floats(0, 9),
        ),
        so_many_pictures,
        {
            **dict.fromkeys(errors.ERRORS, NO_SWITCH),
            "steps": NO_COUNTS,
            "weight_decay": not_between(0) | MANY,
        },
    ),
    "Setting.learner": Border(
        on("learner"), arguments(self=st.builds(errors.Setting, *3 * [st.booleans()])), learner_with_its_errors
    ),
    "Setting.pictures": Border(
        lambda self: self,
        arguments(self=st.builds(errors.Setting, st.booleans())),
        lambda found, self: so_many_pictures(found),
    ),
    "name": Border(
        errors.name,
        arguments(switches=SWITCHES),
        none_or_its_errors,
        {"switches": st.sampled_from([None, 3, "few", [], (True,), (True,) * 4, (1, 0, 0), (True, None, False)])},
    ),
}
