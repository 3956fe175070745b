"""Mathematics as MathML, made while the book is built: no script on the page, and a screen reader can speak it.

latex2mathml reads the LaTeX; what its output lacks for browsers (they know MathML Core) is put right here. Browsers do
not break a formula either, so a long one within a line becomes several, each of which begins with its relation.
"""

from __future__ import annotations

import re
import unicodedata
from html import escape
from xml.etree import ElementTree

from docutils import nodes
from latex2mathml.converter import convert
from sphinx.application import Sphinx
from sphinx.config import Config
from sphinx.util import logging
from sphinx.writers.html5 import HTML5Translator

ALPHABETS = {"double-struck": "DOUBLE-STRUCK", "script": "SCRIPT"}
LETTER = re.compile(r'<mi mathvariant="(double-struck|script)">([A-Z])</mi>')
CAPITAL_GREEK = re.compile(r"<mi>(&#x003[9A][0-9A-F];)</mi>")
FUNCTION = re.compile(r"<mi>([a-z]{2,})</mi>(?!<mo[^>]*>&#x00028;)")
THIN, WIDE = '<mspace width="0.167em"/>', "2em"
RELATIONS = "=<>≤≥≈→"
LONG = 18  # characters, on a telephone half a line
logger = logging.getLogger(__name__)


def mathml(latex: str, *, display: str = "inline") -> str:
    """Return `latex` as MathML; `display` is inline or block.

    Raises ValueError if a command is not understood.
    """
    made = convert(latex, display=display)
    if unknown := re.search(r"\\\w+", made):
        raise ValueError(f"every command of a formula must be known, got {unknown[0]} in {latex!r}")
    made = LETTER.sub(_letter, made)
    made = CAPITAL_GREEK.sub(r'<mi mathvariant="normal">\1</mi>', made)
    made = FUNCTION.sub(rf"<mi>\1</mi>{THIN}", made)
    made = re.sub(r"(?<=</mi>)(?=<mi>[a-z]{2,}</mi>)", THIN, made)
    made = made.replace("<mo>&#x0221E;</mo>", "<mi>&#x0221E;</mi>")
    made = made.replace("<mo>&#x0002F;</mo>", '<mo lspace="0" rspace="0">/</mo>')
    made = made.replace(' xmlns="http://www.w3.org/1998/Math/MathML"', "").replace(' display="inline"', "")
    root = ElementTree.fromstring(made)
    return _apart(root) if display == "block" else _breakable(root)


def _breakable(root: ElementTree.Element) -> str:
    """Return a formula within a line as it is if it is short, else cut before each relation."""
    parts: list[list[ElementTree.Element]] = [[]]
    long = len("".join(root.itertext())) > LONG
    for element in root[0]:
        if long and element.tag == "mo" and (element.text or "") in RELATIONS:
            element.set("form", "infix")
            parts.append([])
        parts[-1].append(element)
    return "<wbr>".join(_written(part, "<math>") for part in parts if part)


def _apart(root: ElementTree.Element) -> str:
    """Return the parts of a formula of its own that wide spaces set apart: a telephone shows them in several lines."""
    parts: list[list[ElementTree.Element]] = [[]]
    for element in root[0]:
        words_only = all(before.tag == "mtext" for before in parts[-1])
        if element.tag == "mspace" and element.get("width") == WIDE and not words_only:
            parts.append([])
        else:
            parts[-1].append(element)
    return "".join(_written(part, '<math display="block">') for part in parts if part)


def _written(part: list[ElementTree.Element], start: str) -> str:
    inner = "".join(ElementTree.tostring(element, encoding="unicode") for element in part)
    return f"{start}<mrow>{inner}</mrow></math>"


def _letter(found: re.Match[str]) -> str:
    """Return the letter itself in that alphabet: browsers ignore the attribute that asks for one."""
    for prefix in ("MATHEMATICAL ", ""):
        try:
            return f"<mi>{unicodedata.lookup(f'{prefix}{ALPHABETS[found[1]]} CAPITAL {found[2]}')}</mi>"
        except KeyError:
            continue
    return found[0]


def _checked(translator: HTML5Translator, node: nodes.Element, display: str) -> str:
    try:
        return mathml(node.astext(), display=display)
    except ValueError as error:
        logger.warning("%s", error, location=node)
        return escape(node.astext())


def visit_inline(translator: HTML5Translator, node: nodes.math) -> None:
    """Write a formula within a line."""
    translator.body.append(_checked(translator, node, "inline"))
    raise nodes.SkipNode


def visit_block(translator: HTML5Translator, node: nodes.math_block) -> None:
    """Write a formula of its own."""
    start = translator.starttag(node, "span", CLASS="math")  # no <div>: it may stand within a paragraph
    translator.body.append(f"{start}{_checked(translator, node, 'block')}</span>\n")
    raise nodes.SkipNode


def choose(app: Sphinx, config: Config) -> None:
    """Make this the way in which HTML shows mathematics; $$ makes a formula of its own wherever it is, as in Lab."""
    config.html_math_renderer = "mathml"
    config.myst_dmath_double_inline = True
    config.myst_update_mathjax = False
