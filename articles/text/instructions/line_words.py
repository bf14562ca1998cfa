"""What instructions begin with in many languages: patterns for the beginning of a line, in small letters."""

import re

from articles.text.instructions.patterns import one_of

# Notes to the editors of other houses; alone on a line, such words open a part that is theirs up to the end.
NOTE_TO_EDITORS = (
    one_of(
        r"""
        (?:further |additional )?(?:notes? (?:to|for)|attention:?|memo to) (?:the )?(?:news ?)?(?:editors?|\
          desks?|newsrooms?)
        editors?['’]?s? notes?\b|editorial (?:notes?|contacts?|information)|note to media|notes? to journalists
        notebook
        background (?:for|information for) editors
        # Ukrainian, Russian
        (?:примітк[аи]|нотатки|нотатка|довідка|увага|до уваги|для|до) (?:для )?(?:редактор|редакц|журналіст)\w*
        (?:примечани[ея]|вниманию|к сведению) (?:для )?(?:редактор|редакц)\w*
        # French
        (?:notes?|avis|informations?|message)? ?(?:à l'(?:attention|intention) (?:des|de la)|aux|pour (?:les|\
          la)|des|à la)\
          \s(?:rédac|journal|médias|édit)\w*
        note de la rédaction
        # German
        (?:hinweis\w*|anmerkung\w*|achtung|information\w*|notiz\w*) (?:an|für) (?:die |alle )?\
          (?:redaktion|redakteur|journalist|medien|presse)\w*
        redaktionelle[rn]? (?:hinweis\w*|kontakt\w*|ansprechpartner\w*|notiz\w*)|notizblock|(?:dpa-)?notizblock
        achtung,? redaktionen
        # Spanish
        (?:notas?|aviso|atención,?|información) (?:a|para) (?:los |las |la )?(?:editor|redac|periodist|medios|\
          prensa)\w*
        nota del editor|nota de redacción
        # Swedish, Norwegian, Danish
        (?:not|noter|notera|info|information|meddelande|obs)\s?(?:till|för) (?:redaktör|redaktion|journalist|\
          medi|press)\w*
        till redaktionen|redaktionell\w* (?:not|kontakt|information)\w*|til redaksjonen
        # Polish
        uwag[ai],? (?:redakc|dziennik)\w*
    (?:uwag[ai]|notatk[ai]|informacj[ae]|informacje|nota|komunikat) (?:dla|do) (?:redak|medi|dziennikarz)\w*
        (?:uwaga,? )?(?:do )?redakc(?:je|ji)\s*[:!]
        # Turkish
        (?:editör|redaksiyon|gazeteci)\w*\s?(?:not\w*|için|dikkatine)|haber müdürlerine not|editör notu
        # Arabic, Hebrew
        (?:ملاحظات?|ملاحظة|ملحوظة|تنبيه|إلى) (?:إلى |إلى ال)?(?:ال|لل|ل)?(?:محرر|تحرير|سادة|صحفي|صحافي|إعلام|وسائل)\w*
        (?:הער(?:ה|ות)|לתשומת לב|הודעה|הבהרה|לידיעת) (?:ל|ה)?(?:עורכ|מערכ|כתב|תקשורת)\w*
        # Chinese, Japanese
        编者(?:注|按)?[:：]|编辑(?:须知|注意|备注)|致编辑|編集者(?:への|注)|編集部(?:への|注)
        """
    )
    + r"(?!\w)"
)
# From such a line on everything is for editors.
NOT_FOR_PUBLICATION = one_of(
    r"""
    (?:(?:is|are) )?not (?:intended )?(?:for|to be) (?:publi(?:cation|shed)|print(?:ed)?|release[d]?|broadcast)\b
    (?:please )?(?:do not|don't) (?:publish|print|use|run|release|broadcast)\b(?: (?:the following|\
      what follows|.{0,20}\bbelow))?
    не (?:для|призначен\w+ для|підляга\w+|предназначен\w+ для) (?:публікац|оприлюдн|публикац|друку|печати)\w*
    (?:прохання |просимо )?не (?:публікувати|оприлюднювати|публиковать)(?: (?:наступне|нижче\w*|далі|те,? що нижче))?
    (?:(?:ne sont|n'est|est|sont) )?(?:pas|non) (?:destinée?s? à (?:la |être )?|pour )?(?:publi(?:cation|é)|\
      diffusion)\w*
    (?:merci de |prière de |à )?ne pas (?:publier|diffuser|utiliser|reproduire)(?: (?:ce qui suit|\
      ci-dessous|la suite|plus bas))?
    (?:ist |sind )?(?:bitte )?nicht (?:zur|für die) (?:veröffentlichung|publikation)(?: bestimmt| gedacht)?\b
    (?:bitte )?nicht (?:veröffentlichen|verwenden|publizieren)\b
    (?:es |son |está |están )?no (?:destinad\w+ a|para|es para|son para|está\w* destinad\w+ a) (?:su |\
      la )?(?:publicación|publicar|difusión)
    (?:por favor,? )?no (?:publi\w+|difund\w+|emit\w+)(?: (?:lo que sigue|lo siguiente|a continuación|.{0,20}abajo))?
    (?:är )?(?:ej|inte|ikke) (?:avsedda? )?(?:för|til) (?:publi[cs]ering|offentlig\w+)\b
    (?:publicera|använd) (?:ej|inte)\b|(?:får|ska) (?:ej|inte) publiceras
    (?:jest |są )?nie (?:jest |są )?(?:przeznaczon\w+ )?do publikacji\b
    (?:prosimy |proszę )?nie publikować(?: (?:poniższ\w+|poniżej|tego,? co poniżej))?
    yayı[nm]\w*(?: için| amaçlı)? değildir|yayı[nm]la(?:nmaz|mayın\w*|nmayacak\w*|nmamalıdır)|yayın dışı(?:dır)?
    (?:ليست?|غير) (?:معدة? |مخصصة? |صالحة? |قابلة? )?لل?نشر|لا ينشر|ليس للنشر
    (?:الرجاء |يرجى )?(?:عدم|لا) (?:نشر|تنشر)(?: ما يلي)?
    (?:לא|אינו|אינה|אינם) (?:מיועד\w* )?(?:ל|ל-)פרסום|(?:נא )?(?:אין|לא) לפרסם
    (?:不供|不宜|不得|请勿|非供)(?:公开)?(?:发表|发布|刊登)|(?:非公開|公開不可|掲載不可)
    """
)
# What such a line may begin with: the words for what follows.
WHAT_FOLLOWS = one_of(
    r"""
    (?:the |all |any )?(?:following|below|information|contacts?|details|notes?|this|these|part|section|\
      everything|material)
    (?:die |das |alle |alles )?(?:folgende\w*|nachfolgende\w*|nachstehende\w*|diese\w*|informationen|angaben|hinweise)
    (?:les |la |ces |cette |ce |toutes )?(?:informations?|suivantes?|qui suit|ci-dessous|éléments?|partie|\
      données|coordonnées|mentions)
    (?:la |las |lo |esta |estos |los |el )?(?:información|siguiente|que sigue|datos|parte|texto|notas?)
    (?:den |det |de |följande|denna|dessa|nedanstående|informationen|uppgifterna|detta)
    (?:poniższ\w+|następujące|te|ta|informacj\w+|ten|dane|treści)
    (?:aşağıdaki|bu|izleyen|bilgiler|not)
    (?:нижченаведен\w+|наведен\w+|наступн\w+|ця|ці|цей|інформаці\w+|подальш\w+|следующ\w+|эта|эти)
    (?:المعلومات|ما يلي|التالي|هذه|هذا|البيانات|الفقرات)
    (?:המידע|הפרטים|האמור|מידע|הקטע|זה|להלן|הטקסט)
    (?:以下|本部分|下列|此)
    """
)

# Lines that are for editors and mean nothing but themselves.
CREDITS = one_of(
    r"""
    # who reported and edited
    (?:additional |with additional |further )?(?:reporting|editing|writing|compiled|research|graphics?|\
      production|translation) (?:and \w+ )?(?:by|from)\b(?: [^\W\d_]|:)
    (?:edited|translated|compiled|written and edited) by\b…$
    (?:with )?(?:assistance|contributions?|reporting help|input|files?) (?:from|by)\b.{2,80}$
    (?:audio|data|design|illustration|fact[- ]check\w*) by\b(?: [^\W\d_]|:)
    (?:mit|unter) mitarbeit (?:von\b)?.{2,60}$|(?:protokoll|aufgezeichnet|recherche|mitarbeit|grafik|produktion)\s*:
    (?:avec|propos recueillis par|recueilli par|dossier coordonné par)\s.{2,60}$
    (?:con la colaboración de|elaborado por|recogido por|edición de)\b.{2,60}$
    (?:research|grafik|bearbetning|medarbetare|i redaktionen)\s*:
    (?:współpraca|zebrał[ay]?|notował[ay]?)\s*:?\s.{2,50}$
    (?:katkı(?:da bulunan\w*)?|fotoğraf|görüntü|kurgu|derleyen)\s*:
    (?:у підготовці|за участі|записа(?:в|ла)|зібра(?:в|ла)|за участю)\s?:?.{2,60}$
    .{3,100}\bcontributed\.?$
    .{3,100}\bcontributed (?:reporting )?(?:to|from) (?:this|the) (?:report|story|article)
    .{3,100}\b(?:contribuy|colabor|particip)(?:ó|aron|eron) .{0,40}\b(?:despacho|reporte|informe|nota|artículo)
    .{3,100}\b(?:contribué|participé|collaboré) .{0,30}\bcet? ?t?e? (?:article|dépêche|reportage)
    .{3,100}\b(?:bidrog|medverkade) .{0,30}\b(?:artikeln|rapporten|texten)
    .{3,100}\btrug(?:en)? .{0,30}\b(?:diesem|diesen) (?:bericht|artikel|text|beitrag) bei
    .{3,100}\b(?:współpraca|przyczynił[aiy]?\w* się do) .{0,20}(?:tekstu|artykułu|materiału|depeszy)
    .{3,100}\b(?:haber|habere|rapora) .{0,20}katkıda bulun\w+|(?:у|в) підготовці (?:матеріалу|статті|новини) .{3,80}
    .{3,60}(?:ساهم|شارك)(?:ت)? في .{0,20}(?:التقرير|الخبر)|.{3,80}(?:סייע|סייעה|השתתפ\w+) בהכנת הידיעה
    mit (?:material|informationen) (?:von|der)\b.{2,30}$|avec (?:afp|reuters|l'afp)\b.{0,20}$
    con (?:información|datos) de\b.{2,30}$
    our standards\s*:
    muhabir\s*:.{3,60}\b(?:redaktör|yayı[nm]layan|editör)\s*:
    (?:reporter|camera|kameraman|yayı[nm]layan|foto muhabiri|reporterin|кореспондент|оператор)\s*:
    (?:editor|editors|editing|desk editor|sub-?editor|copy ?editor|web editor)\s*:
    (?:bearbeitet|redigiert|übersetzt) von\b|(?:redaktion|redaktör|bearbeitung|übersetzung|mitarbeit)\s*:
    (?:édité|edité|version française|traduit|reportage|rédigé|rédaction|avec la contribution|montage) (?:de|par|:)
    (?:editado|redactado|traducido|reportaje|información|reporte|editora?|redacción|con información) (?:por|de|:)
    (?:edición|redacción|editora?)\s*:
    (?:redaktör|redigering|redigerat|översättning|redigerad)\s*(?::|av\b)
    (?:redakcja|redagował[ay]?|opracował[ay]?|opracowanie|redaktor|tłum|tłumaczenie|\
      przygotował[ay]?)\b\.?\s*[:]?
    (?:editör|redaksiyon|düzenleyen|çeviri|derleyen|hazırlayan|kaynak haber|katkıda bulunan\w*)\s*:
    (?:редагуванн[яі]|редактор\w*|відредагу\w+|редагува\w+|підготува\w+|переклад|випусков\w+|за редакцією|\
      редактирова\w+)\b(?:\s*:| \S)
    (?:تحرير|إعداد|تغطية|ترجمة|شارك في (?:التغطية|التقرير|الإعداد)|تقرير)\s*[:：]?\s
    (?:עריכה|ערכ[הו]?|עורך|עורכת|תרגום|השתתפ\w+ בהכנת)\s*[:]
    (?:责任编辑|责编|编辑|编译|校对|審稿|编校)\s*[:：]
    (?:編集|校正|翻訳)\s*[:：]
    """
)
RIGHTS = one_of(
    r"""
    (?:copyright|\(c\)|©)\s?(?:©|\(c\)|by|\d{4})
    (?:copyright|©|\(c\))…\b(?:19|20)\d\d\b
    (?:copyright|©|\(c\)).{2,80}(?:interdit|réservé|vorbehalten|reserv|rights|förbjud|\
      förbehåll|zastrze|saklı|захищ|заборон)
    (?:©|\(c\)).{2,60}(?:محفوظ|שמורות)|original-content von\b.{0,90}$
    source\s?:? [a-z].{2,60}\b(?:inc|ltd|plc|gmbh|ag)\W*$
    …\ball rights reserved|…\balle rechte vorbehalten|…\btous droits réservés|…\b(?:todos los )?derechos reservados
    …\balla rättigheter|…\bwszelkie prawa zastrzeżone|…\btüm hakları saklıdır|…\bусі права захищен
    …\bвсе права защищен
    …جميع الحقوق محفوظة|…כל הזכויות שמורות|…版权所有|…未经(?:许可|授权)|…無断(?:転載|複製)
    this (?:material|story|article|content|document|report) may not be (?:published|reproduced|reprinted|\
      copied|distributed)
    (?:jede )?(?:nachdruck|weiterverbreitung|vervielfältigung)…(?:nur|verboten|untersagt|genehmigung)
    (?:toute )?(?:reproduction|rediffusion)…(?:interdite|autorisation)
    (?:queda )?(?:prohibida|prohibido)…(?:reproducción|reproducir)
    (?:при (?:цитуванні|використанні|передруку|цитировании|использовании))…(?:посилання|ссылка)
    (?:передрук|копіювання|відтворення)…(?:заборон|дозвол|посилання)
    (?:kopiowanie|przedruk)…(?:zabronion|zgod)
    (?:izinsiz|kaynak gösterilmeden)…(?:yayı[nm]lanamaz|kullanılamaz|kopyalanamaz)
    """
)
CONTACTS = one_of(
    r"""
    (?:for )?(?:media |press |editorial |news |pr )?(?:contacts?|enquir(?:y|ies)|inquir(?:y|ies)|queries|\
      requests|relations)(?: (?:details|information|person|us|for (?:media|press|journalists|\
      editors)))?\s*(?:[:：–—-]|$)
    (?:press|media|news) (?:office|officer|team|desk|service)s?\s*(?:[:：,–—-]|\+?\d|$)
    (?:for )?(?:more|further|additional) (?:information|details|info)\b…(?:contact|call|e?-?mail|@|\
      \d[ /-]\d{2}|visit\b|www)
    (?:for )?(?:interviews?|images?|pictures?|photos?|(?:high|hi)-res\w*)\b…(?:contact|call|e?-?mail|@|\
      \d[ /-]\d{2}|request|available from)
    (?:to arrange|to request|to book) (?:an )?interviews?\b
    issued (?:by|on behalf of)\b.{0,80}$|distributed by\b.{0,80}$
    (?:presse|medien|redaktions)?-?(?:kontakte?|stelle|anfragen|büro)\s*(?:[:：,–—-]|$)|pressestelle\s*(?:[:,–—-]|$)
    (?:ihr(?:e)? )?ansprechpartner(?:in)?\s*(?:[:：]|$|(?:für|ist|sind)\b.{0,50}$)
    (?:für )?(?:rückfragen|weitere informationen|nähere informationen)\b…(?:[:@]|\d[ /-]\d{2}|kontakt\w*\s*:)
    contacts?(?: de)? (?:la )?(?:presse|médias?)|service (?:de )?presse\s*(?:[:,–—-]|$)
    (?:pour )?(?:plus d['’]informations?|tout renseignement|toute information|en savoir plus)\b…(?:[:@]|\
      \d{2}|contact)
    (?:contactos?|gabinete|oficina|departamento|jefe|atención) (?:de|a|para) (?:la )?(?:prensa|comunicación|\
      medios|los medios)
    (?:para )?(?:más|mayor) información\b…(?:[:@]|\d[ /-]\d{2}|contact)
    (?:press|medie?|media)\s?-?kontakte?r?\b
    (?:för )?(?:mer|ytterligare|vidare) information\b…(?:[:@]|\d[ /-]\d{2}|kontakt|:?$)
    (?:presskontakt|kontaktperson|frågor besvaras)\b|pressjour\s*(?:[:,–—-]|$|\d)
    kontakt (?:dla|do|z) (?:medi|pras|redak|dziennik)\w*
    (?:więcej|dodatkowych|szczegółow\w+) informacj\w+\b…(?:[:@]|\d[ /-]\d{2}|udziela|kontakt|:?$)
    biuro prasowe\s*(?:[:,–—-]|$)
    rzeczni\w+ prasow\w+\s*:
    kontakt\w*\s*[:：]
    (?:basın|medya) (?:iletişim|irtibat|danışman|ofisi|bürosu|merkezi)\w*
    (?:daha fazla|ayrıntılı|detaylı) bilgi\b…(?:[:@]|\d[ /-]\d{2}|için)
    (?:iletişim|irtibat)(?: (?:bilgileri|için))?\s*(?:[:：]|$)
    (?:контакт\w*|пресслужба|прес-?служба|пресцентр|пресс-служба)(?: (?:для|дл?я) (?:преси|медіа|змі|прессы|\
      сми|журналістів))?\s*(?:[:：,–—-]|$)
    контакти? (?:для )?(?:преси|медіа|змі|журналістів)
    (?:за )?(?:докладніш\w+|детальніш\w+|додатков\w+) інформаці\w+\b…(?:[:@]|\d[ /-]\d{2}|зверта|контакт|$)
    для (?:запитів|запитань)\b
    (?:للتواصل|للاتصال|للاستفسار|للاستفسارات|جهة الاتصال|جهات الاتصال|مسؤول الاتصال|المكتب الإعلامي|\
      للمزيد من المعلومات|لمزيد من المعلومات|لمعلومات إضافية|الاتصال الإعلامي|للإعلاميين)
    (?:לפרטים נוספים|לפרטים|למידע נוסף|איש קשר|אנשי קשר|אשת קשר|דוברות|דובר|דוברת|יצירת קשר|ליצירת קשר|\
      לפניות תקשורת|פניות תקשורת)\s*(?:[:：,–—-]|$|ול|\d|נא|ניתן)
    (?:媒体|新闻|公关|采访)?(?:联系(?:人|方式|电话)?|联络(?:人|方式)?|咨询)\s*[:：]|媒体(?:联系|联络)|如需(?:更多|\
      进一步)信息
    (?:本件に関する)?(?:お問い合わせ|お問合せ|報道関係)(?:先)?
    """
)
# Who sends it and what it is.
RELEASE_HEADS = one_of(
    r"""
    (?:for )?immediate (?:release|use|publication|distribution)|(?:press|news|media) release|press notice
    media advisory|press statement
    (?:issued|released)(?: on)?\s*:
    (?:for |frei |zur |pour |para |för |do |для |до ).{0,30}\b(?:at once|immediate\w*|sofortig\w*|immédiate?|\
      inmediat\w+|omedelbar\w*|natychmiast\w+|негайн\w+)(?: \w+)?
    pour (?:diffusion|publication) immédiate|communiqué(?: de presse)?|(?:info|dossier|avis de) presse
    diffusion immédiate
    zur sofortigen veröffentlichung|zur freien verwendung|sperrfrist:? keine
    presse(?:mitteilung|information|meldung|aussendung)|medienmitteilung|(?:presse|medien)-?info(?:rmation)?
    para (?:su )?(?:publicación|difusión) inmediata|nota (?:de prensa|informativa)|boletín de prensa
    comunicado(?: de prensa)?
    för omedelbar (?:publicering|spridning)|pressmeddelande|pressinformation|pressemelding|pressemeddelelse
    för publicering omgående
    do natychmiastowej publikacji|informacja (?:prasowa|dla mediów)|oświadczenie prasowe|komunikat(?: prasowy)?
    materiał prasowy
    hemen yayı[nm]la\w*(?: üzere)?|(?:basın|haber) (?:bülteni|açıklaması|duyurusu)
    (?:для|до) негайної публікації|прес-?(?:реліз|анонс)|повідомлення для (?:преси|змі|медіа)|пресреліз|пресс-?релиз
    для немедленной публикации
    للنشر الفوري|(?:بيان|إعلان|خبر|تصريح|بلاغ) (?:صحفي|صحافي)|بيان إعلامي
    לפרסום מיידי|הודעה לעיתונות|הודעת דובר\w*|הודעה לתקשורת
    供即时发布|即时发布|新闻稿|プレスリリース|報道資料|報道関係者各位
    """
)
# Whom a press release is about; read only where other signs say that it is one.
ABOUT = one_of(
    r"""
    about (?:the\s|us\b)?|über (?:die|das|den|uns)?\s?|zum unternehmen|à propos(?: (?:de|du|des|d'))?
    (?:acerca|sobre) (?:de|la|el|los|las)?\s?|om\s
    o (?:firmie|spółce|nas|organizacji|fundacji|muzeum|ministerstwie|instytucie|stowarzyszeniu)\b
    o\s|про\s|о (?:компании|нас)\b|نبذة عن|عن\s|אודות|על\s|关于
    """
)
# Of these, what hardly begins a subhead.
ABOUT_SURELY = re.compile(r"about the\b|über (?:die|das|den)\b|à propos\b|(?:acerca de|sobre) |אודות|نبذة عن|关于")
# A heading over short news that is not theirs.
OVER_ALL = re.compile(
    one_of(
        """
        (?:[a-z]{2,12} )?in brief|nibs?|(?:news )?briefs?|(?:also )?in the news
        round-?up|short(?:s| news)|kurz (?:notiert|gemeldet|und bündig)
        kurzmeldungen|kurznachrichten|meldungen|in kürze|en bref|brèves|(?:noticias )?breves|en breve|en corto
        notiser|kort(?:nytt| sagt| om)|i korthet|noter|krótko|w skrócie|skróty|kısa kısa|kısaca|kısa haberler
        коротко|стисло|новини коротко|новини одним рядком|باختصار|موجز(?: الأخبار)?|أخبار قصيرة|בקצרה|קצרים|מבזקים
        简讯|短讯|短信
        """
    )
    + r"(?:\s(?:for|from|of|on|vom|am|aus|du|de|del|des|från|i|z|ze|за|від|із|з|من)\s.{2,24})?[ .:*#–—-]*"
)
# What heads the background that a press office gives, on a line of its own.
BACKGROUND = re.compile(
    one_of(
        """
        background|boilerplate|hintergrund(?:information(?:en)?)?|contexte|repères|à propos|antecedentes|bakgrund|fakta
        tło|arka plan|(?:для )?довід(?:ка|ки|ково)|справ(?:ка|очно)|خلفية|نبذة|רקע|אודות|背景
        """
    )
    + r"\s*(?:[:：](?P<rest>.*))?",
    re.DOTALL,
)
ABOUT_LAST = re.compile(r".{2,60}\b" + one_of("hakkında|için") + r"\s*:?$")

# What a mail program of a company writes under every mail.
DISCLAIMERS = one_of(
    r"""
    (?:this|the) (?:e-?mail|message|communication|information)\b…\b(?:intended|confidential|privileged)
    (?:confidentiality|legal|privacy) (?:notice|disclaimer)|disclaimer\s*:
    (?:please )?(?:consider|think of) the environment
    diese (?:e-?mail|nachricht)\b…(?:vertraulich|bestimmt)|ce (?:message|courriel|mail)\b…(?:confidentiel|destin)
    este (?:mensaje|correo)\b…(?:confidencial|destin|dirigido)
    (?:detta|det här) (?:meddelande|mejl|e-post)\b…(?:konfident|avsett)
    (?:ta|niniejsza) wiadomość\b…(?:poufn|przeznaczon)
    bu (?:e-?posta|mesaj|ileti)\b…(?:gizli|yalnızca|sadece)
    (?:це|цей) (?:повідомлення|лист)\b…(?:конфіденц|призначен)|(?:هذه|هذا) (?:الرسالة|البريد)…(?:سري|موجه)
    (?:הודעה|דוא"ל) (?:זו|זה)…(?:חסוי|סודי|מיועד)
    """
)
# To whom a press office writes, over its release.
TO_LINE = one_of(
    r"(?:to|attn|attention|an|à|a|til|till|do|kime|dikkatine|кому|для|إلى|אל|לכבוד|致)\s*[:：]\s*\S.{1,80}$"
)
