"""Who said it in Chinese, which writes words unspaced: 市长林静秋说：“…”, “…，”她说, 据市长林静秋介绍."""

import re

from articles.text.quotes.source import NEAR, NOBODY, RETOLD, Source
from articles.text.quotes.words import chinese_words as words

LONGEST = 80  # characters of words that name somebody, with titles
_END = re.compile(r"[。！？；\n](?!”)|[。！？]?”(?=[^，。：；“”]{2,}$)")
_COMMA = re.compile(r"[，,：:]")
_SAYS = re.compile(rf"(?<!的)(?:{words.SAYS})(?!会|家|法|词|题|号|呼|德|歉信|明会|明书|路|理|是|很|被|遭|显得)")
_TITLE = re.compile(rf"(?:{words.TITLES})")
_ONLY_TITLES = re.compile(rf"(?:{words.TITLES})+")
_BODY = re.compile(rf"(?:{words.BODY_ENDINGS})$")
_LONG_BODY = re.compile(
    r"(?:公司|集团|银行|大学|学校|医院|协会|委员会|政府|法院|工会|部门|俱乐部|方面|人士|们|代表团)$"
)
_HAN = re.compile(r"[\u4e00-\u9fff·]{2,9}")
_LEAD = re.compile(
    r"(?:\s|“[^”]*”|但是?|然而|不过|而|同时|此外|另外|并且?|且|还|也|又|对此|因此|于是|随后|当天|其中|接着|"
    r"最后|与此同时|据了解|事后|赛后|会后|结果|可是|而且|况且)+(?![\u4e00-\u9fff]{0,1}$)"
)
_ADVERB_LAST = re.compile(
    rf"(?:{words.ADVERBS}|[^，]{{1,4}}地|[笑哭说走站]着|一[边面][^，]{{0,8}}一[边面]|一边|(?:在|于|当|从|"
    rf"接受|谈|回应|对|就|向|因)[^，]{{1,14}}[时后中上里下]|（[^）]*）|\([^)]*\)|\s)$"
)
# Where what follows a subject may begin: when, where, to whom, how it is meant.
_CUT = re.compile(
    rf"(?:差点|险些|{words.ADVERBS}|在|对|向|就|于|通过|用|从|接受|谈|回应|随|代表|当|把|将|以|面对|因|为|给|跟|周|"
    rf"星期|\d|[一二三四五六七八九十]+[月日年时点岁]|（|被问|针对|听|得知|起身|走|站|"
    r"不|难|毫|大怒|怒|十分|非常|很|相当|颇|态度|语气|直截|开门见山|斩钉截铁|言简|一语|一句|意味|松了?口|叹|"
    r"摇|点|耸|红着|红了|泪|热泪|喜|兴(?=高|奋)|垂头|火冒|气|满(?=意|面|怀|脸|心|不在)|信心|一边|一面|今年|"
    r"今天|现年|年仅|年届|毕业|住在|现居|如是|"
    r"深|余|半|忍|终于|有|没|是|的(?=回答|答复|回应|反应|态度|话|评价|看法|观点|结论|解释|说法|建议|理由|"
    r"心声)|说|作|做|发|写|留|引|喊|笑|哭|称|批|要|呼|附|承(?=认|诺)|否|出(?=席|任|示|面|生|现|来(?=自|到)|"
    r"门|身|言|庭)|参|前往|抵|到|获|赢|输|成(?=为|功|立)|当|担|任|登|坐|拿|举|挥|擦|遭|损|带|穿|抱|来(?=自|"
    r"到)|去|回|返|打|签|推|投|击|胜(?=利|出|过)|夺|率|执|领|主持|负|组|创|拒|离|接|正(?=在|式|面)|眼|脸|笑|"
    r"跑|跳|转|停|忙|急|挺|直(?=言|接|到|指|呼)|先(?=后|是)|警|强(?=调|烈|硬|忍)|补|解|指|透|介|评|描|形|抱|"
    r"主|建议|提|反|敦促|痛|抨|谴|赞|盛赞|欢迎|感(?=到|谢|叹|慨)|道|致|担|怀|看|相|觉)"
)
_NOT_FIRST = frozenset("在对向就于因将把被是则也又还曾已都们的了说称和与及、中为会")
_NEVER = frozenset(
    "差不在对向就把被是则也又还曾已都了说称的以将从用跟没难毫很十这那其此并而但却仍再最便只更与及告诉问答们会上后时并他她边着"
)
_TOLD_FIRST = re.compile(rf"(?:{words.SAYS})$")
_JOINT = re.compile(r"[、和与及](?!平|谐|解|会)")
_AS_TOLD_BY = re.compile(
    r"据(?P<told>[^，“”]{2,24}?)(?:的)?(?:说法|说|称|介绍|透露|回忆|表示|估计|描述|所述|分析|解释|讲述|观察|判断)，?|"
    r"(?:在|对|对于|用|按|照|依|按照|以)(?P<seen>[^，“”]{2,20}?)(?:看来|来说|来讲|而言|的话(?:来)?(?:说|讲)|"
    r"的说法|的看法|眼[中里])，?"
)
_BY_WHOM = re.compile(
    r"[被遭受到]{1,2}(?P<who>[^，“”被遭]{2,16}?)(?:称之?为|称作|形容为|斥为|批评为|批为|批评|誉为|视为|比作|"
    r"描述为|嘲讽为|指责|痛批|说成)$"
)
_CALLED = re.compile(
    r"(?:被称[为作]|被[叫唤]作|所谓的?|名为|题为|题目是|绰号|外号|俗称|又称|简称|昵称|取名|片名|书名|歌曲|"
    r"小说|电影|影片|专辑|代号|人称|称号|头衔|荣获)$"
)
_NAMED_AS = re.compile(
    r"(?:组织|公司|集团|乐队|网站|平台|党|号|船|渔船|邮轮|货轮|餐厅|酒店|酒吧|品牌|团体|联盟|机构|杂志|报纸|"
    r"节目|栏目|展览|项目|运动)$"
)
_AS_A_TITLE = re.compile(r"为(?:题|名|标题|主题|口号|代号)|字样|乐队|号|杯|奖|行动|大会|级|式|型|牌")
_QUOTING = re.compile(r"(?:援引|引述|引用|转述|转引|转达|复述)[^，“”]{2,24}(?:的话|的原话|说|称|话语|言论)")
_HIS_ANSWER = re.compile(
    r"[，——]*这(?:就)?是(?P<who>[^，。]{2,16}?)(?:的|给出的|对[^，。]{1,12}的)(?:评价|回答|看法|说法|结论|"
    r"总结|答复|判断|原话|回应|感受)"
)
_CREDIT = re.compile(r"\s*——\s*(?P<who>[^，。]{2,16})。?$")
_PRONOUN = re.compile(r"(?:他|她)(?![们人者的乡日])")
_NOT_SAID_BETWEEN = re.compile(
    r"(?:从未|从没|没有?|并未|不曾|未曾|否认|拒绝|不会|绝不)[^，“”]*(?:说|称|讲|写|提|承认|用|叫)"
)
_ADDED = re.compile(r"(?:并且?|又|还|也|再|而后|接着|随后|继续|同时|另)")


def attributed_in_chinese(before: str, after: str) -> Source | None:
    """Who is named around a quotation in Chinese; None where nobody speaks."""
    lead, behind = _END.split(before[-NEAR:])[-1], _sentence_behind(after[:NEAR])
    simple, rest = lead.translate(words.SIMPLIFIED), behind.translate(words.SIMPLIFIED)
    if words.FALSE_BEHIND.match(rest) or words.DISOWNED_BEHIND.match(after[:NEAR].translate(words.SIMPLIFIED)):
        return NOBODY
    if re.match(r"[吗呢么]？|[^，。“”]{0,6}[吗呢]？", rest + "？" * behind.endswith("？")):
        return NOBODY
    named_so = _NAMED_AS.search(simple) and not re.match(r"[，。！？；,]", rest)
    if _CALLED.search(simple) or named_so or _AS_A_TITLE.match(rest):
        return None
    told = words.SPOKEN_OF.sub("", simple)
    if words.RUMOUR.search(told) or words.QUESTION.search(told):
        return NOBODY
    named = _before(simple, lead) if simple.strip() else None
    if named is None or (named.is_certain and not (named.words or named.is_left_out)):
        named = (_behind(rest, behind) if not behind.endswith(("：", ":")) else None) or named
    return named


def _sentence_behind(after: str) -> str:
    found = re.search(r"[。！？；\n]", after)
    return after[: found.end()] if found else after


def _before(simple: str, lead: str) -> Source | None:
    """Who is named in the words that lead to a quotation."""
    if told := _AS_TOLD_BY.search(simple):
        group = "told" if told["told"] else "seen"
        who = lead[told.start(group) : told.end(group)]
        return Source(who if chinese_name(who) else "")
    if _QUOTING.search(simple):
        return RETOLD
    if by := _BY_WHOM.search(simple):
        return Source(lead[by.start("who") : by.end("who")])
    end = len(simple)
    parts = list(re.finditer(r"[^，,：:]+", simple))[-4:]
    for part in reversed(parts):
        verbs = list(_SAYS.finditer(simple, part.start(), part.end()))
        if not verbs:
            continue
        return _of_verbs(simple, lead, (part.start(), verbs), end)
    if simple.rstrip().endswith(("：", ":")) and parts:
        return _before_a_colon(simple, lead, parts[0].start())
    return None


def _of_verbs(simple: str, lead: str, found: tuple[int, list[re.Match[str]]], end: int) -> Source:
    """Who speaks with the verbs of a clause: the first of them that has a named subject before it."""
    start, verbs = found
    for verb in verbs:
        left = simple[start : verb.start()]
        who = _subject(left)
        if who is None:
            continue
        at = start + who[0]
        phrase = lead[at : start + who[1]]
        if _TOLD_FIRST.search(simple[:start].rstrip("，")):  # 王大力说，林静秋曾告诉他
            return RETOLD
        if _takes_back(simple[start + who[1] : verbs[-1].end()]) or words.CONDITION.search(left):
            return NOBODY
        return _unless_retold(simple[verb.end() : end], Source(phrase))
    left = simple[start : verbs[0].start()]
    if _takes_back(left) or _takes_back(simple[start : verbs[-1].end()]) or words.CONDITION.search(left):
        return NOBODY
    own = _LEAD.sub("", left)
    if _PRONOUN.match(own):
        return _unless_retold(simple[verbs[0].end() : end], Source("", is_left_out=True))
    if start and (not own.strip() or _CUT.match(own) or _ADDED.match(left)):
        return _of_the_sentence(simple[:start], lead)
    return Source("", is_left_out=not own.strip())


def _unless_retold(between: str, who: Source) -> Source:
    """A speaker, unless between the verb and the words somebody else speaks, or nobody does."""
    if _NOT_SAID_BETWEEN.search(between):
        return NOBODY
    inner = next((verb for verb in _SAYS.finditer(between) if between[: verb.start()].strip("，：: ")), None)
    if inner is None:
        return who
    left = between[: inner.start()].rpartition("，")[2]
    return RETOLD if _subject(left) is not None or re.search(r"曾|对[他她]|告诉|的人|有人|一[名位]", left) else who


def _of_the_sentence(text: str, lead: str) -> Source:
    """The subject that opens the clauses before a verb without one: 市长林静秋出席仪式，并表示."""
    offset = 0
    for part in text.split("，"):
        who = _head(part)
        if who is not None:
            return Source(lead[offset + who[0] : offset + who[1]])
        offset += len(part) + 1
    return Source("")


def _before_a_colon(simple: str, lead: str, start: int) -> Source | None:
    """Who leads to words by a colon alone: 邻居方丽不以为然：“…”."""
    if words.RECEIVED.search(simple) or words.NEGATION.search(words.OUTSPOKEN.sub("", simple)):
        return Source("")
    who = _head(simple[start:])
    return Source(lead[start + who[0] : start + who[1]], is_guess=False) if who else Source("")


def _takes_back(text: str) -> bool:
    text = words.OUTSPOKEN.sub("", text)
    return bool(words.NEGATION.search(text) or words.MODAL.search(text))


def _subject(left: str) -> tuple[int, int] | None:
    """Where the subject stands among the words before a verb, if it names somebody."""
    begin = lead.end() if (lead := _LEAD.match(left)) else 0
    text = left[begin:]
    end = len(text)
    while (adverb := _ADVERB_LAST.search(text[:end])) and not chinese_name(text[:end]):
        end = adverb.start()
    if chinese_name(text[:end]):
        return begin, begin + end
    found = _head(text)
    return (begin + found[0], begin + found[1]) if found else None


def _head(text: str) -> tuple[int, int] | None:
    """Where a subject that names somebody opens a clause: 市长林静秋 of 市长林静秋周二在码头."""
    begin = lead.end() if (lead := _LEAD.match(text)) else 0
    cuts = [place for place in range(begin + 2, min(len(text), begin + 40)) if _CUT.match(text, place)]
    best = 0
    for cut in [*cuts, len(text)]:
        name = chinese_name(text[begin:cut])
        if best and (not name or cut > best + 1):
            break
        if name:
            best = cut
    return (begin, best) if best else None


def _behind(rest: str, behind: str) -> Source | None:
    """Who is named in the words that follow a quotation."""
    for shape in (_HIS_ANSWER, _CREDIT):
        if (found := shape.match(rest)) and chinese_name(found["who"]):
            return Source(behind[found.start("who") : found.end("who")])
    start = len(rest) - len(rest.lstrip("，,— "))
    clause = re.split(r"[，。：；！？“]", rest[start:])[0]
    verbs = list(_SAYS.finditer(clause))
    for verb in verbs:
        who = _subject(clause[: verb.start()])
        if who is None:
            continue
        if _takes_back(clause[who[1] :]) or words.RUMOUR.search(clause):
            return NOBODY
        return Source(behind[start + who[0] : start + who[1]])
    if not verbs:
        return None
    left = clause[: verbs[0].start()]
    if _takes_back(left) or words.RUMOUR.search(clause):
        return NOBODY
    return Source("", is_left_out=bool(_PRONOUN.match(left)))


def chinese_name(attribution: str) -> str:
    """The name of the one person whom Chinese words name: 市长林静秋, 林静秋女士, 72岁的雷纳德."""
    if len(attribution) > LONGEST:
        return ""
    text = re.sub(r"（[^）]*）|\([^)]*\)", "", attribution).strip()
    plain = text.translate(words.SIMPLIFIED)
    if any(_is_joint(plain, joint) for joint in _JOINT.finditer(plain, 1)):
        return ""
    start = plain.rfind("的") + 1
    text, plain = text[start:], plain[start:]
    for title in reversed(list(_TITLE.finditer(plain))):
        rest = plain[title.end() :]
        if _is_called(rest):
            return text[title.end() :]
        if not rest and (before := plain[: title.start()]) and _is_bare(before) and _fits(before, title.group()):
            return text[: title.start()]
    return text if _is_bare(plain) else ""


def _is_joint(text: str, joint: re.Match[str]) -> bool:
    left, right = text[: joint.start()], text[joint.end() :]
    if len(left) < 2 or len(right) < 2 or not chinese_name(right):
        return False
    return bool(chinese_name(left) or _ONLY_TITLES.search(left[-4:]))


def _fits(name: str, title: str) -> bool:
    """Whether a name before a title is one of somebody, not of a place: 江西省长."""
    return len(name) > 2 or not title.endswith(("市长", "省长", "县长", "镇长", "区长", "州长", "村长", "乡长"))


def _is_called(name: str) -> bool:
    """Whether words behind a title are a name."""
    if not _HAN.fullmatch(name) or name in words.NO_NAMES or _ONLY_TITLES.fullmatch(name) or _SAYS.match(name):
        return False
    if _LONG_BODY.search(name) or name[1] in "局署厅委院社报":
        return False
    is_short = len(name) <= 4 and name[0] not in _NOT_FIRST and not _NEVER.intersection(name[1:])
    return is_short or "·" in name or words.FOREIGN.issuperset(name)


def _is_bare(name: str) -> bool:
    """Whether words without a title are a name: a surname and one or two characters, or sounds of a foreign one."""
    if not _HAN.fullmatch(name) or name in words.NO_NAMES or _TITLE.search(name):
        return False
    if "·" in name.strip("·"):
        return True
    if len(name) >= 2 and words.FOREIGN.issuperset(name) and len(name) <= 6 and not _BODY.search(name):
        return True
    if name[:2] in words.COMPOUND_SURNAMES:
        return 3 <= len(name) <= 4
    return name[0] in words.SURNAMES and len(name) <= 3 and not _BODY.search(name) and not _NEVER.intersection(name[1:])


def chinese_subject_of(sentence: str) -> str:
    """The one person about whom a sentence is: who opens it, if nobody else is named behind a title."""
    plain = sentence[:NEAR].translate(words.SIMPLIFIED)
    for part in re.finditer(r"[^，,：:]+", plain):
        who = _head(part.group())
        if who:
            return chinese_name(sentence[part.start() + who[0] : part.start() + who[1]])
    return ""
