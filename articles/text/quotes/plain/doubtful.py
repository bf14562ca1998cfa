"""What makes any clause doubtful, wherever it stands in it: talk, inventions, charges, drafts, wishes; by language.

The tables of `words/doubt_words.py` have words with a reach, which ends at a conjunction or a comma. These have none.
"""

import re
from collections.abc import Mapping

_TABLES: Mapping[str, str] = {
    "en": r"""
    rumou?r\w*|gossip\w*|according to which|distanc\w+ (?:her|him|them)sel\w+ from|disown\w*|whereby|withdr[ae]w\w*
    retract\w*|hearsay|apocryphal\w*|folklore|lore|legend\w*|grapevine|tittle-tattle|scuttlebutt
    words? (?:had|has|have) it|word (?:in|on|around|reached|got|was|is|went)
    (?:story|tale|yarn|version) (?:goes|has|had|is|that|doing)
    doing the rounds|(?:is|was|been) put about|(?:to|be) believed|will tell you|one version|another version
    supposed to|meant to
    purport\w*|unverified|unsubstantiated|unproven|unconfirmed|unsourced|so the \w+ goes|overheard
    if .{2,40} (?:to be|is) believed
    indictment|charge sheet|complaint|lawsuit|writ|affidavit|prosecutors?[’']? case|the prosecution
    working on the theory|theory that
    (?:detectives|police|investigators|prosecutors) (?:believe|suspect|say|think|allege)\w*|will hear that
    case is that
    clone\w*|spoof\w*|prank\w*|hoax\w*|impersonat\w+|imposter|impostor|parod\w+|satir\w+|sketch|revue|comedian
    deep-?fake\w*
    computer[- ]generated|generated|synthe\w+|not genuine|bogus|misquot\w+|photoshop\w*|mock-?up|forg(?:ed|ery)
    doctored|spliced
    subtitles? (?:added|had)|appear(?:s|ed)? to|seem(?:s|ed)? to|turned out|resembl\w+|posing as|an actor
    fiction\w*|fabricat\w+
    (?:in|into) the mouth|words in|putting words|attribut\w+|ascrib\w+|credited with
--
    in the event|provided (?:that)?|if only|if .{2,40} says|only an?|the day|the day when|the moment|assuming
    supposing|suppose|imagine\w*|pictur(?:e|es|ing)|lest|as though|as if
    what .{2,40} (?:did not|didn[’']t|never|failed to)|failed to|fails to|left out|omitted|absent|missing|withheld
    draft|script|prepared (?:remarks|text|speech)|advance (?:copy|text)|yet to|due to|set to|scheduled to|poised to
    about to|going to
    (?:long|wait|hop|yearn|pray|itch|ach|dream)(?:s|e|es|ed|ing)? (?:for|to|of)|want(?:s|ed)? (?:\w+ ){0,3}to
    would (?:have|like)
    scotch\w*|quash\w*|stopped short|could not bring|bit (?:her|his|their) tongue|rather than|instead of|far from
    there (?:is|was) no|no (?:evidence|record|recording|transcript|proof|trace)|nothing in|nowhere|hardly|scarcely
    rarely
    """,
    "de": r"""
    gerücht\w*|gemunkel\w*|wonach|distanzier\w+ sich|demzufolge|\w*betrüger\w*|\w*gerücht\w*|zurückgezogen|gerede
    dem vernehmen|hörensagen|flurfunk|buschfunk|man (?:raunt|munkelt|erzählt|sagt|hört)|raunt man
    erzählt man|(?:heißt|hieß) es(?! in| aus| bei| von)|es geht die|glauben darf|glaubt man|angeblich\w*
    vermeintlich\w*|mutmaßlich\w*|legende|anekdote|sage
    anklage\w*|strafanzeige|klageschrift|staatsanwaltschaft\w*|ermittler\w*|zur last|vorgeworfen|beschuldig\w+
    verdächtig\w+
    geklont\w*|nachgebaut\w*|künstliche\w* intelligenz|ki-\w+|gefälscht\w*|fälschung\w*|fake\w*|satir\w+|parod\w+
    scherz\w*|betrüger\w*
    ausgab|ausgibt|meldete sich als|in den mund|zugeschrieben\w*|untergeschoben\w*|erfunden\w*|frei erfunden
    montage|manipulier\w+
--
    gesetzt den fall|falls|nur ein\w*|an dem tag|der tag|dem vernehmen nach|ehe|bevor|sobald|sofern|wenn|ob
    würde\w*|hätte\w*|könnte\w*|sollte\w*|wäre\w*
    redemanuskript|entwurf|manuskript|wird|werden|will|wollen|möchte|dürfte|vermutlich|wohl|demnächst|bald|fehlt nur
    vergeblich|nirgends|kein\w*|nie|niemals|nicht|weder|ohne|verschwieg\w*|verschwiegen|unterließ|vermied\w*
    vermeidet|statt|anstatt
    wartet\w*|warten|hofft|hoffen|wünsch\w+|träum\w+|sehn\w+|doch nur|bestritt|bestreitet|dementier\w*
    """,
    "fr": r"""
    rumeurs?|on-dit|selon (?:laquelle|lequel)|désolidaris\w+|récus\w+|rétract\w+|ouï-dire|bruit (?:de|court)
    à ce qu[’']on dit|paraît-il|dit-on|murmure-t-on|raconte-t-on|on (?:raconte|dit|murmure|prétend)
    se (?:murmure|dit|raconte)|à en croire|légende|anecdote|prétendu\w*|soi-disant|supposée?s?|présumée?s?
    prêt(?:e|ent|é|ée|és|ait)
    accusation|plaignante?|plainte|parquet|enquêteurs|soupçonn\w+|accus\w+|mis en examen|procès-verbal
    clonée?s?|synthé\w+|intelligence artificielle|ia|truqué\w*|falsifié\w*|faux|fausse|canular|plaisantin|parodi\w+
    satiri\w+|montage
    passer pour|faisant passer|dans la bouche|attribu\w+|sembl\w+|inventé\w*|fictif|fictive|détourné\w*
--
    à supposer|quand bien même|seule? une?|le jour où|si|sauf si|au cas où|pourvu que|dès que|jusqu[’']à ce que
    serait|aurait|auraient|pourrait|devrait|voudrait
    discours qui|sera|seront|doit|devra|va|vont|rêv\w+|attend\w*|espèr\w+|souhait\w+|imagin\w+|si seulement
    pas une fois|en vain|jamais|ne|n|ni|aucune?|sans|refus\w+|élud\w+|gardé de|oublié|contest\w+|démen\w+|nie|nié
    réfut\w+|faux que|loin d
    """,
    "es": r"""
    rumor\w*|chismes?|según (?:la cual|el cual)|desmarc\w+|desvincul\w+|se desdi\w+
    retir(?:ó|a|aron) (?:\w+ )?la información|habladurías|bulos?|malas lenguas|de oídas|por lo visto
    se (?:comenta|dice|rumorea|cuenta|murmura)|cuentan|dicen
    hay que creer|según (?:se|cuentan|dicen)|leyenda|anécdota|historia de que|supuest\w+|presunt\w+|al parecer
    atribu\w+
    acusación|acusa\w*|denunciante|denuncia|querella|fiscalía|imput\w+|reproch\w+|sumario
    clonad\w+|sintétic\w+|inteligencia artificial|ia|fals[oa]s?|manipulad\w+|trucad\w+|montaje|meme|bromista
    parodi\w+|paródic\w+|satíric\w+
    hac\w+ pasar|en (?:boca|labios)|parece|parecía|inventad\w+|apócrif\w+
--
    aunque|si|siempre que|solo un\w?|sólo un\w?|el día que|el día en que|basta con|bastaría|bastaba|en caso de
    de haber|cuando .{2,60} diga|hasta que|habría\w*|podría\w*|debería\w*|diría\w*
    hará|será|dirá|subirá|va a|van a|está previsto|ojalá|sueñ\w+|esper\w+|dese\w+|imagin\w+|falta|faltaba|hubiera
    hubiese
    no|nunca|jamás|ni|nadie|ningun\w*|sin|niega|negó|rehús\w+|rehus\w+|se resist\w+|esquiv\w+|evit\w+|se guardó
    desm\w+|lejos de|tachó de
    """,
    "sv": r"""
    rykte\w*|skvall\w*|enligt (?:vilken|vilket)|sig fri|tar avstånd|tog avstånd|dragit tillbaka|drog tillbaka|sägs
    sades|uppges|uppgavs|enligt uppgift|påstå\w*|påstod\w*|om man får tro
    det (?:pratas|sägs|ryktas|berättas|viskas)
    legend\w*|anekdot\w*|myten|lär|förment\w*|misstänk\w*|påhitt\w*|hittats? på
    åtal\w*|åklagar\w*|målsägande\w*|stämningsansökan|anklag\w*|anmälan|polisen misstänker
    klonad\w*|syntetisk\w*|artificiell intelligens|ai|ai-\w+|falsk\w*|förfalsk\w*|fejk\w*|parodi\w*|satir\w*
    bluff\w*|skojare|manipuler\w*
    utg(?:er|av|ett) sig|i munnen|tillskriv\w*|tycks|verkar|ser ut att|redigera\w*
--
    om|ifall|även om|den dagen|bara en|så fort|den dag|skulle|kunde|borde|hade|ska|skall|kommer att|väntas|planerar
    tänker|vill|ville
    drömm\w*|hoppas|önska\w*|väntar på|om bara|man (?:ser|hör|kan)|snart
    inte|aldrig|ingen|inget|inga|ej|varken|utan|saknas|förmådde|förtig\w*|förteg|dementera\w*|förneka\w*|nekade
    vägra\w*|undv\w+|låt bli|lät bli
    """,
    "pl": r"""
    plotk\w*|pogłosk\w*|według któr\w+|wycofa\w+ (?:się )?z? ?informac\w+|podobno|ponoć|rzekom\w*|jakoby|niby
    wierzyć|mówi się|opowiadają|opowiada się|legend\w*|anegdot\w*|wieść
    akt\w* oskarżenia|prokurat\w+|oskarż\w+|zarzuc\w+|zarzut\w*|skarżąc\w+|pozew|pozwie|śledcz\w+|podejrz\w+
    sklonowan\w*|syntetyczn\w*|sztuczn\w+ inteligencj\w*|ai|fałszyw\w*|sfałszowan\w*|fejk\w*|fake\w*|parod\w*
    satyr\w*|oszust\w*|montaż\w*|zmontowan\w*
    podając\w* się|w usta|przypis\w+|zdaje się|zdawał\w*|wymyśl\w+|wymysł\w*|spreparowan\w*|przerobion\w*
--
    jeśli|jeżeli|gdyby|tylko \w+|choćby|wystarczy|byleby|o ile|póki|dopóki|zanim|czy|żeby|aby|by|oby|niech|może
    powinien|powinna|miał[aoy]?|mieli
    \w+(?:łby|łaby|liby)|będzie|ma (?:powiedzieć|ogłosić)|wygłosi|marz\w+|śni\w*|spodziewa\w*|pragn\w*
    tylko patrzeć|oczyma duszy|chyba|pewnie|zapewne
    nie|nigdy|nikt|ani|żad\w+|bez|wcale|przemilcza\w*|zabrakło|zaprzecz\w+|zdementow\w+|dementuj\w+|wypier\w+
    odmów\w+|odmawi\w+|wzbrania\w*|wymiga\w*|unik\w+
    """,
    "uk": r"""
    чутк\w*|чуток|за яко[юї]|згідно з яко\w+|відклика\w+|плітк\w*|поголос\w*|подейкують|балакають|переповіда\w+
    переказ\w*|нібито|начебто|буцім\w*|мовляв|ніби|наче|вірити|легенд\w*|байк\w*|історія, що
    обвинувач\w*|звинувач\w*|слідств\w+|прокурат\w+|позива\w+|позов\w*|закида\w*|підозр\w*|за версією
    клонован\w*|синтез\w*|штучн\w+ інтелект\w*|нейромереж\w*|згенерован\w*|шахра\w*|пранк\w*|фейк\w*|фальш\w*
    підробл\w*|підробк\w*|змонт\w+|пародій\w*|сатир\w*
    видава\w+ себе|видаючи себе|в уста|приписа\w*|припису\w*|вигад\w+|схож\w+ на голос|маніпул\w*
--
    якщо|якби|коли б|лише \w+|тільки \w+|того дня|навіть якби|досить|варто|хай|нехай|чи|щоб|аби|невже|хіба|може
    мож\w+|має|мав|мала|б|би|буде|виголосить|скаже|вийде
    мрі\w+|сподіва\w+|чека\w+|прагн\w+|так і бач\w+|напевно|певно|мабуть|либонь
    не|ні|ніколи|ніхто|ані|жод\w+|без|бракує|змовча\w+|замовча\w+|запереч\w+|спрост\w+|відмов\w+|відхрещ\w+|ухил\w+
    уник\w+|викрут\w+|божи\w+
    """,
    "tr": r"""
    söylenti\w*|dedikodu\w*|rivayet\w*|anlatılan\w*|bakılırsa|konuşuluyor|sözde|güya|sanki|iddia\w*|efsane\w*
    \w+m[ıiuü]ş
    iddianame\w*|savcılı\w*|davacı\w*|suçla\w*|şikâyet\w*|şikayet\w*|dava dilekçe\w*
    klon\w*|yapay zek\w*|sahte\w*|deepfake\w*|montaj\w*|uydur\w*|parodi\w*|mizah\w*|dolandırıcı\w*|taklit\w*|kurgu\w*
    olarak tanıt\w+|ağzına|ağzından|atfedil\w*|görünüyor|göründüğü|benzeyen
--
    eğer|şayet|olsa|bile|keşke|mi|mı|mu|mü|belki|muhtemelen|herhalde|yakında|bekle\w+|diyecek\w*|umu\w+|hayal\w*
    düşle\w+
    değil|hiç|asla|kimse|yok|yalanla\w*|reddet\w*|inkâr|inkar|imtina|kaçın\w*|sakla\w*|gizle\w*|yemin
    """,
    "ar": r"""
    شائع\w*|إشاع\w*|يقسم|أقسم|الشائع\w*|يشاع|تشاع|أشيع|يقال|قيل|يتردد|تردد|يحكى|يروى|روايات|رواية|قصة|تسري|صدقت
    صدقنا|همس\w*|تداول\w*|تناقل\w*|على ما
    لائحة|الاتهام|المدعي\w*|مدعي\w*|الادعاء|النيابة|اتهم\w*|يتهم\w*|تتهم\w*|متهم\w*|المتهم\w*|التحقيق\w*
    مستنسخ\w*|اصطناعي\w*|الاصطناعي|مفبرك\w*|مزيف\w*|مزور\w*|ملفق\w*|مركب\w*|محاكاة|ساخر\w*|انتحل\w*|منتحل\w*
    محتال\w*|المختلق|مختلق\w*
    على لسان|لسان|نسب\w*|ينسب\w*|المنسوب\w*|منسوب\w*|يبدو|كأن\w*|مفاد\w*
--
    لو|إذا|إن صدق\w*|وحد(?:ه|ها|هم)|يكفي|حتى|هل|ليت|لعل|ربما|قد [يت]\w+|س[يت]\w{2,}(?=\s\S+\s\S)|سوف|المقرر|المتوقع
    ينتظر\w*|يحلم\w*|يأمل\w*|يتمنى|تتمنى|من يصدق|لم يبق
    لم|لن|لا|ليس\w*|غير|دون|بلا|قط|أبدا|خلا|أخفى|أخفت|نفى|نفت|ينفي|تنفي|أنكر\w*|كذب\w*|رفض\w*|تمنع\w*|امتنع\w*
    تهرب\w*|تجنب\w*|تبرأ\w*|أقسم\w*
    """,
    "he": r"""
    שמוע\w*|ה?שמוע\w*|רכילות|מרכלים|לכאורה|כביכול|כאילו|להאמין|נטען|ה?סיפור|מסתובב|אגד\w*|לפי ש\w*|שלפי\w*
    כתב ה?אישום|ה?תובע\w*|ה?תביעה|פרקליטות|חשד|חשוד\w*|מואש\w*|הואש\w*|מאשימ\w*|האשי\w*|ייחס\w*|מייחס\w*|מיוחס\w*
    שמיוחס\w*
    משוכפל\w*|בינה מלאכותית|מזויפ?ף?\w*|זויפ\w*|פייק|דיפ-?פייק|פרודי\w*|סאטיר\w*|ערוכ?\w*|נוכל|התחז\w*|שהתחז\w*
    מפוברק\w*|המצא\w*|מתיחה
    בפיו|בפיה|מפיו|מפיה|נראה
--
    אם|גם אם|אילו|לו|די ש\w*|\Aרק \w+|רק (?:כש\w*|נותר|חסר|אם)|האם|אולי|ייתכן|אמור\w*|צפוי\w*|עתיד\w*|[תי]אמר|תכריז
    יכריז|תעלה|יעלה|מחכ\w*|מקוו\w*|חולמ\w*|מי יאמין|הלוואי
    לא|אינ(?:ו|ה|ם|ן|ני|נו|כם)|אין|בלי|ללא|מעולם|אף|שום|נעדר|העלי\w*|הכחיש\w*|מכחיש\w*|סירב\w*|מסרב\w*|חמק\w*
    התחמק\w*|נמנע\w*|התנער\w*|מתנער\w*|נשבע\w*
    """,
}


def _pattern(lines: str) -> re.Pattern[str]:
    words = "|".join(line.strip() for line in lines.split("\n") if line.strip())
    return re.compile(rf"(?<![^\W_])(?:{words})(?![^\W_])", re.IGNORECASE)


# What makes a clause doubtful from wherever it stands; and what does before a verb of speech.
ANYWHERE = {language: _pattern(table.partition("--")[0]) for language, table in _TABLES.items()}
BEFORE = {language: _pattern(table.replace("--", "")) for language, table in _TABLES.items()}

# What only looks like a doubt: who does not hide, spare words or agree speaks.
_OUTSPOKEN: Mapping[str, str] = {
    "en": r"""
    (?:not|n[’']t|never) (?:\w+ )?(?:hide|hid|hidden|conceal\w*|disguise\w*|mince\w*|spare\w*)
    (?:not|n[’']t|never) (?:\w+ )?(?:bite|bit|hesitate\w*|hold|beat|waver\w*|flinch\w*|budge\w*)
    (?:not|n[’']t|never) (?:\w+ )?(?:agree\w*|share\w*|accept\w*|believe\w*|regret\w*|forg\w+)
    (?:not|n[’']t|never) (?:\w+ )?(?:impressed|amused|convinced|surprised|worried|afraid|alone)
    wants? to be|not (?:only|just|merely)|no longer|(?:managed|dared|was able|was forced) to|when asked whether
    without naming
    """,
    "de": r"""
    (?:kein(?:en)?) (?:blatt|hehl|zweifel)\w*
    nicht (?:ohne \w+|hinterm?|zurück|nur|lange|verstehen|nachvollziehen|einverstanden|überzeugt|überrascht|mehr)
    kann es nicht fassen|ohne (?:\w+ ){1,3}zu nennen|nichts davon|will (?:klarstellen|betonen|wissen)
    ohne (?:umschweife|zögern)
    """,
    "fr": r"""
    n(?:e |[’'] ?)(?:\S+ ){0,2}?(?:pas|jamais) (?:\w+ )?(?:mâch\w*|cach\w*|dissimul\w*|hésit\w*)
    n(?:e |[’'] ?)(?:\S+ ){0,2}?(?:pas|jamais) (?:\w+ )?(?:partag\w*|regrett\w*|oubli\w*|convain\w*|surpri\w*)
    ne (?:mâche|cache|dissimule|décolère|partage)\w* (?:pas|plus)
    ne (?:comprend|croit|regrette|comprend|se démonte|s[’']en cache)\w* (?:pas|plus)
    ne (?:décolère|cache) pas|sans (?:détour|ambages|hésiter|étiquette|se démonter)
    s[’']est défendue?|se défend|se (?:veut|voulait|montre|montrait) plus|sans (?:nommer|citer)|veut croire
    pas seulement
    """,
    "es": r"""
    no (?:se (?:lo )?)?(?:mord|muerd|anduv|and|ocult|escond|disimul|dud|compart)\w*
    no (?:se (?:lo )?)?(?:cre[eíy]|lament|olvid|ent[ie]+nd|qued|call|arrug|arredr|escatim|titube)\w*
    no solo|sin (?:dar|citar|mencionar) nombres|sin (?:rodeos|titubeos|dudar|levantar|inmutarse|pelos)|no oculta\w*
    """,
    "sv": r"""
    (?:sparade|sparar|döljer|dolde|tvekar|tvekade|håller|höll|delar|delade) inte
    (?:tror|förstår|förstod|ångrar|skräder|skrädde|lade|lägger|imponeras|är|var) inte
    (?:kunde|kan) bara|inte (?:bara|minst|med om|nådig|imponerad|förvånad|överens|orolig)
    vill (?:vara|betona|understryka)
    """,
    "pl": r"""
    nie (?:\w+ )?(?:krył|kryje|kryła|ukryw|przebier|owij|szczędz|waha|zgadz)\w*
    nie (?:\w+ )?(?:podziel|wierz|rozum|żałuj|gryz|dał|poskąpi|hamow|bez)\w*
    nie wymieniając|nie tylko|bez (?:ogródek|wahania)
    """,
    "uk": r"""
    не (?:\w+ )?(?:добира|крив|крил|приход|прихову|вага|погодж|погоди|поділя)\w*
    не (?:\w+ )?(?:вір|розумі|шкоду|стрима|стриму|церемон|лише|тільки|без)\w*
    не називаючи|без (?:вагань|зайвих)
    """,
    "tr": r"""sakınma\w+|gizleme\w+|çekinme\w+|katılm\w+|esirgeme\w+|yalnızca|sadece""",
    "ar": r"""
    لم (?:يخف|تخف|يتردد|تتردد|يوافق|توافق|يكتم|تكتم|يوفر|توفر|يتمالك|تتمالك)\w*|لا (?:يخفي|تخفي|يتفق|توافق)|ليس فقط
    """,
    "he": r"""לא (?:הסתי|מסתי|חסכ|היסס|הסכי|מסכי|התבייש|מבינ?ה?|מבין|נשאר\w* חייב|מתרגש|הופתע|רק)\w*|איש לא צחק""",
}
OUTSPOKEN = {language: _pattern(table) for language, table in _OUTSPOKEN.items()}
