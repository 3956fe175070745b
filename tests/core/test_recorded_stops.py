"""A recording that fails or is stopped says so in one line: what is kept, and how to go on."""

from __future__ import annotations

import errno
import os
import re
import signal
import subprocess
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from recordings import failing, let_runs_be, main, one

from collapse_lib import recorded
from collapse_lib.experiments import bigrams
from collapse_lib.recorded import making, storing

FAULTS = [
    FileNotFoundError("no text"),
    ValueError("too small a text"),
    ImportError("no torch"),
    RuntimeError("another works here"),
]


@pytest.mark.parametrize("error", FAULTS, ids=repr)
def test_what_is_missing_is_said_in_one_line(
    error: Exception, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    let_runs_be(monkeypatch, a=failing(error))
    assert main("a", "--into", tmp_path / "new") == 1
    assert capsys.readouterr().err == f"a is not recorded: {error}\n"
    assert not list(tmp_path.iterdir())


@pytest.mark.parametrize(
    ("text", "message"),
    [
        (None, "WikiText-2 not found in"),
        ("", "a corpus must hold at least one word, got none in"),
        ("= A =\n\n a few words \n", "a corpus must hold at least 10 articles"),
        ("\n".join(f"= {i} =\n\n a word \n" for i in range(20)), "a block must hold at least 1 token"),
    ],
    ids=["none", "empty", "a few articles", "a few words"],
)
def test_too_little_text_is_said_in_one_line(
    text: str | None,
    message: str,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    monkeypatch.setenv("COLLAPSE_DATA", str(tmp_path))
    for split in ("valid", "test") if text is not None else ():
        (tmp_path / "wikitext-2").mkdir(exist_ok=True)
        (tmp_path / "wikitext-2" / f"{split}.txt").write_text(text or "", encoding="utf-8")
    assert main("vocabulary", "--into", tmp_path / "new") == 1
    said = capsys.readouterr().err
    assert said.startswith(f"vocabulary is not recorded: {message}") and said.count("\n") == 1


def test_one_that_fails_does_not_keep_the_others_and_is_named_at_the_end(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    let_runs_be(monkeypatch, a=failing(ValueError("no text")), b=failing(KeyError("a fault")), c=one)
    assert main("--all", "--into", tmp_path) == 1
    said = capsys.readouterr().err
    assert said.startswith("a is not recorded: no text\nb is not recorded, for a fault in the library:\nTraceback")
    again = f"python -m collapse_lib.recorded a b --into {tmp_path}"
    assert said.endswith(f"2 of 3 runs failed. To record what is left: {again}\n")
    assert [path.name for path in tmp_path.iterdir()] == ["c"]


# When the folder can no longer be written to


def filled_up(*places: Path) -> Callable[..., None]:
    """Return what storing does once the disk of these folders is full."""

    def store(name: str, tables: Any, told: Any, folder: Path) -> None:
        if any(folder.is_relative_to(place) for place in places):
            raise OSError(errno.ENOSPC, f"the disk is full, {folder / name} was not written")
        storing.store(name, tables, told, folder)

    return store


@pytest.mark.parametrize("also", [False, True], ids=["it alone", "and that of temporary files"])
def test_what_was_computed_is_kept_elsewhere_when_the_disk_has_filled_up(
    also: bool, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    into, temporary, here = (tmp_path / name for name in ("into", "temporary", "here"))
    for folder in (into, temporary, here):
        folder.mkdir()
    monkeypatch.chdir(here)
    monkeypatch.setattr(tempfile, "tempdir", str(temporary))
    monkeypatch.setattr(making, "store", filled_up(into, *([temporary] if also else [])))
    let_runs_be(monkeypatch, a=one)
    assert main("a", "--into", into) == 1
    said = capsys.readouterr().err
    assert said.startswith(f"a is not recorded: the disk is full, {into / 'a'} was not written. Nothing is lost")
    found = re.search(r"computed: (cp -r (\S+) \S+) brings it there\n$", said)
    assert found and Path(found[2]).is_relative_to(here if also else temporary)
    subprocess.run(found[1].split(), check=True)
    monkeypatch.setattr(recorded, "FOLDER", into)
    assert recorded.load("a").x.to_list() == [1] and recorded.provenance("a")["seed"] == 1


# Ctrl-C


def test_a_recording_that_is_stopped_says_what_is_kept_and_how_to_go_on(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    let_runs_be(monkeypatch, a=one, b=failing(KeyboardInterrupt()), c=one)
    again = f"To record what is left: python -m collapse_lib.recorded b c --into {tmp_path}\n"
    assert main("--all", "--into", tmp_path) == 130
    assert capsys.readouterr().err == f"stopped in b: what is recorded in {tmp_path} is whole. {again}"
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr(bigrams, "WORK", Path("_record"), raising=False)
    Path("_record").mkdir()
    assert main("b", "c", "--into", tmp_path) == 130
    kept = "what b has finished is kept in _record"
    assert capsys.readouterr().err == f"stopped in b: what is recorded in {tmp_path} is whole; {kept}. {again}"


@pytest.mark.skipif(os.name != "posix", reason="needs signals")
def test_ctrl_c_in_a_terminal_is_one_line(tmp_path: Path) -> None:
    script = (
        "import sys, time; from collapse_lib.experiments import bigrams; from collapse_lib.recorded import __main__\n"
        "bigrams.record = lambda: (print('computing', flush=True), time.sleep(60))\n"
        f"sys.exit(__main__.main(['vocabulary', '--into', {str(tmp_path)!r}]))"
    )
    pipes = {"stdout": subprocess.PIPE, "stderr": subprocess.PIPE, "text": True}
    with subprocess.Popen([sys.executable, "-c", script], **pipes) as process:
        assert process.stdout and process.stdout.readline() == "computing\n"
        process.send_signal(signal.SIGINT)
        said = process.communicate(timeout=30)[1]
    assert said.startswith("stopped in vocabulary: ") and said.count("\n") == 1
    assert process.returncode == 130
