"""Invented stories as mails, press offices and agencies send them, in ten languages."""

COPY = {
    "a German press release": (
        """PRESSEMITTEILUNG
Sperrfrist: Montag, 1. Juni 2026, 6.00 Uhr

Museum kauft verschenktes Gemälde zurück

Bild hing jahrelang beim Zahnarzt

Ellbek, 31. Mai 2026 – Das Museum hat ein Gemälde zurückgekauft, das es 1988 versehentlich verkauft hatte.

„Es hing in einem Wartezimmer“, sagte Ella Brandt.

Über das Museum Ellbek
Das Museum Ellbek wurde 1902 gegründet und zeigt 4.000 Werke.

Pressekontakt:
Jana Holm
Museum Ellbek, Presse- und Öffentlichkeitsarbeit
Telefon: 030 1234567
E-Mail: presse@museum.example
www.museum.example""",
        {
            "headline": "Museum kauft verschenktes Gemälde zurück",
            "dek": "Bild hing jahrelang beim Zahnarzt",
            "place": "Ellbek",
            "kinds": "p p",
        },
    ),
    "a mail without labels": (
        """Hi all,

Story for tonight below, 90 words. Pics to follow.

Thanks,
Sam

Museum buys back painting it sold by mistake

The museum has bought back a painting sold in 1988, it said on Tuesday.

"It hung in a dentist's waiting room," said Ella Brandt, who runs the museum.

The price was not disclosed. The painting will be shown from June.

Sam Okoro
Arts correspondent, The Ellbek Times
M: 07700 900 123
sam.okoro@example.com
Sent from my iPhone""",
        {"headline": "Museum buys back painting it sold by mistake", "topic": "", "caption": "", "kinds": "p p p"},
    ),
    "a French agency's file": (
        """FRA0123 4 CUL 0120 AFP 0456
Musée-peinture-insolite

Un musée rachète un tableau vendu par erreur

ELLBEK (Norlande), 19 mai 2026 (AFP) - Le musée a racheté un tableau vendu par erreur en 1988.

« Il était accroché chez un dentiste », a raconté Ella Brandt.

eb/kt/rs

(c) AFP 2026""",
        {
            "headline": "Un musée rachète un tableau vendu par erreur",
            "place": "Ellbek",
            "agency": "AFP",
            "kinds": "p p",
        },
    ),
    "a Ukrainian mail with labels": (
        """Від: Олена Коваль <olena@example.org>
Кому: Редакція
Тема: Fwd: новина про музей

Доброго дня, колеги!

Надсилаю текст. Фото буде ввечері.

Заголовок: Музей викупив картину, яку продав помилково
Лід: Вона висіла у стоматолога
Автор: Олена Коваль
Рубрика: Культура
Теги: музеї, живопис

Музей в Елльбеку викупив картину, яку помилково продав 1988 року, повідомила у вівторок директорка.

«Вона висіла в приймальні стоматолога», — сказала Елла Брандт.

З повагою,
Олена Коваль
тел. +380 44 123 45 67""",
        {
            "headline": "Музей викупив картину, яку продав помилково",
            "dek": "Вона висіла у стоматолога",
            "topics": ("музеї", "живопис"),
            "desk": "Культура",
            "bylines": ("Олена Коваль",),
            "kinds": "p p",
        },
    ),
    "a Spanish press release": (
        """NOTA DE PRENSA
Embargado hasta el 1 de junio de 2026 a las 10:00 h

El museo recupera un cuadro vendido por error

Estaba en la consulta de un dentista

Ellbek, 31 de mayo de 2026.- El museo ha recuperado un cuadro que vendió por error en 1988.

«Estaba en una sala de espera», dijo Ella Brandt.

Para más información:
Gabinete de prensa
Tel. 912 345 678
prensa@museo.example""",
        {
            "headline": "El museo recupera un cuadro vendido por error",
            "dek": "Estaba en la consulta de un dentista",
            "kinds": "p p",
        },
    ),
    "Markdown": (
        """# Museum buys back *painting*

**By Sam Okoro**

The museum in **Ellbek** has bought back a painting, [it said](https://museum.example/news). It was sold in 1988.

> It hung in a dentist's waiting room.

---

1. First
2. Second

Read more: [Other story](https://x.example)""",
        {"headline": "Museum buys back painting", "bylines": ("Sam Okoro",), "kinds": "p quote p p"},
    ),
    "a Turkish release with labels": (
        """HABER BÜLTENİ
AMBARGO: 1 Haziran 2026, saat 10.00

Başlık: Müze yanlışlıkla sattığı tabloyu geri aldı
Spot: Tablo bir diş hekiminin bekleme odasındaydı
Haber: Derya Ak

ELLBEK (DHA) - Müze, 1988 yılında yanlışlıkla sattığı tabloyu geri aldığını salı günü açıkladı.

Müdür Ella Brandt, "Bir bekleme odasında asılıydı" dedi.

Editörün dikkatine: fotoğraflar ektedir.

İletişim: Derya Ak, 0532 000 00 00""",
        {
            "headline": "Müze yanlışlıkla sattığı tabloyu geri aldı",
            "bylines": ("Derya Ak",),
            "place": "Ellbek",
            "agency": "DHA",
            "kinds": "p p",
        },
    ),
    "a Polish mail with labels": (
        """Od: Jan Nowak <jan@example.org>
Do: redakcja@example.org
Temat: tekst na jutro

Cześć,
w załączniku zdjęcia, poniżej tekst.

TYTUŁ: Muzeum odkupiło obraz sprzedany przez pomyłkę
LID: Wisiał w poczekalni u dentysty
AUTOR: Jan Nowak
DZIAŁ: Kultura

Muzeum w Ellbek odkupiło obraz, który w 1988 roku sprzedało przez pomyłkę, poinformowała we wtorek dyrektorka.

– Wisiał w poczekalni – powiedziała Ella Brandt.

Pozdrawiam
Jan Nowak
tel. 600 100 200""",
        {
            "headline": "Muzeum odkupiło obraz sprzedany przez pomyłkę",
            "dek": "Wisiał w poczekalni u dentysty",
            "desk": "Kultura",
            "kinds": "p p",
        },
    ),
    "a second version of an agency": (
        """UPDATE 2-Museum buys back painting it sold by mistake
(Adds director's quote, details on price)

By Sam Okoro

ELLBEK, May 19 (Reuters) - The museum has bought back a painting sold in 1988.

"It hung in a dentist's waiting room," said Ella Brandt.

(Reporting by Sam Okoro; Editing by Dora Lind)
((sam.okoro@example.com; +44 20 7946 0000;))

Our Standards: The Thomson Reuters Trust Principles.""",
        {
            "headline": "Museum buys back painting it sold by mistake",
            "bylines": ("Sam Okoro",),
            "agency": "Reuters",
            "kinds": "p p",
        },
    ),
    "a Hebrew press release": (
        """הודעה לעיתונות
אמברגו עד 1.6.2026 בשעה 10:00

המוזיאון רכש בחזרה ציור שמכר בטעות

המוזיאון באלבק רכש בחזרה ציור שמכר בטעות בשנת 1988, כך הודיעה המנהלת ביום שלישי.

"הוא היה תלוי בחדר המתנה", אמרה אלה ברנדט.

לפרטים נוספים: דנה לוי, 050-0000000, press@museum.example""",
        {"headline": "המוזיאון רכש בחזרה ציור שמכר בטעות", "kinds": "p p"},
    ),
    "an Arabic press release": (
        """بيان صحفي
محظور النشر حتى يوم الاثنين 1 يونيو 2026 الساعة 10 صباحا

المتحف يستعيد لوحة باعها بالخطأ

استعاد متحف إلبيك لوحة باعها بالخطأ عام 1988، بحسب ما أعلنت مديرته يوم الثلاثاء.

وقالت إيلا برانت: "كانت معلقة في غرفة انتظار".

للتواصل:
دانا ليفي
هاتف: 0100 000 0000
press@museum.example""",
        {"headline": "المتحف يستعيد لوحة باعها بالخطأ", "kinds": "p p"},
    ),
    "a Swedish press release": (
        """PRESSMEDDELANDE
Embargo till måndag den 1 juni 2026 kl. 06.00

Museum köper tillbaka tavla som såldes av misstag

Museet i Ellbek har köpt tillbaka en tavla som såldes av misstag 1988, meddelade chefen på tisdagen.

– Den hängde i ett väntrum, säger Ella Brandt.

För mer information, kontakta:
Dana Levi, presschef
070-123 45 67
dana@museum.example

Om Ellbeks museum
Museet grundades 1902.""",
        {"headline": "Museum köper tillbaka tavla som såldes av misstag", "kinds": "p p"},
    ),
    "a file with a notebook": (
        """bdt0312 4 ku 210 dpa 0789

Museen/Leute/
Museum kauft verkauftes Bild zurück =

Ellbek (dpa) - Das Museum hat ein Gemälde zurückgekauft, das es 1988 versehentlich verkauft hatte.

«Es hing in einem Wartezimmer», sagte Ella Brandt am Dienstag.

# Notizblock

## Redaktionelle Hinweise
- Foto: Porträt Brandt

* * * *
Die folgenden Informationen sind nicht zur Veröffentlichung bestimmt

## dpa-Kontakte
- Autor: Sam Okoro, +49 30 0000 0000, <okoro@example.org>
dpa so yyzz n1 kt
191405 Mai 26""",
        {"headline": "Museum kauft verkauftes Bild zurück", "agency": "dpa", "place": "Ellbek", "kinds": "p p"},
    ),
}
