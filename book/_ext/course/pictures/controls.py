"""The controls of a chart as form controls of the page: a label in words, the value beside it, by keyboard too."""

from __future__ import annotations

import json
from html import escape
from typing import Any

Signal = dict[str, Any]


def controls(vega: dict[str, Any], name: str) -> str:
    """Return the form for the bound signals of a Vega specification, and take their bindings out of it.

    Every control's value is JSON, so that `charts.js` need not know which is a number and which a word.
    Raises ValueError for a binding that no form control of ours stands for.
    """
    bound = [signal for signal in vega.get("signals", []) if "bind" in signal]
    made = "".join(_control(signal, signal.pop("bind"), f"{name}-{signal['name']}") for signal in bound)
    return f'<form class="chart-controls needs-scripts" autocomplete="off">{made}</form>' if made else ""


def _control(signal: Signal, bind: dict[str, Any], identity: str) -> str:
    kinds = {"range": _range, "radio": _radio, "select": _select, "checkbox": _checkbox}
    if bind.get("input") not in kinds:
        raise ValueError(f"a chart's control must be one of {', '.join(kinds)}, got {bind}")
    label = str(bind.get("name", signal["name"])).strip().removesuffix(":")
    return kinds[bind["input"]](signal, bind, identity, escape(label))


def _range(signal: Signal, bind: dict[str, Any], identity: str, label: str) -> str:
    value, low, high = signal["value"], bind["min"], bind["max"]
    return (
        f'<div class="chart-range"><label for="{identity}">{label}</label> '
        f'<output for="{identity}">{value:,}</output>'
        f'<input type="range" id="{identity}" data-signal="{signal["name"]}" min="{low}" max="{high}" '
        f'step="{bind.get("step", 1)}" value="{value}"></div>'
    )


def _radio(signal: Signal, bind: dict[str, Any], identity: str, label: str) -> str:
    options = "".join(
        f'<label><input type="radio" name="{identity}" data-signal="{signal["name"]}" value="{escape(value)}"'
        f"{' checked' if chosen else ''}><span>{words}</span></label>"
        for value, words, chosen in _options(signal, bind)
    )
    return f'<fieldset class="chart-choice"><legend>{label}</legend>{options}</fieldset>'


def _select(signal: Signal, bind: dict[str, Any], identity: str, label: str) -> str:
    options = "".join(
        f'<option value="{escape(value)}"{" selected" if chosen else ""}>{words}</option>'
        for value, words, chosen in _options(signal, bind)
    )
    return (
        f'<div class="chart-menu"><label for="{identity}">{label}</label> '
        f'<select id="{identity}" data-signal="{signal["name"]}">{options}</select></div>'
    )


def _checkbox(signal: Signal, bind: dict[str, Any], identity: str, label: str) -> str:
    checked = " checked" if signal["value"] else ""
    box = f'<input type="checkbox" id="{identity}" data-signal="{signal["name"]}"{checked}>'
    return f'<div class="chart-check"><label>{box}<span>{label}</span></label></div>'


def _options(signal: Signal, bind: dict[str, Any]) -> list[tuple[str, str, bool]]:
    """Return each option's value as JSON, its words, and whether it is chosen at first."""
    words = bind.get("labels") or bind["options"]
    return [
        (json.dumps(option, ensure_ascii=False), escape(f"{word:,}" if isinstance(word, int) else str(word)),
         option == signal.get("value"))
        for option, word in zip(bind["options"], words, strict=True)
    ]  # fmt: skip
