"""Explorables: simulators that live in the page. Each is a folder here; there is no list of them to keep.

    KIND/__init__.py    the function that makes one, named in __all__ and offered here too; an `example` of it, and
                        PICTURE_STEP, the step at which its picture is taken; PICTURE_HEIGHT, its height in pixels
    KIND/explorable.js  what it does, an ES module after anywidget's contract: its default export holds `render`
    KIND/look.css       how it looks, if look.css here is not enough
    KIND/bundle.js      made by `make bundles`: the JavaScript in one piece
    KIND/picture.html   made by `make explorables`: what stands where no script runs

What they share stands beside them: stage.js plays one step by step, controls.js has what a reader sets, panel.js
draws axes, random.js draws numbers that can be had again.
"""

from __future__ import annotations

from importlib import import_module
from typing import Any

from .assets import kinds
from .explorable import Explorable

KINDS = kinds()

__all__ = ["KINDS", "Explorable"]


def __getattr__(name: str) -> Any:
    """Return what one of the folders offers: `explorables.word_wall` is that of wall/."""
    for kind in KINDS if not name.startswith("_") else ():  # Python itself asks for such, of every module
        offered = import_module(f"{__name__}.{kind}")
        if name in offered.__all__:
            return getattr(offered, name)
    raise AttributeError(f"collapse_lib.explorables has no {name!r}: it offers {', '.join(__dir__())}")


def __dir__() -> list[str]:
    """Return all names that can be asked for."""
    return sorted({*__all__, *(name for kind in KINDS for name in import_module(f"{__name__}.{kind}").__all__)})
