"""What cameras, phones and programs write into pictures by themselves, told from people's words by its shape."""

import re

from media.machine_word_lists import (
    BETWEEN,
    BY,
    COPIES,
    CREDIT_LABELS,
    DONE_LAST,
    DONE_ON,
    DONE_WITH,
    EDITIONS,
    FILE_TYPES,
    FLAGS,
    MAKERS,
    MODEL_WORDS,
    NOBODY,
    OWN_DEVICE,
    PLACEHOLDERS,
    PROGRAMS,
    PROMPTED,
    SCREENSHOTS,
    SETTINGS,
    STAMPED,
    WORDS_TOO,
)

_A_LINE = 160  # characters; longer than that are a machine's words only as data
_LONGEST_CREDIT = 500
_FEW_WORDS = 6


def _shape(pattern):
    return re.compile(pattern, re.IGNORECASE)


_PATH = _shape(
    r"[a-z]:[\\/].*|(?:\.{0,2}|~|file:/*)[\\/]\S.*|[^\s\\]+(?:\\[^\s\\]+)+\\?|(?:[\w.-]+/){2,}[\w.-]*|dcim/.*"
)
_FILE_NAME = _shape(rf".*\S\.(?:{FILE_TYPES})(?: ?\(\d+\))?")
_UUID = _shape(r"[{(\[]?[0-9a-f]{8}-?(?:[0-9a-f]{4}-?){3}[0-9a-f]{12}[)}\]]?|[0-9a-f]{16,}")
_COPY = _shape(rf"\s*(?:\(\d+\)|[-–_ ]+(?:{COPIES})(?: ?\d+)?)$")
_ADDRESS = _shape(r"(?:https?|ftp)://\S+|www\.\S+|\S+@\S+\.\w+|[\w-]+(?:\.[\w-]+)*\.(?:com|org|net|app|io|ai)(?:/\S*)?")
_MOMENT = _shape(
    r"(?:date|time|datetime|created|modified|taken|on|at|um|à|kl\.?|o|в|a las|[\d\W_]|am|pm|[ap]\. ?m\.|utc|gmt|z|t)+"
)
_DATA = (
    _shape(r"[{\[]\s*[\"'{\[\d-].*|[{\[]\s*[\]}]"),
    _shape(r"<(?:[?!/]|[a-z][\w:-]*[\s/>]).*|<[^<>]*>"),
    _shape(r"(?:[\w. ]{1,40}[:=] ?[\w.+# -]{0,40}[;,&] ?){2,}[\w. ]*(?:[:=].*)?"),
    _shape(r"(?:[\w. ]{1,40}: ?[\w.+# -]{1,40} [·|] ?){1,}[\w. ]*:.*"),
    _shape(r"(?:charset|encoding|quality|prompt|steps|seed|creator|software|jpeg|geo ?tag|gps) ?[:=] ?\S.*"),
    _shape(r"(?:camera|kamera|cámara|caméra|камера|aparat|model|device|lens|objekti[vf]\w*) ?: ?.*\d.*"),
    _shape(r"(?:image|video|audio|application)/[\w.+-]+"),
    _shape(r".* --(?:v|ar|q|s|style|stylize|niji|chaos) \S.*"),
    _shape(rf"(?:(?:{SETTINGS})(?:[\s,;·|]+|$))+"),
    _shape(r"(?:\w{1,20} ?){1,2}: ?[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}"),
)
_PROMPTED = _shape(rf"\b(?:{PROMPTED})\b")
_CAMERA = _shape(r".{0,40}\b(?:digital (?:still ?)?camera|camera pictures|digicam)(?: [\w-]+)?")
_MAKER = _shape(rf"(?:{MAKERS})\b")
_MAKER_PERHAPS = _shape(rf"(?:{WORDS_TOO})\b")
_MODEL_WORD = _shape(rf"(?:{MODEL_WORDS}|{MAKERS}|[a-z]{{0,4}}-?[a-z]*\d[\w.-]*|[ivx]+|[a-z])")
_PROGRAM = _shape(
    rf"(?:{PROGRAMS})(?:[\[ /(,.-]*(?:v(?:ersion|er)?\.? ?)?\[?[\d.]+.{{0,40}}|\W+(?:{EDITIONS})\b.{{0,40}}|[®™\W]*)"
)
_BEGINS_AS_PROGRAM = _shape(rf"(?:the |a |my )?(?:{PROGRAMS}|{MAKERS})\b")
_DONE_WITH = _shape(rf"(?:\w+ )?(?:{DONE_WITH})\b-? ?(?P<by>.*)")
_DONE_ON = _shape(rf"(?:(?:\w+ )?(?:{DONE_ON})\b|发自我的|發自我的|来自|來自)[-: ]*(?P<by>.*)")
_SENT_FROM = _shape(r"von (?:meinem|einem|der) (?P<by>.*) gesendet\.?")
_OWN_DEVICE = _shape(rf"(?:{OWN_DEVICE})\W*")
_DONE_BY_HOUSE = _shape(
    r"(?:created|made|generated|produced|written) by .{1,60}\b(?:corp|inc|ltd|gmbh|llc|software)\.?"
)
_DONE_SO = _shape(
    r"(?:[.,;:·|]|\bwith:) *(?:preset|filter|filtre|effekt?|mode|version|look|film|lens|with|powered)\b.*|\bwith:.*"
)
_STAMPED = _shape(rf"(?=(?:\D*\d){{8}})(?:(?:{STAMPED}|{BETWEEN})\b|[\d\W_])+")
_HANDLE = _shape(r"@[\w.]+")
_DONE_LAST = _shape(rf"(?P<by>.*?)(?:{DONE_LAST})\W*")
_SCREENSHOT = _shape(rf"(?:{SCREENSHOTS})(?P<rest>.*)")
_PLACEHOLDER = _shape(rf"[\W_]*(?:{PLACEHOLDERS})[\W_\d]*")
_FLAG = _shape(rf"[\W_]*(?:{FLAGS})[\W_]*")
_SERIAL = _shape(r"(?:s/?n|serial(?: number| no\.?)?|imei|id|ref|no|nr|#)[ .:#]*[\w-]*\d[\w-]*")
_NOBODY = _shape(rf"(?:{NOBODY})")
_CREDIT_LABEL = _shape(rf"^(?:©|\(c\))\s*|^(?:{CREDIT_LABELS})\b(?:\s*(?:{BY}|©|\(c\)|:|-|/))*\s*")
_NO_NAME = _shape(r"\b(?:all|rights|reserved|copyright|\d+)\b|\W")
_VOWEL = _shape(r"[aeiouyà-ýāēīōūıőűąęăæœøåäöü]")


def says_nothing(text):
    """Whether `text`, found in a picture as its caption, was written by no person or tells nothing."""
    line = " ".join(text.split())
    if _is_data(line) or not any(map(str.isalpha, line)):
        return True
    return len(line) <= _A_LINE and (_is_from_storage(line) or _is_from_device(line) or _is_empty_talk(line))


def names_nobody(text):
    """Whether `text`, found in a picture as its credit or creator, names nobody who could be credited."""
    line = " ".join(text.split())
    rest = _CREDIT_LABEL.sub("", line[:_LONGEST_CREDIT]).strip(" .,;:-_/|©®")
    if not _NO_NAME.sub("", rest) or (len(rest) == 1 and "a" <= rest <= "z"):
        return True
    if _is_data(line) or _is_from_storage(rest) or _is_from_device(rest):
        return True
    return any(shape.fullmatch(rest) for shape in (_NOBODY, _PLACEHOLDER, _SERIAL))


def _is_data(line):
    """JSON, XML, lists of settings, what a machine was asked to draw."""
    return len(_PROMPTED.findall(line)) > 1 or any(shape.fullmatch(line) for shape in _DATA)


def _is_from_storage(line):
    """Paths, names of files, codes, addresses, moments."""
    bare = _COPY.sub("", line)
    if any(shape.fullmatch(bare) for shape in (_PATH, _FILE_NAME, _UUID, _ADDRESS)):
        return True
    if _MOMENT.fullmatch(bare) and sum(map(str.isdigit, bare)) > 3:
        return True
    return " " not in bare and (_is_code(bare) or re.fullmatch(r"\w+_[\w#.+-]+", bare, re.ASCII) is not None)


def _is_code(word):
    """One word that counts something: “P1010001”, “DSC_0001”, “DMC-TZ7”, but not “G20” or “COVID-19”."""
    if re.fullmatch(r"[A-Z]{2,}-[A-Z]{1,4}\d\w*", word):
        return True
    digits = sum(map(str.isdigit, word))
    return digits > 0 and (digits > 2 or "_" in word) and len(word) - digits < 30


def _is_from_device(line):
    """A camera's, a phone's or a program's name, and what they say that they did."""
    if _DONE_BY_HOUSE.fullmatch(line) or _PROGRAM.fullmatch(line) or _CAMERA.fullmatch(line) or _is_device(line):
        return True
    if (done := _DONE_WITH.fullmatch(line) or _DONE_LAST.fullmatch(line)) and _is_short_name(
        _DONE_SO.sub("", done["by"])
    ):
        return True
    done = _DONE_ON.fullmatch(line) or _SENT_FROM.fullmatch(line)
    if done is None:
        return False
    by = done["by"]
    return _is_device(by) or _BEGINS_AS_PROGRAM.match(by) is not None or _OWN_DEVICE.fullmatch(by) is not None


def _is_device(words):
    """The name of a maker with nothing behind it but a model: “Canon EOS R5”, “SM-G991B”."""
    if maker := _MAKER.match(words):
        return all(_MODEL_WORD.fullmatch(word) for word in re.findall(r"[\w-]+", words[maker.end() :]))
    if maker := _MAKER_PERHAPS.match(words):
        rest = re.findall(r"[\w-]+", words[maker.end() :])
        return bool(rest) and all(_MODEL_WORD.fullmatch(word) for word in rest)
    return False


def _is_short_name(words):
    """A few words that are no sentence, as programs' names are."""
    return 0 < len(words.split()) <= _FEW_WORDS and not re.search(r"[.,;:!?] [^\W\d_]", words)


def _is_empty_talk(line):
    """Placeholders, camera modes, pictures of screens, and single words that cannot be said."""
    if any(shape.fullmatch(line) for shape in (_PLACEHOLDER, _FLAG, _SERIAL, _STAMPED, _HANDLE)):
        return True
    if (screen := _SCREENSHOT.fullmatch(line)) and _is_stamp(screen["rest"]):
        return True
    return " " not in line and _cannot_be_said(line.strip("."))


def _is_stamp(rest):
    """What stands behind “Screenshot” when a program wrote it: nothing, a number, a moment, the name of an app."""
    words = re.findall(r"[^\W\d_]+", rest)
    if not words:
        return True
    digits = sum(map(str.isdigit, rest))
    return digits > 3 and (rest[:1] in "_-" or (len(words) <= 5 and max(map(len, words)) <= 4))


def _cannot_be_said(word):
    """A Latin word without a vowel that is no name, or one of up to three small letters: “hdr”, “cof”."""
    if not re.fullmatch(r"[a-z]+", word, re.IGNORECASE) or word.istitle():
        return False
    return not _VOWEL.search(word) or (word.islower() and len(word) < 4)
