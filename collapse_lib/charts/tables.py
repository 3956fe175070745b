"""A table of results as a page shows it: rows and columns chosen and named, numbers written as a reader reads them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
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

    Raises ValueError where two rows of `data` would fall into one cell, for what is not there and for a form that does
    not fit, TypeError for what is no table and no text.

    >>> left = pd.DataFrame({"copy": [0, 0, 1, 1], "policy": ["replace", "accumulate"] * 2, "left": [1, 1, 0.63, 1]})
    >>> table(left, rows="copy", columns="policy", values="left", form="{:.0%}").loc[1].to_dict()
    {'replace': '63%', 'accumulate': '100%'}
    """
    where = [rows] if isinstance(rows, str) else checks.entries(checks.texts(rows, "rows"), "rows")
    checks.as_table(data, *where, name="data")
    if isinstance(columns, str):
        found = _spread(data, where, columns, values).map(_written(form))
    else:
        checks.as_table(data, *checks.mapping(columns, "columns"), name="data")
        found = data.set_index(rows)[list(columns)]
        forms = {name: form if isinstance(form, str) else checks.mapping(form, "form").get(name) for name in columns}
        found = pd.DataFrame({name: found[name].map(_written(each)) for name, each in forms.items()})
        found = found.rename(columns=dict(columns))
    found = found if keep is None else found.loc[_there(keep, found.index, "keep")]
    return found if order is None else found[_there(order, found.columns, "order")]


def _there(chosen: Sequence[Any], every: Iterable[Any], name: str) -> list[Any]:
    """Return what is chosen as a list if all of it is there; raise TypeError or ValueError otherwise."""
    found, there = checks.entries(chosen, name), list(every)
    if missing := [each for each in found if each not in there]:
        raise ValueError(f"{name} must be among {', '.join(map(repr, there))}, got {missing[0]!r}")
    return found


def _spread(data: pd.DataFrame, rows: list[str], columns: str, values: str | Mapping[str, str] | None) -> pd.DataFrame:
    if values is None:
        raise ValueError(f"a table with the values of {columns!r} as columns must name its cells, got values = None")
    cells = [values] if isinstance(values, str) else list(checks.mapping(values, "values"))
    where = [*rows, columns]
    checks.as_table(data, columns, *cells, name="data")
    if (twice := data.duplicated(where)).any():
        raise ValueError(f"a cell must hold one number, got two for {data.loc[twice, where].iloc[0].to_dict()}")
    order = list(dict.fromkeys(data[columns]))
    if isinstance(values, str):
        return data.pivot(index=rows, columns=columns, values=values)[order]
    wide = data.pivot(index=rows, columns=columns, values=cells).rename(columns=dict(values), level=0)
    return wide[[(title, each) for title in values.values() for each in order]]


def _written(form: Any) -> Any:
    if not isinstance(form, str):
        raise ValueError(f"the form of cells of one kind must be one text, got {form}")

    def write(value: Any) -> str:
        try:
            return "" if pd.isna(value) else form.format(value)
        except (ValueError, IndexError, KeyError, AttributeError) as error:
            raise ValueError(f"form must fit {value!r}, got {form!r} ({error})") from error

    return write
