"""What is a number in the text of a page, and what is a label, a name or a date."""

from __future__ import annotations

import pytest

from tools.claims.prose import NUMERAL, veiled_page


@pytest.mark.parametrize(
    ("text", "numerals"),
    [
        (
            "12 of 1,000, or 1,234,567; 0.69 and −3 and -4; 4–6",
            ["12", "1,000", "1,234,567", "0.69", "−3", "-4", "4", "6"],
        ),
        ("10% of 90 languages, 5-way search, 64-token blocks, (10,20)", ["10", "90", "5", "64", "10", "20"]),
        ("after 9 generations in 2016, two thirds, half, ten per cent", ["9", "2016"]),
        ("a list of (3) or:\n\n1. first\n2) second", ["3"]),
        ("`keep_real(0.1)` and $M = 100$ and $$\n\\pi^2/6\n$$ and 7", ["7"]),
        ("costs \\$5 and \\$6", ["5", "6"]),
        ("# Chapter of 3\n\ntext 4\n\n### 5 things", ["4"]),
        ("```python\nx = 1\n```\n2", ["2"]),
        ('<details id="q1"><summary>8 copies</summary>', ["8"]),
        ("[after 3 copies](page4.ipynb#s5) ![9 bars](fig10.png) https://example.org/11 arXiv:2305.17493", ["3", "9"]),
        ("W2, Q1, T4, OPT-125m, WikiText-2, GPT-2 and Wasserstein-2, top-10", ["10"]),
        ("chapters 3 and 4, generations 1 to 9, Theorem 3.1, generation 0, Python 3.11", []),
        ("Shumailov et al. (2024), [Borkar 2025](https://doi.org/1), Dey and Donoho 2024, (Borkar 2025)", []),
        ("[by 2025 it is 7](https://doi.org/1); in 2024", ["7", "2024"]),
        ("5 minutes to read, 3 to 4 min\n\n## Now\n\nit runs for 6 minutes", ["6"]),
        ("<code>run(9)</code> and <pre>\n8\n</pre> at 11:00, 5 to 15:30; 3:4", ["5", "3", "4"]),
        ("> a quoted 7\n> and 8", ["7", "8"]),
        ("generation 2,000, and generations 1,000 to 2,000; 3 times", ["3"]),
        ("CC BY 4.0, BSD 3-Clause, A4, 3 clauses", ["3"]),
        ("```{glossary}\nTerm\n  It is 7.\n```\n", ["7"]),
        ("| page | minutes | times |\n|---|---:|---|\n| one | 4 | 3 |\n\n4 minutes\n\n## Now", ["3"]),
    ],
)
def test_what_counts_as_a_number(text: str, numerals: list[str]) -> None:
    assert NUMERAL.findall(veiled_page(text)) == numerals
