"""In-page simulators: the same JavaScript in the published page without a kernel, in JupyterLab and in Colab.

Each is one file of `explorables/`, written as an ES module after anywidget's contract: its default export holds
`render({model, el})`. What it imports from its neighbours is copied in, since an output can carry one module only.
Where no widget can be shown there is a picture of it: without scripts, in print, and in the published page until its
script has run (book/_ext/explorables_in_page.py).
"""

from __future__ import annotations

import json
import re
import sys
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import cache
from importlib.resources import files
from typing import Any

from .experiments.pipeline import Pipeline

FILES = files("collapse_lib") / "explorables"
_IMPORT = re.compile(r'^import \{[^}]*\} from "\./(?P<name>\w+)\.js";\n', re.MULTILINE)
_EXPORT = re.compile(r"^export (?=const |function )", re.MULTILINE)
DEFAULT_EXPORT = "export default { render };"


@dataclass(frozen=True, repr=False)
class Explorable:
    """A simulator to show at the end of a cell: which one, what it is called, and the data that it starts from."""

    kind: str
    title: str
    state: Mapping[str, Any] = field(default_factory=dict)

    def __repr__(self) -> str:
        return f"{self.title}: an interactive picture. It needs a browser."

    def html(self) -> str:
        """Return the picture, with its look and its data, as it stands in a page before any script has run."""
        data = json.dumps(self.state, separators=(",", ":"), ensure_ascii=False).replace("<", "\\u003c")
        return (
            f'<figure class="explorable" data-kind="{self.kind}"><style>{look(self.kind)}</style>'
            f'<div class="explorable-picture">{picture(self.kind)}</div>'
            f'<script type="application/json">{data}</script></figure>'
        )

    def _repr_mimebundle_(self, **_: Any) -> tuple[dict[str, Any], dict[str, Any]]:
        shown = {"text/plain": repr(self)}
        if "google.colab" not in sys.modules:  # which would show the picture in place of the widget
            shown["text/html"] = self.html()
        try:
            widget, metadata = _widget(self)._repr_mimebundle_()
        except ImportError:  # no anywidget: the picture is all there is
            return {"text/plain": repr(self), "text/html": self.html()}, {}
        return {**widget, **shown}, metadata


def _widget(explorable: Explorable) -> Any:
    import anywidget
    import traitlets

    members: dict[str, Any] = {name: traitlets.Any(value).tag(sync=True) for name, value in explorable.state.items()}
    members |= {"_esm": module(explorable.kind), "_css": look(explorable.kind)}
    return type(explorable.kind.capitalize(), (anywidget.AnyWidget,), members)()


@cache
def module(kind: str) -> str:
    """Return the ES module of an explorable in one piece: what it imports stands above it."""
    return _gathered([kind], set()) + f"\n{DEFAULT_EXPORT}\n"


def _gathered(names: Iterable[str], seen: set[str]) -> str:
    parts = []
    for name in names:
        if name not in seen:
            seen.add(name)
            source = _read(f"{name}.js")
            own = _EXPORT.sub("", _IMPORT.sub("", source).replace(DEFAULT_EXPORT, ""))
            parts.append(_gathered(_IMPORT.findall(source), seen) + own)
    return "".join(parts)


@cache
def look(kind: str) -> str:
    """Return the style sheet of an explorable."""
    return _read("look.css") + _read(f"{kind}.css")


@cache
def picture(kind: str) -> str:
    """Return the picture of an explorable, HTML that needs its look (made by tools/explorable_pictures.py)."""
    return _read(f"{kind}.html")


def _read(name: str) -> str:
    return (FILES / name).read_text(encoding="utf-8")


def telephone_game(bags: Mapping[int, Mapping[str, int]]) -> Explorable:
    """Return the telephone game, with bags to choose from: by size, how often each word stands in them.

    Raises ValueError if there is no bag, or a bag's words are not as many as its size says.
    """
    if not bags:
        raise ValueError("the telephone game needs a bag, got none")
    for size, counts in bags.items():
        if sum(counts.values()) != size or min(counts.values(), default=0) < 1:
            raise ValueError(f"a bag of {size} needs {size} words, got {dict(counts)}")
    words = sorted(set().union(*bags.values()))
    state = {"words": words, "bags": {str(size): [bags[size].get(word, 0) for word in words] for size in sorted(bags)}}
    return Explorable("telephone", "The telephone game", state)


def word_wall(bag: Mapping[str, int]) -> Explorable:
    """Return the words that stand once in `bag` (how often each word stands there) as a wall that is copied.

    Raises ValueError if no word stands there once.
    """
    if 1 not in bag.values():
        raise ValueError(f"a wall of rare words needs a word that stands in the bag once, got {dict(bag)}")
    words = sorted(bag, key=str.casefold)
    return Explorable("wall", "A bag of words, copied", {"words": words, "bag": [bag[word] for word in words]})


def hundred_lineages() -> Explorable:
    """Return a hundred lineages of refitted bell curves, one dot each."""
    return Explorable("lineages", "A hundred lineages")


def content_pipeline(teams: Mapping[str, Pipeline]) -> Explorable:
    """Return the content pipeline, with these teams to start from; the first is shown.

    Raises ValueError if there is no team.
    """
    if not teams:
        raise ValueError("the content pipeline needs a team, got none")
    numbers = [{"name": name, **vars(team)} for name, team in teams.items()]
    return Explorable("pipeline", "The content pipeline", {"teams": numbers})
