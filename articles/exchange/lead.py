"""The lead photo of a story, which stands there once, wherever the other system shows it."""

from dataclasses import replace

from articles.exchange.incoming import Incoming, Picture


def with_lead(story: Incoming, lead: Picture) -> Incoming:
    """The story with a lead photo: the one that begins its body if it is the same, for a photo stands there once."""
    same = [place for place, each in enumerate(story.pictures, 1) if set(each.addresses) & set(lead.addresses)]
    begins = f'<figure data-photo="{same[0]}"' if same else ""
    if same and story.body.startswith(begins):
        rest = story.body.partition("</figure>")[2]
        first = story.pictures[same[0] - 1]
        lead = replace(lead, caption=first.caption or lead.caption, credit=first.credit or lead.credit)
        return replace(story, body=rest, pictures=_replaced(story.pictures, same[0], lead), lead=same[0])
    return replace(story, pictures=(*story.pictures, lead), lead=len(story.pictures) + 1)


def _replaced(pictures: tuple[Picture, ...], place: int, picture: Picture) -> tuple[Picture, ...]:
    return (*pictures[: place - 1], picture, *pictures[place:])
