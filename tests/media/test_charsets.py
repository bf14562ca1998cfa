"""Bytes without a declared charset are read as words, and words that some program spoiled are mended."""

import pytest

from media import charsets
from tests.linear import assert_linear

pytestmark = pytest.mark.once

# A charset and words written in it, names alone included.
WRITTEN = """
cp1251|Пором повертається до острова
cp1251|Оля Коваль/Укрінформ
cp1251|Коваль
cp1251|Фото: Анна
cp1251|Иван Петров / ТАСС
cp1252|Zoë
cp1252|Café
cp1252|Malmö
cp1252|Köln
cp1252|Müller
cp1252|© Anna
cp1252|Photo © Anna
cp1252|München
cp1252|José Núñez
cp1252|“The ferry” – Nordhafen
cp1252|l’été
cp1252|Ärger
cp1252|Århus
cp1252|Åsa Öberg
cp1252|Göteborgs hamn på onsdagen
cp1252|La réouverture du port après neuf semaines
cp1252|El puerto del norte reabrió tras nueve semanas
cp1252|Ein Fährschiff läuft in den Hafen ein
cp1252|Mayor’s house
cp1252|Straße
cp1252|São Paulo
cp1252|François Hollande
cp1252|A 5° day
cp1252|£5m
cp1252|Ferry 25 €
cp1252|ÉLYSÉE
cp1252|FÄHRE
mac_roman|Café
mac_roman|Malmö
mac_roman|Köln
mac_roman|München
mac_roman|José Núñez
mac_roman|Müller
mac_roman|Zoë
mac_roman|Åsa Öberg
mac_roman|l’été à Genève
mac_roman|“The ferry” – Nordhafen
mac_roman|Mayor’s house
mac_roman|© Anna
mac_roman|Straße
mac_roman|La réouverture du port après neuf semaines
mac_roman|Göteborgs hamn på onsdagen
mac_roman|FÄHRE
mac_roman|São Paulo
cp1250|Łódź
cp1250|Michał
cp1250|Wałęsa
cp1250|Bożena Świątek
cp1250|Fot. Michał
cp1250|Prom wrócił na wyspę
cp1250|Dvořák
cp1250|Václav Havel
cp1250|Příšerně žluťoučký kůň
cp1250|Erdős Pál
cp1250|Šibenik
iso8859_2|Łódź
iso8859_2|Bożena Świątek
iso8859_2|Prom wrócił na wyspę po dziewięciu tygodniach
iso8859_2|Dvořák a Škoda
cp1254|Türkçe
cp1254|İstanbul
cp1254|Şehir ışıkları
cp1254|Ayşe Yılmaz
cp1254|Feribot dokuz hafta sonra adaya döndü
cp1254|Kuzey limanı yeniden açıldı
cp1253|Το λιμάνι άνοιξε ξανά
cp1253|Ελένη
cp1255|הנמל נפתח מחדש
cp1255|שרה כהן
cp1256|الميناء يفتح من جديد
cp1256|سارة
cp1256|تصوير: أحمد
koi8_u|Пором повертається
koi8_u|Паром вернулся к острову
mac_cyrillic|Паром вернулся к острову
cp1251|Паром вернулся к острову
cp1251|ПАРОМ ВЕРНУЛСЯ
cp1251|УКРІНФОРМ
cp1251|Олена
cp1251|Їжак
cp1251|Ferry «Оля» in Odesa
cp866|Паром вернулся к острову
gb18030|渡轮返回岛屿
gb18030|新华社
cp932|フェリーが島に戻る
cp932|共同通信
euc_kr|연합뉴스
big5|渡輪返回島嶼
cp1257|Ąžuolas ir žmonės
cp1252|Ólafur Þór
cp1252|Reykjavík
cp1252|Ó Briain
cp1252|naïve
cp1252|Žižek
cp1252|coöperate
cp1252|Føroyar
cp1252|Bjørn Sæther
cp1252|Œuvre d’art
cp1252|Noël à Évry
cp1252|DÜSSELDORF
cp1252|GÖTEBORG
"""
PAIRS = [line.split("|", 1) for line in WRITTEN.strip().split("\n")]


@pytest.mark.parametrize(("charset", "words"), PAIRS)
def test_guess_reads_words_in_their_charset(charset, words):
    assert charsets.guess(words.encode(charset)).text == words


@pytest.mark.parametrize("words", ["Пором", "Café", "Łódź", "渡轮返回岛屿", "plain"])
def test_guess_takes_utf8_for_what_it_is(words):
    assert charsets.guess(words.encode()) == charsets.Guess(words)


def test_guess_forgives_utf8_whose_last_letter_was_cut():
    assert charsets.guess("Оля Коваль".encode()[:-1]) == charsets.Guess("Оля Ковал")
    assert charsets.guess("Café".encode("cp1252")).text == "Café"


def test_guess_is_clear_only_where_nothing_else_reads_nearly_as_well():
    assert charsets.guess("Пором повертається до острова".encode("cp1251")).is_clear
    assert not charsets.guess("Köln".encode("mac_roman")).is_clear


def test_guess_together_weighs_short_words_by_their_long_neighbours():
    alone, caption = "Ян".encode("cp1251"), "Паром вернулся к острову".encode("cp1251")
    assert charsets.guess(alone).text != "Ян"
    found = charsets.guess_together({"credit": alone, "caption": caption, "source": "Łódź".encode()})
    assert {key: guess.text for key, guess in found.items()} == {
        "credit": "Ян",
        "caption": "Паром вернулся к острову",
        "source": "Łódź",
    }


def test_guess_of_bytes_that_no_charset_holds_is_doubtful():
    guess = charsets.guess(bytes(range(0x80, 0x100)) * 3)
    assert not guess.is_clear or charsets.is_garbled(guess.text)


@pytest.mark.parametrize("mistaken", ["cp1252", "latin_1", "mac_roman", "cp1251", "cp437"])
@pytest.mark.parametrize("words", ["Пором повертається", "Café in Łódź", "l’été – “Genève”", "北港", "הנמל נפתח"])
def test_repaired_undoes_utf8_read_as_something_else(mistaken, words):
    spoilt = b"".join(_one(char, mistaken) for char in words.encode().decode("latin_1")).decode("utf-8")
    assert charsets.repaired(spoilt) == words


def _one(char, charset):
    try:
        return char.encode("latin_1").decode(charset).encode()
    except UnicodeDecodeError:
        return char.encode()


def test_repaired_undoes_two_mistakes():
    spoilt = "Пором".encode().decode("latin_1").encode().decode("latin_1")
    assert charsets.repaired(spoilt) == "Пором"


@pytest.mark.parametrize(
    ("spoilt", "words"),
    [
        ("Ïîðîì ïîâåðòàºòüñÿ äî îñòðîâà", "Пором повертається до острова"),
        ("Îëÿ Êîâàëü/Óêð³íôîðì", "Оля Коваль/Укрінформ"),
        ("La rÈouverture du port aprËs neuf semaines", "La réouverture du port après neuf semaines"),
        ("Prom wróci³ na wyspê po dziewiêciu tygodniach", "Prom wrócił na wyspę po dziewięciu tygodniach"),
    ],
)
def test_repaired_undoes_single_bytes_read_as_others(spoilt, words):
    assert charsets.repaired(spoilt) == words


@pytest.mark.parametrize("words", [words for _, words in PAIRS])
def test_words_that_are_right_stay(words):
    assert charsets.repaired(words) == words
    assert not charsets.is_garbled(words)


@pytest.mark.parametrize("words", ["Nguyễn Văn Đức tại cảng", "Eesti sõjavägi Tõraveres", "1000 m³ à 5 °C", "Þjóðþing"])
def test_languages_without_a_table_are_not_spoilt(words):
    assert charsets.repaired(words) == words
    assert not charsets.is_garbled(words)


@pytest.mark.parametrize("words", ["Caf\ufffd", "JosÈ NúÒez", "Wa³êsa", "Ïîðîì", "K‰ln", "Bj¯rn", "a\x8ab"])
def test_garbled_words_are_told(words):
    assert charsets.is_garbled(words)


@pytest.mark.parametrize("piece", [b"\xe9 ", b"\xef\xee\xf0", "é”".encode("cp1252"), b"\x95", b"a\x80"])
def test_a_megabyte_is_read_at_once(piece):
    def read(size):
        data = piece * (size // len(piece)) + b"\xff"
        charsets.is_garbled(charsets.repaired(charsets.guess(data).text))

    assert_linear(read, 1_000_000)
