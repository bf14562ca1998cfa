"""What writers put in brackets where something is still to come or to be checked, in many languages."""

# A bracket that begins with one of these is an order to somebody: "[CHECK the date]".
ORDERS = """
check verify confirm unconfirmed unverified to\\s(?:come|follow|check|verify|confirm) fact-?check
double-?check ask insert add fill todo to-?do fixme fix
tbc tbd tba tk tktk xxx? xx cq legal lawyer spell(?:ing)? fact\\scheck
a?wait(?:ing)?(?:\\sfor)? more\\s(?:here|to\\sfollow|tk) details\\sto\\s(?:come|follow)
clarify missing needs? to\\sbe\\s(?:confirmed|checked|verified|added|decided|announced|updated)
перевірити перевір(?:те)? перевірка уточнити уточн(?:іть|ити) підтвердити додати вставити доповнити
чекаємо очікуємо дописати дізнатися з['’]ясувати запитати ждем уточняется
проверить проверка уточнить подтвердить добавить вставить
à\\s(?:vérifier|confirmer|compléter|préciser|venir|insérer|ajouter) vérifier vérifiez confirmer compléter
(?:r)?ajouter insérer relancer demander en\\sattente\\sde préciser mettre
(?:bitte\\s)?(?:noch\\s)?(?:über)?prüfen (?:bitte\\s)?checken klären nachfragen nachschauen einfügen ergänzen folgt\\b
rückfragen? nachtragen nachhaken abwarten warten\\sauf stellungnahme\\s(?:steht|folgt|fehlt|angefragt) stimmt
(?:por\\s|a\\s)?(?:comprobar|verificar|confirmar|revisar|completar|insertar|añadir) pendiente falta\\b
poner meter preguntar pedir a\\sla\\sespera esperando ampliar
kolla kontrollera dubbelkolla verifiera bekräfta fyll\\si lägg\\still komplettera
väntar\\spå invänta fråga ring sätt\\sin
sprawdzić sprawdź(?:cie)? zweryfikować potwierdzić uzupełnić uzupełnij wstawić dodać
czekamy dopisać dopytać zapytać ustalić
kontrol(?:\\s(?:et|edilecek|edin))? doğrula(?:nacak|yın)? teyit(?:\\set)? eklenecek eksik
bekleniyor beklemede sorulacak teyit\\sedilecek yazılacak
(?:يرجى|الرجاء|يجب)\\s(?:ال)?(?:تحقق|تأكد|إضافة) في\\sانتظار بانتظار نسأل
للتحقق للتأكد للتأكيد يتحقق تحقق تأكد يضاف أضف يُستكمل يستكمل
לבדוק לוודא לאמת להשלים להוסיף השלמה
ממתינים לברר לשאול מחכים
da\\sverificare verificare da\\scontrollare controllare da\\sconfermare confermare
controleren checken verificar confirmar a\\sconfirmar sjekk(?:e)? tjek(?:ke)?
待核实 核实 待查 待补 待定 待确认 查证 要確認 確認 未定 要追記 要チェック
"""
# A bracket that holds nothing but one of these (and perhaps "here") is a gap: "[name]", "[DATE HERE]".
GAPS = """
name names
first\\sname last\\sname surname full\\sname date day month year number figure quote place
city title age link url
photo caption byline headline dek source citation citation\\sneeded spelling who what when where how\\smany amount
ім['’]я прізвище дата число цифра цитата джерело посилання місце місто вік хто коли де скільки назва посада
имя фамилия дата число цифра цитата источник ссылка место город возраст
nom prénom date chiffre nombre citation lien source lieu ville âge titre
name vorname nachname datum zahl zitat quelle link ort stadt alter titel
nombre apellido fecha cifra número cita fuente enlace lugar ciudad edad cargo título
namn förnamn efternamn datum siffra tal citat källa länk plats ort ålder titel
imię nazwisko imię\\si\\snazwisko data liczba cytat źródło link miejsce miasto wiek tytuł
isim ad soyad ad\\ssoyad tarih sayı rakam alıntı kaynak bağlantı yer şehir yaş unvan
اسم الاسم تاريخ التاريخ رقم الرقم عدد العدد اقتباس مصدر المصدر رابط مكان المكان العمر
שם השם שם\\sמלא תאריך מספר ציטוט מקור קישור מקום גיל
姓名 名字 日期 数字 数据 来源 地点 氏名 名前 日付 数値 出典 場所
"""
# A bracket whose last words are these says that something is still to come: "[Zitat folgt]", "[citation à venir]".
ENDINGS = """
to\\s(?:come|follow|be\\sadded) tk tkt? pending
folgt fehlt steht\\snoch\\saus (?:ein)?fügen einsetzen ergänzen prüfen nachtragen
à\\s(?:venir|confirmer|vérifier|compléter|préciser|ajouter) manque
pendiente por\\sconfirmar aquí kommer saknas läggs\\still będzie(?:\\spóźniej)? brak uzupełnić sprawdzić
(?:kontrol|teyit|ilave)\\s(?:edilecek|et) eklenecek gelecek bekleniyor doğrulanacak
(?:буде|додати|уточнити|перевірити|дописати) (?:будет|добавить|уточнить) here hier ici här tutaj buraya тут هنا כאן
يضاف(?:\\sلاحقا)? لاحقا להשלים בהמשך
"""
HERE = (
    "here|hier|ici|aquí|тут|här|tutaj|buraya|هنا|כאן|tk|tbc|xxx|\\?+"
    "|to come|needed|missing|folgt|fehlt|manque|falta|saknas|brak"
)
PLEASE = "please|pls|still|bitte|noch|merci de|por favor|будь ласка|ще|proszę|lütfen|vänligen|רק"
# What only a number stands before; "XX" there is a number to come and no century or king.
COUNTED = """
(?:m|b|tr)il(?:l?i|j)\\w* millones millón thousand tausend
mille mil tusen tys\\w* bin milyar\\w* milyon\\w* млн млрд тис\\w* мільйон\\w* мільярд\\w*
people persons years days weeks hours minutes
pounds dollars euros? cents kilomet\\w+ miles met(?:er|re)s percent per\\scent
menschen personen jahren? tagen? wochen stunden minuten prozent millionen milliarden kronen
personnes ans jours semaines heures pour\\scent personas años días semanas horas por\\sciento
personer år dagar veckor timmar procent kronor osób lat dni tygodni godzin procent złotych
kişi yaşında gün hafta saat lira людей осіб років днів тижнів годин гривень відсотків человек лет рублей
january february march april may june july august september october november december
januar februar märz mai juni juli august oktober dezember
janvier février mars avril mai juin juillet août septembre octobre novembre décembre
(?:de\\s)?(?:enero|febrero|marzo|abril|mayo|junio|julio|agosto|septiembre|octubre|noviembre|diciembre)
januari februari maj augusti stycznia lutego marca kwietnia
maja czerwca lipca sierpnia września października listopada grudnia
ocak şubat mart nisan mayıs haziran temmuz ağustos eylül ekim kasım aralık
січня лютого березня квітня травня червня липня серпня вересня жовтня листопада грудня
"""
