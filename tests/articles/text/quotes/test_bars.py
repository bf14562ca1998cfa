"""The shape of a sentence can keep words in marks from being anybody's, whatever its verbs are."""

import pytest

from articles.text.quotes.running_quotes import find_quotes

BARRED = [
    "Instead of writing “all is well on the ward”, nurse Pam Roe said nothing.",
    "Statt „alles ist gut auf der Station“ zu schreiben, sagte Schwester Pam Roe nichts.",
    "Замість сказати «усе гаразд на кораблі», сказала інженерка Ольга Щука, подали попередження.",
    "Let Judge Ole Kern say “guilty of all of it” and the street will burn.",
    "Sagt Richter Ole Kern „schuldig in allen Punkten“, brennt die Straße.",
    "Säger domare Ole Kern ”skyldig på alla punkter” så brinner gatan.",
    "Niech sędzia Olaf Kern powie „winny we wszystkim”, a ulica zapłonie.",
    "Landlord Dov Peel is being prosecuted for telling a tenant “sleep in the yard tonight”.",
    "Le propriétaire Dov Pelle est jugé pour avoir dit à un locataire « dors dans la cour ce soir ».",
    "Värden Dov Pil åtalas för att ha sagt ”sov på gården i natt” till en hyresgäst.",
    "Biskup powiedziałby „miłosierdzie zaczyna się w południe”, żartuje organistka Flora Tap.",
    "The program invented the quote “masks are for fools and cowards” by doctor Ute Lang, critics said.",
    "Ein Programm erfand laut Forschern das Zitat „Masken sind nur für Narren da“ der Ärztin Ute Lang.",
    "Kritiker lassen Senator Abel Krahn gern „es gibt keinen Fluss mehr“ sagen.",
    "The line “work makes you tired and old”, attributed to the poet Nora Pace, is from a towel, she said.",
    "La frase «el trabajo cansa y envejece», atribuida a la poeta Nuria Paz, es obra de un imitador.",
    "Conductor Emil Aster says he has never asked the orchestra to “play like accountants do”.",
    "Le chef Émile Astère dit n'avoir jamais demandé à l'orchestre de « jouer comme des comptables ».",
    'המנצח אמיל אסטר אומר שמעולם לא ביקש מהתזמורת "לנגן כמו רואי חשבון ותיקים".',
    "According to the charge sheet, broker Tim Sand told pensioners “your money sleeps safer than you do”.",
    "D'après le parquet, le promoteur Sid Marlot a dit au maire « un bateau et un balcon pour toi ».",
    "Word has it that tailor Gus Penn told bishops “arms up, please, Father”.",
    "Cuentan que la modista Coco Lampar dijo «el hueso es el nuevo negro».",
    "Umpire Lou Tate nearly said “play on until the end” before the whistle went.",
]

TOLD_BY_ANOTHER = [
    "Driver Ann Moll told the panel that Weber had urged her: “Burn the log tonight.”",
    "Fahrerin Anna Moll sagte dem Ausschuss, Weber habe sie gedrängt: „Verbrennen Sie das Fahrtenbuch.“",
    "La conductrice Anne Molle a dit que Weber l'avait suppliée : « Brûlez ce carnet. »",
    "Sürücü Aynur Mol kurula, Weber'in kendisine “defteri bu gece yak” diye yalvardığını söyledi.",
    "وقالت السائقة آنا مول للجنة إن ويبر حذرها: «أحرقي السجل هذه الليلة».",
]

SAID = [
    ("Judge Ole Kern said that the case was closed: “We have heard enough.”", "Ole Kern"),
    ("Says tailor Amos Reed: “A good hem outlives a good husband.”", "Amos Reed"),
    ("Minister Eva Kohl said on Tuesday, “Let Judge Kern say it.”", "Eva Kohl"),
    ("Asçı Ali Kurt, çocuklara “hepiniz büyüyün artık” dediğini kabul etti.", "Ali Kurt"),
    ("Mayor Ann Lund, who never wanted the post, said “it found me in the end”.", "Ann Lund"),
    ("Ann Lund said she had never been there: “I do not like boats.”", "Ann Lund"),
]

BODIES = [
    "“Every train is cancelled until noon,” Westland Railways said.",
    "”Alla tåg är inställda i dag”, meddelade Västlands järnväg.",
    "„Wszystkie pociągi odwołano do rana” – podały Koleje Zachodnie.",
    "“Bütün seferler sabaha kadar iptal” dedi Batı Demiryolları.",
    "«Усі поїзди скасовано до ранку», — повідомила Західна залізниця.",
]


@pytest.mark.parametrize("sentence", BARRED)
def test_words_in_a_sentence_of_such_a_shape_are_nobodys(sentence):
    assert [(quote.attribution, quote.speaker) for quote in find_quotes([sentence])] in ([], [("", "")])


@pytest.mark.parametrize("sentence", TOLD_BY_ANOTHER)
def test_words_that_another_used_are_not_the_tellers(sentence):
    (quote,) = find_quotes([sentence])
    assert quote.speaker in ("", "Weber", "ويبر")


@pytest.mark.parametrize(("sentence", "speaker"), SAID)
def test_words_are_the_speakers_in_sentences_of_nearly_that_shape(sentence, speaker):
    assert [quote.speaker for quote in find_quotes([sentence])] == [speaker]


@pytest.mark.parametrize("sentence", BODIES)
def test_bodies_are_no_speakers(sentence):
    (quote,) = find_quotes([sentence])
    assert quote.speaker == ""
