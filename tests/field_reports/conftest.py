"""The clients of the cast, as the tests of the admin have them, and the browser of the journeys."""

from tests.articles.admin.conftest import chief, editor, enter, reporter  # noqa: F401  fixtures are found by name
from tests.journeys.conftest import browser, page, sign_in, site  # noqa: F401  the same
