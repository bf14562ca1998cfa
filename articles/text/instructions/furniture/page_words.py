"""Words by which a page, a mail or a press office speaks of itself and to whoever reads it, in many languages.

A line that is no sentence of a story is judged by them: Loud words are hardly ever a story's, quiet ones may be.
"""

import re

from articles.text.instructions.furniture.reader_words import LONGEST, addresses, finder
from articles.text.instructions.patterns import one_of, small

_LOUD = one_of(
    r"""
    advert\w*|ads?|sponsor\w*|promotion|promoted|share|sharing|tweet|facebook|twitter|whats ?app|telegram|instagram
    linkedin|youtube|tiktok|viber|bluesky|reddit|pinterest|messenger|google|flipboard|threads|mastodon|rss
    e-?mail|inbox|print|bookmarks?|podcasts?|gallery|full ?screen|slideshow|comments|newsletters?|briefings?|alerts?
    notifications?|subscrib\w+|subscriptions?|sign (?:up|in|out)|log ?(?:in|out)|register|my account|premium|paywall
    free trial|app|download|cookies?|consent|privacy|settings|preferences|terms|navigation|menu|skip|scroll|click|tap
    swipe|web ?site|home ?page|related|recommended|trending|popular|most (?:read|viewed|shared|commented)|editors' picks
    republish|reuse|reprints?|licen[cs]ing|permissions?|typo|feedback|donate|unsubscribe|toggle|autoplay|qr|widget
    read(?:ing)? time|min(?:ute)?s? read|to read|continue reading|keep reading|read (?:more|next|also|on|full|the full)
    about the author|more (?:from|on this|stories|like this)|up next|you may (?:also )?like|view (?:image|comments|all)
    \bgdpr\b|sitemap|faq|imprint|contact us|about us|follow (?:us|along|topics)|supported by|editor's choice
    gift|loading|partner content|get in touch|in case you missed|jump to|table of contents|(?:show|hide) caption
    image (?:source|caption|credit)|buy (?:this )?photo|got a (?:story|tip)
    # German
    vergrößern|bildrechte|weiterempfehlen|push-\w+|jetzt lesen|alle artikel|merkzettel|seite drucken|whatsapp-kanal
    anzeigen?|werbung|werbe\w*|gesponsert|teilen|drucken|merken|merkliste|leseliste|kommentare?|kommentieren
    abo|abos|abonn\w+|newsletter\w*|anmelden|einloggen|registrieren|konto|datenschutz\w*|impressum|einstellungen|zustimm\w+
    akzeptieren|startseite|navigation|menü|inhalt springen|anhören|vorlesen|lesezeit|weiter ?lesen|lesen sie
    meistgelesen\w*|meistgeklickt|auch interessant|zum thema|empfehlung\w*|bildergalerie|vollbild|bild(?:er)? ansehen
    folgen sie|folge uns|fehler melden|fehler gefunden|spenden|eilmeldung\w*|nutzungsbedingungen|agb|mehr zum|mehr aus
    # French
    lecture zen|vos réactions|réagissez|sélectionné pour|tous nos|voir la galerie|à la une|mes favoris|sauvegarder
    publicité|sponsorisé|partager?|partagez|imprimer|commentaires?|commenter|réagir|abonn\w+|s'abonner
    s'inscrire|inscri\w+[- ]vous|infolettre|se connecter|mon compte|confidentialité|mentions légales|paramètres
    (?:tout )?accepter et|temps de lecture|lire (?:la suite|aussi|plus|également)|à lire|les plus lus
    sur le même sujet|dans la même rubrique|voir (?:aussi|plus|tout\w*)|plein écran|diaporama|suivez|signaler
    faire un don|soutenez|au contenu|en direct|à découvrir|offrir
    # Spanish
    apúntate|únete a|más sobre|lo último|galería de|alertas|conforme a los criterios
    publicidad|anuncio|patrocinado|compartir|comparte|imprimir|comentarios|suscríbete|suscr[ií]base|suscripci\w+|boletín|boletines
    inici\w+ sesión|regístr\w+|registrarse|aviso legal|menú|escuchar (?:noticia|artículo)
    tiempo de lectura|seguir leyendo|sigue leyendo|leer más|lea también|lee también|te puede interesar
    te interese|le puede interesar|lo más (?:leído|visto)|relacionad[oa]s|ver (?:más|todos?|galería)|pantalla completa
    síguenos|síganos|notific\w+|donar|apóyanos|al contenido|archivado en|en directo|newsletter
    # Swedish, Danish, Norwegian
    lås upp|visa (?:mer|alla)|prova gratis|följ ämnet|notiser|fler artiklar|ladda ner
    annons\w*|reklam|sponsrad|dela|skriv ut|kommentarer|kommentera|prenumer\w+|nyhetsbrev\w*|logga in|logga ut
    integritetspolicy|kakor|inställningar|godkänn|startsida|meny|sök|lyssna|lästid|läs (?:mer|även)
    läs också|fortsätt läsa|mest läst\w*|mer om|mer i ämnet|relaterat|tipsa\w*|bildspel|helskärm|följ oss|rätta fel
    rapportera fel|stöd oss|till innehållet|senaste nytt|artikeln fortsätter|annonse|nyhetsbrevet|les (?:også|mer)
    # Polish
    rozwiń|pokaż więcej|dodaj do|pobierz|aplikacj\w+|lubię to|przejdź do|autopromocja
    reklam\w*|sponsorowan\w+|udostępnij|podziel się|drukuj|komentarz\w*|skomentuj|subskryb\w+|prenumerat\w+|zapisz się
    biuletyn\w*|zaloguj|wyloguj|zarejestruj|prywatnoś\w+|regulamin|akceptuj\w*|zgadzam|strona główna
    szukaj|posłuchaj|czas czytania|czytaj|czytaj\w{2}|przeczytaj|zobacz|najczęściej czyt\w+|najpopularniejsze|polecamy
    polecane|powiązane|galeria|obserwuj|zgłoś błąd|wesprzyj|do treści|pod reklamą|pod materiałem|masz temat
    na bieżąco|skopiuj|kopiuj
    # Turkish
    favori\w*|beğen|tümünü gör|daha fazla|foto galeri|uygulama\w* indir\w*|abonelik|google news
    reklam\w*|sponsorlu|paylaş\w*|yazdır|yorum\w*|abone\w*|bülten\w*|giriş yap|üye ol|üye\w* giriş\w*|hesab\w*|gizlilik
    çerez\w*|ayarlar\w*|kabul et|ana ?sayfa|menü|dinle|okuma süresi|okumaya devam|devamını oku|devamı|ilgili haber\w*
    ilginizi çek\w*|çok okunan\w*|benzer haber\w*|galeri\w*|tam ekran|takip et\w*|bizi takip|hata bildir|destekle\w*
    içeriğe|bağlantıyı kopyala|son dakika|kaydet|bildirim\w*
    # Ukrainian, Russian
    завантажте|завантажити|застосунок|усі новини|більше новин|показати (?:більше|ще)|оцініть|дізнатися більше
    реклам[аиуоы]?|рекламою|рекламы|спонсор\w*|партнерськ\w+|поділи\w+|поширити|поширте|надіслати (?:у|в|на)\b
    друкувати|роздрукувати|коментар\w*|коментувати|прокоментувати|підпис(?:атися|уйтес\w+|ка|ки|уйся)|підпишіт\w+
    розсилк\w+|увійти|реєстрація|зареєструватися|кабінет|конфіденційн\w+|налаштування|погоджуюсь?
    меню|пошук|слухати|послухати|час читання|хв читання|читайте|читати (?:далі|також|більше)|дивіться також
    найчитаніш\w+|найпопулярніш\w+|популярне|схожі|за темою
    (?:може|можуть) зацікавити|цікаво|галерея|слідкуйте|стежте|приєднуйт\w+|ctrl
    підтрима(?:ти|йте) (?:нас|редакцію|проєкт)|пожертвувати|задонатити|до (?:основного )?(?:вмісту|змісту|контенту)
    вайбер\w*|телеграм\w*|фейсбук\w*|інстаграм\w*|скопіювати посилання|сповіщення|поделит\w+|подпис\w+ на|комментари\w+
    """
)
_QUIET = one_of(
    r"""
    stor(?:y|ies)|articles?|texts?|videos?|audio|photos?|pictures?|images?|caption|listen|watch|read(?:ing|ers?)?|more|our
    us|your?|here|live|latest|breaking|updat\w+|topics?|tags?|sections?|home|search|save|copy|links?|view|load|show|close
    page|site|content|account|profile|error|report|support|next|previous|back|top|minutes?|mins?|explore|discover|follow
    free|get|join|news|stories|headlines?|opens?|inbox|access|member\w*|rights|contact|press|join|enter|submit
    artikel\w*|beitr\w+|texte?|meldung\w*|bild\w*|foto\w*|video\w*|mehr|hier|weitere?|thema|themen|nachrichten|aktuell\w*
    unser\w*|ihr\w*|sie|suche|speichern|kopieren|link|seite|seiten|nach oben|fehler|jetzt|kostenlos\w*|geht weiter
    accepter|refuser|accueil|écouter|compte|connexion|favoris
    article\w*|vidéos?|images?|plus|suite|notre|nos|votre|vos|ici|actualité\w*|actus?|dernières?|rubrique\w*|thèmes?
    enregistrer|copier|lien|erreur|recevez|chaque|gratuit\w*|membre\w*|nous|vous
    cuenta|aceptar|rechazar|ajustes|portada|escuchar|correo
    artículos?|noticias?|nota|fotos?|imágen(?:es)?|más|nuestr\w+|aquí|última\w*|temas?|etiquetas|guardar|copiar|enlace
    error|gratis|recibe|después|continúa|nos|sigue
    konto|registrera|kommentar
    artikel\w*|texten|bild\w*|film\w*|video\w*|mer|vår\w*|här|senaste|ämne\w*|spara|kopiera|länk|fel|gratis|fler|nyheter
    konto|ustawienia|najnowsze|śledź|zaloguj
    artykuł\w*|tekst\w*|zdjęci\w+|wideo|filmy?|więcej|nasz\w*|tutaj|tematy|tagi|zapisz|link|błąd|dalsz\w+|ciąg|nas|news\w*
    wiadomości
    haber\w*|yazı\w*|fotoğraf\w*|video\w*|daha|fazla|bizim|burada|son|konu\w*|etiket\w*|kopyala|hata|devam\w*|bizi|google
    головна|зберегти|прийняти|скопіювати
    новин\w*|статт\w+|матеріал\w*|текст\w*|фото|відео|більше|наш\w*|тут|останні|теми|теги|посилання|помилк\w+|далі|нас|ще
    теж|також|продовж\w+|онлайн|стрічка|вгору
    """
)
_LOUD_JOINED = one_of(
    r"""
    أضف|للمفضلة|تابعوا?|أخبارنا|غوغل نيوز|جوجل نيوز|ترويجي|ممول|تطبيقنا|عرض المزيد|أعجبني|مقالات ذات
    שיווקי|ממומן|מקודם|הורידו|אפליקציה|עוד באתר|מועדפים|לכל הכתבות|שיעניינו|מעניינות נוספות
    إعلان\w*|[إا]عانة|مشاركة|شارك\w*|طباعة|تعليقات|اشتركوا?|نشر\w*ت?نا|نشرة|بريدك|إلكتروني\w*|تسجيل دخول|حسابي|خصوصية
    استمع\w*|اقرأ|إقرأ|أكثر (?:قراءة|مشاهدة)|ذات صلة|قد يهمك|قد يعجبك|شاهد|تابعو?نا|تابعنا|واتساب|فيسبوك
    تلغرام|تلجرام|تويتر|إنستغرام|يوتيوب|تخطي|ادعمونا|ادعمنا|كوكيز|إشعارات|نسخ رابط|يتبع
    تكملة خبر|متابعة القراءة|مدة القراءة
    פרסומת|שתפו|שיתוף|שתף|הדפס\w*|תגוב\w*|הירשמו|הרשמ\w+|הצטרפו|ניוזלטר|דיוור|התחבר\w*|פרטיות
    תפריט|האזינו|האזנה|קראו|קרא|נקראות|עוד בנושא|אולי יעניין|כתבות|עקבו|ווטסאפ|וואטסאפ|פייסבוק|טלגרם
    טוויטר|תרמו|תמכו בנו|העתק\w*|המשך כתבה|דווחו על|גלריה|התראות|גוגל
    """
)
_QUIET_JOINED = one_of(
    r"""
    موافق|قائمة|بحث|دخول|حساب|محتوى|رئيسية|خطأ|نسخ|حفظ|رابط|تحديث|تكملة|تسجيل|تعليق|إعدادات
    خبر|أخبار|مقال\w*|قصة|نص|صور\w*|فيديو|مزيد|هنا|آخر|مواضيع|موضوع|وسوم|صفحة|موقع|لنا|معنا|مباشر|عاجل|بعد|التالي
    כניסה|מנוי\w*|חשבון|אישור|חיפוש|תוכן|ראשי|טעות|קישור|המשך|עדכונים|הגדרות|דווחו
    כתבה|ידיעה|חדשות|תמונ\w+|וידאו|עוד|כאן|אחרונ\w+|נושא\w*|תגיות|עמוד|אתר|שלנו|אותנו|מבזק\w*|שידור|הבא
    """
)

# What is said of the very text, or of who publishes it: in a page no sentence of the story.
_SELF = one_of(
    r"""
    this (?:article|page|site|website|content|post|piece|material)|this story (?:was|has|is|appeared|contains)
    an? earlier version|this summary
    appears in print|external (?:sites|links|content)|for subscribers|subscribers[- ]only
    our (?:comments?|journalis\w+|community|web ?site|site|partners|standards|newsletters?|readers|newsroom|team|terms)
    (?:originally|first) (?:published|appeared)|(?:was|been) (?:last )?updated|affiliate links?|earn (?:a )?commission
    republished (?:from|under|with)|creative commons|all rights
    diese[rnms]? (?:artikel\w*|beitrags?|text|seite|website|inhalt\w*|thema berichtet\w*)|extern\w+ inhalt\w*
    damit einverstanden|drittanbieter\w*|rechte am (?:artikel|text|beitrag)|nutzungsrechte
    erstmals (?:erschienen|veröffentlicht)|abonnent\w*|mit einem klick|unsere[rnms]? (?:redaktion|newsletter|community)
    unsere[rnms]? (?:leser\w*|app|kanal|seite|website|autor\w*|journalis\w+)|alle rechte
    cet article|ce contenu|cette page|ce site|(?:aux|nos|les) abonnés|votre (?:vidéo|lecture|abonnement)|droits réservés
    (?:notre|nos) (?:newsletter|rédaction|site|application|journalistes?|partenaires|dossier)|réservée?s? aux
    este (?:artículo|contenido|sitio|texto)|esta (?:noticia|página|web)|suscriptor\w*|derechos reservados
    nuestr\w+ (?:boletín|redacción|web|newsletter|app|canal|periodis\w+|comunidad|socios|criterios)
    den här (?:artikeln|sidan|texten)|denna artikel|artikeln (?:publicerades|har uppdaterats)|så (?:jobbar|arbetar) vi
    vår(?:a|t)? (?:nyhetsbrev|app|redaktion|sajt|läsare|arbete|journalist\w+)|för prenumeranter
    ten (?:artykuł|tekst|materiał)|tego (?:artykułu|tekstu|materiału)|reszta tekstu|dla (?:prenumerator|subskrybent)\w+
    nasz\w* (?:artykuł\w*|serwis\w*|newsletter\w*|aplikacj\w+|redakcj\w+|stron\w+|kanał\w*|profil\w*)|prawa zastrzeżone
    bu (?:içerik|sayfa|site|yazı)\w*|sitemiz\w*|gazetemiz\w*|telif hak\w*|web sitesinde|kaynak göster\w+
    (?:ця|цю|цієї|цій) (?:статт\w+|сторінк\w+)|цей (?:матеріал|сайт|текст)|для (?:підписників|передплатників)
    наш\w* (?:сайт\w*|канал\w*|розсилк\w+|редакці\w+|журналіст\w+|контент\w*|команд\w+)|права захищен\w+
    هذا (?:المقال|الخبر|المحتوى|الموقع)|هذه (?:المقالة|الصفحة|المادة)|موقعنا|صحيفتنا|نشرتنا|حقوق (?:النشر|الطبع)
    כתבה (?:זו|זאת|הזו)|הכתבה פורסמה|האתר שלנו|למנויים|אתר זה|כל הזכויות
    """
)
# What a press office says of what it sends, over its headline.
_OFFICE = one_of(
    r"""
    press|media|release|letterhead|communications?|publication|embargo\w*|news from|newsroom|issued|date|draft|edits?
    presse\w*|medien\w*|mitteilung\w*|veröffentlich\w*|frei zu\w?|freigabe|sperrfrist|entwurf|stand|redaktion\w*
    communiqué|diffusion|médias?|rédaction\w*|attention|comunicad\w+|prensa|medios|difusión|redaccion\w*|borrador
    press\w*|medie\w*|redaktion\w*|utkast|prasow\w+|medi\w+|redakcj\w+|komunikat\w*|basın\w*|medya\w*|bülten\w*|taslak
    прес\S*|змі|медіа|оприлюдн\w+|публікаці\w+|редакц\w+|чернетка
    """
)
_OFFICE_JOINED = one_of(r"صحف\w+|إعلام\w*|للنشر|بيان|עיתונות|תקשורת|כתבי|עורכי|לפרסום|דובר\w*|טיוטה")
# Chinese and Japanese set no spaces between words.
_LOUD_UNSPACED = (
    "广告|廣告|分享|订阅|登录|注册|评论|收藏|打印|相关|延伸阅读|推荐阅读|点击|転載|シェア|印刷|コメント|ログイン|会員"
    "|続きを読む"
)
_QUIET_UNSPACED = "新闻|阅读|更多|图片|视频|記事|ニュース|写真|動画|もっと"


# Lines with which a page ends its story: comments, who the writer is.
ENDS_PAGE = one_of(
    r"""
    (?:view |read |see |show |all |leave |post |add |write )*(?:a |the |your )?(?:\d[\d.,]* )?comments?(?: ?\(?\d*\)?)?
    \d+ (?:replies|responses)|join the (?:conversation|discussion)|discussion about this post|be the first to comment
    about the (?:author|writer|reporter)s?|thanks for reading.{0,60}
    (?:alle |\d+ )?kommentare?(?: ?\(?\d*\)?)?|kommentar schreiben|diskutieren sie mit.{0,20}|zur person
    über (?:den|die) autor\S*
    (?:les |\d+ |vos )?commentaires?(?: ?\(?\d*\)?)?|réactions? ?\(?\d*\)?|commenter cet article|à propos de l'auteure?
    (?:\d+ |ver |deja tu )?comentarios? ?\(?\d*\)?|deja un comentario|sobre (?:el autor|la autora|la firma)
    (?:\d+ |visa |läs )?kommentarer?(?: ?\(?\d*\)?)?|om (?:skribenten|reportern)
    (?:\d+ |zobacz |dodaj )?komentarz\w* ?\(?\d*\)?|o autor(?:ze|ce)
    (?:\d+ |tüm )?yorum(?:lar)? ?\(?\d*\)?|yorum yap\w*|henüz yorum .{2,60}|yazar hakkinda
    (?:\d+ |усі |всі )?коментар\w*(?: ?\(?\d*\)?)?|про автор(?:а|ку)
    (?:\d+ )?(?:ال)?تعليق(?:ات)? ?\(?\d*\)?|أضف تعليق\w*|اترك تعليقا?|عن الكاتب
    (?:\d+ )?(?:ה?תגובות|תגובה) ?\(?\d*\)?|הוס(?:ף|יפו) תגובה|על ה?(?:כותב|כותבת|מחבר)
    评论 ?\(?\d*\)?|网友评论|コメント ?\(?\d*\)?
    """
)


_FIND_LOUD = finder(_LOUD, _LOUD_JOINED, _LOUD_UNSPACED)
_FIND_QUIET = finder(_QUIET, _QUIET_JOINED, _QUIET_UNSPACED)
_SECTIONS = one_of(
    r"""
    news|sports?|culture|lifestyle|life|opinion|comment|business|politics|world|uk|u\.?s\.?|local|weather|travel|tech\w*
    science|health|entertainment|arts?|money|food|videos?|home|jobs|obituaries|crime|education|environment|climate|music
    tv|film|books|football|economy|podcasts|games|puzzles|international|national|more|menu|search|shop|events|property
    nachrichten|politik|wirtschaft|kultur|gesellschaft|panorama|wissen|reisen?|regional(?:es)?|lokales|meinung|inland
    ausland|wetter|gesundheit|digital|startseite|mehr|bilder|politique|société|économie|monde|régions?|santé|sciences?
    météo|faits divers|débats|accueil|planète|política|sociedad|economía|mundo|deportes|cultura|opinión|salud|ciencia
    tecnología|portada|nyheter|inrikes|utrikes|ekonomi|kultur|nöje|debatt|ledare|lokalt|väder|kraj|świat|gospodarka
    kultura|opinie|zdrowie|nauka|region|wiadomości|pogoda|gündem|dünya|spor|ekonomi|kültür|sağlik|yaşam|teknoloji|magazin
    siyaset|новини|політика|світ|спорт|культура|економіка|здоров'я|погляди|суспільство|регіони|україна|життя|наука|погода
    أخبار|سياسة|رياضة|اقتصاد|ثقافة|عالم|العالم|منوعات|صحة|رأي|محليات|חדשות|ספורט|תרבות|כלכלה|דעות|בארץ|בעולם|בריאות|רכב
    """
)
_ROW = re.compile(rf"{_SECTIONS}(?:[\s|/·•›>-]+(?:&|and|und|et|y|och|i|ve|та|و)?\s*{_SECTIONS}){{1,12}}")
_FIND_OFFICE = finder(_OFFICE, _OFFICE_JOINED, "新闻稿|媒体|報道")
_FIND_SELF = re.compile(rf"(?<![^\W_]){_SELF}(?![^\W_])")


def speaks_of_a_page(text: str) -> bool:
    """Whether a short line is a page's own by its words: a loud one, two quiet ones, or a quiet one alone."""
    bare = small(text[:LONGEST])
    quiet = len(_FIND_QUIET.findall(bare))
    return (
        bool(_FIND_LOUD.search(bare) or _FIND_SELF.search(bare)) or quiet > 1 or (quiet == 1 and len(bare.split()) == 1)
    )


def speaks_of_sections(text: str) -> bool:
    """Whether a line is a row of the parts of a site: "News Sport Culture"."""
    return len(text) <= 120 and bool(_ROW.fullmatch(small(text)))


def speaks_of_an_office(text: str) -> bool:
    """Whether a line over a headline is about what is sent, and from where: "News from the University of Tarnside"."""
    return len(text.split()) <= 8 and bool(_FIND_OFFICE.search(small(text[:LONGEST])))


def is_pages_sentence(text: str, *, apart: bool, language: str = "") -> bool:
    """Whether a sentence is one that a page says of itself, without somebody's words in it.

    It names the text or its publisher, or it speaks as a page to whoever reads it; where it stands `apart` from the
    story, among other lines of the page, the words of a page are enough.
    """
    bare = small(text[: LONGEST * 2])
    if any(mark in text for mark in '“”„«»"') or len(text) > LONGEST * 2:
        return False
    if _FIND_SELF.search(bare):
        return True
    loud, quiet = bool(_FIND_LOUD.search(bare)), len(_FIND_QUIET.findall(bare))
    is_said = addresses(text, language)
    return (loud and (apart or is_said)) or (is_said and quiet > 1)
