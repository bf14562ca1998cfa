"""Words that state a fact without a figure or a name, as numbers and days do; and words that only open a sentence."""

from collections.abc import Mapping


def _by_language(words: Mapping[str, str]) -> Mapping[str, frozenset[str]]:
    return {language: frozenset(said.split()) for language, said in words.items()}


NUMBERS = _by_language(
    {
        "en": "two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen "
        "eighteen nineteen twenty thirty forty fifty sixty seventy eighty ninety hundred thousand million billion "
        "hundreds thousands millions billions dozen dozens half third quarter twice double triple first second",
        "fr": "deux trois quatre cinq six sept huit neuf dix onze douze treize quatorze quinze seize vingt trente "
        "quarante cinquante soixante cent mille million millions milliard milliards",
        "de": "zwei drei vier fünf sechs sieben acht neun zehn elf zwölf zwanzig dreißig vierzig fünfzig sechzig "
        "siebzig achtzig neunzig hundert tausend",
        "es": "dos tres cuatro cinco seis siete ocho nueve diez once doce veinte treinta cuarenta cincuenta cien mil "
        "millón millones",
        "uk": "два дві двоє три троє чотири четверо п’ять п'ять шість сім вісім дев’ять дев'ять десять одинадцять "
        "дванадцять двадцять тридцять сорок п’ятдесят п'ятдесят сто двісті тисяча тисячі тисяч мільйон мільйони "
        "мільйонів мільярд мільярдів",
        "ar": "اثنان اثنين ثلاثة أربعة خمسة ستة سبعة ثمانية تسعة عشرة عشرون عشرين ثلاثون خمسون مئة مائة ألف آلاف مليون "
        "ملايين مليار",
    }
)

WEEKDAYS = _by_language(
    {
        "en": "Monday Tuesday Wednesday Thursday Friday Saturday Sunday",
        "fr": "lundi mardi mercredi jeudi vendredi samedi dimanche",
        "de": "Montag Dienstag Mittwoch Donnerstag Freitag Samstag Sonnabend Sonntag",
        "es": "lunes martes miércoles jueves viernes sábado domingo",
        "it": "lunedì martedì mercoledì giovedì venerdì sabato domenica",
        "pt": "segunda-feira terça-feira quarta-feira quinta-feira sexta-feira sábado domingo",
        "nl": "maandag dinsdag woensdag donderdag vrijdag zaterdag zondag",
        "sv": "måndag måndagen tisdag tisdagen onsdag onsdagen torsdag torsdagen fredag fredagen lördag lördagen "
        "söndag söndagen",
        "pl": "poniedziałek wtorek środa środę czwartek piątek sobota sobotę niedziela niedzielę",
        "uk": "понеділок вівторок середа середу четвер п’ятниця п’ятницю п'ятниця п'ятницю субота суботу неділя неділю",
        "ru": "понедельник вторник среда среду четверг пятница пятницу суббота субботу воскресенье",
        "ar": "الاثنين الإثنين الثلاثاء الأربعاء الخميس الجمعة السبت الأحد",
        "he": "ראשון שני שלישי רביעי חמישי שישי שבת",
    }
)

# With a capital they open a sentence and name nobody.
_OPENERS = (
    "a about above according across after again against all almost along already also although always among an and "
    "another any anyone anything are around as at away back be because been before behind being below besides between "
    "beyond both but by can could despite did do does during each earlier either else even ever every everybody "
    "everyone everything few finally for from further had has have he her here him his how however i if in indeed "
    "inside instead into is it its just last later least less like many may maybe meanwhile might more most much must "
    "my near nearly neither never next no nobody none nor not nothing now of off often on once one only or other "
    "others our out outside over perhaps rather several shall she should since so some somebody someone something "
    "sometimes soon still such than that the their them then there these they this those though through throughout "
    "thus to today together tomorrow too toward under unless until up upon us was we were what whatever when where "
    "whether which while who whoever whom whose why will with within without would yesterday yet you your"
)
OPENERS = frozenset(_OPENERS.split())

# Languages that write every noun with a capital: there one word with a capital is no name by itself.
ALL_NOUNS_IN_CAPITALS = frozenset({"de", "lb"})
