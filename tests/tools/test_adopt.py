"""A fork is a course of its own after one command: the old address is nowhere, and the way back changes nothing."""

from __future__ import annotations

import sys
from pathlib import Path

import address
import adopt
import pytest
from clones import ROOT, clone, git, run

OURS = address.configured(ROOT)
OLD_WORDS = (OURS.owner, f"{OURS.owner}/{OURS.name}", OURS.site.removeprefix("https://"))
THEIRS = "https://github.com/Jane-Doe/Collapse.course"


@pytest.fixture(scope="module")
def fork(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a clone of this checkout."""
    return clone(tmp_path_factory.mktemp("fork") / "a folder")


def bytes_of(folder: Path) -> dict[str, bytes]:
    return {name: (folder / name).read_bytes() for name in git(folder, "ls-files", "-z").split("\0")[:-1]}


def command(folder: Path, url: str) -> str:
    """Return what the command says in a clone."""
    return adopt.main(url, folder)


def naming(folder: Path, *words: str) -> list[str]:
    """Return the files of a clone in which one of the words stands, in whatever case."""
    patterns = [part for word in words for part in ("-e", word)]
    asked = ["git", "grep", "--ignore-case", "--files-with-matches", "--fixed-strings", *patterns]
    return run(folder, *asked).stdout.splitlines()


def test_what_is_no_repository_on_github_is_refused_and_changes_nothing(fork: Path) -> None:
    before = bytes_of(fork)
    done = run(fork, sys.executable, "tools/adopt.py", "https://gitlab.com/Jane-Doe/course")
    assert done.returncode == 1
    assert done.stderr.startswith("the course needs the address of a repository on GitHub")
    assert done.stderr.count("\n") == 1
    assert bytes_of(fork) == before


def test_after_one_command_the_old_address_is_nowhere_and_the_new_one_everywhere(fork: Path) -> None:
    before = bytes_of(fork)
    places = set(naming(fork, *OLD_WORDS)) | {"CONTRIBUTING.md"}
    assert "its pages at https://jane-doe.github.io/Collapse.course/" in command(fork, THEIRS)
    assert naming(fork, *OLD_WORDS) == []
    assert set(naming(fork, "jane-doe/collapse.course", "jane-doe.github.io/collapse.course")) >= places
    after = bytes_of(fork)
    assert {name for name in before if before[name] != after[name]} == places
    assert b"git clone https://github.com/Jane-Doe/Collapse.course\ncd Collapse.course\n" in after["CONTRIBUTING.md"]
    assert {"README.md", "CITATION.cff", "pyproject.toml", "book/cite.md", "_config.yml"} <= places
    assert {name for name in before if name.endswith(".ipynb")} <= places
    assert not {"LICENSE", "LICENSE-text"} & places


def test_the_same_command_again_changes_nothing(fork: Path) -> None:
    before = bytes_of(fork)
    assert "nothing has changed" in command(fork, f"{THEIRS}.git")
    assert bytes_of(fork) == before


def test_by_way_of_the_root_of_a_host_and_back_every_byte_is_as_it_was(fork: Path) -> None:
    for url in ("git@github.com:jane/jane.github.io.git", "https://github.com/A/b", "https://github.com/o/n", OURS.url):
        assert "Mind" not in command(fork, url)
    assert git(fork, "diff", "--name-only") == ""


def test_a_command_that_was_stopped_half_way_is_made_good_by_the_next_one(fork: Path) -> None:
    half_way = "/".join(["half", "way"])  # or it would be found in this file
    adopt.configure(fork, f"https://github.com/{half_way}")
    command(fork, THEIRS)
    assert naming(fork, *OLD_WORDS, half_way) == []
    command(fork, OURS.url)
    assert git(fork, "diff", "--name-only") == ""


def test_a_file_that_names_the_new_address_already_is_told_of(fork: Path) -> None:
    (fork / "README.md").write_text(f"See {THEIRS} and {OURS.url}.\n", encoding="utf-8")
    assert command(fork, THEIRS).endswith("should you ever go back: README.md named that address before.")
    command(fork, OURS.url)
    git(fork, "checkout", "--", "README.md")


def test_without_git_it_is_the_same(fork: Path) -> None:
    expected = set(naming(fork, *OLD_WORDS)) | {"CONTRIBUTING.md"}
    (fork / ".git").rename(fork.parent / "aside")
    (fork / "_build").mkdir()
    (fork / "_build" / "page.html").write_text(OURS.url, encoding="utf-8")
    said = command(fork, THEIRS)
    assert all(name in said for name in expected) and "_build" not in said
    command(fork, OURS.url)
    (fork.parent / "aside").rename(fork / ".git")
    assert git(fork, "diff", "--name-only") == ""


def test_make_adopts() -> None:
    makefile = (ROOT / "Makefile").read_text(encoding="utf-8")
    assert "\nadopt: $(BOOK_READY)\n\t@$(BIN)/python tools/adopt.py '$(URL)'\n" in makefile
