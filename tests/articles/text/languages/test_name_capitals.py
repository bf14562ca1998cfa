"""Names in capitals get those that people write, in the languages whose names have capitals inside."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from articles.text.languages.folding import fold
from articles.text.languages.name_capitals import eased_name, is_in_capitals
from tests.articles.text.languages.test_folding import ANYTHING

EASED = """
RONALD MCDONALD = Ronald McDonald
RONALD McDONALD = Ronald McDonald
OLIVER MCCARTHY-O'DONNELL = Oliver McCarthy-O'Donnell
FIONA O’BRIEN = Fiona O’Brien
DEVON MACLEAN = Devon MacLean
MACDONALD = MacDonald
MACKENZIE HOLM = Mackenzie Holm
EMMANUEL MACRON = Emmanuel Macron
MARIA MACHADO = Maria Machado
A.J. SMITH III = A.J. Smith III
J.R.R. HOLM = J.R.R. Holm
JK ROWE = JK Rowe
AJ COX = AJ Cox
AL BRANDT = Al Brandt
BO EK = Bo Ek
NG WEI = Ng Wei
XI LANFEN = Xi Lanfen
JR SMITH = JR Smith
SAM DAVIS JR = Sam Davis Jr
JOHN DAVIS, JR. = John Davis, Jr.
JOHN PAUL II = John Paul II
PORTLAND, ME = Portland, ME
LUDWIG VAN DER BERG = Ludwig van der Berg
LUDWIG van der BERG = Ludwig van der Berg
JEAN-LUC DE LA TOUR = Jean-Luc de la Tour
ADA LE ROUX = Ada Le Roux
ARNE VON BOHLEN UND HALBACH = Arne von Bohlen und Halbach
VON DER LINDE = Von der Linde
OMAR BIN SALEH = Omar bin Saleh
OMAR AL-ASADI = Omar al-Asadi
AL-ASADI = Al-Asadi
ZIA-UL-HAQ = Zia-ul-Haq
KIM YONG-UN = Kim Yong-un
KIM ANNE-LOUISE = Kim Anne-Louise
RON DESANTIS = Ron DeSantis
KYLIAN M'BOTO = Kylian M'Boto
GIULIA DELL'ARTE = Giulia Dell'Arte
МАР'ЯНА КОВАЛЬ-ЛИСА = Мар'яна Коваль-Лиса
AYŞE YILDIZ = Ayşe Yıldız
TAYYİP WIRTH IŞIK = Tayyip Wirth Işık
İZMİR = İzmir
ŁUKASZ WÓJCIK = Łukasz Wójcik
MAX VAN IJZENDOORN = Max van IJzendoorn
IJAZ KHAN = Ijaz Khan
ADA "BO" LIND = Ada "Bo" Lind
ST. JOHN'S = St. John's
ST JOHN'S = St John's
WASHINGTON, D.C. = Washington, D.C.
WASHINGTON DC = Washington DC
RIO DE JANEIRO = Rio de Janeiro
STRATFORD-UPON-AVON = Stratford-upon-Avon
TRINIDAD AND TOBAGO = Trinidad and Tobago
OSLO/BERGEN = Oslo/Bergen
ΓΙΩΡΓΟΣ ΠΑΠΑΣ = Γιωργος Παπας
""".strip().splitlines()


@pytest.mark.parametrize("line", EASED)
def test_capitals_are_eased_as_people_write_the_name(line):
    name, eased = line.split(" = ")
    assert eased_name(name) == eased
    assert eased_name(eased) == eased


@pytest.mark.parametrize(
    "name", ["UAE", "UN", "Ronald Mcdonald", "La NATO", "AI 公司宣布", "سالم", "", "de Gaulle", "12"]
)
def test_what_is_not_in_capitals_stays(name):
    assert eased_name(name) == name


def test_turkish_capitals_are_known_by_the_language_too():
    assert eased_name("YILMAZ KAYA", "tr") == "Yılmaz Kaya"
    assert eased_name("YILMAZ KAYA") == "Yilmaz Kaya"
    assert eased_name("WILLIAM KAYA", "tr") == "William Kaya"


@given(ANYTHING | st.text("ABCIİŞÉ'’-. ,MACÄß", max_size=30))
def test_only_capitals_change(name):
    eased = eased_name(name)
    assert eased == name or is_in_capitals(name)
    assert fold(eased) == fold(name)
