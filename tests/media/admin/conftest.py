"""An editor of the photo library, and a photo that stories show."""

import pytest
from django.contrib.auth import get_user_model
from django.contrib.auth.models import Permission

from media.signals import Use, where_used


@pytest.fixture
def editor(client, library):
    user = get_user_model().objects.create_user("editor", is_staff=True)
    user.user_permissions.set(Permission.objects.filter(content_type__app_label="media"))
    client.force_login(user)
    return user


@pytest.fixture
def used(landscape):
    """The landscape, shown by a live story, a draft and a former edition, of an app that the library doesn't know."""
    uses = [
        Use("An old story", "/old/", "earlier edition", False),
        Use("A draft", "/draft/", "draft", False),
        Use("The bridge", "/bridge/", "live", True),
    ]

    def answer(photos, **_):
        return {landscape.pk: uses} if landscape.pk in photos else {}

    where_used.connect(answer)
    yield landscape
    where_used.disconnect(answer)
