"""The toy language, made up for the course: a truth that ships as code, for wherever there is no network.

`LANGUAGE` is a `Sampler`: `LANGUAGE.sample(1000, rng=rng)` writes a thousand sentences about keepers, bitterns and
bellringers, and `LANGUAGE.log_probability` knows how likely each of them was. `lexicon` and `grammar` are the data.
"""

from .grammar import GRAMMAR
from .language import Language
from .lexicon import DOMAINS, SHARED

LANGUAGE = Language(GRAMMAR, DOMAINS, SHARED)
