"""The glossary explains the words of the field, each in a few sentences, in the order of the alphabet."""

from __future__ import annotations

import re

import pytest

from tools.claims.checker import ROOT
from tools.claims.prose import markdown


def glossary() -> dict[str, str]:
    lines = markdown(ROOT / "book" / "glossary.md").split("```{glossary}\n", 1)[1].split("\n```", 1)[0]
    entries = [entry.split("\n", 1) for entry in re.split(r"\n\n(?=\S)", lines)]
    return {term: " ".join(text.split()) for term, text in entries}


@pytest.mark.parametrize("term", glossary())
def test_a_term_is_explained_in_two_to_four_sentences(term: str) -> None:
    assert 2 <= len(re.findall(r"[.?](?:\s|$)", glossary()[term])) <= 4


def test_the_glossary_is_in_alphabetical_order_and_holds_the_words_of_the_field() -> None:
    terms = [term.lower() for term in glossary()]
    wanted = ["perplexity of real text", "perplexity of generated text", "martingale", "provenance", "fixed share"]
    wanted += ["wasserstein-2 distance", "lineage", "replicate", "budget", "support", "policy", "accumulate", "replace"]
    assert set(wanted) <= set(terms)
    assert [term[:4] for term in terms] == sorted(term[:4] for term in terms)
