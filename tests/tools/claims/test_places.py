"""A number without a claim is found wherever a reader sees it: prose, answers, strings of code cells, charts."""

from __future__ import annotations

from pathlib import Path

import nbformat
import pytest

from tools.claims.checker import PAGES, ROOT, bibliography, claims_of, problems, read

CHART = '<figure class="chart"><figcaption>{}</figcaption><div role="img" aria-label="{}"></div></figure>'


def page(folder: Path, *, prose: str = "", code: str = "") -> Path:
    """Write a chapter of two cells."""
    cells = [nbformat.v4.new_markdown_cell(prose), nbformat.v4.new_code_cell(code)]
    file = folder / "chapter.ipynb"
    nbformat.write(nbformat.v4.new_notebook(cells=cells), file)
    return file


def unclaimed(file: Path) -> str:
    return "\n".join(problems(read(file), [], frozenset()))


@pytest.mark.parametrize(
    "code",
    [
        '# @title A run of 31 copies { display-mode: "form" }\nrun()',
        'guesses.number("words", "Of 31 words, how many?", low=0, high=100, step=1, unit="%")',
        'guesses.choice("words", "How many?", ["31", "None"])',
        'guesses.recall("words", f"{left} are left, of 31")',
        'charts.curves.lines(table, title="31 words are left")',
        'charts.curves.lines(table, description=("A line that falls " "to 31 percent."))',
        'pd.DataFrame({"share of 31 words": shares}, index=["a", "b"])',
        'table["after 31 copies"] = 1\n%matplotlib inline',
    ],
)
def test_a_string_that_a_reader_sees_needs_a_claim(tmp_path: Path, code: str) -> None:
    assert "no claim covers 31 in" in unclaimed(page(tmp_path, code=code))


@pytest.mark.parametrize(
    "code",
    [
        'table[table["policy"] == "31% kept"]["digit 3"]',
        'guesses.recall("words-31", "None are left.")',
        'share.map("{:.31%}".format)',
        'table.query("generation == 31 and replicate == 0")',
        'f"{31 + 1} words are left, {share:.31f} of all"',
        'colour = "#313131"  # 31 of them',
        "%pip install collapse-lib==31 --quiet\n!ls 31 files",
    ],
)
def test_names_formats_settings_and_what_is_computed_need_none(tmp_path: Path, code: str) -> None:
    assert not unclaimed(page(tmp_path, code=code))


def test_the_answer_of_a_quiz_needs_a_claim(tmp_path: Path) -> None:
    quiz = "## Check yourself\n\n<details><summary>A. None</summary>\n\nNo: <b>31</b> are left.\n\n</details>"
    assert "no claim covers 31 in" in unclaimed(page(tmp_path, prose=quiz))


@pytest.mark.parametrize("words", [("31 are left", "A line."), ("Few are left", "A line that falls to 31.")])
def test_the_words_of_a_built_chart_need_a_claim(tmp_path: Path, words: tuple[str, str]) -> None:
    built = tmp_path / "notebooks" / "01-warm-up.html"
    built.parent.mkdir()
    built.write_text(f"<p>29 is read in the notebook.</p>{CHART.format(*words)}", encoding="utf-8")
    found = "\n".join(problems(read(ROOT / "notebooks" / "01-warm-up.ipynb", tmp_path), [], frozenset()))
    assert "no claim covers 31 in" in found
    assert "covers 29" not in found


@pytest.mark.parametrize("name", [page.relative_to(ROOT).as_posix() for page in PAGES if page.suffix == ".md"])
def test_a_number_on_a_page_without_computation_needs_a_claim(tmp_path: Path, name: str) -> None:
    copy = tmp_path / Path(name).name
    copy.write_text((ROOT / name).read_text(encoding="utf-8") + "\nIt takes 31 years.\n", encoding="utf-8")
    assert "no claim covers 31 in" in unclaimed(copy)


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("With 16%: ", "With 17%: "),  # guesses.recall
        ("tips, with 10% kept", "tips, with 11% kept"),  # the head of a row
        ("A. Keeping 16% in place of 10%", "A. Keeping 17% in place of 10%"),  # an answer
    ],
)
def test_a_number_changed_in_a_real_chapter_is_found(tmp_path: Path, old: str, new: str) -> None:
    chapter = ROOT / "notebooks" / "06-industry-bridge.ipynb"
    copy = tmp_path / chapter.name
    text = chapter.read_text(encoding="utf-8")
    assert old in text
    copy.write_text(text.replace(old, new), encoding="utf-8")
    assert any("the page does not say this" in line for line in problems(read(copy), claims_of(copy), bibliography()))
