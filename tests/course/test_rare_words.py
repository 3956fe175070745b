"""The assignment itself: its words, its numbers, and tests that know a right answer from a wrong one."""

from __future__ import annotations

import re

import assignments
import numpy as np
import pytest
from homework_cells import AUTOMATIC, WRITTEN, cells, played, student_copy

from tools.claims.checker import problems
from tools.claims.claim import claims_in
from tools.claims.prose import markdown, veiled_page

RUNS = 300
ENOUGH = 0.95 - 4 * np.sqrt(0.95 * 0.05 / RUNS)  # what "at least 95 of 100 runs" can look like in RUNS of them
HIDDEN = re.compile(r"### BEGIN (?:SOLUTION|HIDDEN TESTS)\n(.*?)### END [A-Z ]+", re.DOTALL)


def written(name: str) -> list[dict[str, str]]:
    """Return the rows of the last table in a Markdown text, by heading."""
    rows = [[entry.strip() for entry in line.strip("| ").split("|")] for line in name.splitlines() if "|" in line]
    start = max(index for index, row in enumerate(rows) if set(row[0]) == {"-"})
    return [dict(zip(rows[start - 1], row, strict=True)) for row in rows[start + 1 :]]


def test_each_part_has_ten_points() -> None:
    points = {
        cell.id: cell.metadata.nbgrader.points
        for cell in cells().values()
        if "points" in cell.metadata.get("nbgrader", {})
    }
    assert {name: points[name] for name in AUTOMATIC} == AUTOMATIC
    parts = [WRITTEN, ("q4-goal", "q4-thrift", "q5-goal", "q5-thrift"), ("q6-test", "q7-test", "q8-test")]
    assert [sum(points.pop(name) for name in part) for part in parts] == [10, 10, 10]
    assert points == {}


def lines(source: str) -> set[str]:
    return {line.strip() for line in source.splitlines()}


def test_the_student_copy_holds_no_solution_and_no_hidden_test() -> None:
    source = "\n".join(cell.source for cell in cells().values())
    secret = lines("".join(HIDDEN.findall(source))) - lines(HIDDEN.sub("", source))
    given = "\n".join(cell.source for cell in student_copy().cells)
    assert len(secret) > 40
    assert sorted(secret & lines(given)) == []
    assert not re.search("SOLUTION|HIDDEN", given)


def test_every_answer_has_its_place_marked_for_the_eye() -> None:
    for cell in student_copy().cells:
        if cell.metadata.get("nbgrader", {}).get("solution"):
            assert f"{cell.id.upper()} your answer" in cell.source.splitlines()[0]
            assert ("# end of your answer" if cell.cell_type == "code" else "*Write here,") in cell.source


def test_the_first_code_cell_sets_up_and_no_cell_needs_directives() -> None:
    code = [cell.source for cell in student_copy().cells if cell.cell_type == "code"]
    assert code[0].startswith('# @title Set up { display-mode: "form" }\n')
    assert not re.search(r"(?m)^(```\{|:::)|\{(ref|cite|doc|term)\}`", markdown(assignments.STUDENT_COPY))


def test_every_number_in_the_words_is_chosen_or_computed() -> None:
    claims = claims_in(assignments.HOMEWORK / "claims.yml")
    assert list(problems(veiled_page(markdown(assignments.STUDENT_COPY)), claims, frozenset())) == []


def test_the_survey_is_as_the_words_say() -> None:
    fruits = played()["fruits"]
    assert fruits["answers"].sum() == 1000
    assert fruits["name"].is_unique
    assert (fruits["answers"] == 1).sum() == 40
    assert fruits["answers"].nlargest(6).sum() == 790
    assert fruits.set_index("name")["answers"][["apple", "quince"]].tolist() == [250, 1]


def test_the_sample_answer_is_what_run_1_shows() -> None:
    space = played()
    roll = space["copied_by_policy"](1)
    alive = np.array(roll["counts"].tolist()) > 0
    for row in written(cells()["q2"].source.replace("### END SOLUTION", "")):
        copies = int(row.pop("copies made"))
        for policy, left in row.items():
            chosen = (roll["policy"] == policy) & (roll["group"] == "named once")
            assert alive[chosen, copies].sum() == int(left)
    counts = roll[roll["policy"] == "replace"].set_index("name")["counts"]
    assert counts["medlar"].index(0) == 4
    assert sum(counts[name][10] for name in space["FAVOURITES"]) == 789


def test_the_rubric_expects_what_most_runs_show() -> None:
    space, rng = played(), np.random.default_rng(7)
    for policy, rule in space["policies"].items():
        runs = np.array([space["newest_counts"](rule, rng, copies=10) for _ in range(RUNS)])  # (runs, fruits, copies)
        left = (runs[:, :40] > 0).sum(axis=1)
        for row in written((assignments.HOMEWORK / "rubric.md").read_text(encoding="utf-8")):
            low, high = map(int, row[policy].split(" to "))
            within = np.mean((low <= left[:, int(row["copies made"])]) & (left[:, int(row["copies made"])] <= high))
            assert within > ENOUGH
        favourites = runs[:, -6:, 10].sum(axis=1)
        assert np.mean((favourites >= 690) & (favourites <= 890)) > ENOUGH


def test_the_goals_of_every_class_can_be_met_with_the_sliders_and_not_without() -> None:
    most, share = (float(re.search(r'"max":([\d.]+)', cells()[name].source)[1]) for name in ("q4", "q5"))
    for number in range(60):
        space = played(class_number=number)
        assert space["misses"](most) <= space["MISSES"] < space["misses"](1000)
        assert space["left_in_100"](share) >= space["LEFT"] > space["left_in_100"](0)


@pytest.mark.parametrize("number", range(20))
def test_the_solution_meets_the_goals_of_any_class(number: int) -> None:
    played("q4", "q4-goal", "q4-thrift", "q5", "q5-goal", "q5-thrift", class_number=number)


def test_the_numbers_of_one_class_do_not_serve_another() -> None:
    goals = {
        tuple(played(class_number=number)[name] for name in ("ONE_IN", "MISSES", "COPIES", "LEFT"))
        for number in range(50)
    }
    assert len(goals) == 50


def test_a_class_number_is_not_negative() -> None:
    with pytest.raises(ValueError, match="a class number must not be negative, got -1"):
        assignments.source(-1)


@pytest.mark.parametrize("seed", range(40))
def test_a_right_answer_passes_whatever_the_seed(seed: int, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("GRADING_SEED", str(seed))
    played("q6", "q6-test", "q7", "q7-test", "q8", "q8-test")


def test_the_hidden_tests_ask_what_the_seed_chooses(monkeypatch: pytest.MonkeyPatch) -> None:
    recording = (
        "sizes = []\ndef one_copy(bag, *, rng):\n    sizes.append(len(bag))\n    return rng.choice(bag, len(bag))"
    )
    asked = {}
    for seed in ("1", "2"):
        monkeypatch.setenv("GRADING_SEED", seed)
        asked[seed] = played("q6", "q6-test", q6=recording)["sizes"]
    assert asked["1"][:2] == asked["2"][:2] == [1000, 1000]
    assert asked["1"][2] != asked["2"][2]
