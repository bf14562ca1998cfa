"""Nobody is named where a sentence leaves open who spoke."""

import pytest

from articles.text.quotes.running_quotes import find_quotes


@pytest.mark.parametrize(
    "text",
    [
        "“I will pay for the roof,” said Ivor Pell (or an impostor) in a call on Sunday.",
        "“The vote was bought,” Dinah Marsh – if it was she – told a radio programme.",
        "„Die Wahl war gekauft“, sagte Inge Mahler – falls sie es war – nachts im Radio.",
        "« Que tout brûle », a dit Claire Odin, à moins que ce ne fût sa sœur.",
        "“The dam will hold,” said Tom Birkett, if the recording is genuine.",
        "“The dam will hold,” said Tom Birkett, if the minutes can be trusted.",
        "“The dam will hold,” said Tom Birkett — or so his rivals would like us to think.",
        "« La digue tiendra », a dit Claire Odin, s’il faut en croire le procès-verbal.",
        "„Zapora wytrzyma” – powiedziała Inga Ros, jeśli wierzyć protokołowi.",
    ],
)
def test_doubt_beside_a_speaker_names_nobody(text):
    assert [quote.speaker for quote in find_quotes([text])] == [""]


def test_brackets_that_say_an_age_name_the_speaker():
    text = "„Wir öffnen am Montag“, sagte Bäcker Armin Delius (62) am Telefon."
    assert [quote.speaker for quote in find_quotes([text])] == ["Armin Delius"]
