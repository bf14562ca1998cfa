"""RSS 2.0 feeds of the whole site, of a desk and of a topic, under the page whose stories they list."""

from urllib.parse import urlsplit

from django.conf import settings
from django.contrib.syndication.views import Feed
from django.http import Http404
from django.shortcuts import get_object_or_404
from django.utils import timezone
from django.utils.translation import gettext as _

from articles.models.desk import Desk
from articles.models.edition import EditionTopic
from articles.models.topic import Topic
from articles.reader.cards import cards, live_stories
from articles.reader.paging import SIZE


class SiteFeed(Feed):
    """The newest stories of the site. Addresses are the site's own, whatever host the request named."""

    item_guid_is_permalink = False

    def __call__(self, request, *args, **kwargs):
        """The feed without a Last-Modified: a withdrawal changes it and leaves no later date. The ETag says it all."""
        response = super().__call__(request, *args, **kwargs)
        response.headers.pop("Last-Modified", None)
        return response

    def title(self, about):
        """The site's name, after what the feed is about."""
        return f"{about} · {settings.SITE_NAME}" if about else settings.SITE_NAME

    def description(self, about):
        """What the feed holds, in a sentence; RSS wants one."""
        return _("The newest stories of {title}.").format(title=self.title(about))

    def link(self, about):
        """The page whose stories these are."""
        return settings.SITE_URL + (about.get_absolute_url() if about else "/")

    def feed_url(self, about):
        """The feed's own address."""
        return f"{self.link(about)}feeds/rss.xml"

    def items(self, about):
        """The Cards of the newest stories."""
        now = timezone.now()
        return cards(list(live_stories(now).newest_first()[:SIZE]), now)

    def item_title(self, card):
        """The headline."""
        return card.story.headline

    def item_description(self, card):
        """The dek."""
        return card.story.dek

    def item_link(self, card):
        """The story's address."""
        return settings.SITE_URL + card.story.path

    def item_guid(self, card):
        """A name for the story that outlives a changed address: a tag URI (RFC 4151)."""
        return f"tag:{urlsplit(settings.SITE_URL).hostname},{card.story.dated_at:%Y}:story:{card.story.article_id}"

    def item_pubdate(self, card):
        """The date readers are shown."""
        return card.story.dated_at

    def item_updateddate(self, card):
        """The start of the edition in force."""
        return card.story.goes_live_at

    def item_author_name(self, card):
        """Who signs, as published."""
        return ", ".join(card.names)

    def item_categories(self, card):
        """The desk, then the topics."""
        return [card.story.desk.name, *(topic.name for topic in card.topics)]


class DeskFeed(SiteFeed):
    """The newest stories of a desk."""

    def get_object(self, request, slug):
        """The Desk."""
        return get_object_or_404(Desk, slug=slug)

    def items(self, desk):
        """The Cards of its newest stories."""
        now = timezone.now()
        return cards(list(live_stories(now).on_desk(desk).newest_first()[:SIZE]), now)


class TopicFeed(SiteFeed):
    """The newest stories of a topic."""

    def get_object(self, request, slug):
        """The Topic."""
        return get_object_or_404(Topic, slug=slug)

    def items(self, topic):
        """The Cards of its newest stories. Raises Http404 without any, as the topic's page does."""
        now = timezone.now()
        filed = EditionTopic.objects.live(now).filter(topic=topic).select_related("edition__desk").newest_first()
        editions = [row.edition for row in filed[:SIZE]]
        if not editions:
            raise Http404("No story that readers can see has this topic.")
        return cards(editions, now)
