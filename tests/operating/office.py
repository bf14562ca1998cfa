"""An office at work, a process of its own: threads that publish, correct, move, withdraw and restore by real verbs.

`python -m tests.operating.office THREADS`. Lines of the standard input: `make` makes stories to begin with, `go` lets
it work, `wait` stops it between two verbs, `end` ends it. Each is answered by a line, the number of verbs carried out.
"""

import random
import sys
import threading

import django


class Office:
    """The threads, each with stories of its own."""

    def __init__(self, count):
        self.may_work, self.is_over = threading.Event(), threading.Event()
        self.done, self.at_work = [0] * count, [threading.Lock() for _ in range(count)]
        self.threads = [threading.Thread(target=self._work, args=(number,)) for number in range(count)]

    def go(self):
        """Let them work."""
        self.may_work.set()
        for thread in self.threads:
            if not thread.ident:
                thread.start()

    def wait(self):
        """Let each end what it is at, and begin nothing."""
        self.may_work.clear()
        for lock in self.at_work:
            with lock:
                pass

    def end(self):
        """Stop for good."""
        self.is_over.set()
        self.may_work.set()
        for thread in self.threads:
            if thread.ident:
                thread.join()

    def _work(self, number):
        from django.db import connections  # when Django is set up

        from articles.editorial.refusals import Refusal  # when Django is set up

        chance, mine = random.Random(number), []
        while self.may_work.wait() and not self.is_over.is_set():
            with self.at_work[number]:
                if not self.may_work.is_set():
                    continue
                try:
                    act(chance, mine, number)
                except Refusal:
                    continue
                self.done[number] += 1
        connections.close_all()


def act(chance, mine, number):
    """One of an office's verbs, on a new story or on one of its own."""
    from articles.editorial.publishing import publish, withdraw  # when Django is set up
    from tests import builders  # when Django is set up

    by, new = builders.system(), len(mine) < 3 or chance.random() < 0.1
    if new:
        words = f"Thread {number} writes story {len(mine)}"
        mine.append(builders.live_article(headline=words, slug=f"thread-{number}-story-{len(mine)}"))
        return
    article, what = chance.choice(mine), chance.random()
    article.refresh_from_db()
    if what < 0.5:
        builders.put_out(builders.edited(article, headline=f"Reworded {chance.random():.9f} by {number}"))
    elif what < 0.65:
        publish.correct(article, by=by, text=f"It was {chance.randrange(1000)}.")
    elif what < 0.8:
        builders.put_out(builders.edited(article, slug=f"moved-{number}-{chance.randrange(10**9)}"))
    elif what < 0.9:
        withdraw.withdraw(article, by=by, notice="It was wrong.")
    else:
        withdraw.restore(article, by=by)


def make():
    """One of all that readers may come upon: live, corrected, moved, withdrawn, to come; a photo; a merged topic."""
    from datetime import timedelta  # when Django is set up

    from django.utils import timezone  # when Django is set up

    from articles.editorial.directory.merge_people import merge  # when Django is set up
    from articles.editorial.publishing import publish  # when Django is set up
    from tests import builders  # when Django is set up

    by, topic, other = builders.system(), builders.a_topic("Bridges"), builders.a_topic("Brigdes")
    person, photo = builders.a_person("Ida Known"), builders.a_photo(800, 600)
    whole = {"bylines": [person], "lead_topic": topic, "topics": [topic]}
    live = builders.live_article(headline="The Bridge Is Open", slug="open", lead_photo=photo, **whole)
    publish.correct(live, by=by, text="It was two years.")
    builders.live_article(headline="On the Other Topic", slug="other", lead_topic=other, topics=[other])
    builders.put_out(builders.edited(builders.live_article(slug="before", **whole), slug="after"))
    builders.withdrawn_article(slug="withdrawn")
    builders.scheduled_article(timezone.now() + timedelta(days=2), slug="to-come")
    builders.a_static_page()
    merge(other, into=topic, by=by)


def main():
    """Do as told."""
    django.setup()
    office = Office(int(sys.argv[1]))
    does = {"make": make, "go": office.go, "wait": office.wait, "end": office.end}
    for line in sys.stdin:
        does[line.strip()]()
        sys.stdout.write(f"{sum(office.done)}\n")
        sys.stdout.flush()


if __name__ == "__main__":
    main()
