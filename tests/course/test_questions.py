"""The page of questions: every question that people ask is there, answered in few words, shown and sourced."""

from __future__ import annotations

import re

import pytest

from tools.claims.checker import ROOT
from tools.claims.prose import markdown, plain

PAGE = ROOT / "book" / "questions.md"
# What people asked, and under which address the page answers it. An address may be in somebody's mail: it stays.
ASKED = {
    "question-solved": "solved by now, since laboratories use synthetic data",
    "question-self-play": "programs that play against themselves",
    "question-my-chatbot": "a chatbot that has got worse",
    "question-overfitting": "another word for overfitting or forgetting",
    "question-mode-collapse": "another word for mode collapse",
    "question-people-edit-ai": "AI text that people edit",
    "question-ai-edits-people": "people's text that AI edits",
    "question-own-filter": "a model that filters what it wrote",
    "question-own-tools": "signs of it in one's own tools",
    "question-retrieval": "retrieval and agents' notes, without training",
    "question-labels": "labels for synthetic text",
    "question-detection": "detectors that are good enough",
    "question-used-up": "human text that is used up",
    "question-labellers": "paid labellers with a chatbot",
    "question-diversity": "measures of diversity",
}
CONFUSED = ["Model collapse", "Hallucination", "Overfitting", "Catastrophic forgetting", "Mode collapse"]
WORDS = 80
WORK = re.compile(r"\]\(https://(?:doi|arxiv)\.org/")
SHOWN = re.compile(r"\*See it:\*\s\[[^\]]+\]\(\.\./(notebooks/[\w-]+\.ipynb)#([\w-]+)\)\.?\s*$")


def answers() -> dict[str, tuple[str, str]]:
    """Return the heading and what stands below it by the address of each part of the page."""
    parts = re.split(r"(?m)^\(([\w-]+)\)=\n## (.+)\n", markdown(PAGE))[1:]
    return {parts[n]: (parts[n + 1], parts[n + 2].strip()) for n in range(0, len(parts), 3)}


def slugs(page: str) -> set[str]:
    """Return the names by which a link leads to the headings of a page."""
    headings = re.findall(r"(?m)^#{2,3} (.+)$", markdown(ROOT / page))
    return {re.sub(r"[^\w -]", "", heading.lower()).replace(" ", "-") for heading in headings}


def test_every_question_that_was_asked_is_answered_at_its_own_address() -> None:
    assert list(answers()) == [*ASKED, "question-words"]
    assert all(heading.endswith("?") for address, (heading, _) in answers().items() if address in ASKED)


@pytest.mark.parametrize("asked", ASKED)
def test_an_answer_is_short_has_a_source_and_leads_to_where_the_course_shows_it(asked: str) -> None:
    _, text = answers()[asked]
    assert len(re.findall(r"\S*\w\S*", plain(text))) <= WORDS
    assert WORK.search(text)
    shown = SHOWN.search(text)
    assert shown
    assert shown[2] in slugs(shown[1])


def test_five_words_that_are_easily_confused_stand_side_by_side() -> None:
    _, text = answers()["question-words"]
    rows = re.findall(r"(?m)^\| ([A-Z][\w ]+?) \|(.+)\|$", text)
    assert [word for word, _ in rows] == CONFUSED
    assert all(cell.strip() for _, cells in rows for cell in cells.split("|"))
    assert WORK.search(text)
