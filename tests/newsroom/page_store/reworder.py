"""A process that publishes a story again and again: `python -m tests.newsroom.page_store.reworder`.

Each line of the standard input is a number; once the story with that number in its headline is out, the number is
printed. The first line printed is the story's path.
"""

import sys

import django


def main():
    """Publish as told."""
    django.setup()
    from articles.models.article import Article  # models exist from here on
    from tests.builders import edited, live_article, live_edition, put_out  # as above

    told = Article.objects.filter(headline__endswith=" on the Bridge").first()
    article = told or live_article(headline="Number 0 on the Bridge")
    say(live_edition(article).path)
    for line in sys.stdin:
        put_out(edited(article, headline=f"Number {int(line)} on the Bridge"))
        say(line.strip())


def say(words):
    sys.stdout.write(f"{words}\n")
    sys.stdout.flush()


if __name__ == "__main__":
    main()
