"""What people reported of other tools' scripts: addresses, search, turned text, soft hyphens."""

import io
import re

import pytest
from django.core.management import call_command
from lxml import html

from articles.editorial.directory.people_in_text import people_named
from articles.models.article import Article
from articles.models.topic import Topic
from tests.builders import a_person, a_topic, live_article, live_edition

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
