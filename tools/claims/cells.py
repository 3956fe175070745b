"""The strings of code cells that a reader sees.

They are the cell's title, which stands after `# @title`, and every string with a word and a blank in it. Others are
names: keys, columns, colours, formats; so are "10% kept" and "digit 8", of a policy and a column, as whole strings. In
calls of `guesses` it is every string but the key, for an option may be one word. What an f-string computes is an
ellipsis here. What a table is asked with, `.query("generation == 9")`, is code.
"""

from __future__ import annotations

import ast
import json
import re
from collections.abc import Iterator
from pathlib import Path

HOLE = "…"
_MAGIC = re.compile(r"(?m)^(\s*)[%!].*$")
_WORDS = re.compile(r"(?s)(?=.*\s)(?!(?:\d+% \w+|\w+ \d+)$).*[^\W\d_]{2}")
_TITLE = re.compile(r"(?m)^# @title (.*?)\s*(?:\{[^}]*\})?$")


def strings(page: Path) -> list[str]:
    """Return the strings of all code cells of a notebook; of another page there are none."""
    if page.suffix != ".ipynb":
        return []
    cells = json.loads(page.read_text(encoding="utf-8"))["cells"]
    return [text for cell in cells if cell["cell_type"] == "code" for text in seen("".join(cell["source"]))]


def seen(source: str) -> Iterator[str]:
    """Yield the title of a cell and its strings, as far as a reader sees them."""
    yield from _TITLE.findall(source)
    tree = ast.parse(_MAGIC.sub(r"\1pass", source))
    keys, shown = set(), set()
    for call in ast.walk(tree):
        if not isinstance(call, ast.Call):
            continue
        if ast.unparse(call.func).startswith("guesses."):
            keys.update(map(id, call.args[:1]))
            shown.update(id(part) for part in ast.walk(call))
        elif isinstance(call.func, ast.Attribute) and call.func.attr == "query":
            keys.update(map(id, call.args))
    yield from (
        text for node, text in _texts(tree) if id(node) not in keys and (id(node) in shown or _WORDS.match(text))
    )


def _texts(node: ast.AST) -> Iterator[tuple[ast.AST, str]]:
    """Yield every string with its node; an f-string is one, and what it computes is not looked into."""
    if isinstance(node, ast.JoinedStr):
        yield node, "".join(part.value if isinstance(part, ast.Constant) else HOLE for part in node.values)
    elif isinstance(node, ast.Constant) and isinstance(node.value, str):
        yield node, node.value
    else:
        for child in ast.iter_child_nodes(node):
            yield from _texts(child)
