"""Vega's SVG with a third of its size, and the same to the eye: a page holds thousands of these marks.

What cannot be seen goes, numbers keep two decimals, and what all marks of a group share is said once, at the group.
"""

from __future__ import annotations

import re
from xml.etree import ElementTree

from .shapes import join

SVG = "{http://www.w3.org/2000/svg}"
UNSEEN = re.compile(r"background|foreground")
PLAIN = {"opacity": "1", "stroke-width": "1", "stroke-miterlimit": "10", "pointer-events": "none", "x2": "0", "y2": "0"}
DROPPED = ("class", "role", "font-family", "version")
STROKE = ("stroke", "stroke-width", "stroke-dasharray")
INHERITED = (*STROKE, "fill", "fill-opacity", "font-size", "font-weight", "text-anchor")
Element = ElementTree.Element


def slim(svg: str, *, kind: str, prefix: str) -> str:
    """Return the SVG of one chart, with `kind` as its class and `prefix` before each of its ids."""
    root = ElementTree.fromstring(svg)
    _prune(root)
    for element in root.iter():
        _bare(element)
    join(root)
    _share(root)
    _unwrap(root)
    root.set("class", kind)
    text = ElementTree.tostring(root, encoding="unicode").replace("ns0:", "")
    text = re.sub(r' xmlns:ns0="[^"]*"', "", text)
    text = re.sub(r"(-?\d+\.\d\d)\d+", lambda found: f"{float(found[1]):g}", text)
    return re.sub(r'(?<= id=")|(?<=url\(#)', f"{prefix}-", text)


def _prune(parent: Element) -> None:
    """Take out what is not drawn: frames without a colour, empty paths and texts, groups with nothing in them."""
    for child in list(parent):
        _prune(child)
        colourless = UNSEEN.search(child.get("class", "")) and not {"fill", "stroke"}.intersection(child.keys())
        hidden = child.get("display") == "none" or child.get("d") == ""
        empty = child.tag in {f"{SVG}g", f"{SVG}text"} and len(child) == 0 and not child.text
        if colourless or hidden or empty:
            parent.remove(child)


def _bare(element: Element) -> None:
    """Take out what says nothing: values that hold anyway, and what is meant for programs."""
    for name, value in list(element.items()):
        if PLAIN.get(name) == value or name in DROPPED or name.startswith("aria-"):
            del element.attrib[name]
    if element.get("transform") == "translate(0,0)":
        del element.attrib["transform"]


def _share(group: Element) -> None:
    """Move to the group what all its children say alike."""
    for child in group:
        _share(child)
    if group.tag != f"{SVG}g" or len(group) < 2:
        return
    for name in INHERITED:
        values = {child.get(name) for child in group}
        if len(values) == 1 and None not in values:
            group.set(name, values.pop() or "")
            for child in group:
                del child.attrib[name]


def _unwrap(parent: Element) -> None:
    """Put the children of a group that says nothing in its place."""
    for child in parent:
        _unwrap(child)
    spread = [[*child] if child.tag == f"{SVG}g" and not child.attrib else [child] for child in parent]
    parent[:] = [element for elements in spread for element in elements]
