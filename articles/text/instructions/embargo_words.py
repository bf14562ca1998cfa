"""How embargoes are said in many languages: patterns for the beginning of a line, in small letters."""

import re

from articles.text.instructions.patterns import one_of

# What may stand before the word: "strict embargo", "sous embargo", "please note: embargoed".
_STRICTLY = one_of(
    """
    strictly|strict|under|press|media|news|full|total|please note|note|nb|attention|important|warning|copy
    sous|bajo|unter|pod|med|sotto|sob|strikt\\w*|streng\\w*|estrict\\w*|achtung
    objęte?|objęty|materiał|tekst
    суворе|під|під суворим
    تحت|خاضع|תחת
    """
)
# Words that are an order by themselves …
_EMBARGOED = one_of(
    """
    embargoed|embargad[oa]s?|embargerad\\w*|ambargolu\\w*|hfr
    sperrfrist\\w*|sperrefrist|klausul\\w*
    """
)
# … and the noun, which may begin a headline: "Embargo on timber", "Ембарго на нафту".
_EMBARGO = one_of("embarg(?:o|os|iem|u|ot|on)|ambargo|ембарго|эмбарго|ב?אמברגו|[إا]مبارغو|エンバーゴ")
_KIND_OF_TEXT = one_of(
    """
    press|news|media|copy|material|contents?|release|story|text|notice|date|time
    strict|total|absolu|communiqué|texte|estricto|ścisłe
    """
)
_UNTIL = one_of(
    """
    until|till?|til|to|for|lifts?|lifted|ends?
    jusqu'?\\s?(?:au|à|a)?|jusque|au|à|le|levé|hasta|al|até|ate|fino
    bis|ab|endet|t\\.?o\\.?m\\.?|tot|do|od|dnia|kadar
    до|по|حتى|إلى|لغاية|עד|至|到
    """
)
_KINDS = rf"(?:\s+{_KIND_OF_TEXT})*"
EMBARGO_WORD = re.compile(
    rf"(?:{_STRICTLY}[\s:,!–-]+){{0,4}}"
    rf"(?:{_EMBARGOED}{_KINDS}(?=\s*(?:$|[^\w\s]|\d|{_UNTIL}\b))"
    rf"|(?P<noun>{_EMBARGO}){_KINDS}\s*(?=$|[:;.!\])*–—-]|{_UNTIL}\s+(?:[^\W\d_]+\.?,?\s+){{0,5}}\d|{_UNTIL}?\s*(?:[^\W\d_]+\.?,?\s+){{0,3}}\d))"
)

# The words for it wherever they stand in a line that names a day: "Nota embargada hasta …", "Material under embargo …".
ANYWHERE = re.compile(
    rf"\b(?:{_EMBARGOED}|(?:under|sous|bajo|unter|pod|med|sotto|sob|objęt\w*|під|تحت|תחת) {_EMBARGO})(?![^\W_])"
)

# An order to wait in any wording has words of these three kinds, and names itself, a day or an hour: what goes out …
PUBLISHES = re.compile(
    r"\b(?:publi\w+|releas\w+|broadcast\w*|post(?:ed|ing)?|print(?:ed)?|shared?|distribut\w+|circulat\w+|air(?:ed)?|"
    r"used?|run|quoted?|veröffentlich\w*|verbreite\w*|frei|freigabe|freigegeben|verwende\w*|gesendet|diffus\w+|"
    r"parution|reprodui\w+|utilis\w+|difu\w+|divulg\w+|emit\w+|reprod\w+|utiliz\w+|offentlig\w+|sprid\w+|"
    r"upublicz\w*|rozpowszech\w*|wykorzyst\w*|druku|yayi[nm]\w*|paylaş\w*|kullan\w*|публік\w*|оприлюдн\w*|"
    r"пошир\w*|друку\w*|використ\w*)\b|نشر|ينشر|تنشر|[לב]?פרסום|לפרסם|发布|刊发|发表|公开|刊登|公開|掲載|報道"
)
# … that it may not, or may …
FORBIDS = re.compile(
    r"\b(?:not|no|don't|mustn't|may|cleared?|free|prohibited|forbidden|nicht|kein\w*|frei|freigegeben|gesperrt|ne|"
    r"pas|interdi\w+|autoris\w+|libre|no|prohib\w+|autoriz\w+|ej|inte|ikke|får|tillåt\w*|nie|zakaz\w*|wolno|"
    r"dozwolon\w*|\w+(?:ma|me)(?:m|n|y|s)\w*|yasak\w*|serbest\w*|не|заборон\w*|дозвол\w*)\b"
    r"|عدم|محظور|يحظر|ممنوع|يمنع|لا|مسموح|אין|לא|אסור|מותר|请勿|不得|禁止|严禁|不可|可"
)
# … and until or from when.
UNTIL_WHEN = re.compile(
    r"\b(?:until|till?|before|prior to|earlier than|after|from|bis|vor|ab|erst|frühestens|eher|avant|jusqu\w*|partir|"
    r"compter|plus tôt|hasta|antes|desde|después|före|förrän|innan|tidigast|först|från|efter|før|przed|do|od|"
    r"wcześniej|po|önce|kadar|dek|itibaren|sonra|до|раніше|після|перед|від)\b"
    r"|قبل|حتى|بعد|اعتبارا|ابتداء|לפני|עד|החל|אחרי|לאחר|之前|前|以前|まで|以降"
)
# What such an order calls the text, and how it asks.
ITSELF = re.compile(
    r"\b(?:please|kindly|note|attention|strictly|th(?:is|e) (?:story|copy|release|text|article|material|information|"
    r"report|item|press|embargo)|bitte|achtung|redaktion\w*|(?:diese[rs]?|der|die) (?:text|meldung|mitteilung|"
    r"bericht|"
    r"beitrag|material\w*)|merci de|prière de|veuillez|information|(?:ce|cet|cette) (?:texte|communiqué|article|"
    r"dépêche|"
    r"information)|por favor|se ruega|(?:este|esta) (?:texto|nota|información|comunicado)|nota de prensa|obs|"
    r"vänligen|"
    r"(?:den här|denna|detta) (?:texten?|nyhet\w*|pressmeddelande\w*|information\w*)|prosimy|proszę|uwaga|"
    r"(?:ten|ta|niniejsz\w+) (?:tekst|materiał|informacj\w+)|informacja prasowa|rica|lütfen|bu (?:haber|metin|"
    r"bülten)\w*|"
    r"basin bülten\w*|просимо|прохання|прошу|увага|(?:цей|ця|дан\w+) (?:текст|матеріал|інформац\w+)|прес-?реліз)\b"
    r"|يرجى|الرجاء|نرجو|بيان صحفي|هذا (?:الخبر|البيان|النص)|נא|אנא|לתשומת|הודעה לעיתונות|(?:טקסט|ידיעה) (?:זה|"
    r"זו)|请|本稿"
)

# Sentences and phrases that say it without the word, or around it.
PHRASES = re.compile(
    one_of(
        r"""
        # English
        hold (?:this (?:story|copy) )?for (?:release|publication|broadcast)\b
        (?:please )?(?:hold|on hold)\b.{0,30}\b(?:until|till|pending|for)\b.{0,40}\b(?:legal|clear\w*|lawyer\w*|\
          okay|ok|approv\w*|notice|sign-?off|desk|call|word)\b
        (?:please )?(?:hold|on hold|embargo)\s?[:–—!-]+\s?(?:do not|don't|not for)\b
        (?:do not|don't) (?:publish|run|use) yet\b
        bitte (?:zurückhalten|halten) bis\b|zurückhalten bis\b|(?:noch )?nicht freigegeben|bis auf weiteres gesperrt
        (?:à |merci de |ne pas )?(?:garder|retenir|tenir) jusqu|retener hasta\b|no publicar todavía|no publicar aún
        håll (?:inne|på) .{0,20}(?:till|tills)\b|publicera inte ännu|wstrzymać do\b|jeszcze nie publikować
        henüz yayı[nm]lamayın|(?:тримати|притримати|затримати) до\b|поки не публікувати|יש להמתין עד|עדיין לא לפרסום
        احتفظوا به حتى|لا تنشروه بعد
        hold (?:this (?:story|copy) )?(?:until|till|to|for)\b…\d
        (?:strictly )?not (?:for|to be) (?:publi|releas|broadcast|use|distribut|reported)\w*\b…\b@BEFORE
        (?:please )?(?:do not|don't) (?:publish|release|use|broadcast|print|post|share|run)\b…\b@BEFORE
        (?:please note(?: that)?:? )?(?:this|these|the (?:following|attached|above)|all)\b…\b(?:is|are)\b…\bembargo
        (?:this|these|the (?:following|attached|above)|all)\b…\b(?:must|may) not be \w+…\b@BEFORE
        (?:the )?(?:copy|contents?|information|material|text|story|release) (?:is|\
          are) (?:strictly )?(?:under )?embargo
        (?:strictly )?not before\b…\d
        (?:this|the)\b…\bconfidential until\b…\d
        no (?:publi|releas|broadcast|use)\w*\b…\b(?:before|until)\b
        publish (?:from|after|not before)\b…\d
        # Ukrainian and Russian
        дозво\w+…(?:друк|публік|оприлюдн)\w*…\d
        (?:прохання |просимо )?не (?:для )?(?:публік|оприлюдн|пошир|підлягає|публик|распростр)…(?:до|раніше|ранее)\b
        (?:публікац|оприлюдн|публикац|опубликов)\w*…(?:не раніше|після|не ранее|после|заборонен\w+ до|\
          дозволен\w+ [зпв])
        заборон\w+…(?:публік|оприлюдн)…до\b
        (?:інформаці|матеріал|текст)\w*…ембарго
        # French
        (?:merci de |prière de |à )?ne pas (?:publier|diffuser|utiliser|reproduire)\b…\bavant\b
        (?:interdit\w*|interdiction) (?:de |à la )?(?:publi|diffus)\w+…(?:avant|jusqu)
        (?:diffusion|publication|parution)s?\b…\b(?:interdite|autorisée|libre|possible|avant|à partir)\b…\d
        (?:ce|cette|le présent|la présente)\b…\b(?:est|sont) sous embargo
        libre de (?:diffusion|publication)\b…\d
        # German
        (?:bitte )?nicht vor…(?:veröffentlich|publizier|verwend|senden|verbreit)
        (?:bitte )?nicht zur (?:veröffentlichung|verwendung|verbreitung|sendung)\b…\b(?:vor|bis)\b…\d
        gesperrt (?:bis|für)\b
        (?:frei|freigabe|freigegeben|zur veröffentlichung|veröffentlichung)\b…\b(?:ab|erst|nicht vor|frühestens)\b…\d
        (?:diese|dieser|dieses|die folgende|der folgende)\b…(?:sperrfrist|embargo|gesperrt)
        # Spanish, Portuguese, Italian
        (?:por favor,? )?no (?:publi|difund|emit|divulg|reproduc)\w*\b…\b(?:antes|hasta)\b
        (?:prohibid\w+|publicación|difusión)\b…\b(?:antes de|hasta|a partir)\b…\d
        (?:esta|este|el presente|la presente)\b…(?:embargad|bajo embargo)
        não (?:publicar|divulgar)\b…antes
        da non (?:pubblicare|diffondere)\b…prima
        # Swedish, Norwegian, Danish
        (?:får|bör|må|skal) (?:ej|inte|ikke) (?:publi[cs]er|offentliggør|använd)\w*\b…(?:före|förrän|innan|før)
        ej för public\w*…(?:före|förrän|innan)
        (?:får )?publiceras (?:tidigast|först|efter|från)\b…\d
        publicera (?:ej|inte)\b…(?:före|förrän|innan)
        spärrtid\s*[:：]
        # Polish
        materiał do (?:wykorzystania|publikacji|druku)\b…\bod\b…\d
        (?:prosimy |proszę )?(?:o )?nie ?(?:do )?(?:publik|upubliczn|rozpowszech)\w*\b…(?:przed|do|wcześniej)\b
        (?:do publikacji|publikacja)\b…\b(?:od|po|nie wcześniej|dozwolona|możliwa)\b…\d
        (?:materiał|tekst|informacj\w+)\b…embargiem
        # Turkish, whose verb stands last
        yayın yasağı\s*[:：]
        …\d…(?:kadar|önce|öncesinde)\b…(?:ambargolu(?:dur)?|(?:yayı[nm]lan|kullanıl|paylaşıl)(?:ma|ama)\w*)\W*$
        …\d…(?:önce|kadar) (?:yayı[nm]la|paylaş|kullan)ma\w*\W*$
        # Arabic, Hebrew
        (?:الرجاء |يرجى )?(?:محظور|يحظر|حظر|ممنوع|يمنع|غير مصرح|لا يجوز|عدم|لا)(?: من)?\s?ب?(?:ال)?[يت]?نشره?ا?…(?:حتى|\
          قبل|إلا)
        للنشر (?:بعد|اعتبار|في|يوم|ابتداء)…[\d٠-٩]
        (?:נא )?(?:אין לפרסם|לא לפרסום|אסור לפרסום|אסור בפרסום|לא לפרסם)…(?:לפני|עד|קודם)
        (?:מותר לפרסום|מותר בפרסום|הותר לפרסום|לפרסום) ?(?:החל|מ-|מיום|מתאריך|ב-?\d|אחרי|לאחר)
        # Chinese, Japanese
        …\d.{0,10}(?:请勿|不得|禁止|严禁|勿|請勿)…(?:发布|刊发|发表|公开|公布|刊登|發布|报道)
        (?:请勿|不得|禁止|严禁|勿|請勿)在?…\d…前.{0,4}(?:发布|刊发|发表|公开|公布|刊登|發布|报道)
        不得早[于於]
        (?:媒体|新闻|发布)?(?:禁发|禁令|禁运)(?:期|时间)?\s*[:：至]
        (?:報道)?解禁(?:时间|日時)?\s*[:：]
        …\d.{0,10}まで.{0,6}(?:報道|公開|掲載)(?:禁止|不可|し?ない)
        """
    ).replace("@BEFORE", r"(?:before|until|till|prior to)\b")
)

# Beginnings that are an embargo where a date follows.
RELEASE = re.compile(
    r"(?:not )?for (?:release|publication|broadcast|use)\b|(?:release|publication)(?: date| time)?\s*:"
)

# The name of a press release with a dash behind it: "Press release – not before …".
RELEASE_HEADING = re.compile(
    r".{0,30}?"
    + one_of(
        """
        press|news|media|medien|communiqué|prensa|comunicado|prasow|komunikat|basın|bülten|пресреліз|прес-реліз
        بيان|إعلان|הודעה
        """
    )
    + r".{0,20}?(?:\s[–—-]+|[.,:;|])\s+"
)

# Words that take it back: "for immediate release".
AT_ONCE = re.compile(
    one_of(
        """
        ^\\W*(?:embargo|sperrfrist|ембарго|ambargo)\\s*[:–—-]\\s*(?:none|no|nil|keine?|aucun|ninguno|ingen|brak|nej|немає|yok)\\W*$
        immediate|immédiat|sofort|inmediat|imediat|omedelbar|natychmiast|hemen
        негайн|немедленн|الفوري|מיידי|即时|即時
        """
    )
)
