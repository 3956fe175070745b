"""The extension is one: one setup registers all there is, and nothing else registers or fills anything by itself."""

from __future__ import annotations

import ast
import inspect
from importlib import import_module
from pathlib import Path
from typing import Any

import course
import pytest
import yaml
from sphinx.application import Sphinx
from sphinx.transforms.post_transforms import SphinxPostTransform
from sphinx.util.docutils import SphinxDirective

ROOT = Path(__file__).parents[2]
PACKAGE = ROOT / "book" / "_ext" / "course"
OTHERS = sorted(path for path in PACKAGE.rglob("*.py") if path != PACKAGE / "__init__.py")
FOR_ONE_PAGE = {"add_js_file"}  # while its context is made, Sphinx takes it for that page alone
REGISTERING = {name for name in dir(Sphinx) if name.startswith("add_")} - FOR_ONE_PAGE | {"connect", "setup_extension"}
Call = tuple[str, tuple[Any, ...]]


class Recorder:
    """Stands in for Sphinx, and notes what it is asked to register."""

    def __init__(self) -> None:
        self.calls: list[Call] = []

    def __getattr__(self, name: str) -> Any:
        return lambda *args, **_: self.calls.append((name, args))


@pytest.fixture
def registered() -> list[Call]:
    app = Recorder()
    course.setup(app)
    return app.calls


def name(path: Path) -> str:
    return ".".join(path.relative_to(PACKAGE.parent).with_suffix("").parts).removesuffix(".__init__")


def found(path: Path, *kinds: type[ast.AST]) -> list[Any]:
    return [node for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))) if isinstance(node, kinds)]


def test_the_extensions_folder_is_one_package() -> None:
    assert [path.name for path in PACKAGE.parent.iterdir() if path.name != "__pycache__"] == ["course"]


def test_the_book_lists_it_once() -> None:
    config = yaml.safe_load((ROOT / "_config.yml").read_text(encoding="utf-8"))["sphinx"]
    assert config["local_extensions"] == {"course": "book/_ext"}
    assert config["config"]["extensions"].count("course") == 1


def test_pages_may_be_read_and_written_in_parallel() -> None:
    assert course.setup(Recorder()) == {"parallel_read_safe": True, "parallel_write_safe": True}


def test_one_handler_fills_the_context_of_a_page(registered: list[Call]) -> None:
    assert [args[0] for what, args in registered if what == "connect"].count("html-page-context") == 1


def test_every_transform_and_directive_is_registered(registered: list[Call]) -> None:
    defined = {
        thing
        for path in OTHERS
        for thing in vars(import_module(name(path))).values()
        if inspect.isclass(thing) and issubclass(thing, SphinxPostTransform | SphinxDirective)
        if thing.__module__.startswith("course.")
    }
    assert len(defined) >= 5
    assert defined == {thing for _, args in registered for thing in args if thing in defined}


@pytest.mark.parametrize("path", OTHERS, ids=name)
def test_no_other_module_registers_anything(path: Path) -> None:
    assert "setup" not in [node.name for node in found(path, ast.FunctionDef, ast.AsyncFunctionDef)]
    called = [node.func.attr for node in found(path, ast.Call) if isinstance(node.func, ast.Attribute)]
    assert [attribute for attribute in called if attribute in REGISTERING] == []


@pytest.mark.parametrize("path", [path for path in OTHERS if path.name != "page.py"], ids=name)
def test_no_part_leaves_anything_in_the_context_of_a_page(path: Path) -> None:
    assert "context" not in {node.arg for node in found(path, ast.arg)}
