"""What never comes in, and how much of it there was: deletions, comments, notes, hidden text."""

import pytest

from articles.text.paste.clipboard_html import read_clipboard_html

STAYS = "<p>a d</p>"


def test_deletions_go_and_insertions_stay():
    clipping = read_clipboard_html("<p>The plant employs <del>4,000</del><ins>400</ins> people.</p>")
    assert clipping.html == "<p>The plant employs 400 people.</p>"
    assert clipping.left_out == {"deletions": 1, "deleted_words": 1}


@pytest.mark.parametrize(
    "deleted",
    [
        "<s>b c</s>",
        "<strike>b c</strike>",
        "<span style='text-decoration:underline line-through'>b c</span>",
        "<span style='text-decoration-line: line-through'>b c</span>",
        "<span class=msoDel><del cite='mailto:Tom' datetime='2026-05-01T10:00'>b c</del></span>",
        "<span class='TextRun TrackChangeTextDeletion TrackedChange'>b c</span>",
        "<span class='ice-del ice-cts-1'>b c</span>",
        "<span class='suggestion-deleted'>b c</span>",
        "<span role=deletion>b c</span>",
        "<style>.c3{text-decoration:line-through}</style><span class='c1 c3'>b c</span>",
        "<style>span.s1 {text-decoration: line-through}</style><span class=s1>b c</span>",
        "<s>b </s><s>c</s>",
        "<span class=strikethrough>b c</span>",
        "<span data-track-type=delete data-author=x>b c</span>",
        "<span data-suggestion=deletion>b c</span>",
        "~~b c~~",
        "<span class='blob-code-deletion'>b c</span>",
        "<span class='portion zw-del'>b c</span>",
        "<suggestion-start name='deletion:1'></suggestion-start>b <i>c</i><suggestion-end></suggestion-end>",
    ],
)
def test_what_was_struck_out_goes_however_a_program_says_it(deleted):
    clipping = read_clipboard_html(f"<p>a {deleted} d</p>")
    assert clipping.html == STAYS
    assert clipping.left_out == {"deletions": 1, "deleted_words": 2}


@pytest.mark.parametrize(
    "kept",
    [
        "<span class=delivery>b</span>",
        "<span class='del-mar'>b</span>",
        "<span class='track-record'>b</span>",
        "<span data-track-type=insert>b</span>",
        "<span data-words='strike at the port' data-op=keep>b</span>",
        "<span data-comment='delete this sentence, which is one that is far too long'>b</span>",
        "<u>b</u>",
        "<s> </s>b",
        "<annotation id=1>b</annotation>",
        "<suggestion-start name='insertion:1'></suggestion-start>b<suggestion-end name='insertion:1'></suggestion-end>",
        "<span style='text-decoration:underline'>b</span>",
        "<a class='comment-link' href='https://example.org/#comments'>b</a>",
        "<span class='inline-comment-marker' data-ref=1>b</span>",
        "<a style='mso-comment-reference:TV_1'>b</a>",
    ],
)
def test_what_only_looks_like_a_deletion_or_comment_stays(kept):
    clipping = read_clipboard_html(f"<p>a {kept} d</p>")
    assert clipping.html.replace('<a href="https://example.org/#comments">b</a>', "b") == "<p>a b d</p>"
    assert not clipping.left_out.total()


def test_class_that_speaks_of_deletions_is_not_believed_of_a_page():
    assert read_clipboard_html("<div class='hide-tracked-deletion'><p>a</p></div>").html == "<p>a</p>"


@pytest.mark.parametrize(
    "hidden",
    [
        "<span style='display:none'>b</span>",
        "<span style='mso-hide:all'>b</span>",
        "<span style='visibility:hidden'>b</span>",
        "<span style='opacity:0'>b</span>",
        "<span style='opacity:0.0'>b</span>",
        "<span style='transform:scale(0)'>b</span>",
        "<span style='clip-path:circle(0)'>b</span>",
        "<span style='color:transparent'>b</span>",
        "<span style='color:#fff;background-color:#fff'>b</span>",
        "<span style='font-size:0'>b</span>",
        "<span style='font-size:1px;color:#fff'>b</span>",
        "<span style='clip: rect(1px, 1px, 1px, 1px)'>b</span>",
        "<span style='position:absolute;left:-9999px'>b</span>",
        "<span style='text-indent:-9999px'>b</span>",
        "<span style='max-height:0;overflow:hidden'>b</span>",
        "<span hidden>b</span>",
        "<span class=sr-only>b</span>",
        "<dialog>b</dialog>",
    ],
)
def test_hidden_text_goes(hidden):
    clipping = read_clipboard_html(
        f"<p>a {hidden} d</p>".replace("<dialog>b</dialog> d</p>", " d</p><dialog>b</dialog>")
    )
    assert clipping.html == STAYS
    assert clipping.left_out == {"hidden_words": 1}


@pytest.mark.parametrize(
    "shown",
    [
        "<div style='font-size:0'><p style='font-size:14px'>a d</p></div>",
        "<div style='visibility:hidden'><p style='visibility:visible'>a d</p></div>",
        "<p style='text-indent:-18.0pt'>a d</p>",
        "<p style='position:relative;left:-9999px'>a d</p>",
        "<p style='overflow:hidden;height:20px'>a d</p>",
        "<dialog open>a d</dialog>",
        "<p style='color:transparent;background-clip:text;background:linear-gradient(red,blue)'>a d</p>",
        "<p style='color:transparent;background-image:url(x.png)'>a d</p>",
        "<p style='color:#fff'>a d</p>",
        "<p style='color:transparent'><span style='color:black'>a d</span></p>",
    ],
)
def test_what_is_seen_stays(shown):
    clipping = read_clipboard_html(shown)
    assert clipping.html == STAYS
    assert not clipping.left_out.total()


def test_what_is_shown_again_inside_of_hidden_text_stays():
    clipping = read_clipboard_html(
        "<p style='visibility:hidden'>b <span style='visibility:visible'>a</span> c <i>e</i>"
        "</p><p style='font-size:0'>f<span style='font-size:14px'> d</span></p>"
    )
    assert clipping.html == "<p>a</p><p>d</p>" and clipping.left_out == {"hidden_words": 4}


WORD = (
    "<p>a<span class=MsoCommentReference><a class=msocomanchor href='#_msocom_1'>[TV1]</a>"
    "<span style='mso-special-character:comment'>&nbsp;</span></span> d"
    "<a style='mso-footnote-id:ftn1' href='#_ftn1' name='_ftnref1'><span class=MsoFootnoteReference>[1]</span></a></p>"
    "<div style='mso-element:footnote-list'><hr><div style='mso-element:footnote' id=ftn1><p class=MsoFootnoteText>"
    "<a href='#_ftnref1'>[1]</a> Minutes.</p></div></div><div style='mso-element:comment-list'>"
    "<div style='mso-element:comment'><div id='_com_1' class=msocomtxt><p class=MsoCommentText>Sure?"
    "</p></div></div></div>"
)
DOCS = (
    "<p>a<sup><a href='#cmnt1' id='cmnt_ref1'>[a]</a></sup> d<sup><a href='#ftnt1' id='ftnt_ref1'>[1]</a></sup></p><hr>"
    "<div><p><a href='#ftnt_ref1' id='ftnt1'>[1]</a> Minutes.</p><p>And more.</p></div>"
    "<div style='border:1px solid'><p><a href='#cmnt_ref1' id='cmnt1'>[a]</a><span>Sure?</span></p><p>Yes.</p></div>"
)
LIBREOFFICE = (
    "<p>a<span role=comment>Sure?</span> d<a class=sdfootnoteanc name=sdfootnote1anc "
    "href='#sdfootnote1sym'><sup>1</sup></a></p>"
    "<div id=sdfootnote1><p class=sdfootnote><a class=sdfootnotesym href='#sdfootnote1anc'>1</a> Minutes.</p></div>"
)
MARKDOWN = (
    "<p>a<a role=comment>x</a> d<sup><a href='#fn:1' id='fnref:1' role=doc-noteref>1</a></sup></p>"
    "<section class=footnotes role=doc-endnotes><ol><li id='fn:1'><p>Minutes. <a href='#fnref:1'>↩︎</a>"
    "</p></li></ol></section>"
)


@pytest.mark.parametrize("pasted", [WORD, DOCS, LIBREOFFICE, MARKDOWN], ids=["word", "docs", "libreoffice", "markdown"])
def test_comments_and_notes_go_with_their_marks(pasted):
    clipping = read_clipboard_html(pasted)
    assert clipping.html == STAYS
    assert +clipping.left_out == {"comments": 1, "footnotes": 1}


@pytest.mark.parametrize(
    "mark",
    [
        "<sup class=reference><a href='https://en.example/wiki/X#cite_note-1'><span>[</span>1<span>]</span></a></sup>",
        "[<a href='#_ftn1'>1</a>]",
        "<b>x</b>[<a href='#_ftn1'>1</a>]",
        "<a href='#fn2'><sup>2</sup></a>",
        "<a href='#n2'><sup>2</sup></a>",
        "<a href='#footnote-1'>*</a>",
        "<a href='#_ftnref9'>[9]</a>",
    ],
)
def test_mark_of_a_note_goes_by_itself(mark):
    clipping = read_clipboard_html(f"<p>a {mark} d</p>")
    assert clipping.html.replace("<strong>x</strong> ", "") == STAYS
    assert +clipping.left_out == {"footnotes": 1}


@pytest.mark.parametrize(
    ("note", "words"),
    [
        ("<p>Minutes. <a href='#fnref1'>↩</a></p>", ""),
        (
            "<ol class=references><li id=cite_note-1><a href='#cite_ref-1'>^</a> One.</li>"
            "<li id=cite_note-2>Two.</li></ol>",
            "",
        ),
        ("<div role=doc-footnote>Minutes.</div>", ""),
        (
            "<div id=a><div><p><a href='#ftnt_ref1'>[1]</a> One.</p></div>"
            "<p><a href='#ftnt_ref2'>[2]</a> Two.</p></div>",
            "",
        ),
        ("<p>See <a href='#ref-1'>[1]</a></p>", "<p>See</p>"),
        ("<p>See <a href='#note-on-method'>the note</a> <a href='http://['>x</a></p>", "<p>See the note x</p>"),
        ("<h2>Ferries <a href='#ferries' class=anchor>#</a></h2>", "<h2>Ferries</h2>"),
    ],
)
def test_notes_go_and_words_stay(note, words):
    assert read_clipboard_html(f"{note}").html == words


def test_lists_of_notes_count_their_items():
    listed = "<div style='mso-element:endnote-list'><div id=edn1>One.</div><div id=edn2>Two.</div></div>"
    assert read_clipboard_html(listed).left_out == {"footnotes": 2}
    items = "<ol class=references><li>One.</li><li>Two.</li></ol>"
    assert read_clipboard_html(items).left_out == {"footnotes": 2}


def test_embeds_are_counted_and_scripts_are_not_missed():
    clipping = read_clipboard_html(
        "<p>a</p><iframe src=x></iframe><video>b</video><script>c()</script><noscript>d</noscript>"
    )
    assert clipping.html == "<p>a</p>" and clipping.left_out == {"embeds": 2}


def test_no_space_is_left_before_a_sign_where_words_were_deleted():
    assert read_clipboard_html("<p>a <s>b</s>, c (<i>d</i> <s>e</s>)</p>").html == "<p>a, c (<em>d</em>)</p>"
    assert read_clipboard_html("<p><s>a</s>, b</p>").html == "<p>, b</p>"


def test_suggestion_that_nothing_ends_goes_on_to_the_end_of_its_paragraph():
    pasted = "<p>a<suggestion-start name='deletion:1'></suggestion-start> b</p><p>c</p>"
    assert read_clipboard_html(pasted).html == "<p>a</p><p>c</p>"


@pytest.mark.parametrize(
    ("written", "text", "left_out"),
    [
        ('<p>[caption id="a1" width="3"]The quay[/caption]</p>', "<p>The quay</p>", {}),
        ("<p>a</p><p>[gallery ids=“1,2”]</p><p>[gallery]</p>", "<p>a</p>", {}),
        ('<p>a [embed width="3"]https://video.example/1[/embed]</p>', "<p>a</p>", {"embeds": 1}),
        ("<p>a [sic] [b] [/i] [CHECK x=y]</p>", "<p>a [sic] [b] [/i] [CHECK x=y]</p>", {}),
        ("<p>a ~ b ~~ c</p>", "<p>a ~ b ~~ c</p>", {}),
    ],
)
def test_codes_between_words_go(written, text, left_out):
    clipping = read_clipboard_html(written)
    assert clipping.html == text and +clipping.left_out == left_out


def test_notes_go_by_whatever_name_their_marks_lead_to_them():
    clipping = read_clipboard_html(
        "<p>a<sup><a id=x1-link href='#x1'>1</a></sup> d<sup class=fn><a href='#y2'>2</a></sup></p>"
        "<ol><li id=x1>Minutes. <a href='#x1-link'>back</a></li></ol><p id=y2>Stays.</p>"
    )
    assert clipping.html == "<p>a d</p><p>Stays.</p>" and +clipping.left_out == {"footnotes": 2}


def test_note_inside_a_list_of_notes_is_no_other_note():
    clipping = read_clipboard_html(
        "<p>a<sup><a id=x1-link href='#x1'>1</a></sup> d</p>"
        "<ol class=footnotes><li id=x1>Minutes. <a href='#x1-link'>back</a></li></ol>"
    )
    assert clipping.html == "<p>a d</p>" and +clipping.left_out == {"footnotes": 1}


def test_remark_of_an_encyclopedia_on_its_own_words_is_none_of_them():
    remark = "<sup class='noprint Inline-Template'>[<i><a href='/wiki/CN'>citation needed</a></i>]</sup>"
    assert read_clipboard_html(f"<p>a{remark} d</p>").html == STAYS


def test_note_that_begins_with_its_mark_goes_without_a_way_back():
    clipping = read_clipboard_html("<p>a d<a href='#note-2'><sup>(2)</sup></a></p><p id=note-2>(2) Minutes.</p>")
    assert clipping.html == STAYS and +clipping.left_out == {"footnotes": 1}


@pytest.mark.parametrize(("mark", "footnotes"), [("[b]", 1), ("[א]", 1), ("[note 2]", 1), (": 12", 0)])
def test_mark_of_an_encyclopedia_counts_as_a_footnote(mark, footnotes):
    clipping = read_clipboard_html(f"<p>a<sup class=reference><a href='#cite_note-x'>{mark}</a></sup> d</p>")
    assert clipping.html == STAYS and clipping.left_out["footnotes"] == footnotes
