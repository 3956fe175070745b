"""Let the course live elsewhere: `make adopt URL=ADDRESS`, in a fork or a copy of it.

It writes the address into _config.yml, and takes it from there to wherever it stands, as `make address` does. Authors
and licences stay as they are. The way back is the same command with the old address.
"""

from __future__ import annotations

import re
import sys
from pathlib import Path

import address
from repository import Repository, at, moved

CONFIG = "_config.yml"
IN_THE_CONFIGURATION = re.compile(r"(?m)(^repository:\r?\n(?:[ \t]+.*\n)*?[ \t]+url:[ \t]*)\S+")


def configure(root: Path, url: str) -> None:
    """Write the address into _config.yml. Raises ValueError if it has no place for it."""
    path = root / CONFIG
    text, places = IN_THE_CONFIGURATION.subn(lambda found: found[1] + url, path.read_bytes().decode())
    if places != 1:
        raise ValueError(f"{path} must have one line `url: ADDRESS` below `repository:`, got {places}")
    path.write_bytes(text.encode())


def told_already(root: Path, old: Repository, new: Repository) -> list[str]:
    """Return the files that name `new` for a reason of their own, so that the way back would change more in them."""
    return [
        path.relative_to(root).as_posix()
        for path, text in address.texts(root).items()
        if moved(moved(text, old, new), new, old) != text
    ]


def main(wanted: str, root: Path = address.ROOT) -> str:
    """Take the course below `root` to the address that is wanted, and return what to say of it.

    Raises ValueError, before anything is written, if that is not one of a repository on GitHub.
    """
    new = at(wanted)
    changed = [] if address.written(root).url == address.configured(root).url else address.main(root)  # left half-way
    also = told_already(root, address.written(root), new)
    configure(root, new.url)
    changed += address.main(root)
    if not changed:
        return f"The course lives at {new.url} already: nothing has changed."
    files = ", ".join(sorted({*changed, CONFIG}))
    said = (
        f"The course lives at {new.url} now, its pages at {new.site}/. Changed: {files}. Commit them, and in the "
        "repository's settings let GitHub Actions publish its Pages."
    )
    return said + (f" Mind, should you ever go back: {', '.join(also)} named that address before." if also else "")


if __name__ == "__main__":
    try:
        print(main(*sys.argv[1:2] or [""]))
    except ValueError as error:
        sys.exit(str(error))
