"""The rows of the table of rights: every address; some have files of their own beside it."""

from datetime import timedelta
from uuid import uuid4

from django.conf import settings
from django.utils import timezone

from tests.newsroom import rights_order_rows, rights_own_rows  # noqa: F401  their rows
from tests.newsroom.rights_cast import content_type
from tests.newsroom.rights_photo_rows import EVERY, picture
from tests.newsroom.rights_table import (
    ALL_DESKS,
    ARRANGE,
    BEGIN,
    CHIEFS,
    DESK,
    DESKED,
    EDITORS,
    EVERYBODY,
    LIBRARY,
    NOBODY,
    PUBLISH,
    READ,
    REDACT,
    REPORTERS,
    ROLE_HOLDERS,
    STAFF,
    WRITE,
    of_story,
    of_thing,
    row,
    said,
    stock,
)

WORDS = {"language": "en", "headline": "Typed"}
OWN_DESK = {"people": EVERY}


def sheet(world, story):
    return {"sheet": str(uuid4())}


def typed(world, story):
    return {"sheet": str(uuid4()), "version": getattr(story, "version", 0), "fields": {"headline": "Typed"}}


def pictures(world, story):
    """What the picture desk's form sends: the photo of another story, and the text as it is."""
    photo = world.things["photo of live" if story != world.stories["live"] else "photo of draft"]
    words = {name: getattr(story, name) for name in ("language", "headline", "body")}
    return words | {"lead_photo": photo.pk, "lead_caption": "Typed", "sheet": str(uuid4())}


def placed(world, story):
    fields = {"lead_caption": "Typed", "body": story.body}
    return {"sheet": str(uuid4()), "version": story.version, "fields": fields}


# Stories: the board, the screen, and the screens beside it

STORY = "admin:articles_article_"
row(f"{STORY}changelist", get=READ, people=EVERY)
row(
    f"{STORY}changelist",
    post=PUBLISH,
    people=EVERY,
    stages=("draft",),
    body=lambda world, story: {"action": "publish", "_selected_action": [story.pk], "index": 0},
)
row(
    f"{STORY}add",
    get=BEGIN,
    post=BEGIN,
    body=lambda world, story: WORDS | {"_verb": "save", "version": 0, "sheet": str(uuid4())},
)
row(f"{STORY}new", get=BEGIN, post=BEGIN, body=said(**{"with": "text", "text": "Typed\n\nA ferry is back."}))
row(f"{STORY}new", post=CHIEFS, body=said(**{"with": "new-template", "name": "Obituary"}))
row(f"{STORY}history", get=READ, args=lambda world, story: {"object_id": str(story.pk)}, stages=("draft",))
row(
    f"{STORY}change",
    get=READ,
    post=WRITE,
    people=EVERY,
    stages=("draft", "submitted", "scheduled", "live", "withdrawn"),
    args=lambda world, story: {"object_id": str(story.pk)},
    body=lambda world, story: (
        WORDS | {"_verb": "save", "version": story.version, "sheet": str(uuid4()), "desk": story.desk_id}
    ),
)
row(
    f"{STORY}change",
    post=DESKED,
    people=EVERY,
    stages=("draft", "submitted", "scheduled", "live", "withdrawn"),
    args=lambda world, story: {"object_id": str(story.pk)},
    body=lambda world, story: pictures(world, story) | {"_verb": "save", "version": story.version},
)
row("admin/articles/article/<path:object_id>/", get=STAFF, args=said(object_id="1"))
of_story("autosave", post=WRITE, body=typed, is_json=True)
of_story("autosave", post=DESKED, body=placed, is_json=True)
row(f"{STORY}begin", post=BEGIN, body=typed, is_json=True)
of_story("reconcile", post=DESKED, body=said(base=None, mine={}), is_json=True, changes=False)
of_story("here", post=DESKED, body=sheet, is_json=True)
of_story("standing", post=DESKED, is_json=True, changes=False)
of_story("comments", get=READ, post=READ, body=said(do="comment", text="Who says?"), is_json=True)
of_story("comments", post=ARRANGE, body=said(do="assign"), is_json=True)
of_story("left", post=STAFF, body=sheet, is_json=True, changes=False)
row(f"{STORY}signed_in", get=STAFF, post=STAFF, changes=False)
of_story("publish_sheet", get=PUBLISH)
of_story("card", get=PUBLISH, answers=(404,))  # these have a photo
of_story(
    "publish_sheet",
    post=PUBLISH,
    stages=("live",),
    body=lambda world, story: {
        "notice": "correction",
        "text": "It was May.",
        "version": story.version,
        "seen": story.timeline_version,
    },
)
of_story("revisions", get=READ, post=READ, changes=False)
of_story("compare", get=READ, post=READ, changes=False, query=lambda w, story: {"from": story.revisions.last().number})
of_story(
    "name_revision",
    post=WRITE,
    args=lambda world, story: {"number": story.revisions.last().number},
    body=said(name="legal read"),
)
of_story(
    "restore",
    post=WRITE,
    args=lambda world, story: {"number": story.revisions.last().number},
    body=lambda world, story: {"version": story.version},
)
row(
    f"{STORY}photo_words",
    get=READ,
    post=PUBLISH,
    people=EVERY,
    stages=("live",),
    query=lambda world, story: {"photos": world.things["photo of live"].pk},
    body=lambda world, story: {"stories": [story.pk]},
)
of_story(
    "next_story",
    get=PUBLISH,
    post=PUBLISH,
    body=lambda w, story: {"next": w.stories["live" if story.pk != w.stories["live"].pk else "draft"].pk},
)
row(f"{STORY}lists", post=READ, body=said(name="Mine", query="state=mine"), answers=(302,))
row(f"{STORY}planned", get=READ, post=READ, changes=False)
row(
    f"{STORY}planned",
    post=ARRANGE,
    people=EVERY,
    stages=("draft",),
    body=lambda world, story: {"story": story.pk, "to": f"{timezone.now() + timedelta(days=2):%Y-%m-%dT%H:%M}"},
)
row(
    f"{STORY}planned",
    post=PUBLISH,
    people=EVERY,
    stages=("scheduled",),
    body=lambda world, story: {"story": story.pk, "to": f"{timezone.now() + timedelta(days=2):%Y-%m-%dT%H:%M}"},
)
row(f"{STORY}assign", get=EDITORS, post=EDITORS, people=EVERY, body=said(title="The bridge"))
row(f"{STORY}columns", post=READ, body=said(column="words"), answers=(302,))
of_story("preview", get=READ, post=READ, changes=False)
of_story("preview_revision", get=READ, args=lambda world, story: {"number": story.revisions.last().number})
of_story(
    "preview_edition",
    get=READ,
    stages=("scheduled", "live", "withdrawn"),
    args=lambda world, story: {"edition": story.editions.filter(kind="published").first().pk},
)
of_story("seal", get=WRITE, post=WRITE, body=said(do="seal"))
of_story("links", get=WRITE)
of_story("links", post=WRITE, stages=("draft", "scheduled", "live"), body=said(shows="working copy", days=7))
of_story("revoke_link", post=WRITE, stages=("draft",), args=lambda world, story: {"link": world.things["link"].pk})
of_story("delete", get=WRITE)
of_story("delete", post=WRITE, stages=("draft", "submitted"), body=lambda world, story: {"version": story.version})
of_story("redact", get=REDACT)
of_story("redact", post=REDACT, stages=("withdrawn",), body=said(what="all", reason="A court's.", is_sure="on"))

# What the sheet asks

ASK = f"{STORY}ask_"
AT_WORK = BEGIN | {"photo editor"}
WRITERS = AT_WORK - {"typist"}  # who has a right to look at people and photos as well
row(f"{ASK}people", get=WRITERS, query=said(q="Ana"))
row(f"{ASK}people", post=WRITERS - {"photo editor"}, body=said(name="Newly Named"), is_json=True)
row(f"{ASK}names", post=WRITERS, body=said(lines=["Ana Diaz said."], mentioned=[]), is_json=True, changes=False)
row(f"{ASK}known", post=WRITERS, body=said(people=[1], photos=[1]), is_json=True, changes=False)
row(f"{ASK}house", post=AT_WORK, body=said(lines=[], language="en"), is_json=True, changes=False)
row(f"{ASK}pasted", post=AT_WORK, body=said(text="It rained.", html=""), is_json=True, changes=False)
MAP = "https://www.google.com/maps/embed?pb=!1m18!2d5.1"  # nothing is asked of its provider
row(f"{ASK}embed", post=BEGIN, body=said(address=MAP), is_json=True, changes=False)
row(f"{ASK}targets", get=AT_WORK, query=said(q="bridge"))
row(f"{ASK}photos", get=WRITERS, post=WRITERS, query=said(q="Shown"), body=lambda w, s: {"files": picture()})
row(f"{ASK}photo", get=WRITERS, args=of_thing("photo"))
row(f"{ASK}photo", post=WRITERS, args=of_thing("photo"), body=said(alt="Another."), is_json=True)
row(
    f"{ASK}photo",
    post=PUBLISH | {"photo editor"},
    people=EVERY,
    args=of_thing("photo of live"),
    body=said(alt="Another."),
    is_json=True,
)
row(
    "admin:autocomplete",
    get=ROLE_HOLDERS,
    query=said(app_label="articles", model_name="articlebyline", field_name="person"),
)
row("admin:autocomplete", get=LIBRARY, query=said(app_label="articles", model_name="article", field_name="lead_photo"))
row("admin:autocomplete", get=READ, query=said(app_label="articles", model_name="topic", field_name="explainer"))
row(
    "admin:autocomplete",
    get=ROLE_HOLDERS,
    query=said(app_label="articles", model_name="article", field_name="lead_topic"),
)

# What was published, done and read

for name in ("edition", "section", "quote", "correction", "logentry", "viewcount", "personsuggestion"):
    stock(f"articles_{name}", name, view=ROLE_HOLDERS)
stock("articles_cspreport", "1", view=CHIEFS, is_there=False)
stock("articles_directorychange", "directorychange", view=ROLE_HOLDERS, leaves=True)  # the preview is a dry run
row("admin:articles_directorychange_undo", post=EDITORS, args=of_thing("directorychange"))
row(
    "admin:articles_personsuggestion_changelist",
    post=WRITE,
    people=EVERY,
    stages=("draft",),
    body=lambda world, story: {"do": f"accept:{world.things['personsuggestion'].pk}"},
)

# People, topics, desks

PERSON = {
    "name": "Newly Added",
    "slug": "",
    "aliases": "",
    "role": "",
    "organisation": "",
    "pronouns": "",
    "bio": "Another.",
}
NAMED = {"name": "Newly Added", "slug": "", "description": "Another.", "position": 5}
stock(
    "articles_person",
    "person",
    view=ROLE_HOLDERS,
    add=ROLE_HOLDERS,
    change=ROLE_HOLDERS,
    adding=PERSON,
    changing=PERSON,
)
stock("articles_topic", "topic", view=ROLE_HOLDERS, add=REPORTERS, change=REPORTERS, adding=NAMED, changing=NAMED)
stock("articles_desk", "desk", view=ROLE_HOLDERS, add=ALL_DESKS, change=DESK, adding=NAMED, changing=NAMED, **OWN_DESK)
for kind, may in (("person", EDITORS), ("topic", EDITORS), ("desk", DESK)):
    for action in ("rename", "alias"):
        row(
            f"admin:articles_{kind}_{action}",
            get=may,
            post=may,
            people=EVERY,
            args=of_thing(kind),
            body=said(name="Newly Named", moves="on"),
            changes=False,
        )
    for action in ("merge", "split"):
        row(f"admin:articles_{kind}_{action}", get=may, post=may, people=EVERY, args=of_thing(kind), changes=False)

# The newsroom itself

PAGE = {"title": "Newly Added", "slug": "newly-added", "body": "<p>Us.</p>", "position": 5, "role": ""}
stock("articles_houseword", "houseword", view=CHIEFS, add=CHIEFS, change=CHIEFS, delete=CHIEFS,
      adding={"wrong": "web page", "right": "webpage"}, changing={"wrong": "web-site", "right": "website"})  # fmt: skip
stock("articles_staticpage", "staticpage", view=CHIEFS, add=CHIEFS, change=CHIEFS, adding=PAGE, changing=PAGE)
stock("articles_publisher", "1", view=CHIEFS, change=CHIEFS, changing={"name": "Another"}, listing=STAFF)
stock("auth_group", "group", view=CHIEFS, add=CHIEFS, change=CHIEFS, delete=CHIEFS,
      adding={"name": "newly added"}, changing={"name": "renamed"})  # fmt: skip
stock("articles_user", "user", view=CHIEFS, add=CHIEFS, change=CHIEFS,
      adding={"username": "newly", "email": "newly@example.org"},
      changing={"username": "renamed", "is_active": "on"})  # fmt: skip
row("admin:auth_user_password_change", get=STAFF, args=lambda w, s: {"id": w.things["user"].pk})  # leads on
row(
    "admin:articles_user_factors", get=CHIEFS, post=CHIEFS, args=lambda w, s: {"pk": w.things["user"].pk}, changes=False
)

# The admin itself

row("admin:index", get=STAFF, post=STAFF, changes=False)
row(
    "admin:app_list",
    get=STAFF - {"stranger"},
    args=said(app_label="media"),
    people=("anonymous", "stranger", "librarian", "reporter"),
    post=NOBODY,
)
row("admin:login", get=EVERYBODY, people=("anonymous", "reader"))
row("admin:logout")
row(
    "admin:view_on_site",
    get=NOBODY,
    args=lambda w, s: {"content_type_id": content_type(w.things["link"]), "object_id": w.things["link"].pk},
)
row(
    "admin:view_on_site",
    get=ROLE_HOLDERS,
    args=lambda w, s: {
        "content_type_id": content_type(w.things["scheduled edition"]),
        "object_id": w.things["scheduled edition"].pk,
    },
)
row("admin/(?P<url>.*)$")

# Accounts

# Everybody's own: whose account it is decides, not a right, and the tests of accounts have the rest.
for name in ("mfa_authenticate", "mfa_login_webauthn", "accounts_ask_passkey", "account_login"):
    row(name)
ANY = (200, 302, 400, 404, 405)
row("mfa_index", get=STAFF)
for name in ("account_reauthenticate", "accounts_new_passkey", "accounts_ask_new_passkey", "accounts_new_app"):
    row(name, post=STAFF, changes=False, answers=ANY, leaves=True)
for name in ("accounts_recovery_codes", "accounts_end_sessions"):
    row(name, post=STAFF, changes=False, answers=ANY)
for name in ("accounts_change_passkey", "accounts_remove_factor"):
    row(name, args=said(factor=1), post=STAFF, changes=False, answers=ANY)

for name in ("accounts_new_password", "accounts_sign_in_link"):
    row(name, args=said(token="x"))
row("accounts_forgotten", post=EVERYBODY, changes=False, answers=ANY, people=("anonymous", "stranger"))
stock("accounts_signin", "1", view=CHIEFS, is_there=False)
row("admin:articles_user_invite", get=CHIEFS, post=CHIEFS, args=lambda w, s: {"pk": w.things["user"].pk}, changes=False)

# Readers: everybody has these, and posts nothing


NO_ARGS = said()


def path_of(world, story):
    year, month, slug = world.things["edition"].path.strip("/").split("/")
    return {"year": year, "month": month, "slug": slug}


def public(name, args=NO_ARGS, **told):
    row(name, get=EVERYBODY, args=args, people=("anonymous", "stranger"), **told)


for name in ("front", "topics", "people", "latest", "archive", "corrections", "search", "suggestions", "sitemap"):
    public(name)
for name in ("news-sitemap", "pages-sitemap", "healthz", "readyz", "robots", "manifest", "kept", "service-worker"):
    public(name)
for name in ("licence", "tdm-reservation", "trust-txt", "well-known-trust-txt", "transparency"):
    public(name)
for name in ("story", "history", "story-part", "ninjs", "next-list"):
    public(name, path_of)
for name in ("topic", "topic-feed"):
    public(name, lambda world, story: {"slug": world.things["topic"].slug, "file": "rss.xml"})
for name in ("desk", "desk-feed"):
    public(name, lambda world, story: {"slug": world.things["desk"].slug, "file": "rss.xml"})
for name in ("person", "person-quotes", "person-feed"):
    public(name, lambda w, s: {"slug": w.things["person"].slug, "file": "rss.xml"}, answers=(404,))  # in no story
public("feed", said(file="rss.xml"))
for name in ("archive-year", "archive-month", "archive-day"):
    public(
        name,
        lambda world, story: dict(zip(("year", "month", "day"), f"{timezone.now():%Y %m %d}".split(), strict=True)),
    )
public("story-sitemap", said(number="0"))
public("named-sitemap", said(kind="topics", number="0"))
public("icon", said(digest="0123456789abcdef", side="32"), answers=(404,))
public("card", lambda w, s: {"kind": "topic", "number": str(w.things["topic"].pk), "version": "0" * 12})
public("media:rendition", lambda w, s: {"signature": "x", "token": "y"}, answers=(404,))
public("oembed", query=lambda w, s: {"url": f"{settings.SITE_URL}{w.things['edition'].path}"})
for name in ("read", "csp-reports"):
    row(name, people=("anonymous", "stranger"), post=NOBODY)
public("metrics", answers=(404,))  # without a token
public("security-txt", answers=(404,))  # while nobody is named
row("shared", get=EVERYBODY, leaves=True, args=lambda world, story: {"token": world.things["link"].token})
row("calendar", get=EVERYBODY, args=lambda world, story: {"key": world.users["chief"].calendar_key})
row("calendar", get=NOBODY, args=said(key="a" * 43))
row("shared", get=NOBODY, args=said(token="a" * 43))
