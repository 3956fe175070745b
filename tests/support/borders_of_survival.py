"""The borders of what `theory` says of who is lost, and which copies are left, for its table."""

from __future__ import annotations

import laws_of_theory as laws
from domains import Border, arguments
from hypothesis import strategies as st
from values import LARGEST, MANY, NOT_SHARES, SHARES, not_whole, whole

from collapse_lib import theory

MANY_TIMES = 1_000_000
ONE_SHARE_NO = NOT_SHARES | MANY
NO_COPIES = {"copies": not_whole(0, MANY_TIMES) | MANY, "count": not_whole(1, LARGEST) | MANY}


def a_sample_is_kept(given):
    """The kept share, and the rest, are a sample at least, or none at all."""
    return all(part * given["samples"] > 1 or part < 1e-9 for part in (given["kept"], 1 - given["kept"]))


BORDERS = {
    "copy_survival": Border(
        theory.copy_survival,
        arguments(copies=whole(0, 200), count=whole(1), kept=SHARES, since=whole(0, 200)),
        laws.copy_survival,
        {**NO_COPIES, "kept": ONE_SHARE_NO, "since": NO_COPIES["copies"]},
    ),
    "accumulate_copy_survival": Border(
        theory.accumulate_copy_survival,
        arguments(copies=whole(0, 200), count=whole(1)),
        laws.accumulate_copy_survival,
        NO_COPIES,
    ),
    "chance_lost": Border(
        theory.chance_lost,
        arguments(share=SHARES, samples=whole(1, 60), refits=whole(0, 40)),
        laws.chance_lost,
        {
            "share": ONE_SHARE_NO,
            "samples": not_whole(1, 5_000) | st.just(5.5),
            "refits": not_whole(0, MANY_TIMES) | MANY,
        },
    ),
    "chance_missing": Border(
        theory.chance_missing,
        arguments(share=SHARES, samples=whole(1, 30), refits=whole(0, 12), kept=SHARES).filter(a_sample_is_kept),
        laws.chance_missing,
        {
            "share": ONE_SHARE_NO,
            "samples": not_whole(1, 5_000) | MANY,
            "refits": not_whole(0, MANY_TIMES) | MANY,
            "kept": ONE_SHARE_NO,
        },
        apart=st.sampled_from([{"share": 0.5, "samples": 5, "refits": 2, "kept": kept} for kept in (0.1, 0.95)]),
    ),
}
