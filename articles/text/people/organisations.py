"""Whether a name is an organisation's rather than somebody's: by what agencies are called, and by words of bodies."""

import re

from articles.text.languages.folding import fold


def _names(text: str) -> frozenset[str]:
    """The folded names of a list with commas."""
    return frozenset(fold(name.strip()) for name in text.split(",") if name.strip())


def _words(text: str) -> frozenset[str]:
    return frozenset(map(fold, text.split()))


# News agencies and newsrooms, by each name that a byline or a credit gives them.
AGENCIES = _names(
    "Reuters, Thomson Reuters, AP, The AP, AP Photo, Associated Press, The Associated Press, AFP, "
    "Agence France-Presse, AFP via Getty Images, dpa, Deutsche Presse-Agentur, DPA International, picture alliance, "
    "EFE, Agencia EFE, ANSA, TASS, ТАСС, Interfax, Интерфакс, Інтерфакс-Україна, Interfax-Ukraine, Ukrinform, "
    "Укрінформ, УНІАН, UNIAN, РБК-Україна, РИА Новости, RIA Novosti, BelTA, БелТА, Xinhua, Xinhua News Agency, "
    "新华社, 新華社, 中新社, 中央社, Kyodo, Kyodo News, 共同通信, 共同通信社, 共同, 時事, 時事通信, 時事通信社, "
    "Jiji Press, Yonhap, 연합뉴스, UPI, PA, PA Media, PA Images, Press Association, RFE/RL, Bloomberg, "
    "Bloomberg News, CNN, BBC, BBC News, Al Jazeera, Belga, APA, SDA, Keystone-SDA, ATS, ANP, NTB, "
    "Norsk Telegrambyrå, TT, TT Nyhetsbyrån, Tidningarnas Telegrambyrå, Ritzau, Scanpix, NTB Scanpix, STT, "
    "Lehtikuva, LETA, ELTA, BNS, PAP, Polska Agencja Prasowa, ČTK, CTK, TASR, SITA, MTI, Agerpres, BTA, Tanjug, "
    "HINA, Lusa, PTI, Press Trust of India, ANI, IANS, UNI, Anadolu, Anadolu Ajansı, Anadolu Agency, AA, DHA, İHA, "
    "Demirören Haber Ajansı, İhlas Haber Ajansı, WAFA, Petra, MENA, SPA, QNA, KUNA, SANA, WAM, رويترز, فرانس برس, "
    "أسوشيتد برس, الأناضول, وكالة الأناضول, وام, واس, وفا, סוכנות רויטרס, רויטרס, CP, The Canadian Press, "
    "Canadian Press, AAP, Australian Associated Press, EPA, epa, European Pressphoto Agency, Getty Images, Getty, "
    "Shutterstock, Alamy, IMAGO, Zuma Press, Sipa, Magnum Photos, NASA, ESA, Presseportal, ots, PR Newswire, "
    "Business Wire, GlobeNewswire"
)
# Of these, written like a name and not in capitals, somebody may be called.
_ALSO_NAMES = frozenset(
    (
        "Petra",
        "Sita",
        "Mena",
        "Ani",
        "Sana",
        "Apa",
        "Leta",
        "Elta",
        "Hina",
        "Wafa",
        "Pap",
        "Uni",
        "Aa",
        "Spa",
        "Imago",
        "Lusa",
    )
)
# A word by which a name is a body's, wherever it stands in it.
_ANYWHERE = _words(
    "gmbh ltd inc llc plc corp ag kg oyj ab asa aps sarl sas srl spa sa bv nv pty sp.z o.o. тов прат пат ооо оао зао "
    "ао agency agence agentur agencia agenzia agência agencja agentura ajansı ajans агентство агенція telegrambyrå "
    "nyhetsbyrån nyhetsbyrå bildbyrå presseagentur bildagentur nachrichtenagentur haber press-agency newswire "
    "nachrichtendienst ministry ministère ministerium ministerio ministero ministério ministerstwo ministeriet "
    "departementet bakanlığı bakanlık министерство міністерство وزارة משרד university université universität "
    "universidad università universitet uniwersytet üniversitesi университет університет جامعة אוניברסיטת foundation "
    "fondation stiftung fundación fondazione stiftelsen stiftelse fundacja vakfı фонд مؤسسة קרן commission "
    "kommission comisión commissione komisja komisyonu комиссия комісія council conseil consejo consiglio rådet "
    "belediyesi police polizei polisen politi policja polis поліція полиция شرطة parliament parlament parlement "
    "riksdagen sejm kongress senate sénat institute institut instituto istituto instytut enstitüsü институт інститут "
    "معهد association verband verein asociación associazione stowarzyszenie föreningen derneği ассоциация асоціація "
    "جمعية committee comité komitee comitato komitet комитет комітет لجنة government gouvernement regierung gobierno "
    "governo rząd hükümeti правительство уряд حكومة ממשלת authority authorities behörde autorité redaktion rédaction "
    "redacción redazione redakcja redaksjonen redaktionen редакция редакція تحرير newsroom newspaper herald times "
    "gazette tribune zeitung dagblad tidningen gazeta gazetesi газета صحيفة جريدة עיתון وكالة وكالات סוכנות media "
    "medien médias medios medya медіа медиа pictures images"
)
# Surnames, too: they count only with another sign, such as an article before them.
_ALSO_SURNAMES = _words("times herald press police polis council images media pictures haber spa sa ab ag inc")
_ENDINGS = re.compile(
    r"\b(?:news agency|press (?:agency|association|office|service)|news service|wire services?|(?:news|press) (?:team|"
    r"desk)|picture desk|photo service|pressestelle|presse(?:amt|dienst)|service de presse|oficina de prensa|"
    r"biuro prasowe|pressavdelning(?:en)?|basın (?:bürosu|ofisi)|пресс?-?служба|press office of)\b",
    re.IGNORECASE,
)
_CJK_ENDINGS = re.compile(
    r".{2,}(?:通讯社|通訊社|通信社|新闻社|新聞社|日报|日報|晚报|电视台|電視台|公司|大学|大學|委员会|委員会|政府|警方|省|部)"
)
_OF_THE_STATE = re.compile(
    r"(?:the )?(?:ministry|department|office|bureau|embassy|city|town|government|university|bank|port|house|court|"
    r"prosecutor['’]s office|chamber|federation|union|league) (?:of|for)\b.*",
    re.IGNORECASE,
)
_SPLIT = re.compile(r"[\s/,&]+")


def is_organisation(name: str) -> bool:
    """Whether `name` is surely an organisation's: an agency's, or one with a word in it that only bodies have."""
    plain = " ".join(name.split())
    key = fold(plain)
    is_agency = key in AGENCIES and plain not in _ALSO_NAMES
    if is_agency or _CJK_ENDINGS.fullmatch(plain) or _OF_THE_STATE.fullmatch(plain) or _ENDINGS.search(plain):
        return True
    words = {fold(word.strip('.()“”"«»')) for word in _SPLIT.split(plain)} - {""}
    telling = words & _ANYWHERE
    return bool(telling - _ALSO_SURNAMES) or (bool(telling) and (key.startswith("the ") or len(words) > 2))
