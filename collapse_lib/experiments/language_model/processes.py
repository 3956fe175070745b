"""Processes side by side that outlive neither what they were started for nor their parent."""

from __future__ import annotations

import os
import signal
import threading
from collections.abc import Callable, Iterator
from concurrent.futures import Executor, Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from contextlib import contextmanager
from multiprocessing import active_children, get_context, parent_process
from typing import Any

from tqdm import tqdm

from ... import stopping


@contextmanager
def processes(most: int) -> Iterator[Executor]:
    """Hold up to `most` processes, each begun when there is work for it. If the block fails, they are killed.

    Raises RuntimeError that says what to do if one of them ended before its work did.
    """
    others = set(active_children())
    with _Pool(most, mp_context=get_context("spawn"), initializer=_begin) as pool:
        try:
            yield pool
        except BaseException as error:
            for process in set(active_children()) - others:
                process.kill()
            pool.shutdown(cancel_futures=True)
            if isinstance(error, BrokenProcessPool):
                cause = "a process must live until its work is done, and one did not, as when memory runs out"
                raise RuntimeError(f"{cause}: the same command goes on, perhaps with fewer workers") from error
            raise


class _Pool(ProcessPoolExecutor):
    """A pool whose processes do not hear Ctrl-C, which a terminal tells all of them: their parent ends them."""

    def submit(self, work: Callable[..., Any], /, *arguments: Any, **settings: Any) -> Future[Any]:
        with stopping.unheard():
            return super().submit(work, *arguments, **settings)


def _begin() -> None:
    stopping.hear(signal.SIGTERM)  # with which the pool ends the others if one is gone
    # Its own lock is a semaphore of the system, which stays behind, and is complained about, when a process is killed.
    tqdm.set_lock(threading.RLock())
    threading.Thread(target=_end_with_the_parent, daemon=True).start()


def _end_with_the_parent() -> None:
    """End this process as soon as its parent does, however that ends: nobody else may write to the folder."""
    parent = parent_process()
    if parent is not None:
        parent.join()
        os._exit(1)
