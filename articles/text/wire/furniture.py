"""Page furniture: the lines that a web page or a wire puts around a story and that are no part of it."""

import re

from articles.text.wire.paragraphs import Para

_LONGEST = 120  # characters; a longer line is a paragraph, even if it begins with "Read more"

# Lines that are furniture as a whole, letters and digits only, small letters.
_WHOLE = frozenset(
    line.strip()
    for line in """
    scroll for next | scroll down | scroll to continue | scroll to continue with content | next story | previous story
    read more | read full story | continue reading | keep reading | see more | show more | load more | view comments
    advertisement | advertisements | sponsored | sponsored content | paid content | ad | story continues below
    advertisement continue reading below | article continues below | story continues below advertisement
    share | share this | share this story | share this article | share on facebook | share on x | share on twitter
    tweet | email | print | copy link | save | save article | bookmark | facebook | twitter | whatsapp | telegram
    comments | leave a comment | comment | subscribe | subscribe now | sign up | sign in | log in | register
    newsletter | related | related stories | related articles | related topics | related content | recommended
    recommended for you | more on this story | you may also like | most read | most popular | trending | editors picks
    top stories | back to top | skip to content | skip to main content | menu | home | search | listen
    listen to this article | listen to article | watch | click here | loading | image | open image in full screen
    all rights reserved | gift this article | add as preferred on google | 30 | ends | end | more to come
    publicité | lire plus | lire la suite | partager | sabonner | la suite après la publicité | à lire aussi
    sur le même sujet | anzeige | werbung | teilen | mehr zum thema | weiterlesen | lesen sie auch | mehr lesen
    publicidad | compartir | leer más | lea también | реклама | поділитися | поширити | читати далі | читайте також
    поделиться | читать далее | إعلان | شارك | شارك المقال | اقرأ المزيد | اقرأ أيضا | اقرأ أيضاً | مشاركة
    """.replace("\n", "|").split("|")
    if line.strip()
)

# Beginnings of lines that are furniture whatever follows, as long as the line is short and no sentence with a verb of
# its own: a link to another story, an invitation.
_BEGINNING = re.compile(
    r"(?:read (?:more|also|next)|also read|see also|related(?: stor(?:y|ies)| articles?)?|more on this|don['’]t miss"
    r"|watch|listen|lire aussi|à lire aussi|lire|lesen sie auch|mehr dazu|lea también|читайте також|читайте также"
    r"|اقرأ أيضا|اقرأ أيضاً|اقرأ المزيد)\s*[:|→»>-]\s*\S"
    r"|follow (?:us|@?\w+) on \w|share (?:this )?(?:on|via|with) \w|sign up (?:for|to) (?:our|the)\b"
    r"|subscribe to (?:our|the)\b|join (?:us on|our \w+ channel)|download (?:our|the) app|get the latest news"
    r"|suivez[- ]nous|abonnez[- ]vous|folgen sie uns|síguenos|підписуйтесь на|подписывайтесь на|تابعونا|تابعنا"
    r"|advertisement\s*[-–—:|]|©.*all rights reserved|copyright (?:©|\(c\)|\d{4})|\d{1,3} min(?:ute)? read$"
    r"|photo gallery\s*$|\(?end(?:s|item)\)?\s*$",
    re.IGNORECASE,
)


def mark_furniture(paras: list[Para]) -> None:
    """Gives page furniture its role: known lines, and lines without a letter or a digit (rules, stars, arrows)."""
    for para in paras:
        if not para.role and not para.level and _is_furniture(para.text):
            para.role = "furniture"


def _is_furniture(text: str) -> bool:
    if not any(c.isalnum() for c in text[:2000]):
        return not any(c.isalnum() for c in text)
    if len(text) > _LONGEST:
        return False
    bare = re.sub(r"[^\w\s]+", "", text.casefold().replace("-", " "))
    return " ".join(bare.split()) in _WHOLE or bool(_BEGINNING.match(text))
