"""Serve the built site on this machine: `python tools/serve.py 8000`, which is what `make serve` runs."""

from __future__ import annotations

import argparse
import sys
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

SITE = Path(__file__).parents[1] / "_build" / "html"
HERE = "127.0.0.1"


def opened(port: str, site: Path) -> ThreadingHTTPServer:
    """Return a server of `site` at a port of this machine. Raises ValueError that names PORT if it cannot be had."""
    answer = partial(SimpleHTTPRequestHandler, directory=str(site))
    try:
        return ThreadingHTTPServer((HERE, int(port)), answer)
    except (OSError, OverflowError, ValueError) as error:
        reason = error.strerror.lower() if isinstance(error, OSError) and error.strerror else "no such port"
        message = f"the site needs a port that is free, from 1024 to 65535, got {port} ({reason}): name one, as in"
        raise ValueError(f"{message} `make serve PORT=8001`") from error


def main(arguments: list[str] | None = None) -> int:
    """Serve until Ctrl-C; 1 and a message if the port cannot be had."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("port", nargs="?", default="8000")
    try:
        server = opened(parser.parse_args(arguments).port, SITE)
    except ValueError as error:
        print(error, file=sys.stderr)
        return 1
    with server:
        try:
            print(f"The site is at http://localhost:{server.server_port} until Ctrl-C", flush=True)
            server.serve_forever()
        except KeyboardInterrupt:
            print("\nNo longer served.")
    return 0


if __name__ == "__main__":
    sys.exit(main())
