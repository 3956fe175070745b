"""Build the course's PDFs from their typst sources: `python tools/pdf.py` writes book/_static/warm-up.pdf.

The same source gives the same bytes: the date is fixed and only the fonts that typst brings along are used. The PDFs
are tagged (PDF/UA-1), so typst refuses a picture without alternative text.
"""

from __future__ import annotations

import sys
from pathlib import Path

import typst
import yaml

ROOT = Path(__file__).parents[1]
SOURCES = ROOT / "book" / "pdf"
TIMESTAMP = 1767225600  # 1 January 2026, UTC


def address() -> str:
    """Return where the course lives, as _config.yml says; nowhere else is it written by hand."""
    config = yaml.safe_load((ROOT / "_config.yml").read_text(encoding="utf-8"))
    return str(config["repository"]["url"])


def build(source: Path, *, course: str) -> bytes:
    """Return the PDF of a typst source that links to the course's address."""
    return typst.compile(
        source,
        ignore_system_fonts=True,
        pdf_standards=["ua-1"],
        timestamp=TIMESTAMP,
        sys_inputs={"course": course},
    )


def main(folder: Path) -> None:
    """Write a PDF into `folder` for each source, where it is not there already."""
    folder.mkdir(parents=True, exist_ok=True)
    for source in sorted(SOURCES.glob("*.typ")):
        pdf, target = build(source, course=address()), folder / f"{source.stem}.pdf"
        if not target.exists() or target.read_bytes() != pdf:
            target.write_bytes(pdf)


if __name__ == "__main__":
    main(Path(sys.argv[1]) if len(sys.argv) > 1 else ROOT / "book" / "_static")
