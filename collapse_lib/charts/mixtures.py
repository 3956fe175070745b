"""Two groups that learn from themselves: the groups as they stand in a generation, and what becomes of them."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import altair as alt
import numpy as np
import pandas as pd

from .. import checks
from .curves import band, law, lines
from .style import POLICIES, REAL, SYNTHETIC, THEORY, choice, finished, palette, slider

AROUND = np.linspace(0, 2 * np.pi, 49)
PARTS = ("share", "x", "y", "a", "b", "c")  # of a component: its share, its mean, and a root of its covariance


def panels(shapes: pd.DataFrame, truth: pd.DataFrame, noise: pd.DataFrame, *, title: str, description: str) -> Any:
    """Return one lineage's groups as dots within their ellipses, with a slider for the generation.

    `shapes`: a row per policy and generation; for the components 0 and 1 the columns share, x, y and a, b, c, the root
    [[a, 0], [b, c]] of the covariance, named "share 0" and so on. `truth`: the same in one row. `noise`: a row per dot,
    columns u in [0, 1) and two standard normal numbers v, w. The dots of all generations are made of the same noise.
    """
    columns = [f"{part} {k}" for k in (0, 1) for part in PARTS]
    checks.as_table(shapes, "policy", "generation", *columns, name="shapes")
    checks.as_table(truth, *columns, name="truth")
    checks.as_table(noise, "u", "v", "w", name="noise")
    ring = pd.DataFrame({"v": 2 * np.cos(AROUND), "w": 2 * np.sin(AROUND), "step": range(len(AROUND))})
    rings = pd.concat([ring.assign(u=u) for u in (0.0, 1.0)], ignore_index=True)
    generations = sorted(shapes["generation"].unique().tolist())
    controls = [
        slider("shaped", "Generation: ", generations, start=0),
        choice("shaped_policy", "Policy: ", list(POLICIES), start="replace"),
    ]
    rows = shapes.assign(key=shapes["policy"] + " " + shapes["generation"].astype(str))
    key = "shaped_policy + ' ' + shaped"
    look = {"x": _axis("x", shapes, truth), "y": _axis("y", shapes, truth)}
    colour = alt.Color("policy:N", scale=palette(POLICIES), legend=None)
    outline = {"detail": "u:N", "order": "step:Q"}
    real = _placed(rings, truth.assign(key="truth", policy="replace"), "'truth'").mark_line(
        color=REAL, strokeDash=[5, 3], strokeWidth=2, clip=True
    )
    dots = _placed(noise, rows, key).mark_circle(size=26, opacity=0.7, clip=True)
    shape = _placed(rings, rows, key).mark_line(strokeWidth=2, clip=True)
    return finished(
        alt.layer(
            real.encode(**look, **outline),
            dots.encode(**look, color=colour),
            shape.encode(**look, **outline, color=colour),
        ).add_params(*controls),
        title=title,
        description=description,
        height=320,
    )


def _placed(points: pd.DataFrame, shapes: pd.DataFrame, key: str) -> Any:
    """Return a chart of `points` in the component that u falls to, of the row of `shapes` that `key` names."""
    columns = [f"{part} {k}" for k in (0, 1) for part in PARTS]
    found = alt.LookupData(shapes[["key", "policy", *columns]], key="key", fields=["policy", *columns])
    which = "(datum.u < datum['share 0'] || datum.u == 0) && datum.u < 1 ? '0' : '1'"
    part = {part: f"datum['{part} ' + datum.k]" for part in PARTS}
    return (
        alt.Chart(points)
        .transform_calculate(key=key)
        .transform_lookup(lookup="key", from_=found)
        .transform_calculate(k=which)
        .transform_calculate(
            x=f"{part['x']} + {part['a']} * datum.v",
            y=f"{part['y']} + {part['b']} * datum.v + {part['c']} * datum.w",
        )
    )


def _axis(name: str, shapes: pd.DataFrame, truth: pd.DataFrame) -> Any:
    both = pd.concat([shapes, truth])[[f"{name} 0", f"{name} 1"]].to_numpy()
    reach = float(np.abs(both).max()) + 2.5
    channel = alt.X if name == "x" else alt.Y
    return channel(
        f"{name}:Q", title=None, scale=alt.Scale(domain=[-reach, reach], nice=False), axis=alt.Axis(tickCount=5)
    )


def median_band(
    table: pd.DataFrame,
    column: str,
    *,
    y_title: str,
    title: str,
    description: str,
    domain: tuple[float, float],
    colours: Mapping[str, str] = POLICIES,
    series: str = "policy",
    below: Mapping[str, int] | None = None,
) -> Any:
    """Return the median of a number over generations, a line a series, in a band that holds half of the lineages.

    `table`: a row per series and generation; columns median, q1, q3. `column` is what they are of, for readers of the
    specification; `domain` the limits of y; `below` as for `curves.lines`.
    """
    checks.as_table(table, series, "generation", "median", "q1", "q3")
    checks.text(column, "column")
    curve = lines(
        table.rename(columns={"median": column}), x="generation", y=column, series=series, colours=colours,
        x_title="generation", y_title=y_title, domain=domain, below=below,
    )  # fmt: skip
    spread = band(table, x="generation", low="q1", high="q3", series=series, colours=colours)
    return finished(alt.layer(spread, curve), title=title, description=description)


def lost(table: pd.DataFrame, laws: pd.DataFrame, *, title: str, description: str) -> Any:
    """Return how often the small group is gone: dots for what was run, dashed lines for the law.

    `table` and `laws`: a row per number of samples and generation; columns samples, generation, gone.
    """
    checks.as_table(table, "samples", "generation", "gone")
    checks.as_table(laws, "samples", "generation", "gone", name="laws")
    limits = alt.Scale(domain=[0, 1])
    y = alt.Y("gone:Q", title="runs without the small group", scale=limits, axis=alt.Axis(format="%"))
    dots = alt.Chart(table).mark_circle(color=SYNTHETIC, size=44).encode(x="generation:Q", y=y)
    last = laws[laws["generation"] == laws["generation"].max()]
    # A number alone is short: "100 samples" would lie on the curve of 50.
    names = alt.Chart(last).mark_text(align="right", dy=-12, fontSize=13, fontWeight=600, color=THEORY)
    return finished(
        alt.layer(
            dots, law(laws, x="generation", y="gone", detail="samples"),
            names.encode(x="generation:Q", y="gone:Q", text=alt.Text("samples:Q", format=",")),
        ),
        title=title,
        description=description,
    )  # fmt: skip
