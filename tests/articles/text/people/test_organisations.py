"""Organisations are told from people by their names."""

import pytest

from articles.text.people.organisations import is_organisation
from tests.linear import assert_linear

pytestmark = pytest.mark.once

ORGANISATIONS = """
Reuters
Associated Press
The Associated Press
AFP
Agence France-Presse
Укрінформ
УКРІНФОРМ
dpa
DPA
PAP
TT
Anadolu Ajansı
ANADOLU AJANSI
Polska Agencja Prasowa
Ministry of Defence
Ministry for Foreign Affairs
Nordhafen GmbH
Ferry Lines Ltd.
Norland News Agency
Агентство морських новин
Nordland Nachrichtenagentur
Agence Norland
Agencia Marina
Міністерство оборони України
وزارة الدفاع
وكالة الأنباء
רויטרס
משרד הביטחון
新华社
北港通讯社
共同通信社
University of Nordhafen
Universität Nordhafen
Kyiv City Council Press Office
The Norland Times
Prosecutor's Office of Norland
Getty Images
AP
BBC News
İstanbul Üniversitesi
Nordhafen Polizei
Redaktion Nordhafen
Uniwersytet Gdański
Tidningarnas Telegrambyrå
Press service of the mayor
TOV Ferry ТОВ
European Commission
Haber Ajansı
رويترز
"""
PEOPLE = """
Ines Halloran
Tom Vess
Olena Koval
Оля Коваль
Ludwig van der Berg
Ana Press
John Times
Bo Council
Mary Police
Dora Lindqvist
Ayşe Yılmaz
سارة أحمد
שרה כהן
李明
王部
Jean-Luc de la Tour
Paul Bishop
Anna Bell
Peter Bank
Jack Ma
Ag Lind
Sa Nguyen
Inc Lee
Nguyen Thi Ha
Kim
Ab Hamid
Media Benjamin
A. Petra
Petra
Petra Lind
Sana Khan
Pa Lee
Mena Suvari
Ani Lorak
Tass Bell
Deniz Polis
Mustafa Vakıf
Sita
Ats Lind
"""


@pytest.mark.parametrize("name", ORGANISATIONS.strip().split("\n"))
def test_is_organisation_knows_agencies_and_bodies(name):
    assert is_organisation(name)


@pytest.mark.parametrize("name", PEOPLE.strip().split("\n"))
def test_is_organisation_leaves_people_alone(name):
    assert not is_organisation(name)


@pytest.mark.parametrize("piece", ["a ", "press ", "ministry of ", "新社"])
@pytest.mark.growth
def test_long_names_are_judged_at_once(piece):
    assert_linear(lambda size: is_organisation(piece * size), 50_000)
