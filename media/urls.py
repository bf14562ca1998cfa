"""Addresses of renditions, below /photos/."""

from django.urls import path

from media import views

app_name = "media"
urlpatterns = [path("<str:signature>/<str:token>", views.rendition, name="rendition")]
