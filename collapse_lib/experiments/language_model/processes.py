"""Processes side by side that outlive neither what they were started for nor their parent."""

from __future__ import annotations

import os
import threading
from collections.abc import Iterator
from concurrent.futures import Executor, ProcessPoolExecutor
from contextlib import contextmanager
from multiprocessing import active_children, get_context, parent_process


@contextmanager
def processes(most: int) -> Iterator[Executor]:
    """Hold up to `most` processes, each begun when there is work for it. If the block fails, they are killed."""
    others = set(active_children())
    with ProcessPoolExecutor(most, mp_context=get_context("spawn"), initializer=_end_with_the_parent) as pool:
        try:
            yield pool
        except BaseException:
            for process in set(active_children()) - others:
                process.kill()
            pool.shutdown(cancel_futures=True)
            raise


def _end_with_the_parent() -> None:
    """Have this process end as soon as its parent does, however that ends: nobody else may write to the folder."""

    def follow() -> None:
        parent = parent_process()
        if parent is not None:
            parent.join()
            os._exit(1)

    threading.Thread(target=follow, daemon=True).start()
