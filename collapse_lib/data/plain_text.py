"""WikiText as people write: its words put together again, and no sentence that has lost one.

A model that learns from the spaced edition learns its marks, and they soon are all that it says. So ` @-@ ` becomes a
hyphen, a comma stands at its word, and a sentence with `<unk>` in place of a rare word is left out.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from .. import checks
from .wikitext import Article

UNKNOWN = "<unk>"
JOINTS = {"@-@": "-", "@,@": ",", "@.@": "."}
ENDS = {".", "!", "?"}
TO_THE_LEFT = {*".,;:!?)]%", "...", "n't", "'"}  # stand at the word before them, as do 's, 'll and their like
TO_THE_RIGHT = set("([$£€")
CLOCK = re.compile(r"(?<=\d): (?=\d\d\b)")  # 11: 00
QUOTE = '"'


def plain(article: Article) -> str:
    """Return the sentences of an article that are whole, a line a paragraph; headings and lost words are not in it.

    Raises TypeError for what is no article.
    """
    paragraphs = checks.instance(article, Article, "article").paragraphs
    return "\n".join(filter(None, (" ".join(map(written, _whole(words))) for words in paragraphs)))


def written(words: Sequence[str]) -> str:
    """Return the words of a sentence as they are written, marks at their words. Raises TypeError for what are no words.

    >>> written(["A", "well", "@-@", "known", '"', "song", '"', "sold", "1", "@,@", "200", "copies", "."])
    'A well-known "song" sold 1,200 copies.'
    """
    text, joined, quoted = "", True, False
    for word in checks.texts(words, "words"):
        opens = word == QUOTE and not quoted
        quoted ^= word == QUOTE
        closes = word in TO_THE_LEFT or word in JOINTS or (word == QUOTE and not opens) or _is_shortened(word)
        text += ("" if joined or closes else " ") + JOINTS.get(word, word)
        joined = opens or word in TO_THE_RIGHT or word in JOINTS
    return CLOCK.sub(":", text)


def _is_shortened(word: str) -> bool:
    return word[:1] == "'" and word[1:].isalpha()


def _whole(words: Iterable[str]) -> Iterator[list[str]]:
    """Yield the sentences that hold every word; the quotation marks of each are in pairs."""
    for sentence in _sentences(words):
        if UNKNOWN not in sentence and sentence.count(QUOTE) % 2 == 0 and sentence[-1] in {*ENDS, QUOTE}:
            yield sentence


def _sentences(words: Iterable[str]) -> Iterator[list[str]]:
    """Yield the sentences of a paragraph. A quotation mark that closes behind a full stop belongs to its sentence."""
    sentence: list[str] = []
    for word in words:
        if sentence and _is_over(sentence, word):
            yield sentence
            sentence = []
        sentence.append(word)
    if sentence:
        yield sentence


def _is_over(sentence: Sequence[str], following: str) -> bool:
    if sentence[-1] in ENDS:
        return following != QUOTE or sentence.count(QUOTE) % 2 == 0
    return sentence[-1] == QUOTE and {*sentence[-2:-1]} <= ENDS and len(sentence) > 1 and following[:1].isupper()
