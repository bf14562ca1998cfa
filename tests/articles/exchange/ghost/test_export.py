"""Ghost's exports: HTML, Lexical and Mobiledoc, states by table, and nothing of what is secret."""

import json
from datetime import UTC, datetime

import pytest

from articles.exchange.ghost.documents import lexical_html, mobiledoc_html
from articles.exchange.ghost.export import read_ghost
from articles.exchange.incoming import Status, UnreadableExport

SECRET = "5d41402abc4b2a76b9719d911017c592"  # noqa: S105  what must not be read


def export(*posts, bare=False, **tables):
    data = {
        "api_keys": [{"secret": SECRET}],
        "settings": [{"key": "stripe_secret_key", "value": SECRET}],
        "users": [{"id": "u1", "name": "Ada Diaz", "slug": "ada", "email": SECRET, "password": SECRET}],
        "tags": [
            {"id": "t1", "name": "World", "visibility": "public"},
            {"id": "t2", "name": "Bridges"},
            {"id": "t3", "name": "#feature", "visibility": "internal"},
        ],
        "posts_tags": [
            {"post_id": "p1", "tag_id": tag, "sort_order": place} for place, tag in ((1, "t2"), (0, "t1"), (2, "t3"))
        ],
        "posts_authors": [{"post_id": "p1", "author_id": "u1", "sort_order": 0}],
        "posts": list(posts),
    } | tables
    whole = {"meta": {"exported_on": 1616548552757, "version": "5.0.0"}, "data": data}
    return json.dumps(whole if bare else {"db": [whole]}).encode()


def post(**fields):
    return {
        "id": "p1",
        "uuid": "11",
        "title": "The bridge &amp; we",
        "slug": "bridge",
        "html": "<p>Words.</p>",
        "status": "published",
        "visibility": "public",
        "type": "post",
        "published_at": "2019-05-17T08:30:00.000Z",
    } | fields


@pytest.fixture
def read(tmp_path):
    def reading(*posts, site="", **options):
        path = tmp_path / "ghost.json"
        path.write_bytes(posts[0] if isinstance(posts[0], bytes) else export(*posts, **options))
        return list(read_ghost([path], site=site).stories)

    return reading


@pytest.mark.parametrize("bare", [True, False])
def test_post_has_its_words_names_and_dates_and_no_secret(read, bare):
    [story] = read(post(custom_excerpt="A dek"), bare=bare)
    assert (story.headline, story.dek, story.body) == ("The bridge & we", "A dek", "<p>Words.</p>")
    assert [author.name for author in story.authors] == ["Ada Diaz"]
    assert (story.categories, story.topics) == (("World",), ("Bridges",))
    assert [note.kind for note in story.notes] == ["tag"]
    assert story.published_at == datetime(2019, 5, 17, 8, 30, tzinfo=UTC)
    assert story.addresses == ("/bridge/",)
    assert SECRET not in repr(story) + story.source.decode()


@pytest.mark.parametrize(
    ("fields", "status"),
    [
        ({}, Status.PUBLISHED),
        ({"status": "scheduled"}, Status.SCHEDULED),
        ({"status": "draft"}, Status.DRAFT),
        ({"status": "sent"}, Status.MAIL_ONLY),
        ({"email_only": 1}, Status.MAIL_ONLY),
        ({"visibility": "members"}, Status.MEMBERS),
        ({"visibility": "paid"}, Status.MEMBERS),
        ({"visibility": "tiers"}, Status.MEMBERS),
        ({"type": "page"}, Status.PAGE),
        ({"page": True}, Status.PAGE),
        ({"status": "new"}, Status.OTHER),
    ],
)
def test_status_by_table(read, fields, status):
    [story] = read(post(**fields))
    assert story.status == status


def test_photos_come_with_their_words_and_from_their_original(read):
    image = '<img src="__GHOST_URL__/content/images/size/w600/2020/01/a.jpg" alt="A.">'
    meta = [{"post_id": "p1", "feature_image_alt": "Lead alt", "feature_image_caption": "<span>Lead <b>it</b></span>"}]
    [story] = read(
        post(
            html=f"<figure>{image}<figcaption>Here</figcaption></figure>",
            feature_image="__GHOST_URL__/content/images/b.jpg",
        ),
        posts_meta=meta,
        site="https://old.example",
    )
    picture, lead = story.pictures
    assert picture.addresses[0] == "https://old.example/content/images/2020/01/a.jpg"
    assert (picture.alt, picture.caption) == ("A.", "Here")
    assert (lead.alt, lead.caption, story.lead) == ("Lead alt", "Lead it", 2)


def test_cards_are_carried_or_named(read):
    html = (
        '<figure class="kg-card kg-bookmark-card"><a class="kg-bookmark-container" href="https://x.example/">'
        '<div class="kg-bookmark-title">Title</div><div>More words</div><img src="https://x.example/i.png"></a></figure>'
        '<div class="kg-card kg-button-card"><a href="https://x.example/buy">Buy now</a></div>'
        '<div class="kg-card kg-audio-card"><audio src="/a.mp3"></audio>'
        '<div class="kg-audio-title">Song</div>0:00</div>'
        '<div class="kg-card kg-callout-card"><div>Call</div></div>'
        '<figure class="kg-card kg-embed-card"><iframe src="https://www.youtube.com/embed/abc"></iframe></figure>'
    )
    [story] = read(post(html=html), posts_tags=[])
    assert "Title" in story.body
    assert "Call" in story.body
    assert "Song" in story.body
    assert "https://www.youtube.com/watch?v=abc" in story.body
    assert "Buy now" not in story.body
    said = " ".join(note.words for note in story.notes)
    assert "Buy now" in said
    assert "More words" in said
    assert not story.pictures


LEXICAL = {
    "root": {
        "children": [
            {"type": "paragraph", "children": [{"type": "text", "text": "One ", "format": 1}, {"type": "linebreak"}]},
            {"type": "heading", "tag": "h3", "children": [{"type": "text", "text": "Two"}]},
            {"type": "list", "listType": "number", "children": [
                {"type": "listitem", "children": [{"type": "text", "text": "Three"}]}]},
            {"type": "paragraph", "children": [
                {"type": "link", "url": "https://x.example/", "children": [{"type": "text", "text": "Four"}]}]},
            {"type": "quote", "children": [{"type": "text", "text": "Five"}]},
            {"type": "image", "src": "/a.jpg", "alt": "Six", "caption": "Seven"},
            {"type": "gallery", "images": [{"src": "/b.jpg"}, {"src": "/c.jpg"}], "caption": "Eight"},
            {"type": "toggle", "heading": "Nine", "content": "<p>Ten</p>"},
            {"type": "bookmark", "url": "https://y.example/", "metadata": {"title": "Eleven"}},
            {"type": "embed", "url": "https://vimeo.com/1"},
            {"type": "codeblock", "code": "Twelve"},
            {"type": "markdown", "markdown": "Thirteen"},
            {"type": "email", "html": "<p>Never</p>"},
            {"type": "video", "src": "/v.mp4", "caption": "Fourteen"},
            {"type": "header", "heading": "Fifteen"},
            {"type": "callout", "calloutText": "Sixteen"},
            {"type": "novelty"},
            {"type": "horizontalrule"},
        ]
    }
}  # fmt: skip
WORDS = [
    "One",
    "Two",
    "Three",
    "Four",
    "Five",
    "Seven",
    "Eight",
    "Nine",
    "Ten",
    "Eleven",
    "Twelve",
    "Thirteen",
    "Fourteen",
    "Fifteen",
    "Sixteen",
]


def test_lexical_is_read_where_there_is_no_html(read):
    [story] = read(post(html=None, lexical=json.dumps(LEXICAL)), posts_tags=[])
    assert [word for word in WORDS if word not in story.body] == []
    assert "Never" not in story.body
    assert len(story.pictures) == 3
    assert story.body.count('data-gallery="on"') == 2
    assert {"card", "bookmark", "embed"} <= {note.kind for note in story.notes}


def test_mobiledoc_is_read_where_there_is_nothing_else(read):
    document = {
        "version": "0.3.1",
        "markups": [["strong"], ["a", ["href", "https://x.example/"]]],
        "atoms": [["soft-return", "", {}]],
        "cards": [["image", {"src": "/a.jpg", "caption": "Cap"}], ["card-markdown", {"markdown": "Mark"}], ["hr", {}]],
        "sections": [
            [1, "p", [[0, [0], 1, "Bold"], [1, [], 0, 0], [0, [1], 1, "link"]]],
            [1, "h2", [[0, [], 0, "Head"]]],
            [3, "ul", [[[0, [], 0, "Item"]]]],
            [2, "/old.jpg"],
            [10, 0],
            [10, 1],
            [10, 2],
            [10, 9],
            [99],
            "rubbish",
        ],
    }
    [story] = read(post(html="", mobiledoc=json.dumps(document)), posts_tags=[])
    assert story.body.startswith(
        '<p><strong>Bold</strong><br><a href="https://x.example/">link</a></p><h2>Head</h2><ul><li><p>Item</p></li></ul>'
    )
    assert "Cap" in story.body
    assert "Mark" in story.body
    assert len(story.pictures) == 2


@pytest.mark.parametrize(
    "rubbish",
    [None, [], {}, {"root": 1}, {"root": {"children": [1, {"type": "list"}]}}, {"sections": [[1], [3], [10]]}],
)
def test_documents_of_rubbish_have_no_words(rubbish):
    assert "<p>" not in lexical_html(rubbish) + mobiledoc_html(rubbish)


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"{}",
        b"[]",
        b"\xff",
        b'{"db": [{"data": {"posts": []}}]}',
        export(post())[:-40],
        b'{"db": [{"data": {"posts": [}',
    ],
)
def test_what_is_no_export_is_refused(read, data):
    with pytest.raises(UnreadableExport):
        read(data)


def test_large_file_is_read_row_by_row(read):
    stories = read(
        *(post(uuid=str(number), id=f"p{number}", html=f"<p>{'Wörter ' * 20_000}</p>") for number in range(10))
    )
    assert len(stories) == 10


def test_same_post_twice_comes_once(read):
    assert len([each for each in read(post(), post()) if hasattr(each, "why")]) == 1
