"""What the publisher says of itself."""

import pytest
from django.core.exceptions import ValidationError

from articles.models.publisher import Publisher


@pytest.mark.parametrize("contact", ["", "safe@example.org", "https://example.org/report"])
def test_contact_for_holes_is_a_mail_or_secure_address(contact):
    Publisher(security_contact=contact).clean()


@pytest.mark.parametrize("contact", ["nobody", "http://example.org/", "ftp://example.org/", "a b@example.org"])
def test_any_other_contact_is_refused_in_words(contact):
    with pytest.raises(ValidationError, match="neither a mail address nor"):
        Publisher(security_contact=contact).clean()
