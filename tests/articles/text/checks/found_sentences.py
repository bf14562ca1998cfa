"""Sentences in which a check must find something: placeholder, double, telephone, mail."""

FOUND = """
P|en|The bridge cost TK million pounds.
P|en|The bridge cost $TK in all.
P|en|Mayor TK TK said so.
P|en|He was born in TKTK.
P|en|She is tktk years old.
P|en|The council spent XXX pounds.
P|en|It took place on XX May.
P|en|About xx people came.
P|en|He paid £XX,XXX for it.
P|en|The kiln [CHECK: is it the kiln or the oven?] burned.
P|en|The kiln [check date] burned.
P|en|The kiln (CHECK) burned.
P|en|The mayor, [NAME], was there.
P|en|It holds [number] litres.
P|en|Lorem ipsum dolor sit amet, consectetur.
P|en|The kiln [TBC] burned.
P|en|The date is TBC.
P|en|[quote to come]
P|en|[insert photo here]
P|en|He said: "[quote]".
P|en|The total was ??? pounds.
P|en|[add link]
P|en|Dear {{name}}, the kiln is lit.
P|en|She is ___ years old.
P|en|[fact check this para]
P|en|It was [WHO SAID THIS?] done.
P|en|TODO: ask the mayor.
P|en|[Ed: is this right?]
P|en|[legal to check]
P|en|<<name of the mayor>> said so.
P|en|HEADLINE TK
P|en|The fee is €XX per day.
P|en|[waiting for comment]
P|en|[awaiting reply from council]
P|en|[more here]
P|en|[photo TK]
P|uk|Міст коштує [УТОЧНИТИ] мільйонів.
P|uk|Міст коштує XXX мільйонів.
P|uk|Йому [вік?] років.
P|uk|Мер [ім’я] приїхав.
P|uk|[перевірити дату]
P|uk|Про це сказав [ПЕРЕВІРИТИ: хто?] учора.
P|uk|Він народився в ХХХХ році.
P|uk|Тут буде цитата [цитата].
P|uk|[додати коментар мера]
P|uk|Сума становить ___ гривень.
P|uk|Прийшло ХХ людей.
P|uk|[чекаємо на відповідь]
P|de|Die Brücke kostet XX Millionen.
P|de|Die Brücke [PRÜFEN] kostet viel.
P|de|Bürgermeister [Name] kam.
P|de|[Zitat folgt]
P|de|Er ist [Alter] Jahre alt.
P|de|Am XX. Mai öffnet sie.
P|de|[bitte noch prüfen!]
P|de|[hier noch Zahl einfügen]
P|de|Blindtext: Lorem ipsum dolor sit amet.
P|de|Das sagte [wer?] am Montag.
P|de|[Stimmt das?]
P|de|[Rückfrage bei der Polizei]
P|de|[Stellungnahme steht noch aus]
P|fr|Le pont coûte XX millions.
P|fr|Le pont [À VÉRIFIER] coûte cher.
P|fr|Le maire, [nom], est venu.
P|fr|[citation à venir]
P|fr|Il a [âge] ans.
P|fr|[vérifier la date]
P|fr|[ajouter un intertitre]
P|fr|C'est ce qu'a dit [qui ?] lundi.
P|fr|[chiffre à confirmer]
P|fr|Il a coûté ??? euros.
P|fr|[en attente de réponse]
P|es|El puente cuesta XX millones.
P|es|El puente [COMPROBAR] cuesta mucho.
P|es|El alcalde, [nombre], vino.
P|es|[falta cita]
P|es|[verificar la fecha]
P|es|Tiene [edad] años.
P|es|[pendiente de confirmar]
P|es|[poner foto aquí]
P|es|Nació en XXXX.
P|es|[a la espera de respuesta]
P|sv|Bron kostar XX miljoner.
P|sv|Bron [KOLLA] kostar mycket.
P|sv|Borgmästaren, [namn], kom.
P|sv|[citat kommer]
P|sv|[kolla datum]
P|sv|Han är [ålder] år.
P|sv|[fyll i siffra]
P|sv|[stämmer det?]
P|sv|[väntar på svar]
P|pl|Most kosztuje XX milionów.
P|pl|Most [SPRAWDZIĆ] kosztuje dużo.
P|pl|Burmistrz [imię i nazwisko] przyszedł.
P|pl|[sprawdzić datę]
P|pl|[uzupełnić cytat]
P|pl|Ma [wiek] lat.
P|pl|[cytat będzie później]
P|pl|[czekamy na odpowiedź]
P|tr|Köprü XX milyona mal oldu.
P|tr|Köprü [KONTROL ET] pahalı.
P|tr|Başkan [isim] geldi.
P|tr|[tarih kontrol edilecek]
P|tr|[alıntı eklenecek]
P|tr|[yaş] yaşında.
P|tr|[doğrulanacak]
P|ar|بلغت الكلفة [للتحقق] مليونا.
P|ar|وصل رئيس البلدية [الاسم].
P|ar|بلغت الكلفة XXX مليونا.
P|ar|[يرجى التحقق من التاريخ]
P|ar|[اقتباس]
P|ar|عمره ؟؟؟ عاما.
P|he|הגשר עלה [לבדוק] מיליון.
P|he|ראש העיר [שם] הגיע.
P|he|הגשר עלה XXX מיליון.
P|he|[לבדוק תאריך]
P|he|[ציטוט]
P|he|[להשלים תגובה]
D|en|The the bridge was closed.
D|en|He went to to the bridge.
D|en|She said it was was late.
D|en|It is a a kiln.
D|en|They came from from Brod.
D|en|and and so it went.
D|uk|Він він прийшов учора.
D|uk|Міст у у місті закрили.
D|uk|Мер сказав сказав це.
D|uk|Вони на на мосту.
D|uk|Прийшли й й пішли.
D|de|Er ging zum zum Hafen.
D|de|Die Brücke Brücke ist zu.
D|de|Sie kam und und ging.
D|de|Der Ofen brannte brannte lange.
D|fr|Il est allé à à la gare.
D|fr|Le le pont est fermé.
D|fr|Elle a dit dit cela.
D|fr|Ils sont dans dans le bac.
D|es|El el puente está cerrado.
D|es|Fue a a la estación.
D|es|Dijo que vino de de Brod.
D|es|La alcaldesa alcaldesa vino.
D|sv|Hon gick till bron bron igår.
D|sv|Han kom och och gick.
D|pl|Most most jest zamknięty.
D|pl|Poszedł do do portu.
D|pl|Przyszła i i poszła.
D|tr|Köprü ve ve yol kapandı.
D|tr|Bu köprü için için para yok.
D|ar|ذهب إلى إلى الميناء.
D|ar|قال إن إن الجسر مغلق.
D|he|הוא הלך אל אל הנמל.
D|he|הגשר של של העיר.
T|en|Call 01632 960 411 for tickets.
T|en|Call (202) 555-0143.
T|en|Ring 020 7946 0018 today.
T|en|Her number is +44 7700 900271.
T|en|Text 07700900271 now.
T|en|Call 1-800-555-0199.
T|en|tel: 960411
T|en|Call 202.555.0143 today.
T|uk|Телефонуйте +380 44 000 00 17.
T|uk|тел. 050 000 00 31
T|uk|Телефонуйте 0800 500 123.
T|uk|номер (044) 000-00-17
T|de|Telefon 030/23125 017
T|de|Rufen Sie 0171 39200 11 an.
T|de|Tel.: 030 23125-017
T|fr|Appelez le 01 99 00 12 34.
T|fr|Tél. 06.39.98.00.12
T|fr|au +33 1 99 00 12 34
T|es|Llame al 600 000 117.
T|es|teléfono 91 000 01 17
T|es|Llame al 900 123 456.
T|sv|Ring 070-174 06 11.
T|sv|telefon 08-465 004 06
T|pl|tel. 22 000 01 17
T|pl|Zadzwoń pod +48 600 000 117.
T|pl|Zadzwoń: 600 000 117
T|tr|0212 000 01 17'yi arayın.
T|tr|Tel: 0 (212) 000 01 17
T|ar|اتصلوا على 02 0000 0117.
T|ar|هاتف: ٠٢ ٠٠٠٠ ٠١١٧
T|he|טלפון 03-0000117
T|he|התקשרו 050-0000117
M|en|Write to kiln.desk+news@mail.example.org please.
M|en|Write to kiln [at] example [dot] org.
M|en|Write to kiln(at)example.org.
M|de|Schreiben Sie an ofen@müller.example.
M|uk|Пишіть на пошта@пошта.укр.
"""
