"""A tokeniser of our own: byte pairs (Sennrich et al. 2016) over bytes, so that no text is beyond it."""

from __future__ import annotations

from collections.abc import Iterable

from tokenizers import Tokenizer, decoders, models, pre_tokenizers, trainers
from transformers import PreTrainedTokenizerFast

from ... import checks


def learned(texts: Iterable[str], size: int) -> PreTrainedTokenizerFast:
    """Return a tokeniser of `size` tokens, the byte pairs that `texts` hold most.

    Raises ValueError for a size below 256, TypeError for one that is not whole and for what is no list of texts.
    """
    size = checks.whole(size, "size")
    texts = checks.texts(texts, "texts")
    if size < 256:
        raise ValueError(f"a tokeniser of bytes needs at least 256 tokens, got {size}")
    tokenizer = Tokenizer(models.BPE())
    tokenizer.pre_tokenizer = pre_tokenizers.ByteLevel(add_prefix_space=False)
    tokenizer.decoder = decoders.ByteLevel()
    trainer = trainers.BpeTrainer(
        vocab_size=size, initial_alphabet=pre_tokenizers.ByteLevel.alphabet(), show_progress=False
    )
    tokenizer.train_from_iterator(texts, trainer)
    return PreTrainedTokenizerFast(tokenizer_object=tokenizer)
