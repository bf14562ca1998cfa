"""Word lists: abbreviations, dates, agencies, titles, and words that show what a line or a name is not."""

from articles.text.moments.calendar_words import MONTH_NUMBERS, WEEKDAY_NUMBERS


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


def _phrases(text: str) -> frozenset[str]:
    return frozenset(phrase.strip() for phrase in text.split(","))


# Words whose full stop ends no sentence, without it.
ABBREVIATIONS = _words(
    "gen lt col maj brig capt cmdr adm sgt cpl pvt dr mr mrs ms prof sen rep gov rev hon pres st jr sr inc co"
    " corp ltd bros no nos vs etc dept univ assn mt ft jan feb mar apr jun jul aug sep sept oct nov dec mme mlle"
    " mm nr bzw ca min ст вул акад проф ім"
)
# Small words inside names: "von der", "bin".
PARTICLES = _words(
    "de del della der den di da dos das du van von vom zu zum la le les el al bin bint ibn ben abu of y e ter ten"
)
# What follows a suspended hyphen: "short- and long-term".
SUSPENDING = _words("and or to und oder bis et ou y o та і й або и или")
MONTHS = frozenset(MONTH_NUMBERS)
WEEKDAYS = frozenset(WEEKDAY_NUMBERS)
DAYS_AND_MONTHS = MONTHS | WEEKDAYS
# Words that may stand around a date on a line of its own.
AROUND_DATES = _words(
    "today yesterday "
    "published updated posted last first modified on at date gmt utc est edt cst cdt pst pdt cet cest eet eest"
    " bst et pt publié mis à jour le a veröffentlicht aktualisiert am um uhr stand vom опубліковано оновлено о об"
    " року р опубликовано обновлено в г publicado actualizado el de du نشر نشرت في تحديث آخر تاريخ النشر min"
    " yesterday hier ayer gestern igår wczoraj dün вчора сьогодні أمس اليوم אתמול היום heute aujourd'hui hoy bugün dziś"
    " minute read issued kyiv time local date publication released"
    # German, French, Spanish
    " veröffentlichung erstellt geändert letzte aktualisierung datum publication modifié mise dernière heure publicada"
    " actualizada fecha última actualización hora horas h las"
    # Swedish, Norwegian, Polish, Turkish
    " publicerad publicerat publicerades uppdaterad uppdaterat uppdaterades senast kl klockan den publisert oppdatert"
    " udgivet data publikacji opublikowano dodano aktualizacja ostatnia godz godzina dnia roku utworzono"
    " yayınlanma yayınlandı yayın güncelleme güncellendi güncellenme tarihi tarih saat giriş son eklenme"
    # Ukrainian, Arabic, Hebrew
    " дата публікації оновлення час год востаннє додано публікація последнее обновление آخر تحديث الساعة تم"
    " النشر الموافق"
    " פורסם פורסמה עודכן עדכון אחרון בשעה בתאריך תאריך פרסום ב"
)
# News agencies by the names they go by.
AGENCIES = _phrases(
    "reuters, ap, associated press, the associated press, afp, agence france-presse, dpa, dpa, efe, ansa, "
    "tass, interfax, xinhua, kyodo, upi, pa, pa media, ukrinform, укрінформ, уніан, interfax-ukraine, rfe/rl, "
    "bloomberg, cnn, bbc, bbc news, al jazeera, belga, apa, sda, keystone-sda, ats, anp, ntb, pti, ani, ians, "
    "anadolu, aa, dha, iha, pap, tt, ritzau, stt, lusa, mti, čtk, unian, wafa, petra, mena, spa, qna, kuna, sana, "
    "presseportal, ots, pr newswire, business wire, globenewswire, 新华社, 中新社, 共同, 時事, dts, reuters/ap, "
    "anadolu ajansı, deutsche presse-agentur, polska agencja prasowa, tidningarnas telegrambyrå, interfax-україна, "
    "wam, yonhap, cp, the canadian press, aap, رويترز, فرانس برس, أ ف ب, وام, واس "
)
# Words in capitals before a dash that name no place.
NO_PLACES = _words(
    "breaking exclusive update analysis opinion explainer factbox watch live video photos corrected correction"
    " insight wrapup timeline urgent advisory editorial commentary interview feature special read note eilmeldung"
    " récit reportage enquête analyse entretien portrait tribune édito décryptage vidéo direct témoignage kommentar"
    " porträt hintergrund exklusiv glosse análisis entrevista reportaje crónica opinión exclusiva vídeo directo analys"
    " intervju krönika ledare analiza wywiad reportaż komentarz felieton opinia analiz röportaj yorum аналіз інтерв'ю"
    " репортаж відео ексклюзив думка"
)
# Words that stand alone over a section more often than they are somebody's name.
NO_REPORTERS = _words(
    "background analysis opinion summary introduction overview context exclusive breaking video photos gallery"
    " live world politics business sport sports culture news highlights timeline explainer reaction reactions"
    " outlook next steps what why how who when where key points conclusion history contexte analyse hintergrund"
)
# Words that say when: first paragraphs of news have them, deks do not.
DAY_WORDS = _words(
    "monday tuesday wednesday thursday friday saturday sunday today yesterday tonight lundi mardi mercredi jeudi"
    " vendredi samedi dimanche montag dienstag mittwoch donnerstag freitag samstag sonntag heute gestern hier"
)
# Verbs of speech.
SPEECH = _words(
    "said says told tells added adds wrote writes stated asked announced argued warned warns insisted explained"
    " noted reiterated recalled replied declared tweeted testified dit déclare déclaré affirme affirmé ajoute"
    " ajouté estime sagte sagt erklärte betonte teilte dijo afirmó disse сказав сказала заявив заявила зазначив"
    " зазначила повідомив повідомила додав додала наголосив наголосила сказал заявил قال قالت أعلن أضاف"
    " säger sade sa tillade uppgav menar powiedział powiedziała mówi dodał dodała oświadczył oświadczyła dedi söyledi"
    " açıkladı belirtti ekledi каже говорить мовив мовила розповів розповіла afirma dice explicó explica aseguró"
    " sagten berichtete erklärt betont أعلنت أضافت وقال وقالت אמר אמרה אומר אומרת מסר מסרה הוסיף הוסיפה"
)
# Of those, the ones after which stands who was told.
ADDRESSES = _words("told tells asked")
AND = _words("and et und та і й и y")
# Words before places and organisations.
BEFORE_PLACES = _words("the in at from near to across inside outside der die das dans en")

# Written short, with a full stop or without.
SHORT_TITLES = _words(
    "gen. gen lt. col. maj. brig. capt. cmdr. adm. sgt. cpl. pvt. dr. dr mr. mr mrs. mrs ms. ms prof. sen. rep."
    " gov. rev. hon. mme mlle sir dame lord lady herr frau hr. fr. msgr."
)

# How anybody may be addressed: they say nothing of what somebody does.
COURTESIES = _words("dr mr mrs ms mme mlle sir dame lord lady herr frau hr fr hon")

TITLES = SHORT_TITLES | _words(
    "president vice-president minister premier chancellor secretary secretary-general envoy ambassador spokesman"
    " spokeswoman spokesperson commander governor senator congressman congresswoman representative mayor judge justice"
    " sheriff director chairman chairwoman chair chief head leader adviser advisor negotiator lawmaker"
    " diplomat general admiral colonel major captain lieutenant sergeant brigadier marshal king queen prince princess"
    " emperor pope cardinal archbishop bishop patriarch rabbi imam ayatollah sheikh sultan emir professor analyst"
    " journalist reporter photographer lawyer attorney prosecutor economist historian scientist coach author speaker"
    " commissioner inspector officer executive ceo founder deputy counselor councillor mp mep"
    # French
    " président présidente ministre générale chancelier chancelière amiral colonel capitaine maire députée député"
    " sénateur sénatrice ambassadeur ambassadrice émissaire secrétaire porte-parole roi reine prince princesse pape"
    " gouverneur directeur directrice général chef cheffe"
    # German
    " präsident präsidentin kanzler kanzlerin bundeskanzler bundeskanzlerin ministerpräsident ministerpräsidentin"
    " bundespräsident ministerin oberst hauptmann sprecher sprecherin generalsekretär botschafter botschafterin"
    " bürgermeister bürgermeisterin könig königin außenminister außenministerin verteidigungsminister"
    " verteidigungsministerin innenminister finanzminister us-präsident"
    # Spanish
    " presidente presidenta ministro ministra canciller alcalde alcaldesa embajador embajadora portavoz rey reina"
)
# Titles in languages that decline them, by their unchanging beginning.
TITLE_STEMS = (
    "президент",
    "прем'єр",
    "прем’єр",
    "премьер",
    "міністр",
    "министр",
    "генерал",
    "речни",
    "канцлер",
    "адмірал",
    "посол",
    "спецпосланни",
    "главком",
    "головнокомандувач",
)

# Titles that take more than a surname to be certain: "General Assembly", "Commander Europe", "Judge Advocate".
FULL_NAME_TITLES = (
    TITLES - SHORT_TITLES - _words("president chancellor premier pope king queen präsident kanzler président")
)

# Small words inside a title: "special envoy", "former foreign minister", "national security adviser".
ADJECTIVES = _words(
    "special former deputy acting interim senior chief top prime foreign defense defence interior finance"
    " national security vice presidential press military army police state peace trade energy political economic"
    " opposition party team co-founder supreme general executive assistant managing first lead human rights ancien"
    " ancienne premier ukrainische ukrainischer russische russischer deutsche deutscher französische französischer"
    " amerikanische amerikanischer polnische polnischer"
)
# In French and Spanish one adjective may stand between a title and a name: "le président ukrainien Volodymyr Zelensky".
ADJECTIVE_AFTER = _words(
    "président présidente ministre général générale chancelier chancelière ambassadeur ambassadrice émissaire roi"
    " reine chef cheffe secrétaire gouverneur amiral colonel presidente presidenta ministro ministra canciller"
    " embajador"
)

# Words with a capital at the start of a sentence, which belong to no title and no name.
NO_MODIFIERS = _words(
    "це цей ця тому коли тоді якщо також однак проте тим часом это этот когда тогда также однако "
    "the a an this that these those when while after before as but and or nor so if in on at for from with"
    " without by to of into over under between during since until although though because both either neither not"
    " no yes he she it they we you i his her its their our my your who what where why how there here then now"
    " meanwhile however also earlier later last next one two three some many most all each every another other"
    " still yet instead asked despite according like unlike than once only even just le la les un une des du de il"
    " elle ils elles mais et ou où quand après avant selon dans en pour par sur avec der die das ein eine und oder"
    " aber nach vor mit von zu im am bei für als wenn laut el los las una y pero en según con на у в і й та але за"
    " про після до від під час як що він вона вони по о и но с для при"
)

# Words that make a run of capitals the name of a place, an organisation, a thing or a people.
NO_NAMES = _words(
    "house department ministry union nations council press news times post party agency bank group watch court"
    " university institute army force forces air navy states emirates kingdom city dhabi committee commission"
    " office street journal kremlin pentagon command congress senate parliament assembly republic federation"
    " federal international world organization organisation association foundation service services security"
    " affairs intelligence center centre company corporation inc corp ltd network media tv radio television"
    " magazine review independent guardian today reuters bloomberg telegram facebook twitter google amnesty nato"
    " eu un us uk u.s u.s. usa uae u.n. e.u. cia fbi staff defense defence foreign government administration"
    " authority board trust fund museum school college hospital church cathedral square park river sea ocean lake"
    " island islands mountain mountains valley bay gulf strait county province region district oblast town village"
    " airport base station bridge tower road avenue hill hills east west north south eastern western northern"
    " southern central middle united new old great saint supreme european african asian american ukrainian russian"
    " polish german french british chinese turkish israeli palestinian iranian iraqi syrian indian canadian"
    " spanish italian swedish finnish norwegian danish dutch greek hungarian romanian czech baltic arab saudi"
    " korean japanese europe asia africa america ukraine russia poland germany france britain china turkey israel"
    " iran iraq syria india canada spain italy abu san santa los las hong kong tel aviv buenos kuala addis phnom"
    " sri costa el sierra burkina puerto papua cape ivory al le la monde figaro spiegel zeitung white red black"
    " wall capitol street day war treaty agreement accord act law bill peace conference summit talks forum cup"
    " league olympic olympics games championship christmas easter ramadan covid internet democrats republicans"
    " motors electric secretariat kyiv kiev moscow washington london paris berlin brussels warsaw beijing"
    " jerusalem"
)
