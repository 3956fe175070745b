"""JupyterLab with the network cut: a server of its own, and a browser that reaches nobody else."""

from __future__ import annotations

import os
import re
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import nbformat
from nbformat import NotebookNode
from nbformat.sign import NotebookNotary

PATIENCE = 120  # seconds, on a busy machine
LONGEST = 600  # seconds: a whole chapter is run
WRONG = re.compile(
    r"Error loading|Error displaying|model not found|Javascript Error|Traceback|^\w*Error:", re.MULTILINE
)
OUTPUTS = ".jp-Notebook .jp-OutputArea-output"
TO_BE_SEEN = """() => {
  const seen = (selector) => [...document.querySelectorAll(`.jp-Notebook ${selector}`)].filter((picture) => {
    const { width, height } = picture.getBoundingClientRect();
    return width > 100 && height > 60 && (picture.naturalWidth ?? 1) > 0;
  }).length;
  return {
    charts: seen(".vega-embed :is(canvas, svg.marks)"),
    explorables: seen("figure.explorable .explorable-live"),
    pictures: seen(".jp-RenderedImage img") + seen("figure:not(.live) img.explorable-picture"),
  };
}"""

# A notebook that is asked to run before its kernel is chosen asks back, in a dialog, which one it should be.
KERNEL_READY = "async () => { await jupyterapp.restored; await jupyterapp.shell.currentWidget.sessionContext.ready; }"
CARRIED_OUT = """([name, limit]) => Promise.race([
  jupyterapp.commands.execute(name),
  new Promise((_, reject) => setTimeout(() => {
    const asked = document.querySelector(".jp-Dialog")?.innerText ?? "no dialog";
    reject(new Error(`${name} must end within ${limit / 1000} seconds, and has not: ${asked}`));
  }, limit)),
])"""


@dataclass(frozen=True)
class Lab:
    """A running JupyterLab: its address, the folder that it serves, and the one in which it keeps whom it trusts."""

    address: str
    folder: Path
    data: Path

    def keep(self, name: str, notebook: NotebookNode, *, trusted: bool) -> None:
        """Put a notebook into the folder; trusted is one that was run here."""
        nbformat.write(notebook, self.folder / name)
        notary = NotebookNotary(data_dir=str(self.data))
        (notary.sign if trusted else notary.unsign)(nbformat.read(self.folder / name, as_version=4))


@contextmanager
def running(folder: Path) -> Iterator[Lab]:
    """Run JupyterLab on `folder`/work, with a home of its own beside it, for as long as the context lasts."""
    work, data = folder / "work", folder / "data"
    work.mkdir()
    data.mkdir()
    settings = folder / "settings" / "@jupyterlab" / "notebook-extension" / "tracker.jupyterlab-settings"
    settings.parent.mkdir(parents=True)
    settings.write_text('{"windowingMode": "none"}', encoding="utf-8")  # so that all cells are there to be looked at
    port = _free_port()
    options = [
        *("--no-browser", "--allow-root", "--ip=127.0.0.1", f"--port={port}", "--ServerApp.port_retries=0"),
        *("--IdentityProvider.token=", "--LabApp.expose_app_in_browser=True", f"--ServerApp.root_dir={work}"),
    ]
    places = {"DATA": data, "CONFIG": folder / "config", "RUNTIME": folder / "runtime"}
    ours = {f"JUPYTER_{name}_DIR": str(place) for name, place in places.items()}
    ours |= {"HOME": str(folder), "JUPYTERLAB_SETTINGS_DIR": str(folder / "settings")}
    with (folder / "log").open("w") as log:
        command = [sys.executable, "-m", "jupyterlab", *options]
        server = subprocess.Popen(command, env={**os.environ, **ours}, stdout=log, stderr=log)
        try:
            _wait_for(f"http://127.0.0.1:{port}/api", folder / "log")
            yield Lab(f"http://127.0.0.1:{port}", work, data)
        finally:
            server.terminate()
            server.wait(PATIENCE)


@contextmanager
def opened(browser: Any, lab: Lab, name: str) -> Iterator[tuple[Any, list[str]]]:
    """Open a notebook where nothing but JupyterLab can be reached; yield the page, and whom else it asked."""
    context = browser.new_context(viewport={"width": 1280, "height": 900})
    context.set_default_timeout(PATIENCE * 1000)
    asked: list[str] = []

    def cut(route: Any) -> None:
        if urlsplit(route.request.url).netloc == urlsplit(lab.address).netloc:
            route.continue_()
        else:
            asked.append(route.request.url)
            route.abort()

    context.route(re.compile("^(http|ws)"), cut)
    page = context.new_page()
    page.goto(f"{lab.address}/lab/tree/{name}?reset")
    page.locator(".jp-Notebook .jp-CodeCell").first.wait_for()
    page.evaluate(KERNEL_READY)
    yield page, asked
    context.close()


def command(page: Any, name: str) -> None:
    """Have JupyterLab carry out one of its commands, as from its menu; if it does not end, raise what a dialog asks."""
    page.evaluate(CARRIED_OUT, [name, LONGEST * 1000])


def complaints(page: Any) -> list[str]:
    """Return what outputs say that nobody should read."""
    return [text[:200] for text in page.locator(OUTPUTS).all_inner_texts() if WRONG.search(text)]


def to_be_seen(page: Any, number: int) -> dict[str, int]:
    """Return how many charts and explorables are live and how many are pictures, once there are `number` of them."""
    deadline = time.monotonic() + PATIENCE / 4
    while sum((seen := page.evaluate(TO_BE_SEEN)).values()) < number and time.monotonic() < deadline:
        page.wait_for_timeout(250)
    return seen


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def _wait_for(address: str, log: Path) -> None:
    deadline = time.monotonic() + PATIENCE
    while time.monotonic() < deadline:
        with suppress(OSError):
            urllib.request.urlopen(address, timeout=5).close()
            return
        time.sleep(0.25)
    raise TimeoutError(f"JupyterLab must answer within {PATIENCE} seconds, got: {log.read_text('utf-8')[-2000:]}")
