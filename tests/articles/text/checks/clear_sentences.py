"""Sentences in which no check may find anything, though each has something that looks like it."""

CLEAR = """
en|The TK Maxx store in Brod closed.
en|Super Bowl XXX was played in 1996.
en|The film is XXX-rated, the censor said.
en|"He [the mayor] was there," she said.
en|"We will [expletive] win," he said.
en|"It was [sic] a kiln," she wrote.
en|She had had enough of it.
en|He said that that was so.
en|Bye bye, said the pilot.
en|It was a very very long day.
en|New York, New York is a song.
en|Duran Duran played in Brod.
en|The 2019-2020 season cost 1,200,300 pounds.
en|In 1911, 4,000 people came, in 1912 12,000.
en|The result was 3-2, 4-1, 5-0.
en|ISBN 978-3-16-148410-0 is the book.
en|The case number is 2026-000-1234.
en|Coordinates: 51.5074 -0.1278.
en|IBAN GB29 NWBK 6016 1331 9268 19 was blocked.
en|He ran 100 m in 10.5 s at 14:30:15.
en|The index rose from 10 000 to 12 000 points.
en|It cost 10 000 000 crowns between 2001 and 2010.
en|Follow @dora on the network.
en|"Where? Who? Why?" she asked.
en|What??? he wrote.
en|What?! he shouted.
en|The NATO [North Atlantic Treaty Organization] met.
en|A "[redacted]" stood there in the file.
en|[Applause] he went on.
en|Louis XX was never a king.
en|The chromosomes are XX and XY.
en|She wears size XXL.
en|Vin Diesel in xXx was loud.
en|The band The The played.
en|The house at 12 1200 Street.
en|On 5 March 2026 at 10.30 the 4th train came.
en|He scored 6-4 6-3 7-6.
en|Paragraphs 3.1.2 and 3.1.3 of the act.
en|The tender, lot 0045-221, was signed.
en|Version 10.0.19045 of the program.
en|From 1 000 to 2 000 people came.
en|"To be [or not]," he began.
en|The word is blah blah blah.
en|"No, no, no," she said.
en|It rained and rained.
en|Who knew who knew?
en|They said, "Go! Go! Go!"
en|In in vitro trials it failed.
en|What it is is a kiln.
en|The population is 8 799 800.
en|The winning numbers: 3 11 24 31 40.
en|The parcel 0340 1234 5678 9012 3456 was lost.
en|He bets at 100-1, 33-1 and 9-2.
uk|Він був дуже дуже втомлений.
uk|Ледве-ледве дійшов до мосту.
uk|«Ми [громада] проти», — сказав він.
uk|Так, так, сказала вона.
uk|У 2019–2020 роках прийшло 10 000 людей.
uk|Людовік XX не царював.
uk|У XX столітті збудували міст.
uk|XXІ століття почалося.
uk|Міст завдовжки 1 200 метрів і завширшки 12.
uk|Рахунок 3:2, 4:1.
uk|Стаття 12 345 закону.
uk|Курс 41,2345 гривні.
uk|«Хто? Де?» — питав мер.
uk|Далеко-далеко за мостом.
uk|Це те, що що б не було, буде.
uk|Йшов та йшов до моста.
uk|Його його ж собака вкусила.
uk|Код ЄДРПОУ 00032684 належить громаді.
uk|З 1 січня 2026 року тариф 4 320 гривень.
de|Das, was die die Brücke nutzen, zahlen.
de|Er sagte, dass das das Ziel sei.
de|Die, die die Brücke sahen, blieben.
de|Sie sagt, sie sie nie gesehen zu haben.
de|Baden-Baden und Berlin Berlin heißen Orte.
de|Der Versicherte der TK zahlt 16,2 Prozent.
de|Die Techniker Krankenkasse (TK) teilte mit.
de|„Wir [die Gemeinde] sind dagegen“, sagte er.
de|Im Jahr 2019/2020 kamen 10.000 Menschen.
de|Az. 1 BvR 2664/17 ist anhängig.
de|Paragraf 130 StGB, Absatz 3.
de|Die Ziffern 0800 bis 1200 Uhr.
de|DIN EN ISO 9001:2015 gilt.
de|Die Postleitzahl 01067 Dresden.
de|Das Ergebnis: 3:2, 1:0.
de|Der Dax stand bei 18 123,45 Punkten.
de|Sehr, sehr gut, sagte er.
de|Sie will, dass er er selbst bleibt.
de|Der Ofen wurde 1911, 1912 und 1913 gebaut.
fr|Nous nous sommes vus hier.
fr|Vous vous trompez, dit-elle.
fr|Il y en en a trop? Non.
fr|« Nous [la commune] sommes contre », dit-il.
fr|C'est très très long.
fr|Au XXe siècle, le pont fut bâti.
fr|Au XXᵉ et au XXIe siècle.
fr|En 2019-2020, 10 000 personnes sont venues.
fr|Le budget est de 12 345 678 euros.
fr|Le score est de 3-2.
fr|Pourquoi ? Comment ? Qui ?
fr|Article L. 121-1 du code.
fr|Il fait 10 °C et 12 °C.
fr|« Non, non », a dit le maire.
fr|Le code postal 01000 est celui de Bourg.
fr|Le 06 03 2026 à 10 h 30.
fr|Le bien bien mal acquis.
fr|Ce que je vous vous demande.
fr|Elle est [rires] venue.
fr|De 10 à 12 000 visiteurs.
es|No, no, dijo ella.
es|El siglo XX fue largo.
es|Juan Carlos I y Alfonso XIII.
es|«Nosotros [el pueblo] estamos en contra», dijo.
es|Muy muy largo fue el día.
es|Ya ya se verá.
es|En 2019-2020 vinieron 10 000 personas.
es|El presupuesto es de 12.345.678 euros.
es|Que que venga, dijo.
es|¿Quién? ¿Dónde? ¿Por qué?
es|El DNI 12345678Z era falso.
es|TODO el pueblo vino.
es|El partido acabó 3-2.
es|La ley 12/2026 entra en vigor.
es|El 28001 es el código de Madrid.
es|Poco a poco llegó.
es|Nos nos dieron las diez.
es|El piso 3.º 2.ª está vacío.
es|Se vendió por 600 000 euros.
sv|Det är det det handlar om.
sv|Hon är är inte van.
sv|Som som bekant.
sv|Mycket mycket lång dag.
sv|«Vi [kommunen] är emot», sa han.
sv|År 2019–2020 kom 10 000 personer.
sv|Resultatet blev 3–2.
sv|Orgnr 556000-0017 gäller.
sv|Den den berör vet.
sv|Vem? Var? Varför?
sv|Bron är 1 200 meter.
sv|På på förhand vet ingen.
sv|Kungen Karl XX fanns aldrig.
sv|Han här här bor.
sv|Nej nej, sa hon.
sv|Index steg till 2 345,67.
sv|Födelsedatum 19110304 stod där.
sv|Klockan 10.30 den 5 mars 2026.
sv|De de såg var döda.
pl|Nie, nie, powiedziała.
pl|W XX wieku zbudowano most.
pl|Bardzo bardzo długi dzień.
pl|„My [gmina] jesteśmy przeciw” – powiedział.
pl|W latach 2019–2020 przyszło 10 000 osób.
pl|Coraz coraz więcej.
pl|Wynik 3:2, 1:0.
pl|Budżet to 12 345 678 złotych.
pl|Kto? Gdzie? Kiedy?
pl|Kod 00-950 Warszawa.
pl|NIP 123-456-78-19 jest fikcyjny.
pl|Sygn. akt II K 123/26.
pl|Ich ich własny dom.
pl|Tak tak, mówił.
pl|KRS 0000012345 widnieje w aktach.
pl|Już już witał się z gąską.
pl|Długość 1 200 m, szerokość 12 m.
pl|Godz. 10.30, 5 marca 2026 r.
pl|Jan Paweł II i Jan XXIII.
pl|Co co innego znaczy.
tr|Yavaş yavaş geldi.
tr|Teker teker çıktılar.
tr|Çok çok uzun bir gün.
tr|"Biz [köy] karşıyız" dedi.
tr|2019-2020 yıllarında 10.000 kişi geldi.
tr|XX. yüzyılda yapıldı.
tr|Kim? Nerede? Neden?
tr|Zaman zaman yağdı.
tr|Sonuç 3-2 oldu.
tr|Bütçe 12.345.678 lira.
tr|Güle güle dedi.
tr|Saat 10.30'da, 5 Mart 2026'da.
tr|Gide gide vardı.
tr|Posta kodu 34000'dir.
ar|رويدا رويدا وصل.
ar|شيئا فشيئا كبر.
ar|قال: «نحن [القرية] ضد ذلك».
ar|في 2019-2020 جاء 10000 شخص.
ar|يوما بعد يوم.
ar|النتيجة 3-2.
ar|صفا صفا جاؤوا.
ar|من؟ أين؟ لماذا؟
ar|بلغت الميزانية 12345678 جنيها.
ar|جدا جدا كان طويلا.
ar|القانون رقم 12 لسنة 2026.
ar|الساعة 10:30 يوم 5 مارس 2026.
he|לאט לאט הגיע.
he|מאוד מאוד ארוך.
he|"אנחנו [הכפר] נגד", אמר.
he|בשנים 2019-2020 באו 10,000 איש.
he|התוצאה 3-2.
he|מי? איפה? למה?
he|יום יום הוא בא.
he|אחד אחד יצאו.
he|התקציב הוא 12,345,678 שקל.
he|חוק 12 משנת 2026.
he|בשעה 10:30 ב-5 במרץ 2026.
he|שוב ושוב ירד גשם.
"""
