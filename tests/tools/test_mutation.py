"""`make mutants` fails for too few caught, and for each survivor that nobody argued."""

from __future__ import annotations

from pathlib import Path

import pytest
from mutation import ARGUED, Survivor, caught, complaints, read_argued, survivor

DIFF = """# collapse_lib.policies.xǁMixǁ__call____mutmut_21: survived
--- collapse_lib/policies.py
+++ collapse_lib/policies.py
@@ -5,5 +5,5 @@
     from_real = 0
-    parts = [one
-        for one in all]
+    parts = [two for one in all]
     return np.concatenate(parts)
"""
MINE = Survivor("policies.Mix.__call__", "parts = [one for one in all]", "parts = [two for one in all]")
STATS = {"killed": 94, "timeout": 1, "segfault": 0, "survived": 4, "no_tests": 1, "suspicious": 0, "total": 100}


def test_a_survivor_is_told_by_its_function_and_by_what_was_changed():
    assert survivor("collapse_lib.policies.xǁMixǁ__call____mutmut_21", DIFF) == MINE
    assert survivor("collapse_lib.theory.drift.x__some_of__mutmut_7", DIFF).function == "theory.drift._some_of"


def test_what_ran_for_ever_is_caught_and_what_no_test_met_is_not():
    assert caught(STATS) == 0.95
    with pytest.raises(ValueError, match="at least one mutant, got none"):
        caught(dict.fromkeys(STATS, 0))


def test_enough_caught_and_every_survivor_argued_is_no_complaint():
    assert complaints(0.95, [MINE], [MINE]) == []


def test_too_few_caught_is_a_complaint():
    assert complaints(0.949, [MINE], [MINE]) == ["at least 95% of the mutants must be caught, got 94.9%"]


def test_a_survivor_without_an_argument_and_an_argument_without_a_survivor_are_complaints():
    other = MINE._replace(becomes="parts = []")
    assert [line.split(":")[0] for line in complaints(1.0, [MINE], [other])] == [
        "not argued",
        "argued, but caught or gone",
    ]


def test_an_argument_without_a_reason_is_refused(tmp_path: Path):
    path = tmp_path / "survivors.yml"
    path.write_text("- {function: a.b, was: x, becomes: y}\n")
    with pytest.raises(ValueError, match="each survivor must say because of what it may survive"):
        read_argued(path)


def test_the_arguments_of_the_course_can_be_read():
    assert len(set(read_argued(ARGUED))) == len(read_argued(ARGUED))
