"""What gives Django's own screens the words and signs of ours."""

import re
from typing import Any

from django import template
from django.urls import reverse
from django.utils.safestring import SafeString, mark_safe
from django.utils.text import capfirst
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from articles.admin.site.guide import help_for
from articles.admin.today.switcher import SCREENS

register = template.Library()
STYLE = re.compile(r"<style>.*?</style>", re.DOTALL)
# What screens call rows, where programs call them otherwise: (one, all).
NAMES = {
    "publisher": (gettext_lazy("the house"), gettext_lazy("the house")),
    "staticpage": (gettext_lazy("page of the house"), gettext_lazy("pages of the house")),
    "houseword": (gettext_lazy("word of the house"), gettext_lazy("words of the house")),
    "viewcount": (gettext_lazy("reading"), gettext_lazy("readings")),
    "user": (gettext_lazy("member of staff"), gettext_lazy("staff")),
    "group": (gettext_lazy("role"), gettext_lazy("roles")),
}
# The screens that stand under the head of every other, in the order of SCREENS.
PLACES = frozenset(
    {
        "index",
        "articles_article_changelist",
        "articles_article_planned",
        "media_photo_changelist",
        "articles_person_changelist",
        "articles_topic_changelist",
        "articles_viewcount_changelist",
        "articles_user_changelist",
    }
)


@register.filter
def one_breadcrumb(html: SafeString) -> SafeString:
    """The way to a page with the sign that all our screens part it by; Django's own part it by another."""
    return mark_safe(str(html).replace("&rsaquo;", "/").replace("›", "/"))  # noqa: S308  only a sign is another


@register.filter
def without_inline_style(html: SafeString) -> SafeString:
    """The head of a page without the rules that Django writes into it, which the policy forbids."""
    return mark_safe(STYLE.sub("", str(html)))  # noqa: S308  something is taken away, nothing put there


@register.filter
def one_of(model: Any) -> str:
    """What one row of a model is called: its `_meta`, in our words."""
    return str(NAMES.get(model.model_name, (model.verbose_name, ""))[0])


@register.filter
def all_of(model: Any) -> str:
    """What its rows are called."""
    return str(NAMES.get(model.model_name, ("", model.verbose_name_plural))[1])


@register.simple_tag
def list_title(changes: Any, title: str) -> str:
    """What a list is called: by its title, else by what it lists; Django's own title is that one has to choose."""
    return title if title and title != changes.title else capfirst(all_of(changes.opts))


@register.simple_tag(takes_context=True)
def places(context: dict[str, Any]) -> list[dict[str, str]]:
    """Where everybody goes daily, of what this person may open; last all other lists."""
    user = context["request"].user
    shown = [
        screen for screen in SCREENS if screen.name in PLACES and (not screen.right or user.has_perm(screen.right))
    ]
    found = [{"address": reverse(f"admin:{screen.name}"), "title": str(screen.title)} for screen in shown]
    return [*found, {"address": f"{reverse('admin:index')}#tables", "title": _("More")}]


@register.simple_tag(takes_context=True)
def guide_address(context: dict[str, Any]) -> str:
    """The address of the guide's page on the screen that is shown."""
    found = context["request"].resolver_match
    return help_for(found.url_name or "" if found else "")
