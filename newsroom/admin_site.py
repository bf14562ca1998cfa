"""The admin's site: Django's own, with autocomplete options labelled by `offered_as` of their ModelAdmin."""

from functools import partial, wraps
from typing import Any

from django.contrib.admin import AdminSite
from django.contrib.admin.exceptions import DisallowedModelAdminToField
from django.contrib.admin.options import TO_FIELD_VAR
from django.contrib.admin.views.autocomplete import AutocompleteJsonView
from django.contrib.auth import REDIRECT_FIELD_NAME
from django.contrib.auth.decorators import login_not_required
from django.contrib.contenttypes.models import ContentType
from django.contrib.contenttypes.views import shortcut
from django.core.exceptions import PermissionDenied
from django.db.models.base import ModelBase
from django.http import Http404, HttpResponseRedirect
from django.shortcuts import get_object_or_404
from django.urls import path, reverse
from django.utils.decorators import method_decorator
from django.utils.text import capfirst
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.cache import never_cache

# All lists, in groups. What no group names is in the last, which is for those who look after the rest.
GROUPS = (
    ("stories", gettext_lazy("Stories"), ("article", "correction", "quote", "viewcount", "logentry")),
    ("photos", gettext_lazy("Photos"), ("photo",)),
    ("directory", gettext_lazy("Directory"), ("person", "personsuggestion", "topic", "desk", "directorychange")),
    ("house", gettext_lazy("The house"), ("publisher", "staticpage", "houseword", "user", "howarewe")),
    ("corner", gettext_lazy("Chief’s corner"), ()),
)


class LabelledOptions(AutocompleteJsonView):
    """The options of an autocomplete field."""

    def serialize_result(self, obj, to_field_name):
        """Return an option, called what its ModelAdmin's `offered_as` says, where there is one."""
        offered_as = getattr(self.model_admin, "offered_as", str)
        return super().serialize_result(obj, to_field_name) | {"text": offered_as(obj)}


class NewsroomSite(AdminSite):
    """The admin of a newsroom."""

    login_template = "admin/accounts/sign_in.html"
    logout_template = "admin/accounts/signed_out.html"
    password_change_done_template = "admin/accounts/password_changed.html"  # noqa: S105  a template
    enable_nav_sidebar = False  # the same places stand under the head of every screen

    def register(self, model_or_iterable, admin_class=None, **options):
        """Register screens, but none of django-allauth: nobody reads or edits secrets and sessions in tables."""
        models = [model_or_iterable] if isinstance(model_or_iterable, ModelBase) else model_or_iterable
        ours = [model for model in models if not model.__module__.startswith("allauth.")]
        super().register(ours, admin_class, **options)

    @method_decorator(never_cache)
    @login_not_required
    def login(self, request, extra_context=None):
        """Show the sign-in screen, and let in who gives the right password and, where there is one, the second step."""
        from accounts.sign_in import SignInForm, SignInView, next_of  # forms need models, and this is read before them

        home = reverse("admin:index", current_app=self.name)
        if request.method == "GET" and self.has_permission(request):
            return HttpResponseRedirect(next_of(request, home))
        context = {
            **self.each_context(request),
            "title": _("Sign in"),
            "subtitle": None,
            "app_path": request.get_full_path(),
            "username": request.user.get_username(),
        }
        if REDIRECT_FIELD_NAME not in request.GET and REDIRECT_FIELD_NAME not in request.POST:
            context[REDIRECT_FIELD_NAME] = home
        request.current_app = self.name
        view = SignInView.as_view(
            extra_context=context | (extra_context or {}),
            authentication_form=SignInForm,
            template_name=self.login_template,
        )
        return view(request)

    def index(self, request, extra_context=None):
        """Show the desk today, to whom there is anything on it, and all tables."""
        from articles.admin.today.desk import desk_context  # as above

        return super().index(request, desk_context(request) | (extra_context or {}))

    def get_app_list(self, request, app_label=None):
        """All lists that somebody may open, in GROUPS; of one application, as Django has them."""
        from articles.admin.today.one_look import all_of  # as above
        from articles.editorial.permissions import may_change_publisher  # as above

        apps = super().get_app_list(request, app_label)
        for model in (model for app in apps for model in app["models"]):
            model["name"] = capfirst(all_of(model["model"]._meta))
        if app_label:
            return apps
        models = {model["model"]._meta.model_name: model for app in apps for model in app["models"]}
        named = {name for _label, _title, names in GROUPS for name in names}
        rest = tuple(name for name in models if name not in named)
        if may_change_publisher(request.user):
            # No table, but where those who look after the house look for it.
            address = reverse("admin:how_are_we", current_app=self.name)
            models["howarewe"] = {"name": _("How are we?"), "object_name": "HowAreWe", "admin_url": address}
        return [
            {"app_label": label, "name": title, "app_url": "", "has_module_perms": True, "models": shown}
            for label, title, names in GROUPS
            if (shown := [models[name] for name in names or rest if name in models])
        ]

    def today(self, request):
        """Show the lists of the desk alone."""
        from articles.admin.today.desk import today  # as above

        return today(request)

    def password_change(self, request, extra_context=None):
        """Change one's own password; the old one is asked behind the throttle."""
        from accounts.own_password import OwnPasswordView  # as above

        request.current_app = self.name
        context = {**self.each_context(request), **(extra_context or {})}
        return OwnPasswordView.as_view(extra_context=context)(request)

    def get_urls(self):
        """Django's addresses, with a guard before the one that leads to any row's public page."""
        others = [pattern for pattern in super().get_urls() if getattr(pattern, "name", "") != "view_on_site"]
        guarded = self.admin_view(self.public_page)
        return [
            path("r/<int:content_type_id>/<path:object_id>/", guarded, name="view_on_site"),
            path("today/", self.admin_view(self.today), name="today"),
            *self._of_the_desk(),
            *others,
        ]

    def _of_the_desk(self):
        """The addresses of inbox, calendar, switcher, guide, and how we are."""
        from articles.admin.site import guide  # as above
        from articles.admin.today import calendar_feed, inbox, switcher  # as above
        from newsroom.seeing.how_are_we import how_are_we  # as above

        views: dict[str, tuple[str, Any]] = {
            "inbox": ("inbox/", inbox.inbox),
            "inbox_unread": ("inbox/unread/", inbox.unread),
            "inbox_told": ("inbox/told/", inbox.told),
            "inbox_calendar": ("inbox/calendar/", calendar_feed.choose_address),
            "switcher": ("switch/", switcher.switcher),
            "how_are_we": ("how-are-we/", how_are_we),
            "guide": ("guide/", guide.guide),
            "guide_picture": ("guide/pictures/<str:picture>", guide.guide_picture),
            "guide_page": ("guide/<slug:page>/", guide.guide),
        }
        return [path(route, self.admin_view(partial(view, self)), name=name) for name, (route, view) in views.items()]

    def public_page(self, request, content_type_id, object_id):
        """Lead to the page of a row, for who may look at the row itself: a preview link shows a draft to anybody."""
        kind = get_object_or_404(ContentType, pk=content_type_id)
        model = kind.model_class()
        screen = self._registry.get(model) if model else None
        row = screen.get_object(request, object_id) if screen else None
        if screen is None or row is None:
            raise Http404("No such row")
        if not screen.has_view_permission(request, row):
            raise PermissionDenied
        return shortcut(request, content_type_id, object_id)

    def admin_view(self, view, cacheable=False):
        """Django's guard of a view; 400 for a `_to_field` that names none, for which Django's screens ask the model."""

        @wraps(view)
        def guarded(request, *arguments, **named):
            if "" in (request.GET.get(TO_FIELD_VAR), request.POST.get(TO_FIELD_VAR)):
                raise DisallowedModelAdminToField("No field is named.")
            return view(request, *arguments, **named)

        return super().admin_view(guarded, cacheable)

    def autocomplete_view(self, request):
        return LabelledOptions.as_view(admin_site=self)(request)
