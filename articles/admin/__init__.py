"""EDITORS' SCREENS: the stock Django admin, with the verbs as buttons. Registers the screens; no code here."""

from articles.admin import (  # noqa: F401  Django finds screens through this package
    article,
    directory,
    house,
    library,
    published,
    readings,
    reordering,
    signing_in,
    staff,
    suggested,
)
