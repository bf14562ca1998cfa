"""Months, days of the week and parts of the day in many languages, as embargoes and datelines name them."""

_BY_MONTH = """
january jan janvier janv januar enero ene gennaio gen januari jan styczeń stycznia sty ocak oca січень січня січ
 январь января يناير كانون\u00a0الثاني ינואר janeiro jänner جانفي
february feb febr février févr fév februar febrero febbraio febbr februari luty lutego lut şubat şub subat лютий
 лютого лют февраль февраля فبراير شباط פברואר fevereiro fev feber فيفري
march mar mars märz mrz marzo maart marzec marca marz mart березень березня бер март марта مارس آذار מרץ מרס
 março
april apr avril avr abril abr aprile kwiecień kwietnia kwi nisan nis квітень квітня квіт апрель апреля أبريل
 ابريل نيسان אפריל أفريل افريل
may mai mayo maggio mag maj mei maja mayıs mayis травень травня трав май мая مايو أيار ايار מאי maio
 آيار ماي
june jun juin juni junio giugno giu czerwiec czerwca cze haziran haz червень червня черв июнь июня يونيو حزيران
 יוני junho جوان
july jul juillet juil juli julio luglio lug lipiec lipca lip temmuz tem липень липня лип июль июля يوليو تموز
 יולי julho جويلية يوليوز
august aug août aout agosto ago augusti augustus sierpień sierpnia ağustos ağu agustos серпень серпня серп
 август августа أغسطس اغسطس آب אוגוסט أوت غشت
september sep sept septembre septiembre settembre sett wrzesień września wrz eylül eyl eylul вересень вересня
 вер сентябрь сентября سبتمبر أيلول ايلول ספטמבר setembro شتنبر
october oct octobre oktober okt octubre ottobre ott październik października paź ekim eki жовтень жовтня жовт
 октябрь октября أكتوبر اكتوبر אוקטובר outubro تشرين\u00a0الأول تشرين\u00a0الاول
november nov novembre noviembre listopad listopada lis kasım kas kasim листопад листопада лист ноябрь ноября
 نوفمبر נובמבר novembro تشرين\u00a0الثاني نونبر
december dec décembre déc dezember dez diciembre dic dicembre december grudzień grudnia gru aralık ara aralik
 грудень грудня груд декабрь декабря ديسمبر דצמבר dezembro كانون\u00a0الأول كانون\u00a0الاول دجنبر
"""
_BY_DAY = """
monday mon lundi montag lunes lunedì måndag poniedziałek poniedziałku pazartesi понеділок понеділка понедельник
 الاثنين الإثنين שני maandag mandag segunda-feira 星期一 周一 月曜日
tuesday tue tues mardi dienstag martes martedì tisdag wtorek wtorku salı sali вівторок вівторка вторник الثلاثاء
 שלישי dinsdag tirsdag terça-feira 星期二 周二 火曜日
wednesday wed mercredi mittwoch miércoles mercoledì onsdag środa środę środy çarşamba carsamba середа середу
 середи среда среду الأربعاء الاربعاء רביעי woensdag quarta-feira 星期三 周三 水曜日
thursday thu thur thurs jeudi donnerstag jueves giovedì torsdag czwartek czwartku perşembe persembe четвер
 четверга четверг الخميس חמישי donderdag quinta-feira 星期四 周四 木曜日
friday fri vendredi freitag viernes venerdì fredag piątek piątku cuma п'ятниця п'ятницю п'ятниці пятница пятницу
 الجمعة שישי vrijdag sexta-feira 星期五 周五 金曜日
saturday sat samedi samstag sonnabend sábado sabato lördag sobota sobotę soboty cumartesi субота суботу суботи
 суббота субботу السبت שבת zaterdag lørdag 星期六 周六 土曜日
sunday sun dimanche sonntag domingo domenica söndag niedziela niedzielę niedzieli pazar неділя неділю неділі
 воскресенье الأحد الاحد ראשון zondag søndag 星期日 星期天 周日 日曜日
"""

_BY_DISTANCE = """
today tonight this\u00a0morning this\u00a0afternoon this\u00a0evening heute aujourd'hui hoy idag i\u00a0dag dziś dzisiaj
 bugün сьогодні сегодня اليوم היום 今天 今日 本日
tomorrow morgen demain mañana imorgon i\u00a0morgon jutro yarın завтра غدا غداً غدًا מחר 明天 明日
übermorgen après-demain pasado\u00a0mañana i\u00a0övermorgon pojutrze післязавтра послезавтра بعد\u00a0غد מחרתיים 后天
"""


def _numbered(table: str, first: int) -> dict[str, int]:
    """The words of the table's rows, each with its row's number; a line that begins with a space goes on with a row."""
    rows = table.strip().replace("\n ", " ").split("\n")
    return {word.replace("\u00a0", " "): number for number, row in enumerate(rows, first) for word in row.split(" ")}


# Month by name, 1 to 12; day of the week by name, Monday 0. Small letters, apostrophes straight.
MONTH_NUMBERS = _numbered(_BY_MONTH, 1)
WEEKDAY_NUMBERS = _numbered(_BY_DAY, 0)
# Days told from today on: today 0, tomorrow 1.
DAYS_AHEAD = _numbered(_BY_DISTANCE, 0)

BEFORE_NOON = frozenset(
    [
        "morning",
        "matin",
        "morgens",
        "vormittags",
        "mañana",
        "mattina",
        "morgonen",
        "rano",
        "sabah",
        "ранку",
        "صباحا",
        "صباحاً",
        "ص",
        "בבוקר",
        "上午",
        "午前",
        "凌晨",
        "早上",
    ]
)
AFTER_NOON = frozenset(
    [
        "afternoon",
        "evening",
        "soir",
        "après-midi",
        "nachmittags",
        "abends",
        "tarde",
        "noche",
        "sera",
        "pomeriggio",
        "kvällen",
        "eftermiddagen",
        "wieczorem",
        "południu",
        "akşam",
        "вечора",
        "مساء",
        "مساءً",
        "م",
        "בערב",
        "下午",
        "晚上",
        "午後",
    ]
)
NOON = frozenset(
    [
        "noon",
        "midday",
        "midi",
        "mittag",
        "mittags",
        "mediodía",
        "mezzogiorno",
        "południe",
        "öğlen",
        "опівдні",
        "ظهرا",
        "ظهراً",
        "בצהריים",
        "正午",
        "中午",
    ]
)
# Arabic says hours in words: "الساعة الثامنة مساء".
_HOURS_IN_ORDER = """
الواحدة الثانية الثالثة الرابعة الخامسة السادسة السابعة الثامنة التاسعة العاشرة
"""
HOUR_WORDS = {word: hour for hour, word in enumerate(_HOURS_IN_ORDER.split(), 1)} | {
    "الحادية عشرة": 11,
    "الثانية عشرة": 12,
}
PAST_THE_HOUR = {"والنصف": 30, "والربع": 15, "والثلث": 20}
