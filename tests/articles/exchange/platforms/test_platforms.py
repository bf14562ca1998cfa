"""Substack and Medium: what is in their folders comes, states by table, what is theirs alone is named."""

import csv
import zipfile
from datetime import UTC, datetime

import pytest

from articles.exchange.incoming import Author, Skipped, Status, UnreadableExport
from articles.exchange.platforms.medium import read_medium
from articles.exchange.platforms.substack import read_substack

ROW = {
    "post_id": "12.bridge",
    "post_date": "2019-05-17T08:30:00.000Z",
    "is_published": "true",
    "audience": "everyone",
    "type": "newsletter",
    "title": "The bridge &amp; we",
    "subtitle": "A <b>dek</b>",
    "podcast_url": "",
}
BODY = (
    '<p>Words.</p><div class="captioned-image-container"><figure><a class="image-link"><div class="image2-inset">'
    '<img src="https://cdn.example/a.jpg" alt="A."></div></a>'
    '<figcaption class="image-caption">It.</figcaption></figure></div>'
    '<div class="subscription-widget-wrap"><p>Subscribe!</p></div><p class="button-wrapper"><a href="https://x/">Share</a></p>'
    '<div class="tweet"><p>Tweeted</p><a href="https://x.com/1">x</a></div><div class="paywall-jump"></div>'
)


def substack(folder, *rows, bodies=None):
    (folder / "posts").mkdir(exist_ok=True)
    with (folder / "posts.csv").open("w", newline="") as file:
        writer = csv.DictWriter(file, fieldnames=list(ROW))
        writer.writeheader()
        writer.writerows(rows)
    (folder / "subscribers.csv").write_text("email\nsecret@x.example\n")
    for name, body in (bodies or {"12.bridge": BODY}).items():
        (folder / "posts" / f"{name}.html").write_text(body)
    return folder


def test_substack_post_has_its_words_and_photo(tmp_path):
    [story] = read_substack([substack(tmp_path, ROW)]).stories
    assert (story.headline, story.dek, story.slug) == ("The bridge & we", "A dek", "bridge")
    assert story.body == (
        '<p>Words.</p><figure data-photo="1"><figcaption>It.</figcaption></figure><p><a href="https://x.com/1">Tweetedx</a></p>'
    )
    assert (story.pictures[0].alt, story.pictures[0].caption) == ("A.", "It.")
    said = " ".join(note.words for note in story.notes)
    assert "Subscribe!" in said
    assert "Share" in said
    assert story.published_at == datetime(2019, 5, 17, 8, 30, tzinfo=UTC)
    assert story.addresses == ("/p/bridge",)


@pytest.mark.parametrize(
    ("fields", "status"),
    [
        ({}, Status.PUBLISHED),
        ({"type": "podcast", "podcast_url": "https://x/"}, Status.PUBLISHED),
        ({"is_published": "false"}, Status.DRAFT),
        ({"audience": "only_paid"}, Status.MEMBERS),
        ({"audience": "only_free"}, Status.MEMBERS),
        ({"type": "page"}, Status.PAGE),
        ({"type": "thread"}, Status.OTHER),
    ],
)
def test_substack_status_by_table(tmp_path, fields, status):
    [story] = read_substack([substack(tmp_path, ROW | fields)]).stories
    assert story.status == status


def test_substack_post_without_its_file_says_so(tmp_path):
    [story] = read_substack([substack(tmp_path, ROW, bodies={"13.x": ""})]).stories
    assert "body missing" in {note.kind for note in story.notes}


@pytest.mark.parametrize("table", [None, b"a,b\n1,2", b"\xff\xfe"])
def test_what_is_no_substack_is_refused(tmp_path, table):
    if table is not None:
        (tmp_path / "posts.csv").write_bytes(table)
    with pytest.raises(UnreadableExport):
        read_substack([tmp_path])


ENTRY = """<!DOCTYPE html><html><head><title>The bridge</title></head><body><article class="h-entry">
<header><h1 class="p-name">The bridge</h1></header><section data-field="subtitle" class="p-summary">A dek</section>
<section data-field="body" class="e-content"><section><div><h3 class="graf graf--h3 graf--title">The bridge</h3>
<h4 class="graf graf--subtitle">A dek</h4><p class="graf">Words.</p><figure><img src="https://cdn.example/max/800/a.jpg">
<figcaption>It.</figcaption></figure></div></section></section>
<footer><p>By <a class="p-author h-card">Ada Diaz</a> on <a><time class="dt-published"
datetime="2019-05-17T08:30:00.000Z"></time></a></p>
<p><a href="https://medium.example/the-bridge-0123456789ab" class="p-canonical">Canonical link</a></p>
<p class="p-tags"><a>Bridges</a></p></footer></article></body></html>"""


def test_medium_post_has_its_words_once(tmp_path):
    path = tmp_path / "medium.zip"
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("posts/2019-05-17_the-bridge-0123456789ab.html", ENTRY)
        archive.writestr("posts/draft_Other-0123456789ac.html", ENTRY)
        archive.writestr(
            "posts/empty-0123456789ad.html", '<article class="h-entry"><section class="e-content"></section></article>'
        )
        archive.writestr("sessions/sessions.html", "<p>secret</p>")
    story, draft, empty = read_medium([path]).stories
    assert (story.headline, story.dek, story.source_id) == ("The bridge", "A dek", "0123456789ab")
    assert story.body == '<p>Words.</p><figure data-photo="1"><figcaption>It.</figcaption></figure>'
    assert story.authors == (Author("Ada Diaz", "Ada Diaz"),)
    assert (story.status, draft.status, draft.published_at) == (Status.PUBLISHED, Status.DRAFT, None)
    assert story.published_at == datetime(2019, 5, 17, 8, 30, tzinfo=UTC)
    assert (story.addresses, story.topics) == (("https://medium.example/the-bridge-0123456789ab",), ("Bridges",))
    assert isinstance(empty, Skipped)


def test_what_is_no_medium_is_refused(tmp_path):
    with pytest.raises(UnreadableExport):
        read_medium([tmp_path])
    (tmp_path / "a.txt").write_text("a")
    with pytest.raises(UnreadableExport):
        read_medium([tmp_path / "a.txt"])
