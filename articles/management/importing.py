"""What all commands that import have in common: arguments, the dry run, progress, lines, the report, exit codes."""

import csv
import sys
import time
from collections import Counter
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path

from django.conf import settings
from django.core.exceptions import ValidationError
from django.core.management.base import BaseCommand, CommandError
from django.urls import reverse
from django.utils import timezone

from articles.editorial.importing.foresee import foresee
from articles.editorial.importing.outcome import Became, Wishes
from articles.editorial.importing.run import run
from articles.editorial.refusals import Refusal
from articles.exchange.fetching import Fetcher
from articles.exchange.incoming import Incoming, UnreadableExport
from articles.exchange.mapping import proposed, read_mapping
from articles.exchange.pictures import pictures_beside
from articles.models.desk import Desk
from articles.models.person import Person
from articles.models.user import User
from articles.text.languages.folding import fold

NOT_ALL, NOTHING = 2, 1
AS_IT_WAS = "as-it-was"
SHOWN_NAMES = 30
COLUMNS = ("story", "headline", "became", "address", "kind", "said")


class ImportCommand(BaseCommand):
    """A command that imports what `reading(paths)` reads; a subclass says how it is read and what the files are."""

    metavar = "FILE"

    def reading(self, paths):
        """The Reading of these paths. Raises UnreadableExport."""
        raise NotImplementedError

    def add_arguments(self, parser):
        parser.add_argument("files", nargs="+", type=Path, metavar=self.metavar)
        parser.add_argument("--media", type=Path, metavar="FOLDER|ZIP", help="where the photos are")
        parser.add_argument(
            "--fetch", nargs="+", action="extend", default=[], metavar="HOST", help="hosts that photos are fetched from"
        )
        parser.add_argument("--dry-run", action="store_true", help="count, write nothing but the mapping")
        parser.add_argument(
            "--mapping", type=Path, metavar="FILE", help="JSON: categories to desks or topics; a dry run writes it"
        )
        parser.add_argument(
            "--publish", choices=[AS_IT_WAS], help="what was public is published at its date, what was due is scheduled"
        )
        parser.add_argument("--report", type=Path, metavar="FILE.csv", help="everything that was not carried")
        parser.add_argument("--as", dest="user", default="system", metavar="USER")

    def handle(self, *, files, media, fetch, dry_run, mapping, publish, report, user, **options):
        by = User.objects.filter(username=user).first()
        if by is None:
            raise CommandError(f"There is no user called “{user}”.")
        try:
            for path in files:
                if not path.exists():
                    raise UnreadableExport(f"{path}: there is no such file.")
            self.hosts = fetch
            reading = self.reading(files)
            names = self.names(reading, mapping, dry_run)
            wishes = Wishes(by, names, _finder(media, fetch), publish == AS_IT_WAS)
            work = self.foreseen(reading, wishes) if dry_run else self.imported(reading, wishes)
            with _report(report) as rows:
                counts = self.follow(work, reading.total, rows)
        except (UnreadableExport, Refusal, OSError) as error:
            raise CommandError(_sentence(error)) from error
        if dry_run and mapping:
            mapping.write_text(names.as_json(), encoding="utf-8")
            self.stdout.write(f"The mapping is in {mapping}: edit it, then import with --mapping {mapping}.")
        self.stdout.write(", ".join(f"{each} {counts[each]}" for each in Became))
        if not any(counts[each] for each in (Became.IMPORTED, Became.UNCHANGED, Became.CHANGED, Became.SKIPPED)):
            sys.exit(NOTHING)
        if counts[Became.SKIPPED] or counts[Became.FAILED]:
            sys.exit(NOT_ALL)

    def names(self, reading, path, is_dry):
        """The mapping: that of the file, if there is one, over what is proposed."""
        proposal = proposed(reading.categories, reading.people, list(Desk.objects.values_list("name", flat=True)))
        if path is None or (is_dry and not path.exists()):
            return proposal
        return read_mapping(path.read_text(encoding="utf-8"), proposal)

    def imported(self, reading, wishes):
        """Import; yields each Step."""
        for step in run(reading, wishes):
            if step.is_last:
                self.say(step)
            yield step

    def foreseen(self, reading, wishes):
        """Count what an import would do; yields a Step for each story, and says the counts."""
        self.stdout.write("Dry run: nothing is written.")
        examples: dict[str, str] = {}
        counted: dict[str, Counter[str]] = {"status": Counter(), "not carried as it was": Counter()}
        pictures: Counter[str] = Counter()
        for item, step in foresee(reading):
            if isinstance(item, Incoming):
                counted["status"][item.status] += 1
                found = sum(wishes.find_picture(picture) is not None for picture in item.pictures)
                pictures.update({"in stories": len(item.pictures), "at hand": found})
            for note in step.outcome.notes:
                counted["not carried as it was"][note.kind] += 1
                examples.setdefault(note.kind, note.words)
            yield step
        self.say_counts("in the file", reading.kinds)
        for name, counts in counted.items():
            self.say_counts(name, counts, examples)
        self.say_counts("photos", pictures)
        self.say_names(wishes.mapping, reading)

    def say_counts(self, title, counts, examples=None):
        """A line for each kind, the most frequent first."""
        for kind, count in counts.most_common():
            example = (examples or {}).get(kind, "")
            self.stdout.write(f"{title}: {kind} {count}{f' (for example: {example})' if example else ''}")

    def say_names(self, names, reading):
        """What becomes of categories, and of those who signed."""
        for name, count in reading.categories.most_common(SHOWN_NAMES):
            topic = names.topics.get(name, name)
            where = (
                f"desk “{names.desks[name]}”" if name in names.desks else f"topic “{topic}”" if topic else "left out"
            )
            self.stdout.write(f"category “{name}” ({count}): {where}")
        if (more := len(reading.categories) - SHOWN_NAMES) > 0:
            self.stdout.write(f"{more} more categories are in the mapping.")
        for key, name in list(names.people.items())[:SHOWN_NAMES]:
            known = "known" if name and Person.objects.called(fold(name)).exists() else "new"
            self.stdout.write(f"person “{key}”: {name or 'left out'}{f' ({known})' if name else ''}")

    def follow(self, steps, total, rows):
        """Go through the steps with progress; (how many stories became what)."""
        counts: Counter[str] = Counter()
        shown_at, done = time.monotonic(), 0
        try:
            for step in steps:
                done += step.is_last
                if step.is_last:
                    counts[step.outcome.became] += 1
                    rows(step)
                if self.stderr.isatty() and time.monotonic() - shown_at > 0.2:
                    shown_at = time.monotonic()
                    self.stderr.write(_bar(done, total), ending="\r")
        except KeyboardInterrupt:
            self.stderr.write("Stopped. What is in is in; the same command goes on from here.")
        return counts

    def say(self, step):
        """A line on where the story is, then one for each thing to know about it."""
        outcome = step.outcome
        became = "" if outcome.became == Became.IMPORTED else f" ({outcome.became})"
        if outcome.article is None:
            self.stdout.write(f"{outcome.became}: {step.title or step.source_id}")
        elif outcome.edition is None:
            self.stdout.write(f"draft {_address(outcome)}{became}")
        else:
            state = "scheduled" if outcome.edition.goes_live_at > timezone.now() else "published"
            self.stdout.write(f"{state} {_address(outcome)}{became}")
        for finding in outcome.blockers:
            self.stdout.write(f"blocker: {finding}")
        for note in outcome.notes:
            self.stdout.write(f"note: {note.words}")


def _address(outcome):
    """Where the story is: on the site if it is out or due, else in the admin; "" before it is here."""
    if outcome.edition is not None:
        return f"{settings.SITE_URL}{outcome.edition.path}"
    if outcome.article is None:
        return ""
    return settings.SITE_URL + reverse("admin:articles_article_change", args=[outcome.article.pk])


def _finder(media, hosts):
    """A function that gives the bytes of a picture: from the file itself, from beside it, or from a host."""
    beside = pictures_beside(media) if media else None
    fetcher = Fetcher(hosts) if hosts else None

    def find(picture):
        data = picture.data
        if data is None and beside:
            data = beside.find(picture)
        return fetcher.find(picture) if data is None and fetcher else data

    return find


@contextmanager
def _report(path) -> "Iterator":
    """A function that takes a Step into the report, where one is wished."""
    with ExitStack() as stack:
        if path is None:
            yield lambda step: None
            return
        file = stack.enter_context(path.open("w", encoding="utf-8-sig", newline=""))
        writer = csv.writer(file)
        writer.writerow(COLUMNS)

        def take(step):
            outcome = step.outcome
            story = [step.source_id, step.title, str(outcome.became), _address(outcome)]
            said = [(note.kind, note.words) for note in outcome.notes]
            said += [("blocker", str(finding)) for finding in outcome.blockers]
            for kind, words in said or [("", "")]:
                writer.writerow([_plain(each) for each in (*story, kind, words)])

        yield take


def _plain(words):
    """Words that a spreadsheet takes for words: what begins like a formula gets an apostrophe."""
    return f"'{words}" if words[:1] in ("=", "+", "-", "@", "\t", "\r") else words


def _bar(done, total):
    """How far it is: a bar, or where the number is not known only that."""
    if not total:
        return f"{done} stories"
    filled = min(30, 30 * done // total)
    return f"[{'#' * filled}{' ' * (30 - filled)}] {done} of {total}"


def _sentence(error):
    """What an error says to the person who gave the file."""
    if isinstance(error, OSError):
        return f"{error.filename or 'A file'} can't be read or written: {error.strerror or error}."
    return " ".join(error.messages) if isinstance(error, ValidationError) else str(error)
