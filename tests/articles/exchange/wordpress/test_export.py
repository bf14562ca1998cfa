"""WordPress' exports: every word, photo, name, date and status is carried or named."""

from datetime import UTC, datetime
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from articles.exchange.incoming import Author, Broken, Incoming, Skipped, Status, UnreadableExport
from articles.exchange.wordpress.export import read_wordpress
from articles.text.body.body import Body
from articles.text.body.cleaning import clean
from tests.articles.exchange.wordpress.wxr import item, photo, wxr

PARIS = ZoneInfo("Europe/Paris")
PHOTO = "https://old.example/wp-content/uploads/2019/05/bridge.jpg"
SECRET = "hunter2"  # noqa: S105  what must not be kept


@pytest.fixture
def read(tmp_path):
    """What a file with these items holds, as a list."""

    def reading(*items, **fields):
        path = tmp_path / "export.xml"
        path.write_bytes(items[0] if isinstance(items[0], bytes) else wxr(*items, **fields))
        return list(read_wordpress([path], zone=PARIS).stories)

    return reading


@pytest.mark.parametrize("version", ["1.0", "1.1", "1.2"])
@pytest.mark.parametrize("scheme", ["http", "https"])
def test_post_of_any_version_is_read_by_local_names(read, version, scheme):
    terms = [("category", "world", "World"), ("post_tag", "b", "Bridges &amp; Roads")]
    [story] = read(item(7, "One.\n\nTwo\nlines.", terms=terms, excerpt="A <b>dek</b>"), version=version, scheme=scheme)
    assert (story.headline, story.dek, story.body) == ("Story 7", "A dek", "<p>One.</p><p>Two<br>lines.</p>")
    assert story.authors == (Author("ada", "Ada Diaz"),)
    assert (story.categories, story.topics) == (("World",), ("Bridges & Roads",))
    assert story.published_at == datetime(2019, 5, 17, 8, 30, tzinfo=UTC)
    assert (story.source_id, story.slug, story.language) == ("old.example/7", "story-7", "en-GB")
    assert story.addresses == ("https://old.example/2019/05/17/story-7/", "https://old.example/?p=7")


@pytest.mark.parametrize(
    ("fields", "status"),
    [
        ({"status": "publish"}, Status.PUBLISHED),
        ({"status": "future"}, Status.SCHEDULED),
        ({"status": "pending"}, Status.PENDING),
        ({"status": "draft"}, Status.DRAFT),
        ({"status": "auto-draft"}, Status.DRAFT),
        ({"status": "private"}, Status.PRIVATE),
        ({"status": "in-progress"}, Status.OTHER),
        ({"status": "publish", "password": "x"}, Status.PASSWORD),
        ({"type": "page"}, Status.PAGE),
        ({"type": "page", "status": "private"}, Status.PRIVATE),
        ({"type": "tribe_events"}, Status.OTHER),
    ],
)
def test_status_by_table(read, fields, status):
    [story] = read(item(**fields))
    assert story.status == status


@pytest.mark.parametrize(
    "fields", [{"status": "trash"}, {"status": "inherit"}, {"status": "auto-draft", "content": " "}]
)
def test_what_is_in_the_bin_is_skipped_and_said(read, fields):
    [skipped] = read(item(**fields))
    assert isinstance(skipped, Skipped)


@pytest.mark.parametrize("kind", ["nav_menu_item", "revision", "wp_navigation", "guest-author"])
def test_what_is_no_story_is_counted_only(read, kind):
    assert read(item(type=kind)) == []


def test_date_without_utc_is_on_the_sites_clock(read):
    [story] = read(item(gmt="0000-00-00 00:00:00"))
    assert story.published_at == datetime(2019, 5, 17, 10, 30, tzinfo=PARIS)
    [story] = read(item(gmt="0000-00-00 00:00:00", date="rubbish", status="draft"))
    assert story.published_at is None


def test_secrets_and_readers_are_not_kept(read):
    comment = f"<wp:comment><wp:comment_author_email>{SECRET}</wp:comment_author_email></wp:comment>"
    [story] = read(item(password=SECRET, extra=comment))
    assert SECRET.encode() not in story.source
    assert [note.kind for note in story.notes] == ["comment"]


def test_photos_have_caption_credit_and_alt_of_the_library_and_their_original(read):
    image = f'<img class="wp-image-9" src="{PHOTO[:-4]}-300x200.jpg" alt=""/>'
    image = f"<figure>{image}<figcaption>Here.</figcaption></figure>"
    attachment = photo(9, PHOTO, caption="There.", alt="A bridge.", credit="Jo Lens")
    [story] = read(item(1, f"<!-- wp:image -->{image}<!-- /wp:image -->"), attachment)
    [picture] = story.pictures
    assert picture.addresses[0] == PHOTO
    assert (picture.alt, picture.credit, picture.caption) == ("A bridge.", "Jo Lens", "Here.")
    assert story.body == '<figure data-photo="1"><figcaption>Here.</figcaption></figure>'


def test_featured_image_that_begins_the_body_stands_there_once(read):
    content = f'<img src="{PHOTO[:-4]}-1024x768.jpg" alt="Alt" />\n\nWords.'
    [story] = read(item(1, content, meta=[("_thumbnail_id", "9")]), photo(9, PHOTO, caption="Lead."))
    assert (story.body, story.lead, len(story.pictures)) == ("<p>Words.</p>", 1, 1)
    assert story.pictures[0].caption == "Lead."
    [story] = read(item(1, "Words.", meta=[("_thumbnail_id", "9")]), photo(9, PHOTO))
    assert (story.lead, len(story.pictures)) == (1, 1)
    [story] = read(item(1, "Words.", meta=[("_thumbnail_id", "8")]))
    assert story.notes[0].kind == "photo missing"


def test_gallery_has_its_photos_in_order_and_names_those_that_are_not_there(read):
    photos = [photo(8, PHOTO.replace("bridge", "a"), caption="A."), photo(9, PHOTO, caption="B.")]
    [story] = read(item(1, '[gallery ids="9,8,7"]'), *photos)
    assert [picture.caption for picture in story.pictures] == ["B.", "A."]
    assert story.body.count('data-gallery="on"') == 2
    assert {note.kind for note in story.notes} == {"photo missing"}
    [story] = read(item(1, "[gallery]"), *photos)
    assert story.notes[0].kind == "gallery"


def test_co_authors_come_in_their_order_each_once(read):
    terms = [
        ("author", "cap-jo-byline", "Jo Byline"),
        ("author", "cap-ada", "ada"),
        ("author", "jo-byline", "Jo Byline"),
    ]
    guest = item(3, type="guest-author", meta=[("cap-user_login", "jo-byline"), ("cap-display_name", "Jo B.")])
    [story] = read(item(1, terms=terms), guest)
    assert [author.name for author in story.authors] == ["Jo B.", "Ada Diaz"]


def test_main_category_comes_first(read):
    extra = '<category domain="category" nicename="b" term_id="5">Beta</category>'
    meta = [("_yoast_wpseo_primary_category", "5")]
    [story] = read(item(1, terms=[("category", "a", "Alpha")], meta=meta, extra=extra))
    assert story.categories == ("Beta", "Alpha")


def test_former_names_are_addresses(read):
    [story] = read(item(1, meta=[("_wp_old_slug", "former")]))
    assert "https://old.example/2019/05/17/former/" in story.addresses


def test_reusable_block_has_its_words_and_one_that_is_missing_is_named(read):
    block = item(5, '<p>Reused.</p><!-- wp:block {"ref":5} /-->', type="wp_block")
    [story] = read(item(1, '<!-- wp:block {"ref":5} /--><!-- wp:block {"ref":6} /--><!-- wp:latest-posts /-->'), block)
    assert "Reused." in story.body
    assert {note.kind for note in story.notes} == {"block"}


def test_excerpt_that_begins_the_body_is_no_dek(read):
    [story] = read(item(1, "The bridge is open. More.", excerpt="The bridge is open […]"))
    assert story.dek == ""


def test_same_post_in_two_files_comes_once(tmp_path):
    paths = [tmp_path / "a.xml", tmp_path / "b.xml"]
    for path in paths:
        path.write_bytes(wxr(item(1)))
    assert [type(each) for each in read_wordpress(paths, zone=PARIS).stories] == [Incoming, Skipped]


def test_book_is_said_and_stops_nothing(read):
    said = read(item(1, "<p>a</p>" * 30_000), item(2))
    assert [type(each) for each in said] == [Broken, Incoming]


@pytest.mark.parametrize("cut", range(100, 1200, 97))
def test_cut_off_file_brings_whole_stories_only_and_says_so(tmp_path, cut):
    path = tmp_path / "cut.xml"
    path.write_bytes(wxr(item(1, "First."), item(2, "Second."), item(3, "Third."))[:-cut])
    stories = list(read_wordpress([path], zone=PARIS).stories)
    assert all(story.body in ("<p>First.</p>", "<p>Second.</p>") for story in stories if isinstance(story, Incoming))
    assert any(isinstance(story, Broken) and "cut off" in story.why for story in stories)


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"PK\x03\x04 no xml",
        b"{}",
        b'<?xml version="1.0"?><!DOCTYPE r [<!ENTITY a "b"><!ENTITY c "&a;&a;">]><rss>&c;</rss>',
        b'<!DOCTYPE rss SYSTEM "file:///etc/passwd"><rss/>',
        b"<feed/>",
        b"<rss/>",
        b"\xff\xfe" + "<feed/>".encode("utf-16-le"),
    ],
)
def test_what_is_no_export_is_refused_in_a_sentence(read, data):
    with pytest.raises(UnreadableExport):
        read(data)


def test_control_characters_and_faults_are_forgiven_and_said(read):
    data = wxr(item(1, "Wo\x0brds.")).replace(b"<title>Old", b"<title>A & B")
    story, *broken = read(data)
    assert story.body == "<p>Words.</p>"
    assert broken
    assert all(isinstance(each, Broken) for each in broken)


WORDS = st.text(st.characters(codec="utf-8", categories=("L", "N")), min_size=1, max_size=12)
SHAPES = r"""
{}
<p>{}</p>
<h4>{}</h4>
<ul><li>{}</li></ul>
<blockquote><p>{}</p></blockquote>
<div><div>{}</div></div>
<table><tr><td>{}</td><td>x</td></tr></table>
<pre>{}\n\nx</pre>
<!-- wp:paragraph --><p>{}</p><!-- /wp:paragraph -->
[vc_row a="b"]{}[/vc_row]
[caption id="a"]<img src="https://old.example/a.jpg" /> {}[/caption]
[sic] {}
<details><summary>{}</summary>x</details>
<dl><dt>{}</dt><dd>x</dd></dl>
<del>{}</del>
<form>{}</form>
<figure><img src="https://old.example/b.jpg"><figcaption>{}</figcaption></figure>
<a href="/x">{}</a>
<q>{}</q>
<figure class="wp-block-table"><table><tr><td>{}</td></tr></table></figure>
<p style="display:none">{}</p>
"""
WRAPPED = st.sampled_from([line.replace(r"\n", "\n") for line in SHAPES.split("\n") if line])


@given(st.lists(st.tuples(WRAPPED, WORDS), max_size=8))
@settings(max_examples=150, deadline=None)
def test_every_word_is_carried_or_named(tmp_path_factory, parts):
    path = tmp_path_factory.mktemp("wxr") / "a.xml"
    path.write_bytes(wxr(item(1, "\n\n".join(shape.format(word) for shape, word in parts))))
    [story] = read_wordpress([path], zone=PARIS).stories
    said = " ".join([Body(story.body).plain_text, *(note.words for note in story.notes)])
    assert [word for _, word in parts if word not in said] == []
    assert clean(story.body) == story.body
    assert story.body.count("data-photo") == len(story.pictures)
