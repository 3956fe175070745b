"""The domains of `models.language.architecture`."""

from __future__ import annotations

from domains import Border
from hypothesis import strategies as st
from values import LARGEST, not_whole, whole

from collapse_lib.models.language import architecture

SIZES = whole(1, 10**6)
CONFIGURED = st.builds(
    lambda heads, times, **others: {"heads": heads, "width": heads * times, **others},
    whole(1, 64),
    whole(1, 64),
    vocabulary=SIZES,
    positions=SIZES,
    bos=st.booleans(),
    eos=st.none() | st.just(0),
    layers=SIZES,
)
NO_SIZES = not_whole(1, LARGEST)


def one_more_id_for_the_beginning(found, vocabulary, positions, bos, eos, width, layers, heads):
    assert found["vocab_size"] == vocabulary + bos and found["bos_token_id"] == (vocabulary if bos else None)
    assert found["eos_token_id"] == eos and found["max_position_embeddings"] == positions
    assert found["hidden_size"] == found["ffn_dim"] / 4 == width and width % found["num_attention_heads"] == 0
    assert (found["num_hidden_layers"], found["num_attention_heads"]) == (layers, heads)


ROOM = architecture
TABLE = {
    "opt": Border(
        architecture.opt,
        CONFIGURED,
        one_more_id_for_the_beginning,
        {
            **dict.fromkeys(("vocabulary", "positions", "layers", "width", "heads"), NO_SIZES),
            "bos": st.sampled_from([None, 0, 1, "yes", [True]]),
            "eos": not_whole(0, 10**6 - 1).filter(lambda eos: eos is not None),
        },
        apart=st.sampled_from([{"width": 64, "heads": 3}, {"width": 1, "heads": 2}, {"vocabulary": 5, "eos": 5}]),
    ),
}
