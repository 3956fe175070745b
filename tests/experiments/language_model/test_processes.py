"""A process of a pool does not hear what a terminal tells all of a group: its parent decides."""

from __future__ import annotations

import os
import signal

from collapse_lib.experiments.language_model.processes import processes


def test_a_process_at_work_does_not_hear_ctrl_c():
    with processes(1) as pool:
        process = pool.submit(os.getpid).result()
        os.kill(process, signal.SIGINT)
        blocked = pool.submit(signal.pthread_sigmask, signal.SIG_BLOCK, ()).result()
        assert pool.submit(os.getpid).result() == process
    assert blocked == {signal.SIGINT}
