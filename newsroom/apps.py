"""Django's admin as an application with a site of ours."""

from django.contrib.admin.apps import AdminConfig


class ScreensConfig(AdminConfig):
    """The stock admin on the newsroom's site."""

    default_site = "newsroom.admin_site.NewsroomSite"
