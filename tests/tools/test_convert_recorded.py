"""Nothing was lost when the recorded tables became tidy: each number and each sentence of the old ones is in the new.

Which column went where is said in tests/support/recorded_before.py.
"""

from __future__ import annotations

import json

import numpy as np
import pytest
from recorded_before import BEFORE, COUNTS, FAMILIES, KEPT, KEYS, PACKED, RENAMED, before, converted, family, now, wide

from collapse_lib import recorded
from collapse_lib.data.toy_language import LANGUAGE


def test_every_old_run_is_there():
    assert sorted(KEYS) == sorted(path.name[: -len(".csv.gz")] for path in BEFORE.glob("*.csv.gz"))
    assert set(KEYS) <= set(recorded.names())


@pytest.mark.parametrize("name", KEYS)
def test_every_old_column_is_told_of(name):
    old = before(name)
    told = {*KEYS[name], *KEPT[name], *RENAMED.get(name, {}), *PACKED.get(name, [])}
    told |= {column for run, begins, *_ in FAMILIES if run == name for column in family(old, begins)}
    told |= {column for begins in COUNTS if name == "vocabulary" for column in family(old, begins)}
    assert told == set(old.columns)


@pytest.mark.parametrize("name", KEYS)
def test_the_numbers_of_measures_are_the_old_ones(name):
    moved = {column: column for column in KEPT[name]} | RENAMED.get(name, {})
    old, new = before(name), now(name)
    assert set(new.columns) == set(moved.values())
    assert len(new) == len(old) == len(new.index.unique())
    np.testing.assert_array_equal(new.loc[old.index, list(moved.values())], old[list(moved)])


@pytest.mark.parametrize(("name", "begins", "table", "column", "value"), FAMILIES, ids=lambda part: str(part).strip())
def test_numbered_columns_became_rows(name, begins, table, column, value):
    old = before(name)
    columns = family(old, begins)
    old = old.dropna(subset=columns)  # of the mixtures, components of the first lineage alone were noted
    new = wide(name, table, column, value)
    assert len(now(name, table)) == len(old) * len(columns)
    np.testing.assert_array_equal(new.loc[old.index, [name.removeprefix(begins) for name in columns]], old[columns])


@pytest.mark.parametrize(("begins", "value"), [("types: ", "alive"), ("newest: ", "newest")])
def test_counts_of_words_by_band_became_shares_of_the_bands_words(begins, value):
    old = before("vocabulary")
    columns = family(old, begins)
    bands = [name.removeprefix(begins) for name in columns]
    words = wide("vocabulary", "survival", "band", "words").loc[old.index, bands]
    shares = wide("vocabulary", "survival", "band", value).loc[old.index, bands]
    np.testing.assert_allclose(shares * words, old[columns], atol=1e-4)  # shares have eight digits
    assert (words == old[family(old, "types: ")].iloc[0].to_numpy()).all(axis=None)


def test_the_hexadecimal_pictures_became_ink():
    old = before("images").xs(0, level="replicate").picture
    new = now("images", "pictures").reset_index().sort_values(["drawing", "row", "column"], kind="stable")
    ink = new["ink"].map("{:x}".format).groupby([new.policy, new.draws, new.generation]).agg("".join)
    assert ink.loc[old.index].to_list() == old.to_list()
    assert len(ink) == len(old)


def test_the_bits_became_words_that_are_said_or_not():
    names = LANGUAGE.vocabulary.words[1:]
    old, new = before("opt-embedded").said, wide("opt-embedded", "words", "word", "said")
    bits = np.array([np.unpackbits(np.frombuffer(bytes.fromhex(line), np.uint8))[: len(names)] for line in old])
    np.testing.assert_array_equal(new.loc[old.index, list(names)], bits)


@pytest.mark.parametrize(("column", "beginning"), [("sentences", "anything"), ("prompted", "“In the fog …”")])
def test_the_lines_of_sentences_became_rows_and_stars_a_column(column, beginning):
    old, new = before("opt-embedded")[column], now("opt-embedded", "sentences")
    new = new[new.beginning == beginning].sort_values("place", kind="stable")
    said = (np.where(new.grammatical, "", "*") + new.sentence).groupby(level=new.index.names).agg("|".join)
    assert said.loc[old.index].to_list() == old.to_list()
    assert (new.groupby(level=new.index.names).size() == 6).all()


@pytest.mark.parametrize("name", ["opt-wikitext", "opt-classroom"])
def test_the_continuations_in_json_became_rows_with_their_prompt(name):
    old, new = before(name).continuations, now(name, "continuations")
    said = new.groupby(level=new.index.names).text.agg(list)
    assert said.loc[old.index].to_list() == old.map(json.loads).to_list()
    assert all(text.startswith(prompt) for prompt, text in zip(new.prompt, new.text, strict=True))


@pytest.mark.parametrize("name", KEYS)
def test_what_is_recorded_is_what_the_old_tables_became(name):
    old = json.loads((BEFORE / f"{name}.json").read_text(encoding="utf-8"))
    if recorded.provenance(name)["commit"] != old["commit"]:
        pytest.skip(f"{name} has been recorded anew since")
    new = {path.name: path.read_bytes() for path in (converted() / name).iterdir()}
    assert new == {path.name: path.read_bytes() for path in (recorded.FOLDER / name).iterdir()}


@pytest.mark.parametrize("name", KEYS)
def test_the_provenance_is_the_old_one_but_for_the_name_of_a_policy(name):
    old = json.loads((BEFORE / f"{name}.json").read_text(encoding="utf-8"))
    conditions = old.get("preset", {}).get("conditions", [])
    conditions[:] = [
        condition.replace("0% kept", "replace") if condition[0] == "0" else condition for condition in conditions
    ]
    assert json.loads((converted() / name / "provenance.json").read_text(encoding="utf-8")) == old
