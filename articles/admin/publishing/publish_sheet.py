"""The publish sheet: when a story goes out, what blocks it, how it will look, what readers are told; its confirmation.

It is a page of its own. The story's screen shows the same in a dialog over the text (`?dialog`), and asks for it anew
when another moment is chosen or somebody changes the story.
"""

from datetime import datetime
from typing import Any
from urllib.parse import urlencode

from django.contrib import messages
from django.contrib.admin import ModelAdmin
from django.core.exceptions import PermissionDenied, ValidationError
from django.db import transaction
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, render
from django.urls import URLPattern, reverse
from django.utils import timezone
from django.utils.html import format_html
from django.utils.safestring import mark_safe
from django.utils.text import get_text_list
from django.utils.translation import gettext as _

from articles.admin.publishing.before_it_goes_out import embargo_notice, findings_on, to_come_of
from articles.admin.publishing.form import AT, NOW, PublishForm, in_words, meant, moments
from articles.admin.publishing.looks import looks_of
from articles.admin.shared.actions import link_to
from articles.admin.shared.screens import at, back_to, screen
from articles.admin.shared.staff_request import StaffRequest
from articles.admin.shared.user_time_zone import both_times, which_clock
from articles.editorial.notifications.notify import concerned_with, writers_of
from articles.editorial.notifications.sentences import called
from articles.editorial.permissions import may_publish_working_copy
from articles.editorial.publishing import correction_prompt
from articles.editorial.publishing.concurrency import TimelineMoved
from articles.editorial.publishing.publish import correct, publish
from articles.editorial.publishing.readiness import body_of
from articles.editorial.publishing.schedule import expire, schedule
from articles.editorial.refusals import Refusal
from articles.editorial.writing import drafts
from articles.editorial.writing.embargo import embargo_of
from articles.editorial.writing.working_copy import snapshot
from articles.embargo import Kind
from articles.models.article import Article
from articles.models.edition import Edition
from articles.models.named import slug_for
from articles.models.user import User
from articles.text.body.body import Body
from articles.text.compare.diff import diff_html, diff_text
from articles.text.languages.slug import slugify_words
from media.date_time_field import LOCAL_TIME, LocalDateTimeField

ASKED = ("when", "publish_at", "expire_at", "notice", "text", "slug")
# What keeps a story from going out now and may not do so later.
OF_THE_MOMENT = ("embargo",)


def urls(admin: ModelAdmin) -> list[URLPattern]:
    """The address under the stories' screens, for the ModelAdmin `admin`."""
    return [at(admin, "<int:pk>/publish/", publish_sheet, "publish_sheet")]


def address(article: Article, at: datetime | None = None) -> str:
    """Where an editor decides about the story, which was to go out at `at` or now."""
    sheet = reverse("admin:articles_article_publish_sheet", args=[article.pk])
    asked = {"when": AT, "publish_at": f"{timezone.localtime(at):{LOCAL_TIME}}"} if at else {}
    return f"{sheet}?{urlencode(asked)}" if asked else sheet


def publish_sheet(admin: ModelAdmin, request: StaffRequest, pk: int) -> HttpResponse:
    """Show what goes out and ask for what is to be decided; on a POST put it out as it was answered."""
    article = get_object_or_404(Article, pk=pk)
    if not may_publish_working_copy(request.user, article):
        raise PermissionDenied
    now = timezone.now()
    public = article.editions.live(now).select_related("revision").first()
    facts = correction_prompt.changed_facts(article, now) if public else []
    first, people = _initial(request, article, facts, now), concerned_with(article, by=request.user)
    form = PublishForm(request.POST or None, is_live=public is not None, people=people, initial=first)
    if form.is_valid() and (said := _put_out(article, form, request.user)):
        messages.success(request, said)
        return back_to(article)
    context = {"article": article, "form": form, "facts": facts, "clock": which_clock(), "is_live": public is not None}
    context |= _standing(request, article, now) | {"looks": looks_of(article, now)}
    context["told_in_words"] = _told_in_words(form, people)
    if public is not None:
        context |= _changes(public.revision.snapshot, snapshot(article))
    if "dialog" in request.GET:
        return render(request, "admin/articles/publishing/publish_sheet.html", context)
    return screen(admin, request, "publishing/publish_page", _("Publish"), **context)


def _initial(request, article, facts, now):
    """What the form says at first: what the page asked for, else what is likeliest."""
    asked = {name: request.GET[name] for name in ASKED if name in request.GET}
    first = {"text": correction_prompt.draft_correction(facts, article.language), "when": NOW}
    if not facts:
        first["notice"] = correction_prompt.NO_CORRECTION
    embargo = embargo_of(article, body_of(article), now)
    if embargo is not None and embargo.until is not None and embargo.until > now:
        first["when"] = timezone.localtime(embargo.until).isoformat()
    first["slug"] = article.slug or slug_for(article.headline, kind="story")
    seen = {"version": article.version, "seen": article.timeline_version}
    return first | asked | {"tell": writers_of(article)} | seen


def _told_in_words(form, people):
    """Those who will be told as the form stands, in words; "" for nobody."""
    chosen = {str(getattr(each, "pk", each)) for each in form["tell"].value() or ()}
    return get_text_list([called(each) for each in people if str(each.pk) in chosen], _("and"))


def _standing(request, article, now):
    """What the sheet says of the story as it is, and as it is at the moment that is chosen."""
    body = body_of(article)
    embargo = embargo_of(article, body, now)
    until = timezone.localtime(embargo.until) if embargo is not None and embargo.until is not None else None
    chosen = request.POST or request.GET
    at, when = _moment(chosen, now), chosen.get("when")
    if when is None and "publish_at" not in chosen and until is not None and until > now:
        at, when = until, until.isoformat()
    blockers, warnings = findings_on(article, body, at or now)
    ends = next(iter(to_come_of(article, now, Kind.EXPIRED)), None)
    return {
        "moments": [(each, in_words(each)) for each in moments(now, until)],
        "when": when or (AT if chosen.get("publish_at") else NOW),
        "embargo": embargo_notice(article, body, None, now),
        "due": both_times(at) if at else "",
        "blockers": blockers,
        "warnings": warnings,
        "is_blocked": any(finding.field not in OF_THE_MOMENT for _place, finding in blockers),
        **_known_address(article, chosen.get("slug") or article.slug),
        "ends": both_times(ends.goes_live_at) if ends else "",
        "screen": reverse("admin:articles_article_change", args=[article.pk]),
        "here": reverse("admin:articles_article_publish_sheet", args=[article.pk]),
        "part": "publish-",
    }


def _known_address(article, slug):
    """Whether readers know an address of the story, and whether it goes out at another one."""
    slugs = {path.strip("/").rpartition("/")[2] for path in article.addresses.values_list("path", flat=True)}
    return {"had_address": bool(slugs), "is_moving": bool(slugs and slug) and slug not in slugs}


def _moment(chosen, now):
    """The moment that is asked about, or None for now and for what is no moment."""
    try:
        return meant(chosen.get("when", ""), LocalDateTimeField(required=False).clean(chosen.get("publish_at")), now)
    except ValidationError:
        return None


def _put_out(article: Article, form: PublishForm, by: User) -> str:
    """Publish; returns what to say, or "" with the reason in the form."""
    given = form.cleaned_data
    if given["version"] != article.version:
        form.add_error(None, _("Somebody changed the story since you opened this page. Look at it again below."))
        _show_anew(form, article)
        return ""
    try:
        article = _with_slug(article, form, by)
        with transaction.atomic():
            edition = _answered(article, given, by)
            end = expire(article, by=by, at=given["expire_at"]) if given["expire_at"] else None
    except Refusal as refusal:
        form.add_error(None, str(refusal))
        if isinstance(refusal, TimelineMoved):
            _show_anew(form, Article.objects.get(pk=article.pk))
        return ""
    return _said(edition, given, end)


def _with_slug(article: Article, form: PublishForm, by: User) -> Article:
    """The article, with another slug where one was typed; that stays, whatever becomes of the rest. Raises Refusal."""
    slug = slugify_words(form.cleaned_data["slug"])
    offered = article.slug or slug_for(article.headline, kind="story")
    if not slug or slug == offered:
        return article
    article = drafts.save(article, by=by, version=article.version, slug=slug)
    _show_anew(form, article)
    return article


def _answered(article: Article, given: dict[str, Any], by: User) -> Edition:
    """Publish with the answers that were given; returns the Edition. Raises Refusal."""
    decided: dict[str, Any] = {"by": by, "expected_version": given["seen"], "told": given["told"]}
    at, answer = given["at"], given.get("notice", "")
    if answer not in ("", correction_prompt.NO_CORRECTION):
        return correct(article, text=given["text"], kind=answer, at=at, **decided).edition
    if at is None:
        return publish(article, correction=answer, **decided)
    return schedule(article, at=at, correction=answer, **decided)


def _said(edition: Edition, given: dict[str, Any], end: Edition | None) -> str:
    """What happened, in a sentence, and one more on its end."""
    answer = given.get("notice", "")
    noted = {"correction": _(" with a correction"), "clarification": _(" with a clarification")}.get(answer, "")
    if given["at"]:
        said = _("Scheduled%(noted)s for %(time)s, at %(path)s")
        said = format_html(
            "{}", said % {"noted": noted, "time": both_times(edition.goes_live_at), "path": edition.path}
        )
    else:
        said = format_html(_("Published{noted}: {link}"), noted=noted, link=link_to(edition))
    ends = _("It ends %(time)s.") % {"time": both_times(end.goes_live_at)} if end is not None else ""
    return format_html("{} {}", said, ends) if ends else said


def _show_anew(form, article):
    """Let the form go on from the story as it is on the page that is shown now."""
    form.data = form.data.copy()
    form.data["version"], form.data["seen"] = article.version, article.timeline_version


def _changes(before, after):
    """The whole change as marked-up prose, for the template."""
    return {
        "headline": mark_safe(diff_text(before["headline"], after["headline"])),  # noqa: S308  escaped there
        "dek": mark_safe(diff_text(before["dek"], after["dek"])),  # noqa: S308  escaped there
        "body": mark_safe(diff_html(Body(before["body"]), Body(after["body"]))),  # noqa: S308  made of cleaned bodies
        "differs": any(before[name] != after[name] for name in ("headline", "dek", "body")),
    }
