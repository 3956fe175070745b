"""Every public function keeps its domain: inside the law holds, outside the library refuses in its own words.

A new public function of a room that is listed here needs an entry in the room's table.
"""

from __future__ import annotations

from importlib import import_module

import domains
import pytest
import rooms
from hypothesis import strategies as st

ROOMS = [import_module(path.stem) for path in sorted(rooms.SUPPORT.glob("domains_of_*.py"))]
TABLE = {f"{room.ROOM.__name__}: {name}": border for room in ROOMS for name, border in room.TABLE.items()}
WRONG = [(name, part) for name, border in TABLE.items() for part in border.wrong()]
NAMED = [(name, part) for name, part in WRONG if part != "apart" and not rooms.may_be_none(TABLE[name].call, part)]


@pytest.mark.parametrize("room", ROOMS, ids=lambda room: room.ROOM.__name__)
def test_every_public_function_has_its_domain_in_the_table(room):
    untried = getattr(room, "UNTRIED", {})
    assert rooms.public(room.ROOM, parts=not hasattr(room, "ALONE")) == {*room.TABLE, *untried}
    assert not untried.keys() & room.TABLE.keys() and all(untried.values())


@pytest.mark.parametrize("name", [name for name, border in TABLE.items() if border.law is not None])
def test_inside_its_domain_the_law_holds_and_nothing_is_warned_of(name):
    domains.holds(TABLE[name])


@pytest.mark.parametrize(("name", "part"), WRONG)
def test_outside_its_domain_it_is_refused_with_what_must_hold_and_what_came(name, part):
    domains.refuses(TABLE[name], TABLE[name].wrong()[part])


@pytest.mark.parametrize(("name", "part"), NAMED)
def test_what_is_refused_is_called_by_its_name(name, part):
    domains.refuses(
        TABLE[name],
        st.just({part: None}),
        words=rf"\b({part}|probabilities)\b.* must|must have the {part}\b",
        examples=1,
    )
