"""What writers put in brackets where something is still to come or to be checked, in many languages."""

# A bracket that begins with one of these is an order to somebody: "[CHECK the date]".
ORDERS = """
check verify confirm unconfirmed unverified to\\s(?:come|follow|check|verify|confirm) fact-?check
double-?check ask insert add fill todo to-?do fixme fix
tbc tbd tba tk tktk xxx? xx cq legal lawyer spell(?:ing)?
clarify missing needs? to\\sbe\\s(?:confirmed|checked|verified|added|decided|announced|updated)
перевірити перевір(?:те)? перевірка уточнити уточн(?:іть|ити) підтвердити додати вставити доповнити
проверить проверка уточнить подтвердить добавить вставить
à\\s(?:vérifier|confirmer|compléter|préciser|venir|insérer|ajouter) vérifier vérifiez confirmer compléter
(?:bitte\\s)?(?:noch\\s)?(?:über)?prüfen (?:bitte\\s)?checken klären nachfragen nachschauen einfügen ergänzen folgt\\b
(?:por\\s|a\\s)?(?:comprobar|verificar|confirmar|revisar|completar|insertar|añadir) pendiente falta\\b
kolla kontrollera dubbelkolla verifiera bekräfta fyll\\si lägg\\still komplettera
sprawdzić sprawdź(?:cie)? zweryfikować potwierdzić uzupełnić uzupełnij wstawić dodać
kontrol(?:\\s(?:et|edilecek|edin))? doğrula(?:nacak|yın)? teyit(?:\\set)? eklenecek eksik
للتحقق للتأكد للتأكيد يتحقق تحقق تأكد يضاف أضف يُستكمل يستكمل
לבדוק לוודא לאמת להשלים להוסיף השלמה
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
HERE = (
    "here|hier|ici|aquí|тут|här|tutaj|buraya|هنا|כאן|tk|tbc|xxx|\\?+"
    "|to come|needed|missing|folgt|fehlt|manque|falta|saknas|brak"
)
PLEASE = "please|pls|still|bitte|noch|merci de|por favor|будь ласка|ще|proszę|lütfen|vänligen|רק"
