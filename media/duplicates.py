"""Duplicate photos, found by a fingerprint of 64 bits that survives scaling, encoding and small retouching.

It is a difference hash: the picture, made 9 by 8 grey pixels, tells for each pixel whether its right neighbour is
brighter. Two pictures are alike when at most MOST_DIFFERENT of the 64 answers differ.
"""

from django.db.models import Q
from PIL import Image

from media.models import Photo

MOST_DIFFERENT = 7
FLATTEST = 6  # of 64 answers: with fewer on either side the picture is a plain surface, and looks like any other


def fingerprint_of(image):
    """The fingerprint of a decoded `image` as four numbers of 16 bits, or None for a plain surface."""
    small = image.convert("L").resize((9, 8), Image.Resampling.BOX)
    rows = [small.tobytes()[start : start + 9] for start in range(0, 72, 9)]
    answers = [row[place] < row[place + 1] for row in rows for place in range(8)]
    if not FLATTEST <= sum(answers) <= 64 - FLATTEST:
        return None
    return tuple(int("".join(str(int(one)) for one in answers[start : start + 16]), 2) for start in range(0, 64, 16))


def similar_photos(photo, limit=6):
    """The photos that look like `photo`, the likest first, at most `limit`, without itself.

    If at most 7 bits differ, one of the four numbers differs by one bit at most: so four look-ups of 17 values each in
    an index find every candidate, however large the library.
    """
    if photo.look is None:
        return []
    nearby = Q()
    for name, part in zip(("look_a", "look_b", "look_c", "look_d"), photo.look, strict=True):
        nearby |= Q(**{f"{name}__in": [part, *(part ^ (1 << bit) for bit in range(16))]})
    found = [(bits_apart(photo.look, other.look), other) for other in Photo.objects.filter(nearby).exclude(pk=photo.pk)]
    found = sorted((pair for pair in found if pair[0] <= MOST_DIFFERENT), key=lambda pair: (pair[0], pair[1].pk))
    return [other for _, other in found[:limit]]


def bits_apart(one, other):
    """How many of the 64 bits differ between two fingerprints."""
    return sum((left ^ right).bit_count() for left, right in zip(one, other, strict=True))
