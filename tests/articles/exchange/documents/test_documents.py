"""Word files and mails: what is said in them comes, nothing from outside is fetched, bombs are refused."""

import zipfile
from datetime import UTC, datetime
from email.message import EmailMessage

import pytest

from articles.exchange.documents.docx import read_docx
from articles.exchange.documents.eml import read_eml
from articles.exchange.incoming import Author, Broken, Incoming, UnreadableExport
from tests.builders import picture_bytes

W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
R = 'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"'
A = 'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" xmlns:wp="http://example.com/wp"'
RELS = """<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">
<Relationship Id="r1" Type="x/image" Target="media/a.jpg"/>
<Relationship Id="r2" Type="x/hyperlink" Target="https://x.example/" TargetMode="External"/>
<Relationship Id="r3" Type="x/image" Target="https://x.example/outside.jpg" TargetMode="External"/>
<Relationship Id="r4" Type="x/image" Target="../../../etc/passwd"/></Relationships>"""
STYLES = f"""<w:styles {W}><w:style w:styleId="Titel"><w:name w:val="Title"/></w:style>
<w:style w:styleId="U1"><w:name w:val="heading 2"/></w:style>
<w:style w:styleId="Z"><w:name w:val="Intense Quote"/></w:style>
<w:style w:styleId="S"><w:name w:val="Subtitle"/></w:style></w:styles>"""
NUMBERING = f"""<w:numbering {W}>
<w:abstractNum w:abstractNumId="7"><w:lvl><w:numFmt w:val="decimal"/></w:lvl></w:abstractNum>
<w:num w:numId="1"><w:abstractNumId w:val="7"/></w:num></w:numbering>"""


def p(words, style="", facts="", mark=""):
    style = f'<w:pStyle w:val="{style}"/>' if style else ""
    return f"<w:p><w:pPr>{style}{facts}</w:pPr><w:r><w:rPr>{mark}</w:rPr><w:t>{words}</w:t></w:r></w:p>"


def blip(key):
    return f'<w:p><w:r><w:drawing><wp:docPr descr="Alt"/><a:blip r:embed="{key}"/></w:drawing></w:r></w:p>'


def docx(path, *paragraphs, **parts):
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr(
            "word/document.xml", f"<w:document {W} {R} {A}><w:body>{''.join(paragraphs)}</w:body></w:document>"
        )
        archive.writestr("word/_rels/document.xml.rels", RELS)
        archive.writestr("word/styles.xml", STYLES)
        archive.writestr("word/numbering.xml", NUMBERING)
        archive.writestr("word/media/a.jpg", picture_bytes())
        for name, content in parts.items():
            archive.writestr(f"word/{name}.xml", content)
    return path


def test_word_file_says_what_it_says(tmp_path):
    numbered = '<w:numPr><w:numId w:val="1"/></w:numPr>'
    bulleted = '<w:numPr><w:numId w:val="9"/></w:numPr>'
    link = '<w:hyperlink r:id="r2"><w:r><w:t>link</w:t></w:r></w:hyperlink>'
    link = f'<w:p>{link}<w:r><w:footnoteReference w:id="2"/></w:r></w:p>'
    changed = (
        "<w:p><w:ins><w:r><w:t>added</w:t></w:r></w:ins><w:del><w:r><w:delText>gone</w:delText></w:r></w:del></w:p>"
    )
    table = f"<w:tbl><w:tr><w:tc>{p('A')}</w:tc><w:tc>{p('B')}</w:tc></w:tr></w:tbl>"
    path = docx(
        tmp_path / "a.docx",
        p("The bridge", "Titel"), p("A dek", "S"), p("Bold", mark="<w:b/><w:i w:val='0'/>"), p("Sub", "U1"),
        p("Said", "Z"),
        p("1", facts=numbered), p("2", facts=numbered), p("3", facts=bulleted), link, changed, table,
        blip("r1"), blip("r3"), blip("r4"),
        footnotes=f'<w:footnotes {W}><w:footnote w:id="2">{p("Note")}</w:footnote></w:footnotes>',
        comments=f"<w:comments {W}><w:comment>{p('secret remark')}</w:comment></w:comments>",
    )  # fmt: skip
    [story] = read_docx([path]).stories
    assert (story.headline, story.dek) == ("The bridge", "A dek")
    assert story.body == (
        "<p><strong>Bold</strong></p><h2>Sub</h2><blockquote><p>Said</p></blockquote>"
        "<ol><li><p>1</p></li><li><p>2</p></li></ol>"
        '<ul><li><p>3</p></li></ul><p><a href="https://x.example/">link</a><sup>1</sup></p><p>added</p>'
        "<table><tbody><tr><td>A</td><td>B</td></tr></tbody></table>"
        '<figure data-photo="1"><figcaption></figcaption></figure><p><sup>1</sup> Note</p>'
    )
    assert (len(story.pictures), story.pictures[0].alt, bool(story.pictures[0].data)) == (1, "Alt", True)
    said = " ".join(note.words for note in story.notes)
    assert "gone" in said
    assert "https://x.example/outside.jpg" in said
    assert "1 comments" in said
    assert "secret remark" not in repr(story)


def test_word_file_is_known_again_when_it_changes(tmp_path):
    [one] = read_docx([docx(tmp_path / "a.docx", p("One"))]).stories
    [two] = read_docx([docx(tmp_path / "a.docx", p("Two"))]).stories
    assert one.source_id == two.source_id
    assert one.digest != two.digest


def test_what_is_no_word_file_is_said(tmp_path):
    bomb = docx(tmp_path / "bomb.docx", p("x" * 30_000_000))
    entity = docx(tmp_path / "entity.docx", footnotes="<!DOCTYPE a [<!ENTITY b 'c'>]><a>&b;</a>")
    text = tmp_path / "text.docx"
    text.write_text("no zip")
    empty = tmp_path / "empty.docx"
    with zipfile.ZipFile(empty, "w") as archive:
        archive.writestr("a.txt", "a")
    cut = tmp_path / "cut.docx"
    cut.write_bytes(docx(tmp_path / "whole.docx", p("x")).read_bytes()[:-50])
    assert [type(each) for each in read_docx([bomb, entity, text, empty, cut]).stories] == [Broken] * 5
    (tmp_path / "none").mkdir()
    with pytest.raises(UnreadableExport):
        read_docx([tmp_path / "none"])


def mail(html="", text="Words.\n\nMore.", **heads):
    message = EmailMessage()
    for name, value in (
        {"Subject": "The bridge", "From": "Ada Diaz <ada@x.example>", "Message-ID": "<1@x>"} | heads
    ).items():
        message[name] = value
    message["Date"] = "Fri, 17 May 2019 08:30:00 +0000"
    message.set_content(text)
    if html:
        message.add_alternative(html, subtype="html")
    message.add_attachment(picture_bytes(), maintype="image", subtype="jpeg", filename="a.jpg")
    message.add_attachment(b"%PDF", maintype="application", subtype="pdf", filename="a.pdf")
    return message.as_bytes()


@pytest.mark.parametrize("html", ["", "<p>Words.</p><p>More.</p><img src='https://x.example/p.png'>"])
def test_mail_has_its_words_photos_and_sender(tmp_path, html):
    path = tmp_path / "a.eml"
    path.write_bytes(mail(html))
    [story] = read_eml([path], zone=UTC).stories
    assert (story.headline, story.source_id) == ("The bridge", "1@x")
    assert story.body == '<p>Words.</p><p>More.</p><figure data-photo="1"><figcaption></figcaption></figure>'
    assert story.authors == (Author("Ada Diaz", "Ada Diaz"),)
    assert story.published_at == datetime(2019, 5, 17, 8, 30, tzinfo=UTC)
    assert story.pictures[0].address == "a.jpg"
    assert "An attachment was not carried: a.pdf" in [note.words for note in story.notes]


def test_mails_come_from_zips_and_faulty_ones_are_said(tmp_path):
    path = tmp_path / "mails.zip"
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("../a.eml", mail())
        archive.writestr("b.eml", b"")
        archive.writestr(
            "c.eml", b"Subject: =?x?q?y?=\nContent-Type: text/plain; charset=nonsense\nDate: never\n\nwords"
        )
        archive.writestr("d.txt", b"no mail")
    kinds = [type(each) for each in read_eml([path], zone=UTC).stories]
    assert (kinds[0], kinds[1], len(kinds)) == (Incoming, Broken, 3)
    (tmp_path / "mails.txt").write_text("no mail")
    with pytest.raises(UnreadableExport):
        read_eml([tmp_path / "mails.txt"], zone=UTC)
