"""Tables in, Altair charts out. `style` holds what all charts share; each other module bears the name of what it draws.

Nothing is computed here, so nothing of the computation is imported. Charts take summaries: Altair refuses more than
5,000 rows. All raise TypeError for what is no table, ValueError for a table without a row or without a column that its
docstring names, and for an empty title or description. Importing this tells Altair how a notebook shows them.
"""

from . import bigrams, curves, digits, display, gaussian, language_model, mixtures, pipeline, station, style, telephone
from .tables import table

__all__ = [
    "bigrams",
    "curves",
    "digits",
    "display",
    "gaussian",
    "language_model",
    "mixtures",
    "pipeline",
    "station",
    "style",
    "table",
    "telephone",
]

display.prefer()
