"""Photos in XML feeds: the elements of Media RSS 1.5.1, the same in RSS and in Atom."""

from articles.reader.machines.xml import add

MEDIA = "http://search.yahoo.com/mrss/"


def add_pictures(parent, pictures):
    """A media:content for each FeedPicture, with caption and credit."""
    for picture in pictures:
        size = {"width": picture.width, "height": picture.height}
        content = add(parent, f"{{{MEDIA}}}content", url=picture.url, type=picture.kind, medium="image", **size)
        if picture.caption or picture.alt:
            add(content, f"{{{MEDIA}}}description", picture.caption or picture.alt, type="plain")
        if picture.credit:
            add(content, f"{{{MEDIA}}}credit", picture.credit, role="photographer")
