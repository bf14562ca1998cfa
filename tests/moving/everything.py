"""A newsroom with a row in every table that moves, what readers get of it, and an empty one."""

from uuid import uuid4

from allauth.account.models import EmailAddress
from allauth.mfa.models import Authenticator
from django.db import connection, transaction
from django.utils import timezone

from accounts.models import Grace, SignIn
from articles.editorial.site.language_versions import say_same
from articles.editorial.site.next_story import pin_next
from articles.editorial.site.private_history import set_history_private
from articles.editorial.writing import preview_links, seal
from articles.models.archive_count import ArchiveCount
from articles.models.comment import Comment
from articles.models.edition import Mention
from articles.models.house_facts import HouseFacts
from articles.models.imported_story import ImportedStory
from articles.models.publisher import Publisher, SiteIcon
from articles.models.seal import SealedOpening
from articles.models.search_entry import SearchEntry, Spelling
from articles.models.staff_message import StaffMessage
from moving.what_moves import models_that_move
from tests import builders
from tests.newsroom.rights_cast import make_world
from tests.walking import walk

LISTS = ("/", "/latest/", "/archive/", "/corrections/", "/people/", "/topics/", "/sitemap.xml", "/news-sitemap.xml")
STARTS = (*LISTS, "/feeds/rss.xml", "/feeds/atom.xml", "/feeds/feed.json", "/robots.txt", "/manifest.webmanifest")
MAIL, SECRET = "somebody@example.org", "NotForEverybody"


def make_everything():
    """A World in which every table that moves has a row."""
    world, now, system = make_world(), timezone.now(), builders.system()
    live, withdrawn, draft = (world.stories[stage] for stage in ("live", "withdrawn", "draft"))
    second = builders.live_article(
        headline='“Ünïcödé” — 日本語 \\ "{}" \u2028', body="<p>Tab\tand € and \U0001f309.</p>"
    )
    person = builders.a_person("Bo Lind", aliases=["B. Lind"])
    third = builders.live_article(
        body=f'<p>So came <span data-person="{person.pk}">Bo Lind</span>.</p>', bylines=[person]
    )
    assert Mention.objects.filter(person=person).exists()
    pin_next(second, third, by=system)
    said = f'<p>“We wait,” <span data-person="{person.pk}">Bo Lind</span> said.</p>'
    say_same(builders.live_article(language="uk", body=said), third, by=system)
    builders.put_on_top(live.pk)
    set_history_private(second, True, by=system)
    user = world.users["reporter"]
    user.email = MAIL
    user.save()
    user.user_permissions.add(user.groups.get().permissions.first())
    sealed = builders.draft_article(headline=SECRET)
    seal.seal(sealed, by=world.users["chief"], to=[user])
    SealedOpening.objects.create(article=sealed, user=user, what="the sheet", at=now)
    preview_links.share(draft, by=system, days=7)
    topic, other = builders.a_topic("Rivers"), builders.a_topic("Lakes")
    topic.related.add(other)
    facts = {"name": "The Daily Bridge", "icon_digest": "0123456789abcdef", "security_contact": "a@example.org"}
    Publisher.objects.update(**facts)
    HouseFacts.objects.create(goes_live_at=now, changed_by=system, facts=facts)
    SiteIcon.objects.create(side=32, digest="0123456789abcdef", png=bytes(range(256)))
    said = Comment.objects.create(article=live, by=user, at=now, text="Is it?", field="body", exact="bridge", line=1)
    Comment.objects.create(article=live, answers=said, by=user, at=now, text="It is.")
    claim = uuid4()
    StaffMessage.objects.create(user=user, article=live, kind="commented", at=now, way="mail", due_at=now, claim=claim)
    came = ImportedStory(system="other", source_id="7", article=live, version=1, status="publish", imported_at=now)
    came.keep(b"as it was there")
    came.save()
    EmailAddress.objects.create(user=user, email=MAIL)
    Authenticator.objects.create(user=user, type="totp", data={"secret": "b", "a": [1, None, 0.5]})
    Grace.objects.create(user=user, began_at=now)
    SignIn.objects.create(user=user, at=now, outcome="in", ways="password", address="2001:db8::1", device="d")
    assert withdrawn.editions.count() == 2
    return world


def public(world):
    """{address: status and body} of what readers get from every list, and of every story that ever had an address."""
    own = [path for story in world.stories.values() for path in story.addresses.values_list("path", flat=True)]
    machines = [f"{path}{more}" for path in own for more in ("history/", "ninjs.json", "next.json", "article.html")]
    return {address: (answer.status, answer.body) for address, answer in walk([*STARTS, *own, *machines]).items()}


def empty():
    """Take everything out of the database, as if nothing had been there but the tables."""
    models = [*models_that_move(with_accounts=True), ArchiveCount, SearchEntry, Spelling]
    with transaction.atomic(), connection.cursor() as cursor:
        for model in models:
            model._base_manager.all()._raw_delete(connection.alias)
        for table in ("articles_searchwords", "articles_workingwords", "articles_photowords"):
            cursor.execute(f"DELETE FROM {table}")


def counted():
    """{label: number of rows} of all tables that move."""
    return {model._meta.label: model._base_manager.count() for model in models_that_move(with_accounts=True)}
