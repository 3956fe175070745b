"""How a sentence of the ledger is known, where it rests, and which sentences are found."""

from __future__ import annotations

import pytest

from tools.claims.claim import Claim
from tools.claims.findings import known_by_its_words, states_a_finding
from tools.claims.statuses import status_of
from tools.claims.works import by_key, linked
from tools.prose.text import Sentence

PAPER = "https://doi.org/10.1038/s41586-024-07566-y"


@pytest.mark.parametrize(
    ("claim", "status"),
    [
        (Claim("", 1, source="kang2025", where="abstract"), "measured by others"),
        (Claim("", 1, given="the page's setting"), "our setting"),
        (Claim("", 1, "recorded.provenance('opt-wikitext')['weights']"), "our setting"),
        (Claim("", 1, ["station.FEW.samples", "given"]), "our setting"),
        (Claim("", 1, "theory.half_life(100)"), "computed here"),
        (Claim("", 1, "np.pi**2 / 6"), "computed here"),
        (Claim("", 1, "recorded.load('images').query('generation == 5')['range'].median()"), "simulated here"),
        (Claim("", 1, "language_model.tables.at('real', 'replace', 'T = 1', [9])[0]"), "simulated here"),
        (Claim("", 1, "left[9]", let={"left": "station.FEW.run(last=9, replicates=4, seed=3)"}), "simulated here"),
        (Claim("", 1, "theory.half_life(100)", status="proved"), "proved"),
    ],
)
def test_a_claim_is_known_by_its_ground_unless_it_says_itself(claim: Claim, status: str) -> None:
    assert status_of(claim) == status


def test_a_work_is_known_as_further_reading_says() -> None:
    assert by_key()["jarvis2026"].statuses == ("argued",)
    assert by_key()["drayson2025"].scope == "Measured on four models of up to 1.7 billion parameters."
    (work,) = linked(f"so they say ([Shumailov]({PAPER})), [twice]({PAPER}), not [here](https://example.org)")
    assert work.name == "Shumailov et al. 2024"


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("A theorem says so.", True),
        ("Nobody measured it.", True),
        ("They argue for more.", True),
        ("We looked, and found none.", True),
        (f"It rises ([they]({PAPER})).", True),
        ("It rises and stays there.", False),
        ("Is it a theorem?", False),
    ],
)
def test_a_finding_is_known_by_a_link_or_by_its_words(text: str, found: bool) -> None:
    assert states_a_finding(Sentence(text, "A part", source=text, piece=text)) == found
    for heading in ("", "Predict first", "Check yourself", "Try it", "Question 1: the bag"):
        assert not states_a_finding(Sentence(text, heading, source=text, piece=text))


def test_what_to_look_for_is_no_finding() -> None:
    text = "It almost surely falls."
    assert not states_a_finding(Sentence(text, "A part", source=text, piece=f"**What to look for:** this. {text}"))


def test_words_of_proof_and_of_argument_say_how_a_sentence_is_known() -> None:
    assert known_by_its_words(Sentence("It almost surely ends.", "A part")) == ["proved"]
    assert known_by_its_words(Sentence("They argue that it is.", "A part")) == ["argued"]
    assert known_by_its_words(Sentence("It was measured.", "A part")) == []
