"""The small tables of words, by language or many languages in one, by which it is seen that somebody speaks."""

import re

from articles.text.languages.speech_verbs import SPEECH_VERBS as VERBS
from articles.text.quotes.words.naming_verbs import NAMING
from articles.text.quotes.words.tables import words_in

_ONLY_AMONG_THEIR_OWN = {"sa": "sv", "note": "fr", "cuenta": "es", "gab": "de", "sagen": "de", "رد": "ar"}

# Words of saying beside another verb, whose subject speaks: "left the room, adding: “…”".
PARTICIPLES = words_in(
    "متسائلا متسائلة لافتا لافتة مشيرا مشيرة موضحا موضحة مشددا مشددة محذرا محذرة مبينا مبينة منوها متابعا "
    "متابعة معلقا معلقة",
    "مازحا مازحة ساخرا ساخرة مستدركا مستدركة مستطردا مستطردة مردفا مردفة كاتبا كاتبة هاتفا هاتفة صارخا "
    "صارخة متوعدا مهددا",
    "منبها منبهة داعيا داعية مطالبا مطالبة مذكرا معلنا معلنة مستغربا مستغربة مستنكرا مستنكرة منددا منددة متعهدا متعهدة",
    "באומרו באומרה בהוסיפו",
    "saying adding telling writing asking warning insisting noting arguing explaining declaring stating",
    "stressing calling describing branding labelling denouncing hailing dismissing joking shouting",
    "quoting referring speaking talking reading proclaiming muttering whispering complaining conceding admitting",
    "claiming maintaining suggesting predicting promising vowing pledging urging boasting recalling remembering",
    "commenting observing remarking replying responding answering confessing acknowledging concluding cautioning",
    "lamenting blaming praising thanking comparing likening criticising criticizing urging tweeting posting",
    "screaming yelling pleading begging quipping announcing confirming emphasising emphasizing reiterating repeating",
    "revealing recounting musing wondering fearing hoping believing thinking crying disant ajoutant "
    "expliquant assurant affirmant précisant "
    "soulignant déclarant estimant",
    "qualifiant dénonçant diciendo añadiendo explicando asegurando afirmando señalando calificando",
    "додавши додаючи сказавши кажучи зазначивши заявивши наголосивши назвавши mówiąc dodając podkreślając",
    "nazywając بقوله بقولها بالقول قائلا قائلة مضيفا مضيفة مؤكدا مؤكدة واصفا واصفة معتبرا معتبرة",
)
# They tell of words as spoken only when nothing but the speaker stands beside them: “We never did,” Halloran denied.
RETORTS = words_in(
    "denied refused disagreed démenti nié refusé bestritt dementierte wehrte negó заперечив заперечила",
    "відмовив відмовилася відмовилась zaprzeczył zaprzeczyła förnekade nekade نفى نفت רد",
)
# Words of speaking in forms that tell of nobody speaking; where they are taken back, so is what they lead to.
MENTIONS = re.compile(
    r"\b(?:say|saying|said|tell|telling|told|order(?:ed|ing)?|instruct(?:ed|ing)?|ordonn\w+|befohlen|befahl|"
    r"befehlen|angewiesen|mandó|mandar|ordenó|ordenado|beordra\w*|велі\w+|يأمر|أمر|ציווה|ציוותה|call|calling|"
    r"use[ds]?|using|utter\w*|spoke|speak\w*|talk\w*|"
    r"mention\w*|shout\w*|"
    r"dire|dit|parl\w+|prononc\w+|qualifi\w+|appel\w+|employ\w+|trait\w+|crié|confi\w+|affirmer|répond\w+|"
    r"sagen|gesagt|sprach|sprech\w+|gesprochen|nennen|genannt|bezeichne\w+|behaupte\w+|zugerufen|verwende\w+|"
    r"geäußert|"
    r"decir\w*|dicho|diga|dijera|habl\w+|mencion\w+|pronunci\w+|llamar\w*|llamado|calific\w+|us[oó]|utiliz\w+|"
    r"pidiera|"
    r"säga|sagt|tala\w*|nämn\w+|kalla\w*|uttal\w+|bett|använd\w+|"
    r"powiedz\w+|mówi\w*|wypowie\w+|nazw\w+|nazywa\w*|kazał\w*|użył\w*|"
    r"сказа\w+|каза\w+|говор\w+|вимов\w+|назва\w+|назив\w+|вжив\w*|наказ\w+|кажучи|називати|"
    r"يقول|تقول|قال|قالت|تحدث|تتحدث|يتحدث|وصف|وصفه|وصفها|طلب|طلبت|كلمة|كلمات|عبارة|"
    r"לומר|אמר|אמרה|אומר|דיבר|דיברה|לכנות|כינה|כינתה|הורה|הורתה|לקרוא|מלכנות|מלומר)(?!\w)",
    re.IGNORECASE,
)
# What somebody is about to say, wants to or has to say.
INFINITIVES = words_in(
    "dire déclarer affirmer répondre annoncer sagen erklären verkünden antworten decir declarar afirmar",
    "responder anunciar säga förklara svara meddela powiedzieć oświadczyć ogłosić odpowiedzieć сказати",
    "заявити оголосити відповісти לומר להגיד",
)
NON_FINITE = words_in(
    "saying telling having said told gesagt haben habe behauptet dit déclaré tenu avoir dicho haber decir",
    "dire sagen казала сказала казав сказав говорив говорила powiedział powiedziała mówił mówiła sagt",
    "sade ha säga قال قالت יאמר",
)

PARTICIPLES |= {form for form in VERBS["fr"] if form.endswith("ant")} | {
    form for form in VERBS["es"] if form.endswith(("ando", "iendo"))
}
SPEECH_VERBS = frozenset().union(*VERBS.values()) | PARTICIPLES
NAMING_VERBS = frozenset().union(*NAMING.values())
# Languages that `tongue_of` tells; a verb form of another one of these is no verb there: Swedish "bad" in English.
_TOLD_APART = frozenset(("en", "fr", "de", "es", "sv", "pl", "tr", "uk", "ar", "he"))
_LANGUAGES: dict[str, list[str]] = {}
for _language, _forms in [*VERBS.items(), *NAMING.items()]:
    for _form in _forms:
        _LANGUAGES.setdefault(_form, []).append(_language)


def language_of(verb: str, guess: str) -> str:
    """The language that a verb belongs to; `guess` where it is one of several, or none is known."""
    languages = _LANGUAGES.get(verb, [guess])
    return guess if guess in languages else languages[0]


def languages_of(verb: str, guess: str) -> list[str]:
    """All languages that a verb belongs to; `guess` where none is known."""
    return _LANGUAGES.get(verb, [guess])


def is_verb_of(verb: str, guess: str) -> bool:
    """Whether a verb of these tables is one in a text of this language, where it is another word elsewhere."""
    known = _LANGUAGES.get(verb, [guess])
    is_elsewhere = guess in _TOLD_APART and guess not in known and _TOLD_APART.issuperset(known)
    return not is_elsewhere and guess == _ONLY_AMONG_THEIR_OWN.get(verb, guess)


# They leave "he" and "she" out where the verb tells.
WITHOUT_PRONOUNS = ("es", "pl", "uk", "ar", "he")

# Phrases that the source itself follows: "according to the mayor".
SOURCE_PHRASES = re.compile(
    r"\b(?:according to|in the (?:words|view|opinion|eyes) of|as per|selon(?! la?quel)|d[’']après|aux? dires? d[eu]|"
    r"à en croire|de l[’']aveu d[eu]|(?:nach|laut) (?:(?:der )?(?:Meinung|Überzeugung|Einschätzung|"
    r"Auffassung|Darstellung|"
    r"Erinnerung|Lesart)) (?:von|des|der)|(?:in den Augen|aus Sicht|aus der Sicht) (?:von|des|der)|"
    r"(?:en|a) (?:opinión|ojos|decir|la opinión) del?|i (?:ögonen|munnen) på|"
    r"pour reprendre (?:les mots|l[’']expression|la formule) d[e’']|(?:peut-on|pouvait-on) lire dans|"
    r"lit-on dans|"
    r"(?:aux yeux|de l[’']avis) d[eu]|laut|in den Worten (?:von|des|der)|"
    r"nach (?:den )?(?:Angaben|Worten|Ansicht|Aussage) (?:von|des|der)|hei(?:ß|ss)t es in|hieß es in|steht in|"
    r"за словами|на думку|зі слів|по словам|за даними|як (?:пише|передає|повідомляє)|"
    r"(?:ідеться|йдеться|сказано|зазначено|повідомили|заявили|написано) [ву]|"
    r"según|en palabras del?|a juicio del?|segundo|secondo|(?:se lee|puede leerse) en|"
    r"według|zdaniem|jak (?:podaje|mówi|twierdzi|podkreśla|relacjonuje|tłumaczy|przyznaje|napisał\w*|powiedział\w*)|"
    r"(?:napisano|czytamy) w|volgens|enligt|"
    r"(?:לדברי|לדעת|להערכת|לשיטת|בעיני|כהגדרת|לדבריה של|לדבריו של|על פי|לפי|כדברי|כלשון|בלשונו של|במילותיו "
    r"של|במילותיה של)|"
    r"و?(?:(?:بحسب|وفق|حسب|هذا|وهو) ما (?:قال|ذكر|أكد|أوضح|صرح به|أعلن|أفاد به|كتب|روى|نقل)(?:ته?|ه)?(?!\w)|"
    r"بحسب|حسب|وفقا ل|وفق|تبعا ل|استنادا إلى|من وجهة نظر|في رأي|برأي|في نظر|على رأي|نقلا عن|جاء في|على حد "
    r"قول|على حد تعبير|على لسان|كما ورد في))(?:\s+|(?<=[’'])|"
    r"(?<=وفقا ل)|(?<=تبعا ل))",
    re.IGNORECASE,
)

AUXILIARIES = words_in(
    "has have had also later then again once repeatedly simply recently previously still both further",
    "quietly angrily publicly a ont avait avaient aussi hat haben hatte hatten auch dann ha han había",
    "också habe також потім же було did was не ensuite puis ebenfalls zudem weiter tak też również además",
    "también har hade se fer herself himself itself themselves sich lui selbst قد لقد כבר גם קד",
)
PASSIVES = words_in(
    "is are was were be been being so est sont sera wird wurde ist es fue są jest był była było är",
)

CONJUNCTIONS = words_in(
    "and but or as while when that since und et та і й а але и но y e oder aber mais ou pero och wie ale",
    "lecz oraz jak jako як comme como som så",
)

# What opens an adverbial, as in "In a statement, the mayor said".
ADVERBIAL_OPENERS = words_in(
    "al",
    "in on at after before during asked speaking earlier later meanwhile however still for from with by",
    "when while as since following despite although though if once under over to about until yesterday",
    "today tomorrow now then separately instead finally but and addressing writing responding citing",
    "adding according dans en à au aux après avant lors pendant hier aujourd’hui interrogé interrogée",
    "pour depuis sur am im bei nach vor während gestern heute auf zu zum zur mit seit у в на після перед",
    "під час вчора сьогодні про за з до во после вчера сегодня durante tras antes después ayer hoy para",
    "desde con por في بعد قبل خلال أثناء على من إلى عن مع اليوم أمس på enligt vid i inför efter innan w",
    "we z na podczas po przed o od do dla ante según selon devant später senare danach anschließend zuvor",
    "sedan därefter därpå luego entonces más później potem wcześniej згодом пізніше потім тоді plus alors",
    "על אל עם את אחרי לפני כמו בין ליד מול בעקבות במהלך هكذا بهذا بهذه לפיכך",
    "לאחר מאוחר אחר لاحقا über gegenüber ohne wegen trotz unter zwischen neben om utan mellan över",
    "حسبما كما وفقما مثلما gefragt darauf dort dabei preguntado preguntada zapytany zapytana запитаний tillfrågad oggi",
    "así ainsi",
)
# What ends the naming of somebody who is named after the verb: "said Tavi Brandt on Monday".
TAIL_WORDS = words_in(
    "när wenn коли gdy quand cuando och und et y oraz та й і aber men mais pero ale але on during after before when "
    "while as following",
    "adding and but at to last late early yesterday today because lundi mardi mercredi jeudi vendredi",
    "samedi dimanche hier lors devant après dans sur auprès am im bei nach vor auf während gegenüber",
    "gestern heute dem zu у в на під після перед вчора сьогодні до про журналістам во после durante tras",
    "ante ayer hoy en إن أن إنه إنها في خلال للصحفيين لوكالة لرويترز لصحيفة لقناة لنا بعد أمام أنه أنها",
    "بأن monday tuesday wednesday thursday friday saturday sunday",
)
# After a name these end it too; after "a spokesman" they may belong to what he is.
NAME_TAIL_WORDS = TAIL_WORDS | words_in(
    "in from by with through via over about outside inside near på i till vid inför under utanför efter",
    "för av na w we po podczas przed do dziennikarzom wczoraj dziś біля після під щодо журналістам devant",
    "chez vers al ante tras frente salı günü çıkışta على عبر عن مع إلى من ضمن حول بشأن فإن فقد مازحا الذي",
    "التي لدى لاحقا أولا قائلا قائلة يوم غداة عقب إثر وهو وهي أول منذ על עם את אל אתמול היום אמש בהודעה בראיון בתדרוך",
    "לעיתונאים לכתבים לרויטרס בפני במהלך לאחר אחרי לפני כי בעקבות במסיבת בשיחה בכנסת ביום בערב בבוקר",
    "בישיבת בדיון לאתר לעיתון לערוץ לעמיתו לו לה ברשת ביציאה למועצה בסיום",
)
# "in a statement": however the speaker is named, this is no part of it.
MANNER = re.compile(
    r"\s+(?:in (?:an?|his|her|their|its|written|remarks|comments|\d{4})\b|in einem\b|in einer\b|en un\b|dans une?\b)",
    re.IGNORECASE,
)

# A full stop after these ends no sentence; after a lone letter and a day of the month neither.
ABBREVIATIONS = words_in(
    "mr mrs ms dr prof gen lt col maj capt sgt cpl adm cmdr brig sen rep gov rev hon st jr sr inc ltd",
    "mec adw inż red ks kpt płk por mjr sierż asp abp bp kard hab проф акад канд insp arch lic gral cnel dyr ord kap",
    "corp co vs jan feb aug sept oct nov dec fr hr str bzw ca nr mme mlle ст р ім м вул див",
)

# Nouns that a title or a name in quotation marks follows: "the film “Night Boat”", "so-called “gold card”".
NAME_CUES = re.compile(
    r"(?:\b(?:so[- ]called|så kallade?t?|s\. ?k\.|tak zwan\w+|המכונה|המכונים|המכונות|הסרט|הספר|ספרה|ספרו|known as|"
    r"titled|entitled|nicknamed|named|dubbed|films?|movies?|books?|novels?|songs?|"
    r"albums?|series|shows?|plays?|documentary|magazine|newspaper|programme|poems?|operations?|ships?|paintings?|"
    r"operas?|musicals?|exhibitions?|comed(?:y|ies)|oper|stück|ausstellung|komödie|opéra|pièce|exposition|comédie|"
    r"ópera|obra|exposición|comedia|oper[aęy]|sztuk[aię]|wystaw[aęy]|powieś[ćc]\w*|spektakl\w*|komedi\w+|"
    r"pjäsen?|operan?|utställningen|romanen|filmen|oyunu?|operası|sergisi|romanı|filmi|"
    r"опер[аиуі]|вистав[аиуі]|п[’']єс[аиуі]|виставк[аиуі]|пісн\w+|комеді\w+|повіст\w+|альбом\w*|"
    r"soi-disant|dite?s?|intitulée?s?|livre|roman|chanson|journal|navire|"
    r"sogenannten?|sogenannte[rs]|Filme?|Buch|Roman|Zeitung|Serie|Lied|"
    r"так зван\w+|фільм\w*|книг\w*|роман\w*|газет\w*|серіал\w*|компані\w*|агент\w+|канал\w*|партії|партія|операці\w*|"
    r"llamad[oa]s?|película|libro|novela|canción|diario|titulad[oa]|"
    r"و?(?:فيلم|كتاب|رواية|صحيفة|قناة|حزب|حركة|ما يسمى|المسماة|عملية|وكالة|شركة))"
    r"|\b(?:is|are|was|were|so|been)[ -]called)[\s,:]*$",
    re.IGNORECASE,
)

# Verbs of people who own up to what they said: "admitted telling them".
ADMITTED = re.compile(
    r"(?:\b(?:admit(?:s|ted)|acknowledge[sd]|confirm(?:s|ed)|concede[sd]|confess(?:es|ed)|recall(?:s|ed)|"
    r"remember(?:s|ed)|"
    r"regret(?:s|ted))(?: to)?(?: having| (?:that )?(?:he|she) (?:had|has|did|once|had once))?|"
    r"(?:reconnu|reconnaît|admis|admet|avoué|avoue|confirmé|confirme|assumé|assume|concédé|concède|regretté|regrette)"
    r"(?: avoir| qu[’'](?:il|elle) (?:avait|a))?|"
    r"(?:admitió|admite|reconoció|reconoce|confesó|confiesa|confirmó|confirma|ha admitido|ha reconocido)(?: haber|"
    r" que "
    r"(?:él |ella )?(?:había|ha))?|"
    r"(?:medger|medgav|erkänner|erkände|bekräftar|bekräftade|bekänner)(?: att (?:hon|han))?(?: (?:har|hade))?|"
    r"(?:przyznał|przyznała|przyznaje|potwierdził|potwierdziła|wyznał|wyznała)(?: się)?, że|"
    r"(?:визна|підтверди|зізна)(?:в|ла|є|вся|лася|ється), що(?: він| вона)?|"
    r"(?:הודה|הודתה|אישר|אישרה)(?: כי)?|(?:[إأ]قر|اعترف)ت?(?P<who> .+?) ب[أإ]نه?ا?)\s*$",
    re.IGNORECASE,
)
# Adverbs of time that may stand before a subject: "Later Fink wrote".
TIMES = words_in(
    "later earlier then afterwards today yesterday później wtedy dziś wczoraj potem згодом пізніше потім",
    "тоді сьогодні вчора luego después entonces hoy ayer ensuite puis hier aujourd’hui",
)
# Stems of verbs of asking, which "if" may follow; of saying too, where it is refused: "would not say if".
ASKS = (
    *(
        "ask",
        "inquir",
        "wonder",
        "query",
        "say",
        "fråg",
        "undr",
        "säga",
        "frag",
        "erkundig",
        "sagen",
        "demand",
        "interrog",
    ),
    *("dire", "pregunt", "inquir", "decir", "pyt", "zapyt", "powiedzieć", "запит", "спит", "пита", "сказати"),
    *("سأل", "سئل", "تساءل", "يسأل", "تسأل", "שאל", "תהה", "תהת", "לומר"),
)
# Verbs of answering, and what a question before them opens with.
ANSWERS = words_in(
    "answered replied responded répond retorted rétorqué rétorque réplique répliqué responde contesta",
    "replicó antwortet",
    "entgegnete erwiderte svarar replied said répondu respondió contestó antwortete svarade odpowiedział odpowiedziała",
    "відповів відповіла قال قالت رد ردت أجاب أجابت השיב השיבה ענה ענתה",
)
QUESTION_OPENERS = re.compile(
    r"\s*(?:asked|auf die Frage|gefragt|à la question|interrogé|a la pregunta|preguntad[oa]|på frågan|na pytanie|"
    r"zapytan[ya]|"
    r"на (?:за)?питання|و?ردا على سؤال|לשאלה|לשאלת)\b",
    re.IGNORECASE,
)
# They stand for anybody: what they say is hearsay.
ANYBODY = words_in(
    "wer quien qui vem who whoever кто хто kto man on folk people люди ludzie الناس leute gente some",
    "many rumours rumors",
)

# What somebody got, read or saw: a letter, a sign or a call, whose words are not theirs.
RECEIVES = re.compile(
    r"\b(?:receiv\w+|got|gets|found|finds|read|reads|saw|sees|heard|hears|opened|opens|faced|faces|noticed|discovered|"
    r"spotted|(?:was|were|is|been|being) \w+ed(?: with)?|(?:was|were|is) (?:told|met|given|sent|shown)|"
    r"reçu\w*|reçoit|lu|lit|entendu|entend|vu|voit|trouv\w+|découv\w+|ouvert|ouvre|tomb\w+ sur|"
    r"bekam|bekommt|erhielt|erhält|las|liest|sah|sieht|hörte|hört|öffnete|entdeckte|stieß|"
    r"recibió|recibe|leyó|lee|vio|oyó|escuchó|encontró|abrió|descubrió|fue (?:recibid|despedid|increpad)\w+|"
    r"fick|får|läste|läser|såg|hörde|hör|hittade|öppnade|möttes|upptäckte|"
    r"dostał\w*|otrzymał\w*|przeczytał\w*|czyta|zobaczył\w*|usłyszał\w*|znalazł\w*|otworzył\w*|zauważył\w* napis|"
    r"отримав|отримала|прочитав|прочитала|читає|побачив|побачила|почув|почула|знайшов|знайшла|відкрив|відкрила|"
    r"aldı|okudu|gördü|duydu|buldu|açtı|"
    r"و?(?:تلقى|تلقت|قرأ|قرأت|رأى|رأت|سمع|سمعت|وجد|وجدت|فتح|فتحت|وصل\w*)|"
    r"קיבל|קיבלה|ראה|ראתה|שמע|שמעה|מצא|מצאה|פתח|פתחה)\b",
    re.IGNORECASE,
)

# What somebody managed, dared or had to say, and so did: "could only say", "n’a pu dire que".
IMPLICATIVE = re.compile(
    r"\b(?:(?:could|can) only (?:say|whisper|repeat|add)|(?:managed|dared|was able|had|was forced|"
    r"was quick) to (?:say|admit|concede|add)|"
    r"n[’']a(?:vait)? (?:pu|su) dire que|a (?:fini|commencé) par (?:dire|lâcher)|(?:a tenu|tient) à (?:le )?(?:dire|"
    r"préciser|rappeler)|"
    r"a dû (?:admettre|reconnaître)|no pudo (?:decir )?más que|no pudo decir más que|solo (?:acertó|alcanzó|"
    r"atinó) a decir|acertó a decir|"
    r"se limitó a (?:decir|señalar|responder)|no dudó en (?:decir|calificar\w*)|tuvo que (?:admitir|reconocer)|"
    r"kunde bara (?:säga|få fram)|"
    r"fick bara fram|lyckades (?:bara )?säga|nöjde sig med att säga|hann bara säga|zdołał\w* (?:tylko )?powiedzieć|"
    r"zdążył\w* (?:tylko )?"
    r"powiedzieć|ograniczył\w* się do (?:słów|stwierdzenia)|musiał\w* przyznać|зумі(?:в|ла) (?:лише |"
    r"тільки )?сказати|встиг(?:ла)? (?:лише |"
    r"тільки )?сказати|зм(?:іг|огла) (?:лише|тільки) сказати|обмежи(?:вся|лася) (?:словами|фразою)|муси(?:в|"
    r"ла) визнати|"
    r"(?:הספיק|הספיקה|הצליח|הצליחה|הסתפק|הסתפקה) (?:רק )?(?:לומר|באמירה))(?: (?:only|just|ceci|cela|esto|tylko|tyle|"
    r"лише|тільки|"
    r"רק|that|detta))*\s*[:,]?\s*$",
    re.IGNORECASE,
)
_PLURALS = {
    "uk": re.compile(r".*(?:ли|лися|[аяую]ть(?:ся)?)"),
    "pl": re.compile(r".*(?:li|ły|ją|[^j]ą)"),
    "es": re.compile(r".*(?:ron|[aeí]n)"),
    "fr": re.compile(r".*(?:[^i]ent|ont)"),
    "de": re.compile(r"(?!ge).*(?:ten|eben|agen|achen|iefen|nnen)"),
    "he": re.compile(r".*(?:ו|ים|ות)"),
    "ar": re.compile(r".*(?:وا|ون)"),
}


def is_plural(verb: str, language: str) -> bool:
    """Whether a verb tells of several people."""
    plural = _PLURALS.get(language)
    return plural is not None and plural.fullmatch(verb) is not None
