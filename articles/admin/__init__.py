"""EDITORS' SCREENS: the stock Django admin, with the verbs as buttons. Registers the screens; no code here."""

from articles.admin import article, directory, house, library, published, readings, staff  # noqa: F401  Django finds screens through this package
