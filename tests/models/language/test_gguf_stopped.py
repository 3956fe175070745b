"""The conversion of a GGUF file that is stopped, killed, or done twice at once leaves a whole folder or none."""

from __future__ import annotations

import os
from concurrent.futures import ThreadPoolExecutor

import pytest
import tiny_gguf
from tiny_gguf import left_in

from collapse_lib.models.language import gguf
from collapse_lib.wheels import file_digest


def test_one_that_is_stopped_half_way_leaves_nothing(file, own_cache, monkeypatch):
    def stop(*_):
        assert left_in(own_cache) == [f"{file_digest(file)}.new"]  # it works aside
        raise KeyboardInterrupt

    monkeypatch.setattr(gguf, "_provenance", stop)
    with pytest.raises(KeyboardInterrupt):
        gguf.converted(file)
    assert left_in(own_cache) == []


def test_one_that_is_killed_half_way_is_not_taken_for_whole_and_the_next_one_clears_up(file, own_cache, monkeypatch):
    child = os.fork()
    if not child:
        try:
            monkeypatch.setattr(gguf, "_provenance", lambda *_: os.kill(os.getpid(), 9))
            gguf.converted(file)
        finally:
            os._exit(1)  # or two of us would go on
    assert os.waitpid(child, 0)[1] == 9
    assert left_in(own_cache) == [f"{file_digest(file)}.new"]
    (own_cache / f"{file_digest(file)}.new" / "half").touch()
    assert gguf.there(file_digest(file)) is None
    assert not (gguf.converted(file) / "half").exists()
    assert left_in(own_cache) == [file_digest(file)]


def test_two_at_once_wait_for_each_other_and_read_the_file_once(file, own_cache, monkeypatch):
    read, times = gguf._read, []
    monkeypatch.setattr(gguf, "_read", lambda path: times.append(path) or read(path))
    with ThreadPoolExecutor(2) as pool:
        assert set(pool.map(gguf.converted, [file, file])) == {own_cache / file_digest(file)}
    assert times == [file]


def test_a_full_disk_is_said_before_it_is_written_to(file, own_cache, monkeypatch):
    asked = []
    monkeypatch.setattr(gguf, "writable", lambda folder, room=0: asked.append((folder.mkdir(exist_ok=True), room)))
    gguf.converted(file)
    assert [room for _, room in asked] == [0, 4 * tiny_gguf.weight_count()]
