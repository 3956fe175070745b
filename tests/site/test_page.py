"""What the parts of a page find out, each by itself."""

from __future__ import annotations

from pathlib import Path

from course.charts import later_files
from course.page import buttons
from course.policy import moved_out, policy, written
from course.track import place


def test_scripts_leave_the_body_for_files_and_styles_for_the_head(tmp_path: Path) -> None:
    body, scripts, styles = moved_out("<p>a</p><script>go()</script><style>p {}</style><style scoped>td {}</style>")
    assert (body, list(scripts.values()), styles) == ("<p>a</p>", ["go()"], ["p {}"])
    (name,) = written(scripts, tmp_path)
    assert (tmp_path / name).read_text(encoding="utf-8") == "go()"


def test_data_that_no_browser_runs_stay_in_the_body() -> None:
    data = '<script type="application/json">{}</script>'
    assert moved_out(data) == (data, {}, [])


def test_the_policy_allows_the_script_that_it_is_told_and_no_other() -> None:
    allowed = policy("go()")
    assert "script-src 'self' 'sha256-" in allowed and "'unsafe-inline'" not in allowed.partition("style-src")[0]
    assert policy("stop()") != allowed


def test_only_a_page_with_charts_loads_what_charts_need() -> None:
    assert later_files("a/b", '<figure class="chart" id="x">') == ["_static/vega.js", "_static/charts/a/b.js"]
    assert later_files("a/b", '<figure class="explorable">') == []


def test_a_page_of_the_track_knows_its_minutes_and_another_page_has_none() -> None:
    track = [("index", 5), ("a", 10), ("b", 15)]
    here = place(track, "a")
    assert here and (here["place"], here["since"], here["until"], here["minutes"]) == (2, 6, 15, 30)
    assert [stop["state"] for stop in here["stops"]] == ["behind", "here", "ahead"]
    assert place(track, "elsewhere") is None


def test_of_the_themes_buttons_those_that_run_the_page_and_lead_to_its_source_are_kept() -> None:
    colab, full = {"text": "Colab", "url": "c"}, {"text": "Fullscreen"}
    source = {"label": "source-repository-button", "url": "s", "text": "Repository"}
    found = buttons([{"buttons": [colab, full]}, {"buttons": [source]}, {"label": "no group"}])
    assert found == {"launch": [colab], "source_links": [{"url": "s", "text": "Source"}]}
