"""WikiText as people write it: its words put together again, and no sentence that has lost one.

A model that learns from the spaced edition learns its marks, and they soon are all that it says. So ` @-@ ` becomes a
hyphen, a comma stands at its word, and a sentence with `<unk>` in place of a rare word is left out. So is one whose
quotation marks or brackets are not in pairs, and what does not end as a sentence does.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise

from .. import checks
from .wikitext import Article

LEFT_OUT = re.compile("<.+>")  # <unk> for a rare word, <formula>
JOINTS = {"@-@": "-", "@,@": ",", "@.@": "."}
ENDS = {".", "!", "?"}
TO_THE_LEFT = {*".,;:!?)]%", "...", "n't", "'"}  # stand at the word before them, as do 's, 'll and their like
TO_THE_RIGHT = set("([$£€")
BRACKETS = (("(", ")"), ("[", "]"))
QUOTE = '"'
CLOCK = re.compile(r"(?<=\d): (?=[0-5]\d\b)")  # 11: 00


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
    """Yield the sentences that hold every word and begin outside of any quotation."""
    quoted = False
    for sentence in _sentences(words):
        if not quoted and _is_whole(sentence):
            yield sentence
        quoted ^= bool(sentence.count(QUOTE) % 2)


def _is_whole(sentence: Sequence[str]) -> bool:
    ends = sentence[-1] in ENDS or (sentence[-1] == QUOTE and sentence[-2:-1] and sentence[-2] in ENDS)
    pairs = sentence.count(QUOTE) % 2 == 0 and all(sentence.count(a) == sentence.count(b) for a, b in BRACKETS)
    # A mark that stands alone after anything but an s may open a quotation as well as end a word.
    clear = all(mark != "'" or before.endswith("s") for before, mark in pairwise(["", *sentence]))
    return bool(ends and pairs and clear) and not any(map(LEFT_OUT.fullmatch, sentence))


def _sentences(words: Iterable[str]) -> Iterator[list[str]]:
    """Yield the sentences of a paragraph. A quotation mark that closes behind a full stop belongs to its sentence."""
    sentence, quoted = list[str](), False
    for word in words:
        if sentence and _is_over(sentence, word, quoted):
            yield sentence
            sentence = []
        quoted ^= word == QUOTE
        sentence.append(word)
    if sentence:
        yield sentence


def _is_over(sentence: Sequence[str], following: str, quoted: bool) -> bool:
    """Return whether a sentence is over before the word that follows: after a stop, and nothing in small letters."""
    if sentence[-1] in ENDS:
        return following[:1].isupper() or (following == QUOTE and not quoted)
    closed = sentence[-1] == QUOTE and not quoted and sentence[-2:-1] and sentence[-2] in ENDS
    return bool(closed) and following[:1].isupper()
