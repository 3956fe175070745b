"""A page may load what the site serves and nothing else, and run no script that stands in the text.

The content security policy says so to the browser. To satisfy it, scripts within the text (the cards of guesses bring
one along, for Lab and Colab) move to files named by their content, each loaded once. Styles move to the head.
"""

from __future__ import annotations

import base64
import hashlib
import re
from pathlib import Path
from typing import Any

from sphinx.application import Sphinx

SCRIPT = re.compile(r"<script(?: type=\"(?:text|application)/javascript\")?>(.*?)</script>", re.DOTALL)
STYLE = re.compile(r"<style(?P<scoped> scoped)?>(?P<rules>.*?)</style>", re.DOTALL)
FOLDER = "_static/inline"


def policy(*scripts: str) -> str:
    """Return the <meta> element that allows files of the site, and these inline scripts."""
    hashes = " ".join(f"'sha256-{_sha256(script)}'" for script in scripts)
    rules = {
        "default-src": "'none'",
        "script-src": f"'self' {hashes}".strip(),
        "style-src": "'self' 'unsafe-inline'",
        "img-src": "'self' data:",
        "font-src": "'self'",
        "connect-src": "'self'",
        "form-action": "'self'",
        "base-uri": "'none'",
    }
    content = "; ".join(f"{name} {value}" for name, value in rules.items())
    return f'<meta http-equiv="Content-Security-Policy" content="{content}">'


def _sha256(script: str) -> str:
    return base64.b64encode(hashlib.sha256(script.encode()).digest()).decode()


def moved_out(body: str) -> tuple[str, dict[str, str], list[str]]:
    """Return the body without scripts and styles, the scripts by the names of their files, and the styles.

    A style that pandas scopes to one table is dropped: the site's own sheet dresses tables.
    """
    scripts = {hashlib.sha256(code.encode()).hexdigest()[:12] + ".js": code for code in SCRIPT.findall(body)}
    styles = dict.fromkeys(found["rules"] for found in STYLE.finditer(body) if not found["scoped"])
    return STYLE.sub("", SCRIPT.sub("", body)), scripts, list(styles)


def apply(app: Sphinx, page: str, template: str, context: dict[str, Any], doctree: object) -> None:
    """Move what may not stay, and write the policy of the page."""
    body, scripts, styles = moved_out(context.get("body", ""))
    context["body"] = body
    context["colours"] = "".join([context.get("colours", ""), *styles])
    for name, code in scripts.items():
        file = Path(app.outdir) / FOLDER / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(code, encoding="utf-8")
    context["moved_scripts"] = [f"{FOLDER}/{name}" for name in scripts]
    context["content_policy"] = policy(*([context["theme_script"]] if "theme_script" in context else []))


def setup(app: Sphinx) -> dict[str, bool]:
    """Register with Sphinx."""
    app.connect("html-page-context", apply, priority=900)
    return {"parallel_read_safe": True, "parallel_write_safe": True}
