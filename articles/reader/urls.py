"""Addresses of readers' pages. A desk's comes last: it is whatever nothing else is."""

from django.urls import path, re_path

from articles.reader.desks import desk_page
from articles.reader.feeds import DeskFeed, SiteFeed, TopicFeed
from articles.reader.front import front
from articles.reader.health import healthz, readyz, robots
from articles.reader.latest import latest
from articles.reader.people import people, person_page
from articles.reader.scrolling import next_list, story_part
from articles.reader.search import search_page, suggestions
from articles.reader.site import reader_page
from articles.reader.story import story
from articles.reader.topics import topic_page, topics

STORY = r"(?P<year>[0-9]{4})/(?P<month>[0-9]{2})/(?P<slug>[-a-z0-9]+)/"

urlpatterns = [
    path("", front, name="front"),
    path("topics/", topics, name="topics"),
    path("topics/<slug:slug>/", topic_page, name="topic"),
    path("topics/<slug:slug>/feeds/rss.xml", reader_page(TopicFeed()), name="topic-rss"),
    path("people/", people, name="people"),
    path("people/<slug:slug>/", person_page, name="person"),
    path("latest/", latest, name="latest"),
    path("search/", search_page, name="search"),
    path("search/suggestions/", suggestions, name="suggestions"),
    path("feeds/rss.xml", reader_page(SiteFeed()), name="rss"),
    path("healthz", healthz, name="healthz"),
    path("readyz", readyz, name="readyz"),
    path("robots.txt", robots, name="robots"),
    re_path(rf"^{STORY}$", story, name="story"),
    re_path(rf"^{STORY}article\.html$", story_part, name="story-part"),
    re_path(rf"^{STORY}next\.json$", next_list, name="next-list"),
    path("<slug:slug>/feeds/rss.xml", reader_page(DeskFeed()), name="desk-rss"),
    path("<slug:slug>/", desk_page, name="desk"),
]
