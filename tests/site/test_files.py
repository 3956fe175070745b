"""What the site brings along besides its pages, and what is thrown away."""

from __future__ import annotations

from pathlib import Path

from course.files import throw_away
from course.sitemap import robots, sitemap


def test_a_file_is_kept_if_a_page_names_it_or_if_what_is_kept_does(tmp_path: Path) -> None:
    texts = {
        "index.html": "<link href=_static/a.css>",
        "_static/a.css": "url(deep/font.woff2)",
        "_static/deep/font.woff2": "",
        "_static/unused.css": "url(only.png)",
        "_static/empty/only.png": "",
    }
    for name, text in texts.items():
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text(text, encoding="utf-8")
    throw_away(tmp_path)
    left = {path.relative_to(tmp_path).as_posix() for path in tmp_path.rglob("*")}
    assert left == {"index.html", "_static", "_static/a.css", "_static/deep", "_static/deep/font.woff2"}


def test_the_map_names_the_addresses_that_it_is_given_and_robots_find_it() -> None:
    assert "<url><loc>https://a/</loc></url><url><loc>https://a/b.html</loc></url>" in sitemap(
        ["https://a/", "https://a/b.html"]
    )
    assert robots("https://a/").endswith("Sitemap: https://a/sitemap.xml\n")
