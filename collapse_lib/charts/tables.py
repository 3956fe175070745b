"""A table of results as a page shows it: rows and columns chosen and named, numbers written as a reader reads them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

import pandas as pd

from .. import checks


def table(
    data: pd.DataFrame,
    *,
    rows: str | list[str],
    columns: str | Mapping[str, str],
    values: str | Mapping[str, str] | None = None,
    keep: Sequence[Any] | None = None,
    order: Sequence[Any] | None = None,
    form: str | Mapping[str, str] = "{}",
) -> pd.DataFrame:
    """Return `data` with one row for each value of `rows`, each number written by `form`.

    With `values` the columns are the values of the column `columns`, in order of appearance, and the cells are those of
    `values`; several of these, each with what to call it, stand side by side. Without it `columns` says which columns
    to show, and what to call each. `keep` names the rows to show, in this order, `order` the columns. `form` is a
    format string, or one for each column by its name in `data`. What is missing is an empty cell.

    Raises ValueError where two rows of `data` would fall into one cell, KeyError for what is not there.

    >>> left = pd.DataFrame({"copy": [0, 0, 1, 1], "policy": ["replace", "accumulate"] * 2, "left": [1, 1, 0.63, 1]})
    >>> table(left, rows="copy", columns="policy", values="left", form="{:.0%}").loc[1].to_dict()
    {'replace': '63%', 'accumulate': '100%'}
    """
    checks.as_table(data, name="data")
    if isinstance(columns, str):
        found = _spread(data, rows, columns, values).map(_written(form))
    else:
        found = data.set_index(rows)[list(columns)]
        forms = {name: form if isinstance(form, str) else form[name] for name in columns}
        found = pd.DataFrame({name: found[name].map(_written(each)) for name, each in forms.items()})
        found = found.rename(columns=dict(columns))
    found = found if keep is None else found.loc[list(keep)]
    return found if order is None else found[list(order)]


def _spread(
    data: pd.DataFrame, rows: str | list[str], columns: str, values: str | Mapping[str, str] | None
) -> pd.DataFrame:
    if values is None:
        raise ValueError(f"a table with the values of {columns!r} as columns must name its cells, got values = None")
    where = [*([rows] if isinstance(rows, str) else rows), columns]
    if (twice := data.duplicated(where)).any():
        raise ValueError(f"a cell must hold one number, got two for {data.loc[twice, where].iloc[0].to_dict()}")
    order = list(dict.fromkeys(data[columns]))
    if isinstance(values, str):
        return data.pivot(index=rows, columns=columns, values=values)[order]
    wide = data.pivot(index=rows, columns=columns, values=list(values)).rename(columns=dict(values), level=0)
    return wide[[(title, each) for title in values.values() for each in order]]


def _written(form: Any) -> Any:
    if not isinstance(form, str):
        raise ValueError(f"cells of one kind have one form, got {form}")
    return lambda value: "" if pd.isna(value) else form.format(value)
