"""How mails begin and end in many languages: heads, greetings, farewells, what stands over a quoted reply."""

import re

from articles.text.instructions.patterns import one_of

HEADERS = one_of(
    r"""
    from|to|cc|bcc|subject|date|sent|reply-to|importance|attachments?|return-path|message-id|received|mime-version
    content-type|content-transfer-encoding|x-[\w-]+|in-reply-to|references|thread-topic|delivered-to|list-\w+
    von|an|betreff|datum|gesendet|kopie|anlagen?|antwort an
    de|à|a|objet|envoyé|date|copie|répondre à|pièces? jointes?
    para|asunto|enviado|fecha|adjuntos?|cc
    från|till|ämne|skickat|datum|kopia|bilagor|bilaga|fra|til|emne|sendt
    od|do|temat|data|wysłano|dw|udw|załączniki?
    kimden|kime|konu|tarih|gönderen|alıcı|gönderilen|gönderildi|bilgi|ekler
    від|кому|тема|дата|надіслано|копія|вкладення|кому|от|отправлено|копия|від кого
    من|إلى|الى|الموضوع|التاريخ|نسخة|أرسل|تاريخ الإرسال|المرسل|المرسل إليه|المرفقات
    מאת|אל|נושא|תאריך|נשלח|עותק|לכבוד|קבצים מצורפים
    发件人|收件人|主题|日期|发送时间|抄送|差出人|宛先|件名|日時|送信日時
    """
)
SUBJECT = re.compile(
    one_of("subject|betreff|objet|asunto|ämne|emne|temat|konu|тема|الموضوع|נושא|主题|件名") + r"\s*[:：]\s*",
    re.IGNORECASE,
)
REPLY = re.compile(
    r"(?:(?:re|fwd?|aw|wg|tr|rv|sv|vs|vb|odp|pd|ynt|ilt|переад|відп|回复|转发|返信|転送)(?:\[\d\])?\s*[:：]\s*)+",
    re.IGNORECASE,
)

FORWARDED = re.compile(
    one_of(
        r"""
        -{2,}\s*(?:original|forwarded|begin forwarded) (?:message|mail|appointment)\s*-{2,}|begin forwarded message:?
        -{2,}\s*(?:ursprüngliche nachricht|weitergeleitete nachricht|originalnachricht)\s*-{2,}
        anfang der weitergeleiteten.*
        -{2,}\s*(?:message (?:d'origine|original|transféré|transmis))\s*-{2,}
        début du message (?:réexpédié|transféré).*
        -{2,}\s*(?:mensaje (?:original|reenviado))\s*-{2,}|inicio del mensaje reenviado.*
        -{2,}\s*(?:ursprungligt meddelande|vidarebefordrat (?:meddelande|brev))\s*-{2,}|vidarebefordrat brev.*
        -{2,}\s*(?:wiadomość oryginalna|oryginalna wiadomość|(?:przekazana|treść przekazanej) wiadomoś\w+)\s*-{2,}
        początek przekazywanej wiadomości.*
        -{2,}\s*(?:orijinal ileti|özgün ileti|iletilen (?:mesaj|ileti)|yönlendirilen (?:mesaj|ileti))\s*-{2,}
        -{2,}\s*(?:переслан\w+ (?:повідомлення|лист|сообщение)|початкове повідомлення|\
          оригінальне повідомлення)\s*-{2,}
        -{2,}\s*(?:الرسالة الأصلية|رسالة (?:معاد توجيهها|محولة|أصلية))\s*-{2,}
        -{2,}\s*(?:הודעה (?:מקורית|שהועברה))\s*-{2,}
        -{2,}\s*(?:原始邮件|转发邮件|转发的邮件|元のメッセージ|転送メッセージ)\s*-{2,}
        """
    )
)
WROTE = re.compile(
    one_of(
        r"""
        on .{6,120} wrote:|.{2,60} wrote on .{6,60}:|.{2,60} schrieb am .{6,60}:
        .{2,60}[<(]\S{3,60}@\S{3,60}[>)].{0,60} ?(?:wrote|schrieb|a écrit|escribió|ha scritto|escreveu|skrev|\
      napisał|пише|написа[вл]|yazdi|כתב|كتب)\S{0,6} ?[:：]
        \d{1,2}\.? [^\W\d]{3,10}\.? \d{4}.{1,80}(?:skrev|написа[вл]|пише|wrote|napisał|schrieb|a écrit|\
      escribió)\S{0,6}.{0,60} ?:
        .{4,120}(?:于|在).{4,60}(?:写道|寫道) ?[:：]|\d{4}年\d{1,2}月\d{1,2}日.{2,100}[:：]
        (?:في|بتاريخ) .{6,120}(?:تمت كتابة|بواسطة).{0,80}[:：]
        (?:am|vom) .{6,120} schrieb.{0,80}:
        le .{6,120} a écrit ?:
        el .{6,120} (?:escribió|ha escrito):
        (?:den|on|kl) .{6,120} skrev.{0,80}:
        (?:w dniu|dnia|\w+\.?,) .{6,120} (?:napisał|pisze)\S{0,5}:
        .{6,120}(?:tarihinde|şunu) .{0,80}yazdı:
        .{6,120} (?:пише|написав|написала|пишет|написал)\S{0,6}:
        (?:في|بتاريخ) .{6,120} (?:كتب|كتبت).{0,60}[:：]
        (?:בתאריך|ב-) ?.{6,120} (?:מאת|כתב|כתבה).{0,60}:
        """
    )
)

GREETINGS = one_of(
    r"""
    hi (?:there|all|both|team|folks|everyone|guys)|hello (?:there|all|both|team|everyone)
    dear (?:all|both|colleagues|editors?|sir|madam|team)|yo|howdy|team|folks|all
    hi|hello|dear|hey|hiya|good (?:morning|afternoon|evening|day)|morning|afternoon|evening|greetings
    hallo (?:zusammen|ihr lieben|liebe\w*|miteinander)|guten abend|hi (?:zusammen|ihr)|tach|ahoi|na
    liebe (?:kolleg\w+|redaktion|alle)
    hallo|liebe[rs]?|sehr geehrte[rn]?|guten (?:morgen|tag|abend)|moin|servus|grüezi
    (?:bonjour|salut|bonsoir|hello) (?:à tous|à toutes|à tous et à toutes|tout le monde|l'équipe|les amis)
    bonjour|bonsoir|salut|coucou|chère?s?|chers
    hola|estimad[oa]s?|querid[oa]s?|buen(?:os|as) (?:días|tardes|noches)|buen día
    hej|hejsan|hallå|bästa|käre|kära|god (?:morgon|kväll|dag)|tjena
    cześć|dzień dobry|szanown[iaey]\w*|witam|witaj|hejka|drog[ia]
    merhaba\w*|selam\w*|sayın|sevgili|iyi (?:günler|akşamlar)|günaydın
    привіт|добр(?:ого|ий|ое|ый) (?:дня|день|ранку|вечора|вечір|ранок|утро|вечер)|вітаю|шановн[іаи]й?|дорог[іи]й?
    здравствуйте
    مرحبا\w*|السلام عليكم.{0,30}|تحية طيبة.{0,30}|عزيزي|عزيزتي|الزملاء|أهلا|صباح الخير|مساء الخير|الأستاذ
    שלום|היי|הי|בוקר טוב|ערב טוב|צהריים טובים|יקר[הי]?|אהלן
    您好|你好|各位|尊敬的|亲爱的|早上好|お疲れ.{0,10}|こんにちは|いつもお世話.{0,20}|各位|お世話になっております
    """
)
# Words of a note that goes with a text: "here is the copy", "please find attached".
COVER = one_of(
    r"""
    # how long it is, and that pictures follow
    …\d[\d ]{1,6} ?(?:words|characters|signes|caractères|feuillets|zeichen|caracteres|palabras|tecken|ord)
    …\d[\d ]{1,6} ?(?:znak(?:ów|i)|słów)
    …\d[\d ]{1,6} ?(?:karakter|vuruş|kelime|знак(?:ів|и)|слів|знаков|מילים|תווים|كلمة|حرفا?)
    …\b(?:photos?|pics?|pictures|fotos?|bild(?:er)?|zdjęci\w+)\b.{0,20}\b(?:follow|come|venir|suivr\w+)
    …\b(?:fotos?|bild(?:er)?|zdjęci\w+)\b.{0,20}\b(?:folg\w+|kommer|dośl\w+|aparte)
    …(?:фото|תמונות|صور\w*).{0,20}(?:буд\w+|надішл\w+|доїд\w+|בהמשך|בדרך|لاحقا)
    …\b(?:here(?:'s| is| are)|please find|attached|enclosed|see below|below is|as (?:discussed|promised|\
      agreed|requested)|fyi|let me know|shout if|any questions|copy (?:below|for)|story below)\b
    …\b(?:anbei|im anhang|hier (?:ist|kommt)|unten|wie (?:besprochen|versprochen|vereinbart)|bei fragen|\
      angehängt|zur kenntnis)\b
    …\b(?:ci-(?:joint|dessous|après)|voici|veuillez trouver|comme convenu|n'hésitez pas|pour info|en pièce jointe)\b
    …\b(?:adjunt\w+|aquí (?:va|está|tienes|tenéis|tiene)|te (?:paso|mando|envío)|os (?:paso|mando|envío)|\
      le envío|a continuación|como (?:acordamos|quedamos)|cualquier duda|más abajo)\b
    …\b(?:här (?:är|kommer)|bifog\w+|nedan|enligt överenskommelse|som vi (?:sa|pratade|kom överens)|\
      hör av (?:dig|er)|för kännedom)\b
    …\b(?:w załącz\w+|przesyłam|poniżej|oto|zgodnie z (?:umową|ustaleni\w+)|jak (?:ustal\w+|uzgodni\w+)|\
      w razie pytań|załączam|wysyłam)\b
    …\b(?:ekte|aşağıda|gönderiyorum|iletiyorum|konuştuğumuz gibi|sorunuz olursa|bilginize|ektedir|\
      haberi (?:aşağıda|ekte))\b
    …(?:нижче|у вкладенні|надсилаю|ось (?:текст|матеріал|новина)|як (?:домов\w+|обіцял\w+)|якщо (?:будуть|є|\
      виникнуть)|до відома|ниже|во вложении|высылаю|как договорились|додаю)
    …(?:مرفق|أدناه|فيما يلي|كما اتفقنا|إليكم|أرسل لكم|تجدون|للاطلاع|هذا هو|إليك)
    …(?:מצורף|מצ\"ב|להלן|כפי שסיכמנו|כפי שדיברנו|הנה|אשמח|לידיעתך|שולח[ת]?)
    …(?:附件|以下是|如下|请查收|请见|添付|以下の|送ります|お送り)
    """
)
FAREWELLS = one_of(
    r"""
    best(?: wishes| regards)?|(?:kind(?:est)?|warm(?:est)?|many) (?:regards|thanks)|regards
    take care|(?:speak|talk|catch up) (?:later|tomorrow|soon)|all best|warmly|yours(?: ever)?
    have a (?:good|great|nice|lovely) \w+
    (?:with )?(?:best|kind|warm) wishes|(?:until|till) (?:then|later|tomorrow)|over and out|xx?
    thanks(?: (?:all|both|team|guys|so much for .{2,30}))
    herzlich(?:st)?|beste|(?:es )?grüßt|grüßt (?:dich|euch|sie)
    schön(?:en|es) (?:tag|abend|feierabend|wochenende|rest\w*)|ciao|tschüs+
    danke (?:dir|euch|ihnen|schon mal|im voraus|vorab)
    (?:belle|bonne) (?:journée|soirée|fin de .{2,12}|semaine)|bon (?:week ?-?end|courage)
    à (?:plus|demain|tout à l'heure|très vite|ta disposition)|merci (?:encore|à toi|à vous|bien)|sincèrement
    respectueusement
    saludos(?: desde .{2,20}| a todos| cordiales)?|(?:buen|feliz) (?:día|tarde|noche|fin de semana|finde)
    (?:muchas )?gracias (?:por todo|a todos|y un saludo)|un saludo y gracias|hasta (?:luego|mañana|pronto)|besos?
    (?:trevlig|skön) (?:helg|kväll|dag)|ha (?:en )?(?:fin|bra|trevlig) (?:dag|kväll|helg)|hälsar|allt väl|tack tack
    vi (?:hörs|ses)|ses|hej då
    (?:miłego|dobrego|udanego) (?:weekendu|wieczoru|popołudnia|tygodnia|dnia)|do (?:usłyszenia|zobaczenia|jutra)
    ukłony|pzdr\.?|pozdro\w*|łączę (?:pozdrowienia|wyrazy .{2,20})|z góry (?:dzięk\w+|dziękuj\w+)
    (?:saygı|sevgi|selam)(?:larımla|lar\w*|larımızla)|iyi (?:haftasonları|hafta sonları|geceler|yayınlar)|görüşürüz
    sağlıcakla|teşekkürler(?: ve iyi .{2,20})?
    (?:гарного|хорошого|чудового) (?:вечора|ранку|вікенду|тижня)|до (?:зв'язку|зустрічі|завтра)|щиро(?: ваш\w?)?
    вітання|з найкращими|обійми|мирного дня|бережіть себе
    (?:مع )?(?:أطيب|أحر|خالص|أجمل) (?:التحيات|التمنيات|التحية|الأمنيات)|دمتم .{0,20}|إلى اللقاء
    شكرا(?:ً)? (?:مقدما|سلفا|على .{2,20})
    (?:סוף שבוע|המשך יום|יום|ערב|שבוע) (?:נעים|טוב|מקסים|נפלא)|בכבוד רב|ב?תודה (?:ו.{2,12}|מקרב לב)|שלך|שלכם|כל טוב
    נשיקות|חיבוק
    祝(?:您|你|工作|商祺|好|安).{0,8}|谢谢(?:您|大家)?|多谢|顺祝.{0,8}|よろしく.{0,14}|お疲れ.{0,8}|失礼(?:いた|\
      し)します|取り急ぎ.{0,10}
    thanks(?: (?:so much|a lot|again|in advance))?|thank you(?: very much)?|cheers
    yours(?: (?:sincerely|faithfully|truly))?|sincerely|all (?:the )?best|talk soon|speak soon|ta|thx
    (?:mit )?(?:freundlichen?|vielen?|besten?|herzlichen?|liebe[nr]?|schöne[nr]?) (?:grüße?n?|grüssen?|gruß|\
      gruss|dank)
    (?:beste|viele|liebe|herzliche|schöne) grüße?|gruß|grüße|lg|vg|mfg|danke(?: und grüße)?|bis (?:bald|dann|später)
    (?:bien )?cordialement|(?:bien )?à (?:vous|toi|bientôt)|merci(?: d'avance| beaucoup)?
    (?:sincères |meilleures )?salutations(?: distinguées)?|amicalement|bonne (?:journée|soirée)|cdlt
    bien amicalement|bis(?:es|ous)
    serdeczności|uściski|buziaki|kram(?:ar)?|обіймаю|обійми|sevgiyle|öptüm
    (?:un )?(?:cordial )?saludos?(?: cordial(?:es)?)?|atentamente|(?:muchas )?gracias(?: de antemano)?|cordialmente
    (?:un )?abrazos?|un saludo|quedo a (?:su|tu) disposición
    (?:med )?(?:vänlig(?:a|en)?|vänliga|bästa|varma) hälsning(?:ar)?|hälsningar|hälsning|mvh|mvh\.
    tack(?: på förhand| så mycket)?|vh|vänligen|hilsen|med vennlig hilsen|ha det (?:bra|gott)|allt gott
    pozdrawiam(?: serdecznie)?|(?:z )?(?:poważaniem|pozdrowieniami)|pozdrowienia|dzięk\w+|dziękuję(?: z góry)?
    z wyrazami szacunku|serdecznie pozdrawiam|miłego dnia
    (?:saygılar|sevgiler|selamlar)\w*|iyi (?:çalışmalar|günler|akşamlar)|(?:çok )?teşekkür\w*(?: ederim| ederiz)?
    kolay gelsin|hoşça kal\w*|görüşmek üzere
    (?:з|із) (?:повагою|найкращими побажаннями|вдячністю)|(?:щиро )?дякую(?: за увагу| наперед)?
    (?:гарного|хорошого) дня|всього (?:найкращого|доброго)|с уважением|спасибо|на все добре
    (?:مع )?(?:خالص |أطيب |فائق )?(?:تحيات[يى]?|التحية|التحيات|التقدير|الاحترام|الشكر)(?: والتقدير)?
    شكرا(?:ً)?(?: جزيلا| لكم| لك)?|تحياتي|وتفضلوا.{0,40}|مع الود
    (?:ב)?(?:ברכה|תודה|כבוד רב|ידידות)(?: רבה| מראש)?|בברכה|תודה|יום טוב|בהצלחה|להתראות
    此致|敬礼|谢谢|祝好|顺颂.{0,6}|敬具|よろしくお願い.{0,10}|以上|ありがとう.{0,8}|何卒.{0,20}
    """
)
SENT_FROM = one_of(
    r"""
    (?:get|via) (?:outlook|bluemail|proton ?mail|spark|gmail)\b.{0,40}|virus-?free\b.{0,30}|scanned by\b.{0,40}
    (?:sent|get outlook|sent with) (?:from|for|via|using)\b.{0,50}
    (?:von|aus) (?:meinem|outlook).{0,40}(?:gesendet|abgerufen)?|gesendet (?:von|mit|aus)\b.{0,40}
    diese nachricht wurde von.{0,60}
    envoyé (?:de|depuis|à partir)\b.{0,50}|télécharger outlook.{0,30}
    enviado (?:desde|de)\b.{0,50}|obtener outlook.{0,30}
    skickat från\b.{0,50}|sendt fra\b.{0,40}
    wysłan[eo] (?:z|ze)\b.{0,50}
    .{0,30}(?:iphone|ipad|android|telefon)\S{0,6} gönderildi
    (?:надіслано|відправлено|отправлено) (?:з|із|с)\b.{0,50}
    (?:أرسلت?|أُرسل|مرسل) من\b.{0,50}|נשלח מ.{0,50}
    (?:发自|从).{0,30}(?:iphone|手机|ipad).{0,6}(?:发送)?|.{0,20}から送信
    """
)
