"""Addresses: the admin, photo renditions, previews for who was given a link, and everything else for readers."""

from django.contrib import admin
from django.urls import include, path

from articles.admin.preview.shared_preview import shared_preview

urlpatterns = [
    path("admin/", admin.site.urls),
    path("preview/<slug:token>/", shared_preview, name="shared"),
    path("photos/", include("media.urls")),
    path("", include("articles.reader.urls")),
]

handler404 = "articles.reader.pages.errors.not_found"
handler500 = "articles.reader.pages.errors.server_error"
