"""Addresses: the admin, photo renditions, and everything else for readers."""

from django.contrib import admin
from django.urls import include, path

urlpatterns = [
    path("admin/", admin.site.urls),
    path("photos/", include("media.urls")),
    path("", include("articles.reader.urls")),
]

handler404 = "articles.reader.errors.not_found"
handler500 = "articles.reader.errors.server_error"
