"""WikiText as people write it: marks at their words, and whole sentences only."""

from __future__ import annotations

import pytest

from collapse_lib.data import wikitext
from collapse_lib.data.plain_text import plain, written

WRITTEN = {
    "The well @-@ known band sold 1 @,@ 200 @,@ 000 copies .": "The well-known band sold 1,200,000 copies.",
    "It weighs 2 @.@ 5 kg , or 5 % of that ( once more ) .": "It weighs 2.5 kg, or 5% of that (once more).",
    "Teddy 's friends did n't come ; they 'll come later !": "Teddy's friends didn't come; they'll come later!",
    'He called it " the end " : he left .': 'He called it "the end": he left.',
    'She said , " Go . "': 'She said, "Go."',
    "It cost $ 5 or £ 4 .": "It cost $5 or £4.",
    "At 11 : 00 the players ' bus left .": "At 11:00 the players' bus left.",
    "A score of 3 : the best .": "A score of 3: the best.",
}


def article(*lines: str) -> wikitext.Article:
    (found,) = wikitext.parse(["", "= A title =", "", *lines])
    return found


@pytest.mark.parametrize("spaced", WRITTEN)
def test_marks_stand_where_people_write_them(spaced):
    assert written(spaced.split()) == WRITTEN[spaced]


def test_a_sentence_that_has_lost_a_word_is_left_out_and_the_others_stay():
    found = article("He met <unk> there . They left . Was it <unk> ? So .", "", "= = A heading = =", "", "The end .")
    assert plain(found) == "They left. So.\nThe end."


def test_a_sentence_in_quotation_marks_keeps_both():
    assert plain(article('" We go . " They went .')) == '"We go." They went.'


def test_a_quotation_of_several_sentences_is_left_out_and_not_what_stands_around_it():
    assert plain(article('He said : " We go . We stay . " It rained .', "They left .")) == "It rained.\nThey left."
    assert plain(article('" A <unk> b . We left . " Jones " knew " it .')) == 'Jones "knew" it.'


@pytest.mark.parametrize(
    "spaced",
    [
        "A game : <unk> Chronicles ( Japanese : 戦場 , lit . Valkyria of the Battlefield 3 ) , is a game .",
        "The <unk> of Yahoo ! was sold in 2016 .",
        "The song ' Blue ' was sung .",
        'A list of " things "',
        "It was ( as they said . ) <unk> .",
        "One ( of them .",
        "It is <formula> .",
    ],
)
def test_what_is_not_surely_a_whole_sentence_is_left_out(spaced):
    assert plain(article(spaced, "They left .")) == "They left."


def test_marks_in_a_row_end_one_sentence():
    assert plain(article("They waited . . . and left . What ? ! So .")) == "They waited... and left. What?! So."


def test_what_does_not_end_as_a_sentence_does_is_left_out():
    assert plain(article("A list of things", "It ends .")) == "It ends."


def test_an_article_whose_every_sentence_has_lost_a_word_is_empty():
    assert plain(article("He met <unk> .")) == ""


def test_the_words_of_the_spaced_edition_stay_as_they_were():
    found = article("He met <unk> there .", "= = A heading = =", "They left .")
    assert found.words == ("A", "title", "He", "met", "there", ".", "A", "heading", "They", "left", ".")
    assert found.paragraphs == (("He", "met", "<unk>", "there", "."), ("They", "left", "."))
