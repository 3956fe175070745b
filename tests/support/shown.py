"""Which chapter shows which explorable: as the notebooks say."""

from __future__ import annotations

from importlib import import_module
from pathlib import Path

from collapse_lib.explorables import KINDS

NOTEBOOKS = {
    path.stem: path.read_text("utf-8") for path in sorted((Path(__file__).parents[2] / "notebooks").glob("*.ipynb"))
}


def _calls(kind: str) -> list[str]:
    return [f"explorables.{name}(" for name in import_module(f"collapse_lib.explorables.{kind}").__all__]


CHAPTERS = {
    kind: chapter for chapter, text in NOTEBOOKS.items() for kind in KINDS if any(call in text for call in _calls(kind))
}
