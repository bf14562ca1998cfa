"""What a browser would post from a story's screen."""

import re
from datetime import datetime

from django.urls import reverse
from django.utils import timezone
from lxml import html

ADD = "admin:articles_article_add"


def change_url(article):
    return reverse("admin:articles_article_change", args=[article.pk])


def fields_of(page):
    """The names and values of the story's form, as a browser without JavaScript would post them."""
    form = html.fromstring(page.content.decode()).get_element_by_id("article_form")
    values = {}
    for name, value in form.form_values():
        values.setdefault(name, []).append(value.removeprefix("\n"))  # the one that HTML ignores in a text area
    values.pop("_verb", None)
    return values


def press(client, article, verb, **typed):
    """Open the story, type, press the verb; returns the page that follows."""
    url = change_url(article) if article is not None else reverse(ADD)
    data = fields_of(client.get(url)) | typed
    return client.post(url, {**data, "_verb": verb}, follow=True)


def verbs_on(page):
    """The names of the verbs on the bar; “focus” is one of the browser alone."""
    return set(re.findall(r'data-verb="([\w-]+)"', page.content.decode())) - {"focus"}


def messages_of(page):
    return " ".join(html.fromstring(page.content.decode()).xpath("//ul[@class='messagelist']//text()"))


def local(at: datetime):
    """A point in time as a browser posts it."""
    return f"{timezone.localtime(at):%Y-%m-%dT%H:%M:%S}"
