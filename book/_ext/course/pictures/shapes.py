"""Marks that look alike, one after another, as one path: a chart of 662 dots is a handful of elements, not 662."""

from __future__ import annotations

import re
from itertools import groupby
from xml.etree import ElementTree

SVG = "{http://www.w3.org/2000/svg}"
GEOMETRY = ("d", "transform", "x2", "y2")
PLACE = re.compile(r"translate\((-?[\d.e-]+),(-?[\d.e-]+)\)")
STEP = re.compile(r"([a-zA-Z])([^a-zA-Z]*)")
# Which numbers of a step say where it ends, counted from its end. A small letter counts from where the pen is.
ACROSS_AND_DOWN = {"M": ((-2,), (-1,)), "L": ((-2,), (-1,)), "A": ((-2,), (-1,)), "H": ((-1,), ()), "V": ((), (-1,)),
                   "C": ((-6, -4, -2), (-5, -3, -1))}  # fmt: skip
Element = ElementTree.Element


def join(parent: Element) -> None:
    """Join neighbours below `parent`: lines and paths that differ in nothing but their shape and place.

    Translucent marks stay apart, since where two lie on each other they would no longer add up; so do marks with both a
    fill and an outline, since no outline would lie between two of them any more.
    """
    for child in parent:
        join(child)
    parent[:] = [mark for _, marks in groupby([*parent], _look) for mark in _joined([*marks])]


def _look(mark: Element) -> object:
    look = {name: value for name, value in mark.items() if name not in GEOMETRY}
    adds_up = {"fill", "stroke"} <= look.keys() or any("opacity" in name for name in look)
    if adds_up or not _place(mark) or mark.tag not in {f"{SVG}line", f"{SVG}path"}:
        return id(mark)
    return sorted(look.items())


def _joined(marks: list[Element]) -> list[Element]:
    if len(marks) == 1:
        return marks
    look = {name: value for name, value in marks[0].items() if name not in GEOMETRY}
    return [Element(f"{SVG}path", look | {"d": "".join(map(_in_place, marks))})]


def _in_place(mark: Element) -> str:
    place = _place(mark)
    assert place
    if mark.tag == f"{SVG}line":
        return f"M{place[1]},{place[2]}l{mark.get('x2', 0)},{mark.get('y2', 0)}"
    x, y = map(float, place.groups())
    return "".join(letter + _moved(letter, numbers, x, y) for letter, numbers in STEP.findall(mark.get("d", "")))


def _moved(letter: str, numbers: str, x: float, y: float) -> str:
    found = [float(number) for number in re.split(r"[\s,]+", numbers.strip()) if number]
    across, down = ACROSS_AND_DOWN.get(letter, ((), ()))
    for by, places in ((x, across), (y, down)):
        for at in places:
            found[at] += by
    return ",".join(f"{number:.2f}".rstrip("0").rstrip(".") for number in found)


def _place(mark: Element) -> re.Match[str] | None:
    return PLACE.fullmatch(mark.get("transform", "translate(0,0)"))
