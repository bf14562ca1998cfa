"""Shapes of a sentence in which words in marks are nobody's, whatever its verbs are, or another's than the teller's."""

import re

# "Instead of writing “all good”, nurse Pam Roe rang": what was not said is told of with no negation.
_INSTEAD = re.compile(
    r"(?:\b(?:instead of|rather than|far from|au lieu d[e’']|loin d[e’']|an?statt|statt|en vez de|en lugar de|lejos de|"
    r"zamiast|замість|i stället för|במקום)|(?:بدلا من|عوضا عن))[^,،:;]*$",
    re.IGNORECASE,
)
# A condition or a wish that a sentence opens with: "Let Judge Kern say “guilty”", „Sagt Richter Kern …“, brennt …
_LET = re.compile(r"\s*(?:let|que|niech|хай|нехай|хай-но|שרק|sagt|säger)\s[^:]*$", re.IGNORECASE)
# What somebody is in court for: "sued for telling", "poursuivi pour avoir dit", נתבע על שאמר.
_IN_COURT = re.compile(
    r"(?:\b(?:sued|prosecuted|charged|tried|on trial|investigated|poursuivi\w*|jugé\w*|juzgad[oa]|denunciad[oa]|"
    r"åtala\w*|stämt\w*|sądzon[ya]|pozwan[ya]|судять)\b|עומדת? לדין|נתבעה?)"
    r"[^.]{0,12}?\b(?:for|over|pour|por|för att|za to, że|за те, що|על ש)",
    re.IGNORECASE,
)
# Whom somebody else spoke to, as the teller says: "told the panel that Weber had urged her: “…”".
_TOLD_BY_ANOTHER = re.compile(
    r"(?:\b(?:that|dass|daß|que|att|że|iż|що|habe)\b|\bqu[’']|\sש(?=\w)|\s[بف]?[أإ]ن\s)[^:]*?"
    r"(?:\b(?:her|him|them|ihn|ihr|sie|henne|honom|dem|ją|go|її|його|le|lui)\b|\bl[’']|\b(?:בפניה|ממנו|ממנה|אותה|אותו)|"
    r"\w(?:ها|ه)\b)(?:\s?[^\s,:]+){0,2}\s*:\s*$",
    re.IGNORECASE,
)
# What somebody would have said: powiedziałby, كان سيقول.
_WOULD = re.compile(r"\b\w+(?:łby|łaby|liby)\b[^:,]*$|كانت? [^،:]*\bس[يت]قول")
# A quotation that was made up.
_INVENTED = re.compile(
    r"(?:invent|erf[au]nd|made up|zmyśl|вигад|hitta\w* på|uydur|اختلق|המצי)[^.:]*?"
    r"(?:quot|zitat|\bcita|cytat|citat|цитат|اقتباس|ציטוט|söz)",
    re.IGNORECASE,
)
# What makes a person say something in others' mouths: „Kritiker lassen Krahn sagen“.
_MADE_TO_SAY = re.compile(r"\blass(?:en|t)\b[^,:]*$|\b(?:уявля\w+|wyobraża\w+),? (?:як|jak)\b", re.IGNORECASE)
# Words of which a sentence goes on to say whose they are called: "“…”, attributed to Nora Pace, is from a towel".
_CALLED_SOMEBODYS = re.compile(
    r"\s*[,،]?\s*(?:(?:\w+\s)?(?:wrongly|widely|often)\s)?(?:attributed|ascribed|credited|atribuid[ao]|attribuée?|"
    r"przypisywan\w+|tillskriven|приписуван\w+|المنسوبة?|המיוחסת?)\b",
    re.IGNORECASE,
)
_TOLD_IN_TURKISH = re.compile(r"\s*diye \w+[dt][ıiuü]ğ\w+(?! (?:kabul|itiraf|doğrula))")


_SHAPES = (_INSTEAD, _IN_COURT, _WOULD, _INVENTED, _MADE_TO_SAY)


def is_barred(before: str, after: str) -> bool:
    """Whether the words that lead to a quotation, or go on from it, keep it from being anybody's."""
    leads = any(shape.search(before) for shape in _SHAPES) or _LET.match(before)
    return bool(leads or _CALLED_SOMEBODYS.match(after))


def is_told_by_another(before: str, after: str) -> bool:
    """Whether somebody tells that another one used the words."""
    return bool(_TOLD_BY_ANOTHER.search(before) or _TOLD_IN_TURKISH.match(after))
