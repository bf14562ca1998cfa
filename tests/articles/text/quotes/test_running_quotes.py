"""Quotations are found in invented news copy of many languages, and each is attributed to the one who said it."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from articles.text.languages.dash_speech import dash_speeches
from articles.text.quotes.running_quotes import find_quotes
from articles.text.quotes.source import FoundQuote

MARKS = "“”„\"״«»‹›‘’‚'׳「」『』"


def told(story: str) -> list[tuple[str, str, str]]:
    """Words, attribution and speaker of each quotation in a story whose lines are paragraphs."""
    return [(quote.words, quote.attribution, quote.speaker) for quote in find_quotes(story.split("\n"))]


# Who one quotation is attributed to: story, attribution, speaker.
ATTRIBUTED = [
    # after
    ("“Keeping the sluice is work, which never ends,” the statement said.", "the statement", ""),
    ("“We stay,” said Tavi Brandt, who keeps forty sheep.", "Tavi Brandt, who keeps forty sheep", "Tavi Brandt"),
    ("“We stay,” said Gen. Alexus Grynkewich.", "Gen. Alexus Grynkewich", "Alexus Grynkewich"),
    ("“We stay,” according to Joren Maas, chief surveyor.", "Joren Maas, chief surveyor", "Joren Maas"),
    ("“We stay,” said Brandt, 54, a farmer.", "Brandt, 54, a farmer", "Brandt"),
    ("“We stay,” said Brandt, adding nothing.", "Brandt", "Brandt"),
    ("“We stay,” said Brandt, and she meant it.", "Brandt", "Brandt"),
    ("“We stay,” said Brandt, who told nobody else.", "Brandt", "Brandt"),
    ("“We stay,” said Tavi Brandt in Rill.", "Tavi Brandt", "Tavi Brandt"),
    ("“We stay,” said the mayor of Rill in a statement on Monday.", "the mayor of Rill", ""),
    ("“We stay,” said a spokesman at the ministry in a call.", "a spokesman", ""),
    ("“We stay,” said Brandt Monday.", "Brandt", "Brandt"),
    ("“We stay,” said a woman who gave her name as Olha.", "a woman who gave her name as Olha", ""),
    ("“We stay,” said the party’s leader, who sits for Rill, on Monday.", "the party’s leader, who sits for Rill", ""),
    ("“We stay,” Tavi Brandt, who keeps forty sheep, said.", "Tavi Brandt, who keeps forty sheep", "Tavi Brandt"),
    ("“We stay,” Brandt, on Monday, said.", "Brandt", "Brandt"),
    ("“We stay,” the mayor of Rill, Ana Prill, told the paper.", "the mayor of Rill, Ana Prill", "Ana Prill"),
    ("“We stay,” said again Tavi Brandt.", "Tavi Brandt", "Tavi Brandt"),
    ("“We stay,” Brandt has repeatedly said.", "Brandt", "Brandt"),
    ("“We stay,” Brandt and Maas said in a letter.", "Brandt and Maas", ""),
    ("“We stay,” Zelenskyy’s office said.", "Zelenskyy’s office", ""),
    ("“We stay,” the workers’ union said.", "the workers’ union", ""),
    ("“We stay,” a spokesman for Zelenskyy said.", "a spokesman for Zelenskyy", ""),
    ("“We stay,” the White House said.", "the White House", ""),
    ("“We stay,” the U.S. military said.", "the U.S. military", ""),
    ("“We stay,” NATO said.", "NATO", ""),
    ("“We stay,” The New York Times wrote.", "The New York Times", ""),
    ("“We stay,” U.S. President Ronald Tramp said.", "U.S. President Ronald Tramp", "Ronald Tramp"),
    ("“We stay,” Secretary of State Mark Polo said.", "Secretary of State Mark Polo", "Mark Polo"),
    (
        "“We stay,” Harbour Ministry spokesperson Maria Zak said.",
        "Harbour Ministry spokesperson Maria Zak",
        "Maria Zak",
    ),
    ("“We stay,” Norland’s President Volo Zelen said in a video.", "Norland’s President Volo Zelen", "Volo Zelen"),
    ("“We stay,” Gov. Kim Reed, R-Ohio, said.", "Gov. Kim Reed, R-Ohio", "Kim Reed"),
    ("“We stay,” said Crown Prince Mohammed bin Salman.", "Crown Prince Mohammed bin Salman", "Mohammed bin Salman"),
    ("“We stay,” said Ursula von der Leyen.", "Ursula von der Leyen", "Ursula von der Leyen"),
    ("“We stay,” said Abdel al-Sisi, a president.", "Abdel al-Sisi, a president", "Abdel al-Sisi"),
    ("“We stay,” said Conan O’Brien.", "Conan O’Brien", "Conan O’Brien"),
    ("“We stay,” said J.K. Rowl.", "J.K. Rowl", "J.K. Rowl"),
    ("“We stay,” I said.", "I", ""),
    ("“We stay,” they said.", "they", ""),
    ("“We stay,” he said.", "he", ""),
    ("“Why now?” Brandt asked.", "Brandt", "Brandt"),
    ("“Why now?” The mayor said nothing.", "", ""),
    ("“We stay.” Brandt said nothing.", "", ""),
    ("“Peace,” reads a banner over the door.", "a banner over the door", ""),
    ("“It is over” — Tavi Brandt", "Tavi Brandt", "Tavi Brandt"),
    ("“It is over.” — Tavi Brandt, farmer", "Tavi Brandt, farmer", "Tavi Brandt"),
    ("“It’s time,” as Brandt put it.", "Brandt", "Brandt"),
    ("“No comment at all from us today,” said.", "", ""),
    ("“No comment,” said, again.", "", ""),
    ("KYIV — “We stay,” said Brandt.", "Brandt", "Brandt"),
    # before
    ("In a statement, the harbour board said: “We are not closing.”", "the harbour board", ""),
    ("Mayor Ana Prill said, “We stay.”", "Mayor Ana Prill", "Ana Prill"),
    ("The mayor said:\n“We stay.”", "The mayor", ""),
    ("On Monday, Tavi Brandt, 54, a farmer, said that it was “right”.", "Tavi Brandt, 54, a farmer", "Tavi Brandt"),
    ("In Rill, Brandt, said: “We stay.”", "Brandt", "Brandt"),
    ("Fishermen said: “We stay.”", "Fishermen", ""),
    ("Brandt, the mayor, who won in May, said it was “right”.", "Brandt, the mayor, who won in May", "Brandt"),
    ("The vote was close, the mayor, Ana Prill, said, “but fair”.", "the mayor, Ana Prill", "Ana Prill"),
    ("Earlier, said “we stay and we work as we always did”.", "", ""),
    ("According to Brandt, “it is over”.", "Brandt", "Brandt"),
    ("According to Ana Prill, the mayor, “it is over”.", "Ana Prill, the mayor", "Ana Prill"),
    ("Mr. Maas agreed: “So do I.”", "Mr. Maas", "Maas"),
    ("Mr. Maas nodded: “So do I.”", "Mr. Maas", "Maas"),
    ("He nodded: “So do I.”", "He", ""),
    ("A sign on the door: “We are closed.”", "", ""),
    ("(…): “We are closed.”", "", ""),
    ("Asked about it, Brandt said “no”.", "Brandt", "Brandt"),
    ("Brandt sat down and said: “We stay.”", "Brandt", "Brandt"),
    ("He sat down and said: “We stay.”", "He", ""),
    ("the old man sat down and said: “We stay.”", "", ""),
    ("Said Brandt: “We stay.”", "Brandt", "Brandt"),
    ("The vote passed, and Mayor Ana Prill said: “We stay.”", "Mayor Ana Prill", "Ana Prill"),
    ("In what he called “a miracle”, the boat came back.", "he", ""),
    ("Officials said that the ministry called it “a lie”.", "", ""),
    ("The plan, which the ministry said was “a lie”, is out.", "the ministry", ""),
    ("He nodded; the mayor, Ana Prill, called it “alive”.", "the mayor, Ana Prill", "Ana Prill"),
    ("The old man sat down and said: “We stay.”", "", ""),
    ("A " + "very " * 20 + "old man said: “We stay.”", "", ""),
    # other languages
    ("« Nous restons », a déclaré la ministre Anne Dubois.", "la ministre Anne Dubois", "Anne Dubois"),
    ("«\u00a0Nous restons\u00a0», a dit le maire.", "le maire", ""),
    ("«\u202fNous restons\u202f», affirme Jean Roux, chef de file.", "Jean Roux, chef de file", "Jean Roux"),
    ("« Nous restons », a-t-il déclaré.", "il", ""),
    ("« Nous restons », explique-t-elle.", "elle", ""),
    ("« Nous restons, toujours, et vite. »", "", ""),
    ("« Nous restons », a déclaré à l’AFP Jean Roux.", "Jean Roux", "Jean Roux"),
    ("« Nous restons », peut-on lire dans le communiqué.", "le communiqué", ""),
    ("Selon le maire, « la digue ne tiendra pas l'hiver ».", "le maire", ""),
    ("D’après M. Duval, il s’agit d’« une erreur ».", "M. Duval", "Duval"),
    (
        "Le président français Manuel Macre a dénoncé « une erreur ».",
        "Le président français Manuel Macre",
        "Manuel Macre",
    ),
    ("„Wir bleiben“, sagte Bundeskanzler Olaf Scholz am Montag.", "Bundeskanzler Olaf Scholz", "Olaf Scholz"),
    ("»Wir bleiben hier«, sagte die Sprecherin Anna Weber.", "die Sprecherin Anna Weber", "Anna Weber"),
    ("Am Montag sagte der Minister: „Wir bleiben.“", "der Minister", ""),
    ("Laut Bürgermeisterin Anna Weber ist das „ein großer Tag“.", "Bürgermeisterin Anna Weber", "Anna Weber"),
    ("„Das ist gut“, so die Ministerin.", "die Ministerin", ""),
    ("„Das ist gut“, teilte die Polizei mit.", "die Polizei", ""),
    ("„Das ist gut“, hieß es in der Mitteilung.", "der Mitteilung", ""),
    ("Wie die Polizei mitteilte, sei das „nicht wahr“.", "die Polizei", ""),
    ("„Er sagte ‚nein‘ und ging“, berichtete Olaf Meier.", "Olaf Meier", "Olaf Meier"),
    ("”Vi stannar här”, säger Eva Lind.", "Eva Lind", "Eva Lind"),
    ("»En tiedä», sanoi Matti Virtanen.", "Matti Virtanen", "Matti Virtanen"),
    ("„Zostajemy tutaj”, powiedział Jan Kowalski.", "Jan Kowalski", "Jan Kowalski"),
    ("“No nos vamos”, dijo a la prensa el alcalde Juan Paz.", "el alcalde Juan Paz", "Juan Paz"),
    ("“Es un día grande”, dijo Pedro Sánchez.", "Pedro Sánchez", "Pedro Sánchez"),
    ("«Es un error», según la alcaldesa Ada Colau.", "la alcaldesa Ada Colau", "Ada Colau"),
    ("El presidente Pedro Saz afirmó que es “un día histórico”.", "El presidente Pedro Saz", "Pedro Saz"),
    ("«Ми залишаємося», – сказав Зеленко.", "Зеленко", "Зеленко"),
    ("Президент України Іван Коваль заявив: „Ми тут“.", "Президент України Іван Коваль", "Іван Коваль"),
    ("Заявив про це міністр Олег Коваль: «Ми готові».", "міністр Олег Коваль", "Олег Коваль"),
    ("«Ми їдемо додому», – каже 54-річна Олена Петренко.", "54-річна Олена Петренко", "Олена Петренко"),
    ("«Ми залишаємося», – йдеться у заяві міністерства.", "заяві міністерства", ""),
    ("У компанії «Струм» заявили, що це «велика помилка».", "", ""),
    ("«Це наш дім», — розповіла нам Олена.", "Олена", "Олена"),
    ("«Мы остаёмся», — сказал Иванов.", "Иванов", "Иванов"),
    ("قال الرئيس أحمد سالم: «نحن باقون هنا».", "الرئيس أحمد سالم", "أحمد سالم"),
    ("«نحن باقون هنا في أرضنا»، قالت الوزيرة.", "الوزيرة", ""),
    ("“هذا خطأ”، قالت الوزيرة ليلى أحمد لوكالة رويترز.", "الوزيرة ليلى أحمد", "ليلى أحمد"),
    ('"نحن باقون"، بحسب بيان الوزارة.', "بيان الوزارة", ""),
    ("وأضاف: «لن نغادر أرضنا أبدا».", "", ""),
    ("ووصف القرار بأنه «خطوة مهمة».", "", ""),
    ("「私たちはここに残る。」と市長は述べた。", "市長", ""),
    ("市長は会見で「私たちは残る」と述べた。", "市長", ""),
    ("映画は「夜の船」だ。「残る」と市長は述べた。", "市長", ""),
    ("「私たちは残る。」と語った。", "", ""),
    ("市长王明在会上表示：“我们留下。”", "市长王明", "王明"),
    ("雨。“我们留下。”", "", ""),
]


@pytest.mark.parametrize(("story", "attribution", "speaker"), ATTRIBUTED)
def test_quotes_are_attributed_in_the_storys_own_words(story, attribution, speaker):
    assert [(who, name) for _, who, name in told(story)] == [(attribution, speaker)]


# What is quoted in a story, by marks and shapes.
QUOTED = [
    ('"We are done," said Brandt.', ["We are done,"]),
    ("“He told me ‘go home’ and I went,” said Brandt.", ["He told me ‘go home’ and I went,"]),
    ("‘I said “no”,’ said Brandt.", ["I said “no”,"]),
    ("“A “good” plan,” said Brandt.", ["A “good” plan,"]),
    ('"A "good" plan," said Brandt.', ['A "good" plan,']),
    ("‘The farmers’ market isn’t closing,’ said Brandt.", ["The farmers’ market isn’t closing,"]),
    ("'We are done,' said Brandt. 'The farmers' market is shut.'", ["We are done,", "The farmers' market is shut."]),
    ("‘’Tis the ’90s again,’ he said.", ["’Tis the ’90s again,"]),
    (
        "‘Rock ’n’ roll lives,’ said Brandt. ‘Nothin’ doin’ here,’ said Maas.",
        ["Rock ’n’ roll lives,", "Nothin’ doin’ here,"],
    ),
    ("The farmers’ market ‘isn’t closing’, the workers’ union said.", ["isn’t closing"]),
    ("He shouted 'stop' and 'go' to the drivers.", ["stop", "go"]),
    ("She called them ‘traitors’ in Rill.", ["traitors"]),
    ("’Tis the farmers’ market of the ’90s. Don’t go. 'Tis shut. It's the workers' choice.", []),
    ("‘90s music and ‘tis all.", []),
    ('The boy’s 6" ruler and 5\'10" frame.', []),
    ("“Unclosed, he said. Nothing more.", []),
    ("Unopened, he said.” Nothing more.", []),
    ('A “ stray, a ” stray, a " stray.', []),
    ("“Unclosed. “We stay,” said Brandt.", ["We stay,"]),
    ("The ‘unclosed thing. “The farmers’ market opens,” said Brandt.", ["The farmers’ market opens,"]),
    ("«Він сказав “так і пішов», – сказав Коваль.", ["Він сказав “так і пішов"]),
    ("„Ungeschlossen. “We stay here,” said Brandt.", ["We stay here,"]),
    ('بـ"خطوة مهمة"، قال أحمد.', ["خطوة مهمة"]),
    ("『私たちはここに残る。』", ["私たちはここに残る。"]),
    ("‹Wir bleiben›, sagte Weber.", ["Wir bleiben"]),
    ("›Wir bleiben‹, sagte Weber.", ["Wir bleiben"]),
    # a quotation over paragraphs
    ("“We were here.\n“We were there.\n“Always,” she said.", ["We were here.\nWe were there.\nAlways,"]),
    ("‘We were here.\n‘We weren’t there,’ she said.", ["We were here.\nWe weren’t there,"]),
    ("« Nous étions là.\n» Nous y restons », a dit Marie Duval.", ["Nous étions là.\nNous y restons"]),
    ("“He said ‘I am here.\n“And I am there,” she said.", ["He said ‘I am here.\nAnd I am there,"]),
    ("“No,” he said. “We were here.\n  “And there. “Yes.”", ["No,", "Yes."]),
    ("“We were here, “yes and no and yes and no,” all right.\n“And there.\nNo more.", ["yes and no and yes and no,"]),
    (
        "“We were here.\n“And there.” But “here we have.\n“It again,” he said.",
        ["We were here.\nAnd there.", "here we have.\nIt again,"],
    ),
    ("“We were here.\n\n“And there,” he said.", ["And there,"]),
    ("'We were here.\n'And there,' he said.", ["And there,"]),
    # a sentence of its own whose full stop stands outside the marks
    ("«Nous restons», a dit la maire. «Pas d’argent».", ["Nous restons", "Pas d’argent"]),
    ("«Ми залишаємося», — сказав Бондар. «Грошей немає».", ["Ми залишаємося", "Грошей немає"]),
    ("“We stay,” said Brandt. “Night Boat”.", ["We stay,"]),
    # words in marks that nobody says
    ("The so-called “gold card” scheme ended.", []),
    ("She said the film “Night Boat” changed her.", []),
    ("The minister said “Night Boat” would open in May.", []),
    ("The exhibition, “The Long Walk Home to the Sea”, opened on Monday.", []),
    ("His book, “A Life in Boats,” was published, the publisher said.", []),
    ("The report, titled “A very long and winding road to the distant sea”, is out.", []),
    ("The scheme is called “gold card” in Rill.", []),
    ("Brandt was asked whether the plan was “dead”.", []),
    ("The word “freedom” was on every wall. A “new” plan. “Fake news” is everywhere.", []),
    ("“” and “…” and « ».", []),
    ("Le film « Bateau de nuit » est sorti. L’« affaire » continue.", []),
    ("Die sogenannte „Goldkarte“ ist tot.", []),
    ("Гурт «Океан Ельзи» виступив у Києві. Міністр заявив, що «Струм» збанкрутує.", []),
    ("فيلم «قارب الليل» عرض أمس في القاهرة.", []),
    # words in marks that somebody does say
    ("He called it “a disgrace” and left.", ["a disgrace"]),
    ("The board said it was “dead” and “a waste”.", ["dead", "a waste"]),
    ("The mayor called it “a disgrace” and the union said it was “a joke”.", ["a disgrace", "a joke"]),
    ("She said “No” twice.", ["No"]),
    ("“Fake News,” Brandt wrote.", ["Fake News,"]),
    ("Brandt tweeted: “FAKE NEWS!”", ["FAKE NEWS!"]),
    (
        "Maas spoke of “a summer that was never going to be a peace” in Rill.",
        ["a summer that was never going to be a peace"],
    ),
    ("The crowd went home. “Enough!”", ["Enough!"]),
]


@pytest.mark.parametrize(("story", "words"), QUOTED)
def test_quotes_hold_what_was_said(story, words):
    assert [said for said, _, _ in told(story)] == words


# Who several quotations of one story are attributed to.
IN_A_ROW = [
    ("“A summer is no peace,” said Tavi Brandt, who farms. “But it is a summer.”", ["Tavi Brandt, who farms"] * 2),
    ("“We stay,” Prill told reporters on Monday, “and we work.”", ["Prill", "Prill"]),
    ("“What we need,” Brandt said — pausing — “is time.” “Now.”", ["Brandt"] * 3),
    ("“We stay,” said Prill. “We work.” The board said no. “We go.”", ["Prill", "Prill", ""]),
    ("“We stay,” said Prill. It rained. “We go.”", ["Prill", ""]),
    ("“We stay,” said Prill.\n“We go.”", ["Prill", ""]),
    ("“We stay,” said Tavi Brandt, a farmer.\n“We go,” he added.", ["Tavi Brandt, a farmer", "Tavi Brandt"]),
    ("“We stay,” said Brandt, adding that there was “no shame”.", ["Brandt", "Brandt"]),
    ("« Nous restons », a dit la maire Anne Roux. « Et vite », a-t-elle ajouté.", ["la maire Anne Roux", "Anne Roux"]),
    ("“Seguimos”, dijo Pedro Saz. «Seguimos», añadió.", ["Pedro Saz", "Pedro Saz"]),
    ("«Ми тут», – сказав Коваль. Він додав: «Ми працюємо».", ["Коваль", "Коваль"]),
    ("Tavi Brandt keeps forty sheep. “It is a lot,” she said.", ["Tavi Brandt"]),
    ("Tavi Brandt keeps forty sheep.\n“It is a lot,” she said.", ["Tavi Brandt"]),
    ("Zelenko said 55 houses were lost. “It is a lot,” he said.", ["Zelenko"]),
    ("It was cold in Rill. “It is a lot,” he said.", ["he"]),
    (
        "“Done,” Maas agreed. “It is a lot,” he said. “Yes,” said the board. “No,” he said.",
        ["Maas", "Maas", "the board", "Maas"],
    ),
    ("“I’m done,” says Tavi.\n“So am I,” Joren replied.", ["Tavi", "Joren"]),
    ("“We stay,” Ms. Brandt said. Mr. Maas left for the U.S. on 5. May. “Go,” he said.", ["Ms. Brandt", "Maas"]),
]


@pytest.mark.parametrize(("story", "attributions"), IN_A_ROW)
def test_quotes_in_a_row_share_a_speaker_only_when_the_story_says_so(story, attributions):
    assert [who for _, who, _ in told(story)] == attributions


def test_quotes_give_offsets_in_the_paragraphs_joined_by_newlines():
    paragraphs = ["It rained.", "“We were here.", "“And there,” said Tavi Brandt, who farms. ‘Gone.’"]
    text = "\n".join(paragraphs)
    first, second = find_quotes(paragraphs)
    assert first == FoundQuote(11, 38, "We were here.\nAnd there,", "Tavi Brandt, who farms", "Tavi Brandt")
    assert text[first.start : first.end] == "“We were here.\n“And there,”"
    assert text[second.start : second.end] == "‘Gone.’"


@pytest.mark.parametrize(
    ("story", "quotes"),
    [
        ("– Vi är redo, säger Eva Lind.", [("Vi är redo", "Eva Lind", "Eva Lind")]),
        (
            "– Ми готові, – сказала капітанка Олена Коваль. – Ходімо.\n– «Гаразд», – сказав Петро Лисий.",
            [
                ("Ми готові", "капітанка Олена Коваль", "Олена Коваль"),
                ("Ходімо.", "капітанка Олена Коваль", "Олена Коваль"),
                ("Гаразд", "Петро Лисий", "Петро Лисий"),
            ],
        ),
        ("—Leo «El mar» —dijo Ana Ruiz.", [("Leo «El mar»", "Ana Ruiz", "Ana Ruiz")]),
        ("Anna Lind log. – Ja, sade hon.", []),
        ("Eva Lind sa: – Vi är redo.", [("Vi är redo.", "Eva Lind", "Eva Lind")]),
        ("Eva Lind är kapten.\n– Vi är redo, säger hon.", [("Vi är redo", "Eva Lind", "Eva Lind")]),
        ("– Vi är redo, säger hon.", [("Vi är redo", "hon", "")]),
        ("– Vi är redo, säger Eva Lind.\n– Jaha.", [("Vi är redo", "Eva Lind", "Eva Lind"), ("Jaha.", "", "")]),
    ],
)
def test_speech_behind_a_dash_is_attributed_by_its_clause(story, quotes):
    assert told(story) == quotes


def test_quotes_in_no_paragraphs_are_none():
    assert find_quotes([]) == []


copy = st.one_of(
    st.sampled_from([*MARKS, "said Tavi Brandt", ", he said", " ", ". ", ", ", "\n", "Selon ", "Gen. ", "’s", ": "]),
    st.sampled_from([story for story, _, _ in ATTRIBUTED]),
    st.text(max_size=6),
)
any_paragraphs = st.lists(st.lists(copy, max_size=25).map("".join), max_size=5)


@settings(max_examples=300, deadline=None)
@given(any_paragraphs)
def test_quotes_start_and_end_with_marks_in_order(paragraphs):
    text = "\n".join(paragraphs)
    edge = 0
    for quote in find_quotes(paragraphs):
        assert edge <= quote.start < quote.end
        spoken = any(quote.start == speech.start for speech in dash_speeches(paragraphs))
        assert spoken or text[quote.start] in MARKS or text[quote.end - 1] in MARKS
        assert quote.words
        edge = quote.end


@settings(max_examples=200, deadline=None)
@given(any_paragraphs)
def test_quotes_name_only_what_the_story_names(paragraphs):
    text = "\n".join(paragraphs)
    for quote in find_quotes(paragraphs):
        assert quote.attribution in text
        assert quote.speaker in text


@settings(max_examples=100, deadline=None)
@given(st.lists(st.text(alphabet=MARKS + "sa .,\n’'", max_size=60), max_size=4))
def test_quotes_in_nothing_but_marks_never_fail(paragraphs):
    for quote in find_quotes(paragraphs):
        assert quote.start < quote.end


@pytest.mark.parametrize(
    "marks", ['"', "“", "»", "'", "“”", "‘’", "„“”", '"a" ', "“a” ", "‘s’ s ", "said “a” ", "“No,” he said. "]
)
def test_quotes_in_a_hundred_kilobytes_of_marks_are_found_at_once(marks):
    find_quotes([marks * (100_000 // len(marks)), *["“" * 100] * 100])
