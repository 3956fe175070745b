"""Whether the Hub can be reached: asked before a download, because its own client tries for a minute."""

from __future__ import annotations

TIMEOUT = 5  # seconds
# The paper's model. Its only weights at this revision are a pickle, so the bot's conversion is what is read.
OPT_125M = "facebook/opt-125m"
OPT_125M_REVISION = "27dcfa74d334bc871f3234de431e71c6eeba5dd6"


def reach() -> None:
    """Raise ConnectionError if the Hub does not answer, ImportError if its client is not installed."""
    from huggingface_hub import constants
    from huggingface_hub.utils import get_session

    try:
        get_session().head(constants.ENDPOINT, timeout=TIMEOUT)
    except Exception as error:  # what it raises depends on the version of the Hub's client
        raise ConnectionError(error) from error
