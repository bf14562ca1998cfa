"""When a photo's caption or credit is corrected: which stories still say it as it was, and publishing them again."""

from html import unescape
from typing import NamedTuple

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.dispatch import receiver
from django.http import HttpResponseRedirect
from django.urls import reverse
from django.utils import timezone
from django.utils.html import strip_tags
from django.utils.translation import gettext

from articles.admin.board.bulk_actions import seen_field, seen_of
from articles.admin.shared.params import numbers_in
from articles.admin.shared.screens import at, screen
from articles.editorial.permissions import may_publish
from articles.editorial.publishing.republish import outdated_editions, republish
from articles.editorial.refusals import Refusal
from articles.embargo import Kind
from articles.models.article import Article
from articles.models.edition import Edition
from media.signals import Offer, outdated_words

MOST_STORIES = 100  # the newest; the next are offered when these are done


class OutdatedStory(NamedTuple):
    """A story that says something of a photo as it was: its Article and headline, [(former, new words)], its state."""

    article: Article
    headline: str
    changes: list
    state: str


def urls(admin):
    """The address of the screen."""
    return [at(admin, "photo-words/", photo_words, "photo_words")]


@receiver(outdated_words)
def stories_with_former_words(photos, **_):
    """An Offer to publish the stories again that are out or due with former words of these photos, or None."""
    stories = _stories(photos)
    if not stories:
        return None
    sentence = (
        "One story still has the former caption or credit."
        if len(stories) == 1
        else f"{len(stories)} stories still have the former caption or credit."
    )
    numbers = ",".join(str(pk) for pk in sorted(photos))
    url = f"{reverse('admin:articles_article_photo_words')}?photos={numbers}"
    return Offer(sentence, url, "Look at them and publish them again", "articles.view_article")


def photo_words(admin, request):
    """Show what each story says and would say; on a POST publish the chosen ones again."""
    if not admin.has_view_permission(request):
        raise PermissionDenied
    photos = set(numbers_in(request.GET.get("photos", "").split(",")))
    stories = [
        (story, may_publish(request.user, story.article), seen_field(story.article)) for story in _stories(photos)
    ]
    if request.method == "POST":
        chosen = set(request.POST.getlist("stories"))
        _publish(request, [story.article for story, *_ in stories if str(story.article.pk) in chosen])
        return HttpResponseRedirect(request.get_full_path())
    may_any = any(may for _, may, _ in stories)
    title = "Stories with a former caption or credit"
    return screen(admin, request, "photos/outdated_captions", title, stories=stories, may_any=may_any)


def _publish(request, articles):
    """Publish each of these again and say what happened."""
    done = 0
    for article in articles:
        try:
            republish(article, by=request.user, expected_version=seen_of(request, article))
            done += 1
        except Refusal as refusal:
            messages.error(request, f"{article}: {refusal}")
    if done:
        messages.success(request, gettext("Published again: %(n)s.") % {"n": done})
    elif not articles:
        messages.error(request, gettext("Choose at least one story."))


def _stories(photos):
    """The OutdatedStories with former words of one of these photos (ids), the newest MOST_STORIES first."""
    now = timezone.now()
    with_them = Edition.objects.filter(kind=Kind.PUBLISHED, ends_at__gt=now, placements__photo__in=photos)
    with_them = with_them.exclude(article__is_sealed=True)
    newest = with_them.order_by("-article_id").values_list("article_id", flat=True).distinct()[:MOST_STORIES]
    found = {}
    for edition, words in outdated_editions(list(newest), now):
        changes = _changes(edition, words, photos)
        if changes and edition.article_id not in found:
            state = "scheduled" if edition.goes_live_at > now else "live"
            found[edition.article_id] = (edition.headline, changes, state)
    articles = Article.objects.in_bulk(found)
    return [OutdatedStory(articles[pk], *found[pk]) for pk in sorted(found, reverse=True)]


def _changes(edition, words, photos):
    """[(caption and credit as they stand, as they would be)] of those of these photos whose words differ, as text."""
    pairs = zip((placement.words for placement in edition.placements.all()), words, strict=False)
    return [(_said(*before), _said(*after)) for before, after in pairs if before != after and after[0] in photos]


def _said(_photo, caption, credit):
    """What stands under a photo, on one line of text."""
    return " ".join(part for part in (unescape(strip_tags(caption)), credit) if part) or "nothing"
