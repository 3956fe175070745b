"""The charts of a page: pictures at first, then live; and the form controls that move them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

FIGURE = "figure.chart"
DRAWN = "svg, canvas"
KEYS = {"range": ("ArrowRight", "ArrowLeft"), "checkbox": ("Space", "Space")}
PATIENCE = 10  # seconds

PICTURE = """(figure) => {
  const canvases = [...figure.querySelectorAll("canvas")].map((canvas) => canvas.toDataURL());
  return [...figure.querySelectorAll("svg")].map((svg) => svg.outerHTML).concat(canvases).join("");
}"""
SIZES = """(figures, drawn) => figures.map((figure) => {
  const boxes = [...figure.querySelectorAll(drawn)].map((picture) => picture.getBoundingClientRect());
  const shown = boxes.filter(({ width, height }) => width > 0 && height > 0);
  const marks = [...figure.querySelectorAll("canvas, path, rect, circle, line, text")];
  const [width, height] = ["width", "height"].map((side) => Math.max(0, ...shown.map((box) => box[side])));
  const tall = figure.getBoundingClientRect().height;
  return { id: figure.id, shown: shown.length, marks: marks.length, tall, width, height };
})"""
BLACK = """(figure) => {
  const marks = [...figure.querySelectorAll("svg :is(path, rect, circle, text):not(clipPath *)")];
  return marks.filter((mark) => getComputedStyle(mark).fill === "rgb(0, 0, 0)").length;
}"""


@dataclass(frozen=True)
class Drawn:
    """What is to be seen of a chart: how many pictures have a size, the largest size, and the whole figure's height."""

    id: str
    shown: int
    marks: int
    tall: float
    width: float
    height: float

    @property
    def complaint(self) -> str:
        """What is wrong with it, in words; empty if nothing is."""
        if self.shown != 1:
            return f"{self.id}: one picture should be seen, {self.shown} are"
        if self.width < 100 or self.height < 60 or self.marks < 5:
            return f"{self.id}: {self.marks} marks on {self.width:.0f} by {self.height:.0f} px are no chart"
        return ""


def drawn(page: Any) -> list[Drawn]:
    """Return what is to be seen of each chart of the page, in their order."""
    return [Drawn(**found) for found in page.locator(FIGURE).evaluate_all(SIZES, DRAWN)]


def wake(page: Any) -> list[str]:
    """Scroll to each chart as a reader does, until it is live; return a complaint for each that comes out wrong.

    It may stay a picture, or lose colours: what a browser cannot read as a colour it fills with black, which no chart
    of the course uses.
    """
    page.keyboard.press("Shift")
    figures = page.locator(FIGURE).all()
    return [complaint for figure in figures if (complaint := _woken(figure))]


def _woken(figure: Any) -> str:
    figure.scroll_into_view_if_needed()
    if comes_true(figure, "(figure) => 'live' in figure.dataset"):
        black = figure.evaluate(BLACK)
        return f"{figure.get_attribute('id')} has {black} black marks, live" if black else ""
    return f"{figure.get_attribute('id')} stays a picture: {figure.locator('[role=status]').inner_text()}"


def controls(figure: Any) -> list[Any]:
    """Return the controls of a chart: sliders first, since at the start of one other choices may make no difference.

    Of each group of radio buttons it is the chosen one.
    """
    kinds = ("input[type=range]", "input[type=radio]:checked", "input[type=checkbox]", "select")
    return [control for kind in kinds for control in figure.locator(kind).all()]


def moved_by_keyboard(figure: Any, control: Any) -> bool:
    """Say whether one press of an arrow (or of the space bar) on the focused control changes the picture."""
    before = figure.evaluate(PICTURE)
    control.focus()
    forth, back = KEYS.get(control.evaluate("(element) => element.type"), ("ArrowDown", "ArrowUp"))
    at_the_end = control.evaluate("(element) => element.type === 'range' && element.value === element.max")
    figure.page.keyboard.press(back if at_the_end else forth)
    return comes_true(figure, f"(figure, before) => ({PICTURE})(figure) !== before", before)


def comes_true(element: Any, question: str, *given: object) -> bool:
    """Say whether the question, a function in JavaScript of the element, is answered with yes within some seconds."""
    for _ in range(PATIENCE * 10):
        if element.evaluate(question, *given):
            return True
        element.page.wait_for_timeout(100)
    return False
