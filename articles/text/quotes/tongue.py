"""Which of the languages with words of speech a passage is in: closer than a guess over a whole story must be."""

import re
from collections import Counter

from articles.text.languages.guess_language import SCRIPTS, guess_language
from articles.text.quotes.name_words import words_in
from articles.text.quotes.speech_words import NAMING, VERBS

SAMPLE = 4_000  # characters that are looked at
_SMALL = {
    "en": words_in(
        "the and of to in that is was for with on by from",
        "said has have which not he she it they his her a an at",
    ),
    "fr": words_in(
        "le la les des et du une un est dans que qui pour sur au par",
        "pas avec il elle a aux ce se sa son ses ne d l mes ce ces",
    ),
    "de": words_in(
        "der die das und von zu den ist mit dem ein eine",
        "einen nicht auf für im sich auch am er sie hat wird dass",
    ),
    "es": words_in(
        "el la los las de y que en un una por con para",
        "se del su al como más no lo dijo a le ha es",
    ),
    "pl": words_in(
        "i w na z do się nie że to jest od za",
        "przez o po dla jak ale był była jej jego ma tym",
    ),
    "sv": words_in(
        "och i att det som en på är av för med den",
        "till har inte om ett de hon han vid hade var enligt sig",
    ),
    "tr": words_in(
        "ve bir bu da de için ile olarak olan çok daha gibi kadar sonra",
        "o ne göre günü diye dedi diyen söyledi bakan olduğunu sözünü bakan müdürü günü",
    ),
}
_LETTERS = {"pl": "ąćęłńśźż", "tr": "ğışİ", "sv": "åä", "de": "äß", "es": "ñ¿¡áíóú", "fr": "èêçàùâîô", "en": ""}
_LATIN_WORD = re.compile(r"[^\W\d_]+")


def tongue_of(text: str) -> str:
    """The language code of a passage, "" where nothing tells; Ukrainian's for Russian and Belarusian too."""
    sample = text[:SAMPLE]
    letters = sum(map(str.isalpha, sample))
    if any(letters and len(script.findall(sample)) * 4 > letters for _, script in SCRIPTS):
        guess = guess_language(sample)
        return "uk" if guess in ("ru", "be") else guess
    words = Counter(_LATIN_WORD.findall(sample.casefold()))
    scores = {language: _score(language, words, sample) for language in _SMALL}
    best = max(scores, key=lambda language: scores[language])
    return best if scores[best] else ""


def _score(language: str, words: Counter[str], sample: str) -> int:
    small, verbs = _SMALL[language], VERBS.get(language, frozenset()) | NAMING.get(language, frozenset())
    score = sum(count * (1 + (word in verbs)) for word, count in words.items() if word in small or word in verbs)
    return score + sum(map(sample.count, _LETTERS[language]))
