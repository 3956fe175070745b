"""The pages around the chapters: what they promise, they keep."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path

import contents
import pytest
import yaml
from pybtex.database import Entry, parse_file

from tools.claims.checker import ROOT
from tools.claims.prose import markdown, plain

BOOK = ROOT / "book"
PAGES = [contents.source(page) for page in contents.pages()]
WORDS_A_MINUTE = 200
PARTS = {"Warm-up review": 4, "Problem framing": 5, "Core concepts": 11, "Industry bridge": 4, "Discussion": 4}
PARTS |= {"Bottom line": 2}
CORE = {"Three errors": 3, "The proof": 3, "A language model": 5}


def page(name: str) -> str:
    return markdown(BOOK / f"{name}.md")


def section(text: str, heading: str) -> str:
    """Return what stands under a second-level heading that starts with `heading`."""
    return re.split(r"\n## ", text.split(f"\n## {heading}", 1)[1])[0]


def links(path: Path) -> list[str]:
    return re.findall(r"\]\(([^)\s]+)\)", markdown(path))


def timed(text: str, level: str) -> dict[str, int]:
    return {name: int(n) for name, n in re.findall(rf"(?m)^{level} (.+): (\d+) minutes$", text)}


def test_the_lesson_takes_thirty_minutes() -> None:
    text = page("instructors")
    table = re.findall(r"(?m)^\| (.+?) \| (\d+) \|", text)
    assert sum(int(minutes) for _, minutes in table) == 30
    assert timed(text, "##") == PARTS
    assert timed(text, "###") == CORE
    assert sum(PARTS.values()) == 30
    assert sum(CORE.values()) == PARTS["Core concepts"]
    assert [int(minutes) for _, minutes in table] == [4, 5, *CORE.values(), 4, 4, 2]


@pytest.mark.parametrize("part", ["Warm-up review", "Problem framing", *CORE, "Industry bridge", "Bottom line"])
def test_every_part_says_what_to_show_what_to_ask_and_what_to_answer(part: str) -> None:
    text = re.split(r"\n#+ ", page("instructors").split(f"# {part}: ", 1)[1])[0]
    assert re.findall(r"(?m)^- \*\*(.+?)\*\*", text) == ["Show", "Ask", "You may hear", "Say back"]
    assert "*The limit:*" in " ".join(text.split()) or part in ("Warm-up review", "Bottom line")


def test_four_prompts_and_three_misunderstandings_stand_beside_the_chapters_that_answer_them() -> None:
    text = page("instructors")
    prompts = re.split(r"(?m)^\d\. ", section(text, "Discussion"))[1:]
    misunderstandings = re.split(r"(?m)^\*\*\"", section(text, "Three misunderstandings"))[1:]
    assert (len(prompts), len(misunderstandings)) == (4, 3)
    assert all("](../notebooks/" in paragraph for paragraph in prompts + misunderstandings)
    assert all("limit" in paragraph or "linked" in paragraph for paragraph in misunderstandings)


def test_the_warm_up_questions_are_answered() -> None:
    answers = section(page("instructors"), "Answers to the warm-up")
    assert re.findall(r"\*\*Question (\d)\.\*\*", answers) == ["1", "2", "3"]


def test_the_bottom_line_reads_in_three_minutes_and_ends_with_two_questions() -> None:
    text = page("bottom-line")
    assert len(plain(text).split()) <= 3 * WORDS_A_MINUTE
    provocations = re.findall(r"(?m)^> (.+)$", text)
    assert len(provocations) == 2
    assert all(line.endswith("?") for line in provocations)


def test_the_bottom_line_tells_proof_measurement_and_dispute_apart() -> None:
    headings = re.findall(r"(?m)^## (.+)$", page("bottom-line"))
    assert headings[:3] == ["What is proved", "What was measured", "What is disputed"]


def addresses(entry: Entry) -> set[str]:
    """Return the addresses under which a work may be linked."""
    found = {f"https://doi.org/{entry.fields['doi']}"} if "doi" in entry.fields else set()
    found |= {f"https://arxiv.org/abs/{entry.fields['eprint']}"} if "eprint" in entry.fields else set()
    return found | ({entry.fields["url"]} if "url" in entry.fields else set())


WORKS = parse_file(str(BOOK / "references.bib"), bib_format="bibtex").entries


@pytest.mark.parametrize("key", WORKS)
def test_every_work_has_an_author_a_title_a_year_and_an_address_and_is_in_further_reading(key: str) -> None:
    work = WORKS[key]
    assert work.persons["author"]
    assert work.fields["title"]
    assert re.fullmatch(r"20\d\d", work.fields["year"])
    assert key.startswith(work.persons["author"][0].last_names[0].split()[-1].lower())
    assert addresses(work) & set(links(BOOK / "further-reading.md"))


@pytest.mark.parametrize("path", PAGES, ids=lambda path: path.stem)
def test_every_work_that_a_page_links_to_is_in_the_bibliography(path: Path) -> None:
    works = {link for link in links(path) if re.match(r"https://(doi|arxiv)\.org/", link)}
    assert works <= set().union(*map(addresses, WORKS.values()))


def test_further_reading_says_of_every_later_work_how_it_knows() -> None:
    later = page("further-reading").split("\n## How fast it goes", 1)[1]
    for entry in re.split(r"(?m)^- ", later)[1:]:
        assert re.search(r"\*\*[^*]*(proved|measured|argued|projected)[^*]*\*\*", " ".join(entry.split()), re.I), entry


@pytest.mark.parametrize("path", sorted(BOOK.glob("*.md")), ids=lambda path: path.stem)
def test_every_link_between_pages_leads_somewhere(path: Path) -> None:
    within = [link.partition("#")[0] for link in links(path) if not link.startswith(("http", "#"))]
    built = {"_static/warm-up.pdf"}
    assert not [link for link in within if link not in built and not (path.parent / link).exists()]


def test_how_to_cite_agrees_with_the_citation_file_and_the_package() -> None:
    citation = yaml.safe_load((ROOT / "CITATION.cff").read_text(encoding="utf-8"))
    text = " ".join(page("cite").split())
    assert text.count(citation["title"]) == 2
    assert f"version {citation['version']}" in text.lower()
    assert f"version = {{{citation['version']}}}" in text
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    assert project["version"] == str(citation["version"])
