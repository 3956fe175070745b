"""The rules of the toy language, with their weights.

A word in capitals is a rule of this table or a list of the lexicon; any other word stands for itself. To make a
sentence, choose one line for each rule, with a chance proportional to its weight, then one domain for the whole
sentence, then one word for each list. No rule comes back to itself, so the templates are finite in number.
"""

GRAMMAR = {
    "SENTENCE": {
        "WHO DOES": 10,
        "WHEN WHO DOES": 3,
        "WHO DOES WHEN": 3,
        "the TEMPER PERSON of the AIR PLACE WRITES": 2,
        "the ANIMAL LIVES NEAR the SPOT": 2,
        "WHEN the ANIMAL LIVES NEAR the SPOT": 1,
        "nobody in VILLAGE remembers WHO": 1,
        "in VILLAGE they speak of the PERSON who HANDLES the OBJECT": 1,
    },
    "WHO": {"the PERSON": 5, "the TEMPER PERSON": 3, "the PERSON of VILLAGE": 1},
    "DOES": {
        "HANDLES the OBJECT": 7,
        "HANDLES the OBJECT for POSSESSIVE KIN": 2,
        "HANDLES the OBJECT NEAR the PLACE": 3,
        "HANDLES the THING and LABOURS": 1,
        "WATCHES the ANIMAL": 4,
        "WATCHES the CREATURE NEAR the PLACE": 2,
        "GOES to the SPOT": 3,
        "GOES to the PLACE with POSSESSIVE KIN": 2,
        "MEETS the PERSON": 2,
        "MEETS the PERSON NEAR the PLACE": 1,
        "TELLS POSSESSIVE KIN about the SUBJECT": 3,
        "THINKS of the SPOT": 1,
        "THINKS of VILLAGE": 1,
        "LABOURS MANNER": 2,
        "LABOURS NEAR the PLACE": 2,
        "WRITES": 1,
    },
    "WRITES": {
        "writes a letter to POSSESSIVE KIN": 3,
        "writes to POSSESSIVE KIN about the SUBJECT": 2,
    },
    "WHEN": {"at HOUR": 3, "in SEASON": 2, "on DAY": 2, "in the WEATHER": 3},
    "OBJECT": {"THING": 3, "LOOK THING": 2},
    "ANIMAL": {"CREATURE": 3, "WILD CREATURE": 1},
    "SPOT": {"PLACE": 2, "AIR PLACE": 1},
    "SUBJECT": {"THING": 2, "CREATURE": 2, "PERSON": 1},
}
