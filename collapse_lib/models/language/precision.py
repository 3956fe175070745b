"""Which precision is fastest here: measured, for half a second, not guessed."""

from __future__ import annotations

import time

import torch

from . import network

SIZE, SECONDS, WORTHWHILE = 768, 0.15, 1.2


def fastest() -> str:
    """Return "bfloat16" or "float16" where its matrix products are at least 1.2 times as fast as "float32".

    A run asks once and notes the answer: a run that is taken up again must go on in the precision that it began in.
    """
    candidates = ["bfloat16", "float16"] if network.DEVICE == "cuda" else ["bfloat16"]
    speeds = {name: _speed(network.PRECISIONS[name]) for name in ["float32", *candidates]}
    best = max(speeds, key=speeds.__getitem__)
    return best if speeds[best] > WORTHWHILE * speeds["float32"] else "float32"


def _speed(dtype: torch.dtype) -> float:
    """Return matrix products a second."""
    one = torch.ones(SIZE, SIZE, dtype=dtype, device=network.DEVICE)
    one @ one
    _finish()
    start, products = time.perf_counter(), 0
    while time.perf_counter() - start < SECONDS:
        one @ one
        _finish()
        products += 1
    return products / (time.perf_counter() - start)


def _finish() -> None:
    if network.DEVICE == "cuda":
        torch.cuda.synchronize()
