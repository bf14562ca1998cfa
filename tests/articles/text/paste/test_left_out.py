"""What was left out, in sentences with numbers."""

from articles.text.paste.left_out import LeftOut, sentences


def test_nothing_left_out_is_not_said():
    assert sentences(LeftOut(links=0)) == []


def test_each_kind_has_a_sentence_with_its_number():
    one = LeftOut(
        furniture_words=1,
        deletions=1,
        deleted_words=1,
        comments=1,
        footnotes=1,
        hidden_words=1,
        pictures=1,
        tables=1,
        embeds=1,
        links=1,
    )
    said = [sentence for _, _, sentence in sentences(one)]
    assert said == [
        "1 deletion or struck-out passage, 1 word",
        "1 comment",
        "1 footnote",
        "Hidden text, 1 word",
        "Menus, buttons and the like of a page, 1 word",
        "1 picture: put it into the photo library, then onto the sheet",
        "1 table: its words are here as paragraphs",
        "1 embedded video or frame",
        "1 link that leads nowhere from here: its words are here",
    ]
    several = LeftOut(dict.fromkeys(one, 3) | {"deleted_words": 14})
    assert sentences(several)[0] == ("deletions", 3, "3 deletions or struck-out passages, 14 words")
    assert [number for _, number, _ in sentences(several)] == [3] * 9
