"""Menus, buttons, share lines and the like of a page do not come in, and are counted; a story's own words do."""

import pytest

from articles.text.paste.clipboard_html import read_clipboard_html

STORY = "<p>The mill was shut for nine weeks. It turns again since Sunday, and bread is sold.</p>"
TEXT = "<p>The mill was shut for nine weeks. It turns again since Sunday, and bread is sold.</p>"


@pytest.mark.parametrize(
    "furniture",
    [
        "<nav><a href=/a>News</a> Sport</nav>",
        "<p>Sie erhalten diese E-Mail, weil Sie sich angemeldet haben. <a href=/a>Abmelden</a></p>",
        "<p><a href=/a>Ver en el navegador</a></p>",
        "<article></article><p>© 2026 Mull Times. All rights reserved.</p>",
        "<button>Copy link</button>",
        "<div role=toolbar>Copy link</div>",
        "<div role=button>Copy link</div>",
        "<select><option>Sort by</option></select><textarea>Write to us</textarea>",
        "<footer>Mull Times</footer>",
        "<div role=banner>Mull Times</div>",
        "<aside><h3>Our best</h3><a href=/a>Bees on the roof, and more of them</a></aside>",
        "<div class='post__share-links'>On paper</div>",
        "<div id=newsletterBox><p>Morning mail</p></div>",
        "<ul class=tags><li><a href=/t>Mills</a></li></ul>",
        "<span class=social-share>On paper</span>",
        "<p><a href=/x>Read more</a></p>",
        "<p>Read more: <a href=/x>Bees on the roof</a></p>",
        "<div>Advertisement</div><p>Advertisement</p>",
        "<p class='d-print-none'>On paper</p>",
        "<aside aria-label=advertisement><p>Cheap bricks</p></aside>",
        "<div aria-label='Publicité'>Cheap bricks</div>",
        "<a href='#after-ad'>Skip advertisement</a>",
        "<figure><a href='#end-of-box'>skip past the box</a><div>Our morning mail</div></figure><p id=end-of-box></p>",
        "<a href='#there'>Zum Inhalt</a><div>Mull Times</div><p id=there></p>",
        "<div class='gmail_signature' data-smartmail='gmail_signature'>Dora, 07700 900 1</div>",
        "<div id=Signature>Dora</div>",
        "<div id=ms-outlook-mobile-signature>Dora</div>",
        "<section aria-label='Related articles'><p>Bees</p></section>",
        "<figure><a href='#gone'>skip past newsletter promotion</a><p>Morning mail</p></figure>",
        "<figure><a href='#sk'>skip past promotion</a></figure><p id=sk>after newsletter promotion</p>",
        "<div class=wp-block-buttons>Join</div>",
        "<h3>Related stories</h3><ul><li><a href=/a>Bees on the roof</a></li></ul>",
        "<section><p>More on this</p><a href=/a>Bees on the roof</a></section>",
        "<div class=teaser><span>More on this</span><h4><a href=/a>Bees on the roof</a></h4></div>",
        "<div class=gmail_attr>On Tue, 3 Mar 2026 at 9:10, Dora wrote:</div>",
        "<p>On Tue, 3 Mar 2026, Dora &lt;dora@example.org&gt; wrote:</p>",
        "<p>Am 03.03.2026 um 9:10 schrieb Dora:</p>",
        "<div data-testid='inline-newsletter'>Morning mail</div>",
    ],
)
def test_furniture_goes_and_is_counted(furniture):
    clipping = read_clipboard_html(STORY + furniture)
    assert clipping.html == TEXT
    assert clipping.left_out["furniture_words"] >= 1


@pytest.mark.parametrize(
    ("kept", "text"),
    [
        ("<h2><button>When?</button></h2>", "<h2>When?</h2>"),
        ("<p>The first <button>pilot</button> came.</p>", "<p>The first pilot came.</p>"),
        ("<p>It was the <button>pilot</button></p>", "<p>It was the pilot</p>"),
        (
            "<p>It <b>was</b> then the old <button>pilot</button></p>",
            "<p>It <strong>was</strong> then the old pilot</p>",
        ),
        ("<blockquote>No.<footer>Ines Rey</footer></blockquote>", "<blockquote><p>No.</p><p>Ines Rey</p></blockquote>"),
        ("<aside>Built in 1911.</aside>", "<p>Built in 1911.</p>"),
        ("<div class=widget>Built in 1911.</div>", "<p>Built in 1911.</p>"),
        ("<div class='sc-ad1k jAdKx css-4'>Built in 1911.</div>", "<p>Built in 1911.</p>"),
        ("<p>Advertisement</p>", "<p>Advertisement</p>"),
        ("<p>Search</p>", "<p>Search</p>"),
        ("<p>In <span class=related>kin</span> we trust.</p>", "<p>In kin we trust.</p>"),
        ("<p>* * *</p>", "<p>* * *</p>"),
        ("<a href='#part2'>Part 2</a>", "<p>Part 2</p>"),
        ("<p aria-label='Bees'>Built in 1911.</p>", "<p>Built in 1911.</p>"),
        ("<p class=dish-signature>Bread</p>", "<p>Bread</p>"),
        ("<p>On Tuesday she wrote:</p>", "<p>On Tuesday she wrote:</p>"),
        ("<p class=article__teaser>No boats.</p>", "<p>No boats.</p>"),
        ("<p>Search</p><p>It was long.</p>", "<p>Search</p><p>It was long.</p>"),
    ],
)
def test_words_of_a_story_stay(kept, text):
    clipping = read_clipboard_html(STORY + kept)
    assert clipping.html == TEXT + text and clipping.left_out["furniture_words"] == 0


@pytest.mark.parametrize(
    "alone", ["<p><a href='https://mill.example/x'>More</a></p>", "<nav>News</nav>", "<p>Share</p>"]
)
def test_furniture_that_is_all_that_was_copied_stays(alone):
    assert read_clipboard_html(alone).html != ""


def test_button_that_is_a_picture_is_a_picture():
    clipping = read_clipboard_html(STORY + "<div role=button><img src=x></div>")
    assert +clipping.left_out == {"pictures": 1}


def test_link_that_leads_to_the_story_takes_nothing_else_along():
    page = f"<div><a href='#gone'>Skip to content</a>{STORY}</div>"
    assert read_clipboard_html(page).html == TEXT
    assert read_clipboard_html(f"{STORY}<div>Bees. <a href='#gone'>Skip this</a></div>").html == TEXT + "<p>Bees.</p>"


def test_skip_link_that_leads_far_goes_alone():
    far = "<a href='#far'>Skip to the end</a>" + "<p>One of many lines.</p>" * 60 + "<p id=far></p>"
    assert read_clipboard_html(far).html == "<p>One of many lines.</p>" * 60


def test_what_has_most_of_the_words_is_the_page():
    assert read_clipboard_html(f"<div class='has-sidebar related'>{STORY}</div>").html == TEXT
    assert read_clipboard_html(f"<footer><h1>Mill</h1></footer>{STORY}").html == "<h2>Mill</h2>" + TEXT
