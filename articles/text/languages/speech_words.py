"""The small tables of words, many languages in one, by which attributions and names are recognised in news text."""

import re


def _words(*lines: str) -> frozenset[str]:
    return frozenset(word for line in lines for word in line.split())


SPEECH_VERBS = _words(
    # English
    "said says say added adds told tells wrote writes asked asks replied replies responded noted notes explained",
    "explains insisted insists warned warns argued argues announced declared stated states stressed tweeted",
    "posted shouted cried whispered joked testified admitted acknowledged confirmed claimed suggested promised",
    "vowed urged recalled recalls continued concluded remarked observed reiterated recounted quipped reported",
    "read reads agreed began commented conceded countered lamented mused pleaded retorted yelled chanted",
    "predicted",
    # French
    "dit disent déclaré déclare déclarait déclarent affirmé affirme affirment ajouté ajoute expliqué explique",
    "assuré assure indiqué indique souligné souligne précisé précise estimé estime annoncé répondu répond lancé",
    "lance écrit confié confie rappelé rappelle martelé regretté regrette insisté insiste prévenu",
    # German
    "sagte sagten sagt gesagt erklärte erklärten erklärt betonte betont meinte meint schrieb schreibt teilte",
    "fügte berichtete mitteilte mitteilten berichtet warnte warnt kündigte fragte antwortete mahnte forderte",
    "kritisierte versicherte zufolge",
    # Ukrainian and Russian
    "сказав сказала сказали каже кажуть заявив заявила заявили додав додала додали повідомив повідомила",
    "повідомили зазначив зазначила зазначили наголосив наголосила підкреслив підкреслила розповів розповіла",
    "пояснив пояснила написав написала відповів відповіла запитав запитала сказал заявил добавил добавила сообщил",
    "сообщила отметил отметила пояснил написал говорить говорит",
    # Spanish, Portuguese, Italian
    "dijo dijeron dice dicen afirmó afirma declaró declara añadió añade explicó explica aseguró asegura señaló",
    "señala subrayó indicó escribió respondió preguntó advirtió sostuvo disse afirmou declarou acrescentou",
    "explicou detto dichiarato affermato aggiunto spiegato",
    # Arabic, bare of a leading "and"
    "قال قالت قالوا يقول تقول أضاف أضافت أكد أكدت صرح صرحت أعلن أعلنت ذكر ذكرت أوضح أوضحت كتب كتبت تابع تابعت",
    "أشار أشارت",
    # Polish, Czech, Dutch, Swedish, Danish, Norwegian, Finnish
    "powiedział powiedziała dodał dodała stwierdził stwierdziła oświadczył oświadczyła napisał napisała mówi řekl",
    "řekla zei zegt verklaarde sade sa säger tillade skriver sagde siger sier sanoi sanoo kertoi kertoo",
)

# Verbs that hang words on somebody or something: "called it “a disgrace”". They take the words after them only.
NAMING_VERBS = _words(
    "called calls described describes branded labelled labeled denounced hailed praised dismissed deemed slammed",
    "qualifié qualifie traité dénoncé salué bezeichnete bezeichnet nannte nennt verurteilte назвав назвала",
    "назвали охарактеризував calificó tildó denunció tachó nazwał nazwała kallade kallar noemde وصف وصفت وصفه",
    "وصفها اعتبر اعتبرت",
)

# Phrases that the source itself follows: "according to the mayor".
SOURCE_PHRASES = re.compile(
    r"\b(?:according to|in the words of|as per|selon|d[’']après|aux dires d[eu]|peut-on lire dans|lit-on dans|laut|"
    r"nach (?:den )?(?:Angaben|Worten) (?:von|des|der)|hei(?:ß|ss)t es in|hieß es in|"
    r"за словами|за даними|(?:ідеться|йдеться|сказано|зазначено|повідомили|заявили) [ву]|по словам|según|segundo|"
    r"secondo|według|jak podaje|volgens|enligt|se lee en|و?(?:بحسب|حسب|نقلا عن|جاء في))\s+",
    re.IGNORECASE,
)

PRONOUNS = _words(
    "he she il elle er sie він вона он она él ella ele ela lui lei هو هي hij zij ze han hon hän on ona",
)
# They stand for a group, a thing or the writer's "I": never for the last person who was named.
OTHER_PRONOUNS = _words("they it we i you ils elles es on вони они ellos ellas هم nous wir we")

AUXILIARIES = _words(
    "has have had also later then again once repeatedly simply recently previously still both further quietly",
    "angrily reportedly publicly a ont avait avaient aussi hat haben hatte hatten auch dann ha han había också",
    "також потім же было did was не ensuite puis ebenfalls zudem weiter tak też además también",
)
PASSIVES = _words("is are was were be been being so est sont sera wird wurde ist es fue")

CONJUNCTIONS = _words("and but or as while when that since und et та і й а але и но y e oder aber mais ou pero och wie")

# What opens an adverbial, as in "In a statement, the mayor said".
ADVERBIAL_OPENERS = _words(
    "in on at after before during asked speaking earlier later meanwhile however still for from with by when",
    "while as since following despite although though if once under over to about until yesterday today tomorrow",
    "now then separately instead finally but and addressing writing responding citing adding according dans en à",
    "au aux après avant lors pendant hier aujourd’hui interrogé interrogée pour depuis sur am im bei nach vor",
    "während gestern heute auf zu zum zur mit seit у в на після перед під час вчора сьогодні про за з до во после",
    "вчера сегодня durante tras antes después ayer hoy para desde con por في بعد قبل خلال أثناء على من إلى عن مع",
    "اليوم أمس",
)
# What ends the naming of somebody who is named after the verb: "said Tavi Brandt on Monday".
TAIL_WORDS = _words(
    "on during after before when while as following adding and but at to last late early yesterday today because",
    "lundi mardi mercredi jeudi vendredi samedi dimanche hier lors devant après dans sur auprès am im bei nach",
    "vor auf während gegenüber gestern heute dem zu у в на під після перед вчора сьогодні до про журналістам во",
    "после durante tras ante ayer hoy en إن أن إنه إنها في خلال للصحفيين لوكالة لرويترز لصحيفة لقناة لنا بعد أمام",
    "أنه أنها بأن monday tuesday wednesday thursday friday saturday sunday",
)
# After a name these end it too; after "a spokesman" they may belong to what he is.
NAME_TAIL_WORDS = TAIL_WORDS | _words("in from by with through via over about outside inside near")
# "in a statement": however the speaker is named, this is no part of it.
MANNER = re.compile(
    r"\s+(?:in (?:an?|his|her|their|its|written|remarks|comments|\d{4})\b|in einem\b|in einer\b|en un\b|dans une?\b)",
    re.IGNORECASE,
)

DETERMINERS = _words(
    "the a an this that these his her its their one some many le la les un une des l der die das ein eine den dem",
    "el los las una o os il lo gli de het een another",
)

# Words before a name that are not part of it, without their full stop.
TITLES = _words(
    "state defence defense mr mrs ms miss mx dr prof professor gen general lt col colonel maj major capt captain",
    "sgt staff cpl adm admiral cmdr commander brig sen senator rep representative gov governor rev reverend",
    "father sister bishop archbishop pope cardinal rabbi imam sheikh sir dame lord lady baroness king queen",
    "prince princess emperor sultan judge justice president chancellor premier minister secretary ambassador",
    "envoy mayor councillor speaker chairman chairwoman chair chief director officer executive ceo sheriff",
    "inspector detective superintendent coach deputy vice spokesman spokeswoman spokesperson analyst economist",
    "farmer teacher lawyer attorney author writer singer actor actress resident witness surveyor researcher",
    "scientist owner manager leader head official founder editor driver m mme mlle président présidente ministre",
    "maire porte-parole directeur directrice général générale député députée sénateur sénatrice chef cheffe juge",
    "roi reine pape docteur maître première herr frau präsident präsidentin bundespräsident kanzler bundeskanzler",
    "bundeskanzlerin ministerin ministerpräsident ministerpräsidentin außenminister außenministerin innenminister",
    "bürgermeister bürgermeisterin oberbürgermeister sprecher sprecherin direktor direktorin chefin",
    "generalsekretär verteidigungsminister papst könig президент президентка прем’єр-міністр прем'єр-міністр",
    "міністр міністерка речник речниця мер мерка генерал голова депутат депутатка пан пані директор директорка",
    "полковник посол губернатор министр мэр глава señor señora sr sra presidente presidenta ministro ministra",
    "alcalde alcaldesa portavoz rey reina papa doctor doctora don doña diputado diputada gobernador pan pani",
    "statsminister",
)
PARTICLES = _words("von van der den de la le du del della di da dos das do bin ibn ben al el abu af zu zum ter ten y")

# What ties a name to another thing than the speaker: "mayor of Rill", "a spokesman for Zelenskyy".
LINKS = _words(
    "of for at in from by to on with and de du des d’ d' pour à en et von für aus bei im vom zum zur und del від",
    "для у в з із та і й от из и من في عن till från av",
)

# A full stop after these ends no sentence; after a lone letter and a day of the month neither.
ABBREVIATIONS = _words(
    "mr mrs ms dr prof gen lt col maj capt sgt cpl adm cmdr brig sen rep gov rev hon st jr sr inc ltd corp co vs",
    "jan feb aug sept oct nov dec fr hr str bzw ca nr mme mlle ст р ім м вул див",
)

# A run of capitalised words with one of these is a body, a place or a paper, not somebody.
NOT_A_PERSON = _words(
    "ministry department agency council union bank university police office commission committee party army court",
    "government inc ltd llc gmbh corp corporation group house kremlin pentagon institute association federation",
    "society foundation company news times post reuters bloomberg parliament senate congress assembly military",
    "navy force forces command club center centre school hospital church museum board authority service bureau",
    "administration embassy states nations kingdom republic european hamas hezbollah taliban amnesty google",
    "microsoft apple meta amazon russia ukraine china israel iran france germany britain poland america japan",
    "india turkey moscow kyiv washington beijing london paris berlin brussels tehran jerusalem monday tuesday",
    "wednesday thursday friday saturday sunday ministère gouvernement élysée matignon ministerium polizei",
    "regierung bundesregierung bundestag erklärung mitteilung міністерство уряд рада міноборони україна росія",
    "україни росії сша франції німеччини польщі росии украины київ москва кремль поліція ministerio gobierno",
    "policía fishermen diplomats activists sources neighbours neighbors villagers farmers workers protesters",
    "campaigners soldiers rescuers teachers parents students witnesses ministers leaders nobody everyone",
    "everybody people others many some both jihad movement front league alliance coalition officials authorities",
    "residents doctors scientists experts critics investigators prosecutors lawmakers аналітики експерти критики",
    "behörden experten kritiker forscher",
)

# Nouns that a title or a name in quotation marks follows: "the film “Night Boat”", "so-called “gold card”".
NAME_CUES = re.compile(
    r"(?:\b(?:so[- ]called|known as|titled|entitled|nicknamed|named|dubbed|films?|movies?|books?|novels?|songs?|"
    r"albums?|series|shows?|plays?|documentary|magazine|newspaper|programme|poems?|operations?|ships?|paintings?|"
    r"soi-disant|dite?s?|intitulée?s?|livre|roman|chanson|journal|navire|"
    r"sogenannten?|sogenannte[rs]|Filme?|Buch|Roman|Zeitung|Serie|Lied|"
    r"так зван\w+|фільм\w*|книг\w*|роман\w*|газет\w*|серіал\w*|компані\w*|агент\w+|канал\w*|партії|партія|операці\w*|"
    r"llamad[oa]s?|película|libro|novela|canción|diario|titulad[oa]|"
    r"و?(?:فيلم|كتاب|رواية|صحيفة|قناة|حزب|حركة|ما يسمى|المسماة|عملية|وكالة|شركة))"
    r"|\b(?:is|are|was|were|so|been)[ -]called)[\s,:]*$",
    re.IGNORECASE,
)
