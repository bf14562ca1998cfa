"""A static page as HTML: the body's vocabulary without a timeline, in the sections of a story's page."""

from datetime import datetime

from django.utils.safestring import SafeString, mark_safe

from articles.freshness import tags
from articles.freshness.reading import good_until, made_of
from articles.models.person import Person
from articles.page.photos import figure_html
from articles.page.story import StorySection, raised
from articles.text.body.body import Body
from articles.text.body.rendering import PersonLink, render, render_line
from media.models import Photo


def static_page_parts(html: str, *, at: datetime) -> list[StorySection]:
    """The StorySections of a cleaned body; photos are shown while their licence runs at `at`. At most two queries."""
    body = Body(html)
    placed = {placed.photo for placed in body.photos}
    made_of(map(tags.person, body.mentioned_people), map(tags.photo, placed))
    people = Person.objects.in_bulk(body.mentioned_people)
    links = {pk: PersonLink(person.name, person.get_absolute_url()) for pk, person in people.items()}
    photos = Photo.objects.in_bulk(placed)
    for photo in photos.values():
        good_until(photo.licence_ends_at)

    def picture(number: int, caption: str, credit: str) -> str:
        """The figure of a photo; nothing when it has left the library since."""
        photo = photos.get(number)
        if photo is None:
            return ""
        shown = photo if photo.is_licensed(at) else None
        words = mark_safe(caption) if caption else photo.caption  # noqa: S308  what `text` drew; the library's is text
        return figure_html(shown, words, credit or photo.credit)

    def inline(html: str) -> SafeString:
        return mark_safe(render_line(html, people=links))  # noqa: S308  `text` lets only its vocabulary through

    return [
        StorySection(
            anchor=f"s{position}" if section.heading else "",
            heading=inline(section.heading),
            html=mark_safe(drawn if section.heading else raised(drawn)),  # noqa: S308  as above
        )
        for position, section in enumerate(body.sections)
        for drawn in (render(section.body, people=links, quotes=(), picture=picture),)
    ]
