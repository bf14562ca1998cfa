"""A photo as an icon: its square about the focus, encoded anew in the sizes that browsers and home screens ask for."""

from media import pixels

# Pixels: a tab, a home screen of Apple's, one of Android's, and what search engines and installers show.
SIDES = (32, 180, 192, 512)
SMALLEST = SIDES[-1]


def is_big_enough(photo):
    """Whether the photo's square fills the largest icon."""
    return min(photo.width, photo.height) >= SMALLEST


def icons_of(photo):
    """{side in pixels: bytes of a PNG file} of a Photo; what lets something through lies on white."""
    with photo.original.open("rb") as file:
        image = pixels.decode(file.read()).image
    return {side: pixels.icon(image, (photo.focus_x, photo.focus_y), side) for side in SIDES}
