"""A name that two modules define means the same in both: the table says what."""

from __future__ import annotations

import ast
from collections import defaultdict
from pathlib import Path

PACKAGE = Path(__file__).parents[2] / "collapse_lib"
SHARED = {
    # of every experiment
    "LAST": "up to which generation it runs",
    "RECORDS": "what the course ships of it: the name of each recorded run, and the function that makes it",
    "SETTING": "the columns that tell one condition of a run from another",
    "PARTS": "the columns of a component of a mixture, as its chart takes them",
    "SEED": "what its random numbers begin with",
    "REPLICATES": "how many lineages it runs",
    "COMPARED": "the policies that are compared, by name",
    "POLICIES": "the policies of a chart, by name, with the colour in which each is drawn",
    "LENGTH": "tokens of a block of text",
    "GROUPS": "who is followed apart from the others, rare and frequent: bands of words, groups of passengers",
    "EDGES": "of the bins of a histogram of perplexity",
    "Step": "a function from the shares of tokens to shares",
    "Setting": "which of the three errors a lineage makes",
    "ERRORS": "the three errors, in the order of their switches",
    "measures": "what is noted of a generation, of one or of a table of them",
    "run": "run an experiment and note each generation",
    "survey": "the run that a chapter shows: a table with a row per replicate and generation",
    "record": "the table that the course ships, and what it was made with",
    "provenance": "what a recorded table was made with",
    "made_with": "what a recorded table was made with, as far as these data or these runs go",
    "weight_count": "how many weights a network has",
    # of tables
    "COLUMNS": "how many dots stand side by side in a picture",
    "LINE": "characters of a line on a telephone",
    "WIDE_LINE": "characters of a line on a screen",
    "at": "single numbers of a recorded table, for the prose",
    "medians": "medians over the replicates",
    "share": "a number between 0 and 1: asked for, or measured",
    "typical": "mean or median and quartiles over the replicates",
    # a chart bears the name of what it draws
    "bag": "a bag of words",
    "continuations": "how a beginning goes on",
    "cures": "errors made smaller, one by one",
    "day": "a lineage at the station, day by day",
    "histogram": "how many texts are how perplexing",
    "law": "what theory says",
    "lost": "how often the rare are gone",
    "mean_total_variation": "passengers at the wrong time",
    "sentences": "sentences of each generation",
    "shares": "the share of each digit",
    "survival": "the share of words that are left",
    "words_left": "how many or which share of the words are left",
    "words": "the words of the toy language, with the runs that say them",
    # of charts
    "CAPTION": "how a caption is set",
    "NAME": "how a name is set",
    "LEVELS": "of ink in a picture",
    "choice": "one of several options, that the reader takes",
    # of what checks its arguments: guesses do it themselves, for they load nothing
    "number": "a number that is asked for: of a reader, or of a caller",
    "text": "one text",
    "texts": "a list of texts",
    "yes_or_no": "True or False",
    # of every data set, model and command
    "DEVICE": "where torch computes",
    "HUB": "where something lies on the Hugging Face Hub",
    "Numbers": "the type of a number or an array of numbers",
    "load": "bring in what lies in files",
    "PICTURE_HEIGHT": "how high the picture of an explorable stands in a notebook",
    "PICTURE_STEP": "the step at which the picture of an explorable is taken",
    "example": "an explorable as a page shows it",
    "main": "what a command does",
    "train": "fit a network, epoch by epoch",
}


def defined(path: Path) -> set[str]:
    """Return the public functions, classes and constants that a module defines itself."""
    names: set[str] = set()
    for node in ast.parse(path.read_text(encoding="utf-8")).body:
        match node:
            case ast.FunctionDef(name=name) | ast.ClassDef(name=name) | ast.AnnAssign(target=ast.Name(id=name)):
                names.add(name)
            case ast.Assign(targets=targets):
                bound = [part for target in targets for part in ast.walk(target)]
                names |= {part.id for part in bound if isinstance(part, ast.Name) and isinstance(part.ctx, ast.Store)}
    return {name for name in names if not name.startswith("_")}


def shared(folder: Path) -> dict[str, list[str]]:
    """Return each public name that two or more modules of `folder` define, with these modules."""
    where = defaultdict(list)
    for path in sorted(folder.rglob("*.py")):
        for name in defined(path):
            where[name].append(str(path.relative_to(folder)))
    return {name: paths for name, paths in where.items() if len(paths) > 1}


def test_a_name_that_two_modules_define_has_one_meaning() -> None:
    unexplained = {name: paths for name, paths in shared(PACKAGE).items() if name not in SHARED}
    assert unexplained == {}, "rename one of each, or say in SHARED what both mean"


def test_a_name_that_is_no_longer_shared_leaves_the_table() -> None:
    assert SHARED.keys() - shared(PACKAGE) == set()


def test_a_shared_name_is_found_however_it_is_defined(tmp_path: Path) -> None:
    (tmp_path / "a.py").write_text("x, (Y, _z) = 1, (2, 3)\nd[k] = 4\nfrom q import g\nclass C: pass\ndef f(): w = 1\n")
    (tmp_path / "b.py").write_text("x: int = 1\nY = 2\n_z = 3\nd = k = {}\ndef g(): pass\ndef C(): pass\nf = w = 0\n")
    assert shared(tmp_path).keys() == {"x", "Y", "C", "f"}
