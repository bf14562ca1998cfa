"""NOUNS: one file per model. Registers the modules; code imports from the defining module."""

from articles.models import (  # noqa: F401  Django finds models through this package
    address,
    article,
    checks,
    correction,
    desk,
    directory_change,
    edition,
    failed_login,
    house,
    log,
    open_sheet,
    person,
    pin,
    reading,
    revision,
    search,
    section,
    suggestion,
    topic,
    user,
)
