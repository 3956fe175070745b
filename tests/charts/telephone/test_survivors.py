"""The roll call: every word has its place, and the chart says what it shows."""

from __future__ import annotations

import pandas as pd

from collapse_lib.charts import roll_call
from collapse_lib.charts.telephone.survivors import ROWS, survivors

GROUPS = {"once": [f"rare {i}" for i in range(23)], "often": ["a", "b"]}


def test_every_word_has_a_place_in_the_columns_of_its_group() -> None:
    table = pd.DataFrame(
        {"name": name, "group": group, "policy": policy, "counts": [1, 0]}
        for policy in ("replace", "accumulate")
        for group, names in GROUPS.items()
        for name in names
    )
    chart = survivors(table, title="Who is left").to_dict()
    placed = pd.DataFrame(next(rows for rows in chart["datasets"].values() if "counts" in rows[0]))
    assert not placed.duplicated(["policy", "column", "row"]).any()
    assert placed["row"].max() == ROWS - 1
    assert placed.groupby("group", sort=False)["column"].unique().map(list).to_dict() == {
        "once": [0, 1, 2],
        "often": [3],
    }
    assert "The names of 25 words" in chart["description"]
    assert [parameter["bind"]["input"] for parameter in chart["params"]] == ["range", "radio"]


def test_a_copy_of_the_homework_that_students_have_finds_it_by_its_old_name() -> None:
    table = pd.DataFrame({"name": ["a"], "group": ["once"], "policy": ["replace"], "counts": [[1, 0]]})
    assert roll_call.roll_call(table).to_dict() == survivors(table, title="The rarest words go first").to_dict()
