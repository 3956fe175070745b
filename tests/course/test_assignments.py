"""Every assignment: what students get holds no solution, says where to answer, and vouches for its numbers."""

from __future__ import annotations

import re

import assignments
import nbformat
import pytest

from tools.claims.checker import problems
from tools.claims.claim import claims_in
from tools.claims.prose import markdown, veiled_page

HIDDEN = re.compile(r"### BEGIN (?:SOLUTION|HIDDEN TESTS)\n(.*?)### END [A-Z ]+", re.DOTALL)

pytestmark = pytest.mark.parametrize("name", assignments.names())


def cells(name: str) -> list[nbformat.NotebookNode]:
    """Return the cells that students get."""
    return nbformat.read(assignments.copy_of(name), as_version=4).cells


def lines(source: str) -> set[str]:
    return {line.strip() for line in source.splitlines()}


def test_the_student_copy_holds_no_solution_and_no_hidden_test(name: str) -> None:
    source = "\n".join(cell.source for cell in assignments.source(name).cells)
    secret = lines("".join(HIDDEN.findall(source))) - lines(HIDDEN.sub("", source))
    given = "\n".join(cell.source for cell in cells(name))
    assert secret
    assert sorted(secret & lines(given)) == []
    assert not re.search("SOLUTION|HIDDEN", given)


def test_every_answer_has_its_place_marked_for_the_eye(name: str) -> None:
    for cell in cells(name):
        if cell.metadata.get("nbgrader", {}).get("solution"):
            assert f"{cell.id.upper()} your answer" in cell.source.splitlines()[0]
            assert ("# end of your answer" if cell.cell_type == "code" else "*Write here,") in cell.source


def test_the_first_code_cell_sets_up_and_no_cell_needs_directives(name: str) -> None:
    code = [cell.source for cell in cells(name) if cell.cell_type == "code"]
    assert code[0].startswith('# @title Set up { display-mode: "form" }\n')
    assert not re.search(r"(?m)^(```\{|:::)|\{(ref|cite|doc|term)\}`", markdown(assignments.copy_of(name)))


def test_every_number_in_the_words_is_chosen_or_computed(name: str) -> None:
    claims = claims_in(assignments.HOMEWORK / "claims" / f"{name}.yml")
    assert claims
    assert list(problems(veiled_page(markdown(assignments.copy_of(name))), claims, frozenset())) == []
