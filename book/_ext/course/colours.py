"""Colours of pictures follow the page: on a dark page each has the hue it had and the same contrast to its background.

A picture says `#0067a5`; on the page that becomes `var(--c0067a5)`, and the page defines the variable twice, for light
and for dark. One rule serves every picture, and an order from pale to strong stays an order. Hue and chroma are those
of Oklab (Björn Ottosson, 2020), contrast is that of WCAG 2.2, both as coloraide has them.
"""

from __future__ import annotations

import re
from functools import cache

from coloraide import Color

LIGHT_PAGE, DARK_PAGE = "#ffffff", "#14171b"
HEX = re.compile(r"#(?:[0-9a-fA-F]{6}|[0-9a-fA-F]{3})(?![0-9a-zA-Z])")
NAMED = {"white": "#ffffff", "black": "#000000"}
MIXED = re.compile(r"rgba?\([^)]*\)")
VARIABLE = re.compile(r"var\(--c([0-9a-f]{6})\)")


def as_variables(picture: str) -> str:
    """Return `picture` (SVG, or JSON of a chart) with a variable in the place of each colour.

    Raises ValueError if a scale has mixed a colour: it would not follow the page, and once the chart comes alive the
    scale would have variables to mix, which makes black.
    """
    if mixed := MIXED.search(picture):
        raise ValueError(f"a chart's scale must be given each colour by name, as `between` does, got {mixed[0]}")
    named = re.sub(r'(?<=")(white|black)(?=")', lambda found: NAMED[found[0]], picture)
    return HEX.sub(lambda found: f"var(--c{_six(found[0])})", named)


def definitions(html: str) -> str:
    """Return the CSS that gives every variable in `html` its colour on a light page and on a dark one."""
    used = sorted(set(VARIABLE.findall(html)))
    if not used:
        return ""
    light = ";".join(f"--c{colour}:#{colour}" for colour in used)
    dark = ";".join(f"--c{colour}:{on_dark(f'#{colour}')}" for colour in used)
    return f":root{{{light}}}@media screen{{[data-theme=dark]{{{dark}}}}}"


@cache
def on_dark(colour: str) -> str:
    """Return the colour of the same hue that has on the dark page the contrast that `colour` has on the light one."""
    wanted, page = contrast(colour, LIGHT_PAGE), Color(DARK_PAGE).convert("oklch")
    if wanted < 1.02:
        return DARK_PAGE
    hue = Color(colour).convert("oklch")
    low, high = page["lightness"], 1.0
    for _ in range(30):
        lightness = (low + high) / 2
        enough = contrast(_shown(hue, lightness), DARK_PAGE) >= wanted
        low, high = (low, lightness) if enough else (lightness, high)
    return _shown(hue, high)


def contrast(one: str, other: str) -> float:
    """Return the contrast of two colours by WCAG 2.2, from 1 to 21."""
    return Color(one).contrast(other)


def _shown(hue: Color, lightness: float) -> str:
    """Return the hue at another lightness as hex, with as much of its chroma as a screen can show."""
    lighter = hue.clone().set("lightness", lightness)
    return lighter.fit("srgb", method="oklch-chroma", jnd=0).convert("srgb").to_string(hex=True)


def _six(colour: str) -> str:
    digits = colour[1:].lower()
    return digits if len(digits) == 6 else "".join(digit * 2 for digit in digits)
