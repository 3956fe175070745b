"""What is run: four sizes of one experiment. Every setting stands here, none in the code that runs it."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Any

from ... import checks, hub
from ...models.decoding import PLAIN, Decoding
from . import fixed_prompts
from .conditions import Condition
from .policies import ACCUMULATE, REPLACE, keeping

SMOLLM2 = "smollm2-135m"  # `models.language.gguf` knows it
TEXTS = ("spaced", "plain")
T_09, NUCLEUS, BEAMS = Decoding(temperature=0.9), Decoding(top_p=0.95), Decoding(beams=5)


@dataclass(frozen=True)
class Preset:
    """One size of the experiment.

    `source` is a folder, a GGUF file, a name in `wheels.KNOWN`, or a repository of the Hub, at `revision`; "" is the
    base that ships. `train` and `test` are splits of WikiText-2; `validation`, where it is named, chooses the best
    epoch. Each generation learns from `blocks` blocks of 64 tokens, or from all there are. `begin`: a fit goes on from
    the "previous" generation or the "base". `prompts`: the text is written after "real" blocks or after those that the
    "previous" generation wrote. `shift` is that of `LanguageModel`. `text`: "spaced" words as WikiText-2 has them, or
    "plain" as people write. `continued` are fixed prompts that every generation continues, `questions` how many words
    of each band the quiz asks for; with 0 there is no quiz. `precision` "fastest" is measured where it runs. `tested`
    is how many blocks of the test split each generation reads, and `written` how many blocks of its own are looked at.

    Raises ValueError for a number below 1 (`shift`: 0), no condition, no seed, and one that comes twice; TypeError for
    what is not whole or of another kind.
    """

    name: str
    about: str
    conditions: tuple[Condition, ...]
    seeds: tuple[int, ...]
    last: int = 9
    source: str = ""
    revision: str | None = None
    train: str = "valid"
    test: str = "test"
    validation: str | None = None
    blocks: int | None = 400
    begin: str = "previous"
    prompts: str = "previous"
    text: str = "spaced"
    continued: tuple[str, ...] = fixed_prompts.SPACED
    questions: int = 0
    learning_rate: float = 3e-4
    batch: int = 8
    shift: int = 64
    precision: str = "float32"
    tested: int = 400
    written: int = 400

    def __post_init__(self) -> None:
        for name, allowed in {"begin": ("previous", "base"), "prompts": ("previous", "real"), "text": TEXTS}.items():
            checks.known(getattr(self, name), allowed, name)
        for condition in checks.iterable(self.conditions, "conditions"):
            checks.instance(condition, Condition, "each of the conditions")
        for seed in checks.iterable(self.seeds, "seeds"):
            checks.whole(seed, "each of the seeds")
        checks.texts(checks.entries(self.continued, "continued"), "continued")
        checks.whole(self.last, "last", least=-checks.LARGEST)
        checks.positive(self.learning_rate, "learning_rate")
        for name, least in {"batch": 1, "shift": 0, "questions": 0, "tested": 1, "written": 1}.items():
            checks.whole(getattr(self, name), name, least=least)
        if self.blocks is not None:
            checks.whole(self.blocks, "blocks", least=1)
        if not self.conditions or not self.seeds or self.last < 0:
            got = f"{len(self.conditions)}, {len(self.seeds)} and a last generation of {self.last}"
            raise ValueError(f"a run needs a condition, a seed and generation 0, got {got}")
        for name, all_of_them in {"condition": self.conditions, "seed": self.seeds}.items():
            if len(set(all_of_them)) < len(all_of_them):
                raise ValueError(f"a {name} must not come twice, got {', '.join(map(str, all_of_them))}")


def _all(decodings: tuple[Decoding, ...], epochs: int) -> tuple[Condition, ...]:
    kept = (REPLACE, keeping(0.1), ACCUMULATE)
    return tuple(Condition(name, decoding, epochs) for decoding in decodings for name in kept)


HUB: dict[str, Any] = {
    "source": hub.OPT_125M,
    "revision": hub.OPT_125M_REVISION,
    "train": "train",
}
PRESETS = {
    preset.name: preset
    for preset in (
        Preset(
            "classroom", "five minutes on 2 cores: the small base, 3 policies, 3 seeds",
            _all((T_09,), 2), (0, 1, 2), last=5, blocks=200, tested=200, written=200, learning_rate=6e-4,
        ),
        Preset(
            "recorded", "an hour and a half on 2 cores: the small base, 10 conditions, 5 seeds; what chapter 5 shows",
            (*_all((T_09,), 5), Condition(keeping(0.1), T_09, 10), *_all((PLAIN, NUCLEUS), 5)), (0, 1, 2, 3, 4),
            blocks=200, tested=200, written=200,
        ),
        # Rate and pass: by 64 held-out blocks after generation 0 alone. One pass at 5e-5, 1e-4, 2e-4, 4e-4: perplexity
        # 33.8, 31.9, 31.1, 31.8; two passes at 5e-5 and 1e-4: 32.1, 30.7, for twice the time. (`tuning`; measured when
        # plain text still held a tenth more sentences.)
        Preset(
            "laptop", "a real model of 135 M weights, a night of 2 cores: 6 conditions, 3 seeds",
            _all((T_09, PLAIN), 1), (0, 1, 2), source=SMOLLM2, text="plain", continued=fixed_prompts.AS_WRITTEN,
            questions=20, blocks=64, learning_rate=2e-4, shift=0, precision="fastest", tested=64, written=64,
        ),
        Preset(
            "colab", "the real OPT-125m on one T4: 4,000 blocks, 2 conditions, 10 generations",
            (Condition(REPLACE, T_09, 2), Condition(keeping(0.1), T_09, 2)), (0,), **HUB,
            blocks=4_000, learning_rate=5e-5, batch=32, shift=0, precision="fastest", tested=1_000, written=1_000,
        ),
        Preset(
            "paper", "as Shumailov et al. (2024) say: all blocks, 5 beams, 5 and 10 epochs, 5 seeds; days on a T4",
            (Condition(REPLACE, BEAMS, 5), Condition(keeping(0.1), BEAMS, 10)), (0, 1, 2, 3, 4), **HUB,
            validation="valid", blocks=None, prompts="real", learning_rate=2e-5, batch=128, shift=0,
            precision="fastest", tested=4_000, written=4_000,
        ),
    )
}  # fmt: skip


def with_repetition_penalty(preset: Preset, penalty: float) -> Preset:
    """Return the preset with this penalty in every condition: 3.0 is what the paper's released code has.

    Raises as `Decoding` does for other penalties, and TypeError for what is no preset.
    """
    checks.instance(preset, Preset, "preset")
    checks.single_number(penalty, "penalty")
    return replace(
        preset,
        conditions=tuple(
            replace(condition, decoding=replace(condition.decoding, repetition_penalty=penalty))
            for condition in preset.conditions
        ),
    )
