"""Who said it where the verb follows the quotation and its subject stands before: German brackets, and Turkish."""

import re

from articles.text.languages.speech_verbs import SPEECH_VERBS as VERBS
from articles.text.quotes import standing
from articles.text.quotes.naming.names import WORD, bare_name, key, name_runs, words_of
from articles.text.quotes.source import NEAR, NOBODY, RETOLD, Source
from articles.text.quotes.subjects import EDGES, HARD_BREAK, subject_after, subject_before
from articles.text.quotes.words.doubt_words import DOUBT
from articles.text.quotes.words.naming_verbs import NAMING

_GERMAN = VERBS["de"] | NAMING["de"]
_DONE_BY = re.compile(r"\bvon (?P<who>[^,]{2,60}?) als\s*$")  # wurde von Michael Dorn als „feige“ bezeichnet
_PERFECT = re.compile(r"\b(?:hat|hatte|haben|hatten)\b")
_INDIRECT = re.compile(r"(?:haben|habe|hätten?|zu|wird|werden|würden?|sollen|worden)\b")

_SAID_BY_OTHERS = re.compile(r"\b(?:habe|hätten?|sollen?|solle|wolle|werde)\b[^,]*$")  # he is told to have said

_TURKISH_SAID = re.compile(
    r"\b(?:diye\s+|şeklinde\s+|sözleriyle\s+|olarak\s+)?(?:dedi|dediler|diyor|diyorlar|söyledi|söylediler|söylüyor|"
    r"belirtti|"
    r"belirttiler|kaydetti|vurguladı|ekledi|açıkladı|bildirdi|konuştu|sordu|yanıtladı|yazdı|anlattı|savundu|uyardı|"
    r"hatırlattı|"
    r"aktardı|seslendi|haykırdı|bağırdı|özetledi|tanımladı|nitelendirdi|nitelendiriyor|niteledi|(?:yanıt|"
    r"cevap)\w*\s+verdi|"
    r"ifade etti|ifade ediyor|iddia etti|dile getirdi|tarif etti|duyurdu|itiraf etti|kabul etti|tepki gösterdi|"
    r"paylaştı|övdü|benzetti|"
    r"uyarısı yaptı|deniliyor|denildi|diyen|diyerek|dediğinde|derken|konuşan|ekleyen|anlatan|söyleyen|belirten|"
    r"(?:ifade|söz|cümle|kelime)\w*\s+kullandı|\b[ıiuü] gösterdi|buldu|buluyor|suçladı|suçluyor|eleştirdi|"
    r"eleştiriyor|kınadı|yorumladı|değerlendirdi|(?:nedeni?|gerekçesi?) olarak[^.]{0,60}?gösterdi|"
    r"(?:karşılık|karşılığı)\w*\s+verdi|olduğu(?:na|nu)?\s+(?:\w+\s+){0,2}(?:görüşünde|kanısında|kanaatinde|"
    r"inancında|fikrinde|düşüncesinde|inanıyor|düşünüyor|savunuyor)|"
    r"kabul ed(?:ip|erek)|itiraf ed(?:ip|erek)|"
    r"\w+ (?:bulundu|bulunan|yaptı|yapan)|diyebildi|"
    r"(?:diye|sözleriyle|sözüyle|ifadesiyle|ifadeleriyle|şeklinde|olarak)\s+(?:\w+\s+){0,3}?(?!\w+m[ae](?:d|"
    r"z))\w{2,}(?:[dt][ıiuü]|[ıiuü]yor)(?:lar|ler)?|"
    r"(?:ifade|söz|açıklama|uyarı|mesaj|çağrı|yanıt|cevap|değerlendirme|yorum|tepki|tespit|eleştiri|benzetme|itiraf|"
    r"savunma|cümle|"
    r"paylaşım|not|soru|görüş)\w*\s+(?:\w+\s+){0,2}?(?!\w+m[ae](?:d|z))\w{2,}(?:[dt][ıiuü]|[ıiuü]yor)(?:lar|ler)?|"
    r"\w*tan söz (?:etti|ediyor)|[”\"’']?[dt][ae]n (?:söz etti|bahsetti|yakındı|dert yandı)|belirtildi|kaydedildi|"
    r"vurgulandı|sorumlu tuttu)\b"
)
_TURKISH_RETOLD = re.compile(r"\b(?:dediğini|söylediğini)\b")
_TURKISH_TAKEN_BACK = re.compile(
    r"\b(?:de|söyle)(?:me)?(?:di|diği|yeceği|mi|mesi|mekle|rse|rdi|seydi)\w*|\bdeyip\b|\b(?:deme|söyleme)\w*|"
    r"\biddia\b|yönündeki (?:soru|iddia|haber|söylenti|suçlama)\w*|"
    r"\b\w{2,}m[ae](?:d[ıi]|z|m[ıi]ş|yecek|yacak|di[ğk]\w*|dığ\w*)\b|\b\w{2,}m[ıiuü]yor\b"
)
_TURKISH_RUMOUR = re.compile(
    r"\b(?:ne\b[^,]* ne de|sözde|güya|sanki|eğer|diyelim|varsayalım|farz edelim|(?:iddia|söylenti|iddianame|"
    r"savcılı[kğ])\w* (?:makam\w* )?göre|"
    r"suç duyurusuna göre|yapay zek[aâ]\w* (?:\w+ )?(?:üret|hazırla|oluştur|yap)\w+)\b",
    re.IGNORECASE,
)
_TURKISH_PASSIVE = re.compile(
    r"(?:denil|belirtil|kaydedil|vurgulan|kullanıl|veril|açıklan|bildiril|edil|getiril|yapıl)\w+$"
)
_TURKISH_SOURCE = re.compile(
    r"[’'](?:y?[ae]|n[ae]) göre\b|(?<!\S)\S+[ae] göre\b|"
    r"[’']n?[ıiuü]n (?:\w+ )?(?:deyişiyle|deyimiyle|ifadesiyle|tabiriyle|sözleriyle|itirafıyla|gözünde|"
    r"görüşüne göre)\b|"
    r"(?<=\w) için (?=\w+ (?:\w+ )?[“\"]?$)"
)
_TURKISH_AGENT = re.compile(r"(?:^|, )(?P<who>[^,]{3,60}) tarafından\s*$")
# What may stand before the words, or behind their verb, while the subject is left out.
_TURKISH_GOES_ON = re.compile(
    r"\W*(?:ardından|sonra|daha sonra|ayrıca|üstelik|bunun üzerine|konuyla ilgili|konuşmasında|açıklamasında|"
    r"paylaşımında|sözlerine|sözlerini|o da|bu konuda|bunu|bunun|böylece|yine de|ama|ancak|fakat|ve|çünkü|"
    r"\w+ hakkında|\w+ için|\w+[dt][ae]n? (?:söz ed|bahsed)\w+)(?!\w)",
    re.IGNORECASE,
)
_TURKISH_WHEN = re.compile(r"(?:nca|nce|unca|ünce|ken|arak|erek|ıp|ip|up|üp|ında|inde|unda|ünde|daki|deki),?$")
_TURKISH_MANNER = re.compile(r"(?:[ea]rek|[ıiuü]p|ken|ca|ce|la|le|[dt][ae]|[dt]an|[dt]en|ya|ye|na|ne)[.!]?$")
_TURKISH_CASE = re.compile(r"[’'](?!\w*$)|[’'][a-zçğıöşü]+$")
_TURKISH_TOLD = ("dedi", "dediler", "söyledi", "söylediler", "dediğinde")
_TURKISH_END = re.compile(r"\s*(?:$|,|(?:ise|da|de|bile)\b)")
_TURKISH_AND = re.compile(r"\s+(?:ile|ve)\s+")


def attributed_in_german(before: str, after: str) -> Source | None:
    """Who is named around a quotation that its verb closes: Halloran hat „…“ gesagt, dass sie „…“ sagte."""
    found = WORD.match(after.lstrip())
    if found is None or key(found.group()) not in _GERMAN:
        return None
    verb, behind = key(found.group()), after.lstrip()[found.end() :].lstrip()
    if (
        standing.is_question(after)
        or standing.withholds(before, verb, "de")
        or standing.takes_back(verb, behind, "de")
        or _INDIRECT.match(behind)
        or _SAID_BY_OTHERS.search(before)
    ):
        return NOBODY
    if by := _DONE_BY.search(before):
        return Source(by["who"])
    perfect = list(_PERFECT.finditer(before))
    if perfect:
        helper = perfect[-1]
        return Source(subject_before(before[: helper.start()]) or subject_after(before[helper.end() :]))
    clause = (HARD_BREAK.split(behind)[0]).split(",")[0]
    return Source(subject_after(clause) if clause.strip(EDGES) else subject_before(before))


def attributed_in_turkish(before: str, after: str) -> Source | None:
    """Who is named around a quotation in Turkish: Kaya, “…” dedi. Kaya şöyle konuştu: “…” “…” diyen Kaya."""
    before, after = before[-NEAR:], after[:NEAR]
    said = _TURKISH_SAID.search(after)
    if said is None or re.search(r"[.;]", after[: said.start()]):
        return _before_in_turkish(before, after)
    told = after[: said.end() + 4]
    if _TURKISH_RETOLD.search(told) and "iddia" not in told and not _is_rumour(before):
        admits = said.group().startswith(("kabul et", "kabul ed", "itiraf e")) or said.group().endswith(
            ("kabul etti", "itiraf etti")
        )
        return Source(_turkish_subject(before)) if admits else RETOLD
    behind = re.split(r"[,.;]", after[said.end() :])[0]
    if _is_taken_back(told) or _is_rumour(before) or re.search(r"\bdeğil", behind) or standing.is_question(after):
        return NOBODY
    if _TURKISH_SOURCE.search(before.partition(",")[0]) and "için" not in before:  # Savcıya göre şoför … bağırdı
        return RETOLD
    if _TURKISH_PASSIVE.search(said.group()):  # it is said there: in a report, by nobody
        return Source("")
    who = _name_behind(after[said.end() :]) or _turkish_subject(before)
    return Source(who, is_left_out=not who and not _has_a_turkish_subject(before, behind))


def _has_a_turkish_subject(before: str, behind: str) -> bool:
    """Whether a sentence says who speaks without a name: “…” dedi kapıcı. Kulüp ise kararı “…” buldu."""
    if words_of(behind) and not _TURKISH_MANNER.search(behind.strip()):
        return True
    before = before.strip(EDGES + '“„«"')
    return bool(before) and not (_TURKISH_GOES_ON.match(before) or _TURKISH_WHEN.search(before))


def _before_in_turkish(before: str, after: str) -> Source | None:
    """Who is named before a quotation, or nobody where its sentence takes it back."""
    if _TURKISH_TAKEN_BACK.search(after) or _is_taken_back_by_word(after):
        return NOBODY
    if source := _TURKISH_SOURCE.search(before):
        return NOBODY if _is_rumour(before) else _turkish_source(before, source)
    said = list(_TURKISH_SAID.finditer(before))
    if not said or not before.rstrip().endswith((":", ",")):
        return None
    last = said[-1]
    if _is_rumour(before) or _is_taken_back(before[last.start() :]):
        return NOBODY
    return Source(_name_behind(before[last.end() :]) or _turkish_subject(before[: last.start()]))


def _is_taken_back(told: str) -> bool:
    found = _TURKISH_TAKEN_BACK.search(told)
    return _is_taken_back_by_word(told) or (found is not None and found.group() not in _TURKISH_TOLD)


def _is_taken_back_by_word(told: str) -> bool:
    words = DOUBT["tr"]
    keys = [word.casefold().rstrip(".") for word in words_of(told)]
    return any(
        words.withholding.fullmatch(one) or words.negators.fullmatch(one) or words.false.fullmatch(one) for one in keys
    )


def _is_rumour(before: str) -> bool:
    is_false = any(DOUBT["tr"].false.fullmatch(word.casefold()) for word in words_of(before))
    return is_false or _TURKISH_RUMOUR.search(before) is not None


def _turkish_source(before: str, source: re.Match[str]) -> Source:
    """Who is named with "göre", "deyişiyle" or "için"; names have an apostrophe before their ending, but for the "
    "last."""
    named = [run for run in name_runs(before[: source.start() + 12]) if run[0].start() < source.end()]
    is_bare = source.group().startswith(" için")
    if not named or not (is_bare or set("’'") & set(source.group())):
        return Source("")
    end = named[-1][-1]
    return Source(_TURKISH_CASE.sub("", before[named[-1][0].start() : end.end()]))


def _name_behind(text: str) -> str:
    """Who is named right behind a verb: " Başkan Kaya, …", " seçim müdürü Kemal Bereket", both of " Kaya ile "
    "Demir"."""
    clause = re.split(r"[,.;:]\s|[.]$", text.strip())[0]
    if _TURKISH_AND.match(f" {clause}"):
        return ""
    runs = [run for run in name_runs(clause) if not _TURKISH_CASE.search(run[-1].group())]
    if not runs:
        return ""
    last = runs[0]
    if len(runs) > 1 and _TURKISH_AND.match(clause, runs[0][-1].end()):
        last = runs[1]
    return clause[: last[-1].end()].rstrip(".")


def _turkish_subject(before: str) -> str:
    """Who is named before a comma or a quotation, without a case ending, or else the first who is named in full."""
    if agent := _TURKISH_AGENT.search(before):
        return agent["who"]
    before = re.split(r"[”»\"]", before)[-1] if name_runs(re.split(r"[”»\"]", before)[-1]) else before
    named, runs = [], name_runs(before)
    for place, run in enumerate(runs):
        while len(run) > 1 and _TURKISH_CASE.search(run[0].group()):  # CHP'li Ayça Demirel
            del run[0]
        words = before[run[0].start() : run[-1].end()]
        other = runs[place + 1] if place + 1 < len(runs) else None
        if other and _TURKISH_AND.fullmatch(before, run[-1].end(), other[0].start()):
            words = before[run[0].start() : other[-1].end()]
            return words if bare_name(before[run[0].start() : run[-1].end()]) else ""
        if not _TURKISH_CASE.search(words) and bare_name(words):
            ends = bool(_TURKISH_END.match(before, run[-1].end()))
            named.append((not ends, len(run) == 1, words))
    best = min(named, key=lambda one: one[:2], default=(True, True, ""))
    return "" if best[0] and best[1] else best[2]
