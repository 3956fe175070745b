"""Charts of a content workflow: its training text over the months, and the month in which it tips, by team.

The first one computes in the page, so that its sliders move freely. Its formulas are those of `collapse_lib.pipeline`
in Vega's words; a test compares the two.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import altair as alt
import pandas as pd

from .style import KEPT, SYNTHETIC, THEORY, finished, slider

MONTHS = 120

# Each name may use those above it and the sliders: drafted, scraped and kept in percent, interval in months.
FORMULAS = {
    "alpha": "(1 - kept / 100) * scraped / 100 * drafted / 100",
    "beta": "(1 - kept / 100) * (1 - scraped / 100)",
    "ceiling": "datum.alpha / (1 - datum.beta)",
    "tips": "datum.ceiling > 0.5 + 1e-9",
    "refreshes": "floor(log(1 - 0.5 / datum.ceiling) / log(datum.beta) + 1e-9) + 1",
    "tipping": "interval * datum.refreshes",
}
SHARE = "datum.ceiling * (1 - pow(datum.beta, floor(datum.month / interval)))"
_PERCENT = "format(datum.ceiling, '.0%')"
_VERDICT = (
    f"datum.tips ? 'More than half from month ' + datum.tipping + ' on' : 'Never: it levels off at ' + {_PERCENT}"
)


def months(*, drafted: int, scraped: int, kept: int, interval: int) -> Any:
    """Return the machine-descended share of the training text over ten years, with a slider for each number.

    Shares are given in percent, the interval in months; they are where the sliders start.
    """
    sliders = [
        slider("drafted", "Drafted by AI, %: ", range(0, 101, 5), start=drafted),
        slider("scraped", "Exchanged for new pages at each refresh, %: ", range(5, 101, 5), start=scraped),
        slider("kept", "Kept from people, %: ", range(0, 61), start=kept),
        slider("interval", "Months between refreshes: ", range(1, 25), start=interval),
    ]
    over_time = _calculated(alt.Chart(alt.sequence(0, MONTHS + 1, as_="month"))).transform_calculate(share=SHARE)
    years = alt.Axis(values=list(range(0, MONTHS + 1, 12)), labelOverlap=True)
    x = alt.X("month:Q", title="month", axis=years, scale=alt.Scale(domain=[0, MONTHS]))
    y = alt.Y("share:Q", title="descends from machines", axis=alt.Axis(format="%"), scale=alt.Scale(domain=[0, 1]))
    line = over_time.mark_line(strokeWidth=3, color=SYNTHETIC, interpolate="step-after").encode(x=x, y=y)
    one = alt.Chart(pd.DataFrame({"half": [0.5], "name": ["half of the training text"]}))
    half = one.mark_rule(strokeDash=[5, 3], color=THEORY).encode(y="half:Q")
    name = one.mark_text(align="left", dx=6, dy=-8, fontSize=12, color=THEORY)
    verdict = _calculated(one).transform_calculate(text=_VERDICT)
    words = verdict.mark_text(align="left", baseline="top", fontSize=14, fontWeight=600, color=THEORY)
    tips = _calculated(one).transform_filter(f"datum.tips && datum.tipping <= {MONTHS}")
    return finished(
        alt.layer(
            half,
            name.encode(x=alt.value(0), y="half:Q", text="name:N"),
            line,
            tips.mark_point(size=170, filled=True, opacity=1, color=SYNTHETIC).encode(x="tipping:Q", y="half:Q"),
            words.encode(x=alt.value(6), y=alt.value(4), text="text:N"),
        ).add_params(*sliders),
        title="What comes in decides where it ends",
        description=(
            "Staircase over 120 months: the share of the training text with a machine among its ancestors. It starts "
            "at 0 and rises one step at each refresh, ever less, towards a level. Sliders set the share drafted by AI, "
            "the share exchanged at each refresh, the share kept from people and the months between refreshes. A "
            "sentence in the chart says from which month on it is more than half, or that it never is."
        ),
        height=320,
    )


def _calculated(chart: Any) -> Any:
    for name, formula in FORMULAS.items():
        chart = chart.transform_calculate(**{name: formula})
    return chart


def early_or_never(table: pd.DataFrame, ends: pd.DataFrame, *, kept: Sequence[int], start: int) -> Any:
    """Return the tipping month of each team by the share it keeps, with a slider for that share.

    `table`: a row per team and share while it tips at all; columns team, kept (percent), month. `ends`: a row per team;
    columns team, enough (percent), month (the last one in `table`). Beyond `enough` a team never tips.
    """
    top = 12 * (int(table["month"].max()) // 12 + 2)
    at = slider("kept_share", "Kept from people, %: ", kept, start=start)
    room = alt.Scale(
        domain=[kept[0] - 3, kept[-1]], nice=False
    )  # for the numbers, which stand to the left of their dots
    x = alt.X("kept:Q", title="kept from people, %", axis=alt.Axis(values=list(kept)[::5]), scale=room)
    years = alt.Axis(values=list(range(0, top, 12)))
    y = alt.Y("month:Q", title="month in which it tips", axis=years, scale=alt.Scale(domain=[0, top], nice=False))
    base = alt.Chart(table).encode(x=x, y=y, detail="team:N")
    lines = base.mark_line(strokeWidth=2.5, color=SYNTHETIC)
    now = base.transform_filter("abs(datum.kept - kept_share) < 0.01")
    numbers = now.mark_text(align="right", dx=-6, dy=-11, fontSize=14, fontWeight=600, color=SYNTHETIC).encode(
        text="month:Q"
    )
    chosen = alt.Chart(pd.DataFrame({"x": [0]})).transform_calculate(kept="kept_share")
    edge = alt.Chart(ends).encode(x="enough:Q")
    text = {"baseline": "top", "fontSize": 13, "fontWeight": 600}
    return finished(
        alt.layer(
            chosen.mark_rule(color=KEPT, strokeWidth=1.5).encode(x="kept:Q"),
            lines,
            edge.mark_rule(strokeWidth=2.5, color=SYNTHETIC).encode(y="month:Q", y2=alt.value(0)),
            edge.mark_text(align="right", dx=-6, color=THEORY, **text).encode(y=alt.value(2), text="team:N"),
            edge.mark_text(align="left", dx=6, color=KEPT, **text).encode(y=alt.value(20), text=alt.value("never")),
            now.mark_circle(size=150, opacity=1, color=SYNTHETIC),
            numbers,
        ).add_params(at),
        title="Early or never: what is kept decides",
        description=(
            "Lines for two teams, the agency and the help centre: the month in which more than half of the training "
            "text descends from machines, by the share kept from people. Each line climbs slowly, then goes straight "
            "up; to the right of that it never happens. A slider picks a share and tells the month on each line."
        ),
        height=320,
    )
