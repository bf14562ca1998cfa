"""Addresses: the admin, photo renditions, previews for who was given a link, and everything else for readers."""

from django.contrib import admin
from django.urls import include, path
from django.views.i18n import JavaScriptCatalog

from articles.admin.preview.shared_preview import shared_preview
from articles.admin.today.calendar_feed import calendar_feed
from newsroom.seeing.metrics import metrics

urlpatterns = [
    path("admin/", include("accounts.urls")),
    # Django's own address, with the catalogues of this project besides that of the admin.
    path("admin/jsi18n/", admin.site.admin_view(JavaScriptCatalog.as_view(), cacheable=True), name="words_of_scripts"),
    path("admin/", admin.site.urls),
    path("preview/<slug:token>/", shared_preview, name="shared"),
    path("calendar/<slug:key>.ics", calendar_feed, name="calendar"),
    path("metrics", metrics, name="metrics"),
    path("photos/", include("media.urls")),
    path("", include("articles.reader.urls")),
]

handler403 = "newsroom.missing_pages.forbidden"
handler404 = "newsroom.missing_pages.not_found"
handler500 = "articles.reader.pages.errors.server_error"
