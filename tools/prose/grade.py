"""The grade of Flesch and Kincaid: how many years of school a text asks for.

textstat computes it too, but fetches its dictionary of pronunciations from the network at the first use, and fails
where there is none. Here syllables are counted by their vowels. Over the words of each of these pages that the CMU
dictionary has (commit 0f8072f), 98 in a hundred, the count was within 1.2% of the dictionary's: a sixth of a grade.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

_VOWELS = re.compile(r"[aeiouy]+")
_SILENT = re.compile(r"(?<=[^\Waeiouy])(?<![^aeiouy]l)(?:e$|(?<![td])ed$|(?<![scxzgh])es$)")
_APART = re.compile(r"i(?:a(?!l\b|ge)|o(?!n|us\b)|e(?:nce|nt|ty))|[^q]ua[lt]|eo(?!p)|eing|ying|ism$")
_WORD = re.compile(r"\S*\w\S*")


def words(text: str) -> list[str]:
    """Return the words of a text: whatever stands between blanks and holds a letter or a digit."""
    return _WORD.findall(text)


def syllables(word: str) -> int:
    """Return about how many syllables a word has; what has no letter, as 1,125, counts as one."""
    return max(1, sum(_syllables(part) for part in re.findall(r"[a-z]+", re.sub(r"['’]", "", word.lower()))))


def _syllables(letters: str) -> int:
    return max(1, len(_VOWELS.findall(_SILENT.sub("", letters))) + len(_APART.findall(letters)))


def grade(sentences: Sequence[str]) -> float:
    """Return the grade of sentences (Kincaid and others 1975). Raises ValueError if there is no word in them."""
    said = [word for sentence in sentences for word in words(sentence)]
    if not said:
        raise ValueError("sentences must hold a word, got none")
    return 0.39 * len(said) / len(sentences) + 11.8 * sum(map(syllables, said)) / len(said) - 15.59
