"""WikiText-2 (Merity et al. 2016): articles of the English Wikipedia, as words.

It comes from a folder if the environment variable COLLAPSE_DATA names one, and from the
Hub, at a pinned revision, if not. Where neither is at hand there is `collapse_lib.data.toy_language`.

One edition of it has `<unk>` in place of every rare word, 6% of all words in the validation and test splits. It is no
word, and a model that copies itself would soon say little else. So it is left out, and so are the marks of headings.
"""

from __future__ import annotations

import os
import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path

import pandas as pd

from .. import checks, hub
from .reading import read, visible

HUB = {"repo_id": "Salesforce/wikitext", "repo_type": "dataset", "revision": "b08601e04326c79dfdd32d625aee71d232d685c3"}
EDITIONS = ("wikitext-2-raw-v1", "wikitext-2-v1")
HUB_SPLITS = {"train": "train", "valid": "validation", "test": "test"}
TITLE = re.compile("= (?!= )(.+) =")


@dataclass(frozen=True)
class Article:
    """One article: its title, and its words in order, headings included.

    `paragraphs` are the words of each, as they stand in the file, `<unk>` among them and headings left out.
    """

    title: str
    words: tuple[str, ...]
    paragraphs: tuple[tuple[str, ...], ...] = ()


def load(*splits: str, edition: str = "wikitext-2-raw-v1") -> list[Article]:
    """Return the articles of the splits "train", "valid" or "test", in order; of "valid" and "test" if none is named.

    The folder in COLLAPSE_DATA has them as wikitext-2/valid.txt and so on, in whichever edition was put there.
    `edition` is for the Hub: "wikitext-2-raw-v1" has every word, "wikitext-2-v1" has `<unk>` for the rare ones.

    Raises FileNotFoundError that says what is missing and how to get it, ValueError for splits that do not exist, for
    files that are not UTF-8 and for files without words.
    """
    splits = splits or ("valid", "test")
    if not all(isinstance(split, str) and split in HUB_SPLITS for split in splits):
        raise ValueError(f"splits must be among {', '.join(HUB_SPLITS)}, got {splits}")
    checks.known(edition, EDITIONS, "edition")
    folder = os.environ.get("COLLAPSE_DATA")
    texts = [_local(Path(folder), split) if folder else _hub(edition, split) for split in splits]
    return [article for text in texts for article in text]


def _local(folder: Path, split: str) -> list[Article]:
    path = folder / "wikitext-2" / f"{split}.txt"
    if not path.is_file():
        raise FileNotFoundError(
            f"WikiText-2 not found in {folder}: there is no wikitext-2/{split}.txt. Put the {split} split there as "
            "plain text, or unset COLLAPSE_DATA to download it from the Hub"
        )
    return parse(read(path).split("\n"), source=str(path))


def _hub(edition: str, split: str) -> list[Article]:
    try:
        file = _download(f"{edition}/{HUB_SPLITS[split]}-00000-of-00001.parquet")
    except (ImportError, OSError) as error:
        raise FileNotFoundError(
            f"WikiText-2 not found: COLLAPSE_DATA names no folder and the Hub cannot be reached ({error}). Set "
            f"COLLAPSE_DATA to a folder that holds wikitext-2/{split}.txt, or install collapse-lib[lm] and go online"
        ) from error
    return parse(pd.read_parquet(file).text, source=f"{HUB['repo_id']}, {edition}, {split}")


def _download(filename: str) -> str:
    """Return where the file lies on this machine. Without a network it fails at once, not after many attempts."""
    from huggingface_hub import hf_hub_download
    from huggingface_hub.errors import LocalEntryNotFoundError

    try:
        return str(hf_hub_download(filename=filename, local_files_only=True, **HUB))
    except LocalEntryNotFoundError:
        hub.reach()
        return str(hf_hub_download(filename=filename, **HUB))


def parse(lines: Iterable[str], *, source: str = "the text") -> list[Article]:
    """Return the articles of a text whose titles stand alone between empty lines as "= Title =".

    Words before the first title make an article without one. Raises ValueError that names `source` if there is no word,
    TypeError for what are no lines.
    """
    lines = ["", *map(visible, checks.texts(lines, f"the lines of {source}")), ""]
    starts = [i for i in range(1, len(lines) - 1) if TITLE.fullmatch(lines[i]) and not (lines[i - 1] or lines[i + 1])]
    edges = [0, *starts, len(lines)]
    parts = [lines[start:end] for start, end in pairwise(edges)]
    found = [article for article in map(_article, parts) if article.words]
    if not found:
        raise ValueError(f"a corpus must hold at least one word, got none in {source}")
    return found


def _article(lines: Sequence[str]) -> Article:
    paragraphs = tuple(tuple(line.split()) for line in lines if line and not _is_heading(line))
    return Article(" ".join(_words(lines[0])), tuple(w for line in lines for w in _words(line)), paragraphs)


def _is_heading(line: str) -> bool:
    return line.startswith("= ") and line.endswith(" =")


def _words(line: str) -> list[str]:
    dropped = {"<unk>", "="} if _is_heading(line) else {"<unk>"}
    return [word for word in line.split() if word not in dropped]


def hold_out(articles: Sequence[Article], *, every: int) -> tuple[list[Article], list[Article]]:
    """Return the articles to train on, and every `every`-th one, held out.

    Raises ValueError if either has none, TypeError if `every` is not whole and for what are no articles.
    """
    articles, every = list(checks.iterable(articles, "articles")), checks.whole(every, "every", least=-checks.LARGEST)
    if not 2 <= every <= len(articles):
        raise ValueError(f"every must lie between 2 and the number of articles, {len(articles)}, got {every}")
    held_out = list(articles[every - 1 :: every])
    return [article for i, article in enumerate(articles, 1) if i % every], held_out
