"""What no workflow can be, and when none can be asked, is refused."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest

from collapse_lib.experiments.pipeline import TEAMS, Pipeline


@pytest.mark.parametrize("name", ["drafted", "scraped", "kept"])
@pytest.mark.parametrize("value", [-0.1, 1.1, float("nan")])
def test_what_is_no_share_is_refused(name: str, value: float) -> None:
    with pytest.raises(ValueError, match=f"{name} must be a share between 0 and 1, got {value}"):
        replace(TEAMS["agency"], **{name: value})


def test_an_interval_of_no_month_and_a_refresh_of_nothing_are_refused() -> None:
    with pytest.raises(ValueError, match="interval must be at least 1, got 0"):
        Pipeline(drafted=0.5, scraped=0.5, kept=0.5, interval=0)
    with pytest.raises(ValueError, match=r"a refresh must exchange something, got scraped = 0\.0 and kept = 0\.0"):
        Pipeline(drafted=0.5, scraped=0.0, kept=0.0, interval=6)
    with pytest.raises(ValueError, match="a refresh must exchange something, got scraped = 1e-09 and kept"):
        Pipeline(drafted=0.5, scraped=1e-9, kept=0.0, interval=6)
    assert Pipeline(drafted=0.5, scraped=1.1e-9, kept=0.0, interval=6).ceiling == pytest.approx(0.5)


def test_months_before_the_first_and_months_that_are_none_are_refused() -> None:
    for month in (-1, np.nan, [0, -1]):
        with pytest.raises(ValueError, match="month must be a finite number between 0 and"):
            TEAMS["agency"].machine_share(month)
    with pytest.raises(TypeError, match="interval must be a whole number, got nan"):
        replace(TEAMS["agency"], interval=float("nan"))
    with pytest.raises(ValueError, match=r"kept must be a share between 0 and 1, got 10; 10% is 0\.1"):
        replace(TEAMS["agency"], kept=10)
