"""The domains of `data.wikitext`. What its files may hold is in tests/data."""

from __future__ import annotations

from domains import Border, arguments
from hypothesis import strategies as st
from things import NO_TEXTS
from values import not_whole

from collapse_lib.data import wikitext
from collapse_lib.data.wikitext import Article

LINES = st.lists(
    st.sampled_from(["", " = Gull = ", " = = Bird = = ", "a gull <unk> cries", "sea", "<unk>"]), max_size=9
)
ARTICLES = st.integers(2, 9).map(lambda many: [Article(str(i), ("a",)) for i in range(many)])
NO_LINES = st.sampled_from([None, 3, "a text", b"a", [1], ["a", None], [["a"]], [], [""], ["<unk>", " "]])


def every_word_once(found, lines):
    words = [word for line in lines for word in line.split() if word not in ("<unk>", "=")]
    assert [word for article in found for word in article.words] == words


def one_in_so_many(found, articles, every):
    held_out = found[1]
    assert len(held_out) == len(articles) // every and held_out[0] == articles[every - 1]
    assert sorted(article.title for part in found for article in part) == [article.title for article in articles]


ROOM = wikitext
UNTRIED = {"Article": "it holds what it is given"}
TABLE = {
    "load": Border(
        lambda splits=None, edition="": wikitext.load(*splits, edition=edition),
        st.just({"splits": ["valid"], "edition": "wikitext-2-v1"}),
        None,  # the files are not everywhere
        {
            "splits": st.sampled_from([["validation"], [None], [3], [["valid"]], ["valid", ""], [b"test"]]),
            "edition": NO_TEXTS | st.sampled_from(["", "wikitext-103-v1"]),
        },
    ),
    "parse": Border(
        wikitext.parse,
        arguments(lines=LINES.map(lambda lines: [*lines, "end"])),
        every_word_once,
        {"lines": NO_LINES},
    ),
    "hold_out": Border(
        wikitext.hold_out,
        ARTICLES.flatmap(lambda articles: arguments(articles=st.just(articles), every=st.integers(2, len(articles)))),
        one_in_so_many,
        {"every": not_whole(2, 9), "articles": st.sampled_from([None, 3, "articles", [], [Article("a", ("a",))]])},
    ),
}
