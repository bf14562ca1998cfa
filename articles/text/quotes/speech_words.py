"""The small tables of words, by language or many languages in one, by which it is seen that somebody speaks."""

import re

from articles.text.quotes.name_words import words_in

# Verbs of speech in the forms that tell of somebody speaking.
VERBS = {
    "en": words_in(
        "said says say added adds told tells wrote writes asked asks replied answered answers replies",
        "responded noted notes explained explains insisted insists warned warns argued argues announced",
        "declared stated states stressed tweeted posted shouted cried whispered joked testified admitted",
        "acknowledged confirmed claimed suggested promised vowed urged recalled recalls continued concluded",
        "remarked observed reiterated recounted quipped reported read reads agreed began commented conceded",
        "countered lamented mused pleaded retorted yelled chanted predicted emphasised emphasized maintained",
        "protested objected complained boasted interjected exclaimed tell ask write add jokes laughed sighed",
        "argue believes thinks cautioned pledged demanded",
    ),
    "fr": words_in(
        "dit disent disait déclaré déclare déclarait déclarent affirmé affirme affirment affirmait ajouté",
        "ajoute expliqué explique expliquait assuré assure indiqué indique souligné souligne précisé précise",
        "estimé estime annoncé répondu répond lancé lance écrit écrivait confié confie rappelé rappelle",
        "martelé regretté regrette insisté insiste prévenu raconté raconte témoigné témoigne répété répète",
        "résumé résume constaté constate concédé concède reconnu reconnaît admis conclu conclut commenté",
        "commente plaidé plaide promis promet averti avertit demandé poursuivi sourit souvient plaisante",
        "peste ironise ironisé s’insurge insurge indigne réplique répliqué poursuit glissé glisse tranché",
        "tranche plaisanté détaillé détaille soupiré soupire s’exclame exclamé lâché lâche salué réagi réagit",
        "demande s’interroge jure jura tweeté justifié justifie observé note noté rétorqué",
    ),
    "de": words_in(
        "sagte sagten sagt sagen gesagt erklärte erklärten erklärt betonte betont betonten meinte meint",
        "meinten schrieb schreibt geschrieben schrieben teilte teilten fügte berichtete berichteten mitteilte",
        "mitteilten mitgeteilt berichtet warnte warnt kündigte fragte antwortete mahnte forderte kritisierte",
        "versicherte zufolge hinzufügte ergänzte ergänzt erwiderte erzählte erzählt rief erläuterte",
        "bekräftigte unterstrich versprach verkündete bestätigte räumte urteilte resümierte formulierte",
        "ausdrückte erinnert klagte lobte ankündigte äußerte freute bedauerte entgegnete bilanzierte",
        "twitterte verteidigte gab geäußert",
    ),
    "uk": words_in(
        "сказав сказала сказали каже кажуть заявив заявила заявили додав додала додали повідомив повідомила",
        "повідомили зазначив зазначила зазначили наголосив наголосила наголосили підкреслив підкреслила розповів",
        "розповіла розповідає пояснив пояснила пояснює написав написала написали відповів відповіла запитав запитала",
        "говорить говорив говорила зауважив зауважила зауважує визнав визнала запевнив запевнила уточнив уточнила",
        "пригадав висловився висловилася пригадала згадує попередив попередила заявляє додає зазначає наголошує",
        "стверджує закликав",
        "закликала пожартував пожартувала жартує пригадує казав казала крикнув крикнула усміхається підсумував",
        "підсумувала пообіцяв пообіцяла переконаний переконана вигукнув вигукнула поділився",
        "поділилася резюмував резюмувала констатував констатувала прокоментував прокоментувала розказав розказала",
        # Russian
        "сказал заявил добавил добавила сообщил сообщила отметил отметила пояснил написал говорит подчеркнул",
        "рассказал",
    ),
    "es": words_in(
        "dijo dijeron dice dicen decía afirmó afirma afirmaron declaró declara declararon añadió añade",
        "explicó explica aseguró asegura señaló señala subrayó indicó escribió escribe respondió responde",
        "preguntó advirtió advierte sostuvo sostiene dicho manifestó manifiesta comentó comenta recordó",
        "recuerda reconoció reconoce apuntó apunta insistió insiste admitió contó cuenta relató relata",
        "lamentó lamenta destacó destaca recalcó recalca prometió anunció agregó precisó concluyó matizó",
        "expresó zanjó reiteró replicó contestó contesta avisó confesó confiesa exclamó gritó resumió detalló",
        "denunció opinó opina celebró formuló expresa bromeó defendió bromea recoge reza pidió pide lanzó",
        "lanza",
    ),
    "pt": words_in(
        "disse afirmou declarou acrescentou explicou",
    ),
    "it": words_in(
        "detto dichiarato affermato aggiunto spiegato",
    ),
    "ar": words_in(  # bare of a leading "and"
        "قال قالت قالوا يقول تقول أضاف أضافت أكد أكدت صرح صرحت أعلن أعلنت ذكر ذكرت أوضح أوضحت كتب كتبت تابع تابعت",
        "أشار أشارت شدد شددت لفت لفتت اعترف اعترفت رد ردت سأل سألت أجاب أجابت حذر حذرت بين بينت روى روت أفاد أفادت",
        "يؤكد تؤكد يضيف تضيف يوضح توضح أخبر أخبرت علق علقت وعد وعدت استطرد استطردت ختم ختمت نوه نوهت قائلا قائلة",
        "يقل تقل تساءل تساءلت يتساءل يتذكر تتذكر تذكر صرخ صرخت طلب طلبت أردف أردفت خاطب خاطبت عقب عقبت",
    ),
    "he": words_in(
        "אמר אמרה אמרו אומר אומרת אומרים הוסיף הוסיפה הוסיפו מוסיף מוסיפה ציין ציינה ציינו הדגיש הדגישה הסביר",
        "הסבירה הסבירו הודיע הודיעה הודיעו מסר מסרה מסרו סיפר סיפרה סיפרו מספר מספרת כתב כתבה כתבו השיב השיבה",
        "הצהיר הצהירה הבהיר הבהירה הזהיר הזהירה ענה ענתה שאל שאלה נשבע נשבעה תהה תהתה לחשה קבע קבעה סיכם",
        "סיכמה הודה הודתה הבטיח הבטיחה קרא קראה המשיך המשיכה התריע התריעה טען טענה צעק צעקה נזכר נזכרת ציטט",
        "הגיב הגיבה הגיבו התבדח התבדחה נכתב לחש נמסר",
    ),
    "pl": words_in(
        "powiedział powiedziała powiedzieli dodał dodała dodali stwierdził stwierdziła oświadczył oświadczyła",
        "napisał napisała napisali mówi mówił mówiła mówią podkreślił podkreśliła podkreśla zaznaczył",
        "zaznaczyła zaznacza wyjaśnił wyjaśniła wyjaśnia tłumaczy tłumaczył tłumaczyła zapewnił zapewniła",
        "zapewnia przyznał przyznała przyznaje ocenił oceniła ocenia ogłosił ogłosiła poinformował",
        "poinformowała poinformowali zapytał zapytała odpowiedział odpowiedziała odparł odparła ostrzegł",
        "ostrzegła zapowiedział zapowiedziała dodaje opowiada opowiadał opowiadała wspomina wspominał",
        "wspominała relacjonuje skomentował skomentowała przekazał przekazała obiecał obiecała krzyknął",
        "krzyknęła rzucił rzuciła pytał pytała zauważył zauważyła zauważa przypomniał ujął ujęła przypomniała",
        "żartował zakończył żartuje śmieje twierdzi kwituje skwitował skwitowała oznajmił oznajmiła wyznał",
        "wyznała usłyszeliśmy",
    ),
    "sv": words_in(
        "sade sa säger tillade tillägger skriver skrev sagt berättar berättade förklarar förklarade menar menade",
        "svarar svarade frågar frågade konstaterar konstaterade uppger uppgav betonar betonade varnar varnade",
        "kommenterar kommenterade anser lovar lovade bekräftar bekräftade minns ropade medger medgav fortsätter",
        "fortsatte",
        "sammanfattar uttryckte formulerade skojar skojade skrek skriker hälsar inleder avslutar upprepar",
        "upprepade säges påstår påstod",
        "påpekar påpekade utbrister hävdar understryker underströk",
        "sagde siger sier fortalte",  # Danish, Norwegian
    ),
    "nl": words_in(
        "zei zegt verklaarde",
    ),
    "fi": words_in(
        "sanoi sanoo kertoi kertoo",
    ),
    "cs": words_in(
        "řekl řekla",
    ),
}
_ONLY_AMONG_THEIR_OWN = {"sa": "sv", "note": "fr", "cuenta": "es", "gab": "de", "sagen": "de", "رد": "ar"}

# Verbs that hang words on somebody or something: "called it “a disgrace”". They take the words after them only.
NAMING = {
    "en": words_in(
        "called calls calling described describes describing branded branding labelled labeled labelling",
        "denounced denouncing hailed hailing praised dismissed dismissing deemed compared compares likened",
        "likens slammed condemned characterised characterized",
    ),
    "fr": words_in(
        "qualifié qualifie qualifiait qualifiant traité dénoncé dénonce dénonçant salué comparé compare",
        "comparait loué loue louait parle parlé parlait voit évoqué évoque fustigé",
    ),
    "de": words_in(
        "bezeichnete bezeichnet bezeichneten nannte nennt nannten genannt verurteilte kritisierte beschrieb",
        "lobte lobt verglich vergleicht sprach spricht gesprochen",
    ),
    "uk": words_in(
        "назвав назвала назвали називає охарактеризував охарактеризувала описав описала назвавши порівняв",
        "порівняла порівнює похвалив похвалила назвал",
    ),
    "es": words_in(
        "calificó califica calificaron tildó tilda denunció tachó tachan describió definió comparó compara",
        "alabó elogió habló llamó calificando",
    ),
    "sv": words_in(
        "kallade kallar beskriver beskrev betecknade liknade liknar berömde berömmer talade kallat noemde",
    ),
    "pl": words_in(
        "nazwał nazwała nazwali nazywa określił określiła określili opisał przyrównał przyrównała porównał",
        "porównała pochwalił pochwaliła opisała określa nazywając",
    ),
    "ar": words_in(
        "وصف وصفت وصفه وصفها اعتبر اعتبرت شبه شبهت رأى رأت سمى سمت واصفا واصفة معتبرا معتبرة",
    ),
    "he": words_in(
        "כינה כינתה כינו תיאר תיארה הגדיר השווה השוותה שיבח שיבחה דיבר דיברה הגדירה",
    ),
}
# Words of saying beside another verb, whose subject speaks: "left the room, adding: “…”".
PARTICIPLES = words_in(
    "saying adding telling writing asking warning insisting noting arguing explaining declaring stating",
    "stressing calling describing branding labelling denouncing hailing dismissing joking shouting",
    "quoting disant ajoutant expliquant assurant affirmant précisant soulignant déclarant estimant",
    "qualifiant dénonçant diciendo añadiendo explicando asegurando afirmando señalando calificando",
    "додавши додаючи сказавши кажучи зазначивши заявивши наголосивши назвавши mówiąc dodając podkreślając",
    "nazywając قائلا قائلة مضيفا مضيفة مؤكدا مؤكدة واصفا واصفة معتبرا معتبرة",
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

SPEECH_VERBS = frozenset().union(*VERBS.values()) | PARTICIPLES
NAMING_VERBS = frozenset().union(*NAMING.values())
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
    return guess == _ONLY_AMONG_THEIR_OWN.get(verb, guess)


# Phrases that the source itself follows: "according to the mayor".
SOURCE_PHRASES = re.compile(
    r"\b(?:according to|in the words of|as per|selon(?! la?quel)|d[’']après|aux dires d[eu]|"
    r"pour reprendre (?:les mots|l[’']expression|la formule) d[e’']|(?:peut-on|pouvait-on) lire dans|"
    r"lit-on dans|"
    r"(?:aux yeux|de l[’']avis) d[eu]|laut|in den Worten (?:von|des|der)|"
    r"nach (?:den )?(?:Angaben|Worten|Ansicht|Aussage) (?:von|des|der)|hei(?:ß|ss)t es in|hieß es in|steht in|"
    r"за словами|на думку|зі слів|по словам|за даними|як (?:пише|передає|повідомляє)|"
    r"(?:ідеться|йдеться|сказано|зазначено|повідомили|заявили|написано) [ву]|"
    r"según|en palabras del?|a juicio del?|segundo|secondo|(?:se lee|puede leerse) en|"
    r"według|zdaniem|jak (?:podaje|mówi|twierdzi|podkreśla|relacjonuje|tłumaczy|przyznaje|napisał\w*|powiedział\w*)|"
    r"(?:napisano|czytamy) w|volgens|enligt|"
    r"(?:לדברי|לדבריה של|לדבריו של|על פי|לפי|כדברי|בלשונו של|במילותיו של|במילותיה של)|"
    r"و?(?:بحسب|حسب|وفقا ل|وفق|نقلا عن|جاء في|على حد قول|على حد تعبير|على لسان|كما ورد في))(?:\s+|(?<=[’']))",
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
    "לאחר מאוחר אחר لاحقا über gegenüber ohne wegen trotz unter zwischen neben om utan mellan över",
    "gefragt darauf dort dabei preguntado preguntada zapytany zapytana запитаний tillfrågad oggi",
)
# What ends the naming of somebody who is named after the verb: "said Tavi Brandt on Monday".
TAIL_WORDS = words_in(
    "och und et y oraz та й і aber men mais pero ale але on during after before when while as following",
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
    "التي لدى لاحقا أولا قائلا قائلة يوم غداة أول منذ על עם את אל אתמול היום אמש בהודעה בראיון בתדרוך",
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
    "corp co vs jan feb aug sept oct nov dec fr hr str bzw ca nr mme mlle ст р ім м вул див",
)

# Nouns that a title or a name in quotation marks follows: "the film “Night Boat”", "so-called “gold card”".
NAME_CUES = re.compile(
    r"(?:\b(?:so[- ]called|så kallade?t?|s\. ?k\.|tak zwan\w+|המכונה|המכונים|המכונות|הסרט|הספר|ספרה|ספרו|known as|"
    r"titled|entitled|nicknamed|named|dubbed|films?|movies?|books?|novels?|songs?|"
    r"albums?|series|shows?|plays?|documentary|magazine|newspaper|programme|poems?|operations?|ships?|paintings?|"
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
    r"\b(?:admitted|admits|acknowledged|acknowledges|confirmed|confirms|reconnu|reconnaît|admis|admitió|reconoció)"
    r"(?: to)?(?: having| avoir| haber)?\s*$",
    re.IGNORECASE,
)
# Adverbs of time that may stand before a subject: "Later Fink wrote".
TIMES = words_in(
    "later earlier then afterwards today yesterday później wtedy dziś wczoraj potem згодом пізніше потім",
    "тоді сьогодні вчора luego después entonces hoy ayer ensuite puis hier aujourd’hui",
)
# Verbs of asking, which "if" may follow.
ASKS = words_in(
    "asked asks ask frågade frågar undrade undrar fragte fragt demandé demande preguntó preguntaron pyta",
    "pytał pytała pytali zapytał zapytała запитав запитала запитали سأل سألت שאל שאלה say dire decir",
    "sagen säga powiedzieć сказати לומר",
)
# Verbs of answering, and what a question before them opens with.
ANSWERS = words_in(
    "answered replied said répondu respondió contestó antwortete svarade odpowiedział odpowiedziała",
    "відповів відповіла أجاب أجابت השיב השיבה ענה ענתה",
)
QUESTION_OPENERS = re.compile(
    r"\s*(?:asked|auf die Frage|gefragt|à la question|interrogé|a la pregunta|preguntad[oa]|på frågan|na pytanie|"
    r"zapytan[ya]|"
    r"на (?:за)?питання|و?ردا على سؤال|לשאלה|לשאלת)\b",
    re.IGNORECASE,
)
# They stand for anybody: what they say is hearsay.
ANYBODY = words_in(
    "man on folk people люди ludzie الناس leute gente some many rumours rumors",
)
