"""The rendition of a photo that machines are given: with a shared link, and in structured data."""

from typing import Any

from articles.page.canonical_url import absolute_url
from media import renditions
from media.models import Photo

SHARED_IMAGE = ("16x9", 1200)


def image_object(photo: Photo, shape: str, width: int) -> dict[str, Any]:
    """A rendition of a photo, at most `width` pixels wide, as an ImageObject."""
    shape = renditions.shape_for(photo, shape)
    width = renditions.nearest_width(photo, shape, width)
    return {
        "@type": "ImageObject",
        "url": absolute_url(renditions.url(photo, shape, width, "jpeg")),
        "width": width,
        "height": renditions.height(photo, shape, width),
    }
