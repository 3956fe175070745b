"""Every launch button opens a notebook that is there, on the branch that is published."""

from __future__ import annotations

import re
from pathlib import Path
from urllib.parse import parse_qs, urlsplit

import address
import pytest

ROOT = Path(__file__).parents[2]
NOTEBOOKS = sorted(path.relative_to(ROOT) for path in (ROOT / "notebooks").rglob("*.ipynb"))
BUTTON = re.compile(r'href="(https://(?:colab\.research\.google\.com|mybinder\.org)/[^"]+)"')


def opened(button: str) -> tuple[str, str, str]:
    """Return the repository (owner/name), the branch and the path that a button opens."""
    parts = urlsplit(button)
    if parts.netloc == "mybinder.org":
        _, provider, owner, name, branch = parts.path.strip("/").split("/")
        assert provider == "gh"
        return f"{owner}/{name}", branch, parse_qs(parts.query)["urlpath"][0].removeprefix("lab/tree/")
    service, owner, name, kind, branch, path = parts.path.strip("/").split("/", 5)
    assert (service, kind) == ("github", "blob")
    return f"{owner}/{name}", branch, path


def test_an_address_is_read_as_its_service_means_it() -> None:
    colab = "https://colab.research.google.com/github/o/n/blob/main/notebooks/a.ipynb"
    binder = "https://mybinder.org/v2/gh/o/n/main?urlpath=lab/tree/notebooks/a.ipynb"
    assert opened(colab) == opened(binder) == ("o/n", "main", "notebooks/a.ipynb")


@pytest.mark.parametrize("notebook", NOTEBOOKS, ids=lambda path: path.stem)
def test_every_notebook_has_both_buttons_and_they_open_it(notebook: Path, built: Path) -> None:
    html = (built / notebook.with_suffix(".html")).read_text(encoding="utf-8")
    buttons = set(BUTTON.findall(html))
    repository = address.configured(ROOT).url.removeprefix("https://github.com/")
    assert {urlsplit(button).netloc for button in buttons} == {"colab.research.google.com", "mybinder.org"}
    assert {opened(button) for button in buttons} == {(repository, "main", notebook.as_posix())}


def test_every_launch_address_on_any_page_names_a_file_of_the_repository(built: Path) -> None:
    buttons = {button for page in built.rglob("*.html") for button in BUTTON.findall(page.read_text(encoding="utf-8"))}
    assert buttons
    assert [button for button in buttons if not (ROOT / opened(button)[2]).is_file()] == []
    assert {opened(button)[1] for button in buttons} == {"main"}


def test_binder_installs_the_torch_of_the_book_on_a_python_that_the_library_supports() -> None:
    pinned = re.search(r"^torch==\S+$", (ROOT / "requirements-torch.txt").read_text(encoding="utf-8"), re.MULTILINE)
    assert pinned
    assert f"{pinned[0]}+cpu\n" in (ROOT / "binder" / "requirements.txt").read_text(encoding="utf-8")
    assert (ROOT / "binder" / "runtime.txt").read_text(encoding="utf-8") == "python-3.11\n"
