"""What every public address of a newsroom answered at a moment: `python -m tests.operating.every_address MOMENT`.

As JSON, {address: [status, where it leads, hash of the bytes]}: pages of stories and what machines read of them, lists
at all depths, feeds, sitemaps, redirects, what is gone, and each picture that a page shows.
"""

import hashlib
import json
import sys
from datetime import datetime

import django


def seen_at(moment):
    """The answers, all of one state of the database."""
    from articles.database.read_snapshot import read_snapshot  # when Django is set up
    from moving import site_addresses  # when Django is set up
    from moving.reader import ask, at_moment  # when Django is set up
    from moving.site_links import pictures_in  # when Django is set up

    found, pictures = {}, set()

    def look(address):
        answer = ask(address)
        pictures.update(pictures_in(answer.content))
        found[address] = [answer.status, answer.location, hashlib.sha256(answer.content).hexdigest()]

    with read_snapshot(), at_moment(moment):
        turned = [page for each in site_addresses.turned(moment) for page in each.pages()]
        for asked in (*site_addresses.stories(moment), *site_addresses.lists(moment), *turned):
            look(asked.address)
        for path in (*site_addresses.former(moment), *site_addresses.merged(), "/no-such-page/"):
            look(path)
        for path in sorted(pictures):
            look(path)
    return found


def main():
    """Print it."""
    django.setup()
    json.dump(seen_at(datetime.fromisoformat(sys.argv[1])), sys.stdout)


if __name__ == "__main__":
    main()
