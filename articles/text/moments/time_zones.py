"""Time zones as embargoes name them: abbreviations, distances from UTC, "Kyiv time" in many languages."""

import re
from datetime import timedelta, timezone, tzinfo
from zoneinfo import ZoneInfo

# Abbreviations with one meaning in newsrooms, and hours from UTC. Whoever writes EST in summer is taken at their word:
# the later of the two moments breaks no embargo.
_OFFSETS = {
    name: int(hours)
    for name, hours in (
        pair.split("=")
        for pair in [
            "UTC=0",
            "GMT=0",
            "Z=0",
            "WET=0",
            "WEST=1",
            "BST=1",
            "CET=1",
            "CEST=2",
            "MEZ=1",
            "MESZ=2",
            "EET=2",
            "EEST=3",
            "MSK=3",
            "TRT=3",
            "TSİ=3",
            "TSI=3",
            "PKT=5",
            "JST=9",
            "KST=9",
            "HKT=8",
            "AEST=10",
            "AEDT=11",
            "NZST=12",
            "NZDT=13",
            "EST=-5",
            "EDT=-4",
            "CST=-6",
            "CDT=-5",
            "MST=-7",
            "MDT=-6",
            "PST=-8",
            "PDT=-7",
            "AKST=-9",
            "HST=-10",
            "BRT=-3",
            "ART=-3",
            "SAST=2",
        ]
    )
}
_AMBIGUOUS = frozenset({"IST", "AST", "GST", "SST", "ADT", "WST"})
_US = {"ET": "America/New_York", "CT": "America/Chicago", "MT": "America/Denver", "PT": "America/Los_Angeles"}
# Places whose time is named, by the beginnings of their names in small letters.
_PLACES = {
    "America/New_York": "eastern new-york nueva нью-йорк نيويورك ניו 纽约 東部",
    "America/Chicago": "central",
    "America/Denver": "mountain",
    "America/Los_Angeles": "pacific",
    "Europe/London": "uk british london londr londyn лондон لندن לונדון 伦敦",
    "Europe/Dublin": "irish dublin",
    "Europe/Paris": "paris paryż париж باريس פריז 巴黎",
    "Europe/Berlin": "berlin berliń deutsch mitteleurop берлін برلين ברלין 柏林",
    "Europe/Brussels": "brüssel brussels bruxelles bruselas bruksel brüksel bryssel брюссель بروكسل בריסל 布鲁塞尔",
    "Europe/Madrid": "madrid peninsular مدريد",
    "Europe/Rome": "roma rome rzym",
    "Europe/Vienna": "wien vienna",
    "Europe/Zurich": "zürich zurich genf geneva genève ginebra женев schweizer",
    "Europe/Stockholm": "stockholm svensk swedish",
    "Europe/Warsaw": "warsaw warszaw polsk варшав",
    "Europe/Kyiv": "kyiv kiev kiew kijow kijów київ києв киев كييف קייב 基辅",
    "Europe/Istanbul": "istanbul türkiye turkey turkish türk إسطنبول اسطنبول تركيا",
    "Europe/Moscow": "moscow moskau moscou moskiew моск موسكو",
    "Asia/Jerusalem": "israel jerusalem ישראל القدس",
    "Africa/Cairo": "cairo القاهرة",
    "Asia/Riyadh": "riyadh mecca makkah مكة الرياض السعودية",
    "Asia/Dubai": "dubai الإمارات دبي",
    "Asia/Beirut": "beirut بيروت",
    "Asia/Shanghai": "beijing peking pékin 北京",
    "Asia/Tokyo": "tokyo tokio 日本 東京 japan",
    "UTC": "greenwich غرينتش غرينيتش جرينتش гринв",
}
_LOCAL = re.compile(r"local|lokal|orts|місцев|местн|miejscow|yerel|المحلي|מקומי|当地|現地|our|same|this|the|release")
# "Kyiv time" and its like; what they capture is a place, or "local".
_TIME_OF = re.compile(
    r"\b(?P<en>[^\W\d_]+(?:-[^\W\d_]+)?) (?:standard |local |summer |daylight )*time\b"
    r"|\bheure(?: locale)? (?:de |d['’]|du )?(?P<fr>[^\W\d_]{3,})"
    r"|\bhora(?: local)? (?:de |del )?(?P<es>[^\W\d_]{3,})"
    r"|\b(?P<de>[^\W\d_]+) ?(?:orts)?zeit\b|\b(?P<ort>orts)zeit\b"
    r"|\b(?P<sv>svensk|lokal) tid\b|\bczasu (?P<pl>[^\W\d_]+)|\b(?P<tr>[^\W\d_]+) saati"
    r"|\bза (?P<uk>[^\W\d_]+) часом\b|\bпо (?P<ru>[^\W\d_]+) времени\b|\bза (?P<instead>києвом)\b"
    r"|بالتوقيت (?P<arl>\S+)|بتوقيت (?P<ar>\S+)|שעון (?P<he>\S+)|(?P<cjk>[\u4e00-\u9fff]{2})(?:时间|時間)"
)
_FROM_UTC = re.compile(
    r"\s*+(?:[(/]\s*+)?(?:UTC|GMT)?\s?([+\-−–])\s?(\d{1,2})(?::?([0-5]\d))?(?![\d.:/])", re.IGNORECASE
)
_HOUR_WORD = re.compile(r"\s*(?:uhr|hours?|hrs?|h|годин[аи]?|год|час(?:ов|а)?)\b\.?", re.IGNORECASE)  # "02:01 Uhr MESZ"
_TOKEN = re.compile(r"\s*+(?:[(/,]\s*+)?([^\W\d_]+(?:-[^\W\d_]+)?)")


def named_zone(after: str, text: str, local: tzinfo) -> tzinfo | None:
    """The time zone of an hour: named in `after`, the words behind it, or elsewhere in the `text`; `local` if nowhere.

    None where a zone is named that cannot be told for certain.
    """
    after = _HOUR_WORD.sub("", after, count=1) if _HOUR_WORD.match(after) else after
    if distance := _FROM_UTC.match(after):
        sign, hours, minutes = distance.groups()
        apart = timedelta(hours=int(hours), minutes=int(minutes or 0))
        return timezone(apart if sign == "+" else -apart) if apart < timedelta(hours=15) else None
    token = match.group(1) if (match := _TOKEN.match(after)) else ""
    if token.isupper() or token in ("gmt", "utc", "bst", "cet", "cest"):
        short = token.upper()
        if short in _OFFSETS:
            return timezone(timedelta(hours=_OFFSETS[short]))
        if short in _US:
            return ZoneInfo(_US[short])
        if short in _AMBIGUOUS:
            return None
    return _zone_of_place(text.casefold().replace("new york", "new-york"), token.casefold(), local)


def _zone_of_place(text: str, token: str, local: tzinfo) -> tzinfo | None:
    """The zone of "Kyiv time" in the text or of a place's name behind the hour ("6 a.m. Eastern")."""
    named = _TIME_OF.search(text)
    place = next(filter(None, named.groups())) if named else ""
    for key, names in _PLACES.items():
        if place.startswith(tuple(names.split())) or (key in _US.values() and token and token in names.split()):
            return ZoneInfo(key)
    return local if not place or _LOCAL.match(place) else None
