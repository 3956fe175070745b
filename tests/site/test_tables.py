"""The tables of pandas as the site shows them: a caption, one row of headings, sentences apart from numbers."""

from __future__ import annotations

import pandas as pd
from course.tables import tidied


def test_a_title_becomes_the_caption_and_the_name_of_the_index_the_corner() -> None:
    table = pd.DataFrame({"left": [1, 2]}, index=pd.Index([0, 1], name="copy"))
    html = tidied(table.to_html(), "How <many> are left")
    assert "<caption>How &lt;many&gt; are left</caption>" in html
    assert "<th>copy</th>" in html and html.count("</tr>") == 3
    assert "<th></th>" not in html


def test_the_name_of_the_columns_is_told_where_it_says_more_than_one_word() -> None:
    table = pd.DataFrame([[1, 2]], index=pd.Index(["replace"], name="policy"))
    assert "<caption>Range: samples a generation</caption>" in tidied(
        table.rename_axis(columns="samples a generation").to_html(), "Range"
    )
    assert "<caption>Range</caption>" in tidied(table.rename_axis(columns="samples").to_html(), "Range")


def test_a_sentence_is_told_from_a_number() -> None:
    html = tidied(pd.DataFrame({"says": ["The ferryman carries the bridge."], "how often": [12_345.678]}).to_html())
    assert '<td class="words">The ferryman carries the bridge.</td>' in html
    assert "<td>12345.678</td>" in html
