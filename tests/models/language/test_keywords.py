"""A keyword that moves from one version of transformers to the next is called by the name that is there."""

from __future__ import annotations

import dataclasses
import functools
import logging
import types
import warnings
from collections.abc import Iterator

import numpy as np
import other_transformers
import pytest
from tiny_language_model import EVERY
from transformers.utils import logging as their_logging

from collapse_lib.models.decoding import Decoding
from collapse_lib.models.language import LanguageModel, keywords, pretrained
from collapse_lib.models.language.tokens import learned

NAMES = ("new", "old")


def takes_new(data: int, *, new: int = 0) -> None: ...
def takes_old(data: int, *, old: int = 0) -> None: ...
def takes_both(data: int, *, old: int = 0, new: int = 0) -> None: ...
def takes_neither(data: int) -> None: ...
def takes_all(*args: int, **kwargs: int) -> None: ...


def wrapped(inner, outer):
    """As a decorator leaves it: the outer function is called, and says that it is the inner one."""
    return functools.wraps(inner)(types.FunctionType(outer.__code__, {}))


@pytest.mark.parametrize(
    ("call", "name"),
    [
        (takes_new, "new"),
        (takes_old, "old"),
        (takes_both, "new"),
        (takes_all, "new"),
        (wrapped(takes_old, takes_all), "old"),
        (wrapped(takes_old, takes_new), "new"),
        (wrapped(wrapped(takes_new, takes_old), takes_all), "old"),
    ],
)
def test_of_an_arguments_names_the_newest_that_is_taken_is_chosen(call, name) -> None:
    assert keywords.offered(call, NAMES) == name


def test_a_call_that_takes_none_of_them_is_refused() -> None:
    with pytest.raises(TypeError, match=r"takes_neither must take one of new, old, got \(data"):
        keywords.offered(takes_neither, NAMES)


# Networks of another version of transformers


@pytest.mark.parametrize("forward", [other_transformers.before, other_transformers.after, other_transformers.opaque])
def test_a_network_of_another_version_writes_the_same(tiny, forward, monkeypatch) -> None:
    expected = tiny.sample(50, rng=np.random.default_rng(1))
    other_transformers.install(monkeypatch, forward)
    np.testing.assert_array_equal(tiny.sample(50, rng=np.random.default_rng(1)), expected)


def test_a_network_that_does_not_use_its_memory_is_found_out(tiny, monkeypatch, rng) -> None:
    other_transformers.install(monkeypatch, other_transformers.deaf)
    with pytest.raises(
        RuntimeError, match="a network must fill the memory that it is handed, got an idle OPTForCausalLM"
    ):
        tiny.sample(5, rng=rng)


# The version that is installed


@pytest.fixture
def said() -> Iterator[list[str]]:
    """What transformers logs as a warning or worse; Python's own warnings fail at once."""
    found: list[str] = []

    class Note(logging.Handler):
        def emit(self, record: logging.LogRecord) -> None:
            found.append(record.getMessage())

    note, logger = Note(logging.WARNING), logging.getLogger("transformers")
    logger.addHandler(note)
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        yield found
    logger.removeHandler(note)


def test_a_deprecation_would_be_seen(said) -> None:
    their_logging.get_logger("transformers.models.opt").warning_once("a name has moved, in a test")
    assert said == ["a name has moved, in a test"]
    with pytest.raises(FutureWarning):
        warnings.warn("a name has moved", FutureWarning, stacklevel=1)


def test_no_warning_comes_of_what_a_language_model_does(tiny, tmp_path, said) -> None:
    their_logging.warning_once.cache_clear()  # what was said in another test is said again
    rng = np.random.default_rng(3)
    tiny.fit(EVERY, rng=rng).cross_entropy(EVERY)
    for decoding in (Decoding(0.9, 2, 0.9, repetition_penalty=2.0), Decoding(beams=3)):
        dataclasses.replace(tiny, decoding=decoding).sample(4, rng=rng)
    pretrained.save(tmp_path, tiny.config, tiny.weights, learned(["some words"], 256))
    found = pretrained.load(str(tmp_path))
    assert found.decode(found.encode("some words")[None]) == ["some words"]
    LanguageModel(found.config, 2, weights=found.weights).continued(EVERY[:, :1], rng=rng)
    assert said == []
