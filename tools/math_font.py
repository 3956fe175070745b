"""Make book/_static/math.woff2 anew: the letters and signs of formulas from STIX Math, with the table that sets them.

    pip install fonttools brotli
    python tools/math_font.py STIXMath-Regular.otf      # from Debian's package fonts-stix

The licence of STIX lets a changed font keep everything but its name: this one is called Course Math.
"""

from __future__ import annotations

import sys
from pathlib import Path

from fontTools import subset
from fontTools.ttLib import TTFont

TARGET = Path(__file__).parents[1] / "book" / "_static" / "math.woff2"
NAME = "Course Math"
KEPT = (
    "U+0020-007E,U+00A0,U+00AC,U+00B1,U+00B7,U+00D7,U+00F7,U+0131,U+0237,U+02C6,U+0302-0307,U+0391-03A9,U+03B1-03D6,"
    "U+2016,U+2020,U+2026,U+2032-2034,U+2102-2124,U+2190-2194,U+21A6,U+21D0-21D4,U+2200-2213,U+2215-222B,U+223C,U+2243,"
    "U+2248,U+2260-226B,U+2282-228B,U+2295-22A5,U+22C5,U+22EE-22F1,U+2308-230B,U+27E8,U+27E9,U+1D434-1D467,"
    "U+1D49C-1D4CF,U+1D538-1D56B,U+1D6A8-1D71B"
)


def main(source: str) -> None:
    """Write the font: fewer letters, another name, the copyright notice as it was."""
    options = subset.Options(flavor="woff2", layout_features=[], hinting=False, desubroutinize=True)
    font = TTFont(source, recalcTimestamp=False)
    cut = subset.Subsetter(options)
    cut.populate(unicodes=subset.parse_unicodes(KEPT))
    cut.subset(font)
    for record in font["name"].names:
        if record.nameID in {1, 3, 4, 16}:
            record.string = NAME
        elif record.nameID == 6:
            record.string = NAME.replace(" ", "")
    letters = font["CFF "].cff
    letters.fontNames = [NAME.replace(" ", "")]
    letters.topDictIndex[0].FullName = letters.topDictIndex[0].FamilyName = NAME
    subset.save_font(font, TARGET, options)


if __name__ == "__main__":
    main(sys.argv[1])
