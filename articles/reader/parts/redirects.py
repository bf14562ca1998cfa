"""Old addresses of people, topics and desks: for ever they lead to what took their place."""

from functools import wraps

from django.http import Http404, HttpResponsePermanentRedirect
from django.utils import timezone

from articles.database.read_snapshot import read_snapshot


def follows(model, known):
    """Make a view of a `slug` answer 301 where it knows none but a row of `model` of that address leads to another.

    The page is a picture of one moment. The rest of the address stays: a feed leads to the feed. `known(now)` are those
    that readers know; an old address gives away nobody else, and one that they never had is none.
    """

    def decorate(view):
        @wraps(view)
        def answer(request, slug, **more):
            with read_snapshot():
                try:
                    return view(request, slug=slug, **more)
                except Http404:
                    led = model.rows.filter(slug=slug, redirects_to__isnull=False, is_private=False).values(
                        "redirects_to"
                    )
                    row = known(timezone.now()).filter(pk__in=led).first()
                    if row is None:
                        raise
            rest = request.get_full_path().removeprefix(model(slug=slug).get_absolute_url())
            return HttpResponsePermanentRedirect(row.get_absolute_url() + rest)

        return answer

    return decorate


def the_only(rows):
    """The one row of a list that has one or none. Raises Http404 for none."""
    if not rows:
        raise Http404("Readers know nothing of this address.")
    return rows[0]
