"""What every model of a run is asked, in our own words: facts that many texts tell, facts that few tell, and grammar.

Of each question the first answer is right. A model is taken to know it if every other answer surprises it more.
"""

from __future__ import annotations

Asked = tuple[tuple[str, tuple[str, ...]], ...]  # the beginning of a sentence, and ways in which it may go on

COMMON_FACTS: Asked = (
    ("The capital of France is", ("Paris", "Rome", "Vienna", "Madrid")),
    ("The capital of Japan is", ("Tokyo", "Seoul", "Beijing", "Bangkok")),
    ("Water freezes at zero degrees", ("Celsius", "Fahrenheit", "north", "Kelvin")),
    ("The largest planet of the solar system is", ("Jupiter", "Mars", "Venus", "Mercury")),
    ("The play Romeo and Juliet was written by", ("Shakespeare", "Dickens", "Milton", "Chaucer")),
    ("The first president of the United States was George", ("Washington", "Lincoln", "Jefferson", "Roosevelt")),
    ("The Second World War ended in the year", ("1945", "1918", "1963", "1871")),
    ("The theory of relativity is the work of Albert", ("Einstein", "Newton", "Darwin", "Curie")),
    ("Plants take in carbon dioxide and give off", ("oxygen", "helium", "sulfur", "methane")),
    ("The Great Wall is a monument in", ("China", "Spain", "Brazil", "Canada")),
    ("The first people on the Moon landed there in", ("1969", "1939", "1989", "1909")),
    ("The longest river of Egypt is the", ("Nile", "Amazon", "Danube", "Ganges")),
    ("The heart pumps", ("blood", "air", "sand", "milk")),
    ("The currency of the United Kingdom is the", ("pound", "yen", "peso", "rupee")),
    ("Ice is frozen", ("water", "milk", "oil", "sand")),
)
RARE_FACTS: Asked = (
    ("The capital of Burkina Faso is", ("Ouagadougou", "Antananarivo", "Tegucigalpa", "Bujumbura")),
    ("The capital of Bhutan is", ("Thimphu", "Dushanbe", "Bishkek", "Vientiane")),
    ("The element with the symbol W is", ("tungsten", "titanium", "thallium", "tellurium")),
    ("The moon Triton goes around the planet", ("Neptune", "Saturn", "Uranus", "Jupiter")),
    ("The novel Middlemarch was written by George", ("Eliot", "Orwell", "Meredith", "Sand")),
    ("The opera Fidelio was written by", ("Beethoven", "Mozart", "Verdi", "Wagner")),
    ("The Peace of Westphalia was signed in the year", ("1648", "1763", "1815", "1555")),
    ("The transit of Venus was watched from Tahiti by James", ("Cook", "Bond", "Watt", "Ross")),
    ("The largest island of Japan is", ("Honshu", "Kyushu", "Shikoku", "Hokkaido")),
    ("The currency of Hungary is the", ("forint", "zloty", "koruna", "leu")),
    ("The discoverer of the neutron is James", ("Chadwick", "Maxwell", "Joule", "Dewar")),
    ("The language of the Faroe Islands is", ("Faroese", "Finnish", "Frisian", "Flemish")),
    ("The longest river of Scotland is the", ("Tay", "Clyde", "Tweed", "Dee")),
    ("The tallest mountain of Africa is", ("Kilimanjaro", "Aconcagua", "Elbrus", "Vinson")),
    ("The painter of The Night Watch is", ("Rembrandt", "Vermeer", "Rubens", "Bosch")),
)
PAIRS: Asked = (
    ("The keys of the old house", ("are on the table.", "is on the table.")),
    ("The book that the students read", ("was very long.", "were very long.")),
    ("She told us that she", ("had never seen it.", "have never seen it.")),
    ("The children, who were tired,", ("went to bed.", "goes to bed.")),
    ("He looked at", ("himself in the mirror.", "herself in the mirror.")),
    ("There", ("were many people there.", "was many people there.")),
    ("The list of names", ("was on the wall.", "were on the wall.")),
    ("They have", ("written a long letter.", "wrote a long letter.")),
    ("Yesterday the ship", ("left the harbor.", "leave the harbor.")),
    ("This is the man", ("who built the bridge.", "which built the bridge.")),
    ("The queen and the king", ("rule their country.", "rules their country.")),
    ("It is", ("an old story.", "a old story.")),
    ("He can", ("swim very well.", "swims very well.")),
    ("The house is", ("bigger than the church.", "more big than the church.")),
    ("We did not", ("know the answer.", "knew the answer.")),
    ("Each of the girls", ("was given a prize.", "were given a prize.")),
    ("The river runs", ("through the city.", "the city through.")),
    ("I saw", ("him at the station.", "he at the station.")),
    ("Where", ("did they go?", "they did go?")),
    ("The teacher has taught", ("here for ten years.", "here since ten years.")),
)
ASKED = {"common facts": COMMON_FACTS, "rare facts": RARE_FACTS, "grammar": PAIRS}
