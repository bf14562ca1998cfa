"""The arithmetic of crops: the largest part of a picture that has a given shape and holds its focal point."""

WIDEST = 1760  # pixels; a picture's shorter side is kept at least this long, so that most crops reach it
SHAPES = {"original": None, "16x9": 16 / 9, "4x3": 4 / 3, "3x2": 3 / 2, "2x1": 2.0, "4x5": 4 / 5}


def crop_box(size, shape, focus=(0.5, 0.5)):
    """The largest box (left, top, right, bottom, floats in pixels) of `shape` in `size`, about `focus`.

    `size` is (width, height), `shape` a key of SHAPES, `focus` (x, y) from 0 to 1. The box lies inside the picture and
    has the focus as near to its middle as the edges allow.
    """
    ratio = SHAPES[shape]
    return (0.0, 0.0, float(size[0]), float(size[1])) if ratio is None else box_about(size, ratio, focus)


def box_about(size, ratio, focus):
    """The largest box of a ratio, width by height, in `size` about `focus`."""
    width, height = size
    box_width, box_height = min(width, height * ratio), min(height, width / ratio)
    left = min(max(focus[0] * width - box_width / 2, 0), width - box_width)
    top = min(max(focus[1] * height - box_height / 2, 0), height - box_height)
    return (left, top, min(left + box_width, width), min(top + box_height, height))


def natural_width(size, shape):
    """The width in whole pixels that `shape` has at most when cut from an original of `size` (at least 1)."""
    left, _, right, _ = crop_box(needed_size(size), shape)
    return max(1, int(right - left))


def scaled_height(size, shape, width):
    """The height in whole pixels of a rendition of `shape` that is `width` wide (at least 1)."""
    ratio = SHAPES[shape] or size[0] / size[1]
    return max(1, round(width / ratio))


def needed_size(size):
    """`size`, shrunk in proportion until its shorter side is WIDEST at most: what renditions need."""
    scale = min(1, WIDEST / min(size))
    return (max(1, int(size[0] * scale)), max(1, int(size[1] * scale)))
