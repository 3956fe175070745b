"""Tables in, Altair charts out. `style` holds what all charts share; each other module bears the name of what it draws.

Nothing is computed here, so nothing of the computation is imported. Charts take summaries: Altair refuses more than
5,000 rows.
"""

from . import bigrams, curves, digits, gaussian, language_model, mixtures, pipeline, station, style, telephone

__all__ = [
    "bigrams",
    "curves",
    "digits",
    "gaussian",
    "language_model",
    "mixtures",
    "pipeline",
    "station",
    "style",
    "telephone",
]
