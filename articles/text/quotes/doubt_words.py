"""The words by which a sentence says that somebody did not say, or may not have said, what it tells; by language."""

import re
from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True)
class DoubtWords:
    """One language's words that take a verb of speech back, and those that end their reach. All match a whole word."""

    negators: re.Pattern[str]  # never, nobody: what they govern is not told as said
    withholding: re.Pattern[str]  # nor what would, denied, allegedly, whether govern
    false: re.Pattern[str]  # doctored, hoax: they reach over commas
    that: re.Pattern[str]  # opens a clause that stays governed: denied that she said
    beside: re.Pattern[str]  # opens a clause that is told for itself: did not come and said, when she said
    harmless: re.Pattern[str]  # phrases that only look like doubt: not only
    alleged: re.Pattern[str]  # phrases that reach over commas as well: according to the indictment, it was not
    doubtful: re.Pattern[str]  # phrases that amount to doubt, each word of them harmless: is said to have


def _word(*lines: str) -> re.Pattern[str]:
    """Any of these words; a star stands for whatever ends the word."""
    words = sorted({word for line in lines for word in line.split()}, key=len, reverse=True)
    return re.compile("|".join(re.escape(word).replace(r"\*", r"\w*") for word in words) or r"(?!)")


def _phrase(*patterns: str) -> re.Pattern[str]:
    return re.compile(rf"\b(?:{'|'.join(patterns)})(?!\w)" if patterns else r"(?!)", re.IGNORECASE)


DOUBT: Mapping[str, DoubtWords] = {
    "en": DoubtWords(
        negators=_word("nowhere not never no nobody none neither nor nothing cannot without hardly scarcely"),
        withholding=_word(
            "conceal* hid hides withheld suspect* legend suppose would could might may should will shall must can",
            "ought almost deny denie* denied denying denial refut* reject* disput* contradict* disavow* retract*",
            "doubt* untrue refused refuses refusing refusal avoided avoids avoiding imagin* supposed supposing",
            "pretend* hopes hoped alleg* reported* supposedly purported*",
            "purporting nearly apparently claim* accus* rumour* rumor*",
            "gossip hearsay unconfirmed suspected presumably perhaps maybe possibly insinuat* implied imply*",
            "suggestion* suggest* speculat* if whether unless wonder* unclear lest impersonat* parod* satir*",
            "fiction* dreamt dreamed",
        ),
        false=_word(
            "fake* false* doctored fabricat* forged forgery bogus hoax* deepfake* manipulated misquot* invented",
            "ai-generated spoof* wrongly mistakenly erroneously misattribut* misleading counterfeit edited spurious",
            "incorrectly inaccurately conspiracy debunk*",
        ),
        that=_word("that had has have having be been being to"),
        beside=_word(
            "and but when where because while after before since as until although though who whom whose which what",
            "how so yet why then",
        ),
        harmless=_phrase(
            r"(?:just )?as well",
            r"not (?:only|just|merely|simply|until)",
            r"no (?:longer|less|sooner)",
            r"no stranger to",
            r"never one to",
            r"without (?:naming|elaborating|giving|specifying|hesitation|a doubt|doubt|explaining|further)",
            r"(?:went|goes|going|go|gone) (?:on|out|so far as|as far as) to",
            r"continued to",
            r"took to \w+ to",
            r"had (?:this|that) to",
            r"the (?:first|last) to",
            r"(?:quick|keen|careful|at pains) to",
            r"rose to",
            r"no\. ?\d",
            r"no (?:doubt|wonder)",
        ),
        alleged=_phrase(
            r"according to (?:the )?(?:prosecut\w+|indictment|charge sheet|complaint|lawsuit|affidavit|rumou?rs?)",
            r"it (?:is|was) not \w+(?: \w+){0,4}(?= who| that)",
        ),
        doubtful=_phrase(
            r"(?:story|tale|legend|anecdote|myth) (?:that|has it)",
            r"only (?:when|if|after)",
            r"only thing missing",
            r"all but",
            r"(?:said|reported|believed|thought|understood|quoted|rumou?red|known|heard) to(?= (?:have|be)\b)",
            r"(?:is|are|was|were|be) (?:\w+ly )?said to",
            r"going to",
            r"about to",
            r"the idea",
            r"on condition",
            r"anything but",
            r"far from",
            r"as though",
            r"(?:stopped|stops|stopping) short of",
        ),
    ),
    "fr": DoubtWords(
        negators=_word("nulle ne n jamais aucun aucune nul ni sans rien non"),
        withholding=_word(
            "caché cache cachait tu tait légende anecdote soupçon* supposons imaginez imaginons aurait auraient",
            "devrait pourrait pourraient peut va veut voudrait ferait doit devait nie nient nié niée niait démen*",
            "réfut* refus* contest* récus* rejet* oublié évité renonc* prétend* allègu* allég* accus* soupçonn*",
            "supposé* rumeur* prête prêtent prêté prêtée prêtés attribu* apparemment semblerait si demandé demande",
            "demandent ignore ignorait savoir douter doute doutent peut-être",
        ),
        false=_word(
            "faux fausse fausses faussement truqué* trafiqué* manipulé* mensong* inventé* falsifié* bidon canular*",
            "deepfake* infox intox montage* détourné* généré* prétendument erroné* tort apocryphe*",
        ),
        that=_word("que qu avoir d' de"),
        beside=_word(
            "et mais quand lorsque lorsqu parce puisque puisqu car où qui dont alors tandis pendant avant après"
        ),
        harmless=_phrase(
            r"n(?:e |[’'])(?:\w+ )?(?:\w+ )?pas (?:seulement|uniquement|que)",
            r"non seulement",
            r"sans (?:doute|détour|ambages|hésiter)",
            r"n(?:e |[’' ])\w+ que(?! lorsque| quand)",
        ),
        alleged=_phrase(
            r"selon (?:l[’']accusation|le parquet|la rumeur|l[’']acte d[’']accusation|les enquêteurs)",
            r"ce n[’' ](?:est|était) (?:pas|que(?= quand| lorsque))",
        ),
        doubtful=_phrase(
            r"défendue?s? d[e’' ]?",
            r"seulement (?:quand|lorsque)",
            r"ne manquait plus que",
            r"\w*(?:er|dr|vr|oir)ai(?:t|ent)",
            r"s[’']ils?",
            r"il paraît",
            r"le bruit court",
            r"la rumeur",
            r"on dit",
            r"dit-on",
            r"comme si",
            r"serait censée?",
            r"il se dit",
        ),
    ),
    "de": DoubtWords(
        negators=_word(
            "nirgendwo nie nicht niemals kein keine keiner keinem keinen keinerlei niemand niemanden weder nichts",
            "ohne nirgends",
        ),
        withholding=_word(
            "verschw* verheimlich* verdächtig* legende sage angenommen gesetzt würde würden könnte könnten sollte",
            "sollten soll sollen hätte hätten will wollte wollten wolle möchte möchten wird werde werden kann",
            "können darf dürfte müsste mag bestr* dementier* leugne* verneint* verneinen weigert* weigern",
            "verweiger* ablehnt* lehnte lehnt vermied vermeide* widersprach widersprich* widerspreche*",
            "zurückgewiesen angeblich* mutmaßlich* vermeintlich* vorgeblich* offenbar behaupte* gerücht* vorwurf",
            "vorwürfe* vorgeworfen unterstell* erfund* vermutlich wohl ob wenn falls sofern beschuldig* anzweifel*",
            "zweifel* unklar fraglich",
        ),
        false=_word(
            "falsch* fälschlich* gefälscht* manipulier* fake* deepfake* fingiert* erlogen* unwahr* montage*",
            "fälschung* fiktiv* satir* irrtümlich* zugeschrieben* zuschreib*",
        ),
        that=_word("dass daß zu habe haben hat hatte hatten"),
        beside=_word("und aber sondern als während weil nachdem bevor seit obwohl denn was wie"),
        harmless=_phrase(
            r"nicht (?:nur|bloß|allein|zuletzt)", r"ohne (?:zu zögern|Umschweife|Zögern)", r"kein Zweifel"
        ),
        alleged=_phrase(
            r"nach (?:Ansicht|Darstellung|Angaben|Überzeugung) der (?:Anklä\w+|Anklage\w*|Staatsanwaltschaft)",
            r"laut (?:der )?(?:Anklage\w*|Staatsanwaltschaft|Gerüchten|Vorwurf)",
            r"es (?:war|ist) nicht",
        ),
        doubtful=_phrase(
            r"erst wenn", r"fehlte? (?:nur|bloß) noch", r"als (?:ob|hätte|habe)", r"es heißt,? dass", r"in den Mund"
        ),
    ),
    "es": DoubtWords(
        negators=_word("ninguna no nunca jamás nadie ningún ninguno tampoco ni sin apenas"),
        withholding=_word(
            "casi ocult* calló sospech* leyenda anécdota supongamos imaginemos habría habrían podría podrían debería",
            "diría dirían quiso quiere querría va iba puede pudo hubiera hubiese negó niega negaron niegan negar",
            "negando desmint* desmiente* rechaz* rehus* evit* refut* omit* olvid* descart* supuest* presunt*",
            "presuntamente alega* pretend* acusa* acus* rumor* atribu* aparentemente quizá quizás si duda dudó",
            "preguntado preguntada ignora ojalá insinu* imput*",
        ),
        false=_word(
            "falso falsa falsos falsas falsamente bulo bulos manipulad* trucad* inventad* falsific* adulterad*",
            "montaje* deepfake* fabricad* erróneamente equivocadamente apócrif* mentir* engañ* fake fakes",
        ),
        that=_word("que haber de a"),
        beside=_word("y e pero cuando porque mientras aunque donde quien quienes cual pues sino después antes tras"),
        harmless=_phrase(
            r"no (?:solo|sólo|solamente|únicamente)",
            r"sin (?:duda|dudar|embargo|titubear|rodeos)",
            r"no obstante",
        ),
        alleged=_phrase(
            r"según [^,]{0,30}(?:fiscalía|acusación|querella)",
            r"según (?:la |el )?(?:fiscalía|acusación|querella|fiscal|rumores|sumario)",
            r"no (?:fue|es)(?= \w+(?: \w+){0,4} quien)",
        ),
        doubtful=_phrase(
            r"sólo cuando",
            r"solo cuando",
            r"solo (?:faltó|faltaba)",
            r"se espera",
            r"se rumorea",
            r"se dice",
            r"dicen que",
            r"al parecer",
            r"como si",
            r"tal vez",
            r"se (?:le )?atribuye",
        ),
    ),
    "sv": DoubtWords(
        negators=_word("ingenstans inte aldrig ingen inget inga ej varken icke utan knappast ingenting nog"),
        withholding=_word(
            "dolde döljer förteg misstänkt* legenden anta antag skulle kunde kan ska skall vill ville borde måste",
            "får lär torde kommer tänker förneka* dementera* vägra* avböj* nekade nekar neka bestrid* bestred*",
            "tillbakavis* undvek undvik* påstå* påstod* påstods påstådd* påstått uppges uppgavs anklaga* rykte*",
            "misstänk* antas antogs förment* huruvida ifall kanske möjligen sannolikt",
        ),
        false=_word(
            "falsk* fejk* förfalska* manipulera* påhittad* påhittat felaktig* osann* lögn* deepfake* fabricera*",
            "klippt* bluff* fingera* tillskriv*",
        ),
        that=_word("att ha hade har"),
        beside=_word("och men när då medan eftersom därför sedan innan som vad hur fast"),
        harmless=_phrase(r"inte (?:bara|enbart|minst|endast)", r"utan (?:att tveka|omsvep|tvekan)"),
        alleged=_phrase(r"enligt (?:åtalet|åklagar\w+|rykten|uppgift\w*)", r"det (?:var|är) inte"),
        doubtful=_phrase(
            r"först när",
            r"bara om",
            r"fattades bara",
            r"väntas",
            r"förväntas",
            r"det ryktas",
            r"(?-i:Om)",
            r"(?:frågade|frågar|frågat|frågan|undrade|undrar|oklart|osäkert|vet|veta) [^,]{0,40}?\bom",
            r"det sägs",
            r"sägs ha",
            r"sades ha",
            r"som om",
            r"det heter att",
        ),
    ),
    "pl": DoubtWords(
        negators=_word("nigdzie nie nigdy nikt nikomu żaden żadna żadne ani bez nic wcale"),
        withholding=_word(
            "omal zatai* ukry* przemilcza* podejrzan* legenda przypis* załóżmy przypuśćmy *łby *łaby miał miała mieli",
            "miałby miałaby może mogła mógł mógłby mogłaby powinien powinna będzie chce chciał* chciałby zaprzecz*",
            "zdementow* dementuj* dementow* odmówi* odmawia* wypar* wypier* unika* odrzuc* zanegow* rzekom* podobno",
            "jakoby ponoć domniema* oskarż* zarzuc* pogłosk* plotk* niby przypisa* przypisuj* twierdz* czy jeśli",
            "jeżeli gdyby jakby żeby aby by oby chyba",
        ),
        false=_word(
            "fałszyw* sfałszowan* sfabrykowan* zmyślon* zmanipulowan* spreparowan* podrobion* nieprawd* kłam* fake*",
            "deepfake* przerobion* błędnie fejk*",
        ),
        that=_word("że iż jakoby"),
        beside=_word("i a oraz ale lecz gdy kiedy ponieważ bo podczas po który która które co jak więc"),
        harmless=_phrase(r"nie tylko", r"bez (?:wahania|wątpienia|ogródek)", r"nie (?:po raz pierwszy)"),
        alleged=_phrase(r"według (?:prokuratury|aktu oskarżenia|plotek|oskarżenia|śledczych)", r"to nie"),
        doubtful=_phrase(
            r"(?:tylko|dopiero) (?:gdy|kiedy)",
            r"brakowało tylko",
            r"ma (?:w \w+|jutro|dziś)",
            r"mówi się",
            r"tak jakby",
        ),
    ),
    "uk": DoubtWords(
        negators=_word("ніде не ні ніколи ніхто нікому жоден жодна жодного жодним без нічого навряд никогда никто нет"),
        withholding=_word(
            "утаї* приховав приховала замовч* підозрю* легенда байка ніби",
            "припустімо припустимо уявімо",
            "би б може міг могла мав мала мали буде хоче хотів хотіла планує збирається збиралася збирався скаже",
            "скажуть",
            "запереч* спростув* спростов* відмов* відкину* відкид* уник* забу* заборон* утрим*",
            "нібито начебто буцімто буцім мовляв наче неначе ймовірно стверджу* звинувач* чутк* чуток приписа*",
            "припису*",
            "чи якщо якби хай нехай хіба невже аби щоб либонь",
            # Russian
            "якобы если ли бы опроверг* отриц* отказал* утвержд* обвин* слух* может мог могла будто",
        ),
        false=_word(
            "фейк* фальш* підробл* підробк* сфабриков* змонтов* вигад* неправд* маніпул* діпфейк* помилково хибн*",
            "брехлив* брехн* постанов* фальсиф* ложн* поддел* неправдив* спотвор* пародій*",
        ),
        that=_word("що щоб ніби нібито начебто что чтобы буцімто"),
        beside=_word(
            "і й та а але однак проте коли бо оскільки поки після який яка які яке котра котрий куди де и но когда"
        ),
        harmless=_phrase(
            r"не (?:лише|тільки|просто|лиш|только|вперше)",
            r"без (?:вагань|сумніву|зайвих слів)",
            r"не приховуючи \w+",
        ),
        alleged=_phrase(r"за версією", r"за даними (?:слідства|прокуратури)", r"це (?:був |була )?не"),
        doubtful=_phrase(
            r"(?:лише|тільки|аж) (?:коли|тоді)",
            r"здавалося",
            r"очікується",
            r"бракувало (?:лише|тільки)",
            r"кажуть,? що",
            r"подейкують",
            r"ходять",
            r"за чутками",
        ),
    ),
    "ar": DoubtWords(
        negators=_word("إلا لم لن لا ما ليس ليست لست غير دون أبدا قط بلا أحد"),
        withholding=_word(
            "كاد كادت يكاد تكاد أوشك أوشكت",
            "أخفى أخفت كتم كتمت مشتبه بوسع بوسعه بوسعها حكاية الحكاية المنسوبة المنسوب لنفترض افترض نفى نفت ينفي",
            "تنفي نفوا نفي أنكر أنكرت ينكر تنكر كذب كذبت رفض رفضت يرفض ترفض امتنع امتنعت تجنب تجنبت زعم زعمت زعموا",
            "يزعم تزعم مزعوم مزعومة المزعوم المزعومة ادعى ادعت يدعي تدعي اتهم اتهمت متهم شائعة شائعات الشائعات",
            "إشاعة نسب نسبت ينسب يشاع يعتقد يقال قيل ربما لعل سوف يمكن لو إذا هل عما كأن كأنه كأنها متسائلا تساءل",
            "يفترض يتوقع المتوقع مفترض",
        ),
        false=_word(
            "مفبرك مفبركة المفبرك المفبركة مزيف مزيفة المزيف المزيفة مزور مزورة كاذب كاذبة كاذبا زورا خطأ ملفق",
            "ملفقة مفتعل مركب مركبة معدل التزييف كذبا باطلا زائف زائفة مضلل مضللة",
        ),
        that=_word("أن أنه أنها إن إنه إنها بأن بأنه بأنها يكون تكون كان كانت"),
        beside=_word("و لكن لكنه لكنها بل حين حيث عندما بعدما لأن بينما الذي التي الذين ثم"),
        harmless=_phrase(r"ليس فقط", r"لم \w+ فقط", r"لا شك", r"بلا تردد", r"دون تردد", r"من دون تردد"),
        alleged=_phrase(r"(?:الحكاية|الرواية|المزاعم) القائلة", r"و?(?:بحسب|وفق|حسب) (?:الادعاء|لائحة|النيابة)"),
        doubtful=_phrase(
            r"إلا (?:حين|عندما|إذا)",
            r"لم يبق إلا",
            r"من المتوقع",
            r"على وشك",
            r"قد [يت]\w+",
            r"يقال (?:إن|أن)\w*",
            r"قيل (?:إن|أن)\w*",
        ),
    ),
    "he": DoubtWords(
        negators=_word("ולא לא מעולם איש אין בלי ללא אינו אינה אינם טרם שום"),
        withholding=_word(
            "כמעט",
            "הסתיר הסתירה חשוד חשודה דוחה דוחים המיוחס המיוחסת המיוחסים שלפיהן נניח נגיד הכחיש הכחישה הכחישו מכחיש",
            "מכחישה סירב סירבה סירבו מסרב מסרבת נמנע נמנעה שלל שללה דחה דחתה הפריך הפריכה לכאורה נטען כביכול כאילו",
            "שמועה שמועות השמועה השמועות לטענת טען טענה טענו טוענים האשים האשימה ייחסו יוחסו מיוחס מיוחסים אם האם",
            "אילו לו היה הייתה היו אולי ייתכן עשוי עשויה עלול יאמר תאמר צפוי צפויה אמור אמורה מתכוון מתכוונת רצה",
            "רצתה",
        ),
        false=_word(
            "מזויף מזויפת המזויף המזויפת מפוברק מפוברקת המפוברק המפוברקת שקר שקרי שקרית כזב בכזב בטעות מבוים מבוימת",
            "ערוך ערוכה פייק פיקטיבי פיקטיבית שקריים המצאה",
        ),
        that=_word("כי ש"),
        beside=_word("ו אבל אך כאשר כש אחרי לפני משום למרות אשר מה וגם"),
        harmless=_phrase(r"לא רק", r"ללא ספק", r"בלי להסס", r"ללא היסוס"),
        alleged=_phrase(r"(?:על פי|לפי) (?:כתב האישום|השמועות|החשד|השמועה)", r"לא (?:היה|הייתה) זה"),
        doubtful=_phrase(r"רק כש\w*", r"רק חסר", r"מואש\w+", r"אומרים ש\w+", r"אף אחד", r"אף פעם"),
    ),
    "tr": DoubtWords(
        negators=_word("hiçbir değil hiç asla hiçkimse kimse"),
        withholding=_word(
            "gizle* şüpheli* efsane* diyelim varsayalım demedi demediğini demediği demedim demediler söylemedi",
            "söylemediğini söylemediği demez demezdi demezse demeyecek demekten söylemekten demeyi söylemeyi",
            "yalanla* reddet* reddedi* inkâr inkar kaçın* çekin* vazgeç* iddia öne ileri sözde güya sanki söylenti*",
            "söyleniyor deniyor söylendi belki muhtemelen isnat dedikodu* atfedil* eğer şayet derse dese deseydi",
            "diyecek diyecekti diyebilir diyebilirdi diyemez demiş demişti demişse diyeceğini söyleyecek",
            "söyleyebilir söylerse söyleseydi söylese söylemiş dermiş mi mı mu mü dediğini dediği söylediğini",
            "söylediği dediğine söylediğine diyeceği konuşacak isted* isteyen bekleniyor",
        ),
        false=_word(
            "sahte* uydurma* montaj* kurgu* asılsız* yalan* deepfake* çarpıt* yanlış* düzmece* manipüle* sahtesi"
        ),
        that=_word("ki"),
        beside=_word("ve ama ancak fakat"),
        harmless=_phrase(r"yalnızca", r"sadece", r"hiç kuşkusuz", r"hiç şüphesiz"),
        alleged=_phrase(),
        doubtful=_phrase(r"(?:iddianame|söylenti|iddia|savcılı[kğ])\w* göre"),
    ),
}
# Small words of any language that make a phrase a clause: "Brandt did not come".
NEGATORS = frozenset(
    ["not", "never", "nicht", "nie", "inte", "aldrig", "nie", "nigdy", "не", "ніколи", "n", "no", "nunca"]
)
