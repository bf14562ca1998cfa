"""THE LIBRARY'S SCREENS: the photo library in the stock admin. Registers the screens; no code here."""

from media.admin import photo_admin  # noqa: F401  Django finds screens through this package
