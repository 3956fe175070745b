"""Text files as people bring them: saved by whichever editor, on whichever system."""

from __future__ import annotations

import codecs
from pathlib import Path

from .. import checks

ADVICE = "save it as UTF-8"
_OTHERS = {  # UTF-32's mark begins as UTF-16's does
    codecs.BOM_UTF32_LE: "UTF-32",
    codecs.BOM_UTF32_BE: "UTF-32",
    codecs.BOM_UTF16_LE: "UTF-16",
    codecs.BOM_UTF16_BE: "UTF-16",
}
# What is not seen and says nothing: marks of byte order, of direction and of where a line may break. What joins letters
# stays, for Persian, Hindi and emoji are written with it.
UNSEEN = dict.fromkeys([0xAD, 0x180E, 0x200B, 0x200E, 0x200F, *range(0x202A, 0x202F), *range(0x2060, 0x206A), 0xFEFF])


def read(path: Path) -> str:
    r"""Return the text of a file, without a byte-order mark, its lines ended by \n.

    Raises ValueError that names the file if it is not UTF-8: in UTF-16, say, or with a NUL byte, as no text has;
    TypeError for what is no path.
    """
    checks.instance(path, Path, "path")
    data = path.read_bytes()
    for mark, encoding in _OTHERS.items():
        if data.startswith(mark):
            raise ValueError(f"text must be UTF-8, got {encoding} in {path}; {ADVICE}")
    if (nul := data.find(b"\0")) >= 0:
        raise ValueError(f"text must be UTF-8, got a NUL byte at position {nul} of {path}; {ADVICE}")
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        at = f"byte 0x{data[error.start]:02x} at position {error.start} of {path}"
        raise ValueError(f"text must be UTF-8, got {at}; {ADVICE}") from error
    return text.replace("\r\n", "\n").replace("\r", "\n")


def visible(line: str) -> str:
    """Return a line without the characters that nobody sees, and without blanks at its ends; refuse what is no text."""
    checks.instance(line, str, "line")
    return line.translate(UNSEEN).strip()
