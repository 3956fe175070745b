"""transformers as it was and as it will be: networks that take one name for their memory and refuse the other."""

from __future__ import annotations

import inspect
from typing import Any

import pytest
from transformers import OPTForCausalLM

OPTS_OWN = OPTForCausalLM.forward
INNER = "cache" if "cache" in inspect.signature(OPTS_OWN).parameters else "past_key_values"


def before(self: Any, input_ids=None, position_ids=None, past_key_values=None, logits_to_keep=0) -> Any:
    """As up to 5.23."""
    return OPTS_OWN(
        self, input_ids=input_ids, position_ids=position_ids, logits_to_keep=logits_to_keep, **{INNER: past_key_values}
    )


def after(self: Any, input_ids=None, position_ids=None, cache=None, logits_to_keep=0) -> Any:
    """As from 5.40 on."""
    return before(self, input_ids, position_ids, cache, logits_to_keep)


def opaque(self: Any, *args: Any, **kwargs: Any) -> Any:
    """As from 5.40 on, within a wrapper that does not say what it takes."""
    return after(self, *args, **kwargs)


def deaf(self: Any, *args: Any, **kwargs: Any) -> Any:
    """A wrapper that drops what it does not know."""
    return before(self, kwargs.get("input_ids"), kwargs.get("position_ids"), None, kwargs.get("logits_to_keep", 0))


def install(monkeypatch: pytest.MonkeyPatch, forward: Any) -> None:
    """Let every OPT be one of these until the test is over."""
    monkeypatch.setattr(OPTForCausalLM, "forward", forward)
