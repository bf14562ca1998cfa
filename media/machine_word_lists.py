"""The words by which lines of cameras and programs are known: makers, programs, and what they say in many languages.

Alternatives of regular expressions, each a string; `media.machine_words` puts them together.
"""

FILE_TYPES = (
    "jpe?g|jpe|jfif|png|gif|hei[cf]|webp|avif|tiff?|bmp|dng|nef|cr[23w]|arw|raf|orf|rw2|raw|psd|svg|pdf|xmp|mp4|mov|avi"
)
# Names that are nothing but a maker's or a program's.
MAKERS = (
    "olympus|om digital|om system|sony|nikon|canon|konica|minolta|samsung|fuji ?film|fuji|kodak|eastman kodak|"
    "panasonic|casio|pentax|ricoh|leica|hasselblad|polaroid|vivitar|epson|hp|hewlett[- ]packard|jenoptik|"
    "praktica|rollei|gopro|dji|insta360|iphone|ipad|huawei|xiaomi|redmi|oppo|oneplus|oplus|realme|nokia|"
    "motorola|moto|htc|lge?|lg electronics|asus|lenovo|zte|blackberry|meizu|mamiya|kyocera|contax|sanyo|"
    "toshiba|benq|aiptek|medion|skanhex|mediatek|kenox|digimax|smartphone|handycam|cyber-?shot|coolpix|"
    "powershot|finepix|easyshare|exilim|lumix"
)
# Makers' and programs' names that are words as well: they count with a number or a model's word behind them only.
WORDS_TOO = (
    "mi|apple|google|pixel|honor|poco|vivo|sigma|phase one|parrot|microsoft|camera|android|galaxy|eos|ixus|mavic"
)
MODEL_WORDS = (
    "eos|mark|pro|max|plus|mini|ultra|note|galaxy|redmi|mavic|hero|black|lumix|coolpix|cyber-?shot|powershot|"
    "ixus|rebel|kiss|digital|camera|corporation|corp|edge|lite|air|phantom|osmo|alpha|pen|stylus|finepix|optio|"
    "easyshare|exilim|imaging|iphone|ipad|pixel|techwin|electronics|co|ltd|inc|company|optical|zoom|still|"
    "series|elite|action|nova|mate|honor|fold|flip|se|fe|nord|reno|find|zenfone|xperia|lens|ai|triple|dual|quad|back|"
    "front|rear|wide|telephoto|macro|meta|data|sample|leica|ag|gmbh"
)
PROGRAMS = (
    "adobe|(?:adobe )?photoshop|(?:adobe )?(?:photoshop )?lightroom|gimp|picasa|snapseed|vsco(?:cam)?|"
    "instagram|facebook|whatsapp|telegram|snapchat|tiktok|flickr|google photos|apple photos|iphoto|acdsee|"
    r"irfanview|xnview|paint\.net|microsoft (?:office|word|windows|paint|powerpoint|picture it)\w*|ms paint|"
    r"windows photo (?:editor|gallery|viewer)|windows live photo gallery|corel ?\w*|paint shop pro|paintshop|"
    r"pixelmator|affinity photo|darktable|rawtherapee|capture one|dxo \w+|luminar|canva|figma|inkscape|krita|"
    "image ?magick|graphicsmagick|ffmpeg|libvips|facetune|meitu|beautyplus|picsart|photogrid|photoscape|fotor|"
    r"pixlr|polarr|afterlight|camscanner|hdr efex|photomatix|topaz \w+|midjourney|dall[-·]e|stable diffusion|"
    "comfyui|gd-jpeg|quicktime|nikon transfer|viewnx|digital photo professional|photo mechanic|fotostation|"
    "exiftool|digikam|shotwell|gthumb|f-spot|capcut|inshot|prisma|lensa|remini|photoroom|camera ?360|b612|"
    "beauty ?cam|retrica|huji|mediatek camera(?: application)?|applemark|lead technologies|image alchemy|"
    "intel.{0,4} jpeg library|ijg jpeg|handmade software|powerpoint presentation|lavc|nik collection|aftershot|"
    r"on1 \w+|silkypix|nx studio|imaging edge|olympus (?:viewer|workspace|master)|zoner \w+|faststone|honeyview|"
    "messenger|wechat|weixin|viber|signal messenger|google lens|screenshot tool|snipping tool|greenshot|"
    r"hipstamatic|rni films|tezza|moldiv|faceapp|reface|mail(?: for windows)?|"
    r"lightshot|snagit|os x|mac os x?|macos|ios|windows \d+"
)
# What a program did, with a word that leads to its name; "strong" ones are said of nothing else.
DONE_WITH = (
    "(?:processed|created|edited|made|retouched|enhanced|optimi[sz]ed|compressed|converted|generated|exported|"
    "developed|produced|trimmed|cropped|resized|upscaled|filtered|colori[sz]ed) (?:with|using|via)|"
    "(?:processed|edited|retouched|enhanced|cropped) in|(?:edited|generated|"
    "exported|scanned|optimi[sz]ed|compressed|converted) (?:on|by|from)|file written by|(?:erstellt|bearbeitet|"
    "gescannt|verarbeitet|generiert|optimiert) (?:mit|von)|(?:créée?|retouchée?|modifiée?|traitée?|réalisée?|"
    "générée?|éditée?|numérisée?) (?:avec|par|dans|sur)|(?:cread|editad|procesad|hech|retocad|generad|"
    "escanead)[oa] (?:con|en)|(?:criad|editad|processad|feit|gerad)[oa] (?:com|no)|(?:creat|modificat|elaborat|"
    "realizzat|generat)[oa] (?:con|da)|(?:skapa[dt]|redigera[dt]|bearbeta[dt]|framkalla[dt]|skanna[dt]|"
    "genererad) (?:med|i|av)|(?:laget|redigert|behandlet|lavet|redigeret|oprettet|skannet) (?:med|i)|"
    "(?:utworzon|edytowan|stworzon|zrobion|przetworzon|wygenerowan|zeskanowan|obrobion)[eyoa] (?:za pomocą|w|"
    "przez|przy użyciu)|(?:створено|оброблено|відредаговано|зроблено|згенеровано|скановано) (?:в|у|"
    "за допомогою|через|з)|(?:создано|обработано|отредактировано|сделано|снято|сгенерировано) (?:в|с помощью|"
    "через|с)|(?:נוצר|נערך|עובד|עובדה|נסרק) (?:עם|באמצעות|על ידי|ב-?)|(?:تم (?:ال)?(?:إنشاء|تعديل|تحرير|معالجة|"
    r"إنشاؤ|تعديل|تحرير|معالجت)\w*|أنشئت?|عدلت?|حررت?|صممت?) (?:باستخدام|بواسطة|ب\w*|في|عبر)"
)
# The same where a person may say it of something else; what follows must be the name of a device or a program.
DONE_ON = (
    "(?:shot|taken|captured|made|photographed|recorded|filmed|sent|shared|uploaded|posted|scanned|saved|"
    "downloaded|imported|created|rendered) (?:on|with|by|from|via|using|through|to)(?: (?:a|an|my|the))?|via|"
    "from|powered by|software|camera|model|(?:aufgenommen|gesendet|fotografiert|geteilt|gespeichert) (?:mit|"
    "von|über|aus)(?: (?:meinem|einem|dem))?|(?:prise?|envoyée?|photographiée?|capturée?|partagée?|"
    "publiée?) (?:avec|depuis|par|de|sur|via)(?: (?:mon|un|l['’]))?|(?:tomad|enviad|capturad|compartid|"
    "publicad|sacad)[oa] (?:con|desde|por|en|de)(?: (?:mi|un))?|(?:tirad|enviad|capturad|publicad)[oa] (?:com|"
    "do|no|por|de)(?: meu)?|(?:scattat|inviat|catturat|pubblicat)[oa] (?:con|da|dal)(?: mio)?|(?:taget|tagen|"
    "skickat|skickad|fotograferad|delad|tatt|sendt|taget|delt) (?:med|från|fra|av|via|på)(?: (?:min|en))?|"
    "(?:wykonan|wysłan|zrobion|udostępnion)[eyoa] (?:z|ze|za pomocą|przez|na|w)(?: mojego)?|(?:знято|надіслано|"
    "зроблено|відправлено|снято|отправлено|сделано) (?:на|з|із|с|через|камерою)(?: (?:мого|моего))?|(?:צולם|"
    "נשלח|נלקח) (?:עם|מה|מ|ב|באמצעות)-?|(?:التقطت|أرسلت|أُرسلت|صورت|تم الالتقاط|تم الإرسال|"
    "تم التصوير) (?:باستخدام|بواسطة|من|ب|عبر)(?: جهاز)?"
)
# In Turkish, Japanese, Chinese and Korean what was done stands last.
DONE_LAST = (
    r" (?:ile|aracılığıyla|tarafından|kullanılarak) (?:oluşturul\w+|düzenlen\w+|gönderil\w+|işlen\w+|yapıl\w+|"
    r"çekil\w+)|['’]\w+ (?:gönderil|çekil|paylaşıl)\w+|(?:で|により)(?:作成|編集|加工|処理|生成)(?:\w{0,6})|"
    r"から送信|(?:制作|製作|编辑|編輯|处理|處理|创建|生成)|(?:으로|로) (?:제작|편집|생성)\w*"
)
SCREENSHOTS = (
    "screen ?-?(?:shot|capture|grab|recording|cap|print)s?|bildschirm(?:foto|aufnahme|abzug|ausdruck)|"
    "captures? d[’'´` ]?[ée]crans?|copie d[’'´` ]?[ée]cran|capturas? de (?:pantalla|ec?rã|tela)|pantallazo|"
    "schermata|schermafbeelding|istantanea schermo|cattura (?:di )?schermo|skärm(?:avbild|bild|dump|klipp)|"
    "sk(?:j|æ)ermbil(?:de|lede)|skjermdump|zrzut(?:y)? ekranu|ekran (?:görüntüsü|alıntısı|resmi)|"
    "зніма?о?к екран[ау]?|скрин?шот|скріншот|снимок экрана|snímek obrazovky|képernyő(?:kép|fotó)|näyttökuva|"
    "kuvakaappaus|captură de ecran|στιγμιότυπο(?: οθόνης)?|لقطة (?:ال)?شاشة|صورة الشاشة|צילום (?:ה)?מסך|"
    "スクリーンショット|スクショ|画面写真|截图|截圖|截屏|屏幕截图|屏幕快照|螢幕截圖|螢幕快照|스크린샷|화면 캡처"
)
# What stands where nobody has written anything.
PLACEHOLDERS = (
    "digital (?:image|photo|picture)|(?:profile|cover) (?:image|photo|picture|pic)|profil(?:bild|foto)|photo de profil|"
    "foto de perfil|zdjęcie profilowe|фото профілю|profil (?:fotoğrafı|resmi)|صورة الملف الشخصي|תמונת פרופיל|"
    "default|untitled(?: (?:design|document|image|photo))?|downloads?|images|attachment|copyright|"
    "new (?:project|document|image|canvas|file|picture)|neues? (?:projekt|dokument|bild)|nouveau (?:projet|document)|"
    "nuevo (?:proyecto|documento)|novo (?:projeto|documento)|nuovo (?:progetto|documento)|nytt (?:projekt|dokument)|"
    "nowy (?:projekt|dokument)|новий (?:про[єе]кт|документ)|новый (?:проект|документ)|yeni (?:proje|belge)|document|"
    "dokument|documento|scan(?:ned)?(?: (?:document|image|photo))?|asdf\\w*|qwert\\w*|lorem ipsum.*|"
    "(?:stock|royalty[- ]?free|featured|header|hero|cover|main|teaser|wp|background|banner|profile)[-_ ]"
    "(?:image|img|photo|picture|foto|bild)|logo|hero|banner|thumb(?:nail)?|final(?:[-_ ]final)+|무제|sense t[ií]tol|"
    "(?:test[\\W_]*){2,}|layer|ebene|calque|"
    "unnamed|unknown|none|null|nil|undefined|n/?a|nan|"
    "tbd|tba|todo|test|xxx+|not set|empty|no ?name|no (?:caption|title|description|comments?|name)|(?:your|"
    r"enter|insert|add|type|write)(?: \w+)? (?:caption|title|description|comment|text|name|headline|credit|keywords)"
    "(?: here)?|(?:title|caption|"
    "description|comment|headline|text|name|subject|keywords)(?: (?:here|text|\\((?:optional|required)\\)))?|(?:the |"
    "new )?(?:picture|photo|image|slide|page|foto|bild|imagen|obraz|zdjęcie|fénykép|kuva|immagine|imagem|resim|"
    "fotoğraf|фото|фотографія|зображення|изображение|фотография|صورة|תמונה|写真|图片|照片)|ohne titel|"
    "unbenannt|kein titel|keine beschreibung|sans titre|sans nom|aucun titre|sans légende|sin t[ií]tulo|"
    "sin nombre|sem t[ií]tulo|senza titolo|namnlös|utan titel|uten (?:navn|tittel)|uden (?:navn|titel)|"
    "bez (?:tytułu|nazwy|názvu)|adsız|isimsiz|başlıksız|без (?:назви|названия|имени|імені)|بدون (?:عنوان|اسم)|"
    "ללא (?:כותרת|שם)|無題|无标题|無標題|未命名|제목 없음|naamloos|geen titel|nimetön|névtelen"
)
# Short words that phones and cameras leave: the camera's modes, formats, counters.
FLAGS = (
    r"cof|hdr|hdrpl|hdrpm|edf|oznor\w*|rhdr|sdr|mde|nor|bty|iso|jpeg|exif(?:[ _]jpeg\w*)?|dcim|burst|sony dsc|"
    "minolta dsc|binary comment|ascii|unicode|jis|fptr|rptnr|msoh|ptr|dav|vid|img|pict?|dsc[fn]?|"
    r"digital still ?camera|motion photo|ver ?[\d.]+|jfif|(?:portrait|night|panorama|pro|food|selfie|macro) mode|"
    r"live photo|hdr\+?|(?:(?:made|created|generated) (?:with|by|using) )?ai(?:[- ]generated)?"
    r"(?: (?:image|content|info))?|"
    r"rotated? \d+|(?:colou?r (?:profile|space) ?:? ?)?(?:s?rgb|adobe rgb|prophoto rgb|display p3|cmyk)\b[\w .()-]*|"
    r"camera ?phone|\W*fbmd\W?\w*"
)
NOBODY = (
    "(?:the )?(?:photo(?:graph)?er|photo|author|artist|creator|credit|copyright(?: holder)?|owner|"
    "user(?: ?name)?|administrator|admin|camera|name|source|byline|guest|staff|anonymous|anon|me|myself|pc|"
    r"home|picture|image|default|test|hp_\w+)|(?:unknown|anonymous|windows|camera|default|my)(?: (?:author|"
    "artist|photographer|user|owner|creator|source|name|camera))?|(?:your|photographer['’]?s?) name(?: here)?|"
    "(?:not specified|unspecified|all rights reserved|rights reserved|no credit|public|copyrighted|see above)|"
    "fotograf(?:in)?|urheber|unbekannt|benutzer|besitzer|quelle|photographe|auteur|inconnue?|utilisateur|"
    "propri[ée]taire|fot[óo]graf[oa]|autora?|desconhecid[oa]|desconocid[oa]|usuario|propietario|autore|"
    "sconosciuto|utente|okänd|användare|ägare|ukjent|ukendt|bruker|bruger|nieznan[yae]|użytkownik|właściciel|"
    "bilinmeyen|bilinmiyor|fotoğrafçı|kullanıcı|невідом(?:ий|о|а)|фотограф|автор|користувач|власник|"
    "неизвест(?:ен|но|ный)|пользователь|владелец|مجهول|غير معروف|(?:ال)?مصور|(?:ال)?مستخدم|לא ידוע|אלמוני|צלם|"
    "(?:fotograf|photographe|autor|fot[óo]graf[oa]|автор|фотограф) (?:unbekannt|inconnue?|desconocid[oa]|nieznany|"
    "невідомий|неизвест\\w*)|(?:невідомий|неизвестный|unbekannter|okänd|ukjent|nieznany|bilinmeyen) \\w+|"
    "microsoft office user|user ?\\d+|(?:desktop|laptop|pc|win)-\\w+|(?:iphone|ipad) (?:von|de|di|van|av|od) .+|"
    ".+['’]s (?:iphone|ipad|macbook|phone|pc)|\\[.{0,30}\\]|tk|tbc|tbd|"
    "משתמש|不明|未知|作者|摄影师|撮影者|用户|匿名|ユーザー"
)
# What stands before a credit, and what is put behind a file's name.
CREDIT_LABELS = (
    "copyright|photo(?:graph)?s?|picture|image|foto(?:graf\\w*)?|fot|zdjęcie|bild|cr[ée]dit\\w*|imagen|fotoğraf|фото|"
    "صورة|تصوير|צילום|撮影|摄影"
)
BY = "by|von|par|de|por|av|przez|tarafından"
COPIES = (
    "copy|kopie|copie|copia|c[óo]pia|kopia|kopi|kopya|копія|копия|نسخة|עותק|コピー|副本|edited|edit|bearbeitet|modifié|"
    "editado|final|web|small|large|crop|cropped|scaled"
)
EDITIONS = (
    r"cs\d?|cc|classic|elements|mobile|express|for|pro|app|inc|systems|photoshop|lightroom|camera|on|using|image|photo|"
    r"picture|video|lens|film|flash|filter|preset"
)
# What a program puts into the name of a file that it gives a moment: "WhatsApp Bild 2024-05-01 um 10.22.33".
STAMPED = (
    "whatsapp|telegram|signal|viber|messenger|image|images|img|photo|picture|video|bild|foto|bilde|billede|imagen|"
    "imagem|immagine|afbeelding|görsel|görüntü|resim|obraz|zdjęcie|зображення|фото|изображение|صورة|תמונה|写真|图片|scan|"
    "file"
)
BETWEEN = "at|um|am|kl|klo|a|à|las|alle|às|ore|om|saat|o|godz|о|об|в|de|di|du|da|från|من|في|ב|בשעה|h"
# What a settings line has: "f/1.8, 1/120s, ISO 50".
SETTINGS = r"f/?\d[\d.,]*|iso ?\d+|1/\d+ ?s?(?:ec)?\.?|\d[\d.]* ?mm|[+-]?\d[\d.]* ?ev|\d[\d.]* ?s(?:ec)?"
PROMPTED = (
    "masterpiece|best quality|highly detailed|ultra[- ]?detailed|8k|artstation|octane render|photorealistic|1girl|1boy"
)
OWN_DEVICE = (
    "(?:my |a |an |the )?(?:phone|mobile(?: phone)?|cell ?phone|scanner|handy|mobiltelefon|telefon\\w{0,2}|téléphone|"
    "portable|móvil|celular|mobil\\w{0,2}|телефон\\w?|смартфон\\w?|cep telefonu\\w{0,3}|هاتف\\w?|נייד|טלפון)"
)
