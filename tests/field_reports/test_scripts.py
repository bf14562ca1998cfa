"""What people reported of other tools' scripts: addresses, search, turned text, soft hyphens."""

import io
import re

import pytest
from django.core.management import call_command
from lxml import html

from articles.editorial.directory.people_in_text import people_named
from articles.editorial.publishing import publish, withdraw
from articles.models.article import Article
from articles.models.topic import Topic
from tests.builders import (
    a_desk,
    a_person,
    a_photo,
    a_static_page,
    a_topic,
    live_article,
    live_edition,
    system,
)

pytestmark = pytest.mark.django_db

# A story in a script without spaces, and what somebody looks for in it.
UNSPACED = [
    ("th", "เรือข้ามฟากกลับมาที่เกาะเมื่อวันอังคาร รัฐบาลและตำรวจเชียงใหม่ยืนยัน", "เรือ รัฐบาล ตำรวจ เชียงใหม่ เกาะ น้ำ"),
    ("en", "ທ່າເຮືອເປີດຄືນໃນວັນອັງຄານ ລັດຖະບານຢືນຢັນ", "ທ່າເຮືອ ລັດຖະບານ"),
    ("km", "កំពង់ផែបានបើកឡើងវិញកាលពីថ្ងៃអង្គារ រដ្ឋាភិបាលបញ្ជាក់", "កំពង់ផែ រដ្ឋាភិបាល"),
    ("my", "ဆိပ်ကမ်းကိုအင်္ဂါနေ့ကပြန်ဖွင့်ခဲ့သည် အစိုးရကအတည်ပြုသည်", "ဆိပ်ကမ်း အစိုးရ"),
    ("en", "གྲུ་ཁ་སླར་ཡང་སྒོ་ཕྱེས། སྲིད་གཞུང་གིས་བརྗོད།", "གྲུ་ཁ སྲིད་གཞུང"),
    ("zh-hans", "北约峰会在海牙讨论国防开支", "北约 峰会 海牙 国防开支"),
]


def hits(client, word):
    """(How many stories a search finds, the words that are marked in what it shows)."""
    page = html.fromstring(client.get("/search/", {"q": word}).content)
    return len(page.xpath("//*[@data-story-card]")), [mark.text_content() for mark in page.xpath("//mark")]


@pytest.mark.parametrize(("language", "sentence", "words"), UNSPACED)
def test_12_words_are_found_where_none_are_parted_by_spaces(client, language, sentence, words):
    live_article(headline="42", body=f"<p>{sentence}</p>", language=language)
    for word in words.split():
        if word in sentence:
            found, marked = hits(client, word)
            assert found == 1
            assert set(marked) == {word}
        else:
            assert hits(client, word) == (0, [])


@pytest.mark.parametrize("word", ["渡轮", "港口", "重新开放", "市长"])
def test_24_chinese_words_are_found(client, word):
    live_article(headline="港口重新开放", body="<p>市长说，渡轮星期二返回港口。</p>", language="zh-hans")
    live_article(headline="天气", body="<p>星期三有雨。</p>", language="zh-hans")
    assert hits(client, word)[0] == 1


@pytest.mark.parametrize(
    ("name", "sentence"),
    [
        ("สมชาย ใจดี", "นายสมชาย ใจดีกล่าวว่าเรือจะกลับมา"),
        ("ស៊ុន ចាន់", "លោកស៊ុន ចាន់បាននិយាយ"),
        ("အောင်မြတ်ဆန်းဦးလှ", "ဒေါ်အောင်မြတ်ဆန်းဦးလှကပြောသည်"),
    ],
)
def test_12_people_are_known_there_too(name, sentence):
    person = a_person(name)
    named, hits = people_named([sentence])
    assert named == {person.pk: person}
    assert [sentence[hit.start : hit.end] for hit in hits[0]] == [name]


def test_12_such_a_story_has_as_many_words_as_its_like():
    assert live_edition(live_article(body=f"<p>{UNSPACED[0][1] * 20}</p>")).words == 280


TURNED = "Ferry \u202ereturns\u202c to \u2067Pine\u2069 Is\u200eland"
STRAIGHT = "Ferry returns to Pine Island"
TURNS = re.compile("[\u202a-\u202e\u2066-\u2069\u200e]")


def test_20_nothing_that_a_story_says_is_turned_round(client):
    photo = a_photo(alt="A \u202eferry", caption="A \u2066ferry", credit="A \u202dferry")
    story = live_article(
        headline=TURNED,
        dek=TURNED,
        place=TURNED,
        body=f"<h2>{TURNED}</h2><p>&#x202e;{TURNED} <em>{TURNED}</em></p>"
        f'<blockquote data-attribution="{TURNED}"><p>So.</p></blockquote>'
        f'<figure data-photo="{photo.pk}" data-credit="{TURNED}"><figcaption>{TURNED}</figcaption></figure>',
        lead_photo=photo,
        lead_caption=TURNED,
        lead_credit=TURNED,
        bylines=[a_person(TURNED, role=TURNED, bio=TURNED)],
        topics=[a_topic(TURNED)],
        desk=a_desk(TURNED),
    )
    path = live_edition(story).path
    addresses = [
        path,
        f"{path}ninjs.json",
        "/",
        "/feeds/rss.xml",
        "/feeds/feed.json",
        "/news-sitemap.xml",
        "/people/",
        "/search/?q=Ferry",
    ]
    for address in addresses:
        assert not TURNS.search(client.get(address).content.decode()), address
    page = html.fromstring(client.get(path).content)
    assert page.find_class("headline")[0].text_content() == page.find_class("dek")[0].text_content() == STRAIGHT


def test_20_nor_what_a_correction_a_withdrawal_or_a_static_page_says(client):
    story = live_article()
    publish.correct(story, by=system(), text=TURNED)
    assert story.corrections.get().text == STRAIGHT
    page = a_static_page(title=TURNED, description=TURNED, body=f"<p>{TURNED}</p>")
    assert not TURNS.search(client.get(page.get_absolute_url()).content.decode())
    assert withdraw.withdraw(story, by=system(), notice=TURNED).notice == STRAIGHT


def test_20_joiners_that_a_script_needs_stay(client):
    words = "می\u200cخواهم क्\u200dष 👩\u200d🚀"
    page = html.fromstring(client.get(live_edition(live_article(headline=words, body=f"<p>{words}</p>")).path).content)
    assert page.find_class("headline")[0].text_content() == words
    assert page.xpath("//section//p")[0].text_content() == words


SOFT = "Donau\u00addampf\u00adschiff legt ab"


def test_21_soft_hyphens_are_in_the_headline_and_the_text_and_nowhere_else(client):
    topic = a_topic("Donau\u00adschiff")
    story = live_article(headline=SOFT, dek=SOFT, body=f"<p>{SOFT}</p>", topics=[topic])
    path = live_edition(story).path
    assert path.endswith("/donaudampfschiff-legt-ab/")
    page = html.fromstring(client.get(path).content)
    assert page.find_class("headline")[0].text_content() == page.xpath("//section//p")[0].text_content() == SOFT
    assert "\u00ad" not in page.findtext(".//title")
    assert not [tag for tag in page.xpath("//meta/@content | //script/text()") if "\u00ad" in tag]
    assert topic.name == "Donauschiff"
    [canonical] = page.xpath("//link[@rel='canonical']/@href")
    oembed = f"/oembed?url={canonical}"
    machines = [
        "/feeds/rss.xml",
        "/feeds/atom.xml",
        "/feeds/feed.json",
        "/news-sitemap.xml",
        f"{path}ninjs.json",
        oembed,
    ]
    for address in machines:
        answer = client.get(address).content.decode()
        assert "Donaudampfschiff" in answer, address
        assert "\u00ad" not in answer and "u00ad" not in answer
    assert "\u00ad" not in client.get("/search/", {"q": "Donaudampfschiff"}).content.decode()


def test_23_soft_hyphens_and_zero_width_spaces_hide_no_word(client):
    live_article(headline="Donau\u00addampf\u00adschiff", body="<p>Super\u200bcali\u200bfragilistic</p>")
    assert hits(client, "Donaudampfschiff")[0] == hits(client, "supercalifragilistic")[0] == 1


HEADLINES = ["AI 公司宣布裁员计划", "AI 新规今日生效", "G20 峰会在海牙开幕", "FBI ตรวจค้นสำนักงาน", "2026年选举结果"]


@pytest.mark.parametrize("headline", HEADLINES)
def test_13_a_headline_of_which_little_is_left_has_an_address_of_its_own(headline):
    path = live_edition(live_article(headline=headline)).path
    assert re.fullmatch(r"/\d{4}/\d\d/[a-z0-9]+-[0-9a-f]{8}/", path)


def test_13_a_topic_leaves_another_its_address():
    mixed, plain = a_topic("AI 新闻"), a_topic("AI")
    assert plain.get_absolute_url() == "/topics/ai/"
    assert re.fullmatch(r"/topics/ai-[0-9a-f]{8}/", mixed.get_absolute_url())
    assert Topic.objects.count() == 2


@pytest.mark.parametrize("headline", HEADLINES[:3])
def test_13_an_acronym_makes_no_headline_in_capitals(tmp_path, headline):
    file, out = tmp_path / "story.txt", io.StringIO()
    file.write_text(headline + "\n\n" + "公司星期二宣布了这项计划，工会表示反对。" * 12)
    call_command("import_story", str(file), stdout=out)
    assert Article.objects.get().headline == headline
    assert "capitals" not in out.getvalue()
