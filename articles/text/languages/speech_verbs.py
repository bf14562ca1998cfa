"""Verbs of speech by language, as stems with the endings that they take, in the forms that tell of somebody speaking.

A family has its endings first, then its stems; a star among the endings stands for the stem, "_" for no ending. Forms
that are a common noun as well are left out: where they stand beside a quotation, their place tells what they are.
"""

from collections.abc import Iterator, Mapping, Sequence

from articles.text.languages.verbs import western

POLISH_UJE = "ował owała owali owały uje ują"
_PL_PAST = "ł ła li ły"
UKRAINIAN_PAST = "в ла ли"
_UK_SELF = "вся лася лися лась"
_AR = "_ ت وا ي* ت*"
_HE_HIFIL = "ה* ה*ה ה*ו מ* מ*ה מ*ים מ*ות"
_HE_PAST = "_ ה ו"

_FAMILIES: dict[str, tuple[tuple[str, str], ...]] = {
    "uk": (
        (
            UKRAINIAN_PAST,
            "сказа каза писа мови заяви дода повідоми зазначи наголоси підкресли розпові опові поясни написа "
            "відпові запита спита говори зауважи визна запевни уточни пригада згада попереди заклика крикну вигукну "
            "гукну гримну буркну шепну прошепоті зітхну підсумува резюмува констатува прокоментува коментува "
            "пообіця розказа попроси поради оголоси підтверди відзначи акцентува наголошува пожартува пояснюва "
            "іронізува парирува відруба відріза проціди пробурмоті промови проговори продовжи переказа доповіда "
            "поінформува інформува аргументува спрогнозува запропонува виправи нагада повтори розповіда відповіда "
            "додава запевня зауважува переконува ради скоментува оповіда застеріга уточнюва згадува",
        ),
        (
            _UK_SELF,
            "поділи висловлюва вислови обури поскаржи усміхну здивува зізна призна поцікави вибачи озва відгукну "
            "похвали",
        ),
        (
            "є ють",
            "дода заявля зазнача наголошу підкреслю розповіда поясню відповіда запиту зауважу визна запевня уточню "
            "пригаду згаду попереджа стверджу коменту констату резюму підсумову обіця нагаду перекону вважа жарту "
            "іронізу продовжу підтверджу застеріга інформу аргументу прогнозу пропону повторю повідомля заклика "
            "переказу виправля",
        ),
        (
            "_",
            "наполягає наполягав наполягала наполягли гримить гримів гриміла нарікає нарікав нарікала "
            "бідкається бідкався бідкалася журиться тішиться тішився "
            "тішилася радіє радів раділа сумує сумував сумувала хвилюється хвилювався хвилювалася "
            "непокоїться непокоївся непокоїлася гнівається жаліється "
            "скаржився скаржилася обурюється обурювався обурювалася дивується дивувався дивувалася "
            "захоплюється захоплювався захоплювалася хвалиться "
            "хвалився хвалилася виправдовується виправдовувався виправдовувалася відмахується відмахнувся "
            "відмахнулася огризнувся огризнулася вставив "
            "вставила перебив перебила підхопив підхопила підтакнув підтакнула вторить вторив вторила "
            "погоджується погодився погодилася сподівається "
            "сподівався сподівалася вірить вірив вірила думає думав думала гадає припускає припустив "
            "припустила прогнозує резюмує підсумовує "
            "підсумовував підсумовувала звинувачує застерігає застерігав застерігала заспокоїв заспокоїла "
            "заспокоює дякує дякував дякувала подякував "
            "подякувала вітає привітав привітала звернувся звернулася звертається виголосив виголосила "
            "процитував процитувала закінчив закінчила "
            "завершив завершила почав почала починає мовив мовила кинув кинула кидає видихнув видихнула "
            "прохрипів прохрипіла випалив випалила "
            "написав написала відписав відписала твітнув твітнула нагадує нагадував нагадувала описує "
            "описував описувала змальовує розмірковує "
            "міркує міркував міркувала констатує визнає визнавав визнавала зізнавався зізнавалася "
            "розповідав розповідала "
            "каже кажуть пише пишуть говорить говорять мовить твердить твердять радить просить застеріг застерегла "
            "ділиться усміхається сміється скаржиться обурюється зізнається дивується зітхає питає питають "
            "переконаний переконана переконані шепоче кричить пояснюють повідомляють пояснює",
        ),
        (  # Russian
            "_",
            "сказал сказала заявил заявила добавил добавила сообщил сообщила отметил отметила пояснил пояснила "
            "написал написала говорит говорят подчеркнул подчеркнула рассказал рассказала рассказывает ответил "
            "ответила спросил спросила объяснил объяснила",
        ),
    ),
    "pt": (
        (
            "_",
            "disse disseram diz afirmou afirma declarou acrescentou explicou contou respondeu perguntou digué diu "
            "afegí assegura",
        ),
    ),
    "it": (
        ("_", "detto dichiarato affermato aggiunto spiegato disse aggiunge aggiunse spiega racconta risponde chiede"),
    ),
    "pl": (
        (
            "iał iała ieli iały",
            "powiedz odpowiedz zapowiedz przypomn opowiedz wypowiedz",
        ),
        ("ał ała ali ały", "napis przyzn przekaz zapyt wskaz uzn wyzn pis zawoł krzycz usłysz"),
        (
            "ał ała ali ały a ają",
            "opowiad odpowiad pyt wspomin wzdych stwierdz podkreśl zaznacz zauważ potwierdz przypomin zapowiad "
            "zdradz ostrzeg uważ wołał powtarz wylicz wyjaśni zapewni oceni ujawni",
        ),
        (
            "ił iła ili iły",
            "stwierdz podkreśl wyjaśn zapewn ocen ogłos potwierdz mów uściśl ujawn radz poradz prosi poprosi oznajm "
            "rzuc stwierdz zwróc zdradz wyraz",
        ),
        ("ył yła yli yły", "oświadcz zaznacz zauważ tłumacz zakończ powtórz wylicz wytłumacz"),
        (
            "nął nęła nęli nęły",
            "mruk krzyk westch szep huk burk wark bąk jęk wrzas ryk parsk prych uśmiech",
        ),
        (
            POLISH_UJE,
            "inform poinform relacjon koment skoment kwit skwit żart zażart apel zaapel argument deklar zadeklar "
            "alarm zaalarm podsum prognoz ironiz precyz sprecyz doprecyz kontynu protest zaprotest replik ripost "
            "zripost sugest sugerow zasugerow konkluz konstat skonstat sygnaliz zasygnaliz",
        ),
        (
            "_",
            "grzmi grzmiał grzmiała grzmieli wtóruje wtórował wtórowała pyta pytają dopytuje dopytywał "
            "dopytywała drąży martwi martwił martwiła cieszy "
            "cieszył cieszyła obawia obawiał obawiała dziwi dziwił dziwiła irytuje irytował irytowała "
            "oburza oburzał oburzała oburzył oburzyła chwali "
            "broni bronił broniła upiera upierał upierała zarzeka sądzi uważa podejrzewa przypuszcza wierzy "
            "ufa nalega nalegał nalegała wspomina "
            "przestrzega przestrzegał przestrzegała przestrzegł przestrzegła uspokaja uspokajał uspokajała "
            "uspokoił uspokoiła studzi punktuje "
            "punktował punktowała kpi kpił kpiła szydzi szydził szydziła drwi drwił drwiła wytyka wytykał "
            "wytykała zarzuca apeluje wzywa wzywał "
            "wzywała wezwał wezwała zachęca zachęcał zachęcała dziękuje dziękował dziękowała podziękował "
            "podziękowała gratuluje gratulował "
            "gratulowała przeprasza składa donosi doniósł doniosła doniosło uzupełnia uzupełnił uzupełniła "
            "kończy zaczyna opisuje opisywał opisywała "
            "sumuje rozwija wtrąca wtrącił wtrąciła rzuca odpisał odpisała odpisuje napomknął napomknęła "
            "zdradza wyjawił wyjawiła ogłasza "
            "obwieścił obwieściła zawyrokował zawyrokowała podaje podał podała podali twierdził twierdziła "
            "utrzymuje utrzymywał utrzymywała zwrócił zwróciła "
            "mówi mówią dodał dodała dodali dodały dodaje dodają tłumaczy tłumaczą przyznaje przekazuje wskazuje "
            "przekonuje przekonywał przekonywała wyznaje pisze piszą prosi radzi krzyczy szepcze twierdzi śmieje "
            "odparł odparła odparli ostrzegł ostrzegła ostrzegli obiecał obiecała obiecuje rzekł rzekła ujął ujęła "
            "zaczął zaczęła usłyszeliśmy skarży żali podsumowuje zastrzegł zastrzegła zastrzega ciągnął ciągnęła "
            "uśmiecha",
        ),
    ),
    "ar": (
        (
            "_ ت وا",
            "قال أضاف أكد صرح أعلن ذكر أوضح كتب تابع أشار شدد لفت اعترف رد سأل أجاب حذر بين أفاد أخبر علق وعد "
            "استطرد ختم نوه تساءل صرخ طلب أردف خاطب عقب غرد صاح هتف همس أقر أقسم أعرب عبر استدرك مازح أبلغ شرح سرد "
            "نبه تعهد ناشد أصر كشف أكمل استغرب تمتم زمجر جزم لخص ألمح توقع استنتج عزا اشتكى أسر غمغم رجح صارح أنذر "
            "استهجن تذكر",
        ),
        (
            "ي* ت*",
            "قول ضيف ؤكد صرح علن وضح كتب تابع شير شدد لفت عترف سأل جيب حذر بين فيد خبر علق ستطرد ختم نوه تساءل صرخ "
            "ردف عقب غرد صيح هتف همس قر عرب ستدرك مازح شرح نبه صر كشف ستغرب تذكر قل روي حكي",
        ),
        ("_", "روى روت حكى حكت شكا شكت قائلا قائلة نادى نادت رأى رأت"),
    ),
    "he": (
        (
            "_ ה ו",
            "אמר ציין סיפר כתב ענה שאל נשבע תה קבע סיכם הוד קרא לחש טען צעק נזכר ציטט התבדח צייץ מסר רעם שאג נאנח "
            "התלונן הצטער הזדעק הודה דיווח לחש פסק גרס אישר זעק התריס הפטיר התרעם הוסיף חשף ניסח הצטדק תיאר עדכן העיד",
        ),
        (
            _HE_HIFIL,
            "דגיש סביר שיב צהיר בהיר זהיר בטיח משיך תריע גיב כריז עיר פציר טעים עיד רגיע",
        ),
        (
            "_",
            "הודיע הודיעה הודיעו מודיע מודיעה מוסיף מוסיפה מוסיפים אומר אומרת אומרים מספר מספרת מספרים מציין מציינת "
            "כותב כותבת שואל שואלת תהה תהתה ענתה עונה מודה הודתה הודו טוען טוענת מסכם מסכמת צועק צועקת נזכרת מצייץ "
            "מדווח מתלונן מתבדח נכתב נמסר קובע קובעת מאשר מאשרת מסרה נוזף לוחש ממשיך ממשיכה התוודה התוודתה סבור "
            "סבורה סבורים מאמין מאמינה מעריך מעריכה משוכנע משוכנעת",
        ),
    ),
    "da": (  # and Norwegian
        (
            "_",
            "siger sagde fortæller fortalte sier legger tilføjer tilføjede forklarer forklarede mener mente svarer "
            "svarede svarte spørger spurgte spør spurte konstaterer konstaterede konstaterte understreger "
            "understregede understreker understreket oplyser oplyste opplyser opplyste advarer advarede advarte "
            "fortsætter fortsetter lover lovede bekræfter bekræftede bekrefter bekreftet erkender erkendte "
            "innrømmer innrømmet vurderer vurderede vurderte lyder griner smiler sukker råber roper ropte udtaler "
            "udtalte uttaler uttalte synes hevder poengterer oppsummerer skriver ler",
        ),
    ),
    "nl": (("_", "zei zegt verklaarde"),),
    "fi": (
        (
            "_",
            "sanoi sanoo kertoi kertoo toteaa totesi kysyy kysyi vastaa vastasi lisää lisäsi muistuttaa arvioi "
            "korostaa huokaa",
        ),
    ),
    "cs": (("_", "řekl řekla"),),
    "tr": (
        (
            "_",
            "dedi dediler diyor diyorlar söyledi söylüyor konuştu konuşuyor ekledi ekliyor belirtti belirtiyor "
            "açıkladı vurguladı vurguluyor sordu soruyor yanıtladı cevapladı anlattı anlatıyor diyerek etti getirdi "
            "kaydetti uyardı haykırdı fısıldadı seslendi kullandı",
        ),
    ),
}


_WITHIN_A_WORD = str.maketrans("ךםןףץ", "כמנפצ")  # Hebrew letters have another form at a word's end


def _forms(endings: str, stems: str) -> Iterator[str]:
    """Every stem with every ending."""
    for stem in stems.split():
        for ending in endings.split():
            pattern = "*" if ending == "_" else ending if "*" in ending else f"*{ending}"
            yield pattern.replace("*", stem if pattern.endswith("*") else stem.translate(_WITHIN_A_WORD))


def conjugated(tables: Mapping[str, Sequence[tuple[str, str]]]) -> dict[str, frozenset[str]]:
    """Every form of the verbs of each language."""
    return {
        language: frozenset(form for endings, stems in families for form in _forms(endings, stems))
        for language, families in tables.items()
    }


SPEECH_VERBS = conjugated({**western.SPEECH, **_FAMILIES})
