"""A quiz for language models: whether, of some ways to go on, the right one is the least surprising.

Three kinds of questions: the words of a lineage's own real blocks, from where the block stands to the word, by how
often the word is there; facts, common and rare; and pairs of sentences of which one is right (as in BLiMP, Warstadt et
al. 2020). The answers of a word have as many tokens as it has. Those of facts and pairs may differ in length, and a
longer one surprises more: compare what one model knows of them with what another does, and not with chance.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np

from ...recursion import Dataset
from .bands import GROUPS, band_of
from .questions import ASKED

BEHIND_A_WORD = re.compile(r"[.,;:!?)]*\s")
CONTEXT = 16  # tokens of a block that are read before the word that is asked for
OTHERS = 3  # other words beside the right one


@dataclass(frozen=True, eq=False)
class Question:
    """Token ids that are read, shape (Q,), and ways to go on, shapes (N,) of their own lengths: the first is right."""

    kind: str
    before: Dataset
    answers: Sequence[Dataset]


class Quiz:
    """Questions, and what a model knows of them."""

    def __init__(self, questions: Sequence[Question]) -> None:
        self.questions = questions
        rows = [np.hstack([one.before, answer]) for one in questions for answer in one.answers]
        self._whose = np.repeat(np.arange(len(questions)), [len(one.answers) for one in questions])
        self._begin = np.repeat([len(one.before) for one in questions], [len(one.answers) for one in questions])
        self._rows = defaultdict(list)  # those of one length are read side by side
        for place, row in enumerate(rows):
            self._rows[len(row)].append((place, row))

    def __call__(self, model: Any) -> dict[str, list[Any]]:
        """Return, by kind, how many questions there are, and the share that is right.

        `nats` is the surprise at a right answer as a whole, the mean over the questions of a kind.
        """
        nats = self._surprises(model)
        kinds = np.array([one.kind for one in self.questions])
        each = [nats[self._whose == number] for number in range(len(kinds))]
        right = np.array([found[0] < found[1:].min() for found in each])
        of_right = np.array([found[0] for found in each])
        names = list(dict.fromkeys(kinds.tolist()))
        return {
            "kind": names,
            "questions": [int(np.sum(kinds == name)) for name in names],
            "right": [float(right[kinds == name].mean()) for name in names],
            "nats": [float(of_right[kinds == name].mean()) for name in names],
        }

    def _surprises(self, model: Any) -> Dataset:
        """Return -ln p of each answer as a whole, in the order of the questions."""
        found = np.empty(len(self._whose))
        for rows in self._rows.values():
            places = [place for place, _ in rows]
            each = model.surprises(np.array([row for _, row in rows]))
            asked = np.arange(each.shape[1]) >= self._begin[places][:, None]
            found[places] = (each * asked).sum(axis=1)
        return found


def fixed(pretrained: Any) -> list[Question]:
    """Return the questions that every model is asked, as token ids of a tokeniser."""
    return [
        Question(kind, pretrained.encode(before), [pretrained.encode(f" {answer}") for answer in answers])
        for kind, asked in ASKED.items()
        for before, answers in asked
    ]


def cloze(rows: Dataset, pieces: Sequence[str], *, each: int, rng: np.random.Generator) -> list[Question]:
    """Return up to `each` questions a band, for words of blocks of token ids, shape (M, T).

    `pieces` are the texts of the token ids. A word begins with a blank and goes on with letters and digits. The wrong
    answers are words of the same band, with as many tokens and the same first kind of letter (capital, digit, other).
    """
    words = [word for row in rows for word in _words(row, pieces)]
    times = Counter(word.ids for word in words)
    alike = defaultdict(list)
    for ids in times:
        alike[_likeness(ids, times, pieces)].append(ids)
    candidates = [word for word in words if len(word.before) == CONTEXT]
    found: dict[str, list[Question]] = {name: [] for name in GROUPS.values()}
    for place in rng.permutation(len(candidates)):
        word = candidates[place]
        kind = band_of(times[word.ids])
        if len(found[kind]) == each:
            continue
        others = [ids for ids in alike[_likeness(word.ids, times, pieces)] if ids != word.ids]
        if len(others) >= OTHERS:
            wrong = [others[index] for index in rng.choice(len(others), OTHERS, replace=False)]
            found[kind].append(Question(kind, word.before, [np.array(ids) for ids in (word.ids, *wrong)]))
    return [question for questions in found.values() for question in questions]


@dataclass(frozen=True, eq=False)
class _Word:
    before: Dataset
    ids: tuple[int, ...]


def _words(row: Dataset, pieces: Sequence[str]) -> Iterator[_Word]:
    """Yield the words of a block that are surely whole: neither its first nor its last, and no part of `well-known`."""
    starts = [place for place, token in enumerate(row) if pieces[token][:1] == " " and pieces[token][1:].isalnum()]
    for start in starts:
        end = next((place for place in range(start + 1, len(row)) if not pieces[row[place]].isalnum()), len(row))
        following = "".join(pieces[token] for token in row[end : end + 2])
        if start and BEHIND_A_WORD.match(following):
            yield _Word(row[max(0, start - CONTEXT) : start], tuple(map(int, row[start:end])))


def _likeness(ids: tuple[int, ...], times: Counter[tuple[int, ...]], pieces: Sequence[str]) -> tuple[Any, ...]:
    first = pieces[ids[0]][1]
    return band_of(times[ids]), len(ids), "digit" if first.isdigit() else "capital" if first.isupper() else "other"
