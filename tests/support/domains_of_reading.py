"""The domains of `data.reading`."""

from __future__ import annotations

from hashlib import sha256
from pathlib import Path
from tempfile import TemporaryDirectory

from domains import Border, arguments
from hypothesis import strategies as st
from things import NO_TEXTS

from collapse_lib.data import reading

FOLDER = TemporaryDirectory()
PIECES = st.lists(
    st.sampled_from(["a", "gull", " ", "\n", "\r\n", "\r", "é", "\ufeff", "\u200b", "\t", "😀", "\u200d"])
)
TEXTS = PIECES.map("".join)
NO_UTF8 = [
    b"a\0",
    b"\xff\xfe",
    "gull".encode("utf-16"),
    "gull".encode("utf-32"),
    "é".encode("latin-1"),
    b"\xc3",
    b"\x80a",
]


def file_of(content: bytes) -> Path:
    """Return a file that holds this."""
    path = Path(FOLDER.name) / sha256(content).hexdigest()
    path.write_bytes(content)
    return path


def as_written(found, path):
    text = path.read_bytes().decode().removeprefix("\ufeff")
    assert found.split("\n") == text.replace("\r\n", "\n").replace("\r", "\n").split("\n") and "\r" not in found


def nothing_unseen(found, line):
    assert not reading.UNSEEN.keys() & set(map(ord, found)) and found == found.strip() == reading.visible(found)


ROOM = reading
TABLE = {
    "read": Border(
        reading.read,
        arguments(path=TEXTS.map(str.encode).map(file_of)),
        as_written,
        {"path": st.sampled_from([None, 3, "text.txt", b"text.txt", [Path()], True])},
        apart=st.sampled_from(NO_UTF8).map(lambda content: {"path": file_of(content)}),
    ),
    "visible": Border(reading.visible, arguments(line=TEXTS), nothing_unseen, {"line": NO_TEXTS}),
}
