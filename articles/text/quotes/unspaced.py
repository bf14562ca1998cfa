"""Who said it in Japanese and Chinese, which write words unspaced and have names and titles in one."""

import re

from articles.text.quotes.source import NOBODY, Source

UNSPACED = re.compile(r"[\u3040-\u30ff\u4e00-\u9fff]")
_BESIDE = re.compile(r"[\u3040-\u30ff\u4e00-\u9fff：]")

_SAID_IN_JAPANESE = re.compile(
    r"と[^。「」]{0,30}?(?:述べ|話|語|言|訴え|説明|強調|指摘|発表|コメント|投稿|呼|書|答え|明か|主張)"
)
_TAKEN_BACK_IN_JAPANESE = re.compile(
    r"と[^。「」]{0,40}?(?:ない|なかった|とされる|という噂|否定|拒|らしい|だろう|か。|デマ|偽|として起訴|見通し|"
    r"予定|えば|うわさ|とみられ)"
)
_SUPPOSED_IN_JAPANESE = re.compile(r"もし|偽の|偽造|仮に|噂では|本当に")
_TOPIC_AFTER = re.compile(r"と([^。、「」はが]{1,30})[はが]")
_TOPIC_BEFORE = re.compile(r"([^\s。、「」はが]{1,30})[はが][^。「」]{0,20}$")
_SAYS = r"(?:表示|指出|强调|強調|回忆说|写道|告诉[^，。：]{1,10}|说|說|称|稱)"
_WHERE_OR_WHEN = r"(?:[在对對][^。，“”]{0,15}|[周週]\w|星期\w)?"
_SAID_IN_CHINESE = re.compile(
    rf"([^\s。，,：:“”在对對]{{1,20}}?){_WHERE_OR_WHEN}{_SAYS}(?:[^，。：]{{1,8}}是)?[：:，,]?$"
)
_SAID_AFTER_IN_CHINESE = re.compile(rf"([^\s。，,：:“”在对對]{{2,20}}?){_WHERE_OR_WHEN}{_SAYS}[。，]")
_TAKEN_BACK_IN_CHINESE = re.compile(
    r"拒绝|拒絕|被控|被指|预计|預計|将在?[^，。]{0,8}$|如果|据传|據傳|据称|據稱|传闻|謠|谣|伪造|偽造|虚假|否认|"
    r"否認|从未|從未|没有?说|不曾|未曾|"
    r"是否|真的"
)
_OF_A_TITLE = re.compile(
    r"(?:[长長员員人民手官生师師家锋鋒尉授者席]|总理|总统|總統|主席|领袖|院士)(?P<name>[\u4e00-\u9fff·]{2,4})$|"
    r"^(?P<bare>[^她他它我您你][\u4e00-\u9fff·]{2})$"
)
_BODIES = tuple("局部会會院厅廳处處社报報国國市省司署府党黨队隊所")
_JAPANESE_NAME = re.compile(
    r"^(?:.*の)?(?P<name>[\u3005\u3040-\u30ff\u4e00-\u9fff]{2,6}?)"
    r"(?:市長|知事|首相|氏|さん|事務局長|局長|大臣|財務相|外相|中尉|容疑者|被告|選手|監督|社長|教授|委員長|委員|"
    r"港長|議員|会長|党首)$"
)


def attributed_unspaced(before: str, after: str) -> Source | None:
    """Who is named around words in Japanese or Chinese, written unspaced: 市長は「…」と述べた, 市长说：“…”."""
    if not _BESIDE.search(before[-2:] + after[:1]):
        return None
    if _TAKEN_BACK_IN_JAPANESE.match(after) or _TAKEN_BACK_IN_CHINESE.search(before) or after.startswith("吗"):
        return NOBODY
    if _SUPPOSED_IN_JAPANESE.search(before):
        return NOBODY
    if _SAID_IN_JAPANESE.match(after):
        named = _TOPIC_AFTER.match(after) or _TOPIC_BEFORE.search(before)
    else:
        named = _SAID_IN_CHINESE.search(before) or _SAID_AFTER_IN_CHINESE.match(after)
    return Source(named.group(1)) if named else None


def unspaced_name(attribution: str) -> str:
    """The name of the one person that a Chinese or Japanese attribution names: 市长林静秋, 港長の田村竜二氏."""
    if found := _JAPANESE_NAME.match(attribution):
        return "" if "と" in attribution else found["name"]
    found = _OF_A_TITLE.search(attribution)
    name = (found["name"] or found["bare"]) if found else ""
    return "" if name.endswith(_BODIES) or "和" in attribution else name
