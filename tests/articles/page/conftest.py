"""Pages from values alone: what the site is called is not asked of a database here, so it is what the settings say."""

import pytest

from articles import site_identity
from articles.models.publisher import Publisher


@pytest.fixture(autouse=True, scope="package")
def nameless_house():
    """A house without a name and an icon of its own."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(site_identity, "current_publisher", Publisher)
        yield
