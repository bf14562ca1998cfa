"""What people reported of other tools' scripts: addresses, search, turned text, soft hyphens."""

import io
import re

import pytest
from django.core.management import call_command

from articles.models.article import Article
from articles.models.topic import Topic
from tests.builders import a_topic, live_article, live_edition

pytestmark = pytest.mark.django_db

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
