"""What is not there, or not for somebody, is said in the editors' dress to staff, and as ever to everybody else."""

import pytest
from django.test import Client

from tests import builders

pytestmark = pytest.mark.django_db


def test_staff_are_told_in_their_own_dress():
    client = Client()
    client.force_login(builders.reporter())
    missing, refused = client.get("/admin/nowhere/at/all/"), client.get("/admin/auth/group/")
    assert (missing.status_code, refused.status_code) == (404, 403)
    for answer in (missing, refused):
        assert "To the desk today" in answer.content.decode() and "data-inbox" in answer.content.decode()


def test_readers_have_their_own_page():
    answer = Client().get("/nowhere/at/all/")
    assert answer.status_code == 404 and "To the desk today" not in answer.content.decode()
    assert Client().get("/admin/auth/group/").status_code == 302
