"""What to do for somebody who has an older notebook of the course open: say where a module went, and the way out.

In November 2026 the modules moved to rooms of their own, and charts and recorded tables changed with them. Under the
old names a notebook would fail a few cells later, so the import says it at once. To go in version 0.3.
"""

from __future__ import annotations

import sys
from collections.abc import Sequence
from importlib.abc import MetaPathFinder
from importlib.machinery import ModuleSpec
from importlib.metadata import metadata
from types import ModuleType

BEFORE = "8150f0953d125bed98c009c5f45708881e2960e7"  # the last commit with the old names
MOVED = {
    "decoding": "models.decoding",
    "drift": "theory.drift",
    "embedded": "data.toy_language",
    "image_errors": "experiments.digits.errors",
    "image_runs": "experiments.digits.runs",
    "image_tables": "experiments.digits.tables",
    "images": "data.digits",
    "judge": "experiments.digits.measures",
    "minority": "experiments.mixtures.minority",
    "mixture_lineages": "experiments.mixtures.lineages",
    "mixture_runs": "experiments.mixtures.runs",
    "mixture_tables": "experiments.mixtures.tables",
    "opt": "experiments.toy_language_model.runs",
    "opt_run": "experiments.language_model",
    "opt_tables": "experiments.toy_language_model.tables",
    "pipeline": "experiments.pipeline",
    "reading": "experiments.toy_language_model.measures",
    "station": "experiments.station",
    "telephone": "experiments.telephone",
    "text": "data.text",
    "three_families": "experiments.error_shares",
    "vocabulary": "experiments.bigrams",
    "widgets": "explorables",
    "wikitext": "data.wikitext",
    "wikitext_tables": "experiments.language_model.tables",
    "charts.continuations": "charts.language_model.continuations",
    "charts.costs": "charts.station.damage",
    "charts.day": "charts.station.day",
    "charts.distances": "charts.gaussian.distance",
    "charts.errors": "charts.station.errors",
    "charts.groups": "charts.mixtures",
    "charts.language": "charts.language_model.perplexity",
    "charts.lineages": "charts.gaussian.variance",
    "charts.sentences": "charts.language_model.sentences",
    "charts.slips": "charts.telephone.bag",
    "charts.surprise": "charts.language_model.histogram",
    "charts.vocabulary": "charts.bigrams",
}


class Signpost(MetaPathFinder):
    """Asked last, when nobody else has found a module."""

    def find_spec(
        self, fullname: str, path: Sequence[str] | None = None, target: ModuleType | None = None
    ) -> ModuleSpec | None:
        """Raise ImportError that says where a module went; None for all others, which were never here."""
        package, _, module = fullname.partition(".")
        if package != "collapse_lib" or module not in MOVED:
            return None
        raise ImportError(
            f"{fullname} is now collapse_lib.{MOVED[module]}. Open the chapter anew from the course's page. Or go on "
            "with this copy: restart the runtime, and install the library as it was, by "
            # By force, since its version is the same; without what it needs, since that is there.
            f'pip install --force-reinstall --no-deps "collapse-lib @ git+{_repository()}@{BEFORE}"',
            name=fullname,
        )


def _repository() -> str:
    urls = dict(line.split(", ", 1) for line in metadata("collapse-lib").get_all("Project-URL") or [])
    return urls["Repository"]


def put_up_signpost() -> None:
    """Have imports of modules that have moved say so; once is enough."""
    if not any(isinstance(finder, Signpost) for finder in sys.meta_path):
        sys.meta_path.append(Signpost())
