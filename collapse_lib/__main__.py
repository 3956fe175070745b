"""`python -m collapse_lib experiment ...` runs the OPT experiment; see `experiments.language_model.command`."""

from __future__ import annotations

import sys

from .experiments.language_model import command

COMMANDS = {"experiment": command.main}


def main(arguments: list[str]) -> int:
    """Hand the rest of the command line to the command that it names first; 2 and a message if there is none such."""
    if not arguments or arguments[0] not in COMMANDS:
        print(f"usage: python -m collapse_lib {{{','.join(COMMANDS)}}} ... (--help says more)", file=sys.stderr)
        return 2
    return COMMANDS[arguments[0]](arguments[1:])


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
