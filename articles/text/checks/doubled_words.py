"""Doubled words: the slip of writing one twice, and what languages double on purpose."""

import re

from articles.text.checks.passage import Passage

_PAIR = re.compile(
    r"(?<![^\W_])(?<![-'’.])([^\W\d_]+(?:['’][^\W\d_]+)?)([ \u00a0\n]+)(?=(\1)(?![^\W_])(?![-'’]))", re.IGNORECASE
)

# What may stand twice: two words that are written alike ("die die"), and what is said twice for its weight.
MAY = {
    "en": """had that is do very so really no yes bye ha blah many much far long her in on up there well now who what
             hear tut knock again never more out it you""",
    "uk": "дуже так ні ось її його їх ледве тихо довго далеко знову що ну геть все ще ой",
    "ru": "очень так нет вот её его их еле тихо долго далеко снова что ну",
    "de": """die der das den dem des deren denen er sie ihr ihnen ihn ihm es was so sehr an zu nach aus über unter ab
             mit ein war waren ist sind hat haben wird werden nein ja wie viel immer auf vor um wäre""",
    "fr": "nous vous en y si non oui très faire est été tous plus bien jamais a tant son",
    "es": "no sí muy ya casi luego que nos poco bien mucho nada",
    "sv": "de det den dem som han hon var är så mycket för på till om i av med in ut upp nej ja att har här där man",
    "pl": "bardzo nie tak no już bardziej coraz ich jego jej że co",
    "it": "molto no sì così piano quasi via ben",
    "nl": "die dat ze zij er hem haar nee ja heel zo in op aan van te is was",
    "nb": "de det den som han hun var er så veldig for på til om i av med nei ja at har",
    "da": "de det den som han hun var er så meget for på til om i af med nej ja at har der",
    "pt": "não sim muito já quase que nos pouco bem",
}
# Languages that double whole words as a rule of grammar: only these few never stand twice.
NEVER = {
    "tr": "ve bu için ile ama ancak gibi kadar olan olarak ki de da",
    "ar": "في على إلى عن أن إن التي الذي هذه هذا ذلك لقد قد",
    "he": "של כי אשר או גם אבל על עם אל",
}


# German nouns have capitals as names do; behind one of these a noun stands.
_BEFORE_NOUNS = re.compile(
    r"(?<![^\W_])(?:(?:[Dd](?:er|ie|as|en|em|es)|(?:[Kk]?[Ee]in|mein|dein|sein|ihr|unser)(?:e[rnms]?)?) )$"
)


def find_doubled_words(text: str, language: str) -> list[Passage]:
    """The words that stand twice in a row in a text of this language by mistake; none of a language we do not know.

    Two words with capitals are a name (“Duran Duran”), three times the same word is meant.
    """
    language = language.split("-")[0]
    found: list[Passage] = []
    for match in _PAIR.finditer(text):
        first, second, end = match[1], match[3], match.end(3)
        if found and match.start() < found[-1].end:
            found.pop()  # three in a row
            continue
        is_noun = language == "de" and _BEFORE_NOUNS.search(text, max(0, match.start() - 10), match.start())
        if _is_slip(first, second, language) or (is_noun and first == second):
            found.append(Passage(match.start(), end, text[match.start() : end]))
    return found


def _is_slip(first: str, second: str, language: str) -> bool:
    word = first.casefold()
    if language in NEVER:
        return word in NEVER[language].split()
    if language not in MAY or (first[0].isupper() and second[0].isupper()):
        return False
    return word not in MAY[language].split()
