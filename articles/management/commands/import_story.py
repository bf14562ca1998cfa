"""`import_story`: reads plain-text stories and makes articles of them; see docs/contract.md."""

import sys
from pathlib import Path

from django.conf import settings
from django.core.exceptions import ValidationError
from django.core.management.base import BaseCommand, CommandError
from django.urls import reverse
from django.utils import timezone
from django.utils.dateparse import parse_datetime

from articles.editorial.importing.import_story import Picture, import_stories
from articles.editorial.refusals import Refusal
from articles.models.user import User
from articles.text.wire import UnreadableStory
from media.date_time_field import shown_once
from media.refusals import RefusedPicture

BAD_INPUT, BLOCKED = 1, 2


class Command(BaseCommand):
    help = "Read plain-text stories and make articles of them; prints one line a story, then what to know about it."

    def add_arguments(self, parser):
        parser.add_argument("files", nargs="+", type=Path, metavar="FILE")
        parser.add_argument("--photo", type=Path, help="the lead photo; only with a single story")
        shows = parser.add_mutually_exclusive_group()
        shows.add_argument("--alt", default="", help="what the photo shows")
        shows.add_argument("--decorative", action="store_true", help="the photo only decorates")
        parser.add_argument("--desk", default="", metavar="NAME")
        parser.add_argument("--byline", default="", metavar="NAME", help="wins over the byline in the text")
        parser.add_argument("--topic", default="", metavar="NAME", help="the lead topic; wins over the text's")
        parser.add_argument("--publish", action="store_true")
        parser.add_argument("--at", default="", metavar="ISO8601", help="to come: schedules; past: the story's date")
        parser.add_argument("--as", dest="user", default="system", metavar="USER")

    def handle(self, *, files, photo, alt, decorative, desk, byline, topic, publish, at, user, **options):
        if photo and len(files) > 1:
            raise CommandError("--photo belongs to one story; give one FILE with it.")
        by = User.objects.filter(username=user).first()
        if by is None:
            raise CommandError(f"There is no user called “{user}”.")
        picture = _picture(photo, alt, decorative)
        wishes = {"by": by, "desk": desk, "byline": byline, "topic": topic, "publish": publish, "at": _time(at)}
        worst = 0
        for file in files:
            try:
                imported = import_stories(file.read_bytes(), picture=picture, **wishes)
            except RefusedPicture as error:
                self.stderr.write(f"{file}: its photo {photo} was refused. {error}")
                worst = BAD_INPUT
            except (OSError, UnreadableStory, Refusal, ValidationError) as error:
                self.stderr.write(f"{file}: {_sentence(error)}")
                worst = BAD_INPUT
            else:
                for story in imported:
                    self.report(story)
                worst = worst or (BLOCKED if any(story.blockers for story in imported) else 0)
        if worst:
            sys.exit(worst)

    def report(self, imported):
        """One line saying where the story is, then a line for each thing to know."""
        article, edition = imported.article, imported.edition
        if edition is None:
            address = reverse("admin:articles_article_change", args=[article.pk])
            self.stdout.write(f"draft {settings.SITE_URL}{address}")
        else:
            state = "scheduled" if edition.goes_live_at > timezone.now() else "published"
            self.stdout.write(f"{state} {settings.SITE_URL}{edition.path}")
        for finding in imported.blockers:
            self.stdout.write(f"blocker: {finding}")
        for note in imported.notes:
            self.stdout.write(f"note: {note}")
        for suggestion in imported.suggestions:
            known = f" = {suggestion.person}" if suggestion.person else " (not in the directory yet)"
            self.stdout.write(f"person: {suggestion.as_written}{known}")


def _picture(path, alt, decorative):
    """The Picture to go with the story, or None without a path. Raises CommandError when it can't be read."""
    if path is None:
        return None
    try:
        return Picture(path.read_bytes(), alt, decorative)
    except OSError as error:
        raise CommandError(f"{path}: {_sentence(error)}") from error


def _sentence(error):
    """What an error says to the person who gave the file."""
    if isinstance(error, OSError):
        return f"can't be read: {error.strerror or error}."
    return " ".join(error.messages) if isinstance(error, ValidationError) else str(error)


def _time(words):
    """An aware datetime from ISO 8601 words, in the site's time zone when they name none; None for none."""
    if not words:
        return None
    try:
        at = parse_datetime(words)
    except ValueError:
        at = None
    if at is None:
        raise CommandError(f"“{words}” is no time. Write it like 2026-05-21T18:40 or 2026-05-21T18:40+02:00.")
    if timezone.is_aware(at):
        return at
    try:
        return shown_once(timezone.make_aware(at))
    except ValidationError as error:
        said = f"{_sentence(error)} Or say how far it is from UTC, as in {timezone.make_aware(at).isoformat()}."
        raise CommandError(said) from error
