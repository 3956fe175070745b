"""The built site on this machine as GitHub Pages serves it: compressed, kept for ten minutes, with its own 404 page."""

from __future__ import annotations

import gzip
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from functools import lru_cache
from http import HTTPStatus
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread

COMPRESSED = ("text/", "application/javascript", "application/json", "application/xml", "image/svg+xml")
KEPT = "max-age=600"


@dataclass(frozen=True)
class Sent:
    """One answer: the path that was asked for, the status, and the size of the body on the wire, in bytes."""

    path: str
    status: int
    size: int


@dataclass
class Server:
    """A running server: its address, without a slash at its end, and all that it has sent."""

    address: str
    sent: list[Sent] = field(default_factory=list)


@lru_cache(maxsize=256)
def _body(file: Path, changed: int, *, compressed: bool) -> bytes:
    body = file.read_bytes()
    return gzip.compress(body, compresslevel=6, mtime=0) if compressed else body


class _Pages(SimpleHTTPRequestHandler):
    protocol_version = "HTTP/1.1"

    def __init__(self, *connection: object, folder: Path, sent: list[Sent]) -> None:
        self.sent = sent
        super().__init__(*connection, directory=str(folder))  # type: ignore[arg-type]

    def do_GET(self) -> None:
        """Answer with the file, or with the page that says that there is none."""
        asked = Path(self.translate_path(self.path))
        file = asked / "index.html" if asked.is_dir() else asked
        if file.is_file():
            self._answer(HTTPStatus.OK, file)
        else:
            self._answer(HTTPStatus.NOT_FOUND, Path(self.directory) / "404.html")

    def _answer(self, status: HTTPStatus, file: Path) -> None:
        kind = self.guess_type(file)
        compressed = kind.startswith(COMPRESSED) and "gzip" in self.headers.get("Accept-Encoding", "")
        body = _body(file, file.stat().st_mtime_ns, compressed=compressed) if file.is_file() else b""
        self.sent.append(Sent(self.path, status, len(body)))
        self.send_response(status)
        self.send_header("Content-Type", kind)
        self.send_header("Content-Length", str(len(body)))
        self.send_header("Cache-Control", KEPT)
        if compressed:
            self.send_header("Content-Encoding", "gzip")
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *_: object) -> None:
        """Say nothing: `sent` holds what was asked for."""


@contextmanager
def serving(folder: Path) -> Iterator[Server]:
    """Serve `folder` on a free port of the loopback address for as long as the context lasts."""
    sent: list[Sent] = []

    def answer(*connection: object) -> _Pages:
        return _Pages(*connection, folder=folder, sent=sent)

    with ThreadingHTTPServer(("127.0.0.1", 0), answer) as server:
        Thread(target=server.serve_forever, daemon=True).start()
        yield Server(f"http://127.0.0.1:{server.server_port}", sent)
        server.shutdown()
