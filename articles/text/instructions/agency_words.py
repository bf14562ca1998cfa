"""What agencies tell other newsrooms of a text, in many languages: advisories, versions, take marks, word counts."""

import re

from articles.text.instructions.patterns import one_of

ADVISORIES = one_of(
    r"""
    red\s*[.:]\s(?:skickas|obs|ny|med|bild|ersätter|rättar)\w*
    (?:mfl? )?legal(?: note)?\s*:|eds?\s*[.:]|editors\s*[:,]|ed\.? note\s*:|desk\s*:\s|(?:writethru|write-thru)\b
    (?:mandatory|bulletin) (?:kill|correction)
    (?:please )?(?:kill|spike|withhold|disregard|discard|delete|destroy) (?:the |this |all |our |previous |\
      earlier )+(?:story|copy|item|version|report|photo|text|alert|item)\b.{0,160}$
    (?:please )?(?:kill|spike|withhold|disregard|discard|delete|do not use|stop using|pull)\b.{0,60}\b(?:stor(?:y|ies)|\
      copy|items?|versions?|alerts?|photos?|headlines?)\b.{0,40}\b(?:slugged|headlined|moved|sent|transmitted|filed|\
      issued|keyed)\b.{0,200}$
    (?:bitte )?(?:die |unsere )?(?:meldung|zusammenfassung|eilmeldung|korrektur)\b.{0,60}\b(?:von|um) \d.{0,8}\buhr\b\
      .{0,40}\b(?:nicht|streich\w*|vernichte\w*|lösch\w*|zurück\w*|ungültig|hinfällig)\b.{0,60}$
    (?:merci d'|prière d'|veuillez )(?:annuler|ignorer|effacer|écarter)\b.{0,160}$
    (?:se ruega |rogamos |les rogamos )(?:a .{2,30} )?(?:que )?(?:anul|elimin|ignor|no (?:us|utilic|teng))\w*\b.{0,160}$
    (?:vänligen |var god )(?:radera|makulera|bortse|kasta|använd inte)\b.{0,140}$
    (?:prosimy|proszę) (?:o )?(?:zignorowa|skasowa|usunięci|pominięci|niewykorzyst)\w*\b.{0,140}$
    (?:lütfen )?.{0,40}(?:geçilen|servis edilen|gönderilen) haber\w*.{0,60}(?:kullanmayın|iptal|dikkate)\w*.{0,40}$
    (?:просимо|прохання) (?:не брати|ігнорувати|видалити|знищити|зняти)\b.{0,140}$
    (?:a )?(?:substitute|corrected|replacement|new) (?:story|version|item|copy|text) (?:will|is|has|follows)\b.{0,80}$
    no (?:sub|substitute) (?:is|will)\b.{0,40}$
    this (?:story|version|item|copy|text) (?:replaces|supersedes|corrects|updates|adds|has been|is a)\b.{0,120}$
    (?:replaces|supersedes) (?:earlier|previous|the)\b.{0,80}$
    (?:mit |mit einem |ohne )?(?:foto|bild|grafik|video|audio)s?(?: ?[-–—/,+] ?\w+){0,2}$
    (?:bilder|fotos?|grafik\w*) (?:verfügbar|folg\w+|liegen vor|im angebot)\b.{0,40}$
    (?:avec )?(?:photos?|vidéos?|infographies?|archives)(?:,? (?:et )?(?:photos?|vidéos?|archives|\
      infographies?))* ?(?:disponibles?|à suivre|à venir)?$
    illustrations? disponibles?.{0,30}$
    (?:con )?(?:fotos?|vídeos?|gráficos?|audios?)(?: (?:disponibles?|en breve|de archivo|\
      adjuntas?))?(?: [ye] (?:fotos?|vídeos?|audios?))?$
    (?:hay|se dispone de) (?:fotos?|imágenes)\b.{0,40}$
    (?:bild(?:er)?|foto(?:n|grafi)?|grafik|tv)(?: (?:finns|kommer|skickas|bifogas|utsänd\w*))\b.{0,40}$
    (?:zdjęci\w+|foto|wideo|grafika)(?: (?:w serwisie|dostępn\w+|później|w załączeniu))\b.{0,30}$
    (?:fotoğraflı|görüntülü|görseller? (?:ektedir|ekte|daha sonra|servis)).{0,30}$
    (?:фото|відео|світлини)(?: (?:додаються?|згодом|є|доступн\w+|у вкладенні|на сайті))\b.{0,30}$
    (?:الصور|صور|فيديو) (?:مرفقة|لاحقا|متوفرة).{0,20}$|(?:תמונות|צילומים|וידאו) (?:מצורפ\w+|בהמשך|זמינ\w+).{0,20}$
    (?:meldung|text|beitrag|bericht) (?:bitte )?(?:nicht verwenden|zurückgezogen|streichen)\b.{0,60}$
    (?:die |diese )?(?:meldung|berichterstattung) (?:wird|ist|muss) .{0,40}(?:zurückgezogen|gestrichen|\
      ersetzt)\b.{0,60}$
    bitte (?:verwenden|nutzen) sie (?:nur|nicht|diese) .{0,60}$
    (?:merci de |prière de |veuillez )(?:annuler|supprimer|remplacer|ne pas tenir compte|noter)\b.{0,140}$
    (?:cette|la) (?:dépêche|version) (?:annule|remplace|corrige|est annulée)\b.{0,100}$
    (?:por favor,? |se ruega |rogamos )(?:anul|elimin|sustitu|no (?:utili|tengan)|ignor|descart)\w*\b.{0,140}$
    (?:esta|la) (?:noticia|nota|versión) (?:anula|sustituye|reemplaza|corrige|queda anulada)\b.{0,100}$
    (?:vänligen )?(?:stryk|använd inte|bortse från|ersätt)\b.{0,20}(?:texten|artikeln|versionen|telegrammet|\
      tidigare)\b.{0,80}$
    (?:texten|telegrammet|artikeln) (?:utgår|ersätter|är (?:en )?(?:rättad|uppdaterad))\b.{0,60}$
    (?:prosimy|proszę) (?:o )?(?:anulowa|wycof|nie wykorzyst|zastąpi|usun)\w*\b.{0,100}$
    (?:depesza|materiał|tekst) (?:zostaje )?(?:anulowan|wycofan|zastępuje)\w*\b.{0,60}$|anulowanie\b.{0,40}$
    (?:önceki |bu )?(?:haber\w*|geçtiğimiz haber\w*) (?:iptal|geri çek|dikkate al|kullanma)\w*\b.{0,60}$
    (?:просимо|прохання) (?:анулювати|вилучити|не використовувати|замінити|вважати)\b.{0,100}$
    (?:матеріал|новину|повідомлення) (?:анульовано|відкликано|замінено)\b.{0,60}$|анулювання\b.{0,40}$
    (?:يرجى|الرجاء) (?:إلغاء|سحب|حذف|عدم استخدام|استبدال|تجاهل) .{2,100}$|(?:إلغاء|سحب) (?:ال)?خبر\b.{0,40}$
    (?:נא|אנא|יש) (?:לבטל|להסיר|להתעלם|לא להשתמש|למחוק) .{2,80}$|(?:撤回|作废|撤销)(?:稿件|通知|本稿)?.{0,20}$
    (?:取り消し|差し替え|全文取り消し)\S{0,12}$
    (?:kill|advisory|news advisory|urgent advisory|correctives?|refile|repeat|retransmi\w+|budget|\
      photo advisory)\s*(?:[:–—-]|notice|$)
    (?:correct(?:ion|ions|ed|ing)|clarification|fixes|updates?|adds)\s*:\s?…\b(?:para(?:graph)?s?|story|\
      headline|spelling|\
      corrects|removes?|fixes|adds|deletes|restores|replaces|changes|byline|dateline|as of)\b
    (?:a kill|kill notice|please kill|kill the story|retract\w*|withdraw (?:the )?story)\b
    with (?:ap |afp |reuters )?(?:photos?|graphics?|video)\b.{0,40}$
    (?:photos?|graphics?|video|pix)(?:, \w+)* (?:available|moved|to come|on file)\b.{0,40}$
    eil(?:t|meldung)?\s*$
    (?:flash|urgent|breaking(?: news)?|newsalert|news alert|snap|exclusive|dringend|blitz|alerte|\
      dernière minute|exclusif|\
      última hora|urgente|exclusiva|senaste nytt|brådskande|pilne|z ostatniej chwili|son dakika|acil|flaş|\
      термінов\w*|срочно|блискавка|عاجل|מבזק|דחוף|快讯|速報)\W*$
    (?:for )?(?:the )?full story,? (?:please )?(?:click|double|see).{0,40}$
    draft\b.{0,50}$|entwurf\b.{0,30}\d.{0,20}$|brouillon\b.{0,30}$|borrador\b.{0,30}$|utkast\b.{0,30}$
    чернетка\b.{0,30}$
    (?:achtung|wiederholung|berichtigung|korrektur|korr|zusammenfassung|neu|aktualisierung)\s*[:(-]
    (?:attention|urgent|rectificati(?:f|on)|actualisation|répétition|ajoute|annule et remplace)\s*(?:[:–—-]|\()
    (?:atención|urgente|actualiza\w*|ampliación|corrección|repetición|amplía|anula|sustituye)\s*(?:[:–—-]|\()
    (?:uppdatering|rättelse|obs|rättar|ny version|repris)\s*[:!-]
    (?:uwaga|aktualizacja|korekta|sprostowanie|powtórzenie|nowa wersja|pilne)\s*[:!-]
    (?:dikkat|güncelleme|düzeltme|tekrar|acil kodlu|yenileme)\s*[:!-]
    (?:увага|оновлення|виправлення|уточнення|повтор|оновлено|внимание|исправление)\s*[:!-]
    (?:تنبيه|تحديث|تصحيح|إعادة|عاجل)\s*[:!-]
    (?:עדכון|תיקון|תשומת לב|לתשומת לב)\s*[:!-]
    (?:更正|更新|注意|撤稿|訂正|差し替え)\s*[:：]
    """
)
# What an agency says in brackets of a new version: "(Adds quotes)", "(Corrects spelling in paragraph 3)".
# What is put right, in a line of capitals: "***CORRIGE NOMBRE EN EL TERCER PÁRRAFO***".
IN_CAPITALS = one_of(
    r"""
    (?:corrig\w+|corrects?|correcting|corregge|rectifi\w+|rättar|korrigiert|berichtigt|poprawia|poprawka|düzelt\w+)\b…\b(?:\
      nombre|nom|names?|namens?|namn|párrafo|paragraphe|paragraph|graf|absatz|stycket|akapi\w+|titular|título|titre|\
      headline|rubrik|fecha|date|datum|cifra|chiffre|siffra|isim|paragraf\w*)\b
    """
)
BRACKETED = one_of(
    r"""
    (?:papier|synthèse|dépêche|enquête|reportage)\b.{0,30}\b(?:mise? à jour|actualisée?|complétée?|avec)\b
    (?:adds?|updates?|recasts?|clarif(?:ies|y)|corrects?|refiles?|repeats?|removes?|deletes?|changes?|fixes|\
      trims|subs|inserts?|moves?|edits?|combines|restores|drops|eliminates|rewrites|new throughout|updated?)\b(?:\W|$)
    (?:updating|adding|correcting|recasting|replaces|this (?:story|version) (?:corrects|updates|adds|replaces))\b
    (?:photos?|fotos?|pix|videos?|vídeos?|foto|kuvat?|bilder?|bild|zdjęcia|fotoğraflı|görüntülü|фото|відео)\W*$
    (?:neu|zusammenfassung|aktualisiert|aktualisierung|ergänzt|berichtigt|korrigiert|wiederholung|\
      durchgehend|überblick|\
      präzisiert|weitere details)\b
    (?:actualise|actualisé|ajoute|avec|corrige|corrigé|précise|répétition|reprise|complète|détails)\b
    (?:actualiza|actualizado|amplía|ampliación|añade|agrega|corrige|precisa|repite|con (?:más|nuevos|nueva)|cambia)\b
    (?:ny|nytt|tillägg|neu|nuevo|nouveau|nowe|yeni|нове|новый|جديد|חדש)\s*[:–-]
    (?:uppdater\w*|lägger till|kompletter\w*|rättar|korriger\w*|repris|med\b)
    (?:aktualiz\w*|dodaje|dochodz\w*|uzupełni\w*|popraw\w*|koryguje|korekta|powtórzenie|rozszerza)\b
    (?:güncelle\w*|yenile\w*|ekle\w*|düzelt\w*|detay\w*|tekrar|geniş\w*)
    (?:оновл\w*|додає|додано|доповн\w*|виправл\w*|уточн\w*|повтор\w*|розшир\w*|обновл\w*|исправл\w*|дополн\w*)
    (?:تحديث|إضافة|تضيف|يضيف|تصحيح|يصحح|تصحح|إعادة|مع إضافة|بتفاصيل)
    (?:עדכון|מעדכן|מוסיף|הוספת|תיקון|מתקן|מעודכן)
    (?:更新|更正|补充|增加|修正|訂正|追加)
    """
)

TAKE_MARKS = one_of(
    r"""
    mfl|mtf|more|more follows|more to (?:come|follow)|mf|first add|add one|more later
    30|ends?|end(?:item| ?it)?|ends? (?:of )?(?:story|text|copy|release|item|press release|article)?
    end of (?:story|text|copy|release|press release)
    story ends|copy ends|text ends|embargo ends|xxx|nnnn|finis|fin
    ende|ende der (?:mitteilung|meldung)|schluss|mehr|wird fortgesetzt|(?:mehr )?folgt
    fin du (?:communiqué|texte)|suite|à suivre|mfg
    fin (?:del comunicado|de la nota|de la noticia)|sigue|seguirá|más|continúa
    slut|slut på (?:pressmeddelande\w*|texten)|mer|mer följer|forts|fortsätter|loppu|slutt
    koniec|koniec (?:komunikatu|tekstu)|cdn|c\.?d\.?n|ciąg dalszy nastąpi|więcej wkrótce
    son|bitti|haber sonu|devamı var|devam edecek|devamı gelecek|sonu
    кінець|кінець (?:тексту|повідомлення)|далі буде|продовження (?:буде|слідує)|конец|продолжение следует
    انتهى|النهاية|يتبع|تمت|انتهى البيان
    סוף|סוף הידיעה|סוף ההודעה|המשך יבוא|המשך בהמשך
    完|(?:全文)?完毕|未完待续|以上|終わり|続く
    """
)
# Of these, what says for certain that there is no more.
ENDS = re.compile(
    r"ends?|ende|30|fin|fin (?:del comunicado|du communiqué|de la nota)|slut|koniec|bitti|son|кінець|конец|انتهى|סוף"
    r"|完|以上|"
)
# Of these, the ones after which more of the story may come.
GOES_ON = re.compile(
    one_of(
        r"""
        more|mfl?|mtf|first add|add one|mehr|wird|folgt|suite|à suivre|sigue|seguirá|más|continúa|mer\b|forts|cdn
        c\.?d|ciąg
        więcej|devam|далі|продовження|продолжение|يتبع|המשך|未完|続く
        """
    )
)
WORD_COUNT = one_of(
    r"""
    (?:words?|word count|wc|w/c|length|count|wörter|wortzahl|mots|palabras|ord|słów|kelime|слів|слова|كلمة|\
      عدد الكلمات|מילים)\s*[:=]?\s*~?\d{2,5}
    (?:about|approx\.?|ca\.?|circa|around|约|約|~)?\s?\d{2,5}\s?(?:words?|wörter|wds|mots|palabras|ord|słów|\
      kelime|слів|слова|كلمة|מילים|字)
    (?:length|länge|longueur|longitud|längd|długość|uzunluk|обсяг|объем)\s*:\s*\d.*
    """
)
