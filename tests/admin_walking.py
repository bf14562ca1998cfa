"""Walking every address of the admin: those of the urlconf with every row of the database, and those its pages name."""

import itertools
from html import unescape
from urllib.parse import urlsplit

from allauth.mfa.models import Authenticator
from django.apps import apps
from django.contrib.contenttypes.models import ContentType
from django.urls import NoReverseMatch, get_resolver, reverse

from accounts.one_use_links import Purpose, link_for
from articles.admin.site.guide import PAGES
from articles.models.edition import Edition
from articles.models.preview_link import PreviewLink
from articles.models.revision import Revision
from articles.models.user import User
from media.models import FormerOriginal
from tests.walking import LINK, Answer, patterns

ADMIN = "/admin/"
GUESSED = [1, 2, "x"]  # for an argument that is no key of ours
# Leaving is no page, one takes whatever is no address at all, and one is put together of kinds and keys below.
NOT_WALKED = {"admin:logout", "admin:None", "admin:view_on_site"}


def routes():
    """{route: (namespaced name or None, names of its arguments)} of every address of the admin."""
    return {
        before + str(pattern.pattern): (f"{space}{pattern.name}", (*taken, *pattern.pattern.regex.groupindex))
        for pattern, before, space, taken in patterns(get_resolver())
        if f"/{before}{pattern.pattern}".startswith(ADMIN)
    }


def addresses():
    """Every address of the admin's urlconf, as a list: those with arguments once for each row that they can name."""
    found = []
    for route, (name, arguments) in routes().items():
        if name in NOT_WALKED:
            continue
        for chosen in itertools.product(*(_values(route, argument) for argument in arguments)):
            try:
                found.append(reverse(name, kwargs=dict(zip(arguments, chosen, strict=True))))
            except NoReverseMatch:
                continue
    for model in filter(lambda model: hasattr(model, "get_absolute_url"), apps.get_models()):
        kind = ContentType.objects.get_for_model(model).pk
        found += [reverse("admin:view_on_site", args=[kind, key]) for key in _keys(model)]
    return list(dict.fromkeys(found))


def _values(route, argument):
    """What stands for an argument of a route: the keys of the rows that it names."""
    if argument in ("pk", "object_id", "id"):
        app, model = ("media", "photo") if "/photos/" in route else route.split("/")[1:3]
        return _keys(apps.get_model(app, model)) if _is_model(app, model) else GUESSED
    known = {
        "number": lambda: sorted(set(Revision.objects.values_list("number", flat=True))),
        "edition": lambda: _keys(Edition),
        "link": lambda: _keys(PreviewLink),
        "width": lambda: [320],
        "app_label": lambda: ["articles"],
        "factor": lambda: _keys(Authenticator),
        "former": lambda: _keys(FormerOriginal),
        "url": lambda: ["nothing"],
        "page": lambda: list(PAGES),
        "picture": lambda: ["photos.webp"],
        "token": lambda: [link_for(user, Purpose.RESET).split("/")[-2] for user in User.objects.filter(is_staff=True)],
    }
    return known[argument]() if argument in known else GUESSED


def _is_model(app, model):
    return app in apps.app_configs and model in apps.all_models[app]


def _keys(model):
    return list(model._base_manager.order_by("pk").values_list("pk", flat=True))


def ask(client, address, **posted):
    """The Answer to the client, to a POST where something is posted: {"json": …} as JSON, {"form": …} as a form."""
    if "json" in posted:
        response = client.post(address, posted["json"], content_type="application/json")
    elif "form" in posted:
        response = client.post(address, posted["form"])
    else:
        response = client.get(address)
    body = b"".join(response.streaming_content) if response.streaming else response.content
    headers = "\n".join(f"{name}: {value}" for name, value in sorted(response.items()))
    cookies = response.cookies.output()
    return Answer(response.status_code, f"{headers}\n{cookies}", body.decode(errors="replace"))


def walk(client, starts):
    """{address: Answer} of these addresses and of every other of the admin that their answers name."""
    answers, waiting = {}, list(starts)
    while waiting:
        address = waiting.pop()
        if address not in answers:
            answers[address] = ask(client, address)
            waiting += [each for each in named_in(address, answers[address]) if each not in answers]
    return answers


def named_in(address, answer):
    """The addresses of the admin that an answer names, but for that by which one leaves."""
    path = urlsplit(address).path
    for found in LINK.findall(unescape(answer.text)):
        named = path + found if found.startswith("?") else found
        if named.startswith(ADMIN) and not named.startswith("/admin/logout/"):
            yield named.partition("#")[0]
