"""Where the course lives: the address of its repository on GitHub, what follows from it, and how it is replaced."""

from __future__ import annotations

import re
from dataclasses import dataclass

FORM = re.compile(
    r"(?:(?:https?://)?(?:www\.)?github\.com/|(?:ssh://)?git@github\.com[:/])"
    r"(?P<owner>[a-z\d](?:-?[a-z\d]){0,38})/(?P<name>[\w.-]{1,100}?)(?:\.git)?/?",
    re.IGNORECASE | re.ASCII,
)
# What stands before owner/name: there, at Colab and Binder, in a badge, and in a condition of a workflow.
AT_GITHUB = r"github\.com[/:]|githubusercontent\.com/|/github/(?:[\w-]+/)*?|/gh/|github\.repository\s*==\s*['\"]"


@dataclass(frozen=True)
class Repository:
    """Where the course lives: its address, as https://github.com/owner/name, and the branch that is read."""

    url: str
    branch: str = "main"

    @property
    def owner(self) -> str:
        """The user or the organisation that it belongs to."""
        return self.url.split("/")[-2]

    @property
    def name(self) -> str:
        """Its name, which is that of the folder that `git clone` makes."""
        return self.url.split("/")[-1]

    @property
    def site(self) -> str:
        """The address that GitHub Pages gives the published book: that of the repository USER.github.io is the root."""
        host = f"{self.owner}.github.io".lower()
        return f"https://{host}" if self.name.lower() == host else f"https://{host}/{self.name}"

    @property
    def colab(self) -> str:
        """The address below which Colab opens the repository's notebooks, each by its path."""
        return f"https://colab.research.google.com/github/{self.owner}/{self.name}/blob/{self.branch}"


def at(address: str) -> Repository:
    """Return the repository at an address as people have it at hand: with .git or a slash at its end, or as for ssh.

    Raises ValueError for anything but a repository on GitHub.
    """
    found = FORM.fullmatch(address.strip())
    if not found or found["name"] in {".", "..", ".git"}:
        form = "the address of a repository on GitHub, as https://github.com/YOU/YOUR-COURSE"
        raise ValueError(f"the course needs {form} (Colab, Binder and Pages find it there), got {address!r}")
    return Repository(f"https://github.com/{found['owner']}/{found['name']}")


def moved(text: str, old: Repository, new: Repository) -> str:
    """Return a text in which `new` stands wherever `old` is named: at GitHub, as a site, as the folder of a clone."""
    if old.name.lower() not in text.lower():
        return text  # soon said of most files
    instead = {"slug": f"{new.owner}/{new.name}", "folder": new.name, "site": new.site.removeprefix("https://")}
    end = r"(?![\w-]|\.(?!git\b)[\w-])"  # and not the beginning of a longer name
    slug, folder, site = (
        re.escape(name) for name in (f"{old.owner}/{old.name}", old.name, old.site.removeprefix("https://"))
    )
    where = re.compile(
        rf"(?P<before>{AT_GITHUB})(?P<slug>{slug}){end}"
        rf"|(?P<cd>\bcd )(?P<folder>{folder}){end}"
        rf"|(?<![\w.-])(?P<site>{site}){end}",
        re.IGNORECASE,
    )
    return where.sub(lambda found: (found["before"] or found["cd"] or "") + instead[str(found.lastgroup)], text)
