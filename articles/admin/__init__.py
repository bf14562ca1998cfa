"""EDITORS' SCREENS: the stock Django admin, with the verbs as buttons. Registers the screens; no code here."""

from articles.admin.board import audit_log, published_lists, view_counts  # noqa: F401  Django finds screens through this package
from articles.admin.directory import (  # noqa: F401  Django finds screens through this package
    changes,
    entries,
    suggested_people,
)
from articles.admin.photos import where_used  # noqa: F401  Django finds screens through this package
from articles.admin.site import (  # noqa: F401  Django finds screens through this package
    csp_reports,
    house_words,
    login_list,
    publisher,
    staff,
)
from articles.admin.story import story_screen  # noqa: F401  Django finds screens through this package
