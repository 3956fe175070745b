"""The domains of `data.plain_text`."""

from __future__ import annotations

from domains import Border, arguments
from hypothesis import strategies as st

from collapse_lib.data import plain_text
from collapse_lib.data.wikitext import Article

MARKS = st.sampled_from([*"gull,.;:!?()[]%$'\"", "@-@", "@,@", "'s", "n't", "7", "00", "<unk>", "Gulls"])
SPACED = st.lists(MARKS, max_size=12)
NO_WORDS = st.sampled_from([None, 3, b"ab", [1], ["a", None], [b"a"], [["a"]], True])


def nothing_is_lost(found, words):
    letters = "".join(plain_text.JOINTS.get(word, word) for word in words)
    assert found.replace(" ", "") == letters and "@" not in found and "  " not in found


def whole_sentences(found, article):
    assert "<unk>" not in found and found.count('"') % 2 == 0
    assert all(line[-1] in '.!?"' for line in found.splitlines())


ROOM = plain_text
TABLE = {
    "written": Border(plain_text.written, arguments(words=SPACED), nothing_is_lost, {"words": NO_WORDS}),
    "plain": Border(
        plain_text.plain,
        arguments(article=st.lists(SPACED.map(tuple), max_size=3).map(lambda lines: Article("", (), tuple(lines)))),
        whole_sentences,
        {"article": st.sampled_from([None, 3, "article", ("a",), b"a", []])},
    ),
}
