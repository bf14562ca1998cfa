"""Roles in words: what the screens say that people may do, and that saying so gives and takes just that."""

import pytest
from django.contrib.auth.models import Group, Permission
from django.urls import reverse

from articles.admin.site.roles import RIGHTS, in_words, rights
from tests.builders import reporter

pytestmark = pytest.mark.django_db
LIST = reverse("admin:auth_group_changelist")


def change(group):
    return reverse("admin:auth_group_change", args=[group.pk])


def test_every_right_that_has_words_is_one():
    assert rights().count() == len(RIGHTS)


def test_roles_are_listed_with_what_they_may_do_and_who_has_them(chief):
    reporter(username="ida")
    page = chief.get(LIST).text
    assert "Look at stories, begin stories, write their own stories" in page
    assert "Everything" in page
    group = Group.objects.get(name="reporter")
    assert f'<a href="{reverse("admin:articles_user_changelist")}?groups__id__exact={group.pk}">1</a>' in page


@pytest.mark.django_db
def test_roles_are_listed_in_as_many_queries_however_many(chief, django_assert_num_queries):
    with django_assert_num_queries(9):
        chief.get(LIST)
    for number in range(2):
        Group.objects.create(name=f"guest {number}").permissions.add(*Permission.objects.all()[:3])
    with django_assert_num_queries(9):
        chief.get(LIST)


def test_role_is_made_of_boxes_in_words_and_keeps_what_has_none(chief):
    group = Group.objects.get(name="reporter")
    before = set(group.permissions.all())
    page = chief.get(change(group))
    form = page.context["adminform"].form
    assert "Hand stories in" in page.text and "Can submit an article" not in page.text
    posted = {"name": "writer", "may": [*form.initial["may"]], "others": [*form.initial["others"]]}
    assert chief.post(change(group), posted).status_code == 302
    group.refresh_from_db()
    assert (group.name, set(group.permissions.all())) == ("writer", before)
    fewer = [pk for pk in form.initial["may"] if Permission.objects.get(pk=pk).codename != "submit_article"]
    chief.post(change(group), posted | {"may": fewer})
    assert {right.codename for right in before - set(group.permissions.all())} == {"submit_article"}


def test_account_shows_roles_with_what_they_may_do_and_no_hash(chief):
    somebody = reporter(username="ida")
    somebody.set_password("a-long-way-home")
    somebody.save()
    page = chief.get(reverse("admin:articles_user_change", args=[somebody.pk])).text
    assert "<b>reporter</b>" in page and "hand stories in" in page
    assert "pbkdf2" not in page and "algorithm" not in page and somebody.password not in page


def test_what_nobody_has_words_for_is_not_said():
    assert in_words(Permission.objects.filter(codename="view_csp_report").select_related("content_type")) == []


def test_deleting_a_role_says_who_loses_it_and_what_and_no_row_of_a_table(chief):
    reporter(first_name="Rita", last_name="Roe")
    page = chief.get(reverse("admin:auth_group_delete", args=[Group.objects.get(name="reporter").pk])).text
    assert "Who has it: Rita Roe" in page and "What they may do by it: Look at stories, begin stories" in page
    assert "relationship" not in page
    nobody = Group.objects.create(name="night desk")
    page = chief.get(reverse("admin:auth_group_delete", args=[nobody.pk])).text
    assert "Who has it: nobody" in page
