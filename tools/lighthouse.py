"""Lighthouse's marks for the site on a telephone: `make lighthouse` prints the table, and fails if one is too low.

Three pages stand for all: the front page, the heaviest of the text pages and the heaviest of the chart pages. Each is
measured three times and the median counts. The times are Lighthouse's own: a slow telephone on a slow line, simulated.
What Lighthouse needs is pinned in tools/lighthouse/ and lies there in node_modules/, which git ignores.
"""

from __future__ import annotations

import gzip
import json
import os
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path
from statistics import median

import chromium
from site_server import serving

ROOT = Path(__file__).parents[1]
PROGRAM = ROOT / "tools" / "lighthouse" / "node_modules" / "lighthouse" / "cli" / "index.js"
LEAST = {"performance": 95, "accessibility": 100, "best-practices": 100, "seo": 100}
RUNS = 3
NOT_READ = {"index.html", "404.html", "search.html"}
Marks = Mapping[str, list[int]]


def chosen(site: Path) -> list[str]:
    """Return the pages to measure: the front page, the heaviest text page, the heaviest chart page."""
    weights = {path.relative_to(site).as_posix(): path.read_bytes() for path in site.rglob("*.html")}
    read = [name for name in weights if name not in NOT_READ]
    read.sort(key=lambda name: len(gzip.compress(weights[name])), reverse=True)
    charted = [name for name in read if b'<figure class="chart' in weights[name]]
    return ["index.html", *[name for name in read if name not in charted][:1], *charted[:1]]


def marks(report: Mapping[str, Mapping[str, Mapping[str, float]]]) -> dict[str, int]:
    """Return the marks, of 100, in one of Lighthouse's reports."""
    return {name: round(100 * report["categories"][name]["score"]) for name in LEAST}


def measured(address: str) -> dict[str, int]:
    """Return the marks of one run. Raises CalledProcessError if Lighthouse fails."""
    command = ["node", str(PROGRAM), address, "--quiet", "--output=json", "--no-enable-error-reporting"]
    flags = f"--chrome-flags=--headless=new {' '.join(chromium.FLAGS)}"
    wanted = f"--only-categories={','.join(LEAST)}"
    environment = {**os.environ, "CHROME_PATH": chromium.find()}
    done = subprocess.run([*command, flags, wanted], env=environment, stdout=subprocess.PIPE, check=True)
    return marks(json.loads(done.stdout))


def too_low(page: str, seen: Marks) -> list[str]:
    """Return a complaint for each mark of a page whose median is lower than it must be."""
    return [
        f"{page}: {name} must be at least {least}, got {median(seen[name]):g}"
        for name, least in LEAST.items()
        if median(seen[name]) < least
    ]


def row(page: str, seen: Marks) -> str:
    """Return a line of the table: each median, with the lowest and the highest of performance, which varies."""
    low, *_, high = sorted(seen["performance"])
    cells = [f"{median(seen[name]):g}" for name in LEAST]
    cells[0] += f" ({low} to {high})"
    return f"{page:36}" + "".join(f"{cell:>16}" for cell in cells)


def main(site: Path) -> list[str]:
    """Print the table of the site and return what is too low."""
    print(f"{'':36}" + "".join(f"{name:>16}" for name in LEAST))
    complaints = []
    with serving(site) as server:
        for page in chosen(site):
            runs = [measured(f"{server.address}/{'' if page == 'index.html' else page}") for _ in range(RUNS)]
            seen = {name: [run[name] for run in runs] for name in LEAST}
            print(row(page, seen), flush=True)
            complaints += too_low(page, seen)
    return complaints


if __name__ == "__main__":
    sys.exit("\n".join(main(ROOT / "_build" / "html")) or 0)
