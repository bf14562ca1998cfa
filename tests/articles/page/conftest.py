"""Pages from values alone: what the house is called is not asked of a database here, so it is what the settings say."""

import pytest

from articles.models import identity
from articles.models.house import House


@pytest.fixture(autouse=True, scope="package")
def nameless_house():
    """A house without a name and an icon of its own."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(identity, "house_of_today", House)
        yield
