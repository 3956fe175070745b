"""The site is whole, a notebook that fails or warns fails the build, and changed code runs the chapters again."""

from __future__ import annotations

import re
import shutil
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

import contents
import nbformat
import pytest
from course import execution_cache

ROOT = Path(__file__).parents[2]
REDIRECT = re.compile(r"http-equiv=[\"']?refresh|location\.(?:replace|href\s*=)", re.IGNORECASE)
SECRETS = ("BEGIN SOLUTION", "BEGIN HIDDEN TESTS")


def test_the_sites_root_is_the_front_page_itself(built: Path) -> None:
    title = re.search(r"^# (.+)$", (ROOT / "index.md").read_text(encoding="utf-8"), re.MULTILINE)
    assert title
    html = (built / "index.html").read_text(encoding="utf-8")
    assert f"<h1>{title[1]}" in html
    assert not REDIRECT.search(html)


@pytest.mark.parametrize("page", contents.pages())
def test_every_page_of_the_table_of_contents_is_there(page: str, built: Path) -> None:
    assert "<h1>" in (built / f"{page}.html").read_text(encoding="utf-8")


def test_no_solution_and_no_hidden_test_is_published(built: Path) -> None:
    published = [path for path in built.rglob("*") if path.suffix in {".html", ".ipynb", ".md", ".txt", ".js"}]
    assert any("_sources" in path.parts for path in published)
    told = [path for path in published if any(secret in path.read_text(encoding="utf-8") for secret in SECRETS)]
    assert told == []


@dataclass
class Book:
    """A tiny book that is built as ours is: by the command in the Makefile, with our settings and our extension."""

    root: Path

    def write(self, *sources: str) -> None:
        """Let the book's only chapter have these code cells."""
        cells = [nbformat.v4.new_markdown_cell("# Chapter"), *map(nbformat.v4.new_code_cell, sources)]
        kernel = {"kernelspec": {"name": "python3", "display_name": "Python 3", "language": "python"}}
        nbformat.write(nbformat.v4.new_notebook(cells=cells, metadata=kernel), self.root / "chapter.ipynb")

    def build(self, *, fresh: bool = True) -> subprocess.CompletedProcess[str]:
        """Build it, with every page read anew (`fresh`) or as Sphinx thinks fit."""
        makefile = (ROOT / "Makefile").read_text(encoding="utf-8")
        command = re.search(r"^\t\$\(BIN\)/(jupyter-book build .+)$", makefile, re.MULTILINE)
        assert command
        words = [word for word in command[1].split() if fresh or word != "--all"]
        script = Path(sys.executable).parent / words[0]
        return subprocess.run([script, *words[1:]], cwd=self.root, capture_output=True, text=True, timeout=120)

    def page(self) -> str:
        """Return the chapter as it was built."""
        return (self.root / "_build" / "html" / "chapter.html").read_text(encoding="utf-8")


@pytest.fixture
def book(tmp_path: Path) -> Book:
    shutil.copy(ROOT / "_config.yml", tmp_path)
    (tmp_path / "_toc.yml").write_text("format: jb-book\nroot: index\nchapters:\n- file: chapter\n", encoding="utf-8")
    (tmp_path / "index.md").write_text("# Front\n", encoding="utf-8")
    shutil.copytree(ROOT / "book", tmp_path / "book", ignore=shutil.ignore_patterns("*.pdf", "*.md"))
    for lock in execution_cache.LOCKS:
        (tmp_path / lock).write_text("one==1\n", encoding="utf-8")
    (tmp_path / "collapse_lib").mkdir()
    (tmp_path / "collapse_lib" / "value.py").write_text("VALUE = 'first'\n", encoding="utf-8")
    return Book(tmp_path)


@pytest.mark.parametrize(
    ("source", "complaint"),
    [
        ("raise RuntimeError('the cell stops')", "the cell stops"),
        ("import warnings; warnings.warn('the cell warns')", "stderr"),
    ],
)
def test_a_notebook_that_raises_or_warns_fails_the_build_each_time(source: str, complaint: str, book: Book) -> None:
    book.write(source)
    first, second = book.build(), book.build()
    assert (first.returncode != 0, second.returncode != 0) == (True, True)
    assert complaint in first.stderr
    assert complaint in second.stderr


def test_a_link_to_nowhere_fails_the_build(book: Book) -> None:
    book.write("1")
    (book.root / "index.md").write_text("# Front\n\n[no such page](nowhere.md)\n", encoding="utf-8")
    result = book.build()
    assert result.returncode != 0
    assert "nowhere.md" in result.stderr


def test_changed_code_runs_the_chapters_again_and_unchanged_code_does_not(book: Book) -> None:
    book.write("import uuid; from collapse_lib.value import VALUE; print(VALUE, 'run', uuid.uuid4().hex)")
    runs = []
    for value, fresh in (("first", False), ("first", False), ("first", True), ("second", True), ("third", False)):
        (book.root / "collapse_lib" / "value.py").write_text(f"VALUE = {value!r}\n", encoding="utf-8")
        result = book.build(fresh=fresh)
        assert result.returncode == 0, result.stderr
        runs += re.findall(r"(\w+) run ([0-9a-f]{32})", book.page())
    assert [value for value, _ in runs] == ["first", "first", "first", "second", "third"]
    assert runs[0] == runs[1] == runs[2]
    assert len(set(runs)) == 3
    assert len(list((book.root / "_build" / "execution").iterdir())) == 1
