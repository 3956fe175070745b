"""How nbgrader makes the student copy and marks what comes back."""

import os
import secrets
import sys
from pathlib import Path

from nbgrader.converters import Autograde
from nbgrader.preprocessors import DeduplicateIds, NbGraderPreprocessor

c = get_config()  # noqa: F821 (nbgrader hands it in)

c.CourseDirectory.course_id = "model-collapse"
c.ClearSolutions.code_stub = {"python": "# end of your answer"}
c.ClearSolutions.text_stub = "*Write here, in place of this line.*"
c.OverwriteCells.add_missing_cells = True  # a test that a student deleted is put back
c.Execute.timeout = 60  # seconds for a cell; then it is interrupted and the next one runs


class ForgetCopies(NbGraderPreprocessor):
    """Make the copy of a cell an ordinary cell: nbgrader empties its data and then stumbles over the empty place."""

    def preprocess_cell(self, cell, resources, index):
        """Return the cell without nbgrader's data if that is empty."""
        if not cell.metadata.get("nbgrader", True):
            del cell.metadata["nbgrader"]
        return cell, resources


steps = list(Autograde.sanitize_preprocessors.default())
steps.insert(steps.index(DeduplicateIds) + 1, ForgetCopies)
c.Autograde.sanitize_preprocessors = steps

# nbgrader calls alembic by its name, also where the environment that holds both is not active.
os.environ["PATH"] = os.pathsep.join([str(Path(sys.executable).parent), os.environ["PATH"]])

# What the kernel that marks a notebook is given.
os.environ.setdefault("GRADING_SEED", str(secrets.randbits(32)))  # chooses the numbers of the hidden tests
os.environ["PYTHONPATH"] = str(Path(__file__).parent / "stand_ins")
os.environ["PYTHONWARNINGS"] = "ignore"  # nbgrader gives no points to a test that writes to stderr
os.environ["PIP_DRY_RUN"] = "1"  # no notebook installs anything here
