"""The clients of the cast, as the tests of the admin have them."""

from tests.articles.admin.conftest import chief, editor, enter, reporter  # noqa: F401  fixtures are found by name
