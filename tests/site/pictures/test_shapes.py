"""Marks of a picture that look alike become one path, and it draws what they drew."""

from __future__ import annotations

from xml.etree import ElementTree

import pytest
from course.pictures import shapes, svg

HEAD = '<svg xmlns="http://www.w3.org/2000/svg">'


def joined(marks: str) -> list[dict[str, str]]:
    root = ElementTree.fromstring(f"{HEAD}{marks}</svg>")
    shapes.join(root)
    return [mark.attrib for mark in root]


def test_dots_of_one_colour_are_one_path_with_each_dot_in_its_place():
    dot = '<path fill="red" transform="translate({},{})" d="M3,0A3,3,0,1,1,-3,0A3,3,0,1,1,3,0"/>'
    (mark,) = joined(dot.format(10, 20) + dot.format(-5, 0.5))
    assert mark == {
        "fill": "red",
        "d": "M13,20A3,3,0,1,1,7,20A3,3,0,1,1,13,20M-2,0.5A3,3,0,1,1,-8,0.5A3,3,0,1,1,-2,0.5",
    }


def test_lines_of_a_grid_are_one_path():
    line = '<line stroke="grey" transform="translate({},0)" y2="50"/>'
    (mark,) = joined(line.format(10) + line.format(20))
    assert mark == {"stroke": "grey", "d": "M10,0l0,50M20,0l0,50"}


def test_a_small_letter_counts_from_where_the_pen_is():
    bar = '<path fill="red" transform="translate(100,0)" d="M1,2h20v10H1Z"/>'
    assert joined(2 * bar)[0]["d"] == 2 * "M101,2h20v10H101Z"


def test_curves_move_as_a_whole():
    curve = '<path stroke="red" transform="translate(10,100)" d="M0,0C1,2,3,4,5,6V7"/>'
    assert joined(2 * curve)[0]["d"] == 2 * "M10,100C11,102,13,104,15,106V107"


@pytest.mark.parametrize(
    ("one", "other"),
    [
        pytest.param('<path fill="red" d="M0,0h1"/>', '<path fill="blue" d="M0,0h1"/>', id="another colour"),
        pytest.param(*2 * ['<path fill="red" opacity="0.5" d="M0,0h1"/>'], id="translucent"),
        pytest.param(*2 * ['<path fill="red" fill-opacity="0.5" d="M0,0h1"/>'], id="a translucent fill"),
        pytest.param(*2 * ['<path fill="red" stroke="white" d="M0,0h1"/>'], id="fill and outline"),
        pytest.param(*2 * ['<path fill="red" transform="rotate(90)" d="M0,0h1"/>'], id="turned"),
        pytest.param(*2 * ['<text fill="red">a word</text>'], id="words"),
        pytest.param(*2 * ['<g fill="red"><path d="M0,0h1"/></g>'], id="groups"),
    ],
)
def test_marks_whose_look_would_change_stay_apart(one, other):
    assert len(joined(one + other)) == 2


def test_only_neighbours_are_joined_so_that_nothing_changes_what_lies_on_top():
    red, blue = '<path fill="red" d="M0,0h1"/>', '<path fill="blue" d="M0,0h1"/>'
    assert [mark["fill"] for mark in joined(red + blue + red)] == ["red", "blue", "red"]


def test_the_pictures_of_a_page_are_joined():
    dots = 3 * '<path fill="red" transform="translate(1,2)" d="M3,0h1Z"/>'
    assert svg.slim(f"{HEAD}<g>{dots}</g></svg>", kind="wide", prefix="a").count("<path") == 1
