"""Verbs that hang words on somebody or something: "called it “a disgrace”". They take the words after them only."""

import re
from collections.abc import Iterator

from articles.text.languages.speech_verbs import POLISH_UJE, UKRAINIAN_PAST, conjugated
from articles.text.languages.verbs import western

_NAMING: dict[str, tuple[tuple[str, str], ...]] = {
    "uk": (
        (
            UKRAINIAN_PAST,
            "звинувати перепроси вибачи назва охарактеризува описа порівня похвали розкритикува критикува засуди "
            "відкину вважа побачи бачи "
            "вимага окресли затаврува висмія оціни прирівня охрести",
        ),
        ("є ють", "назива порівню опису критику вимага засуджу вважа оціню"),
        ("_", "назвавши бачить хвалить бачать назвал"),
    ),
    "pl": (
        (
            "ał ała ali ały",
            "nazw opis przyrówn porówn uzn skrytykow wyśmi widzi domag żąd żąda narzek",
        ),
        ("ił iła ili iły", "przepros obarcz określ pochwal chwal ocen mów potęp"),
        (
            "_",
            "obarcza przeprasza nazywa nazywają określa określają opisuje chwali widzi domaga żąda krytykuje "
            "porównuje narzeka nazywając",
        ),
        (POLISH_UJE, "krytyk"),
    ),
    "ar": (
        ("_ ت وا", "اعتذر وصف اعتبر شبه رأى سمى عد ندد انتقد أشاد طالب تحدث حمل هاجم دان أدان عزا استنكر شجب رحب دعا"),
        ("ي* ت*", "صف عتبر شبه رى سمي عد ندد نتقد شيد طالب تحدث هاجم دين رحب دعو"),
        ("_", "ألقى ألقت أرجع أرجعت يرجع ترجع ألقيا حملت يحمل تحمل ناشد ناشدت اتخذ"),
        ("_", "قضى قضت حكمت حكم قرر قررت خلص خلصت وصفه وصفها رأت سمت واصفا واصفة معتبرا معتبرة عزت دعت"),
    ),
    "he": (
        ("_ ה ו", "התנצל תיאר הגדיר שיבח דיבר גינ תקף ביקר דרש כינ"),
        (
            "_",
            "כינה כינתה כינו השווה השוותה השוו ראה ראתה רואה רואים תלה תלתה תולה מכנה מכנים מתאר מתארת דורש דורשת "
            "גינה גינתה מגדיר מגדירה מדבר מדברת",
        ),
    ),
    "nl": (("_", "noemde"),),
}
_PHRASES = {language: re.compile(rf"\b(?:{words})(?!\w)") for language, words in western.PHRASES.items()}
NAMING = conjugated({**western.NAMING, **_NAMING})


def naming_phrases(text: str, language: str) -> Iterator[re.Match[str]]:
    """The phrases of a text that hang words on somebody as a verb does: "paid tribute to", "s’est dit"."""
    return _PHRASES[language].finditer(text) if language in _PHRASES else iter(())
