"""Shapes of a sentence in which words in marks are nobody's, whatever its verbs are, or another's than the "
"teller's."""

import re

from articles.text.quotes.source import NEAR

# "Instead of writing “all good”, nurse Pam Roe rang": what was not said is told of with no negation.
_INSTEAD = re.compile(
    r"(?:\b(?:instead of|rather than|far from|au lieu d[e’']|loin d[e’']|an?statt|statt|en vez de|en lugar de|"
    r"lejos de|"
    r"zamiast|замість|i stället för|במקום)|(?:بدلا من|عوضا عن))[^,،:;]*$",
    re.IGNORECASE,
)
# A condition or a wish that a sentence opens with: "Let Judge Kern say “guilty”", „Sagt Richter Kern …“, brennt …
_LET = re.compile(
    r"\W*+(?:let|que|niech|хай|нехай|хай-но|שרק|sagt|säger|had|should|hade|skulle|hätte|sollte|würde|إن (?:قال|كتب|"
    r"صرح)ت?)\s[^:]*$",
    re.IGNORECASE,
)
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
    r"(?:\b(?:her|him|them|ihn|ihr|sie|henne|honom|dem|ją|go|її|його|le|lui)\b|\bl[’']|\b(?:בפניה|ממנו|ממנה|אותה|"
    r"אותו)|"
    r"\w(?:ها|ه)\b)(?:\s?[^\s,:]+){0,2}\s*:\s*$",
    re.IGNORECASE,
)
# What somebody is said to have said, in German's mood for it: „Im Dorf heißt es, der Pfarrer habe gedonnert: …“
_GERMAN_HEARSAY = re.compile(r"\b(?:habe|hätten?|soll(?:en)?)\b[^.:]*\s\w*ge\w+(?:t|en)(?: haben)?\s*:\s*$")
# What somebody does or does not bring himself to say: „hielt sich zurück, ihn „…“ zu nennen“.
_TO_SAY = re.compile(r"\s*zu (?:nennen|sagen|bezeichnen|rufen|schreiben|schimpfen|erklären|behaupten)\b")
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
    r"\s*+(?:[,،]\s*+)?(?:(?:\w+\s)?(?:wrongly|widely|often)\s)?(?:attributed|ascribed|credited|"
    r"atribuid[ao]|attribuée?|"
    r"przypisywan\w+|tillskriven|приписуван\w+|المنسوبة?|המיוחסת?)\b",
    re.IGNORECASE,
)
_TOLD_IN_TURKISH = re.compile(r"\s*diye \w+[dt][ıiuü]ğ\w+(?! (?:kabul|itiraf|doğrula))")
# Who was told something: "said she was told by the landlord: “…”", "Halloran was informed: “…”".
_WAS_TOLD = re.compile(
    r"(?:\b(?:was|were|been|being) (?:\w+ly )?(?:promised|told|informed|warned|asked|advised|assured|ordered|"
    r"instructed|"
    r"reminded|"
    r"called|branded|greeted|shouted at)|\b(?:s[’']est (?:entendu dire|vu répondre)|on (?:lui|leur) a (?:dit|répondu)|"
    r"(?:wurde|wurden) (?:ihr|ihm|ihnen)|bekam (?:sie|er )?\w* ?zu hören|wurde [^,:]*(?:gesagt|mitgeteilt|"
    r"zugerufen)|"
    r"(?:le|les) (?:dijeron|respondieron|gritaron|contestaron)|fick (?:hon |han )?(?:höra|svaret|beskedet)|"
    r"usłyszał[ai]?|powiedziano (?:jej|mu|im)|(?:їй|йому|їм) (?:сказали|відповіли|повідомили))|"
    r"قيل (?:له|لها|لهم)|נאמר (?:לה|לו|להם))\b[^:]*:\s*$",
    re.IGNORECASE,
)
# A quotation of which the next sentence says that it is made up: "It was a fake.", "She never said it."
_THINGS = (
    r"clips?|videos?|quot(?:e|ation)s?|posts?|letters?|recordings?|images?|words?|statements?|e-?mails?|screenshots?|"
    r"audio|"
    r"lines?|remarks?|speech|tweets?|citation|vidéo|phrase|lettre|enregistrement|extrait|message|image|texte|capture|"
    r"Video|Zitat|Satz|Brief|Aufnahme|Bild|Beitrag|Mitschnitt|Clip|Tonspur|vídeo|cita|frase|carta|grabación|imagen|"
    r"mensaje|"
    r"audio|montaje|videon|citatet|klippet|inlägget|brevet|bilden|inspelningen|filmen|cytat|nagranie|film|filmik|"
    r"list|wpis|"
    r"zdjęcie|цитат[аиу]|відео|запис|лист|допис|ролик|фраз[аиу]|світлина|alıntı\w*|görüntü\w*|mektup|paylaşım|kayıt|"
    r"söz\w*|"
    r"المقطع|الفيديو|الاقتباس|الرسالة|التسجيل|العبارة|المنشور|الصورة|הסרטון|הציטוט|המכתב|ההקלטה|הפוסט|התמונה|הקלטה|"
    r"סרטון"
)
_OF_THAT = re.compile(
    rf"\s*(?:But |Mais |Aber |Doch |Pero |Men |Ale |Але |Проте |Ama |و|אבל )?(?:(?:it|this|that|these|those|both|"
    rf"all of it|"
    rf"c[’']est|c[’']était|il s[’']agit|elle est|il est|es|das|dies\w*|er|sie|beide|se trata|era|est[eao]s?|det|den|"
    rf"detta|to|"
    rf"był[ao]? to|jest to|це|то|вона|він|воно|bu|bunlar|هذا|هذه|إنه|إنها|هو|هي|זה|זו|זהו|מדובר|היא|הוא)\b|"
    rf"(?:the |la |le |l[’']|cette |ce |die |der |das |el |esa |ese |esta |este |ten |ta |то |ця |цей |"
    rf"o )?(?:{_THINGS})\b)",
    re.IGNORECASE,
)
_MADE_UP = re.compile(
    r"\b(?:fake\w*|fabricat\w+|forge(?:d|ry)|doctored|hoax|deepfake\w*|invented|made[- ]up|AI-generated|satir\w+|"
    r"parod\w+|"
    r"(?:un|une) faux|faux|fausse|truqu\w+|trafiqu\w+|montage|canular|fälschung|gefälscht\w*|erfunden\w*|"
    r"manipuliert\w*|fals[oa]|bulo|montaje|inventad[oa]|inventó|manipulad[oa]|satíric[oa]|förfalsk\w+|falsk\w*|"
    r"påhitt\w*|"
    r"hittades på|fejk\w*|fałszyw\w+|sfałszowan\w+|wymyśli\w+|wymyślon\w+|zmyślon\w+|spreparowan\w+|satyryczn\w+|"
    r"фейк\w*|підробк\w+|підроблен\w+|вигада\w+|сфабрикован\w+|змонтован\w+|сатиричн\w+|sahte\w*|uydur\w+|montaj\w*|"
    r"kurgu\w*|مفبرك\w*|مزيف\w*|مزور\w*|ملفق\w*|اختراع|مختلق\w*|ساخر\w*|מזויפ?ף?ת?|מפוברק\w*|הומצא\w*|סאטיר\w*|פייק|"
    r"ערוך)\b",
    re.IGNORECASE,
)
_NEVER_SAID = re.compile(
    r"(?:\b(?:never|did not|didn[’']t|has not|had not) (?:actually )?(?:said?|spoken?|spoke|uttered|wr[io]te?t?e?n?) "
    r"(?:it|that|this|so|such a thing|any such thing|anything of the (?:kind|sort)|those words|these words)|"
    r"\bn[e’'] ?(?:l[’']a|a|les a) jamais (?:dit|écrit|prononcé\w*|tenu)(?: (?:cela|ça|ces mots))?|"
    r"\b(?:das|dies|so|so etwas) hat (?:sie|er) (?:so )?(?:nie|niemals|nicht) gesagt|(?:sie|er) hat (?:das|es|dies) "
    r"(?:so )?(?:nie|niemals|nicht) gesagt|\b(?:nunca|jamás) (?:lo |tal cosa )?(?:dijo|ha dicho|pronunció)(?: (?:eso|"
    r"tal cosa))?|"
    r"\bhar (?:hon |han )?aldrig sagt (?:det|så|detta)|sade aldrig (?:det|så)|\bnigdy (?:tego|czegoś takiego) nie "
    r"powiedział\w*|nie powiedział\w* tego|\b(?:цього|такого) (?:ніколи )?не (?:каза|сказа|говори)\w+|"
    r"ніколи (?:цього|такого) не "
    r"каза\w+|\b(?:bunu|böyle bir şey|böyle) (?:hiç |asla |hiçbir zaman )?(?:söylemedi|demedi)|لم (?:يقل|تقل) (?:ذلك|"
    r"هذا)|"
    r"(?:מעולם )?לא אמרה? (?:זאת|את זה|כך|דבר כזה))(?=\s*(?:[.,;:!—–]|$)| (?:أبدا|قط|never|jamais|at all))",
    re.IGNORECASE,
)
_IN_IT = re.compile(
    r"\s*(?:in it|in the (?:clip|video|recording|letter|post)|there|on it|darin|dort|dans (?:celui|celle)|on y|en él|"
    r"en ella|"
    r"en (?:el vídeo|la grabación)|i den|i det|i klippet|i videon|w nim|w niej|na nim|na niej|у ньому|в ньому|"
    r"на ньому|"
    r"у ній|там|orada|videoda|içinde|و?فيه|و?فيها|בו|בה|שם)\b",
    re.IGNORECASE,
)
# What anybody may say: "Any minister who says “…” will go", "Whoever writes “…”".
_WHOEVER = re.compile(
    r"(?:\b(?:whoever|anyone who|anybody who|any [\w ]{2,30}? (?:who|that)|everyone who|quiconque|celui qui|"
    r"celle qui|ceux qui|"
    r"tout\w* \w+ qui|jeder, der|jede, die|wer auch immer|cualquiera que|cualquier \w+ que|todo el que|den som|"
    r"var och en som|"
    r"ktokolwiek|każdy, kto|хто б|кожен, хто|будь-хто|kim ki)\b|^\W*(?:wer|quien|kto|хто|כל מי ש\w*|"
    r"מי ש\w*)\s)[^:]*$",
    re.IGNORECASE,
)
# What is only imagined: "You can almost hear the mayor: “…”".
_IMAGINED = re.compile(
    r"\b(?:imagin\w+|picture (?:him|her|them|[A-Z]\w+)|(?:you|one|i) (?:can|could) (?:almost |just )?(?:hear|see)|"
    r"croi(?:t|rait) "
    r"entendre|on entend d[’']ici|man (?:hört|sieht) (?:\w+ )?(?:förmlich|schon|geradezu)|stell\w* (?:dir|euch|sich|"
    r"man sich) "
    r"vor|uno (?:se )?imagina|parece oírse|man (?:kan|hör|ser) (?:nästan |framför sig)|föreställ\w*|wyobra\w+|"
    r"aż słychać|"
    r"уяв\w+|так і (?:чуєш|чути|бачиш)|adeta duy\w+|hayal ed\w+|تخيل\w*|يكاد (?:المرء )?يسمع|דמיינו|לדמיין|תארו לכם|"
    r"אפשר (?:ממש |כמעט )?לשמוע)\b",
    re.IGNORECASE,
)
# A word that somebody keeps away from.
_AVOIDED = re.compile(
    r"\b(?:avoid(?:s|ed|ing)?|shun(?:s|ned)?|(?:steer\w*|stay\w*) clear of|careful not to|(?:won[’']t|will not|"
    r"would not) hear of|"
    r"gard\w+ (?:bien )?d(?:e|[’'])|évit\w+|entendre parler d\w*|vermeid\w*|vermied\w*|mied\w*|meidet|nichts wissen|"
    r"evit\w+|se cuid\w+ de|huy\w+ de|undvek|undvik\w*|aktar sig|unika\w*|wystrzega\w*|уника\w*|уник\w*|остеріга\w*|"
    r"kaçın\w*|uzak dur\w*|تجنب\w*|يتجنب|تتجنب|تحاش\w*|נמנע\w*|נזהר\w*)\b[^:.]*$",
    re.IGNORECASE,
)
# A letter or a post that only bears somebody's name.
_IN_THEIR_NAME = re.compile(
    r"(?:letters?|e-?mails?|messages?|posts?|accounts?|lettres?|courriels?|compte|briefe?|schreiben|mails?|"
    r"nachricht\w*|konto|"
    r"konten|cartas?|correos?|mensajes?|cuenta|brev\w*|mejl\w*|meddeland\w*|list[yu]?|wiadomoś\w*|лист\w*|"
    r"повідомлення|"
    r"e-posta\w*|mektup\w*|mesaj\w*|hesap\w*|رسائل|رسالة|بريد|حساب|מכתב\w*|מייל\w*|הודע\w*|חשבון)[^.:]{0,60}?"
    r"(?:in (?:the |\w+[’']s )?name|signed with|bearing|purport|au nom|signée?s? du nom|im namen|unter dem namen|"
    r"en nombre|a nombre|"
    r"i \w+ namn|undertecknad\w* med|w imieniu|podpisan\w+|від імені|підписан\w+|adına|adıyla|باسم|בשמ\w*|בחתימת)",
    re.IGNORECASE,
)
# Whether somebody really said it.
_REALLY = re.compile(
    r"\b(?:whether|if|si|ob|om|czy|чи|هل|إذا|אם)\b[^:“\"„«]*\b(?:really|actually|bien|vraiment|wirklich|tatsächlich|"
    r"realmente|de "
    r"verdad|verkligen|faktiskt|naprawdę|rzeczywiście|справді|дійсно|gerçekten|فعلا|حقا|באמת)\b",
    re.IGNORECASE,
)
# Accusers' words: "accuse X d’avoir lancé", "wirft ihm vor, … zu haben".
_ACCUSED = re.compile(
    r"(?:\b(?:accus\w+|reproch\w+|soupçonn\w+|beschuldig\w+|bezichtig\w+|(?:wirft|warf|werfen|warfen)\b[^.:]*\bvor|"
    r"vorgeworfen|acus\w+|"
    r"reproch\w+|imput\w+|anklag\w+|beskyll\w+|oskarż\w+|zarzuc\w+|звинува\w+|підозрю\w+|suçl\w+)|اتهم\w*|يتهم\w*|"
    r"تتهم\w*|האשי\w+|מאשי\w+)"
    r"\b(?:(?! (?:and|und|et|y|och|i|та|і|й|ve) )[^:.;])*(?:\b(?:of|d[e’']|avoir|zu|haber|att ha|że|za|у тому|що|"
    r"to)\b|أنه|بأن|ש)[^.;]*$",
    re.IGNORECASE,
)
# What somebody is accused of in the accuser's words, right before them: "accused the minister of “living on Mars”".
_ACCUSED_OF = re.compile(
    r"\b(?:accus(?:e[ds]?|ing|é\w*|ent|ait)|acus(?:[aó]|aron|an|ad\w+|ando)|anklaga\w*|beskyll\w*|oskarż\w+|"
    r"звинува\w+|reproch\w+|kritiser\w+)\b"
    r"(?:(?! (?:and|et|y|och|i|та|і|й) )[^.;:“”„«»\"]){0,80}?\b(?:of|d[e’']|de|för(?: att)?|o|[ву])\s?$",
    re.IGNORECASE,
)
_REPROACHED = re.compile(r"\b(?:wirft|warf|werfen|warfen)\b[^.;:“”„«»]*$")
# A forged message and how it begins.
_FORGED = re.compile(
    rf"\b(?:gefälscht\w*|fake\w*|forged|falsch\w*|fałszyw\w*|фальшив\w*|підроблен\w*|fejk\w*|falsk\w*|fals[oa]s?|"
    rf"faux|fausse|sahte|"
    rf"مزيف\w*|מזויפ?ף?ת?)\s+(?:\w+\s+)?(?:{_THINGS}|mail\w*|лист\w*|list\w*)\b[^.:]*\b(?:wort\w*|words?|słów|"
    rf"słowami|словами|слів|mots|"
    rf"palabras|ord\w*|beginn\w*|begin\w*|zaczyna\w*|почина\w*|commenç\w*|empie\w*|börja\w*|başla\w*)\b[^.]*$",
    re.IGNORECASE,
)
# A paper that takes back what it ascribed to somebody, and what nobody will hear.
_TAKEN_BACK_IN_PRINT = re.compile(
    r"\b(?:disculp\w+|rectific\w+|corrig\w+|apolog\w+|correct\w+|ber om ursäkt|rätta\w*|entschuldig\w+|berichtig\w+|"
    r"przepras\w+|"
    r"prostuj\w+|перепрош\w+|вибач\w+|excus\w+|rectifi\w+)\b[^.]{0,80}\b(?:atribu\w+|ascrib\w+|attribu\w+|"
    r"tillskriv\w+|zugeschrieben|"
    r"przypis\w+|приписа\w+|boca|mouth|bouche|Mund|mun|munnen|usta|вуста)\b|\b(?:ніхто не почу\w+|(?:nobody|"
    r"no one) will (?:ever )?hear|"
    r"niemand wird [^.]*hören|nadie (?:oirá|escuchará)|personne n[’']entendra|nikt nie usłyszy|ingen (?:får|"
    r"kommer att) höra)\b",
    re.IGNORECASE,
)
# What is not known, and what a minister is who says something.
_NOT_KNOWN = re.compile(
    r"\b(?:not clear|unclear|unklar|nicht klar|pas clair|no está claro|oklart|nie (?:jest jasne|wiadomo)|неясно|"
    r"невідомо|незрозуміло)\b.*"
    r"\b(?:whether|if|ob|si|om|czy|чи)\b|من غير الواضح|ليس واضحا|לא ברור אם|(?:الذي|التي) [يت]قول\s*$|\sש(?:אומר|"
    r"אומרת)\s*$",
    re.IGNORECASE,
)
# "Until the mayor says so": nothing was said yet.
_UNTIL = re.compile(
    r"\b(?:until|unless|till|bis|sobald|ehe|tills|förrän|dopóki|zanim|póki|доки|поки|hasta que|jusqu[’']à ce qu\w*|"
    r"avant qu\w*|"
    r"tant qu\w*)\b[^.,:]*\b(?:says?|tells?|writes?|sagt|schreibt|säger|skriver|powie|mówi|скаже|каже|dice|"
    r"dit)\b[^:.]*$",
    re.IGNORECASE,
)
# People without a name who say that somebody said: писали, що …; dicen que …; „Ein Lehrling sagt aus, der Chef habe …“
_SOME_CLAIM = re.compile(
    r"(?:^|[.\s,])(?:an?|one|some|several|two|three|former|ex|une?|des|plusieurs|deux|d[’']ancien\w+|eine?|mehrere|"
    r"zwei|einige|un[ao]?s?|"
    r"varios|dos|varias|en|ett|flera|två|dwóch|dwoje|kilku|jeden|były|była|двоє|кілька|колишн\w+|один|одна|bir|iki|"
    r"birkaç)\s"
    r"[^:,“”„«»]{2,60}?\b(?:claim\w*|maintain\w*|contend\w*|assert\w*|alleg\w*|insist\w*|swear\w*|swore|testif\w+|"
    r"soutien\w+|préten\w+|"
    r"affirm\w+|assur\w+|sagt aus|sagte aus|sagten aus|behaupte\w*|versicher\w*|beteuer\w*|sostien\w+|asegur\w+|"
    r"afirm\w+|aleg\w+|hävda\w*|"
    r"påstå\w*|vittna\w*|twierdz\w+|utrzymuj\w+|zeznał\w*|твердять|твердить|стверджу\w+|запевня\w+|iddia ed\w+|"
    r"öne sür\w+)"
    r"(?:,?\s?\b(?:that|que|qu[’']|dass|att|że|що)\b|[^:]*\b(?:habe|hätte|sei)\b|,? ?(?:що|że))[^.]*$",
    re.IGNORECASE,
)
# A denial or a claim that reaches over asides to what it is of: نفى كريم، وهو وزير سابق، أن يكون قد طلب.
_UNCASED_DENIAL = re.compile(
    r"(?:^|[\s،.])و?(?:نفى|نفت|ينفي|تنفي|أنكر|أنكرت|ينكر|تنكر|رفض|رفضت)\s(?:(?!قال|قالت|مؤكدا|مؤكدة|مضيفا|"
    r"مضيفة|وأكد|واصفا|واصفة|معتبرا|"
    r"معتبرة|قائلا|قائلة|وأضاف|مشددا|مشددة|موضحا|موضحة)[^.:])*\s[بو]?أن(?:ه|ها|هم)?\s[^.:]*$|"
    r"\b(?:טוענ|טענ|טען|מתעקש)\w*,? (?:ש|כי )[^:]*?(?:אמר|אמרה|במילים|הורה|הורתה|צעק|כינ|קרא|איימ|איים|השתמש)[^:]*$|"
    r"(?:^|\s)(?:وقد|قد)\s[يت]قول\s[^:]{0,30}:?\s*$|\bلو\s[^:.]*\s(?:قال|قالت)\b[^:.]*$"
)
# What somebody denies having said: "відкинула, що називала їх", "weist von sich, dass sie … nannte".
_DENIED_THAT = re.compile(
    r"\b(?:den(?:y|ie[sd]|ying)|reject\w*|dismiss\w*|disput\w*|rebut\w*|refut\w*|contest\w*|repudiat\w*|disclaim\w*|"
    r"laugh\w* off|brush\w* (?:off|aside)|balk\w* at|"
    r"ni(?:e|ent|é|ait|ant)|réfut\w+|récus\w+|conteste\w*|contesté|dément\w*|démenti|rejet\w+|"
    r"bestr(?:eite[tn]?|itt(?:en)?|itten)|dementier\w*|leugne\w*|abstreite\w*|abgestritten|verwahr\w* sich|"
    r"(?:von sich|zurück)(?:weis\w+|gewiesen)?|"
    r"ni(?:ega|egan|ega|ego|egó|egan|egue)|neg(?:ó|aron|ado|ar|ando)|desm(?:iente\w*|intió|intieron|entid\w)|rechaz\w+|"
    r"refut\w+|descart\w+|förneka\w*|dementera\w*|bestrid\w*|bestred|tillbakavisa\w*|avvis\w+|slog ifrån sig|"
    r"zaprzecz\w+|zdementow\w+|dementuj\w+|odrzuc\w+|wypar\w+ się|wypiera\w* się|zanegow\w+|"
    r"запереч\w+|спростов\w+|спростув\w+|відкин\w+|відкида\w+|відхрещу\w+|опроверг\w*|отрица\w+|отверг\w*)\b"
    r"[^.,;:“”„«»\"]{0,40}(?:,?\s(?:that|que|dass|daß|att|że|iż|що|ніби|нібито|буцімто|что|jakoby|by|aby)\b|\squ[’'])"
    r"[^.,;:“”„«»\"]*:?\s*$",
    re.IGNORECASE,
)
# “…” is a sentence that somebody will have nothing of: „…“ – diesen Satz weist Halm von sich.
_WORDS_REJECTED = re.compile(
    r"\W*(?:th(?:is|ese|ose|at) (?:words?|sentences?|phrases?|quotes?)|"
    r"diese[rns]? (?:satz|worte?|sätze|äußerung|zitat)|"
    r"(?:cette|ces|cet) (?:phrase|mots|propos|citation)|es[ae]s? (?:frase|palabras|cita)|"
    r"(?:de|den) här (?:orden|meningen)|"
    r"(?:tych|te|to) (?:słów|słowa|zdanie)|(?:ці|цю|ці) (?:слова|фразу)|bu (?:söz\w*|cümle\w*)|هذه (?:العبارة|الكلمات)|"
    r"(?:המילים|המשפט) ה(?:אלה|זה))\b[^.]*(?:\b(?:den(?:y|ie[sd])|reject|disown|disput|repudiat|weist|wies|bestreit|"
    r"bestritt|dementier|leugne|ni(?:e|ent)\b|dément|réfut|récus|rejett?|conteste|niega|negó|desm|rechaz|"
    r"förnek|dementer|bestrid|zaprzecz|wypier|odrzuc|запереч|спросто|відкид|yalanla|reddet|inkâr)|نفى|نفت|ينفي|تنفي|أنكر|הכחיש|מכחיש)",
    re.IGNORECASE,
)
# A clause that is the subject of a sentence tells nothing: „Dass Halm … rief, ist frei erfunden“.
_THAT_OPENS = re.compile(
    r"^\W*(?:Dass|Daß|Que (?=l|[A-ZÀ-Þ])|Att|To, że|Те, що|То, что|The (?:idea|notion|claim|suggestion) that|"
    r"L[’']idée que|La idea de que|Den uppgiften att)\s[^.;:]*$"
)
MOST_WORDS = 40  # of a sentence that calls a quotation made up


_SHAPES = (
    *(_INSTEAD, _IN_COURT, _WOULD, _INVENTED, _MADE_TO_SAY, _WHOEVER, _IMAGINED, _AVOIDED, _IN_THEIR_NAME, _REALLY),
    *(_UNCASED_DENIAL, _DENIED_THAT, _THAT_OPENS),
    *(_ACCUSED, _SOME_CLAIM, _UNTIL, _FORGED, _NOT_KNOWN),
)


def is_barred(before: str, after: str) -> bool:
    """Whether the words that lead to a quotation, or go on from it, keep it from being anybody's."""
    before, after = before[-NEAR:], after[:NEAR]
    if _ACCUSED_OF.search(before) or _is_reproached(before, after):
        return False
    leads = any(shape.search(before) for shape in _SHAPES) or _LET.match(before)
    leads = leads or _TAKEN_BACK_IN_PRINT.search(f"{before} {after}")
    return bool(leads or any(shape.match(after) for shape in (_CALLED_SOMEBODYS, _WORDS_REJECTED)))


def is_told_by_another(before: str, after: str) -> bool:
    """Whether somebody tells that another one used the words."""
    before, after = before[-NEAR:], after[:NEAR]
    return bool(
        _ACCUSED_OF.search(before)
        or _is_reproached(before, after)
        or _TOLD_BY_ANOTHER.search(before)
        or _WAS_TOLD.search(before)
        or _TOLD_IN_TURKISH.match(after)
        or _GERMAN_HEARSAY.search(before)
        or _TO_SAY.match(after)
    )


def _is_reproached(before: str, after: str) -> bool:
    """Whether somebody is reproached with what stands in marks: Tamm wirft dem Land „Untätigkeit“ vor."""
    return after.lstrip().startswith("vor") and _REPROACHED.search(before) is not None


def is_disowned(sentence: str) -> bool:
    """Whether the sentence behind that of a quotation says that the words are made up, or were never said."""
    if len(sentence.split()) > MOST_WORDS:
        return False
    return bool(_NEVER_SAID.search(sentence) or (_OF_THAT.match(sentence) and _MADE_UP.search(sentence)))


def is_from_a_fake(sentence: str, before: str) -> bool:
    """Whether a sentence calls something made up, and the next one begins with what is in it: "In it, Roe says"."""
    return bool(_IN_IT.match(before) and _MADE_UP.search(sentence))
