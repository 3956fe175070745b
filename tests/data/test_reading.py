"""A reader's own text is read as its editor shows it, however it was saved, or it is refused with the file's name."""

from __future__ import annotations

import codecs
from pathlib import Path

import pytest
import tiny_opt

from collapse_lib.data import reading, wikitext
from collapse_lib.experiments.language_model import base
from collapse_lib.experiments.language_model.material import Material

TEXT = " = A Gull = \n\n The gull says caf\u00e9 . \n\n = A Hen = \n\n The hen lays . "
READERS = {
    "read": lambda path: reading.read(path),
    "wikitext": lambda path: wikitext.load("valid"),
    "books": lambda path: base.books(path.parents[1]),
}


@pytest.fixture
def put(tmp_path, monkeypatch):
    """Write the bytes where WikiText's and the books' text is looked for, and return one of the paths."""
    monkeypatch.setenv("COLLAPSE_DATA", str(tmp_path))

    def write(data: bytes) -> Path:
        for name in ("wikitext-2/valid.txt", "public_domain/valid.txt"):
            path = tmp_path / name
            path.parent.mkdir(exist_ok=True)
            path.write_bytes(data)
        return path

    return write


SAVED = {
    "with a byte-order mark": codecs.BOM_UTF8 + TEXT.encode(),
    "with two, of files put together": codecs.BOM_UTF8 + TEXT.replace(" = A Hen", "\ufeff = A Hen").encode(),
    "on Windows": TEXT.replace("\n", "\r\n").encode(),
    "on an old Macintosh": TEXT.replace("\n", "\r").encode(),
    "with lines that end in both": TEXT.replace("\n\n", "\r\n\n", 1).encode(),
    "with a final newline": f"{TEXT}\n".encode(),
    "with a zero-width space alone on a line": TEXT.replace("\n\n", "\n\u200b\n", 1).encode(),
    "with a zero-width space between words": TEXT.replace("hen lays", "hen \u200b lays").encode(),
    "with marks of direction": TEXT.replace("gull", "\u200egull\u200f\u2060").encode(),
    "with soft hyphens": TEXT.replace("gull", "gu\u00adll").encode(),
}


@pytest.mark.parametrize("saved", SAVED)
def test_the_same_text_is_the_same_articles_however_it_was_saved(saved, put) -> None:
    put(TEXT.encode())
    expected = wikitext.load("valid")
    put(SAVED[saved])
    assert wikitext.load("valid") == expected
    assert [article.title for article in expected] == ["A Gull", "A Hen"]


def test_what_joins_letters_stays() -> None:
    (article,) = wikitext.parse(["\u0646\u0645\u06cc\u200c\u062e\u0648\u0627\u0647\u0645 \U0001f469\u200d\U0001f52c"])
    assert article.words == ("\u0646\u0645\u06cc\u200c\u062e\u0648\u0627\u0647\u0645", "\U0001f469\u200d\U0001f52c")


def test_a_book_has_no_mark_and_plain_line_ends(put) -> None:
    path = put(codecs.BOM_UTF8 + b"One.\r\nTwo.\rThree.\n")
    assert base.books(path.parents[1]) == ["One.\nTwo.\nThree.\n"]


@pytest.mark.parametrize("reader", READERS)
@pytest.mark.parametrize(
    ("data", "got"),
    [
        (TEXT.encode("latin-1"), r"got byte 0xe9 at position \d+ of .*valid.txt; save it as UTF-8"),
        (TEXT.encode("cp1252"), r"got byte 0xe9 at position \d+ of .*valid.txt; save it as UTF-8"),
        (b"A gull\xff", "got byte 0xff at position 6 of .*valid.txt; save it as UTF-8"),
        (codecs.BOM_UTF16_LE + TEXT.encode("utf-16-le"), "got UTF-16 in .*valid.txt; save it as UTF-8"),
        (codecs.BOM_UTF16_BE + TEXT.encode("utf-16-be"), "got UTF-16 in .*valid.txt; save it as UTF-8"),
        (TEXT.encode("utf-32"), "got UTF-32 in .*valid.txt; save it as UTF-8"),
        (b"The gull\0 says", "got a NUL byte at position 8 of .*valid.txt; save it as UTF-8"),
        ("A gull".encode("utf-16-le"), "got a NUL byte at position 1 of .*valid.txt; save it as UTF-8"),
        (b"PK\x03\x04\x00\x00", "got a NUL byte at position 4 of .*valid.txt; save it as UTF-8"),
    ],
)
def test_a_file_that_is_no_plain_text_is_named(reader, data, got, put) -> None:
    path = put(data)
    with pytest.raises(ValueError, match=f"^text must be UTF-8, {got}"):
        READERS[reader](path)


@pytest.mark.parametrize("data", [b"", codecs.BOM_UTF8, b"\r\n \r\n", "\ufeff\u200b\u2060 \u00a0".encode()])
def test_a_file_without_a_word_is_named(data, put) -> None:
    path = put(data)
    with pytest.raises(ValueError, match=r"at least one word, got none in .*valid\.txt"):
        wikitext.load("valid")
    with pytest.raises(ValueError, match=r"at least one word, got none in .*valid\.txt"):
        base.books(path.parents[1])


def test_a_text_too_small_for_a_preset_is_told_with_both_numbers(tiny_base, tmp_path, monkeypatch) -> None:
    monkeypatch.setenv("COLLAPSE_DATA", str(tiny_opt.write_text(tmp_path, sentences=30)))
    with pytest.raises(ValueError, match=r"the split valid of WikiText-2 must fill 10000 blocks of 64 tokens, got"):
        Material.of(tiny_opt.preset(tiny_base, blocks=10_000))


@pytest.mark.parametrize("split", ["valid", "test"])
def test_a_text_too_small_for_one_block_is_told_too(split, tiny_base, tmp_path, monkeypatch) -> None:
    monkeypatch.setenv("COLLAPSE_DATA", str(tiny_opt.write_text(tmp_path)))
    (tmp_path / "wikitext-2" / f"{split}.txt").write_text("Too short .", encoding="utf-8")
    with pytest.raises(ValueError, match=rf"the split {split} of WikiText-2 must fill \d+ blocks? of 64 tokens"):
        Material.of(tiny_opt.preset(tiny_base))
