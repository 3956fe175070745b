"""Charts of the vocabulary of real text under a chain of models: which words go, and what that does to perplexity."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import altair as alt
import pandas as pd

from .. import checks
from .curves import lines
from .style import POLICIES, choice, finished

# From rare to frequent: one hue, so that the order is seen, each at least 3 to 1 on white.
RARITY = ["#b84a00", "#c2600f", "#a8693a", "#8f7256", "#6d6a66", "#3f4750"]


def survival(table: pd.DataFrame, groups: Sequence[str], *, title: str, description: str) -> Any:
    """Return the share of words alive over generations, a line per group of equally frequent words, buttons by policy.

    `table`: a row per policy, generation and band (the name of the group); column alive. `groups`: rare to frequent.
    """
    checks.as_table(table, "policy", "generation", "band", "alive")
    checks.as_many(groups, len(RARITY), "groups")
    colours = dict(zip(groups, RARITY, strict=True))
    policy = choice("policy", "Policy: ", list(POLICIES), start="replace")
    base = (
        alt.Chart(table)
        .transform_filter("datum.policy == policy")
        .encode(
            x=alt.X("generation:Q", title="generation", axis=alt.Axis(tickMinStep=1, format="~g")),
            y=alt.Y("alive:Q", title="share of these words alive", scale=alt.Scale(domain=[0, 1]),
                    axis=alt.Axis(format="%")),
            color=alt.Color("band:N", title="times in the real text",
                            scale=alt.Scale(domain=list(groups), range=list(colours.values())),
                            legend=alt.Legend(columns=3, title="times in the real text", orient="top")),
        )
    )  # fmt: skip
    told = ["band:N", "generation:Q", alt.Tooltip("alive:Q", format=".0%")]
    return finished(
        alt.layer(
            base.mark_line(strokeWidth=2.5), base.mark_point(filled=True, size=45, opacity=1).encode(tooltip=told)
        ).add_params(policy),
        title=title,
        description=description,
    )


def measures(table: pd.DataFrame, titles: dict[str, str], *, title: str, description: str) -> Any:
    """Return one measure over generations, a line per policy, with buttons that choose the measure.

    `table`: a row per policy, generation and measure; column value. `titles` names the measures in words, in order.
    """
    checks.as_table(table, "policy", "generation", "measure", "value")
    checks.mapping(titles, "titles")
    names = list(titles.values())
    measure = choice("measure", "Show: ", names, start=names[0])
    named = table.assign(measure=table["measure"].map(titles))
    curves = lines(named, x="generation", y="value", series="policy", colours=POLICIES, x_title="generation",
                   y_title="", where="datum.measure == measure")  # fmt: skip
    return finished(
        curves.add_params(measure),
        title=title,
        description=description,
    )
