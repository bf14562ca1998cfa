"""Which of the languages with words of speech a passage is in: closer than a guess over a whole story must be."""

import re
from collections import Counter

from articles.text.languages.guess_language import SCRIPTS, guess_language
from articles.text.languages.speech_verbs import SPEECH_VERBS as VERBS
from articles.text.quotes.words.naming_verbs import NAMING
from articles.text.quotes.words.tables import words_in

SAMPLE = 4_000  # characters that are looked at
_SMALL = {
    "en": words_in(
        "the and of to in that is was for with on by from",
        "said has have which not he she it they his her a an at",
        "we you they who as be but had been were will would this there what about after before when than our out up",
    ),
    "fr": words_in(
        "le la les des et du une un est dans que qui pour sur au par",
        "pas avec il elle a aux ce se sa son ses ne d l mes ce ces",
        "nous vous ils elles on y où mais plus comme tout être était ont c n qu cette si même fait son leur très "
        "sans lui",
    ),
    "de": words_in(
        "der die das und von zu den ist mit dem ein eine",
        "einen nicht auf für im sich auch am er sie hat wird dass",
        "wir ihr ich man es einem eines hatte hatten haben war waren wurde nach bei aus über um wenn aber nur noch "
        "als an kein keine so vor zum zur oder sind dieser diese uns",
    ),
    "es": words_in(
        "el la los las de y que en un una por con para",
        "se del su al como más no lo dijo a le ha es",
        "nos este esta fue ha era hay muy sin sobre ya desde pero si son eran me nosotros todo entre cuando cada una",
    ),
    "pl": words_in(
        "i w na z do się nie że to jest od za",
        "przez o po dla jak ale był była jej jego ma tym",
        "są tylko przez przy już czy co ten ta tego być był było byli my nas nie przed nikt mnie tak bez może oraz nad",
    ),
    "sv": words_in(
        "och i att det som en på är av för med den",
        "till har inte om ett de hon han vid hade var enligt sig",
        "vi han man så då vid efter från ska skulle blir blev men också hade vara varit inte nu över mot oss denna kan",
    ),
    "tr": words_in(
        "ve bir bu da de için ile olarak olan çok daha gibi kadar sonra",
        "o ne göre günü diye dedi diyen söyledi bakan olduğunu sözünü bakan müdürü günü",
        "biz ben değil var yok diyor dedi etti oldu ama çünkü ki mi mı bunu kimse her hiç en kendi önce bize ise",
    ),
}
_LETTERS = {"pl": "ąćęłńśźż", "tr": "ğışİ", "sv": "åä", "de": "äß", "es": "ñ¿¡áíóú", "fr": "èêçàùâîô", "en": ""}
# How a language sets its marks, where no word tells.
_MARKS = (
    (re.compile(r"„[^“”„]*”"), "pl"),
    (re.compile(r"„[^“”„]*“"), "de"),
    (re.compile(r"«[\s\u00a0\u202f]"), "fr"),
    (re.compile(r"”[^“”]*”"), "sv"),
    (re.compile(r"«\w|—[¿¡\w]"), "es"),
)
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
    return best if scores[best] else next((language for mark, language in _MARKS if mark.search(sample)), "")


def _score(language: str, words: Counter[str], sample: str) -> int:
    small, verbs = _SMALL[language], VERBS.get(language, frozenset()) | NAMING.get(language, frozenset())
    score = sum(count * (1 + (word in verbs)) for word, count in words.items() if word in small or word in verbs)
    return score + sum(map(sample.count, _LETTERS[language]))
