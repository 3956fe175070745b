"""Writing: token after token, drawn side by side for many rows; beams by transformers' own search.

For sampling this takes about half the time of `generate` on a processor (`make bench`), for the same distribution: what
changes the logits is transformers' own code, and the draw inverts the running sum of the probabilities.
"""

from __future__ import annotations

from typing import Any

import numpy as np
import torch
from transformers import (
    LogitsProcessorList,
    RepetitionPenaltyLogitsProcessor,
    TemperatureLogitsWarper,
    TopKLogitsWarper,
    TopPLogitsWarper,
)

from ...recursion import Dataset
from ..decoding import Decoding
from . import keywords, memory
from . import network as networks

SAMPLED_ROWS = 256 if networks.DEVICE == "cpu" else 1_024  # written side by side
BLOCK = 256  # tokens of a large vocabulary that are first added up together
BEAMED_ROWS = 64  # each of which takes several beams


def write(
    network: Any, prompts: Dataset, tokens: int, decoding: Decoding, precision: str, rng: np.random.Generator
) -> Dataset:
    """Return the `tokens` ids that follow each of `prompts`, shape (N, Q), as an array of shape (N, tokens).

    Where the network has a BOS token, it stands before each prompt, and a prompt may be empty.
    """
    written = np.empty((len(prompts), tokens), dtype=np.int64)
    rows = rows_at_once(decoding)
    for start in range(0, len(prompts), rows):
        part = torch.tensor(prompts[start : start + rows], dtype=torch.int64, device=networks.DEVICE)
        with torch.inference_mode(), networks.computing(precision):
            if decoding.beams == 1:
                uniform = rng.random((len(part), tokens))
                found = draw(network, part, uniform, decoding)
            else:
                found = search(network, part, tokens, decoding)
        written[start : start + rows] = found.cpu().numpy()
    return written


def rows_at_once(decoding: Decoding) -> int:
    """Return how many rows are written side by side, at most."""
    return SAMPLED_ROWS if decoding.beams == 1 else BEAMED_ROWS


def draw(network: Any, prompts: torch.Tensor, uniform: Dataset, decoding: Decoding) -> torch.Tensor:
    """Return the ids, shape (B, T), that the numbers `uniform`, shape (B, T), in [0, 1), settle after the prompts."""
    draws = torch.as_tensor(1 - uniform, device=prompts.device)  # in (0, 1]: no token of probability 0 is drawn
    bos, taste = networks.bos(network), processors(decoding)
    said = _begun(network, prompts)
    read, begin = said, said.shape[1] - prompts.shape[1]
    cache, name = (
        memory.cache(network, said.shape[1] + draws.shape[1]),
        keywords.offered(network.forward, keywords.CACHE),
    )
    for place in range(draws.shape[1]):
        at = torch.arange(said.shape[1] - read.shape[1], said.shape[1], device=said.device)[None]
        logits = network(input_ids=read, position_ids=at, logits_to_keep=1, **{name: cache}).logits[:, -1, :bos]
        read = inverse(taste(said[:, begin:], logits.float()), draws[:, place, None])
        if place:
            read = torch.where(networks.is_eos(network, said[:, -1:]), said[:, -1:], read)
        said = torch.cat([said, read], dim=1)
    memory.filled(network, cache)
    return said[:, -draws.shape[1] :]


def search(network: Any, prompts: torch.Tensor, tokens: int, decoding: Decoding) -> torch.Tensor:
    """Return the likeliest ids that a search with beams finds after the prompts, shape (B, tokens)."""
    begun, bos, eos = _begun(network, prompts), networks.bos(network), networks.eos(network)
    found: torch.Tensor = network.generate(
        begun,
        attention_mask=torch.ones_like(begun),
        do_sample=False,
        num_beams=decoding.beams,
        repetition_penalty=decoding.repetition_penalty,
        suppress_tokens=None if bos is None else [bos],
        renormalize_logits=bos is not None,  # what it believes of BOS is not to count
        max_new_tokens=tokens,
        length_penalty=0.0,  # a short row is as likely as it is, not likelier because it is short
        pad_token_id=0 if eos is None else eos,
    )[:, begun.shape[1] :]
    # All rows may end before there is no more room.
    return torch.nn.functional.pad(found, (0, tokens - found.shape[1]), value=eos)


def processors(decoding: Decoding) -> LogitsProcessorList:
    """Return what changes the logits, in the order in which `generate` applies it."""
    found = LogitsProcessorList()
    if decoding.repetition_penalty != 1:
        found.append(RepetitionPenaltyLogitsProcessor(decoding.repetition_penalty))
    if decoding.temperature != 1:
        found.append(TemperatureLogitsWarper(float(decoding.temperature)))
    if decoding.top_k is not None:
        found.append(TopKLogitsWarper(decoding.top_k))
    if decoding.top_p < 1:
        found.append(TopPLogitsWarper(decoding.top_p))
    return found


def inverse(logits: torch.Tensor, draws: torch.Tensor) -> torch.Tensor:
    """Return the first token at which the running sum of the probabilities reaches the draw, shape (B, 1).

    Running sums are in double precision: in single precision they would step over the rarest tokens. Of a large
    vocabulary the block that holds the token is found first, whose share is right to 1e-7 of it, and what the draw
    leaves then settles the token within it.
    """
    shares = logits.softmax(dim=-1)
    if shares.shape[1] <= BLOCK:
        return _reached(shares, draws)[0]
    if missing := -shares.shape[1] % BLOCK:
        shares = torch.nn.functional.pad(shares, (0, missing))
    blocks = shares.reshape(len(shares), -1, BLOCK)
    block, left = _reached(blocks.sum(dim=-1), draws)
    return BLOCK * block + _reached(blocks.gather(1, block[:, :, None].expand(-1, -1, BLOCK))[:, 0], left)[0]


def _reached(shares: torch.Tensor, draws: torch.Tensor) -> tuple[torch.Tensor, torch.Tensor]:
    """Return where the running sum reaches these shares of the whole, and which share of what stands there it takes."""
    running = torch.nn.functional.pad(shares.cumsum(dim=-1, dtype=torch.float64), (1, 0))
    sought = draws * running[:, -1:]
    place = torch.searchsorted(running, sought) - 1
    before, after = running.gather(1, place), running.gather(1, place + 1)
    return place, (sought - before) / (after - before)


def _begun(network: Any, prompts: torch.Tensor) -> torch.Tensor:
    bos = networks.bos(network)
    return prompts if bos is None else torch.nn.functional.pad(prompts, (1, 0), value=bos)
