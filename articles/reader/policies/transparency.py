"""Who publishes, by which rules, and what machines may do: one page for readers, made from what the house has said."""

from django.shortcuts import render
from django.utils.translation import gettext as _

from articles.models.publisher import Publisher
from articles.reader.parts.cache_headers import reader_page
from articles.reader.parts.meta_tags import transparency_head
from articles.reader.parts.site_frame import site_context
from articles.reader.policies.answers import answers

TRANSPARENCY = "/about/transparency/"
# The forms in which machines read the same.
FORMS = (
    ("robots.txt", "/robots.txt"),
    ("RSL", "/license.xml"),
    ("TDM", "/.well-known/tdmrep.json"),
    ("trust.txt", "/trust.txt"),
)


@reader_page
def transparency(request):
    """The page; the policies on it are the static pages that have a role."""
    site = site_context(request)
    policies = [page for page in site["static_pages"] if page.role]
    facts = {"policies": policies, "allowed": _said(answers()), "owner": Publisher.objects.first(), "forms": FORMS}
    return render(request, "reader/transparency.html", site | transparency_head(policies) | facts)


def _said(allowed):
    """[(what is asked, whether it is allowed)], in the site's words."""
    questions = (_("Be listed by search engines"), _("Be used by machines to answer"), _("Be learned from by machines"))
    return list(zip(questions, allowed, strict=True))
