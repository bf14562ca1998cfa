"""Invented stories in Ukrainian, French, German and Arabic."""

UKRAINIAN = """Відновлення порту

У Норвіку знову відкривають поромну лінію

Два міста домовилися про нову переправу.

Автор: Марко Ондаль

НОРВІК, 5 лютого (Укрінформ) — Президент Естонії Тома Вірсен заявив, що поромна лінія запрацює навесні.

Перші рейси заплановано на березень, повідомили у міській раді.

Що далі

«Ми чекали дванадцять років», — сказала Інна Брандт.
"""
FRENCH = """Le bac de Norrvik reprend la mer

Deux villes se retrouvent après douze ans.

Par Marc Ondal et Inès Brandt

NORRVIK (AFP) — Le président estermois Thomas Virsène a annoncé lundi la reprise de la liaison maritime.

« Nous attendions ce jour », a-t-il dit.

Une nouvelle flotte

Deux bateaux ont été commandés au chantier d’Ulmen.
"""
GERMAN = """Die Fähre nach Norrvik fährt wieder

Von Marek Ondal und Ina Brandt

Ulmen (dpa) - Nach zwölf Jahren fährt wieder eine Fähre, sagte Bundeskanzlerin Tora Vik am Montag.

„Wir haben lange gewartet“, sagte Jonas Krell.

Was jetzt geplant ist

Zwei Boote sind bestellt.
"""
ARABIC = """عودة خط العبارات بين المدينتين

بقلم سامي الحداد

نورفيك (رويترز) - أعلنت المدينتان يوم الاثنين عودة خط العبارات بعد اثني عشر عاما.

وقال مسؤولون إن العمل يبدأ في الربيع.

ماذا بعد

سيصل القارب الأول في آذار.
"""
LANGUAGES = {
    "Arabic with a dek": (
        ARABIC.replace("\n\n", "\n\nالمدينتان تنظران إلى البحر من جديد\n\n", 1),
        {
            "topic": "",
            "headline": "عودة خط العبارات بين المدينتين",
            "dek": "المدينتان تنظران إلى البحر من جديد",
            "bylines": ("سامي الحداد",),
        },
    ),
    "Ukrainian": (
        UKRAINIAN,
        {
            "topic": "Відновлення порту",
            "headline": "У Норвіку знову відкривають поромну лінію",
            "dek": "Два міста домовилися про нову переправу.",
            "bylines": ("Марко Ондаль",),
            "place": "Норвік",
            "agency": "Укрінформ",
            "date_words": "5 лютого",
            "kinds": "p p h2 p",
            "named": ["Президент Естонії Тома Вірсен", "Інна Брандт"],
        },
    ),
    "French": (
        FRENCH,
        {
            "headline": "Le bac de Norrvik reprend la mer",
            "dek": "Deux villes se retrouvent après douze ans.",
            "bylines": ("Marc Ondal", "Inès Brandt"),
            "place": "Norrvik",
            "agency": "AFP",
            "kinds": "p p h2 p",
            "named": ["président estermois Thomas Virsène"],
        },
    ),
    "German": (
        GERMAN,
        {
            "headline": "Die Fähre nach Norrvik fährt wieder",
            "bylines": ("Marek Ondal", "Ina Brandt"),
            "place": "Ulmen",
            "agency": "dpa",
            "kinds": "p p h2 p",
            "named": ["Bundeskanzlerin Tora Vik", "Jonas Krell"],
        },
    ),
    "Arabic": (
        ARABIC,
        {
            "headline": "عودة خط العبارات بين المدينتين",
            "bylines": ("سامي الحداد",),
            "place": "نورفيك",
            "agency": "رويترز",
            "kinds": "p p h2 p",
            "named": [],
        },
    ),
}
