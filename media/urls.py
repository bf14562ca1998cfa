"""The addresses of renditions, below /photos/; everything else about photos is on the editors' screens."""

from django.urls import path

from media import views

app_name = "media"
urlpatterns = [path("<str:signature>/<str:token>", views.rendition, name="rendition")]
