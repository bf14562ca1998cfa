"""What agencies send: three versions of ninjs, NewsML-G2 and NITF, with statuses, embargoes, versions and pictures."""

import json
from datetime import UTC, datetime, timedelta, timezone

import pytest

from articles.exchange.incoming import Incoming, Skipped, Status, UnreadableExport
from articles.exchange.wires.newsml import read_newsml
from articles.exchange.wires.ninjs import read_ninjs

PICTURE = {"href": "https://a.example/large.jpg", "width": 2000}
ONE = {
    "uri": "urn:1", "type": "text", "version": "1", "versioncreated": "2019-05-17T08:30:00+0000", "pubstatus": "usable",
    "headline": "The bridge", "byline": "By Ada Diaz", "body_html": "<p>Words.</p>", "description_text": "A dek.",
    "place": [{"name": "Kyiv"}], "subject": [{"name": "Bridges"}], "usageterms": "None.",
    "associations": {"main": {"type": "picture", "uri": "urn:p", "description_text": "It.", "byline": "Jo",
        "renditions": {"thumb": {"href": "https://a.example/small.jpg", "width": 100}, "original": PICTURE}}},
}  # fmt: skip
THREE = {
    "uri": "urn:1", "type": "text", "version": "2", "versionCreated": "2019-05-17T10:30:00+02:00",
    "pubStatus": "usable", "headlines": [{"role": "main", "value": "The bridge"}], "by": "By Ada Diaz",
    "bodies": [{"contentType": "text/plain", "value": "x"}, {"contentType": "text/html", "value": "<p>Words.</p>"}],
    "descriptions": [{"role": "summary", "value": "A dek."}], "places": [{"name": "Kyiv"}],
    "subjects": [{"name": "Bridges"}],
    "edNote": "Note.", "altIds": [{"role": "web", "value": "https://a.example/s/"}],
    "associations": [
        {"type": "picture", "uri": "urn:p", "creditLine": "Jo", "renditions": [{"name": "largest"} | PICTURE],
         "descriptions": [{"role": "caption", "value": "It."}, {"role": "alt", "value": "A bridge."}]},
        {"type": "video", "uri": "urn:v"},
    ],
}  # fmt: skip


@pytest.fixture
def ninjs(tmp_path):
    def read(*items):
        path = tmp_path / "item.json"
        path.write_bytes(items[0] if isinstance(items[0], bytes) else json.dumps(list(items)).encode())
        return list(read_ninjs([path], zone=UTC).stories)

    return read


@pytest.mark.parametrize("item", [ONE, THREE])
def test_ninjs_of_every_version_says_the_same(ninjs, item):
    [story] = ninjs(item)
    assert (story.headline, story.dek, story.body) == ("The bridge", "A dek.", "<p>Words.</p>")
    assert ([author.name for author in story.authors], story.place, story.topics) == (
        ["Ada Diaz"],
        "Kyiv",
        ("Bridges",),
    )
    assert story.published_at == datetime(2019, 5, 17, 8, 30, tzinfo=UTC)
    assert story.status == Status.PUBLISHED
    picture = story.pictures[story.lead - 1]
    assert (picture.addresses[0], picture.caption, picture.credit) == ("https://a.example/large.jpg", "It.", "Jo")
    assert "note" in {note.kind for note in story.notes}


@pytest.mark.parametrize(
    "stamp", ["2019-05-17T08:30:00Z", "2019-05-17T08:30:00+0000", "20190517T083000+00:00", "2019-05-17T08:30:00"]
)
def test_moment_is_read_in_every_spelling(ninjs, stamp):
    [story] = ninjs({**THREE, "versionCreated": stamp})
    assert story.published_at == datetime(2019, 5, 17, 8, 30, tzinfo=UTC)


@pytest.mark.parametrize(
    ("words", "status"),
    [
        ("usable", Status.PUBLISHED),
        ("withheld", Status.DRAFT),
        ("canceled", Status.CANCELED),
        ("", Status.PUBLISHED),
        ("odd", Status.DRAFT),
    ],
)
def test_ninjs_status_by_table(ninjs, words, status):
    [story] = ninjs({**THREE, "pubStatus": words})
    assert story.status == status


def test_newest_version_comes_and_what_is_no_text_is_skipped(ninjs):
    found = ninjs(ONE, THREE, {"uri": "urn:9", "type": "picture"})
    assert [type(each) for each in found] == [Skipped, Incoming, Skipped]


def test_fields_of_version_1_may_have_names_of_their_own(ninjs):
    [story] = ninjs({"uri": "urn:1", "headline_main": "The bridge", "body_lead": "x", "body_main": "Words."})
    assert (story.headline, story.body) == ("The bridge", "<p>Words.</p>")


def test_embargo_is_known(ninjs):
    [story] = ninjs({**THREE, "embargoed": "2030-01-01T00:00:00Z"})
    assert story.embargo_until == datetime(2030, 1, 1, tzinfo=UTC)


def test_items_may_stand_a_line_each(ninjs):
    data = b"\n".join(json.dumps({**THREE, "uri": f"urn:{number}"}).encode() for number in range(3))
    assert len(ninjs(data)) == 3


@pytest.mark.parametrize("data", [b"", b"{", b"[]", b"{}", b"\xff", b"[1]", b"[" * 100_000])
def test_what_is_no_ninjs_is_refused(ninjs, data):
    with pytest.raises(UnreadableExport):
        ninjs(data)


G2 = """<newsMessage xmlns="http://iptc.org/std/nar/2006-10-01/"><itemSet>
<newsItem guid="urn:t" version="{version}" xml:lang="sv"><itemMeta><itemClass qcode="ninat:text"/>
<versionCreated>2019-05-17T10:30:00+02:00</versionCreated><pubStatus qcode="stat:{status}"/><edNote>Note.</edNote>
<embargoed>2030-01-01T00:00:00Z</embargoed></itemMeta>
<contentMeta><by>By Ada Diaz</by><language tag="en"/><subject type="cpnat:abstract"><name>Bridges</name></subject>
<subject type="cpnat:person"><name>Bo</name></subject><headline>The bridge</headline>
<description role="drol:summary">A dek.</description></contentMeta>
<contentSet><inlineXML><html xmlns="http://www.w3.org/1999/xhtml"><body><h1>The bridge</h1>
<p>Words <em>here</em>.</p></body></html>
</inlineXML></contentSet></newsItem>
<newsItem guid="urn:p"><itemMeta><itemClass qcode="ninat:picture"/></itemMeta><contentMeta><creditline>Jo</creditline>
<description role="drol:caption">It.</description></contentMeta><contentSet>
<remoteContent rendition="rnd:thumbnail" href="https://a.example/s.jpg"/>
<remoteContent rendition="rnd:highRes" href="https://a.example/l.jpg"/>
</contentSet></newsItem><conceptItem guid="urn:c"/></itemSet></newsMessage>"""
NITF = """<?xml version="1.0"?><!DOCTYPE nitf SYSTEM "nitf-3-2.dtd"><nitf baselang="en"><head>
<title>The bridge</title><docdata>
<doc-id id-string="n1"/><date.issue norm="20190517T083000Z"/><ed-msg info="Note."/>
<key-list><keyword key="Bridges"/></key-list></docdata></head>
<body><body.head><hedline><hl1>The bridge</hl1><hl2>A dek.</hl2></hedline><byline>By <person>Ada Diaz</person></byline>
<dateline><location>Kyiv</location></dateline></body.head><body.content><p>Words <em>here</em>.</p><hl2>Sub</hl2>
<media media-type="image"><media-reference source="l.jpg" alternate-text="A bridge."/><media-caption>It.</media-caption>
<media-producer>Jo</media-producer></media><media media-type="video"><media-reference source="https://a.example/v.mp4"/></media>
</body.content><body.end><tagline>Sign</tagline></body.end></body></nitf>"""


@pytest.fixture
def newsml(tmp_path):
    def read(*documents):
        paths = []
        for number, document in enumerate(documents):
            paths.append(tmp_path / f"{number}.xml")
            paths[-1].write_bytes(document if isinstance(document, bytes) else document.encode())
        return list(read_newsml(paths, zone=UTC).stories)

    return read


def test_newsml_g2_is_read_with_its_picture(newsml):
    other, story = newsml(G2.format(version=1, status="usable"))
    assert isinstance(other, Skipped)
    assert (story.headline, story.dek, story.body) == ("The bridge", "A dek.", "<p>Words <em>here</em>.</p>")
    assert (story.topics, story.language, story.status) == (("Bridges",), "en", Status.PUBLISHED)
    assert story.published_at == datetime(2019, 5, 17, 10, 30, tzinfo=timezone(timedelta(hours=2)))
    assert story.embargo_until is not None
    [picture] = story.pictures
    assert (picture.addresses[0], picture.caption, picture.credit) == ("https://a.example/l.jpg", "It.", "Jo")


def test_nitf_is_read_with_its_picture(newsml):
    [story] = newsml(NITF)
    assert (story.headline, story.dek, story.place) == ("The bridge", "A dek.", "Kyiv")
    assert [author.name for author in story.authors] == ["Ada Diaz"]
    assert story.body.startswith("<p>Words <em>here</em>.</p><h2>Sub</h2><figure")
    assert (story.pictures[0].alt, story.pictures[0].caption, story.pictures[0].credit) == ("A bridge.", "It.", "Jo")
    assert {note.words for note in story.notes} >= {"From the agency: Note.", "From the agency (tagline): Sign"}
    assert story.published_at == datetime(2019, 5, 17, 8, 30, tzinfo=UTC)


def test_newest_version_of_a_guid_comes(newsml):
    found = newsml(G2.format(version=1, status="usable"), G2.format(version=2, status="canceled"))
    stories = [each for each in found if isinstance(each, Incoming)]
    assert [story.status for story in stories] == [Status.CANCELED]


@pytest.mark.parametrize(
    "data",
    [
        b"", b"{}", b"<NewsML Version='1.2'/>", b"<newsMessage/>", b"<newsItem",
        NITF.replace("<head>", "<head").encode(),
        b'<!DOCTYPE nitf [<!ENTITY a "b">]><nitf>&a;</nitf>',
        b'<!DOCTYPE nitf [<!ENTITY a SYSTEM "file:///etc/passwd">]><nitf>&a;</nitf>',
    ],
)  # fmt: skip
def test_what_is_no_newsml_is_refused(newsml, data):
    with pytest.raises(UnreadableExport):
        newsml(data)
