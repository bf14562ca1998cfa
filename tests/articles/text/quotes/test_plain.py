"""Only what a clause tells plainly is credited."""

import pytest

from articles.text.quotes.naming.chinese import chinese_name
from articles.text.quotes.plain.clauses import is_plain
from articles.text.quotes.running_quotes import find_quotes

NOBODYS = [
    "If the pub is to be believed, ferryman Gil Tarn greeted the inspector with “you again, you old heron”.",
    "Only a fool, Dr Hana Weiss told students, would stand up in court and declare “the sample speaks for itself”.",
    "Asked about it, Sir Denholm Pyke swore that the words “let the lake rot” had not come from him.",
    "Everyone at the Crown said “we are full of sinners already”.",
    "Hal Dewar told the hearing that the skipper, Ronan Keyes, had radioed: “There’s a foot of water in here.”",
    "Ada Prill, according to a rumour, said: “We are full of it.”",
    "Mayor Ada Prill, in a satirical sketch, said: “We are full of it.”",
    "“We are full of it,” Ada Prill, in a doctored clip, said.",
    "Die Ministerin Ada Prill, so ein Gerücht, sagte: „Wir sind voll.“",
    "Der Zeuge gab an, der Polier Hans Matt habe „Papiere gibt es am Monatsende“ gebrüllt.",
    "Demnächst erklärt uns Verkehrsministerin Nele Paschke wohl, Schlaglöcher seien „Biotope für Molche“.",
    "Aus Teilnehmerkreisen verlautete, Minister Jens Oldach sei laut geworden und habe „Schluss jetzt damit“ gerufen.",
    "Selon la plaignante, le gérant Finn Daux lui a ordonné : « Souris ou crève de faim. »",
    "Le préfet Denis Pic conteste avoir prononcé les mots « laissez pourrir le lac ».",
    "Onze questions durant, Alexis Prousse a parlé de défis ; « erreur » est un mot qu'il a laissé aux autres.",
    "«Que se hunda el muelle»: así resumió un blog la postura del jefe del puerto Roi Quetel.",
    "Міністерка Ода Фаран, як балакають, відповіла медсестрам: «Ідіть продавати взуття».",
    "Człowiek widzi oczyma duszy, jak książę Albert mamrocze: „Ależ tu wilgoć”.",
    "دعا صوت مستنسخ للسيناتورة بيا غراو آلاف الناخبين: «ابقوا في بيوتكم الثلاثاء».",
    'לדברי התובעת, המנהל פין דאו הורה לה: "תחייכי או תרעבי".',
    "船長の須藤美羅さんは「船を捨てろ」と叫べなかった。",
]
SOMEBODYS = [
    ("Archbishop Leo Tan rejected the charge, calling the report “a sermon without a text”.", "Leo Tan"),
    ("“Ask me on Sunday,” Petra Hume said with a grin when asked whether she would stay.", "Petra Hume"),
    ("“He was my best friend,” his sister, Carol Renshaw, said through tears.", "Carol Renshaw"),
    ("El prefecto Dionisio Pic no se mordió la lengua: «Nos prometieron un puente».", "Dionisio Pic"),
    ("Mayor Ada Prill (Labour) said: “We are full of it.”", "Ada Prill"),
    ("Sabine Roth nannte den Bescheid „ein Rätsel“.", "Sabine Roth"),
    ("敗れた村雲剛監督は「会議のようなサッカーだった」と怒りを隠さなかった。", "村雲剛"),
]


@pytest.mark.parametrize("sentence", NOBODYS)
def test_what_is_not_told_plainly_is_nobodys(sentence):
    assert not any(quote.attribution or quote.speaker for quote in find_quotes([sentence]))


@pytest.mark.parametrize(("sentence", "speaker"), SOMEBODYS)
def test_what_is_told_plainly_is_somebodys(sentence, speaker):
    assert {quote.speaker for quote in find_quotes([sentence])} == {speaker}


@pytest.mark.parametrize(
    ("before", "after", "who", "language", "plain"),
    [
        ("Halloran said ", "", "", "en", True),
        ("Halloran said ", "", "Brandt", "en", True),
        ("Halloran sanoi ", "", "Halloran", "fi", True),
        ("Everyone said ", "", "Everyone", "en", False),
        ("sedvanan ropar: ", "", "sedvanan", "sv", False),
        ("The blog the mayor runs said ", "", "The blog the mayor", "en", False),
        ("Halloran, rumour has it, said ", "", "Halloran, rumour has it", "en", False),
        ("Halloran said: ", "", "Halloran", "en", True),
        ("Halloran would stand up and declare ", "", "Halloran", "en", False),
        ("Halloran sagte, er habe ", " gerufen", "Halloran", "de", False),
        ("Halloran forgot: ", "", "Halloran", "en", True),
    ],
)
def test_shapes(before, after, who, language, plain):
    assert is_plain(before, after, who, language) == plain


def test_words_of_any_length_are_no_name():
    assert chinese_name("林" * 100) == ""
