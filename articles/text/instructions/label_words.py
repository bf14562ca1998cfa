"""The labels that people set before the parts of a story, in many languages: "HEADLINE:", "Vorspann:", "Теги:"."""

from articles.text.instructions.patterns import small

# By field; "note" is for editors whatever it says. Small letters, apostrophes straight, without what may stand in
# brackets.
_TABLE = """
headline: headline, head, title, hed, heading, main headline, headline suggestion, suggested headline
headline: proposed headline, web headline
headline: titel, überschrift, schlagzeile, hauptzeile, titelzeile, titelvorschlag, arbeitstitel
headline: titre, grand titre, titraille, proposition de titre, titular, título, titulo, titolo, titulares
headline: rubrikförslag, huvudrubrik, tittel, overskrift, tytuł, tytul, nagłówek, propozycja tytułu, başlık
headline: baslik, manşet, haber başlığı
headline: заголовок, назва, العنوان, عنوان, العنوان الرئيسي, عنوان الخبر, כותרת, כותרת ראשית, 标题, 標題, 主标题, 見出し
headline: タイトル
dek: subhead, sub-head, subheadline, sub-headline, subheading, sub-heading, subhed, standfirst, stand-first, dek
dek: deck, summary, abstract
dek: teaser, blurb, strapline, strap, subtitle, sub-title, excerpt, description, intro, sell
dek: vorspann, untertitel, unterzeile, unterüberschrift, anriss, anreißer, anleser, zusammenfassung, kurzfassung
dek: chapô, chapo, chapeau, sous-titre, sous titre, accroche, résumé, description, entradilla, bajada, subtítulo
dek: subtitulo, sumario
dek: copete, sottotitolo, sommario, ingress, underrubrik, preamble, ingres, undertittel, lid, lead, podtytuł
dek: zajawka, streszczenie
dek: utl, utl.
dek: spot, alt başlık, altbaşlık, özet, sunuş, підзаголовок, лід, анонс, вріз, врізка, вступ, опис, подзаголовок
dek: лид
dek: العنوان الفرعي, عنوان فرعي, المقدمة, مقدمة, ملخص, الملخص, כותרת משנה, כותרת-משנה, תת כותרת, תת-כותרת
dek: תקציר, פתיח, משנה, תת-כותרת, כותרת-משנה
dek: 副标题, 副題, 导语, 摘要, 提要, リード, 要約, サブタイトル, リード文
topic: kicker, eyebrow, overline, dachzeile, oberzeile, surtitre, sur-titre, antetítulo, antetitulo, cintillo
topic: volanta, occhiello
topic: vinjett, överrubrik, stikktittel, nadtytuł, üst başlık, üstbaşlık, надзаголовок, рубрика-надзаголовок
topic: عنوان علوي, العنوان العلوي
topic: כותרת גג, כותרת-גג, 眉题, 肩题, 引题
byline: byline, by-line, by line, by, author, authors, author(s), writer, writers, reporter, reporters
byline: written by, correspondent
byline: autor, autorin, autoren, autor/in, autor:in, von, verfasser, verfasserin, reporterin, auteur, autrice
byline: auteure, auteurs, auteur(e), signature
byline: par, autora, autores, autor/a, firma, por, redactor, redactora, skribent, av, journalist, reporter
byline: forfatter
byline: autorka, autorzy, przez, dziennikarz, dziennikarka, yazar, yazan, muhabir, imza, haberi yazan, автор
byline: авторка, автори, авторы
byline: журналіст, журналістка, кореспондент, кореспондентка, текст підготувала, الكاتب, الكاتبة, بقلم, كتب
byline: كتبت, إعداد, المراسل, المراسلة, الصحفي, الصحفية, كاتب
byline: מאת, כתב, כתבת, כותב, כותבת, שם הכתב, מחבר, 作者, 记者, 文, 撰文, 筆者, 記者, 執筆, 文・
desk: section, desk, category, categories, department, channel, vertical, ressort, rubrik, kategorie, abteilung
desk: sparte
desk: rubrique, catégorie, section, service, sección, seccion, categoría, categoria, apartado, sezione
desk: avdelning, kategori, sektion, vinjettsida, seksjon
desk: dział, dzial, kategoria, rubryka, sekcja, bölüm, kategori, servis, розділ, рубрика, категорія, відділ
desk: раздел, категория, рубрика
desk: القسم, قسم, التصنيف, الباب, الفئة, מדור, קטגוריה, 栏目, 版块, 频道, 分类, 版面, カテゴリ, カテゴリー
desk: セクション, 面
dek: sub-deck, subdeck, sub deck, drop head, drophead, sub, second line
credit: pics, pix, pic credit, picture by, pictures by, pictures, bildbyline
byline: words by
topics: archivado en, filed under, more on, tagged, etiquetado en, classé dans, mots clefs
topics: arkiverat under, opublikowano w, przypisane tagi
topics: tags, tag, keywords, keyword, key words, topics, topic, subjects, labels, schlagwörter, schlagworte
topics: schlagwort, stichwörter, stichworte, themen, thema, tags/keywords
topics: mots-clés, mots clés, mots-clefs, étiquettes, thèmes, thème, sujets, etiquetas, palabras clave, temas
topics: tema, parole chiave
topics: nyckelord, taggar, ämnesord, ämnen, emneord, stikkord, słowa kluczowe, slowa kluczowe, tagi, tematy
topics: hasła, etiketler, etiket, anahtar kelimeler, konular
topics: теги, тег, ключові слова, теми, мітки, ключевые слова, темы, метки, الوسوم, وسوم, الكلمات المفتاحية
topics: كلمات مفتاحية, الكلمات الدلالية, كلمات دلالية, المواضيع
topics: תגיות, תגים, תגית, מילות מפתח, נושאים, 标签, 标签词, 关键词, 關鍵詞, 话题, タグ, キーワード
caption: caption, captions, cutline, photo caption, picture caption, image caption, pic caption
caption: bildunterschrift, bildtext, bildunterzeile, bu, legende
caption: légende, légende photo, légende de la photo, pie de foto, pie, leyenda, pie de imagen, epígrafe
caption: didascalia, bildtexten, fototext
caption: podpis, podpis pod zdjęciem, podpis zdjęcia, opis zdjęcia, podpis pod zdjęcie, fotoğraf altı, foto altı
caption: fotoaltı, resim altı, fotoğraf altyazısı
caption: підпис, підпис до фото, підпис під фото, підпис до світлини, подпись, подпись к фото, تعليق الصورة
caption: شرح الصورة, تعليق, كلام الصورة
caption: כיתוב, כיתוב תמונה, כיתוב לתמונה, 图说, 图片说明, 圖說, キャプション, 写真説明
credit: credit, credits, photo credit, picture credit, image credit, photographer, photo by, photo, pic, picture
credit: image, foto, fotos, bild, bildnachweis, fotonachweis
credit: bildquelle, fotograf, fotografin, crédit, crédits, crédit photo, crédits photo, photographe
credit: photographie, crédito, credito, créditos, foto de, fotografía, fotógrafo
credit: fotógrafa, fotokredit, bildbyline, zdjęcie, zdjęcia, fot, fot., fotografia, autor zdjęcia, fotoğraf
credit: fotoğrafçı, foto muhabiri, фото, світлина, світлини, автор фото
credit: фотограф, фотографка, الصورة, صورة, تصوير, المصور, مصدر الصورة, صور, צילום, צלם, צלמת, תמונה, קרדיט
credit: קרדיט צילום, 图, 图片, 摄影, 攝影, 图片来源, 写真, 撮影
place: dateline, place, location, city, place of writing, ort, ortsmarke, spitzmarke, lieu, ville, lugar
place: localización, ciudad, luogo, plats, sted, miejsce, miejscowość
place: yer, konum, mahreç, şehir, місце, локація, місто, место, город, المكان, الموقع, مكان, المدينة, מקום
place: מיקום, עיר, 地点, 电头, 場所, 発信地
date: date, publication date, pubdate, published, datum, date de publication, fecha, data, dato
date: publiceringsdatum, tarih, yayın tarihi, дата, дата публікації, التاريخ, تاريخ, תאריך, 日期, 日付
body: body, body text, bodytext, text, story, copy, article, main text, full text, main copy, haupttext
body: fließtext, fliesstext, artikeltext, artikel, lauftext, meldung
body: texte, corps, corps du texte, texte principal, article, cuerpo, texto, cuerpo de la noticia, noticia
body: testo, brödtext, brödtexten, artikeltext, brødtekst
body: treść, tresc, tekst, tekst główny, metin, haber metni, ana metin, haber, текст, тіло, основний текст
body: матеріал, النص, المتن, نص الخبر, الخبر, نص
body: גוף, גוף הכתבה, גוף הידיעה, טקסט, תוכן, 正文, 内文, 全文, 本文
heading: crosshead, cross-head, crossheading, zwischentitel, zwischenüberschrift, intertitre, ladillo
heading: intertítulo, mellanrubrik, śródtytuł, arabaşlık, ara başlık, підрубрика, عنوان جانبي, 小标题, 小見出し
note: slug, working title, words, word count, wordcount, length, count, note, notes, note to editor
note: note to desk, notes for editor, editor's note, editor, desk note, status, version
note: priority, deadline, due, urgency, id, story id, ref, reference, file, filename, contact, contacts, phone
note: telephone, tel, mobile, email, e-mail, mail, url, link, links, web, website, source
note: sources, language, copyright, rights, usage, seo title, seo headline, seo, meta description, meta title
note: social, tweet, push, alt, alt text, alt-text, image alt, art, images, photos, attachments, cc, cms, layout
note: draft, type, permalink, lang, weight, featured, image_alt, aliases, url slug, updated, lastmod
note: note to subs, note to sub, for subs, subs, notes to editors, legal, fact check, word limit, budget line
note: moved, embargo
note: länge, umfang, wörter, zeichen, zeichenzahl, hinweis, hinweise, anmerkung, notiz, notizen
note: an die redaktion, für die redaktion, hinweis an die redaktion, quelle, kontakt, stand, sperrfrist
note: dringlichkeit
note: longueur, signes, nombre de mots, nombre de signes, mots, remarque, remarques, note à la rédaction
note: note pour la rédaction, nb, contact, source, statut, urgence, fichier
note: extensión, palabras, longitud, nota, notas, nota para la redacción, nota a la redacción
note: nota para el editor, contacto, fuente, estado, aviso, teléfono, correo
note: längd, ord, antal ord, antal tecken, tecken, not, notering, obs, till redaktionen, kommentar, kontakt
note: källa, källor, telefon, e-post, mejl
note: długość, słowa, liczba słów, liczba znaków, znaki, uwaga, uwagi, notatka, notatki, dla redakcji
note: do redakcji, źródło, kontakt, telefon, e-mail, status
note: uzunluk, kelime, kelime sayısı, not, notlar, editöre not, editör notu, kaynak, iletişim, telefon, e-posta
note: durum, dosya
note: обсяг, слів, кількість слів, кількість знаків, знаків, примітка, примітки, нотатка, для редакції
note: для редактора, примітка для редакції, до редакції, джерело, контакт, контакти, телефон, пошта, статус
note: ембарго
note: عدد الكلمات, الكلمات, ملاحظة, ملاحظات, ملاحظة للمحرر, ملاحظة للتحرير, ملاحظات للمحرر, المصدر, الاتصال
note: هاتف, البريد, الحالة, حظر
note: מספר מילים, מילים, הערה, הערות, הערה לעורך, הערה לעורכים, הערה למערכת, מקור, טלפון, דוא"ל, אמברגו, 字数, 备注
note: 编者注, 来源, 文字数, 備考, 注意
"""


def _by_word() -> dict[str, str]:
    """The field of each label; of two that claim a word the first has it."""
    fields: dict[str, str] = {}
    for row in _TABLE.strip().split("\n"):
        field, _, words = row.partition(": ")
        for word in words.split(", "):
            fields.setdefault(small(word), field)
    return fields


FIELDS = _by_word()
# A headline in Swedish, a section in German.
HEADLINE_OR_DESK = "rubrik"
# The credit in one house, the caption in others: what follows tells.
CREDIT_OR_CAPTION = frozenset(
    ["photo", "pic", "picture", "image", "foto", "bild", "zdjęcie", "fotoğraf", "фото", "الصورة", "תמונה"]
)
# Only one agency writes it, and no story begins with it: APA's underline.
SURE = frozenset(["utl", "utl."])
