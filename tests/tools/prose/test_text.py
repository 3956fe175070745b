"""What of a page is prose, and where its sentences end."""

from __future__ import annotations

import pytest

from tools.prose.text import of, split, spoken


@pytest.mark.parametrize(
    ("text", "sentences"),
    [
        ("It falls. Does it? Yes! \"No.\" So it does.", ["It falls.", "Does it?", "Yes!", "\"No.\"", "So it does."]),
        ("Fu et al. 2025 count 1.5 of them. 12 are left.", ["Fu et al. 2025 count 1.5 of them.", "12 are left."]),
        ("A. About half", ["A. About half"]),
        ("a list's item without a stop", ["a list's item without a stop"]),
    ],
)  # fmt: skip
def test_a_sentence_ends_with_a_stop_before_a_capital_or_a_number(text: str, sentences: list[str]) -> None:
    assert split(text) == sentences


def test_a_sentence_knows_its_heading_and_what_is_no_prose_is_left_out() -> None:
    page = """# Title

**The claim.** It is
one piece.

(an-address)=
## One

- An [item](https://example.org) of a list

| a | b |
|---|---|
| 1 | 2 |

```python
code()
```

$$x = 1$$

### Two

<details><summary>A. Yes</summary>
Said within.
</details>

```{glossary}
Term
  Its meaning.
```
"""
    found = [(one.text, one.heading, one.row) for one in of(page)]
    assert found == [
        ("The claim.", "", False),
        ("It is one piece.", "", False),
        ("An item of a list", "One", False),
        ("a | b", "One", True),
        ("1 | 2", "One", True),
        ("A. Yes", "Two", False),
        ("Said within.", "Two", False),
        ("Term", "Two", False),
        ("Its meaning.", "Two", False),
    ]


def test_code_formulas_and_addresses_are_not_read_aloud() -> None:
    assert spoken("Run `make it so` with $x = 1$ at https://example.org now").split() == ["Run", "with", "at", "now"]
