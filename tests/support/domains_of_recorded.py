"""The domains of `recorded`. What its folders may hold is in tests/core/test_recorded_damage.py."""

from __future__ import annotations

from domains import Border, arguments
from hypothesis import strategies as st
from things import NO_TEXTS

from collapse_lib import recorded

RUNS = st.sampled_from(["image-errors", "rare-digit"])
NO_RUNS = NO_TEXTS | st.sampled_from(["", "opt-base", "..", "images/", "IMAGES"])
MISSING = (FileNotFoundError,)


def rows_of_a_run(found, name, table):
    assert len(found) and "generation" in found
    assert found.equals(recorded.tables(name)[table])


def measures_among_them(found, name):
    assert "measures" in found and all(len(table) for table in found.values())


def how_it_came_about(found, name):
    assert found["command"].endswith(name)


ROOM = recorded
ALONE = "its parts are those of the command that records, in tests/core/test_recorded_*.py"
TABLE = {
    "names": Border(recorded.names, st.just({}), lambda found: measures_among_them(recorded.tables(found[-1]), "")),
    "load": Border(
        recorded.load,
        arguments(name=RUNS, table=st.just("measures")),
        rows_of_a_run,
        {"name": NO_RUNS, "table": NO_TEXTS | st.sampled_from(["", "words", "provenance"])},
        error=MISSING,
    ),
    "tables": Border(recorded.tables, arguments(name=RUNS), measures_among_them, {"name": NO_RUNS}, error=MISSING),
    "read_run": Border(
        recorded.read_run,
        arguments(folder=RUNS.map(recorded.FOLDER.joinpath)),
        lambda found, folder: how_it_came_about(found[1], folder.name) or measures_among_them(found[0], folder.name),
        {"folder": st.sampled_from([None, 3, "images", recorded.FOLDER, recorded.FOLDER / "nowhere"])},
        error=(FileNotFoundError, TypeError),
    ),
    "provenance": Border(
        recorded.provenance, arguments(name=RUNS), how_it_came_about, {"name": NO_RUNS}, error=MISSING
    ),
}
