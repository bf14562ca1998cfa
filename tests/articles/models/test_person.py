"""People of the directory: what they were before."""

import pytest
from django.core.exceptions import ValidationError

from articles.models.person import Person
from articles.text.people.roles import Role


def test_earlier_roles_need_their_years():
    person = Person(name="Ada", slug="ada", earlier_roles="2019 mayor\nferry pilot")
    with pytest.raises(ValidationError, match="“ferry pilot” does not begin with a year") as refused:
        person.clean()
    assert list(refused.value.message_dict) == ["earlier_roles"]
    person.earlier_roles = "2019 mayor"
    person.clean()
    assert person.roles_before == [Role("2019", "mayor")]
