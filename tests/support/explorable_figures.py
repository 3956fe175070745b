"""The explorables of a page, worked by keyboard, their controls found by role and name."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Any

from chart_figures import comes_true

FIGURE = "figure.explorable"
MARKUP = "(all) => all.map((element) => element.outerHTML).join('')"
OTHERS = re.compile("^(Play|Pause|Back|Start over|Run again)$")


def asleep(page: Any) -> list[str]:
    """Return a complaint for each explorable that shows its picture where it should be alive."""
    kinds = page.locator(f"{FIGURE}:not(.live)").evaluate_all("(all) => all.map((figure) => figure.dataset.kind)")
    return [f"the explorable {kind} is not alive" for kind in kinds]


@dataclass(frozen=True)
class Explorable:
    """One explorable: Playwright's locator of its region."""

    region: Any

    @property
    def step(self) -> int:
        """The step that is shown."""
        return int(self.region.get_attribute("data-step"))

    @property
    def picture(self) -> str:
        """What is to be seen, as markup, the sentence beneath it included."""
        return self.region.locator(".xp-picture, .xp-caption").evaluate_all(MARKUP)

    @property
    def told(self) -> str:
        """The sentence that a screen reader hears."""
        return self.region.locator("[aria-live]").inner_text()

    def button(self, name: str) -> Any:
        """Return a button by its name."""
        return self.region.get_by_role("button", name=name, exact=True)

    @property
    def forward(self) -> str:
        """The name of the button that makes a step; each explorable has its own word for it."""
        names = self.region.get_by_role("button").all_inner_texts()
        return next(name for name in names if name and not OTHERS.match(name))

    def press(self, name: str, key: str = "Enter") -> None:
        """Press a button as a keyboard does."""
        self.button(name).focus()
        self.region.page.keyboard.press(key)

    def reaches(self, step: int) -> bool:
        """Say whether this step, or a later one, comes within some seconds."""
        return comes_true(self.region, "(region, step) => Number(region.dataset.step) >= step", step)

    def controls(self) -> list[Any]:
        """Return what can be chosen, but not the slider of steps: sliders, and the chosen one of each radio group."""
        form = self.region.locator("form")
        return [found for kind in ("input[type=range]", "input:checked") for found in form.locator(kind).all()]


def explorables(page: Any) -> list[Explorable]:
    """Return the live explorables of the page."""
    return [Explorable(region) for region in page.locator(f"{FIGURE}.live").get_by_role("region").all()]
