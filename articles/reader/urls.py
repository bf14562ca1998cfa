"""Addresses of readers' pages. A desk's comes last: it is whatever nothing else is."""

from django.urls import path, re_path

from articles.reader.feeds.views import desk_feed, person_feed, site_feed, topic_feed
from articles.reader.machines.cards import card
from articles.reader.machines.csp_reports import csp_reports
from articles.reader.machines.health import healthz, readyz
from articles.reader.machines.icons import icon, manifest
from articles.reader.machines.kept import kept, service_worker
from articles.reader.machines.ninjs_export import ninjs_export
from articles.reader.machines.oembed import oembed
from articles.reader.machines.security_txt import security_txt
from articles.reader.machines.sitemaps import named_sitemap, news_sitemap, pages_sitemap, sitemap_index, story_sitemap
from articles.reader.pages.archive import archive, archive_day, archive_period
from articles.reader.pages.corrections import corrections
from articles.reader.pages.desks import desk_page
from articles.reader.pages.front import front
from articles.reader.pages.history import history
from articles.reader.pages.latest import latest
from articles.reader.pages.people import people, person_page, person_quotes
from articles.reader.pages.scroll import next_list, story_part
from articles.reader.pages.search import search_page, suggestions
from articles.reader.pages.story import story
from articles.reader.pages.topics import topic_page, topics
from articles.reader.parts.view_counter import count_view
from articles.reader.policies.licence import licence, tdm_reservation
from articles.reader.policies.robots import robots
from articles.reader.policies.transparency import transparency
from articles.reader.policies.trust_txt import trust_txt

YEAR, MONTH = r"(?P<year>[0-9]{4})", r"(?P<month>[0-9]{2})"
STORY = rf"{YEAR}/{MONTH}/(?P<slug>[-a-z0-9]+)/"

FEED = r"feeds/(?P<file>rss\.xml|atom\.xml|feed\.json)$"
SLUG = r"(?P<slug>[-a-zA-Z0-9_]+)"

urlpatterns = [
    path("", front, name="front"),
    path("topics/", topics, name="topics"),
    path("topics/<slug:slug>/", topic_page, name="topic"),
    re_path(rf"^topics/{SLUG}/{FEED}", topic_feed, name="topic-feed"),
    path("people/", people, name="people"),
    path("people/<slug:slug>/", person_page, name="person"),
    path("people/<slug:slug>/quotes/", person_quotes, name="person-quotes"),
    re_path(rf"^people/{SLUG}/{FEED}", person_feed, name="person-feed"),
    path("latest/", latest, name="latest"),
    path("archive/", archive, name="archive"),
    re_path(rf"^archive/{YEAR}/$", archive_period, name="archive-year"),
    re_path(rf"^archive/{YEAR}/{MONTH}/$", archive_period, name="archive-month"),
    re_path(rf"^archive/{YEAR}/{MONTH}/(?P<day>[0-9]{{2}})/$", archive_day, name="archive-day"),
    path("kept/", kept, name="kept"),
    path("service-worker.js", service_worker, name="service-worker"),
    path("corrections/", corrections, name="corrections"),
    path("search/", search_page, name="search"),
    path("search/suggestions/", suggestions, name="suggestions"),
    re_path(rf"^{FEED}", site_feed, name="feed"),
    path("read", count_view, name="read"),
    path("csp-reports", csp_reports, name="csp-reports"),
    path(".well-known/security.txt", security_txt, name="security-txt"),
    path("oembed", oembed, name="oembed"),
    path("sitemap.xml", sitemap_index, name="sitemap"),
    path("news-sitemap.xml", news_sitemap, name="news-sitemap"),
    path("sitemaps/pages.xml", pages_sitemap, name="pages-sitemap"),
    re_path(r"^sitemaps/stories-(?P<number>[0-9]{1,9})\.xml$", story_sitemap, name="story-sitemap"),
    re_path(r"^sitemaps/(?P<kind>topics|people)-(?P<number>[0-9]{1,9})\.xml$", named_sitemap, name="named-sitemap"),
    path("healthz", healthz, name="healthz"),
    path("readyz", readyz, name="readyz"),
    path("robots.txt", robots, name="robots"),
    path("license.xml", licence, name="licence"),
    path(".well-known/tdmrep.json", tdm_reservation, name="tdm-reservation"),
    path("trust.txt", trust_txt, name="trust-txt"),
    path(".well-known/trust.txt", trust_txt, name="well-known-trust-txt"),
    # Its first segment is no page of ours: a static page may be called About.
    re_path(r"^(?:about)/transparency/$", transparency, name="transparency"),
    path("manifest.webmanifest", manifest, name="manifest"),
    re_path(r"^icons/(?P<digest>[0-9a-f]{16})-(?P<side>[0-9]{2,3})\.png$", icon, name="icon"),
    re_path(
        r"^cards/(?P<kind>story|topic|person)-(?P<number>[1-9][0-9]{0,17})-(?P<version>[0-9a-f]{12})\.png$",
        card,
        name="card",
    ),
    re_path(rf"^{STORY}$", story, name="story"),
    re_path(rf"^{STORY}history/$", history, name="history"),
    re_path(rf"^{STORY}article\.html$", story_part, name="story-part"),
    re_path(rf"^{STORY}ninjs\.json$", ninjs_export, name="ninjs"),
    re_path(rf"^{STORY}next\.json$", next_list, name="next-list"),
    re_path(rf"^{SLUG}/{FEED}", desk_feed, name="desk-feed"),
    path("<slug:slug>/", desk_page, name="desk"),
]
