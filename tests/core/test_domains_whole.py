"""No room of the library is without a table of its domains, save those that are listed here, each with the reason."""

from __future__ import annotations

from importlib import import_module
from pkgutil import walk_packages

from rooms import SUPPORT, public, rooms_of

import collapse_lib

CHARTS = "it takes tables: tests/core/test_chart_borders.py finds it by introspection and refuses what is none"
CHECKS = "every table here goes through it; tests/core/test_checks.py says its words"
COMMAND = "a part of a command, whose files and folders have tests of their own"
PARTS = "a part of what checks its arguments before it hands them on"
TENSORS = "tensors: a part of LanguageModel or VAE, which check their arguments"
WITHOUT = {
    **dict.fromkeys(
        [
            *(
                f"charts.{name}"
                for name in (
                    "bigrams",
                    "curves",
                    "digits",
                    "mixtures",
                    "pipeline",
                    "recovery",
                    "roll_call",
                    "verifiers",
                )
            ),
            *(f"charts.gaussian.{name}" for name in ("distance", "variance")),
            *(
                f"charts.language_model.{name}"
                for name in ("continuations", "histogram", "perplexity", "sentences", "tastes")
            ),
            *(f"charts.station.{name}" for name in ("damage", "day", "errors")),
            *(f"charts.telephone.{name}" for name in ("bag", "survival", "survivors")),
        ],
        CHARTS,
    ),
    "charts.display": "Altair calls it, with charts of its own",
    **dict.fromkeys(
        [
            f"checks.{name}"
            for name in ("arrays", "loop", "matrices", "objects", "randomness", "single", "tables", "words")
        ],
        CHECKS,
    ),
    **dict.fromkeys([f"data.toy_language.{name}" for name in ("inventory", "tables", "templates")], PARTS),
    **dict.fromkeys(
        [
            f"experiments.language_model.{name}"
            for name in (
                *(
                    "bands",
                    "base",
                    "checkpoints",
                    "command",
                    "fetching",
                    "folders",
                    "holding",
                    "lineages",
                    "material",
                    "measures",
                    "options",
                ),
                *(
                    "costs",
                    "dry_run",
                    "footprint",
                    "processes",
                    "progress",
                    "put_back",
                    "quiz",
                    "recording",
                    "rehearsal",
                ),
                *("results", "runs", "settings", "tuning", "variety", "watching"),
            )
        ],
        COMMAND,
    ),
    **dict.fromkeys([f"recorded.{name}" for name in ("folders", "making", "places", "storing")], COMMAND),
    "recorded.live": "whatever fails within it is said: tests/core/test_live.py",
    **dict.fromkeys(
        [
            f"models.language.{name}"
            for name in (
                "borders",
                "keywords",
                "memory",
                "network",
                "packing",
                "peak",
                "precision",
                "scoring",
                "training",
                "writing",
            )
        ],
        TENSORS,
    ),
    **dict.fromkeys(
        [f"models.language.{name}" for name in ("gguf", "pretrained", "tokens")], "files: tests/models/language"
    ),
    "models.vae.network": TENSORS,
    **dict.fromkeys(["files", "hub", "stopping", "wheels"], COMMAND),
    "moved": "it takes what Python's import hands it",
}


def rooms() -> set[str]:
    """Return the names of all modules that define something public, without those that are run."""
    found = (module.name for module in walk_packages(collapse_lib.__path__, "collapse_lib."))
    names = (name for name in found if not name.endswith("__main__"))
    return {name for name in names if public(import_module(name), parts=False)}


def with_a_table() -> set[str]:
    """Return the names of all modules whose functions stand in a table."""
    tables = [import_module(path.stem) for path in SUPPORT.glob("domains_of_*.py")]
    return {room.__name__ for each in tables for room in rooms_of(each)}


def test_every_room_has_a_table_or_a_reason_for_none():
    lacking = {name.removeprefix("collapse_lib.") for name in rooms() - with_a_table()}
    assert lacking == set(WITHOUT), "a new room needs a table of its domains, as those in tests/support/domains_of_*.py"
    assert all(WITHOUT.values())
