"""Each colour of a picture becomes a variable, which the page gives a value for light and for dark."""

from __future__ import annotations

import pytest
from coloraide import Color
from course import colours


def test_each_colour_becomes_a_variable_with_a_value_for_a_light_page_and_for_a_dark_one():
    picture = colours.as_variables('<path fill="#0067a5" stroke="white"/><text fill="#333"/>')
    assert picture == '<path fill="var(--c0067a5)" stroke="var(--cffffff)"/><text fill="var(--c333333)"/>'
    told = colours.definitions(picture)
    for colour in ("#0067a5", "#ffffff", "#333333"):
        assert f"--c{colour[1:]}:{colour}" in told and f"--c{colour[1:]}:{colours.on_dark(colour)}" in told


@pytest.mark.parametrize("colour", ["#0067a5", "#b84a00", "#333333", "#e59a66"])
def test_on_a_dark_page_a_colour_has_the_contrast_that_it_has_on_a_light_one(colour):
    dark = colours.on_dark(colour)
    light = colours.contrast(colour, colours.LIGHT_PAGE)
    assert colours.contrast(dark, colours.DARK_PAGE) == pytest.approx(light, rel=0.05)


@pytest.mark.parametrize("grey", ["#333333", "#888888", "#f2f2f2"])
def test_a_grey_stays_a_grey(grey):
    dark = colours.on_dark(grey)
    assert dark[1:3] == dark[3:5] == dark[5:7]


@pytest.mark.parametrize("colour", ["#0067a5", "#b84a00", "#00ffff", "#339900"])
def test_a_colour_keeps_its_hue_even_where_a_screen_cannot_show_all_of_its_chroma(colour):
    hue, dark = (Color(each).convert("oklch")["hue"] for each in (colour, colours.on_dark(colour)))
    assert dark == pytest.approx(hue, abs=1.5)  # degrees: a colour on a screen has 256 steps a channel


def test_white_paper_becomes_the_dark_page():
    assert colours.on_dark("#ffffff") == colours.DARK_PAGE


def test_a_colour_that_a_scale_has_mixed_is_refused():
    with pytest.raises(ValueError, match=r"must be given each colour by name.*, got rgb\(236, 174, 130\)"):
        colours.as_variables('<path fill="rgb(236, 174, 130)"/>')
