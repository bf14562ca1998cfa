"""Opens a sealed story to a superuser, where nobody to whom it is open can do so; those who are named are told."""

from django.core.management.base import BaseCommand, CommandError

from articles.editorial.refusals import Refusal
from articles.editorial.writing.seal import break_seal
from articles.models.article import Article
from articles.models.user import User


class Command(BaseCommand):
    help = "Opens a sealed story to a superuser. The log says so, and everybody to whom it is sealed gets a mail."

    def add_arguments(self, parser):
        parser.add_argument("story", type=int, help="the number of the story, as the board says it")
        parser.add_argument("--as", dest="user", required=True, help="the superuser to whom it is opened")
        parser.add_argument("--reason", required=True, help="why, for the log and for those to whom it is sealed")

    def handle(self, *args, **options):
        by = User.objects.filter(username=options["user"]).first()
        if by is None:
            raise CommandError(f"There is no user “{options['user']}”.")
        article = Article.objects.filter(pk=options["story"]).first()
        if article is None:
            raise CommandError(f"There is no story {options['story']}.")
        try:
            break_seal(article, by=by, reason=options["reason"])
        except Refusal as refusal:
            raise CommandError(str(refusal)) from refusal
        told = article.sealed_to.exclude(user=by).count()
        self.stdout.write(
            f"{article} is open to {by}. {told} to whom it was sealed are told by mail, as far as one is known."
        )
