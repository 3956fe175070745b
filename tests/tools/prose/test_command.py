"""`make prose` prints a line for each page, and what the track adds up to."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

import pytest

from tools.claims.checker import PAGES
from tools.prose.track import TRACK, minutes

ROOT = Path(__file__).parents[3]


def test_every_page_has_its_words_its_minutes_and_its_grade_and_the_track_its_sum() -> None:
    said = subprocess.run([sys.executable, "-m", "tools.prose"], cwd=ROOT, capture_output=True, text=True, check=True)
    pages, track = said.stdout.split("\n\n")
    rows = re.findall(r"(?m)^(\S+) +([\d,]+) +([\d.]+) +(-?[\d.]+)$", pages)
    assert [name for name, *_ in rows] == [page.stem for page in PAGES]
    assert all(float(took) == pytest.approx(int(words.replace(",", "")) / 150, abs=0.05) for _, words, took, _ in rows)
    assert [line.split()[0] for line in track.splitlines()[1:-1]] == [Path(stop.page).name for stop in TRACK]
    assert float(track.split()[-1]) == pytest.approx(minutes(), abs=0.05)
