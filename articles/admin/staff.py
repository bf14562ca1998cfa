"""Members of staff who log in, and their groups: Django's own screens over our User."""

from django.contrib import admin
from django.contrib.auth.admin import UserAdmin

from articles.models.user import User

admin.site.site_header = "Newsroom"
admin.site.site_title = "Newsroom"
admin.site.index_title = "Editing"
admin.site.register(User, UserAdmin)
