"""An address is taken in every form that people have at hand, and moves in every form in which files name it."""

from __future__ import annotations

import pytest
import repository
from course import head

THEIRS = "https://github.com/Jane-Doe/Collapse.course"


@pytest.mark.parametrize(
    "typed",
    [
        THEIRS,
        f"{THEIRS}/",
        f"{THEIRS}.git",
        f"{THEIRS}.git/",
        f"  {THEIRS}\n",
        "http://www.github.com/Jane-Doe/Collapse.course",
        "HTTPS://GitHub.COM/Jane-Doe/Collapse.course",
        "github.com/Jane-Doe/Collapse.course",
        "git@github.com:Jane-Doe/Collapse.course.git",
        "ssh://git@github.com/Jane-Doe/Collapse.course.git",
    ],
)
def test_an_address_is_taken_as_people_have_it_at_hand(typed: str) -> None:
    assert repository.at(typed).url == THEIRS


@pytest.mark.parametrize(
    "typed",
    [
        "",
        "Jane-Doe/course",
        "https://github.com/Jane-Doe",
        "https://github.com/Jane-Doe/course/tree/main",
        "https://github.com/Jane-Doe/course?tab=readme",
        "https://github.com/Jane Doe/course",
        "https://github.com/-/course",
        "https://github.com/Jane-Doe/..",
        "https://gitlab.com/Jane-Doe/course",
        "https://github.com.example/Jane-Doe/course",
        "git@gitlab.com:Jane-Doe/course.git",
        "$(touch x)",
    ],
)
def test_anything_else_is_refused_in_one_line(typed: str) -> None:
    with pytest.raises(ValueError, match="the course needs the address of a repository on GitHub, as https://") as told:
        repository.at(typed)
    assert str(told.value).endswith(f"got {typed!r}") and "\n" not in str(told.value)


@pytest.mark.parametrize(
    ("url", "site"),
    [
        ("https://github.com/o/n", "https://o.github.io/n"),
        ("https://github.com/Jane-Doe/Course", "https://jane-doe.github.io/Course"),
        ("https://github.com/Jane-Doe/jane-doe.github.io", "https://jane-doe.github.io"),
        ("https://github.com/Jane-Doe/Jane-Doe.github.io", "https://jane-doe.github.io"),
    ],
)
def test_the_pages_are_where_github_publishes_them_and_the_site_knows(url: str, site: str) -> None:
    assert repository.Repository(url).site == site
    assert head.published(url) == f"{site}/"


# What moves

OLD, NEW = repository.at("https://github.com/o/n"), repository.at("https://github.com/jane/jane.github.io")
MOVED = {
    "https://github.com/o/n": "https://github.com/jane/jane.github.io",
    "https://github.com/O/N/issues.": "https://github.com/jane/jane.github.io/issues.",
    "git+https://github.com/o/n@main": "git+https://github.com/jane/jane.github.io@main",
    "git clone git@github.com:o/n.git\ncd n\n": "git clone git@github.com:jane/jane.github.io.git\ncd jane.github.io\n",
    "https://mybinder.org/v2/gh/o/n/main": "https://mybinder.org/v2/gh/jane/jane.github.io/main",
    "https://img.shields.io/github/stars/o/n": "https://img.shields.io/github/stars/jane/jane.github.io",
    "https://raw.githubusercontent.com/o/n/main/x": "https://raw.githubusercontent.com/jane/jane.github.io/main/x",
    "if: github.repository == 'o/n'": "if: github.repository == 'jane/jane.github.io'",
    "https://o.github.io/n/book/a.html": "https://jane.github.io/book/a.html",
}
STAYS = ["https://github.com/o/n-2", "https://github.com/o/n.js", "https://github.com/oo/n", "o/n", "cd nn", "cd n-2"]
STAYS += ["https://oo.github.io/n", "https://o.github.io/nn", "https://o.github.io/other"]


@pytest.mark.parametrize("before", MOVED)
def test_an_address_moves_in_every_form_and_back(before: str) -> None:
    assert repository.moved(before, OLD, NEW) == MOVED[before]
    assert repository.moved(MOVED[before], NEW, OLD) == before.replace("O/N", "o/n")


@pytest.mark.parametrize("other", STAYS)
def test_what_is_another_address_stays(other: str) -> None:
    assert repository.moved(other, OLD, NEW) == other
