"""Proves that each house rule can fail: every rule gets a small sample that breaks it and one that keeps it."""

import re

import pytest

from tests.conventions import imports, shape, spoken_words
from tests.conventions.source import File

pytestmark = pytest.mark.once

READER, PUBLISHING = "articles/reader/pages/views.py", "articles/editorial/publishing/publish.py"
TIMELINE = "articles/editorial/publishing/timeline.py"
SLEEP, SKIP = "import time\ntime." + "sleep(1)", "import pytest\npytest." + "skip('later')"

SAMPLES = [
    (imports.has_a_layer, "articles/helpers.py", "", "articles/text/quotes/running_quotes.py", ""),
    (
        imports.imports_go_down,
        "articles/models/article.py",
        "from articles.editorial import drafts",
        "articles/editorial/writing/drafts.py",
        "from articles.models.article import Article",
    ),
    (
        imports.imports_go_down,
        "articles/text/body/clean.py",
        "import media.models",
        "articles/text/body/clean.py",
        "import re",
    ),
    (
        imports.imports_go_down,
        "articles/text/body/clean.py",
        "from ...models.person import Person",
        "articles/text/body/clean.py",
        "from .vocabulary import BLOCKS",
    ),
    (
        imports.imports_go_down,
        "articles/page/story.py",
        "from articles.editorial.writing.drafts import save",
        "articles/page/story.py",
        "from articles.models.edition import Edition",
    ),
    (
        imports.imports_go_down,
        "articles/admin/preview/preview.py",
        "from articles import reader",
        "articles/admin/preview/preview.py",
        "from articles import page",
    ),
    (
        imports.imports_go_down,
        "media/models.py",
        "from articles.models.person import Person",
        "media/admin.py",
        "from media.ingest import take_in",
    ),
    (
        imports.imports_go_down,
        "articles/signals.py",
        "import newsroom.settings",
        "newsroom/urls.py",
        "import articles.reader.urls",
    ),
    (
        imports.imports_go_down,
        "articles/management/commands/populate.py",
        "from bench import board",
        "articles/management/commands/populate.py",
        "from bench import invented",
    ),
    (
        imports.imports_go_down,
        "bench/invented.py",
        "from articles.management.commands import populate",
        "bench/board.py",
        "from articles.management.demo import loading",
    ),
    (imports.has_a_room, "articles/reader/front.py", "", "articles/reader/pages/front.py", ""),
    (
        imports.rooms_import_down,
        "articles/text/body/cleaning.py",
        "from articles.text.people import name_index",
        "articles/text/people/name_index.py",
        "from articles.text.body.cleaning import clean",
    ),
    (
        imports.photo_library_imports_go_down,
        "media/pixels.py",
        "from media.models import Photo",
        "media/ingest.py",
        "from media import models, pixels",
    ),
    (
        imports.readers_never_see_working_copies,
        READER,
        "from articles.models.article import Article",
        READER,
        "from articles.models.edition import Edition",
    ),
    (
        imports.readers_never_see_working_copies,
        READER,
        "from articles.models import revision",
        "articles/admin/story/history.py",
        "from articles.models import revision",
    ),
    (
        imports.verbs_know_no_web,
        PUBLISHING,
        "from django.http import Http404",
        PUBLISHING,
        "from django.utils import timezone",
    ),
    (imports.verbs_know_no_web, PUBLISHING, "def publish(request): ...", READER, "def story(request): ..."),
    (
        imports.words_need_no_database,
        "articles/text/body/split.py",
        "from django.db import models",
        "articles/text/body/split.py",
        "from django.utils.html import escape",
    ),
    (
        imports.models_register_only,
        "articles/models/__init__.py",
        "from articles.models import user\nuser.User.x = 1",
        "articles/models/__init__.py",
        '"""Nouns."""\nfrom articles.models import user',
    ),
    (
        imports.models_come_from_their_module,
        READER,
        "from articles.models import Edition",
        READER,
        "from articles.models import edition",
    ),
    (
        imports.only_the_timeline_writes_editions,
        PUBLISHING,
        "Edition.objects.filter(pk=1).delete()",
        TIMELINE,
        "Edition.objects.filter(pk=1).delete()",
    ),
    (
        imports.only_the_timeline_writes_editions,
        "articles/editorial/writing/drafts.py",
        "article.editions.create(kind='published')",
        "articles/editorial/writing/drafts.py",
        "article.editions.live(at)",
    ),
    (
        imports.only_publishing_makes_editions,
        "articles/page/story.py",
        "Edition(headline='x').save()",
        "articles/page/story.py",
        "def show(edition: Edition): return edition.sections.all()",
    ),
    (
        imports.only_publishing_makes_editions,
        "articles/editorial/importing/import_story.py",
        "from articles.editorial.publishing.timeline import set_timeline",
        PUBLISHING,
        "from articles.editorial.publishing.timeline import set_timeline",
    ),
    (
        imports.only_ingest_writes_photos,
        "articles/editorial/importing/import_story.py",
        "Photo.objects.create(file=f)",
        "media/ingest.py",
        "Photo.objects.create(file=f)",
    ),
    (
        imports.readers_never_lock,
        READER,
        "from django.db import transaction\nwith transaction.atomic(): pass",
        PUBLISHING,
        "from django.db import transaction\nwith transaction.atomic(): pass",
    ),
    (
        imports.requests_are_not_atomic,
        "newsroom/settings.py",
        "DATABASES['default']['ATOMIC_REQUESTS'] = True",
        "newsroom/settings.py",
        "# never ATOMIC_REQUESTS",
    ),
    (shape.opens_with_a_docstring, "media/models.py", "import os", "media/__init__.py", ""),
    (
        shape.functions_stay_short,
        "media/ingest.py",
        "def f():\n" + "    x = 1\n" * 50,
        "media/ingest.py",
        "def f():\n" + "    x = 1\n" * 49,
    ),
    (
        shape.functions_stay_short,
        READER,
        "class V:\n  def get(self, request):\n" + "    x = 1\n" * 40,
        READER,
        "def get(request):\n" + "    x = 1\n" * 39,
    ),
    (
        shape.late_imports_say_why,
        "media/apps.py",
        "def ready(self):\n    import media.checks",
        "media/apps.py",
        "def ready(self):\n    # only now are models ready\n    import media.checks",
    ),
    (
        shape.silenced_rules_say_why,
        "media/ingest.py",
        "x = 1  # " + "noqa: S101",
        "media/ingest.py",
        "x = 1  # " + "noqa: S101, F401  checked above",
    ),
    (
        shape.silenced_rules_say_why,
        "media/ingest.py",
        "x = 1  # " + "pragma: no cover",
        "media/ingest.py",
        "x = '# " + "noqa'",
    ),
    (shape.tests_neither_sleep_nor_skip, "tests/test_x.py", SLEEP, "media/ingest.py", SLEEP),
    (shape.tests_neither_sleep_nor_skip, "tests/test_x.py", SKIP, "tests/test_x.py", "import pytest\npytest.fail('x')"),
    (
        shape.tests_neither_sleep_nor_skip,
        "tests/test_x.py",
        "import pytest\n@pytest.mark." + "xfail\ndef test_x(): ...",
        "tests/test_x.py",
        "import pytest\n@pytest.mark.trial\ndef test_x(): ...",
    ),
    *(
        (
            spoken_words.screens_speak_through_gettext,
            path,
            said,
            path,
            re.sub(r'f?("[A-Z][^"]*")', r"_(\1)", said),
        )
        for path, said in (
            ("articles/admin/site/staff.py", 'messages.success(request, "Saved.")'),
            ("articles/admin/site/staff.py", 'messages.success(request, f"Saved: {n}.")'),
            ("articles/admin/site/staff.py", 'context = {"title": "Staff"}'),
            ("articles/admin/story/seal.py", 'screen(admin, request, "article/seal", "Seal it")'),
            ("articles/models/user.py", 'class User(Model):\n    name = CharField("Name", help_text="", max_length=9)'),
            ("articles/models/user.py", 'class User(Model):\n    name = CharField(help_text="Who")'),
            ("articles/models/article.py", 'class Stage(models.TextChoices):\n    DRAFT = "draft", "Draft"'),
            ("articles/editorial/refusals.py", 'class Late(Refusal):\n    sentence = "Too late."'),
            ("media/ingest.py", 'raise ValidationError("No" if small else "Yes", code="size")'),
        )
    ),
    *(
        (
            spoken_words.scripts_speak_through_gettext,
            "newsroom/static/editors/story/photos.js",
            said,
            "newsroom/static/editors/story/photos.js",
            said.replace('"Read', 'gettext("Read').replace('it."', 'it.")').replace("`Read ${n}`", "name"),
        )
        for said in ('announce("Read it.")', 'button.textContent = "Read it."', "label: `Read ${n}`")
    ),
    (shape.files_stay_short, "templates/base.html", "<p>\n" * 201, "templates/base.html", "<p>\n" * 200),
    (shape.files_stay_short, "media/ingest.py", "x = 1\n" * 401, "articles/migrations/0001.py", "x = 1\n" * 401),
    (shape.names_no_machine, "README.md", "see ../" + "shared/data", "README.md", "see docs/architecture.md"),
]

TEMPLATES = [
    ("<script>alert(1)</script>", '<script src="{% static "js/a.js" %}" type="module"></script>'),
    ('<script type="module">import "x"</script>', '<script type="application/ld+json">{{ story }}</script>'),
    ("<style>p {}</style>", "<p>style</p>"),
    ('<p class="a" style="color: red">', '<p class="{% if a > b %}style{% endif %}">'),
    ("<button type=button onclick='go()'>", '<time datetime="{{ at|date:"c" }}">one="two"</time>'),
]


def names(sample):
    """Which rule a sample is about, for the test's name."""
    return getattr(sample, "__name__", "")


@pytest.mark.parametrize(("rule", "bad_path", "bad", "good_path", "good"), SAMPLES, ids=names)
def test_rule_finds_its_breach_and_nothing_else(rule, bad_path, bad, good_path, good):
    assert list(rule(File(bad_path, bad))), "the rule let its breach pass"
    assert not list(rule(File(good_path, good))), "the rule found a breach where there is none"


@pytest.mark.parametrize(("bad", "good"), TEMPLATES)
def test_template_rule_finds_inline_code(bad, good):
    rule = shape.templates_keep_the_strict_policy
    assert list(rule(File("templates/x.html", "{% comment %}\n{% endcomment %}\n" + bad)))[0].startswith(
        "templates/x.html:3: "
    )
    assert not list(rule(File("templates/x.html", good)))


@pytest.mark.parametrize(
    "bad",
    [
        "<p>\n</p><p>Hello {{ name }}</p>",
        '\n<nav aria-label="Desks">_</nav>',
        "\n{% blocktranslate %}Hello{% endblocktranslate %} there",
        '{{ name|default:"nobody" }}',
        "{{ n|pluralize }}",
        '<input type="submit" value="Save">',
    ],
)
def test_words_outside_gettext_are_found_in_templates(bad):
    rule = shape.templates_speak_through_gettext
    for path in ("templates/reader/x.html", "templates/admin/x.html"):
        assert len(list(rule(File(path, bad)))) == 1
    assert not list(rule(File("templates/admin/x.html", "{% block bodyclass %}{{ block.super }} door{% endblock %}")))
    good = '<p class="ab" id="cd">{% translate "Hello" %} &nbsp;404<!-- {% comment %}Hello{% endcomment %} --></p>'
    assert not list(rule(File("templates/reader/x.html", good)))


def test_every_rule_has_a_sample():
    rules = {
        *imports.RULES,
        *shape.PYTHON_RULES,
        *spoken_words.PYTHON_RULES,
        *spoken_words.FILE_RULES,
        *shape.FILE_RULES,
    }
    assert rules == {rule for rule, *_ in SAMPLES}
