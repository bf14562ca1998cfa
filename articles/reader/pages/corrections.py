"""All corrections of stories that readers can see, newest first, each with the story it was made in."""

from django.shortcuts import render

from articles.freshness import tags
from articles.freshness.reading import made_of, moment
from articles.models.correction import Correction
from articles.models.edition import Edition
from articles.reader.parts.cache_headers import reader_page
from articles.reader.parts.meta_tags import corrections_head
from articles.reader.parts.pagination import page_of_notes
from articles.reader.parts.site_frame import site_context


@reader_page
def corrections(request):
    """The corrections from the newest or from the cursor `?before=` on."""
    now, before = moment(), request.GET.get("before", "")
    made_of(tags.stories())
    page = page_of_notes(Correction.objects.public(now), before)
    stories = {each.article_id: each for each in Edition.objects.live(now).filter(article__in=_articles(page.rows))}
    # A story that was withdrawn between the two queries takes its note along.
    notes = [(note, stories[note.article_id]) for note in page.rows if note.article_id in stories]
    context = {"notes": notes, "next": page.next, "before": before}
    return render(request, "reader/corrections.html", site_context(request) | corrections_head(before) | context)


def _articles(notes):
    return {note.article_id for note in notes}
