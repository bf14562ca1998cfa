"""The list of people that imports suggest, to be accepted or dropped, and the same two actions on a story's screen."""

from dataclasses import dataclass

from django.contrib import admin, messages
from django.core.exceptions import PermissionDenied
from django.db.models import Count
from django.http import HttpResponseRedirect
from django.shortcuts import render
from django.utils.html import format_html
from django.utils.translation import gettext, gettext_lazy

from articles.admin.board.bulk_actions import show_refusals
from articles.admin.board.story_list import BoundedPaginator
from articles.admin.directory.namesakes import screen_link
from articles.admin.directory.waiting_people import waiting
from articles.admin.shared.params import number_in, numbers_in
from articles.admin.shared.read_only import ReadOnlyAdmin, article_link
from articles.editorial.directory.suggested_people import (
    AlreadySettled,
    accept,
    drop,
    meant_by,
    near_to,
    new_person,
    same_name,
)
from articles.editorial.permissions import may_write
from articles.editorial.refusals import Refusal
from articles.editorial.writing.presence import who_is_at
from articles.models.article import Article
from articles.models.person import Person
from articles.models.person_suggestion import PersonSuggestion
from articles.text.body.body import Body
from articles.text.people.name_in_context import NameInContext, first_in_context

PER_PAGE = 30
NEW = "new"  # in place of somebody's number: a person who only shares the name
ACTIONS = ("accept", "everywhere", "drop")


@dataclass(frozen=True)
class SuggestionLine:
    """A suggestion as the list shows it: where it is named, who it can mean, whose names are alike, and more.

    `new` is the Person it would make, `stories` counts those that wait with the name, `here` names who is writing.
    """

    row: PersonSuggestion
    article: Article
    may: bool
    passage: NameInContext | None
    candidates: list
    near: list
    new: Person
    is_linked: bool
    stories: int
    here: list


class NothingTicked(Refusal):
    """None of the rows was ticked."""

    sentence = gettext_lazy("Tick at least one name.")


@admin.register(PersonSuggestion)
class SuggestedPeopleAdmin(ReadOnlyAdmin):
    """One page in the place of a list, with the newest stories first. Who may look is Django's view permission."""

    def get_queryset(self, request):
        return waiting()

    def changelist_view(self, request, extra_context=None):
        """Show who waits, `?story=` for one story only; on a POST accept or drop."""
        if not self.has_view_permission(request):
            raise PermissionDenied
        if request.method == "POST":
            _settle(request)
            return HttpResponseRedirect(request.get_full_path())
        rows = waiting().select_related("person").prefetch_related("article")
        asked = number_in(request.GET.get("story", ""))
        story = Article.objects.unsealed().filter(pk=asked).first() if asked else None
        rows = rows.filter(article=story) if story else rows
        page = BoundedPaginator(rows.order_by("-article_id", "pk"), PER_PAGE).get_page(request.GET.get("page"))
        lines = _lines(list(page), request.user)
        context = self.admin_site.each_context(request) | {
            "title": gettext("Suggested people"),
            "opts": self.opts,
            "page": page,
            "story": story,
            "lines": lines,
            "may_any": any(line.may for line in lines),
        }
        return render(request, "admin/articles/personsuggestion/change_list.html", context)


def run(request, article):
    """Accept or drop what was pressed on the story's own screen; returns what happened, "" when nothing of it was.

    Raises Refusal.
    """
    action, _, pk = request.POST.get("_suggested", "").partition(":")
    if action not in ("accept", "drop"):
        return ""
    row = article.suggestions.filter(pk=number_in(pk) or 0).first()
    return _run(action, row, request)


def _settle(request):
    """Carry out the button that was pressed in the list, and say what happened."""
    action, _, pk = request.POST.get("do", "").partition(":")
    if pk == "ticked":
        _settle_ticked(action, request)
        return
    row = waiting().select_related("article").filter(pk=number_in(pk) or 0).first()
    try:
        messages.success(request, _run(action, row, request))
    except Refusal as refusal:
        messages.error(request, str(refusal))


def _settle_ticked(action, request):
    """Carry out an action on each ticked row, and tell the user what became of them."""
    ticked = numbers_in(request.POST.getlist("ticked"))
    rows = waiting().select_related("article").filter(pk__in=ticked)
    done, refused = 0, [] if ticked else [str(NothingTicked())]
    for row in rows:
        try:
            _run(action, row, request)
            done += 1
        except Refusal as refusal:
            refused.append(f"{row}: {refusal}")
    if done:
        messages.success(request, f"{'Dropped' if action == 'drop' else 'Accepted'}: {done}.")
    show_refusals(request, refused)


def _run(action, row, request):
    """Carry out `action` on a suggestion; returns what happened, as safe HTML. Raises Refusal."""
    if row is None or action not in ACTIONS:
        raise AlreadySettled
    if action == "drop":
        drop([row], by=request.user)
        return f"“{row.name}” is dropped."
    rows = same_name(row, by=request.user) if action == "everywhere" else [row]
    return _said(accept(rows, by=request.user, person=_chosen(request.POST.get(f"who-{row.pk}", ""), row)))


def _chosen(who, row):
    """The Person that the row's choice names, a new one for NEW, None for nobody in particular."""
    if who == NEW:
        return new_person(row)
    number = number_in(who)
    return Person.objects.filter(pk=number).first() if number else None


def _said(accepted):
    """What accepting did, as safe HTML."""
    said = "{} is new in the directory" if accepted.is_new else "{} was in the directory already"
    said = format_html(said, screen_link(accepted.person))
    if accepted.linked:
        said = format_html("{}, and linked in {}", said, _named(accepted.linked))
    if accepted.unlinked:
        said = format_html("{}. In {} the name stands nowhere that could be linked", said, _named(accepted.unlinked))
    return format_html("{}.", said)


def _named(articles):
    """One story as a link, several as their number."""
    return f"{len(articles)} stories" if articles[1:] else article_link(articles[0].pk, str(articles[0]))


def _lines(rows, user):
    """The SuggestionLines of suggestions with their articles at hand, in order; as many queries for many as for one."""
    candidates, near, here = meant_by(rows), near_to(rows), who_is_at({row.article_id for row in rows})
    alike = waiting().filter(name__in={row.name for row in rows}).order_by()
    stories = dict(alike.values_list("name").annotate(number=Count("pk")))
    passages: dict[int, NameInContext] = {}
    linked: dict[int, set[int]] = {}
    for article in {row.article for row in rows}:
        names = [(row.pk, row.marked_as) for row in rows if row.article_id == article.pk]
        body = Body(article.body)
        passages |= first_in_context([article.dek, *(block.text for block in body.blocks)], names)
        linked[article.pk] = set(body.mentioned_people)
    return [
        SuggestionLine(
            row=row,
            article=row.article,
            may=may_write(user, row.article),
            passage=passages.get(row.pk),
            candidates=candidates[row.pk],
            near=[person for person in near[row.pk] if person not in candidates[row.pk]],
            new=new_person(row),
            is_linked=any(person.pk in linked[row.article_id] for person in candidates[row.pk]),
            stories=stories[row.name],
            here=here.get(row.article_id, []),
        )
        for row in rows
    ]
