"""A network laid out for use alone: it writes and reads as before, in less time, and is not trained.

A processor multiplies a few rows by a large matrix faster where that lies in the blocks that oneDNN reads, torch's own
library. torch puts it there at every product; a network that no longer changes has it there once.
"""

from __future__ import annotations

import copy
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Any

import torch

from ...recursion import Dataset
from . import network as networks

LARGE = 2**18  # weights: a smaller matrix is in the processor's cache in any case
FEW_ROWS = 16  # rows: below, the matrix as it was is faster


@dataclass(frozen=True, eq=False)
class Networks:
    """One network, built twice at most, when it is first needed: to read, and to write in its own precision."""

    config: Mapping[str, Any]
    weights: Dataset
    precision: str

    @cached_property
    def reader(self) -> Any:
        """The network in single precision."""
        return packed(networks.build(self.config, self.weights))

    @cached_property
    def writer(self) -> Any:
        """The network in which text is written: the reader itself in single precision."""
        if self.precision == "float32":
            return self.reader
        return halved(networks.build(self.config, self.weights), self.precision)


def packed(network: Any) -> Any:
    """Return the network with its large matrices laid out for products on this processor; changes it in place.

    Only maps of torch's own `Linear` in single precision are laid out, on processors with AVX. Others stay as they are.
    """
    if _helps():
        for parent, name, linear in _linears(network):
            if linear.weight.numel() > LARGE:
                setattr(parent, name, Packed(linear))
    return network


def halved(network: Any, precision: str) -> Any:
    """Return the network with the weights of its linear maps in half `precision`; changes it in place.

    In a block that computes in this precision it computes exactly what it did: without gradients torch would cast all
    of these weights anew for every token. A map that shares its matrix with another part takes a copy.
    """
    for parent, name, linear in _linears(network):
        setattr(parent, name, copy.deepcopy(linear).to(networks.PRECISIONS[precision]))
    return network


class Packed(torch.nn.Module):
    """A linear map that keeps a second copy of its matrix, in oneDNN's blocks."""

    def __init__(self, linear: torch.nn.Linear) -> None:
        super().__init__()
        self.linear = linear
        with torch.inference_mode():
            self.blocks = torch.ops.mkldnn._reorder_linear_weight(linear.weight)

    def __reduce__(self) -> tuple[Any, ...]:
        """Let a copy lay out its own blocks, as these are this machine's."""
        return Packed, (self.linear,)

    def forward(self, rows: torch.Tensor) -> torch.Tensor:
        """Return what the map makes of each row, shape (..., width)."""
        if rows.numel() < FEW_ROWS * rows.shape[-1] or rows.dtype != torch.float32 or torch.is_autocast_enabled("cpu"):
            return self.linear(rows)
        return torch.ops.mkldnn._linear_pointwise(rows, self.blocks, self.linear.bias, "none", [], "")


def _linears(network: Any) -> list[tuple[torch.nn.Module, str, torch.nn.Linear]]:
    """Return each map of torch's own `Linear`, with the part of the network that holds it and its name there."""
    named = ((parent, *child) for parent in network.modules() for child in parent.named_children())
    return [found for found in named if type(found[2]) is torch.nn.Linear]


def _helps() -> bool:
    offered = all(hasattr(torch.ops.mkldnn, name) for name in ("_reorder_linear_weight", "_linear_pointwise"))
    return offered and networks.DEVICE == "cpu" and torch.backends.cpu.get_cpu_capability().startswith("AVX")
