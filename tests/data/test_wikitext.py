"""Articles are found, held out and loaded, or refused in the reader's words."""

import pandas as pd
import pytest

from collapse_lib.data import wikitext

TWO = """
 = A Gull =

 The gull , a <unk> bird , is grey .

 = = Life = =

 It is 5 = five feet long .
 = not a title =
 It eats fish .

 = A <unk> Hen =

 The hen lays .
"""


def put(folder, split, data):
    path = folder / "wikitext-2" / f"{split}.txt"
    path.parent.mkdir(exist_ok=True)
    path.write_bytes(data)
    return path


# Articles


def test_titles_stand_alone_and_headings_and_unknown_words_lose_their_marks():
    gull, hen = wikitext.parse(TWO.split("\n"))
    assert (gull.title, hen.title) == ("A Gull", "A Hen")
    assert " ".join(gull.words) == (
        "A Gull The gull , a bird , is grey . Life It is 5 = five feet long . not a title It eats fish ."
    )
    assert hen.words[-3:] == ("hen", "lays", ".")


def test_words_before_the_first_title_make_an_article_without_one():
    first, *others = wikitext.parse(["Once upon a time", *TWO.split("\n")])
    assert (first.title, first.words, len(others)) == ("", ("Once", "upon", "a", "time"), 2)


@pytest.mark.parametrize("lines", [[], ["", " "], [" <unk> <unk> "], [" = <unk> = "]])
def test_a_corpus_without_words_is_refused(lines):
    with pytest.raises(ValueError, match="a corpus must hold at least one word, got none in here"):
        wikitext.parse(lines, source="here")


def test_every_third_article_is_held_out_and_none_is_lost():
    articles = [wikitext.Article(str(i), ("word",)) for i in range(1, 9)]
    training, held_out = wikitext.hold_out(articles, every=3)
    assert [a.title for a in training] == ["1", "2", "4", "5", "7", "8"]
    assert [a.title for a in held_out] == ["3", "6"]


@pytest.mark.parametrize("every", [1, 9, -2])
def test_both_sides_of_a_split_need_an_article(every):
    articles = [wikitext.Article(str(i), ("word",)) for i in range(8)]
    with pytest.raises(ValueError, match=rf"every must lie between 2 and the number of articles, 8, got {every}"):
        wikitext.hold_out(articles, every=every)


# WikiText-2 from a folder


def test_the_folder_is_read_split_by_split(tmp_path, monkeypatch):
    put(tmp_path, "valid", TWO.encode())
    put(tmp_path, "test", " = A Fox = \n \n Caf\u00e9 .".encode())
    monkeypatch.setenv("COLLAPSE_DATA", str(tmp_path))
    assert [a.title for a in wikitext.load()] == ["A Gull", "A Hen", "A Fox"]
    assert wikitext.load("test")[0].words == ("A", "Fox", "Caf\u00e9", ".")


def test_a_missing_folder_is_named_with_the_way_to_get_it(tmp_path, monkeypatch):
    monkeypatch.setenv("COLLAPSE_DATA", str(tmp_path / "nowhere"))
    with pytest.raises(FileNotFoundError, match=r"WikiText-2 not found in .*nowhere: there is no wikitext-2/valid.txt"):
        wikitext.load()
    with pytest.raises(FileNotFoundError, match="unset COLLAPSE_DATA to download it from the Hub"):
        wikitext.load("train")


def test_a_file_that_is_not_utf8_is_named_with_the_position(tmp_path, monkeypatch):
    put(tmp_path, "valid", b"caf\xe9 au lait")
    monkeypatch.setenv("COLLAPSE_DATA", str(tmp_path))
    with pytest.raises(ValueError, match=r"text must be UTF-8, got byte 0xe9 at position 3 of .*valid\.txt"):
        wikitext.load("valid")


def test_an_empty_file_is_named(tmp_path, monkeypatch):
    put(tmp_path, "valid", b"")
    monkeypatch.setenv("COLLAPSE_DATA", str(tmp_path))
    with pytest.raises(ValueError, match=r"at least one word, got none in .*valid\.txt"):
        wikitext.load("valid")


def test_there_are_three_splits():
    with pytest.raises(ValueError, match=r"splits must be among train, valid, test, got \('validation',\)"):
        wikitext.load("validation")


# WikiText-2 from the Hub, which is not asked here


def test_the_rows_of_the_hub_make_the_same_articles_as_the_file(tmp_path, monkeypatch):
    pytest.importorskip("pyarrow")
    rows = [line.strip() and f" {line.strip()} \n" for line in TWO.split("\n")]
    pd.DataFrame({"text": rows}).to_parquet(tmp_path / "rows.parquet")
    asked = []
    monkeypatch.delenv("COLLAPSE_DATA", raising=False)
    monkeypatch.setattr(wikitext, "_download", lambda name: asked.append(name) or tmp_path / "rows.parquet")
    assert wikitext.load("valid") == wikitext.parse(TWO.split("\n"))
    assert asked == ["wikitext-2-raw-v1/validation-00000-of-00001.parquet"]


@pytest.mark.parametrize("failure", [ConnectionError("no route"), ModuleNotFoundError("No module named 'x'")])
def test_without_folder_and_hub_the_reader_is_told_what_to_do(monkeypatch, failure):
    def fail(name):
        raise failure

    monkeypatch.delenv("COLLAPSE_DATA", raising=False)
    monkeypatch.setattr(wikitext, "_download", fail)
    with pytest.raises(
        FileNotFoundError, match=r"the Hub cannot be reached \([nN]o.*\)\. Set COLLAPSE_DATA to a folder"
    ):
        wikitext.load()
