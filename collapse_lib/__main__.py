"""The commands: each is a module with `main`, which says more.

`python -m collapse_lib experiment ...` runs the OPT experiment, and `python -m collapse_lib fetch-model` brings a real
language model for it.
"""

from __future__ import annotations

import sys
from importlib import import_module

from . import stopping

COMMANDS = {  # loaded when asked
    "experiment": "collapse_lib.experiments.language_model.command",
    "fetch-model": "collapse_lib.experiments.language_model.fetching",
}
STOPPED = "Stopped: what is finished is kept, and the same command goes on from there."


def main(arguments: list[str]) -> int:
    """Hand the rest of the command line to the command that it names first; 2 and a message if there is none such."""
    if not arguments or arguments[0] not in COMMANDS:
        print(f"usage: python -m collapse_lib {{{','.join(COMMANDS)}}} ... (--help says more)", file=sys.stderr)
        return 2
    name, *rest = arguments
    return stopping.status(lambda: import_module(COMMANDS[name]).main(rest), stopped=STOPPED)


if __name__ == "__main__":
    stopping.listen()
    sys.exit(main(sys.argv[1:]))
