"""The groups that a newsroom starts with, right by right, and the user that imports act as."""

import importlib
from types import SimpleNamespace

import pytest
from django.apps import apps
from django.contrib.auth import authenticate
from django.contrib.auth.models import Group, Permission
from django.db import connection

from articles.editorial.permissions import may_edit_directory, may_publish, may_write
from articles.models.user import User
from tests.builders import chief, draft_article, editor, photo_editor, reporter, system

pytestmark = pytest.mark.django_db
RIGHTS = {
    "articles.add_article": "reporter editor chief",
    "articles.change_article": "reporter editor chief",
    "articles.view_article": "reporter editor photo chief",
    "articles.delete_article": "reporter editor chief",
    "articles.submit_article": "reporter editor chief",
    "articles.change_others_article": "editor chief",
    "articles.approve_article": "editor chief",
    "articles.publish_article": "editor chief",
    "articles.redact_article": "chief",
    "articles.add_topic": "reporter editor chief",
    "articles.change_person": "reporter editor photo chief",
    "articles.delete_person": "chief",
    "articles.add_desk": "editor chief",
    "articles.delete_desk": "chief",
    "articles.change_pin": "editor chief",
    "articles.delete_pin": "editor chief",
    "articles.delete_personsuggestion": "editor chief",
    "articles.view_quote": "reporter editor photo chief",
    "articles.add_edition": "chief",
    "media.add_photo": "reporter editor photo chief",
    "media.change_photo": "reporter editor photo chief",
    "media.delete_photo": "photo chief",
    "auth.change_group": "chief",
    "articles.change_user": "chief",
}


def test_groups_have_their_rights_and_no_others():
    staff = {"reporter": reporter(), "editor": editor(), "photo": photo_editor(), "chief": chief()}
    have = {right: " ".join(name for name, user in staff.items() if user.has_perm(right)) for right in RIGHTS}
    assert have == RIGHTS


def test_chief_has_every_right_over_stories_photos_and_staff():
    mine = set(Group.objects.get(name="chief").permissions.values_list("pk", flat=True))
    ours = Permission.objects.filter(content_type__app_label__in=["articles", "media", "auth"])
    assert mine == set(ours.values_list("pk", flat=True))


def test_making_the_roles_again_changes_nothing(monkeypatch):
    for label in ("articles", "media", "auth"):  # the migration marks historical apps; these are the real ones
        config = apps.get_app_config(label)
        monkeypatch.setattr(config, "models_module", config.models_module)
    before = {group.name: group.permissions.count() for group in Group.objects.all()}
    migration = importlib.import_module("articles.migrations.0004_roles")
    for create in (migration.create_roles, migration.create_rows):
        create(apps, SimpleNamespace(connection=connection))
    assert {group.name: group.permissions.count() for group in Group.objects.all()} == before
    assert User.objects.filter(username="system").count() == 1


def test_system_does_the_imports_and_nobody_logs_in_as_it():
    user = system()
    assert may_write(user)
    assert may_publish(user, draft_article())
    assert may_edit_directory(user, "desk")
    assert not user.is_staff
    assert not user.is_superuser
    assert not user.has_usable_password()
    assert all(authenticate(username="system", password=word) is None for word in ("", "system", user.password))
