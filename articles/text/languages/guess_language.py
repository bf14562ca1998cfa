"""Which language a text is written in, guessed from its letters and its commonest small words."""

import re
from collections import Counter

# A script that mostly one language uses, as the range of its letters. The first that fills a quarter wins.
SCRIPTS = (
    ("he", re.compile(r"[\u05d0-\u05ea]")),
    ("el", re.compile(r"[\u0370-\u03ff]")),
    ("hi", re.compile(r"[\u0900-\u097f]")),
    ("th", re.compile(r"[\u0e00-\u0e7f]")),
    ("my", re.compile(r"[\u1000-\u109f]")),
    ("km", re.compile(r"[\u1780-\u17ff]")),
    ("ja", re.compile(r"[\u3040-\u30ff]")),
    ("ko", re.compile(r"[\uac00-\ud7af]")),
    ("zh-hans", re.compile(r"[\u4e00-\u9fff]")),
    ("ar", re.compile(r"[\u0620-\u06d3]")),
    ("ru", re.compile(r"[\u0400-\u04ff]")),
)
# Letters that only one neighbour in the same script writes, or one further down the list: Belarusian has і too.
TELLING_LETTERS = {
    "ar": (("ur", "ٹڈڑےں"), ("fa", "پچژگ")),
    "ru": (("be", "ў"), ("uk", "іїєґ"), ("mk", "ѓќѕ"), ("sr", "ђћџ")),
}
ONE_IN = 250  # the rarest of these letters make up half a per cent of a text
SMALL_WORDS = {
    "en": "the and of to in that is was for with on by from said has have which not",
    "fr": "le la les des et du une un est dans que qui pour sur au par pas avec il",
    "de": "der die das und von zu den ist mit dem ein eine nicht auf für im sich auch",
    "es": "el la los las de y que en un una por con para se del su al como más",
    "it": "il la di che e un una per non sono con del della si nel le gli ha",
    "pt": "o a os as de que e do da em um uma para com não por no na dos",
    "nl": "de het een en van in is dat op te voor met zijn niet aan er die om",
    "pl": "i w na z do się nie że to jest od za przez o po dla jak ale",
    "sv": "och i att det som en på är av för med den till har inte om ett de",
    "tr": "ve bir bu da de için ile olarak olan çok daha gibi kadar sonra",
}
# Languages that are told from one another; Bulgarian, say, would be taken for Russian, and Norwegian for Swedish.
TOLD_APART = frozenset(SMALL_WORDS) | {"ar", "be", "el", "fa", "he", "hi", "ja", "ko", "ru", "th", "uk", "ur", "zh"}
LETTERS_ENOUGH = 100
_RUSSIAN = re.compile("[ыэЫЭ]")  # which Bulgarian has not
_SMALL = {code: frozenset(words.split()) for code, words in SMALL_WORDS.items()}


def guess_language(text: str, default: str = "en") -> str:
    """The BCP 47 code of the language of `text` (its first 20,000 characters), or `default` when nothing tells."""
    sample = text[:20_000]
    letters = sum(map(str.isalpha, sample))
    for code, script in SCRIPTS:
        if letters and len(script.findall(sample)) * 4 > letters:
            return _neighbour(code, sample.casefold(), letters)
    words = Counter(re.findall(r"[^\W\d_]+", sample.casefold()))
    scores = {code: sum(words[word] for word in small) for code, small in _SMALL.items()}
    best = max(scores, key=lambda code: scores[code])
    return best if scores[best] >= 2 and scores[best] > scores.get(default, 0) else default


def other_language(text: str, language: str) -> str:
    """The code of the language that `text` is plainly in where that is not `language`; "" where nothing tells that."""
    guess = guess_language(text, default=language)
    both = {_base(guess), _base(language)}
    is_plain = len(both) == 2 and both <= TOLD_APART and sum(map(str.isalpha, text)) >= LETTERS_ENOUGH
    is_other_cyrillic = guess == "ru" and not _RUSSIAN.search(text)
    return guess if is_plain and not is_other_cyrillic else ""


def _base(code: str) -> str:
    """The language of a code without what says more of it: "pt" of "pt-br"."""
    return code.partition("-")[0]


def _neighbour(code: str, sample: str, letters: int) -> str:
    """The language of the same script whose own letters occur often enough not to be one foreign name, else `code`."""
    for neighbour, telling in TELLING_LETTERS.get(code, ()):
        count = sum(sample.count(letter) for letter in telling)
        if count and count * ONE_IN >= letters:
            return neighbour
    return code
