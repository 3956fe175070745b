"""The warm-up sheet: one page, tagged, its links alive, the same bytes each time."""

from __future__ import annotations

import importlib.util
import json
import re
import zlib
from pathlib import Path
from types import ModuleType

import pytest
import typst
import yaml

ROOT = Path(__file__).parents[2]
SOURCE = ROOT / "book" / "pdf" / "warm-up.typ"
COURSE = "https://example.org/course"


@pytest.fixture(scope="module")
def pdf() -> ModuleType:
    spec = importlib.util.spec_from_file_location("pdf", ROOT / "tools" / "pdf.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def contents(data: bytes) -> str:
    """Return a PDF's objects as text, those in compressed streams included."""
    streams = re.findall(rb"stream\r?\n(.*?)\r?\nendstream", data, re.DOTALL)
    unpacked = [zlib.decompress(stream) for stream in streams if stream[:1] == b"\x78"]
    return b"\n".join([data, *unpacked]).decode("latin-1")


@pytest.fixture(scope="module")
def sheet(pdf: ModuleType) -> str:
    return contents(pdf.build(SOURCE, course=COURSE))


def test_the_sheet_is_one_page_of_a4(sheet: str) -> None:
    assert len(re.findall(r"/Type\s*/Page\b", sheet)) == 1
    assert re.search(r"/MediaBox\s*\[\s*0 0 595\.\d+ 841\.\d+\s*\]", sheet)


def test_the_sheet_is_tagged_for_screen_readers(sheet: str) -> None:
    assert "/Marked true" in sheet
    assert "/StructTreeRoot" in sheet
    assert "<pdfuaid:part>1</pdfuaid:part>" in sheet
    assert "/Lang(en)" in sheet
    assert len(re.findall(r"/S\s*/H2\b", sheet)) == 3, "three questions, three headings"


def test_the_sheet_links_to_the_course_and_its_licence(sheet: str) -> None:
    assert set(re.findall(r"/URI\s*\(([^)]*)\)", sheet)) == {COURSE, "https://creativecommons.org/licenses/by/4.0/"}


def test_the_course_is_where_the_configuration_says(pdf: ModuleType) -> None:
    config = yaml.safe_load((ROOT / "_config.yml").read_text(encoding="utf-8"))
    assert pdf.address() == config["repository"]["url"]


def test_the_sheet_has_the_same_bytes_each_time(pdf: ModuleType) -> None:
    assert pdf.build(SOURCE, course=COURSE) == pdf.build(SOURCE, course=COURSE)


def test_an_unchanged_sheet_is_not_written_again(pdf: ModuleType, tmp_path: Path) -> None:
    pdf.main(tmp_path)
    before = (tmp_path / "warm-up.pdf").stat().st_mtime_ns
    pdf.main(tmp_path)
    assert (tmp_path / "warm-up.pdf").stat().st_mtime_ns == before


def test_the_sheet_asks_how_sure_one_is_in_the_words_of_the_page() -> None:
    from collapse_lib import guesses

    assert all(answer in SOURCE.read_text(encoding="utf-8") for answer in guesses.SURE)


def test_a_picture_without_alternative_text_is_refused(pdf: ModuleType, tmp_path: Path) -> None:
    (tmp_path / "bad.typ").write_text('#set document(title: "t")\n#figure(rect())')
    with pytest.raises(typst.TypstError):
        pdf.build(tmp_path / "bad.typ", course=COURSE)


def test_the_sheet_asks_what_chapter_1_asks() -> None:
    sheet = " ".join(SOURCE.read_text(encoding="utf-8").replace("*", "").split())
    cells = json.loads((ROOT / "notebooks" / "01-warm-up.ipynb").read_text(encoding="utf-8"))["cells"]
    chapter = "\n".join("".join(cell["source"]) for cell in cells)
    titles = re.findall(r"### Question \d: (.+)", chapter)
    choices = re.findall(r"guesses\.choice\([^\[]+\[([^\]]+)\]", chapter)
    options = [option for choice in choices for option in re.findall(r'"(.+?)"', choice)]
    assert (len(titles), len(options)) == (3, 8)
    assert [words for words in (*titles, *options) if words.lower() not in sheet.lower()] == []
