"""A page may load what the site serves and nothing else, and run no script that stands in the text.

The content security policy says so to the browser. To satisfy it, scripts within the text (the cards of guesses bring
one along, for Lab and Colab) move to files named by their content, each loaded once. Styles move to the head.
"""

from __future__ import annotations

import base64
import hashlib
import re
from pathlib import Path

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


def written(scripts: dict[str, str], site: Path) -> list[str]:
    """Write each script into its file below `site`, and return the files' names."""
    for name, code in scripts.items():
        file = site / FOLDER / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(code, encoding="utf-8")
    return [f"{FOLDER}/{name}" for name in scripts]
