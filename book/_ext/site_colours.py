"""Colours of pictures follow the page: on a dark page each has the hue it had and the same contrast to its background.

A picture says `#0067a5`; on the page that becomes `var(--c0067a5)`, and the page defines the variable twice, for light
and for dark. One rule serves every picture, and an order from pale to strong stays an order. Hue and chroma are those
of Oklab (Björn Ottosson, 2020), contrast is that of WCAG 2.2.
"""

from __future__ import annotations

import math
import re
from functools import cache

LIGHT_PAGE, DARK_PAGE = "#ffffff", "#14171b"
HEX = re.compile(r"#(?:[0-9a-fA-F]{6}|[0-9a-fA-F]{3})(?![0-9a-zA-Z])")
NAMED = {"white": "#ffffff", "black": "#000000"}
MIXED = re.compile(r"rgba?\([^)]*\)")
VARIABLE = re.compile(r"var\(--c([0-9a-f]{6})\)")
Triple = tuple[float, float, float]


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
    wanted = contrast(colour, LIGHT_PAGE)
    if wanted < 1.02:
        return DARK_PAGE
    lightness, chroma, hue = _lch(colour)
    low, high = 0.0, 1.0
    for _ in range(30):
        lightness = (low + high) / 2
        enough = contrast(_fitted(lightness, chroma, hue), DARK_PAGE) >= wanted and lightness > _lch(DARK_PAGE)[0]
        low, high = (low, lightness) if enough else (lightness, high)
    return _fitted(high, chroma, hue)


def contrast(one: str, other: str) -> float:
    """Return the contrast of two colours by WCAG 2.2, from 1 to 21."""
    bright, dim = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (bright + 0.05) / (dim + 0.05)


def _six(colour: str) -> str:
    digits = colour[1:].lower()
    return digits if len(digits) == 6 else "".join(digit * 2 for digit in digits)


def _linear(colour: str) -> Triple:
    red, green, blue = (int(_six(colour)[i : i + 2], 16) / 255 for i in (0, 2, 4))
    return tuple(c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in (red, green, blue))  # type: ignore[return-value]


def _luminance(colour: str) -> float:
    red, green, blue = _linear(colour)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _lch(colour: str) -> Triple:
    red, green, blue = _linear(colour)
    long = (0.4122214708 * red + 0.5363325363 * green + 0.0514459929 * blue) ** (1 / 3)
    medium = (0.2119034982 * red + 0.6806995451 * green + 0.1073969566 * blue) ** (1 / 3)
    short = (0.0883024619 * red + 0.2817188376 * green + 0.6299787005 * blue) ** (1 / 3)
    a = 1.9779984951 * long - 2.4285922050 * medium + 0.4505937099 * short
    b = 0.0259040371 * long + 0.7827717662 * medium - 0.8086757660 * short
    lightness = 0.2104542553 * long + 0.7936177850 * medium - 0.0040720468 * short
    return lightness, math.hypot(a, b), math.atan2(b, a)


def _fitted(lightness: float, chroma: float, hue: float) -> str:
    """Return the colour as hex, with as much of its chroma as a screen can show."""
    low, high = 0.0, chroma
    if not _shown(_rgb(lightness, chroma, hue)):
        for _ in range(20):
            middle = (low + high) / 2
            low, high = (middle, high) if _shown(_rgb(lightness, middle, hue)) else (low, middle)
        chroma = low
    return "#" + "".join(f"{round(255 * _gamma(min(max(part, 0), 1))):02x}" for part in _rgb(lightness, chroma, hue))


def _shown(rgb: Triple) -> bool:
    return all(-1e-4 <= part <= 1 + 1e-4 for part in rgb)


def _gamma(part: float) -> float:
    return 12.92 * part if part <= 0.0031308 else 1.055 * part ** (1 / 2.4) - 0.055


def _rgb(lightness: float, chroma: float, hue: float) -> Triple:
    a, b = chroma * math.cos(hue), chroma * math.sin(hue)
    long = (lightness + 0.3963377774 * a + 0.2158037573 * b) ** 3
    medium = (lightness - 0.1055613458 * a - 0.0638541728 * b) ** 3
    short = (lightness - 0.0894841775 * a - 1.2914855480 * b) ** 3
    return (
        4.0767416621 * long - 3.3077115913 * medium + 0.2309699292 * short,
        -1.2684380046 * long + 2.6097574011 * medium - 0.3413193965 * short,
        -0.0041960863 * long - 0.7034186147 * medium + 1.7076147010 * short,
    )
