"""The built site is served on a port that is free; one that is not is named, with the way to choose another."""

from __future__ import annotations

import os
import signal
import socket
import subprocess
import sys
import urllib.request
from pathlib import Path
from threading import Thread

import pytest
import serve

ROOT = Path(__file__).parents[2]


def test_a_folder_is_served(tmp_path: Path) -> None:
    (tmp_path / "index.html").write_text("a page", encoding="utf-8")
    with serve.opened("0", tmp_path) as server:
        Thread(target=server.handle_request, daemon=True).start()
        with urllib.request.urlopen(f"http://127.0.0.1:{server.server_port}/", timeout=10) as answer:
            assert answer.read() == b"a page"


def test_a_taken_port_is_told_in_one_line_that_names_the_way_out(capsys: pytest.CaptureFixture[str]) -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = str(taken.getsockname()[1])
        assert serve.main([port]) == 1
    said = capsys.readouterr().err
    assert said.startswith(
        f"the site needs a port that is free, from 1024 to 65535, got {port} (address already in use)"
    )
    assert said.endswith(": name one, as in `make serve PORT=8001`\n") and said.count("\n") == 1


@pytest.mark.parametrize("port", ["abc", "99999", "80.5", "", "0x10"])
def test_what_is_no_port_is_told_in_one_line(port: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert serve.main([port]) == 1
    said = capsys.readouterr().err
    assert f"got {port} (no such port)" in said and "PORT=" in said and said.count("\n") == 1


@pytest.mark.skipif(os.name != "posix", reason="needs signals")
def test_ctrl_c_ends_it_with_one_line_and_no_complaint() -> None:
    command = [sys.executable, ROOT / "tools" / "serve.py", "0"]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True) as process:
        assert process.stdout and process.stdout.readline().startswith("The site is at http://localhost:")
        process.send_signal(signal.SIGINT)
        said, complaint = process.communicate(timeout=30)
    assert (said.strip(), complaint, process.returncode) == ("No longer served.", "", 0)


def test_make_serves_with_it() -> None:
    assert "\n\t@$(BIN)/python tools/serve.py $(PORT)\n" in (ROOT / "Makefile").read_text(encoding="utf-8")
