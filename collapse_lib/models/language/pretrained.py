"""Networks and tokenisers that exist already: a folder in the Hub's layout, or a repository there at a pinned revision.

A GGUF file, and a model that is known by a short name, become such a folder first: see `gguf`. Weights
are read from safetensors only. Where a repository has none, transformers takes the conversion that the Hub's own bot
made of it.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
from transformers import AutoModelForCausalLM, AutoTokenizer, PreTrainedTokenizerFast

from ... import checks, hub
from ...files import json_object
from ...recorded.storing import PROVENANCE
from ...recursion import Dataset
from . import gguf
from . import network as networks


@dataclass(frozen=True, eq=False)
class Pretrained:
    """A network as it was found, and its tokeniser. `weights` has shape (P,).

    `provenance` is what its folder says of it, in a provenance.json.
    """

    config: Mapping[str, Any]
    weights: Dataset
    tokenizer: Any
    provenance: Mapping[str, Any] | None = None

    def encode(self, text: str) -> Dataset:
        """Return the token ids of a text, shape (N,), without a BOS token before it. Raises TypeError for no text."""
        if not isinstance(text, str):
            raise TypeError(f"a text must be one text, got {text!r}"[:120])
        return np.array(self.tokenizer(text, add_special_tokens=False, verbose=False)["input_ids"], dtype=np.int64)

    def decode(self, rows: Dataset) -> Sequence[str]:
        """Return the text of each row of token ids, shape (M, T).

        Raises ValueError for another shape and for ids that neither network nor tokeniser has, TypeError if they are no
        integers.
        """
        known = max(len(self.tokenizer), self.config.get("vocab_size", 0))  # a network may say more than it was taught
        rows = checks.token_ids(checks.dimensions(rows, 2, name="rows"), known)
        if not len(rows):
            return []  # where transformers sees one empty text
        texts: list[str] = self.tokenizer.batch_decode(rows, clean_up_tokenization_spaces=False)
        return texts


def load(source: str, revision: str | None = None) -> Pretrained:
    """Return what `source` holds: a folder, a repository of the Hub, a GGUF file, or a name in `wheels.KNOWN`.

    The rows of its model have neither BOS nor EOS token.

    Raises FileNotFoundError that says what to do if there is no such folder and the Hub cannot be reached, and as
    `gguf.folder` does; TypeError for what is neither a text nor a path, ValueError if its files are damaged.
    """
    if not isinstance(source, str | Path):
        raise TypeError(f"a model must be a folder or a repository of the Hub, got {source!r}")
    source = str(source)
    if not Path(source).is_dir():
        source = str(gguf.folder(source) or source)
    if not Path(source).is_dir() and source.count("/") != 1:
        raise FileNotFoundError(f"a model must be a folder or a repository of the Hub, got {source!r}")
    where: dict[str, Any] = {"revision": revision, "local_files_only": Path(source).is_dir() or not _hub_answers()}
    try:
        tokenizer = AutoTokenizer.from_pretrained(source, **where)
        network = AutoModelForCausalLM.from_pretrained(source, use_safetensors=True, **where)
    except OSError as error:
        raise FileNotFoundError(
            f"the model {source} was not found on this machine and cannot be had from the Hub ({error}). Go online "
            "once, or name a folder that holds its config.json, model.safetensors and tokenizer.json"
        ) from error
    except ImportError:  # nothing is wrong with the files
        raise
    except Exception as error:  # what it raises depends on the file that is damaged, and on the version
        got = f"{source} ({type(error).__name__}: {error})"
        raise ValueError(f"a model must be whole, got {got}: put its files there again") from error
    config = network.config.to_dict() | {"bos_token_id": None, "eos_token_id": None}
    return Pretrained(config, networks.weights(network.float()), tokenizer, _provenance(Path(source)))


def _provenance(folder: Path) -> dict[str, Any] | None:
    path = folder / PROVENANCE
    return json_object(path, remedy="put it there again, or delete it") if path.exists() else None


def _hub_answers() -> bool:
    try:
        hub.reach()
    except ConnectionError:
        return False
    return True


def save(folder: Path, config: Mapping[str, Any], weights: Dataset, tokenizer: PreTrainedTokenizerFast) -> None:
    """Write a network and its tokeniser into `folder`, in the layout that `load` reads."""
    networks.build(config, weights).cpu().save_pretrained(folder)
    tokenizer.save_pretrained(folder)
