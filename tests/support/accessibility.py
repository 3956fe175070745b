"""What axe finds wrong with a page by WCAG 2.2 AA, and whether the page is wider than the screen."""

from __future__ import annotations

from typing import Any

from axe_playwright_python.base import AXE_SCRIPT

WCAG = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]
RUN = """async (tags) => {
  const { violations } = await axe.run({ runOnly: tags, resultTypes: ["violations"] });
  return violations.flatMap(({ id, nodes }) => nodes.map(({ target, failureSummary }) =>
    `${id} at ${target.join(" ")}: ${failureSummary.replace(/\\s+/g, " ")}`));
}"""
WIDE = """() => {
  const { scrollWidth } = document.scrollingElement;
  if (scrollWidth <= innerWidth) return [];
  const clips = (e) => e !== document.body && getComputedStyle(e).overflowX !== "visible";
  const clipped = (e) => e && (clips(e) || clipped(e.parentElement));
  const over = [...document.body.querySelectorAll("*")].filter(
    (e) => e.getBoundingClientRect().right > innerWidth + 1 && !clipped(e.parentElement));
  const names = over.slice(0, 5).map(({ tagName, id, className }) => `${tagName.toLowerCase()}#${id}.${className}`);
  return [`${scrollWidth} px on a screen of ${innerWidth}: ${names.join(", ")}`];
}"""


def violations(page: Any) -> list[str]:
    """Return every violation of WCAG 2.2, levels A and AA, that axe sees: its rule, where, and what would mend it."""
    if not page.evaluate("() => 'axe' in window"):
        page.evaluate(AXE_SCRIPT)
    return page.evaluate(RUN, WCAG)


def too_wide(page: Any) -> list[str]:
    """Return a complaint if the page can be scrolled sideways, with the first elements that stick out."""
    return page.evaluate(WIDE)
