"""Who said it in Japanese, whose verb follows the words: 港長の田村竜二氏は「…」と述べた, 「…」と磯部さんは話す."""

import re

from articles.text.quotes.source import NOBODY, RETOLD, Source
from articles.text.quotes.words import japanese_words as words

_SENTENCE = re.compile(r"[。！？]")
_TOPIC = re.compile(
    r"(?P<who>[^。、「」]{1,40}?)(?P<particle>は|が|も|によると|によれば|にとって)(?:、|(?=[^。「」]*$))"
)
_BEHIND = re.compile(
    r"(?:など)?と(?:[^。「」、]{0,24})のは、?(?P<called>[^。「」]{2,40}?)(?:だ|である|です)?(?:。|$)|"
    r"(?:など)?と、?(?P<alone>[^。、「」はが]{2,30})。$|"
    r"(?:など)?と、?(?:[^。、「」]{1,16}(?:ながら|つつ)、?)?(?P<inner>[^。、「」はが]{1,36})(?:は|が|"
    r"も)(?:[^。「」]*(?:。|$))|"
    r"(?:など)?[。、]?\s?(?:と)?(?:こう|そう)[^。「」]{0,16}?のは、?(?P<cleft>[^。「」]{2,36}?)(?:だ|である|。|$)|"
    r"(?:など)?と[^。「」]{1,20}?、(?P<next>[^。、「」はが]{2,30})[はが]"
)
_LEADS = re.compile(
    r"(?:こう|そう|次のように|このように)[^。「」]{0,16}のは、?(?P<cleft>[^。「」]{2,40}?)(?:だ|である|です)?$|"
    r"(?P<topic>[^。「」、はが]{2,36})[はが][^。「」]{0,40}(?:こう|次のように|以下のように|このように)[^。「」]{0,24}$"
)
_QUOTED = re.compile(r"「[^」]*」|『[^』]*』")
_PRONOUNS = ("彼女", "彼", "同氏")
_BEHIND_A_STOP = re.compile(
    r"。\s?(?:[^。「」はが、]{1,20}(?:ながら|つつ|て|で|たまま)、)?(?:こう|そう)?(?P<who>[^。「」はが、]{2,36})(?:は|が)"
    r"(?:、?[^。「」]{0,24})?(?:(?:こう|そう)?振り返|話|語|言う|"
    r"言っ|訴え|笑|述べ|(?:こう|そう)[^。「」]{1,14}[たるうい]。|つぶや|嘆|憤|喜|説明|強調|明か|力を込|声を|"
    r"胸を|肩を|目を|首を)|"
    r"。\s?(?:こう|そう)[^。「」]{0,14}?のは、?(?P<cleft>[^。「」]{2,36}?)(?:だ|である|。|$)"
)
_LED = re.compile(
    r"(?P<who>[^。「」、]{2,36}?)(?:は|が)[^。「」]{0,40}(?:次のように|こう|"
    r"以下のように)?[^。「」]{0,20}[:：]?\s*$"
)
_SIGNED = re.compile(r"\s*[（(](?P<who>[^）)。]{2,30})[）)]。?$|\s*[―—–-]+\s*(?P<credit>[^。]{2,30})$")
_ACCORDING = re.compile(
    r"(?P<who>[^。「」、]{2,40}?)(?:によると|によれば|に言わせれば|の(?:話|説明|言葉|表現|見立て|見方)(?:で|"
    r"によると|では)|にとって(?:は)?)、?[^。「」]*$"
)
LONGEST = 24  # characters of a name with its titles
_PARTICLES = tuple("とのやもをにでがはたすくむぬてう")
_PUNCTUATION = "、。」 　\u3000"
_NAME = (
    r"(?P<name>[\u3005\u4e00-\u9fff]{1,6}[・＝][\u4e00-\u9fff\u30a1-\u30ff]+|"
    r"[\u30a1-\u30ff]+(?:[・＝][\u30a1-\u30ff]+)+|[\u30a1-\u30ff]{2,15}|"
    r"[\u3005\u4e00-\u9fff]{1,3}[\u3041-\u309f\u30a1-\u30ff]{1,5}?|[\u3005\u4e00-\u9fff]{1,6}?|[\u3041-\u309f]{2,6})"
)
_EDGE = (
    r"(?:^|の|[、，「」（）\s]|(?<=[るたうむぐすにでくい])|(?<=[\u30a1-\u30ff])(?=[\u3005\u4e00-\u9fff])|"
    r"(?<=[\u3041-\u309f])(?=[\u30a1-\u30ff]))"
)
_TITLED = re.compile(rf"{_EDGE}{_NAME}(?P<title>(?:{words.TITLES})+)\s*$")
_BEHIND_A_ROLE = re.compile(rf"(?:{words.ROLES})(?:の|、|・){_NAME}$")
_FOREIGN = re.compile(r"(?:^|[の、\s])(?P<name>[\u30a1-\u30ff]+(?:[・＝][\u30a1-\u30ff]+)+|[\u30a1-\u30ff]{3,12})$")
_THING = re.compile(rf"(?:{words.THINGS})$")
_TITLE_ONLY = re.compile(rf"(?:{words.TITLES})+")
_TITLE_END = re.compile(rf"(?:{words.TITLES})+$")
_JOINT = re.compile(r"(?:と|や|、|及び|および)(?=[\u3005\u4e00-\u9fff\u30a1-\u30ff])")
_NOTES = re.compile(r"[（(＝=][^）)＝=]{1,30}[）)＝=]?")
_ONLY_CLAUSE = re.compile(r"[^。「」]*?(?:した|する|ていた|ている)(?:後|際|とき|時|ところ|ため|ので|が|のに対し)、")


def attributed_in_japanese(before: str, after: str) -> Source | None:
    """Who is named around a quotation in Japanese; None where nobody speaks."""
    sentences = _SENTENCE.split(_QUOTED.sub("＿", before))
    before = sentences[-1]
    end = _SENTENCE.search(after)
    tail = after[: end.end()] if end else after
    if words.SUPPOSED.search(before) or tail.startswith(("か？", "か。")):
        return NOBODY
    if words.RETOLD.match(tail) or words.HEARD.match(tail):
        return RETOLD
    if words.CALLED.match(tail):
        return None
    if words.ASKED.match(tail) or words.WRITTEN.match(tail):
        return Source("")
    if words.TAKEN_BACK.match(tail) or words.UNSAID.match(words.OUTSPOKEN.sub("", tail)):
        return NOBODY
    if (told := _BEHIND_A_STOP.match(after)) and not before.strip(_PUNCTUATION):
        return Source(told["who"] or told["cleft"])
    if words.SAID.match(tail) or (tail[:1] in ("と", "、") and before.strip()) or _called_behind(tail):
        return _of_the_verb(before, tail)
    if signed := _SIGNED.match(tail):
        who = signed["who"] or signed["credit"]
        return Source(who) if japanese_name(who) else None
    if source := _ACCORDING.search(before):
        return Source(source["who"])
    if not tail.strip(_PUNCTUATION) and (led := _LED.search(before)):
        return Source(led["who"])
    if not before.strip(_PUNCTUATION) and len(sentences) > 1 and (leads := _LEADS.search(sentences[-2])):
        return Source(leads["cleft"] or leads["topic"])
    if not (before + tail).strip(_PUNCTUATION) and len(sentences) > 1:  # 佐原さんは驚いた。「…」
        return Source("", is_left_out=True)
    return None


def _of_the_verb(before: str, tail: str) -> Source:
    """The subject of the verb behind the words: the topic before them, or what stands behind と."""
    if source := _ACCORDING.search(before):
        return Source(source["who"] if japanese_name(source["who"]) else "")
    topics = [topic for topic in _TOPIC.finditer(before) if topic["particle"] in ("は", "が", "も")]
    named = [topic["who"] for topic in topics if japanese_name(topic["who"])]
    if named:
        return Source(named[-1] if len(named) == 1 or topics[-1]["who"] == named[-1] else "")
    if topics:
        who = topics[-1]["who"]
        return Source("", is_left_out=True) if who in _PRONOUNS else Source(who)
    if who := _called_behind(tail):
        return Source("", is_left_out=True) if who in _PRONOUNS else Source(who)
    return Source("", is_left_out=not before.strip(_PUNCTUATION))


def _called_behind(tail: str) -> str:
    """Who is named behind the words: 「…」と佐原さん。, と首をひねるのは、店主の出見織さん, と磯部さんは話す."""
    behind = _BEHIND.match(tail)
    if behind is None or (behind["alone"] and not japanese_name(behind["alone"])):
        return ""
    return next(filter(None, behind.groups()), "")


def japanese_name(attribution: str) -> str:
    """The name of the one person whom Japanese words name: 港長の田村竜二氏, 敵将の軽井連, グス・ペレイラ監督."""
    text = _NOTES.sub("", attribution).strip(_PUNCTUATION)
    joint = _JOINT.search(text)
    if joint and japanese_name(text[joint.end() :]) and (japanese_name(text[: joint.start()]) or "と" in joint.group()):
        return ""
    for shape in (_TITLED, _BEHIND_A_ROLE, _FOREIGN):
        found = shape.search(text, max(len(text) - LONGEST, 0))
        if found and _is_name(found["name"], found.groupdict().get("title", ""), text[: found.start("name")]):
            return found["name"]
    return ""


def _is_name(name: str, title: str, before: str) -> bool:
    """Whether words before a title, or behind a role, are a name rather than a body, a place or another title."""
    if (
        name in words.NO_NAMES
        or name.endswith(_PARTICLES)
        or _TITLE_ONLY.fullmatch(name)
        or _THING.search(name)
        or words.BODIES.search(name)
    ):
        return False
    if (
        title.startswith(words.OF_PLACES)
        and len(name) < len("磯部健")
        and re.fullmatch(r"[\u3005\u4e00-\u9fff]+", name)
    ):
        return before.endswith("の") and title not in ("市長", "町長", "村長", "区長", "知事")
    return True


def japanese_last_name(attribution: str, before: str) -> str:
    """The last name in an attribution of somebody whom the text before names in full, or with a title: 堀井市長."""
    text = _NOTES.sub("", attribution).strip(_PUNCTUATION)
    found = _TITLE_END.search(text)
    name = text[: found.start()].rpartition("の")[2] if found else text
    if not 0 < len(name) <= 12 or name in words.NO_NAMES:
        return ""
    more = r"[\u3005\u4e00-\u9fff\u3041-\u309f]{1,4}?" if found else ""
    return name if re.search(rf"{re.escape(name)}{more}(?:{words.TITLES})", before) else ""
