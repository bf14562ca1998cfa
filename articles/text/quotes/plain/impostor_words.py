"""The words by which a sentence leaves open whether it was the one it names who spoke, in all languages at once."""

# What opens another possibility, as in: Ivor Pell (or an impostor).
_OR = r"or|ou|oder|o|eller|albo|lub|czy|або|чи|ya da|veya|أو|או|あるいは|または|もしくは|或"
_IF = (
    r"if|assuming|provided|supposing|si|s[’']il|à supposer|falls|sofern|wenn|om|ifall|jeśli|jeżeli|o ile|якщо|eğer"
    r"|şayet|إن|إذا|אם|もし|如果|若|假如"
)
_WAS = (
    r"(?:indeed|really)? ?(?:it|that|he|she) (?:was|is|were)|(?:c[’']est|c[’']était|ce fut)|es que"
    r"|(?:es|sie|er) (?:es )?(?:war|ist)"
    r"|det (?:nu )?(?:var|är)|to (?:był|jest)|це (?:був|справді)|gerçekten|كانت? ه|אכן|הייתה|היה ז"
)
_THINGS = (
    r"genuine|authentic|real|true|hers?|his|theirs|believed?|trusted|accurate|correct"
    r"|go by|reliable|authenti\w+|vrai\w*|echt\w*|auténtic\w+|verdader\w+"
    r"|glaub\w+|stimmt?|trau\w*|croire|en croit|fiable|exacte?|creer|cre[eé]mos|ciert\w+|tro|stämmer|lita på"
    r"|wierzyć|praw\w+|ufać|вірити|правд\w+|довіряти"
    r"|äkta|autentyczn\w+"
    r"|prawdziw\w+|справжн\w+|автентичн\w+|gerçek\w*|صح\w*|حقيقي\w*|אמית\w+|אותנטי\w+"
)
ASIDE = (
    rf"[(（]\s*(?:{_OR}|{_IF})(?![^\W_])|[(（][^()（）]{{0,40}}(?:であれば|なら|とすれば|冒充|自称)"
    rf"|\s[–—-]\s?(?:{_IF})(?![^\W_])"
    rf"|[,،]\s(?:or|ou|oder) (?:who|whoever|someone|somebody|quelqu|celui|jemand|wer)\w*"
    rf"|[,،]\s(?:{_IF}) (?:\w+ )?(?:{_WAS})"
)
GENUINE = (
    rf"(?<![^\W_])(?:{_IF})\b[^.“”«»]{{0,60}}\b(?:{_THINGS})(?![^\W_])|gerçekse|إذا صح"
    r"|本物(?:なら|であれば)|(?:属实|真实)的?话"
)
UNLESS = (  # what leaves a way out, and what was only heard or remembered so
    r"unless|(?:may|might|could) (?:well )?have been"
    r"|or so(?= \w+ \w)|at least (?:so|that is how)"
    r"|made (?:[A-Z][\w.’'-]+ ){1,4}say"
    r"|à moins qu\w*|du moins|es sei denn|wenn (?:es|sie|er) nicht|a no ser que|a menos que|såvida"
    r"|om det inte|chyba że"
    r"|(?:якщо|хіба) то не|değilse|ما لم|אלא אם|wessen|whose authenticity|echtheit|authenticité|autenticidad|äkthet"
)
POSING = r"""
claim\w* to be|(?:call|pass)\w* (?:him|her|them)sel\w+ off as|posing as|on behalf of whoever
pretend\w* to be|styl\w+ (?:him|her)self|us(?:ing|ed) (?:his|her|their|\w+[’']s) (?:account|name|phone)
(?:account|page|profile|letter)s? (?:in|under) the name of|signed with
se présent\w+ comme|se fai\w+ passer pour|compte (?:au nom|sous le nom)|prétend\w* être|disant être
signée? d[’']un nom
sich (?:\w+ ){0,3}als [^.:„]{2,60}(?:vorstell\w*|ausg[ai]b\w*)|sich (?:\w+ ){0,3}für [^.:„]{2,40} ausg[ai]b\w*
konto (?:unter dem|im) namen|angeblich\w*
se present\w+ como|se hac\w+ pasar|dec\w+ ser|cuenta a nombre
uppg[ae]v sig|utg[ae]v sig|utger sig|konto i [^.:”]{2,40}namn|sade sig vara|sa sig vara
przedstawi\w+ się jako|podszywa\w+|podał\w* się za|konto [^.:„]{0,30}na nazwisko
назва\w+ся|представи\w+ся|вида\w+ себе|акаунт [^.:«]{0,20}на ім[’'ʼ]я
olarak tanıt\w+|yerine geçen|adına (?:açılan|yazılan)|olduğunu (?:söyleyen|iddia)
زعم\w* أن|ينتحل|انتحل\w*|ادعى أن|حساب باسم|يدعي أنه
ה?הציגה? את עצמ\w+|שהציגה? את עצמ\w+|התחז\w+|שהתחז\w+|מתחז\w*|חשבון על שמ\w*|שטענה? שה\w+
"""
VOICES = r"""
voices?(?: \w+)? (?:cloned|resembling|imitating|like|that sounded|made|generated)|imitat\w+|impersonat\w+|mimick?\w*
sound\w* like|puppets?|dolls?|chatbots?|avatars?|holograms?|ventriloquists?|doubles?|effigy|leaflets?|parrot
waxwork|dressed as|(?:actor|actress|comedian|singer)\w* (?:who )?play\w+
marionnettes?|poupées?|sosies?|tracts?|robots?|imitateur\w*|imitatrice|imitant|imite\w*|voix de synthèse
(?:comédien|acteur|actrice)\w* (?:qui|jouant)
puppen?|doppelgänger\w*|chatbots?|flugbl[aä]tt\w*|schauspieler\w*,? d(?:er|ie)|imitator\w*|künstliche stimme
klang\w* wie|imitier\w*|nachgeahm\w*
muñec[oa]s?|títeres?|panfletos?|imitador\w*|imitaba\w*|imitando|voz sintética|actor que|actriz que
dock(?:a|an|or)|chattrobot\w*|dubbelgångare\w*|flygblad\w*|skådespel\w+ som|imitatör\w*|imiter\w*
konstgjord röst|lät som
kukieł\w+|sobowtór\w*|ulotk\w+|aktor\w* gra\w+|naśladow\w+|naśladuj\w+|sztuczn\w+ głos|imitator\w*
ляльк\w+|чатбот\w*|двійни\w+|листівк\w+|актор\w*,? (?:який|яка|що) гра\w+|імітатор\w*|синтезован\w+
схож\w+ на голос|наслідуюч\w+
kukla\w*|sohbet robotu|dublör\w*|canlandıran|taklit ed\w+|yapay (?:bir )?ses|taklitçi\w*
دمية|روبوت|شبيهة?|منشور باسم|الممثلة? (?:الذي|التي)|يشبه صوت|صوت مولد|يقلد|مقلد\w*
ה?בובה|רובוט|כפיל\w*|ה?שחקנית? ש\w+|נשמע\w* כמו|קול מלאכותי|חקיינ?ית?|מחקה
"""
FICTION = r"""
of the (?:thriller|novel|play|screenplay)|page \d+ of|chapter \w+ of
in (?:the|a|her|his|its) (?:play|novel|film|movie|script|sketch|series|opera|musical|drama|satire|dream|advert\w*)
dans (?:la|le|une?|son|sa) (?:pièce|roman|film|scénario|nouvelle|série|rêve|sketch)
(?:im|in dem|in einem|in der|des) (?:\w+ akt des )?(?:stücks?|romans?|films?|drehbuchs?|traums?|oper|serie)
en (?:la|el|una?|su) (?:obra|novela|película|guion|guión|serie|sueño)
i (?:pjäsen|romanen|filmen|manuset|serien|drömmen|operan)
w (?:sztuce|powieści|filmie|scenariuszu|serialu|śnie|operze)
[ву] (?:виставі|п[’'ʼ]єсі|романі|фільмі|сценарії|серіалі|опері|сні)
(?:oyun|roman|film|senaryo|dizi|rüya|opera)(?:da|de|sında|sinde)
في (?:ال)?(?:مسرحية|رواية|فيلم|مسلسل|حلم)
ב(?:מחזה|רומן|סרט|תסריט|סדרה|חלום|הצגה)
"""
UNREAL = r"""
rehears\w+|practi[sc]ed saying|deleted|dream(?:ed|t|s)|(?:was|were|is) (?:meant|supposed|to have|due) to say
all but said
sooner have|attributed|(?:ha[sd]|have|having) (?:[A-Z][\w.’'-]+ ){1,5}saying
(?:is|was|were|are) (?:said|believed|thought) (?:by|to)
it was believed|recall nothing|did not say was|hopes? that (?:he|she|they) will|never recorded
(?:avait|ont|a) répété (?:devant|cent|mille)|prêtée? à|attribuée? à|fai(?:t|re|sait) dire
geübt|zugeschrieben\w*|l[aä]sst? [^.:„]{2,50} sagen|lässt
ensayad\w+|se atribuye\w*|atribuid\w+|hac\w+ decir
övat|tillskrivs|tillskriv\w+|drömde
ćwiczył\w*|przypisywan\w*|śniło
репетирував\w*|репетирувал\w*|приписують|приписуван\w+|снилося
prova et\w+|provasını|atfedilen|atfedil\w+
تدرب\w* |المنسوبة?|منسوبة?
התאמן|התאמנה|ה?מיוחס\w*
"""
UNSPACED = (
    r"自称|冒充|假冒|名义注册|模仿|合成(?:语音|声音|音声)|饰演|扮演|剧中|小说[中里]|电影[中里]|据传|梦[中里]|名乗る|かたる|まねた|劇中|作中|演じる"
    r"|小説の中|偽者|なりすま|録音が本物|除非|聊天机器人|机器人以|木偶|替身|の口吻|を模した|でなければ|でないとすれば|ロボットは|人形は"
)
