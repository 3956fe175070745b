"""A fork that was adopted builds, passes what asks for its address, and nowhere in its site stands the old one."""

from __future__ import annotations

import sys
from pathlib import Path

import address
import pytest
from clones import ROOT, build, clone, hand_results_on, run
from pypdf import PdfReader
from repository import Repository, moved

OURS = address.configured(ROOT)
THEIRS = Repository("https://github.com/Jane-Doe/jane-doe.github.io")
ASKING = ["tests/tools/test_address.py", "tests/course/test_launch.py", "tests/course/test_notebooks.py"]


@pytest.fixture(scope="module")
def fork(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a clone of this checkout that was adopted, built."""
    folder = clone(tmp_path_factory.mktemp("adopted") / "fork")
    assert run(folder, sys.executable, "tools/adopt.py", THEIRS.url).returncode == 0
    hand_results_on(folder, lambda source: moved(source, OURS, THEIRS))
    build(folder)
    return folder


def shown(file: Path) -> str:
    """Return what a built file says, in small letters: of a PDF its text and where it leads."""
    if file.suffix != ".pdf":
        return file.read_bytes().decode("utf-8", errors="replace").lower()
    pages = PdfReader(file).pages
    leads = [str(note.get_object()) for page in pages for note in page.get("/Annots") or []]
    return " ".join([*leads, *(page.extract_text() for page in pages)]).lower()


@pytest.mark.slow
def test_the_old_address_is_nowhere_in_the_site_of_an_adopted_fork(fork: Path) -> None:
    files = [path for path in (fork / "_build" / "html").rglob("*") if path.is_file()]
    said = {path.relative_to(fork).as_posix(): shown(path) for path in files}
    assert [name for name, text in said.items() if OURS.owner.lower() in text] == []
    pages = [name for name, text in said.items() if '<link rel="canonical" href="https://jane-doe.github.io/' in text]
    assert len(pages) > 10
    assert "github.com/jane-doe/jane-doe.github.io" in said["_build/html/_static/warm-up.pdf"]


@pytest.mark.slow
def test_an_adopted_fork_passes_the_tests_that_ask_for_its_address(fork: Path) -> None:
    done = run(fork, sys.executable, "-m", "pytest", "-q", "-p", "no:cacheprovider", *ASKING)
    assert done.returncode == 0, done.stdout[-3000:]
