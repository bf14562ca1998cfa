"""The small tables of words, many languages in one, by which somebody's name is told from what stands around it."""

import re

from articles.text.quotes.words.role_words_east import BODIES_EAST, ROLES_EAST
from articles.text.quotes.words.roles import ROLES
from articles.text.quotes.words.tables import words_in

PRONOUNS = words_in(
    "he she il elle er sie він вона он она él ella ele ela lui lei هو هي hij zij ze han hon hän on ona o",
    "הוא היא",
)
# They stand for a group, a thing or the writer's "I": never for the last person who was named.
OTHER_PRONOUNS = words_in(
    "they it we i you ils elles es on вони они ellos ellas هم nous wir de oni one vi jag הם onlar",
)
ANY_PRONOUN = PRONOUNS | OTHER_PRONOUNS

DETERMINERS = words_in(
    "один одна одне хтось дехто деякі багато кілька інший інша жоден jeden jedna jedno ktoś niektórzy wielu "
    "kilku inny inna",
    "biri bazı bazıları birçok kimi başka kimse herkes",
    "the a an this that these his her its their one some many le la les un une des l der die das ein eine",
    "його її їхній їхня jego jej ich sein seine ihr ihre hennes deras leur leurs onun",
    "den dem el los las una o os il lo gli de het een another",
)

# Words before a name that are not part of it, without their full stop.
TITLES = ROLES | words_in(
    *ROLES_EAST,
    "state defence defense mr mrs ms miss mx dr prof professor gen general lt col colonel maj major capt",
    "captain sgt staff cpl adm admiral cmdr commander brig sen senator rep representative gov governor",
    "rev reverend father sister bishop archbishop pope cardinal rabbi imam sheikh sir dame lord lady",
    "baroness king queen prince princess emperor sultan judge justice president chancellor premier",
    "minister secretary ambassador envoy mayor councillor speaker chairman chairwoman chair chief",
    "director officer executive ceo sheriff inspector detective superintendent coach deputy vice",
    "spokesman spokeswoman spokesperson analyst economist farmer teacher lawyer attorney author writer",
    "singer actor actress resident witness surveyor researcher scientist owner manager leader head",
    "official founder editor driver m mme mlle président présidente ministre maire porte-parole directeur",
    "directrice général générale député députée sénateur sénatrice chef cheffe juge roi reine pape",
    "docteur maître première herr frau präsident präsidentin bundespräsident kanzler bundeskanzler",
    "bundeskanzlerin ministerin ministerpräsident ministerpräsidentin außenminister außenministerin",
    "innenminister bürgermeister bürgermeisterin oberbürgermeister sprecher sprecherin direktor",
    "direktorin chefin generalsekretär verteidigungsminister papst könig президент президентка",
    "прем’єр-міністр прем'єр-міністр міністр міністерка речник речниця мер мерка генерал голова депутат",
    "депутатка пан пані директор директорка полковник посол губернатор министр мэр глава señor señora sr",
    "sra presidente presidenta ministro ministra alcalde alcaldesa portavoz rey reina papa doctor doctora",
    "don doña diputado diputada gobernador pan pani ingenieur ingenieurin ingénieur ingénieure ingeniero",
    "ingeniera ingenjören ingenjör inżynier інженер інженерка mühendis pdg cfo coo dg vd mgr prezes",
    "preses sierżant syndyk szeryf liderka porucznik pilot napastnik rybak rolnik rolniczka komendantka",
    "komisarz wiceminister chirurg chirurżka bankier założyciel lekarz lekarka adwokat statssekreterare",
    "kommissionär löjtnant guvernör kansler biskop hamnkapten hamnkaptenen lotsen kirurgen anfallaren",
    "mäklaren åklagaren advokaten polisen grundaren bankmannen skådespelaren oppositionsledaren forvet",
    "jeolog hidrolog ekonomist cerrah bankacı komiser teğmen senatör oyuncu kurucu müsteşar kayyum",
    "başçavuş esnaf çiftçi balıkçı sahibi şerif şansölye kılavuz seçim maliye liman emniyet muhalefet",
    "dışişleri içişleri adalet savunma statsminister statsministern ministern borgmästaren borgmästare",
    "rådet başpiskopos piskopos",
    "kommunalrådet kaptenen kapten polischefen talesperson talespersonen talesman talesmannen",
    "presstalesman partiledaren ordföranden ordförande professorn forskaren läkaren överläkaren rektorn",
    "rektor tränaren chefen finansministern utrikesministern riksdagsledamoten prezydent burmistrz",
    "burmistrzyni hydrolożka wójt rzecznik rzeczniczka poseł posłanka kapitan dyrektor dyrektorka",
    "profesor doktor trener trenerka wojewoda starosta sołtys komendant marszałek generał pułkownik",
    "kanclerz biskup başkan başkanı bakan bakanı sözcü sözcüsü cumhurbaşkanı başbakan belediye genel",
    "müdür müdürü vali valisi kaptan profesör avukat avukatı yazar milletvekili lideri yardımcısı",
    "sekreteri komutanı rektörü dekanı kaymakamı muhtarı antrenör teknik direktör hakim savcı av öğretmen",
    "büyükelçisi bey hanım kurulu derneği odası birliği skipper surgeon banker librarian striker",
    "commissioner clerk lawmaker firefighter fisherman geologist biologist historian campaigner organiser",
    "organizer activist baker butcher plumber nurse midwife paramedic pharmacist curator archaeologist",
    "engineer architect contractor landrat landrätin lotse lotsin bäuerin bauer bischof bischöfin makler",
    "stürmer rektorin wehrführer hauptmann leutnant капітан капітанка фермер фермерка губернаторка тренер",
    "тренерка секретар секретарка начальник начальниця очільник очільниця лікар лікарка адвокат адвокатка",
    "староста сержант лейтенант лоцман банкір шериф рятувальник волонтер волонтерка професор професорка",
    "науковиця учитель вчителька суддя прокурор прокурорка актор акторка письменник прем'єр прем’єр",
    "капитан комісар комісарка канцлер канцлерка нападник лідер лідерка заступник заступниця",
    "président-directeur chercheur chercheuse capitaine avocat avocate médecin agriculteur agricultrice",
    "préfet préfète infirmier infirmière historien historienne économiste syndicaliste lieutenant",
    "commandant pompier entraîneur capitán capitana abogado abogada médico médica agricultor agricultora",
    "entrenador entrenadora investigador investigadora fiscal juez jueza obispo concejal concejala",
    "consejero consejera secretario secretaria teniente sargento comisario comisaria bombero economista",
    "historiador historiadora senador senadora mec me adw dep hab conseillère conseiller adjoint adjointe économiste",
    "komşusu antrenörü doktoru menajeri eşi kızı oğlu annesi babası kardeşi jeoloji",
    "ökonom ökonomin agronom agronomin ingenieurin sängerin reporter trader pr",
)
PARTICLES = words_in(
    "von van der den de la le du del della di da dos do bin ibn ben al el abu af zu zum ter ten",
)

# What ties a name to another thing than the speaker: "mayor of Rill", "a spokesman for Zelenskyy".
LINKS = words_in(
    "of for at in from by to on with and de du des d’ d' pour à en et von für aus bei im vom zum zur und",
    "del від для у в з із та і й от из и من في عن till från av i dla od z ze przy på vid hos nad",
)

PLACE_LINKS = words_in(
    "in at from to near aus im bei nach у в з із на до en à dans desde i på till w na z do of för für",
)

# A run of capitalised words with one of these is a body, a place or a paper, not somebody.
NOT_A_PERSON = words_in(
    *BODIES_EAST,
    "ministry department agency council union bank university police office commission committee party",
    "army court government inc ltd llc gmbh corp corporation group house kremlin pentagon institute",
    "association federation society foundation company news times post reuters bloomberg parliament",
    "senate congress assembly military navy force forces command club center centre school hospital",
    "church museum board authority service bureau administration embassy states nations kingdom republic",
    "european hamas hezbollah taliban amnesty google microsoft apple meta amazon russia ukraine china",
    "israel iran france germany britain poland america japan india turkey moscow kyiv washington beijing",
    "london paris berlin brussels tehran jerusalem monday tuesday wednesday thursday friday saturday",
    "sunday ministère gouvernement élysée matignon ministerium polizei regierung bundesregierung",
    "bundestag erklärung mitteilung міністерство уряд рада міноборони україна росія україни росії сша",
    "франції німеччини польщі росии украины київ москва кремль поліція ministerio gobierno policía",
    "fishermen diplomats activists sources neighbours neighbors villagers farmers workers protesters",
    "campaigners soldiers rescuers teachers parents students witnesses ministers leaders nobody everyone",
    "everybody people others many some both jihad movement front league alliance coalition officials",
    "authorities residents doctors scientists experts critics investigators prosecutors lawmakers",
    "аналітики експерти критики behörden experten kritiker forscher minsterstwo ministerstwo urząd",
    "policja prokuratura sejm rada komisja spółka polisen regeringen kommunen myndigheten riksdagen",
    "departementet bakanlığı bakanlık emniyet meclis belediyesi valiliği hükümet hükümeti başsavcılığı",
    "müdürlüğü üniversitesi şirketi partisi ajansı kurumu derneği mairie préfecture parquet agence",
    "syndicat entreprise ayuntamiento fiscalía junta empresa agencia sindicato amt gesundheitsamt behörde",
    "staatsanwaltschaft stadt verein gewerkschaft прокуратура компанія пресслужба облрада мвс сбу оон єс",
    "нато afp dpa tass unian укрінформ presidents mayors senators bankası banco banca banken airline fund",
    "trust airport airports railway railways railroad ferries airlines airways opera opéra theatre theater théâtre",
    "orchestra university brewery shipyard holdings flughafen werft reederei rathaus järnväg flygplats",
    "ferrocarriles aeropuerto aéroport renfe sncf koleje lotnisko ratusz magistrat ратуша мерія залізниця аеропорт",
    "water region energy council airlines leisure kommun landkreis gemeinde stadtwerke region regionen logistics media",
    "motors rail bus buses transport transit foods mills steel mining group partners capital solutions systems labs",
    "şirket bakanlık belediye federasyon kulüp mahkeme savcılık dernek sendika",
    "tingsrätten hovrätten domstolen landgericht amtsgericht gericht tribunal corte juzgado sąd суд mahkeme mahkemesi",
    "demiryolları havalimanı tersanesi hastanesi rektörlüğü",
)

# Words that tie somebody else to the one who is named: "Brandt, together with Maas".
JOINTLY = re.compile(
    r"\b(?:together with|along with|alongside|jointly with|zusammen mit|gemeinsam mit|avec|junto (?:con|a)|"
    r"разом із|разом з|"
    r"спільно з|tillsammans med|wraz z|razem z|wspólnie z|ile birlikte|both|(?:and|und|et|y|och) (?:her|"
    r"his|their|ihre?n?|seine?n?|ses|sus|hennes|hans) [a-zA-ZÄÖÜà-ÿ-]+|sowohl|tanto|zarówno|як (?:і|й))\b",
    re.IGNORECASE,
)

# Capitalised trades before a name, at a sentence's start or in German, by their endings.
TRADE_ENDINGS = re.compile(
    r"(?:[^\W\d_]{2,}[cç][ıiuü]|[^\W\d_]{3,}(?:ers?|or|ist|ian|man|woman|eon|ssor|meister|rat|chef|präsident|"
    r"minister|ier|mann|frau|"
    r"leiter|anwalt|arzt|sprecher)(?:in)?|"
    r"[^\W\d_]{2,}(?:erin|istin|orin|ärztin|rätin|chefin|wältin|ende|ender|beauftragte|loge|login|identin|kerin|"
    r"isterin)|"
    r"[^\W\d_]{3,}(?:nomen|logen|toren|kern|sonen|ejaren|erskan|inskan|skan|öten|läkaren|aren|ören|chefen|ledaren|"
    r"rådet|isten|ologen|mannen|inspektören)|"
    r"[^\W\d_]{2,}(?:ник|ниця|ниця|олог|ологиня|граф|ист|іст|истка|істка|тель|телька|ець|иня|ерка|орка|ер|ор|ар|"
    r"арка|ач|ачка)|"
    r"[^\W\d_]{3,}(?:arz|arka|olog|olożka|niczka|owiec|czyni|ator|atorka|erka|ista|istka|nik|nica|mistrz|yni|ca))$"
)
FIRST_NAMES = words_in(
    "peter walter dieter günter günther werner rainer reiner volker holger oliver alexander xaver roger",
    "victor viktor igor egor hector hektor javier xavier tudor asker christian sebastian florian fabian",
    "damian adrian kilian julian maximilian gian herman hermann norman roman ян роман назар захар макар",
    "віктор ігор олександр павло федір тимофій lazar oskar oscar edgar omar ansgar ottokar balthasar",
    "chester lester hester esther ester christer krister gunnar ingemar hjalmar dagmar otmar elmar balázs",
    "tristan jennifer amber heather skyler tyler taylor tanner spencer hunter jasper casper kasper",
    "ferdinand alistair christopher homer elmer rupert albert lambert віолетта ольга rosamunde dominik",
    "patrik jannik henrik erik ulrik monika veronika weronika danica bianca francesca rebecca blanca",
    "mónica karin kerstin martin valentin benjamin marvin robin colin justin edwin erwin calvin kevin alvin augustin",
    "quentin berlin corwin darwin katrin kathrin catrin carolin karolin jasmin yasmin collin dustin austin merlin",
)


# Titles in Arabic and Hebrew, with or without the article.
UNCASED_TITLES = re.compile(
    r"(?:ال)?(?:رئيس|رئيسة|وزير|وزيرة|أمير|أميرة|ملك|ملكة|شيخ|شيخة|دكتور|دكتورة|أستاذ|أستاذة|جنرال|لواء|عميد|عقيد|"
    r"مقدم|رائد|"
    r"نقيب|ملازم|فريق|قاضي|قاضية|نائب|نائبة|ناطق|ناطقة|متحدث|متحدثة|باسم|سفير|سفيرة|مدير|مديرة|محافظ|محافظة|عمدة|"
    r"أمين|أمينة|"
    r"عام|عامة|سيد|سيدة|خبير|خبيرة|باحث|باحثة|محلل|محللة|طبيب|طبيبة|كاتب|كاتبة|مدرب|مدربة|لاعب|لاعبة|محامي|محامية|"
    r"مستشار|"
    r"مستشارة|قائد|قائدة|زعيم|زعيمة|مفوض|مفوضة|حاكم|حاكمة|مستشار|صياد|مزارع|مزارعة|مهندس|مهندسة|عالم|عالمة|ناشط|"
    r"ناشطة|معلم|"
    r"معلمة|ممرض|ممرضة|أسقف|بابا|نجم|نجمة|مخرج|مخرجة|مسؤول|مسؤولة|مواطن|مواطنة|قبطان|قبطانة|صاحب|صاحبة|مالك|مالكة|"
    r"رسام|"
    r"عضو|عضوة|عضوا|اقتصادي|اقتصادية|اقتصادي|ممثل|ممثلة|مغني|مغنية|ضابط|ضابطة|رقيب|طالب|طالبة|سائق|سائقة|جراح|"
    r"جراحة|مؤرخ|"
    r"مؤرخة|هيئة|مجلس|حزب|شركة|وزراء|وكيل|وكيلة|زميل|زميلة|سابق|سابقة|محامي|محاميها|محاميه|مدربة|كبير|كبيرة)$"
    r"|ה?(?:סוחר|סוחרת|שכן|שכנה|מזכ[\"״]ל|סמנכ[\"״]ל|רמטכ[\"״]ל|מפכ[\"״]ל|איש|אשת|נציג|נציגת|פעיל|פעילה|ראש|ראשת|שר|"
    r"שרת|השרה|נשיא|נשיאת|נשיאה|מנכ[\"״]ל|מנכ[\"״]לית|יו[\"״]ר|"
    r"ח[\"״]כ|פרופ[’'׳]|פרופסור|ד[\"״]ר|"
    r"עו[\"״]ד|"
    r"רב|רבנית|דובר|דוברת|קפטן|אלוף|תת-אלוף|סא[\"״]ל|רס[\"״]ן|ניצב|סגן|סגנית|מפקד|מפקדת|מזכיר|מזכירת|מנהל|מנהלת|"
    r"מאמן|מאמנת|"
    r"שחקן|שחקנית|שופט|שופטת|חוקר|חוקרת|מדען|מדענית|כלכלן|כלכלנית|סופר|סופרת|עיתונאי|עיתונאית|רופא|רופאה|חקלאי|"
    r"חקלאית|"
    r"מורה|אחות|מהנדס|מהנדסת|ממשלה|עיר|עירייה|מועצה|קבלן|דייג|בעלים|בעלת|בעל|תושב|תושבת|פרקליט|פרקליטה|עורך|עורכת|"
    r"דין|"
    r"אופוזיציה|אופוזיציית|יושב|יושבת|שגריר|שגרירת|שגרירה|קצין|קצינה|קצינת|סמל|סמלת|רכז|רכזת|ספרן|ספרנית|היסטוריון|"
    r"היסטוריונית|"
    r"גאולוג|גאולוגית|הידרולוגית|חלוץ|קברניט|קברניטה|בנקאי|בנקאית|מנתח|מנתחת|נהג|נהגת|ארכיאולוג|ארכיאולוגית|נציב|"
    r"נציבה|נציבת|"
    r"בישוף|קנצלר|קנצלרית|חבר|חברת|כנסת|מר|גברת|גב[’'׳]|פקיד|פקידה|רב-חובל|לשעבר|ועד|ועדת)$"
)
# Words that are nobody's name in Arabic and Hebrew, and plurals.
CLOSED_NOUNS = re.compile(
    r"(?:ال|و|ب|ل|لل)?(?:بنك|مصرف|بيان|مصدر|مصادر|شهود|عيان|سكان|وزارة|حكومة|جيش|شرطة|وكالة|تقرير|صحيفة|قناة|منظمة|"
    r"لجنة|مطار|سكك|مستشفى|مصنع|صندوق|مجلس|جمعية|اتحاد|حزب|"
    r"محكمة|شركة|"
    r"بعض|كثير|كثيرون|أحد|آخر|آخرون|جميع|كل|هيئة|مكتب|مركز|نقابة|حركة|إدارة|جامعة|رويترز|محلي|محلية|أمني|أمنية|"
    r"رسمي|رسمية|"
    r"أمس|اليوم|له|لها|لهم|عنه|عنها|إن|أن|إنه|إنها|أنه|أنها|في|على|من|إلى|عن|مع|هو|هي|هم|هذا|هذه|ذلك|تلك|ما|لا|لم|"
    r"لن|غير|"
    r"نص|قرار|اتفاق|مذكرة|وثائق|محضر|قانون|دراسة|استطلاع|جلسة|مقابلة|مؤتمر|اجتماع|لقاء|كلمة|خطاب|مغلقة|رسالة|منشور|"
    r"تغريدة|مقطع|فيديو|لافتة|وثيقة|ناطق|متحدث|متحدثة|مشترك|مشتركة|التي|الذي)$"
    r"|\w{3,}(?:ون|ين|"
    r"ات)$(?<!حسين)(?<!ياسين)(?<!شاهين)(?<!أمين)(?<!زين)(?<!فرحات)(?<!بركات)(?<!عرفات)(?<!نسرين)(?<!سيرين)(?<!شاهين)(?<!عون)(?<!ميسون)"
    r"|ו?ב?ל?מ?ה?(?:רכבת|נמל|מפעל|מפלגה|מפלגת|תחנת|אוניברסיטת|בנק|הודעה|הודעת|מקור|מקורות|משרד|משטרה|משטרת|צבא|ממשלה|"
    r"ממשלת|דוח|דו[\"״]ח|חברה|חברת|ארגון|עיתון|"
    r"ועדה|"
    r"בית|משפט|מועצה|"
    r"עירייה|עיריית|רויטרס|אחד|אחת|רבים|כמה|כל|שלה|שלו|שלהם|שלי|אתמול|היום|כי|של|על|את|עם|אל|לא|גם|הוא|היא|הם|זה|זאת|"
    r"עד|עדה|עדת|שלט|"
    r"מכתב|פוסט|ציוץ|"
    r"סרטון|סוכנות|התאחדות|איגוד|חוקרים|משותף|משותפת)$"
    r"|[א-ת]{2,}(?:ים|ות)$(?<!חיים)(?<!מרים)(?<!אפרים)(?<!קיים)(?<!רות)(?<!נעים)(?<!ירושלים)"
)

# What somebody is minister of, capitalised before the name: la ministre des Finances Marguerite Odou.
PORTFOLIOS = words_in(
    "finances intérieur affaires étrangères justice défense santé éducation culture économie agriculture",
    "transports travail environnement enseignement logement écologie budget europe armées hacienda",
    "interior exteriores defensa justicia sanidad educación economía agricultura transportes trabajo",
    "fomento cultura ambiente vivienda igualdad ciencia industria",
)
# Endings of bodies' names: Nordbank, Укрпошта.
BODY_ENDINGS = re.compile(
    r".*(?:bank|banken|banca|банк|пошта|залізниця|verket|bolaget|gruppen|partiet|werke|konzern|bahnen|werft|"
    r"sjukhuset)$"
)
