"""Words with which somebody speaks to whoever reads a text, or of himself, by language: what no story does.

A mail ends and begins with such words. Of a text whose language is known only the words of that language count:
"je" is French for I and Polish for them.
"""

import re

from articles.text.instructions.patterns import one_of, small

_ADDRESSING = {
    "en": one_of(
        r"""
        you|your|yours|me|my|i'(?:m|ll|ve|d)|i (?:am|can|will|have|thought|hope|know|think|was|need|left|kept|cut|put)
        we|we'(?:re|ll|ve)|us|our|please|let me|kindly|hesitate|feel free|attaching|sending
        ^(?:am|will be|back at|around till|around until|happy to|hope|hoping|sorry|apologies|shout|ping|ring)
        ^(?:call|give me|just|quick(?:ly)?|one more thing|ps|p\.s\.|nb|fyi|over to|any)
        """
    ),
    "de": one_of(
        r"""
        bitte|mir|mich|mein\w*|ich|wir|uns|unser\w*|ihnen|melden sie|gern\w*|jederzeit|wenden|folgen sie|finden sie
        lesen sie|schreiben sie|rufen sie|dich|dir|dein\w*|euch|eure[nrs]?|du|meldet|melde dich|danke|sorry|anbei
        ^(?:bin|melde|schicke|schaffe|freue|hoffe|reiche|liefere|könnt|kannst|habt|hab|wäre|falls|bis)\b
        """
    ),
    "fr": one_of(
        r"""
        vous|votre|vos|nous|notre|nos|je|moi|m'\w+|n'hésite\w*|veuillez|merci|prière de|toi|contactez\w*|appelez|j'\w+
        me|mon|ma|mes|tu|te|t'\w+|ton|tes|recevez|retrouvez|découvrez|abonnez\w*|inscrivez\w*
        ^(?:suis|serai|dispo|joignable|désolée?|dis-moi|dites-moi|à ta|à votre|bonne)\b
        """
    ),
    "es": one_of(
        r"""
        usted\w*|me|mi|mis|nos|nuestr\w+|por favor|no dude\w*|contáct\w+|contacte\w*|escríb\w+|llám\w+|tú|os|te|tu
        lee|lea|quedo|quedamos|vosotr\w+|vuestr\w+|avísa\w+|dime|decidme|adjunto|recibe|regístra\w+|suscríb\w+|descubre|consulta
        ^(?:estoy|estaré|perdón|perdona|gracias|cualquier cosa|si)\b
        """
    ),
    "sv": one_of(
        r"""
        dig|din|ditt|dina|mig|min|mitt|mina|jag|vi|oss|vår\w*|er|ert|era|du|ni|vänligen|tveka|gärna|hör av|säg till
        kontakta|ring|mejla|maila|tack|skriv|följ|anmäl|prenumerera|läs
        ^(?:nås|finns|är på|är nåbar|hoppas|kommer|bifogar|skickar|sitter)\b
        """
    ),
    "pl": one_of(
        r"""
        proszę|prosimy|państw\w+|mnie|mi|mój|moje|nam|nas|nasz\w*|zapraszam\w*|chętnie|zadzwoń\w*|napisz\w*|jestem
        pozostaj\w+|cię|ci|tobie|wam|was|daj|dajcie|dzięki|zapisz|dołącz|sprawdź|obserwuj|mam|będę|wysyłam|czekam
        """
    ),
    "tr": one_of(
        r"""
        lütfen|bana|beni|benim\w*|bize|bizi|bizim\w*|size|sizi|siz|sizin|\w+(?:abilir|ebilir)siniz
        \w+(?:ınız|iniz|unuz|ünüz)|arayın|yazın|sana|seni|ben|biz|\w+(?:ıyorum|iyorum|uyorum|üyorum|acağım|eceğim)
        """
    ),
    "uk": one_of(
        r"""
        будь ласка|просимо|прошу|прохання|мені|мене|мій|моя|моє|нам|нас|наш\w*|вам|вас|ваш\w*|ви|я|ми|звертай\w*|пишіть
        телефонуйте|дзвоніть|напишіть|виділіть|натисніть|пожалуйста|мне|меня|ти|тобі|тебе|дякую|підписуй\w+|приєднуй\w+
        слідкуй\w*|стежте|долучай\w*|на зв'язку|якщо що
        """
    ),
}
_ADDRESSING |= {
    "ar": "بي|معي|إليّ?|لي|معنا|بنا|لكم|إليكم|لنا",
    "he": "נא|אליי?|אותי|אותנו|אלינו|לי|לנו|לכם|אתכם",
}
_ADDRESSING_JOINED = one_of(
    r"""
    يرجى|الرجاء|نرجو|أرجو|لا تترددوا?|تواصلوا?|اتصلوا?|راسلونا|نحن|أنا|مستعد
    تابعونا|تابعنا|اشتركوا?|شاركونا|شاركنا|بريدك|رأيك|عزيزي|أخبروني|أخبرني|سأكون|سأرسل|أرسلت
    אשמח|נשמח|בבקשה|פנו|צרו|כתבו|התקשרו|אני|אנחנו|זמין|זמינה
    הצטרפו|הירשמו|עקבו|שלחו|ספרו|תודה|אהיה|מצרף|מצרפת|שולח|שולחת
    """
)
# Where the language is unknown: what hardly means anything else in another.
_ADDRESSING_ANYWHERE = one_of(
    r"""
    you|your|yours|me|my|i'(?:m|ll|ve|d)|i (?:am|can|will|have)|we|we'(?:re|ll|ve)|us|our
    please|let me|kindly|hesitate|feel free
    bitte|mir|mich|mein\w*|ich|wir|uns|unser\w*|ihnen|melden sie|gern\w*|jederzeit|wenden|folgen sie|finden sie
    lesen sie|schreiben sie|rufen sie|dich|dir|dein\w*|euch
    vous|votre|vos|nous|notre|nos|je|moi|m'\w+|n'hésite\w*|veuillez|merci de|prière de|toi|contactez\w*|appelez
    usted\w*|ustedes|me|mi|mis|nos|nuestr\w+|por favor|no dude\w*|contáct\w+|contacte\w*|escríb\w+|llám\w+|tú
    quedo|quedamos
    dig|din|mig|jag|vi|oss|vår\w*|vänligen|tveka|gärna|hör av|säg till|kontakta|ring|mejla|maila
    proszę|prosimy|państw\w+|mnie|mi|mój|nam|nas|nasz\w*|zapraszam\w*|chętnie|zadzwoń\w*|napisz\w*|jestem|pozostaj\w+
    cię|tobie|wam
    lütfen|bana|beni|benim\w*|bize|bizi|bizim\w*|size|sizi|siz|\w+(?:abilir|ebilir)siniz|\w+(?:ınız|iniz|unuz|ünüz)
    arayın|yazın|sana|seni
    будь ласка|просимо|прошу|прохання|мені|мене|мій|нам|нас|наш\w*|вам|вас|ваш\w*|ви|я|ми|звертай\w*|пишіть|телефонуйте
    дзвоніть|напишіть|виділіть|натисніть|пожалуйста|мне|меня|ти|тобі
    """
)
# What such a sentence is about.
_SERVICE = {
    "en": one_of(
        r"""
        questions?|quer(?:y|ies)|contact\w*|call|ring|phone|text|e-?mail|write|available|reach|informations?|details?
        interviews?|photos?|pictures?|pics|images?|attach\w*|invoice|words|confirm\w*|tips?|subscrib\w*|follow|download
        visit|register|report|error|corrections?|click|cut|copy|piece|changes?|desk|train|office|send|sent|happy to
        glad to|version|draft|headline|standfirst|caption|byline|deadline|layout|page|slot|length|trim|spike|run it
        chat|catch up|spokes\w+|comment|quotes?|footage|b-?roll|press pack|media kit|link|file|folder|signal|mobile
        """
    ),
    "de": one_of(
        r"""
        (?:rück)?frage\w*|erreich\w+|anruf\w*|anrufen|verfügung|informationen|auskunft|auskünfte|bild\w*|foto\w*
        hinweise?|nachrichten|fehler|melden|kürz\w+|text\w*|rechnung|kontakt\w*|schreiben|besprech\w+|interview\w*
        rückmeldung|fassung|überschrift|zeilen|zeichen|seite|redaktion|belegexemplar\w*|beleg\w*|abdruck|termin\w*
        """
    ),
    "fr": one_of(
        r"""
        questions?|renseignement\w*|appel\w*|rappel\w*|disposition|joindre|joignable|écri\w+|coup(?:er|ez)|papier
        photos?|interview\w*|visuels?|retour|version|titre|signes|légende|mail|texto|portable|rédaction|infos?
        """
    ),
    "es": one_of(
        r"""
        preguntas?|dudas?|consultas?|disposición|llam\w+|escrib\w+|escríb\w+|contacto|entrevistas?|fotos?|imágenes
        información|texto|factura|avis\w+|cort\w+|versión|titular|pieza|crónica|correo|móvil|párrafo
        """
    ),
    "sv": one_of(
        r"""
        frågor|fråga|ring\w*|mejla|maila|höra? av|kontakt\w*|nå|nås|bilder|bild\w*|intervjuer|upplysningar|information
        återkom\w*|texten|rubrik\w*|korta|tecken|version\w*|mobil\w*|mejl|sidan
        """
    ),
    "pl": one_of(
        r"""
        pyta\w+|pytania|kontakt\w*|dzwoni\w*|zadzwoń|telefon\w*|dyspozycji|informacj\w+|zdjęci\w+|wywiad\w*|pis\w+
        tekst\w*|skróc\w+|wersj\w+|tytuł\w*|znak\w*|mail\w*|komórk\w+|materiał\w*
        """
    ),
    "tr": one_of(
        r"""
        soru\w*|ara\w+|ulaş\w*|iletişim\w*|bilgi\w*|görsel\w*|fotoğraf\w*|röportaj\w*|yaz\w+|metin|metn\w+|başlı\w+
        telefon\w*|haber\w*
        """
    ),
    "uk": one_of(
        r"""
        запита\w+|питан\w+|зв'яз\w+|дзвон\w+|телефон\w*|пи(?:шіть|сати)|контакт\w*|інформаці\w+|фото|інтерв'ю|помилк\w+
        текст\w*|скоро\w+|доступн\w+|вопрос\w*|связ\w+|уточн\w+|верси\w+|версі\w+|заголов\w+|знак\w*|пошт\w+|матеріал\w*
        """
    ),
}
_SERVICE |= {"ar": "نص", "he": "טלפון"}
_SERVICE_JOINED = one_of(
    r"""
    أسئلة|سؤال|استفسار\w*|اتصال|تواصل|استعداد|معلومات|تفاصيل|صور|مقابل\w+|مكالم\w+|نص|هاتف|رسال\w+|خدمتكم|نسخة|عنوان
    שאל\w+|פרטים|תמונ\w+|מידע|רשות\w*|קשר|ראיונ\w*|טלפון|לקצר|הטקסט|בירור\w*|הבהרה|זמינ\w+|גרסה|כותרת|ידיעה
    """
)
_ADDRESSING_UNSPACED = "请|您|我们|敬请|ください|お願い|弊社|当社"
_SERVICE_UNSPACED = "联系|咨询|疑问|电话|采访|お問い合わせ|連絡|取材|ご質問"
# Arabic and Hebrew set short words before others without a space.
JOINED = r"(?:[وفبل]?ال|[وفبكل]ا?|[והבלמשכ]{1,2})?"
_SHORT_WORD = re.compile(r"(?<![^\W_])[^\W\d_a-z]{2,4}(?![^\W_])")
LONGEST = 300  # characters; what stands behind them is judged by nobody


def finder(spaced: str, joined: str, unspaced: str) -> re.Pattern[str]:
    """A pattern for whole words: as they stand, behind short words that are joined to them, or without spaces."""
    return re.compile(rf"(?<![^\W_])(?:{spaced}|{JOINED}{joined})(?![^\W_])|{unspaced}")


def _by_language(tables: dict[str, str], anywhere: str, joined: str, unspaced: str) -> dict[str, re.Pattern[str]]:
    """A finder for each language, and under "" one for where it is unknown."""
    return {language: finder(table, joined, unspaced) for language, table in {**tables, "": anywhere}.items()}


_FIND_ADDRESSING = _by_language(
    _ADDRESSING,
    rf"(?:{_ADDRESSING_ANYWHERE}|{_ADDRESSING['ar']}|{_ADDRESSING['he']})",
    _ADDRESSING_JOINED,
    _ADDRESSING_UNSPACED,
)
_FIND_SERVICE = _by_language(_SERVICE, rf"(?:{'|'.join(_SERVICE.values())})", _SERVICE_JOINED, _SERVICE_UNSPACED)


def _without_acronyms(text: str) -> str:
    """A text without words in capitals: "US" is not "us", nor "VI" Swedish "vi"."""
    return text if text.isupper() else _SHORT_WORD.sub(lambda found: " " if found[0].isupper() else found[0], text)


def addresses(text: str, language: str = "") -> bool:
    """Whether somebody speaks in a text of himself, or to whoever reads it; without a language by the surest words."""
    bare = small(_without_acronyms(text[:LONGEST]))
    return bool(_FIND_ADDRESSING.get(language, _FIND_ADDRESSING[""]).search(bare))


def speaks_to_readers(text: str, language: str = "") -> bool:
    """Whether a sentence is said to whoever reads it, about how to reach or serve somebody: "Call me with questions."""
    service = _FIND_SERVICE.get(language, _FIND_SERVICE[""])
    return addresses(text, language) and bool(service.search(small(text[:LONGEST])))
