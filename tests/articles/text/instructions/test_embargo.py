"""Embargoes: which lines are one, and the moment each names."""

from datetime import UTC, datetime
from zoneinfo import ZoneInfo

import pytest

from articles.text.instructions.embargo import ParsedEmbargo, is_embargo, read_embargo

NOW = datetime(2026, 5, 20, 12, tzinfo=UTC)
SITE = ZoneInfo("Europe/Stockholm")


def until(*lines, now=NOW):
    assert all(is_embargo(line) for line in lines)
    embargo = read_embargo(lines, now=now, zone=SITE)
    return embargo.until and embargo.until.isoformat()


@pytest.mark.parametrize(
    ("line", "moment"),
    [
        ("EMBARGOED UNTIL 00:01 BST ON FRIDAY 22 MAY 2026", "2026-05-22T00:01:00+01:00"),
        ("EMBARGOED TO 0001 FRIDAY MAY 22", "2026-05-22T00:01:00+02:00"),
        ("Hold for release: 22 May 2026, 6 a.m. EDT", "2026-05-22T06:00:00-04:00"),
        ("Not for publication before 6 a.m. ET, May 22", "2026-05-22T06:00:00-04:00"),
        ("STRICT EMBARGO: 22/05/2026 11.00 CET", "2026-05-22T11:00:00+01:00"),
        ("This release is under strict embargo until 22 May 2026 at 10am London time", "2026-05-22T10:00:00+01:00"),
        ("Embargoed until 00:01 BST (19:01 ET, 21 May), 22 May", "2026-05-22T00:01:00+01:00"),
        ("Embargo: 12.01am, Friday, May 22nd, 2026", "2026-05-22T00:01:00+02:00"),
        ("NOTE TO MEDIA | Embargoed until 22 May 2026, 10:00", "2026-05-22T10:00:00+02:00"),
        ("FOR RELEASE FRIDAY 22 MAY 2026 AT 10:00 LOCAL TIME", "2026-05-22T10:00:00+02:00"),
        ("Embargoed until noon (UTC+3), 2026-05-22", "2026-05-22T12:00:00+03:00"),
        ("Embargoed until 2026-05-22T10:00+02:00", "2026-05-22T10:00:00+02:00"),
        ("Embargo ends 6 p.m. Eastern, 5/22/26", "2026-05-22T18:00:00-04:00"),
        ("Embargo: 1 January, 08:00", "2027-01-01T08:00:00+01:00"),
        ("Embargo: 22 May 2026", "2026-05-22T00:00:00+02:00"),
        ("Sperrfrist: Freitag, 22. Mai 2026, 10.30 Uhr", "2026-05-22T10:30:00+02:00"),
        ("Bitte nicht vor dem 22.05.2026, 12 Uhr MESZ veröffentlichen", "2026-05-22T12:00:00+02:00"),
        ("Nicht zur Veröffentlichung vor Freitag, 22. Mai 2026, 12 Uhr", "2026-05-22T12:00:00+02:00"),
        ("Pressemitteilung – gesperrt bis Freitag, 22. Mai 2026, 9 Uhr", "2026-05-22T09:00:00+02:00"),
        ("Communiqué de presse – Ne pas diffuser avant le 22 mai 2026, 18h", "2026-05-22T18:00:00+02:00"),
        ("ممنوع من النشر قبل 22 مايو 2026 الساعة 6 مساء", "2026-05-22T18:00:00+02:00"),
        ("Embargo jusqu’au 22 mai à 6 h", "2026-05-22T06:00:00+02:00"),
        ("Sous embargo jusqu'au vendredi 22 mai 2026, 18h30 (heure de Londres)", "2026-05-22T18:30:00+01:00"),
        ("Embargado hasta las 6 de la tarde del 22 de mayo de 2026", "2026-05-22T18:00:00+02:00"),
        ("Embargo till den 22 maj kl. 06.00", "2026-05-22T06:00:00+02:00"),
        ("Får ej publiceras före fredag den 22 maj 2026 kl 10", "2026-05-22T10:00:00+02:00"),
        ("Embargo do 22 maja 2026, godz. 6:00", "2026-05-22T06:00:00+02:00"),
        ("Ambargo: 22 Mayıs 2026 saat 09.00'a kadar", "2026-05-22T09:00:00+02:00"),
        ("22 MAYIS 2026 SAAT 09.00'A KADAR AMBARGOLUDUR", "2026-05-22T09:00:00+02:00"),
        ("Ембарго до 22 травня 2026, 06:00", "2026-05-22T06:00:00+02:00"),
        ("Ембарго до 6:00 за київським часом 22 травня", "2026-05-22T06:00:00+03:00"),
        ("محظور النشر حتى ٢٢ مايو ٢٠٢٦ الساعة ٦ مساء بتوقيت غرينتش", "2026-05-22T18:00:00+00:00"),
        ("محظور النشر حتى 22 مايو 2026 الساعة الثامنة والنصف مساء", "2026-05-22T20:30:00+02:00"),
        ("אמברגו עד 22 במאי 2026 בשעה 06:00", "2026-05-22T06:00:00+02:00"),
        ("2026年5月22日上午9时之前请勿发布", "2026-05-22T09:00:00+02:00"),
        ("報道解禁: 2026年5月22日午後6時30分", "2026-05-22T18:30:00+02:00"),
        (
            "Achtung Redaktionen: Zur Veröffentlichung frei ab Freitag, 22. Mai 2026, 11 Uhr",
            "2026-05-22T11:00:00+02:00",
        ),
        ("Information à ne pas diffuser avant le vendredi 22 mai à 18 h", "2026-05-22T18:00:00+02:00"),
        ("OBS! Får ej publiceras före fredag 22 maj kl. 07.00", "2026-05-22T07:00:00+02:00"),
        ("22 Mayıs 2026 saat 10.00'dan önce yayımlanmaması rica olunur", "2026-05-22T10:00:00+02:00"),
        ("بيان صحفي - يُرجى عدم النشر قبل الساعة 10:00 من يوم 22 مايو 2026", "2026-05-22T10:00:00+02:00"),
        ("Please note this story may not be posted online until after the mayor sits down on Friday", None),
    ],
)
def test_embargo_names_a_moment(line, moment):
    assert until(line) == moment


@pytest.mark.parametrize(
    "line",
    [
        "EMBARGOED",
        "*** EMBARGO ***",
        "Embargoed until delivery",
        "EMBARGOED TO 0001 FRIDAY MAY 23",  # a Saturday
        "Embargo: 05/06/2026 10:00",  # May or June
        "Embargo: 31 February 2026 10:00",
        "Embargo: 22 May 2026, 25:00",
        "Embargo: 22 May 2026, 10:00 or 12:00",
        "Embargo: 22 May or 23 May 2026, 10:00",
        "Embargo: 22 May 2026, 10:00 IST",
        "Embargo: 22 May 2026, 10:00 Nairobi time",
        "Embargo: 22 May 2026, 10:00 UTC+25",
        "Embargo: 22 May 2026, at nine",  # an hour in words
        "Embargo: 29 March 2026, 02:30",  # an hour that clocks skip
    ],
)
def test_embargo_in_doubt_names_no_moment(line):
    assert until(line) is None


@pytest.mark.parametrize(
    ("line", "moment"),
    [
        ("EMBARGOED UNTIL 6AM TOMORROW", "2026-05-21T06:00:00+02:00"),
        ("Sperrfrist: morgen, 12 Uhr", "2026-05-21T12:00:00+02:00"),
        ("Ембарго до завтра, 9:00", "2026-05-21T09:00:00+02:00"),
        ("אמברגו עד מחר בשעה 10:00", "2026-05-21T10:00:00+02:00"),
        ("Embargo: 10am Friday", "2026-05-22T10:00:00+02:00"),
        ("Embargo hasta el viernes a las 10:00", "2026-05-22T10:00:00+02:00"),
        ("Embargo: today, 6pm", "2026-05-20T18:00:00+02:00"),
    ],
)
def test_embargo_may_name_a_day_from_today_on(line, moment):
    now = datetime(2026, 5, 20, 9, tzinfo=SITE)  # a Wednesday
    assert is_embargo(line)
    assert read_embargo([line], now=now, zone=SITE).until.isoformat() == moment


@pytest.mark.parametrize(
    "line",
    ["Embargo: Wednesday, 10:00", "Embargo: Thursday or Friday, 10:00", "Embargo: tomorrow, Monday, 10:00"],
)
def test_day_that_may_be_two_names_no_moment(line):
    now = datetime(2026, 5, 20, 9, tzinfo=SITE)
    assert read_embargo([line], now=now, zone=SITE).until is None


def test_release_may_name_its_hour_and_day():
    assert is_embargo("For release: 6am tomorrow")
    assert not is_embargo("For release: the sun")


@pytest.mark.parametrize(
    "line",
    [
        "PLEASE HOLD UNTIL LEGAL CLEARS",
        "HOLD – DO NOT PUBLISH",
        "Do not run yet",
        "Bitte zurückhalten bis zum Anruf",
        "No publicar todavía",
        "Henüz yayımlamayın",
    ],
)
def test_copy_that_is_held_is_embargoed(line):
    assert is_embargo(line)


def test_hour_that_clocks_show_twice_is_the_later_one():
    assert until("Embargo: 25 October 2026, 02:30") == "2026-10-25T02:30:00+01:00"


def test_date_without_a_year_needs_the_present():
    assert until("Embargo: 22 May, 10:00", now=None) is None


def test_latest_moment_holds():
    lines = ("EMBARGOED", "Embargo: 22 May 2026, 10:00", "Embargo: 21 May 2026, 10:00")
    assert read_embargo(lines, now=NOW, zone=SITE).words == lines[1]
    assert read_embargo(lines[:1], now=NOW, zone=SITE) == ParsedEmbargo("EMBARGOED", None)
    assert read_embargo((), now=NOW, zone=SITE) is None


@pytest.mark.parametrize(
    "line",
    [
        "",
        "***",
        "FOR IMMEDIATE RELEASE",
        "Zur sofortigen Veröffentlichung frei ab 22. Mai 2026",
        "Embargo on Ulmen's timber takes effect",
        "Embargo until 2030 on timber, minister says",
        "Embargo: ministers of the coast meet once more",
        "Ембарго на деревину з Ульмена",
        "Timber embargo until 22 May 2026",
        "Straße in Ulmen – gesperrt bis 22. Mai",
        "Press freedom – embargo to last until 2030",
        "The ferry will not be released until 22 May",
        "Hold until rescue comes, climbers told",
        "Release of prisoners in 2026 is planned",
        "Embargoed until 22 May 2026. " * 20,
        "“Hold for release” was what the stamp on the crate had said.",
    ],
)
def test_news_is_no_embargo(line):
    assert not is_embargo(line)
