"""Words are their speaker's whatever else a sentence denies; two speakers and last names are told apart."""

import pytest

from articles.text.quotes.running_quotes import find_quotes

# Sentences that deny something else, and who speaks in them.
TOLD = {
    "en": [
        ("Tavi Brandt, who did not attend, said: “We stay.”", "Tavi Brandt"),
        ("Never one to hide, Tavi Brandt said: “We stay.”", "Tavi Brandt"),
        ("Tavi Brandt did not want to resign and said: “We stay.”", "Tavi Brandt"),
        ("Tavi Brandt did not attend but said: “We stay.”", "Tavi Brandt"),
        ("Tavi Brandt did not only say “we stay”, she stayed.", "Tavi Brandt"),
        ("Tavi Brandt denied the charges and said: “We stay.”", "Tavi Brandt"),
        ("Tavi Brandt denied the charges, saying: “We stay.”", "Tavi Brandt"),
        ("Tavi Brandt rejected the plan, calling it “a slap in the face”.", "Tavi Brandt"),
        ("On Monday, Tavi Brandt dismissed the claims, adding: “We stay.”", "Tavi Brandt"),
        ("“We never did it,” Tavi Brandt denied.", "Tavi Brandt"),
        ("“No,” Tavi Brandt refused.", "Tavi Brandt"),
        ("After a fake post spread, Tavi Brandt said: “We stay.”", "Tavi Brandt"),
        ("Tavi Brandt called the video fake and said: “We stay.”", "Tavi Brandt"),
        ("“We stay,” said Tavi Brandt, who has never said so before.", "Tavi Brandt"),
        ("“We stay,” said Tavi Brandt, denying that she had met Maas.", "Tavi Brandt"),
        ("Tavi Brandt was quoted as saying: “We stay.”", "Tavi Brandt"),
        ("Tavi Brandt was quoted by Reuters as saying: “We stay.”", "Tavi Brandt"),
        ("Tavi Brandt went on to say: “We stay.”", "Tavi Brandt"),
        ("If the port closes, Tavi Brandt said, “we will go”.", "Tavi Brandt"),
        ("Asked if she would go, Tavi Brandt said: “We stay.”", "Tavi Brandt"),
        ("Nobody laughed when Tavi Brandt said: “We stay.”", "Tavi Brandt"),
        ("Theresa May said: “We stay.”", "Theresa May"),
        ("“We stay,” Theresa May said.", "Theresa May"),
        ("“Nobody,” Tavi Brandt told the court, “is above the rules of this house.”", "Tavi Brandt"),
        ("Tavi Brandt admitted telling parents to “grow up and read the letter”.", "Tavi Brandt"),
        ("It had been, conceded referee Tavi Brandt, “a whistle too early”.", "Tavi Brandt"),
        ("The plan was described by engineer Tavi Brandt as “a bandage on a wooden leg”.", "Tavi Brandt"),
        ("“They built a bridge to nowhere,” as Tavi Brandt put it.", "Tavi Brandt"),
        ("Later Brandt wrote: “We stay.”", "Brandt"),
        ("Asked if he had regrets, Tavi Brandt answered: “Not one.”", "Tavi Brandt"),
        ("“We stay,” said Brandt, together with Maas.", ""),
        ("“We stay,” Tavi Brandt chuckled.", "Tavi Brandt"),
        ("“We stay and we work as we always did,” Tavi Brandt of all people.", ""),
        ("On Monday, adding: “We stay.”", ""),
        ("A man from Rill sat down and said: “We stay.”", ""),
        ("Nordbank called it “a hiccup of the autumn”.", ""),
        ("Brandt, Maas and Prill said: “We stay.”", ""),
        ("“We stay,” laughed Tavi Brandt.", "Tavi Brandt"),
        ("“We stay,” Tavi Brandt laughed.", "Tavi Brandt"),
    ],
    "fr": [
        ("Marie Duval, qui n’était pas là, a dit : « Nous restons. »", "Marie Duval"),
        ("Marie Duval n’est pas venue, mais elle a dit : « Nous restons. »", None),
        ("« Nous restons », a dit Marie Duval, qui n’a jamais promis de partir.", "Marie Duval"),
        ("Sans hésiter, Marie Duval a répondu : « Nous restons. »", "Marie Duval"),
        ("Pour l’ingénieur Jean Roux, c’est « un pansement sur une jambe de bois ».", "Jean Roux"),
        ("« Nous restons », murmurait Marie Duval.", "Marie Duval"),
        ("« Nous restons », s’exclame la capitaine Marie Duval.", "Marie Duval"),
        ("« Nous restons », a affirmé la ministre des Finances Marie Duval.", "Marie Duval"),
    ],
    "de": [
        ("Anna Weber, die nicht kam, sagte: „Wir bleiben.“", "Anna Weber"),
        ("Anna Weber kam nicht, sagte aber: „Wir bleiben.“", "Anna Weber"),
        ("„Wir bleiben“, sagte Anna Weber, die nie etwas versprochen hat.", "Anna Weber"),
        ("Anna Weber hat den Plan „einen Schlag ins Gesicht der Leute“ genannt.", "Anna Weber"),
        ("Gestern hat Anna Weber „wir bleiben hier und wir arbeiten weiter“ gesagt.", "Anna Weber"),
        ("Von „einem Schlag ins Gesicht der Leute“ sprach Anna Weber.", "Anna Weber"),
        ("„Wir bleiben“, sagte Anna Weber von der Gewerkschaft.", "Anna Weber"),
        ("Für den Ingenieur Olaf Meier ist das „ein Pflaster auf einem Holzbein“.", "Olaf Meier"),
        ("Später schrieb Weber: „Wir bleiben.“", "Weber"),
        ("„Wir müssen“, fuhr Anna Weber fort, „mit den Rohren anfangen“.", "Anna Weber"),
        ("„Wir bleiben“, sagte Anna Weber der Deutschen Presse-Agentur.", "Anna Weber"),
        ("„Wir bleiben“, lachte Anna Weber.", "Anna Weber"),
        ("„Wir bleiben“, sagte nicht nur Anna Weber.", "Anna Weber"),
    ],
    "uk": [
        ("Олена Коваль, яка не прийшла, сказала: «Ми тут».", "Олена Коваль"),
        ("Олена Коваль не прийшла, але сказала: «Ми тут».", "Олена Коваль"),
        ("Олена Коваль відкинула звинувачення й сказала: «Ми тут».", "Олена Коваль"),
        ("«Ми тут», — сказала Олена Коваль, яка ніколи не обіцяла піти.", "Олена Коваль"),
        ("Ада Зяблик лишилася. Згодом Зяблик написала: «Ми тут».", "Ада Зяблик"),
        ("«Ми тут», — засміялася капітанка Олена Коваль.", "Олена Коваль"),
        ("На думку економістки Олени Коваль, це «дуже дорого».", "Олени Коваль"),
    ],
    "es": [
        ("Ana Ruiz, que no vino, dijo: «Seguimos».", "Ana Ruiz"),
        ("Ana Ruiz no vino pero dijo: «Seguimos».", "Ana Ruiz"),
        ("«Seguimos», dijo Ana Ruiz, que nunca ha dicho que se vaya.", "Ana Ruiz"),
        ("Ana Ruiz llegó tarde. «Seguimos», respondió al concejo.", "Ana Ruiz"),
        ("«Seguimos», soltó la capitana Ana Ruiz.", "Ana Ruiz"),
        ("Ana Ruiz rechazó el plan, calificándolo de error: «Seguimos», añadió Ana Ruiz.", "Ana Ruiz"),
    ],
    "sv": [
        ("Eva Lind, som inte kom, sade: ”Vi stannar.”", "Eva Lind"),
        ("Eva Lind kom inte men sade: ”Vi stannar.”", "Eva Lind"),
        ("”Vi stannar”, sade Eva Lind, som aldrig lovat att gå.", "Eva Lind"),
        ("Västhamns bank kallade det ”en hicka i mörkret”.", ""),
        ("I riksdagen sade statsminister Eva Lind: ”Vi stannar.”", "Eva Lind"),
        ("”Vi stannar”, skrattade Eva Lind.", "Eva Lind"),
    ],
    "pl": [
        ("Anna Nowak, która nie przyszła, powiedziała: „Zostajemy”.", "Anna Nowak"),
        ("Anna Nowak nie przyszła, ale powiedziała: „Zostajemy”.", "Anna Nowak"),
        ("„Zostajemy” – powiedziała Anna Nowak, która nigdy nie obiecywała odejść.", "Anna Nowak"),
        ("Jak podkreśliła w Sejmie premier Anna Nowak, „to dobry dzień”.", "Anna Nowak"),
        ("„Zostajemy” – śmiała się kapitan Anna Nowak.", "Anna Nowak"),
    ],
    "tr": [
        ("Ayşe Kaya, “Buradayız” dedi.", "Ayşe Kaya"),
        ("Ayşe Kaya, “Buradayız” dedi ve gitti.", "Ayşe Kaya"),
        ("Vali Ayşe Kaya, velilere “büyüyün de mektubu okuyun” dediğini kabul etti.", "Ayşe Kaya"),
        ("Ankara'da konuşan Ayşe Kaya, “Buradayız” dedi.", "Ayşe Kaya"),
        ("Raporda, “Kırmızı sinyal hızla geçildi” deniliyor.", ""),
        ("Bakana göre “bu çok pahalı”.", ""),
        ("“Buradayız” dedi Ayşe Kaya ile Can Demir.", ""),
        ("Ayşe Kaya ile Can Demir “Buradayız” diye yazdı.", ""),
        ("Buradaki herkes, “Buradayız” dedi.", ""),
        ("Toplantıya gelmeyen Ayşe Kaya, “Buradayız” dedi.", "Ayşe Kaya"),
        ("Ayşe Kaya suçlamaları reddederek “Buradayız” dedi.", "Ayşe Kaya"),
        ("“Buradayız” diyen Belediye Başkanı Ayşe Kaya, soruları yanıtladı.", "Ayşe Kaya"),
        ("Belediye Başkanı Ayşe Kaya şöyle konuştu: “Buradayız.”", "Ayşe Kaya"),
        ("Ayşe Kaya'ya göre “bu çok pahalı”.", "Ayşe Kaya"),
        ("Bakan Ayşe Kaya, limanın “hepimizin evi” olduğunu söyledi.", "Ayşe Kaya"),
        ("Ayşe Kaya “Buradayız” dediğinde kimse gülmedi.", "Ayşe Kaya"),
        ("“Buradayız” dedi kaptan Ayşe Kaya, “ve gitmiyoruz”.", "Ayşe Kaya"),
    ],
    "ar": [
        ("قالت الوزيرة ليلى أحمد، التي لم تحضر: «نحن هنا».", "ليلى أحمد"),
        ("ونفت الوزيرة ليلى أحمد التهمة وقالت: «نحن هنا».", "ليلى أحمد"),
        ("«نحن هنا»، قالت الوزيرة ليلى أحمد التي لم تعد بالرحيل.", "ليلى أحمد"),
        ("قالت ليلى أحمد: «نحن هنا».", "ليلى أحمد"),
        ("قال المتحدث باسم الجيش علي حسن: «نحن هنا».", "علي حسن"),
        ("وبحسب الخبيرة هدى علي فإن «هذا مكلف جدا».", "هدى علي"),
        ("قال رئيس بلدية حيفا سامي ناصر: «نحن هنا».", "سامي ناصر"),
        ("قالت الجيولوجية شيماء طراد: «نحن هنا».", "شيماء طراد"),
        ("قالت ليلى أحمد وهدى علي: «نحن هنا».", ""),
        ("قال سكان محليون: «نحن هنا».", ""),
    ],
    "he": [
        ("דנה לוי, שלא הגיעה, אמרה: \"אנחנו כאן\".", "דנה לוי"),
        ("\"אנחנו כאן\", אמרה שרת האוצר דנה לוי, שמעולם לא הבטיחה לעזוב.", "דנה לוי"),
        ("\"אנחנו כאן\", אמרה דנה לוי והוסיפה שמעולם לא חשבה על כך.", "דנה לוי"),
        ("דנה לוי הגיעה. \"אנחנו כאן\", היא אמרה.", "דנה לוי"),
        ("לדברי דנה לוי, \"זה יקר מאוד\".", "דנה לוי"),
        ("דנה לוי לא התפטרה ואמרה: \"אנחנו כאן\".", "דנה לוי"),
        ("איש לא צחק כשהשרה דנה לוי אמרה: \"אנחנו כאן\".", "דנה לוי"),
        ("יו\"ר הוועדה דן לוי אמר: \"אנחנו כאן\".", "דן לוי"),
        ("דן לוי ורון כהן אמרו: \"אנחנו כאן\".", ""),
        ("תושבי השכונה אמרו: \"אנחנו כאן\".", ""),
    ],
    "ja": [
        ("堀井奈々市長は「残る」と述べた。", "堀井奈々"),
        ("市長と知事は「残る」と述べた。", ""),
    ],
    "zh": [
        ("市长王明说：“我们留下。”", "王明"),
        ("“我们留下，”市长王明说。", "王明"),
        ("卫生局说：“我们留下。”", ""),
    ],
}  # fmt: skip
PAIRS = [pair for language in TOLD.values() for pair in language]


@pytest.mark.parametrize(("sentence", "speaker"), PAIRS)
def test_words_are_somebodys_whatever_else_a_sentence_denies(sentence, speaker):
    quotes = find_quotes([sentence])
    assert quotes
    assert [quote.speaker for quote in quotes if quote.speaker not in (speaker or "",)] == []
    assert not any(quote.doubt for quote in quotes)


# Quotations that a clause within the marks parts.
PARTED = [
    (
        "« Nous restons, a déclaré Marie Duval, et nous travaillons. »",
        ["Nous restons", "et nous travaillons."],
        "Marie Duval",
    ),
    ("« Nous restons, a dit Marie Duval. Il fait froid. »", ["Nous restons", "Il fait froid."], "Marie Duval"),
    ("« Nous restons, a dit Marie Duval. »", ["Nous restons"], "Marie Duval"),
    ("« Pourquoi ? demande Marie Duval. Il fait froid. »", ["Pourquoi ?", "Il fait froid."], "Marie Duval"),
    ("« Nous restons, a-t-elle dit, et vite. »", ["Nous restons", "et vite."], ""),
    ("« Nous restons, a-t-on, et vite. »", ["Nous restons, a-t-on, et vite."], ""),
    ("« Nous restons, a, et vite. »", ["Nous restons, a, et vite."], ""),
    ("« Nous restons ici et nous travaillons, a »", ["Nous restons ici et nous travaillons, a"], ""),
    ("« Nous restons, dit. »", ["Nous restons, dit."], ""),
    ("«Ми тут, — сказав Петро Коваль, — до кінця».", ["Ми тут", "до кінця"], "Петро Коваль"),
    ("«Ми тут, — сказав Петро Коваль. — Ходімо».", ["Ми тут", "Ходімо"], "Петро Коваль"),
    ("«Nadie —recordó la jueza Ruth Oca— está por encima».", ["Nadie", "está por encima"], "Ruth Oca"),
    ("„Zapłacimy – zapewniła w pełnej sali Ewa Ibar – nawet w święta”.", ["Zapłacimy", "nawet w święta"], "Ewa Ibar"),
]


@pytest.mark.parametrize(("sentence", "words", "speaker"), PARTED)
def test_a_clause_within_the_marks_is_no_part_of_what_was_said(sentence, words, speaker):
    quotes = find_quotes([sentence])
    assert [quote.words for quote in quotes] == words
    assert {quote.speaker for quote in quotes} == {speaker}
    assert all(sentence[quote.start : quote.end].strip("«» „”.,") for quote in quotes)


def test_words_of_several_paragraphs_are_the_speakers_whom_a_clause_within_names():
    (quote,) = find_quotes(["« Nous étions là.", "« Nous restons, a dit Marie Duval, et vite. »"])
    assert (quote.words, quote.speaker) == ("Nous étions là.\nNous restons, a dit Marie Duval, et vite.", "Marie Duval")


# Attributions are noun phrases, never clauses.
PHRASES = [
    ("It is not true that Brandt said “we will sell the boats”. “We stay,” the mayor said.", ["", "the mayor"]),
    ("Mayor Ana Prill denied on Tuesday that she had said “we will sell all of the boats”.", [""]),
    ("The plan is dead, Ana Prill said: “We stay.”", ["Ana Prill"]),
    ("The video showed Brandt saying “we will sell everything that we have”.", [""]),
    ("“We stay,” the ministry of the port said.", ["the ministry of the port"]),
    ("“We stay,” said Ana Prill and harbor master Joren Maas in a letter.", ["Ana Prill and harbor master Joren Maas"]),
    ("“We stay,” said Ana Prill and after Joren Maas spoke it rained.", ["Ana Prill"]),
    ("“We stay,” said Ana Prill and sat down.", ["Ana Prill"]),
    ("“We stay,” said Ana Prill and left for Rill.", ["Ana Prill"]),
]


@pytest.mark.parametrize(("story", "attributions"), PHRASES)
def test_attributions_are_noun_phrases(story, attributions):
    assert [quote.attribution for quote in find_quotes([story])] == attributions


def test_who_denied_words_is_still_whom_a_pronoun_means():
    story = "Tavi Brandt denied that she had told anybody “we will close the port for good”. “I never did,” she said."
    assert [(quote.speaker, quote.doubt) for quote in find_quotes([story])] == [("", True), ("Tavi Brandt", False)]


def test_words_after_denied_ones_inherit_no_speaker():
    story = "“We will sell the boats to strangers,” Brandt never said. “We will sell it all.”"
    assert [quote.attribution for quote in find_quotes([story])] == ["", ""]


def test_a_last_name_is_completed_by_what_the_story_said_first():
    story = "Tavi Brandt keeps sheep. It rained. The board met. “We stay,” said Brandt."
    assert [(quote.attribution, quote.speaker) for quote in find_quotes([story])] == [("Brandt", "Tavi Brandt")]


def test_a_section_of_a_thousand_quotations_is_read_as_far_as_that():
    assert len(find_quotes(["“We stay here now,” said Brandt. " * 5] * 400)) == 1_000


def test_each_of_two_speakers_in_a_turkish_sentence_has_their_own_words():
    story = "Fırıncı Can Demir “gerçek ekmek” diye övdü, değirmenci Ayşe Kaya ise “iyi bir başlangıç” dedi."
    assert [quote.speaker for quote in find_quotes([story])] == ["Can Demir", "Ayşe Kaya"]


@pytest.mark.parametrize(
    "sentence",
    [
        "Maas said Brandt had told him: “Keep the gates open until I am back.”",
        "Başkan Can Demir, Ayşe Kaya'nın kendisine “Ben dönene kadar kapıları açık tutun” dediğini anlattı.",
        "Petro sagte, Weber habe ihm am Telefon gesagt: „Lassen Sie die Tore offen.“",
    ],
)
def test_words_that_somebody_else_retells_are_not_the_tellers(sentence):
    assert [(quote.attribution, quote.doubt) for quote in find_quotes([sentence])] == [("", True)]
