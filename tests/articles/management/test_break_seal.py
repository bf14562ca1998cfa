"""Breaking a seal from the command line."""

import pytest
from django.core.management import CommandError, call_command

from articles.editorial.permissions import may_open
from articles.editorial.writing.seal import seal
from articles.models.user import User
from tests import builders

pytestmark = pytest.mark.django_db


def test_seal_is_broken_by_a_superuser(capsys):
    owner, root = builders.editor(username="owner"), User.objects.create_superuser("root")
    article = seal(builders.draft_article(headline="Quandrelith"), by=owner)
    call_command("break_seal", str(article.pk), "--as", "root", "--reason", "By order of a court.")
    assert may_open(root, article)
    said = capsys.readouterr().out
    assert said.startswith(f"Sealed story {article.pk} is open to root. 1 ")


@pytest.mark.parametrize(
    ("story", "user", "sentence"),
    [("{}", "owner", "You may not"), ("{}", "nobody", "no user"), ("999999", "owner", "There is no story 999999")],
)
def test_seal_is_not_broken_by_others(story, user, sentence):
    owner = builders.editor(username="owner")
    article = seal(builders.draft_article(), by=owner)
    with pytest.raises(CommandError, match=sentence):
        call_command("break_seal", story.format(article.pk), "--as", user, "--reason", "Curious.")
