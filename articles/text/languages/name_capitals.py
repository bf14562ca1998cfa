"""Names of people and places that are set in capitals, in the capitals that people write.

RONALD MCDONALD is Ronald McDonald, LUDWIG VAN DER BERG Ludwig van der Berg, ST. JOHN'S St. John's, AYŞE YILDIZ Ayşe
Yıldız. What capitals hide for good (LeBron, de Gaulle at a sentence's start) is known for a few certain names only.
"""

import re


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


# Scots write MacDonald; Mackey, Machado, Macron and Macy are no Macs.
_MACS = _words(
    "adam allister alpine arthur askill aulay bain bean bride callum carthy clure coll cormack cormick coy crae "
    "culloch cullough dermott donald donnell dougall dougal dowell duff eachern ewan ewen fadden fadyen farlane fie "
    "gill gillivray ginnis gowan grath gregor guinness guire hugh innes innis intosh intyre isaac iver ivor kay "
    "kenna kenzie kinley kinnon lachlan laine laren laughlin lean leay lehose lellan lennan leod mahon manus master "
    "millan morrow murray nab nally namara naughton neice neil neill nicol niven phail phee pherson quarrie quarie "
    "queen rae rory sween sweeney tavish taggart vicar vie william williams"
)
_INNER_CAPITALS = {
    name.casefold(): name
    for name in _words(
        "DeSantis DeVos DeLauro DeGeneres DeLillo DeMille DiCaprio DiMaggio LaBeouf LaRouche LeBron LeVar LeMond PhD"
    )
}
# Lower before the rest of a name; articles only behind one of the others, for Le Pen and La Guardia have capitals.
_PARTICLES = _words(
    "de del della dello degli der den di da do dos das du des van von vom zu zum zur af av bin bint ibn of and und "
    "the "
    "y e ter ten thor upon am an"
)
_ARTICLES = frozenset(("la", "las", "le", "los", "les", "el", "l", "het", "t"))
_ARABIC = frozenset(("al", "el", "an", "as", "ad", "ar", "ash", "at", "az", "ul", "ur", "ud"))
# In the middle of a hyphenated word: Stratford-upon-Avon, Zia-ul-Haq.
_BETWEEN_HYPHENS = _PARTICLES | _ARTICLES | _ARABIC | _words("sur sous en et à au aux lès in on under by i")
_NUMERALS = _words("II III IV VI VII VIII IX XII XIII XIV XV XVI XVII XVIII XIX XX XXI XXII XXIII")
_SHORTENED = _words("st mt ft dr mr mrs ms jr sr sgt lt cpl gen capt ng mc")
# Given names and surnames of two letters that begin with a vowel; others of that shape are initials: AJ, OJ, AC.
_SHORT_NAMES = _words("al ed oh ok om ib im um an el eo ai ao ou id in yi")
# Behind these a name of two parts has its second one small, as Koreans and Taiwanese write it: Kim Yong-un.
_EASTERN = _words("kim park moon yoon choi ban roh jeong kwon tsai lai chiang hsieh hsu")
_PREFIXES = _words("o d l m n q t s dall dell dalla sant degl")

_WORD = re.compile(r"[^\s,;/()\"“”„«»]+")
_INITIALS = re.compile(r"(?:[^\W\d_]\.-?)+[^\W\d_]?\.?")
_PARTS = re.compile(r"([-‐‑])")
_APOSTROPHE = re.compile(r"([’'ʼʻ`´])")
_LATIN = re.compile(r"[A-Za-zÀ-ɏḀ-ỿ]")
_VOWEL = re.compile("[aeiouyà-æè-ïò-öø-ýāăąēėęěīįıōőūůűų]")
_TURKISH, _FOREIGN_TO_TURKISH = re.compile("[İĞŞ]"), re.compile("[WXQ]")
_IJ = re.compile(r"IJ[BCDFGHJKLMNPRSTVZ]")
_MC = re.compile(r"mc(?=[^\W\d_]{2})", re.IGNORECASE)
# The small letters that people leave in capitals: McDONALD, DeSANTIS, O’BRIEN; VAN der BERG.
_LEFT_IN_WORDS = re.compile(r"(?<![^\W\d_])(?:Mc|Mac|De|Di|La|Le|al-|el-|d[’'])(?=[^\W\d_a-z])")
_LEFT_BETWEEN_WORDS = re.compile(r"(?<=[^\W\d_] )(?:van|von|del?|der|den|la|di|da|bin|of|y) (?=[^\W\d_])")
SHORTEST = 4  # characters; shorter texts in capitals are UAE, UN, FBI


def is_in_capitals(text: str) -> bool:
    """Whether a name is set in capitals, perhaps but for what people leave small in them: RONALD McDONALD."""
    bare = _LEFT_BETWEEN_WORDS.sub("", _LEFT_IN_WORDS.sub("", text))
    return bare.isupper() and sum(map(str.isupper, bare)) * 2 > sum(map(str.isalpha, bare))


def eased_name(name: str, language: str = "") -> str:
    """A name in capitals as people write it; `language` is that of the text, where it is known.

    What is not in capitals, or is too short to tell from an acronym, is as it was.
    """
    if len(name) < SHORTEST or not is_in_capitals(name):
        return name
    is_turkish = bool(_TURKISH.search(name)) or language.split("-")[0] in ("tr", "az")
    words = list(_WORD.finditer(name))
    last = len(words) - 1
    pieces, at, before = [], 0, ""
    for place, word in enumerate(words):
        starts = place == 0 or "/" in name[at : word.start()]
        behind_comma = "," in name[at : word.start()]
        pieces.append(name[at : word.start()])
        if behind_comma and len(word[0]) <= 3 and word[0].casefold().rstrip(".") not in _SHORTENED:
            eased = word[0]  # a state or a country: Portland, ME
        else:
            eased = _eased_word(word[0], before, starts=starts, ends=place == last, turkish=is_turkish)
        pieces.append(eased)
        at, before = word.end(), word[0].casefold()
    return "".join(pieces) + name[at:]


def _eased_word(word: str, before: str, *, starts: bool, ends: bool, turkish: bool) -> str:
    """A word, given the one before it in small letters and where in the name it stands."""
    key = word.casefold()
    if _INITIALS.fullmatch(word) or (not starts and word in _NUMERALS):
        return word
    if not starts and not ends:
        follows_particle = before in _PARTICLES
        if key in _PARTICLES or key in _ARABIC or (follows_particle and key in _ARTICLES):
            return key
    if _is_initials(word, starts=starts):
        return word
    parts = _PARTS.split(word)
    turkish = turkish and not _FOREIGN_TO_TURKISH.search(word)
    eased = [_eased_part(part, may_be_mac=ends or not starts, turkish=turkish) for part in parts]
    for place, (part, following) in enumerate(zip(parts, [*parts[1:], ""], strict=True)):
        inside = 0 < place < len(parts) - 1
        if (inside and part.casefold() in _BETWEEN_HYPHENS) or (
            not starts and place == 0 and following and part.casefold() in _ARABIC
        ):
            eased[place] = part.lower()
    if before in _EASTERN and ends and len(parts) == 3 and len(parts[2]) <= 4 and len(parts[0]) <= 5:
        eased[2] = eased[2].lower()
    return "".join(eased)


def _is_initials(word: str, *, starts: bool) -> bool:
    """Whether letters without full stops are initials, or an acronym: JK, JRR, AJ; not Ng, Al or Bo."""
    key = word.casefold()
    if (
        not key.isalpha()
        or not _LATIN.match(word)
        or len(key) > 3
        or (key in _SHORTENED and not (starts and key in ("jr", "sr")))
    ):
        return False
    if not any(map(_VOWEL.match, key)):
        return True
    is_short_name = key in _SHORT_NAMES or not _VOWEL.match(key[0]) or key[0] == "y"
    return starts and len(key) == 2 and not is_short_name


def _eased_part(part: str, *, may_be_mac: bool, turkish: bool) -> str:
    """What stands between hyphens, with its first letter a capital, and that behind Mc, Mac, O’ and D’."""
    if part.casefold() in _INNER_CAPITALS:
        return _INNER_CAPITALS[part.casefold()]
    pieces = _APOSTROPHE.split(part)
    opens = pieces[0].casefold() in _PREFIXES
    eased = [_capitalised(pieces[0], turkish=turkish)]
    for mark, piece in zip(pieces[1::2], pieces[2::2], strict=True):
        is_capital = opens and len(piece) > 1
        eased += [mark, _capitalised(piece, turkish=turkish) if is_capital else _lower(piece, turkish=turkish)]
    if may_be_mac and part[:3].casefold() == "mac" and part[3:].casefold() in _MACS:
        return "Mac" + part[3:4].upper() + part[4:].lower()
    return "".join(eased)


def _capitalised(word: str, *, turkish: bool) -> str:
    if _IJ.match(word):
        return word[:2] + word[2:].lower()
    if _MC.match(word):
        return "Mc" + word[2:3].upper() + _lower(word[3:], turkish=turkish)
    return word[:1].upper() + _lower(word[1:], turkish=turkish)


def _lower(word: str, *, turkish: bool) -> str:
    """Small letters; in Turkish those of I and İ are ı and i."""
    if turkish:
        word = word.replace("İ", "i").replace("I", "ı")
    return word.replace("İ", "i").lower()
