"""A backup made while everybody works, restored elsewhere: each public address answers as it did at that moment."""

import hashlib
import json
import re
from datetime import UTC, datetime

import pytest

from tests.articles.management.test_serve import free_port, until
from tests.operating.newsroom import Newsroom, ask, readers
from tests.operating.own_database import own_database

PATHS = ("/", "/latest/", "/feeds/rss.xml", "/sitemap.xml", "/archive/", "/corrections/")
# The archive's numbers are added up as time goes on (decision 0016), so what they were at a moment is not kept; whether
# they are right is what /readyz asks.
COUNTED = re.compile(r"/archive/(\d{4}/)?")


def uncounted(answered):
    """What was answered, without the pages that are numbers."""
    return {address: each for address, each in answered.items() if not COUNTED.fullmatch(address)}


def seen(newsroom, moment):
    """What every public address answers in a newsroom at a moment."""
    return json.loads(newsroom.python("-m", "tests.operating.every_address", moment.isoformat()))


def over_http(port, address):
    """The same of one, from the server."""
    status, leads, content = ask(port, address)
    return [status, leads, hashlib.sha256(content).hexdigest()]


def backed_up_under_load(tmp_path, here, there, *, stories, threads, verbs, backups):
    """Both databases are empty; returns what is to be known of the run."""
    backups_folder, port, told = tmp_path / "backups", free_port(), {"SECRET_KEY": "s" * 50}
    one = Newsroom(tmp_path / "one", here, PAGE_STORE="on", **told)
    other = Newsroom(tmp_path / "other", there, **told)
    one.manage("migrate", "-v0")
    if stories:
        one.manage("populate", "--articles", stories)
    server = one.begin(port)
    try:
        with one.office(threads) as office, readers([port], PATHS, threads) as read:
            office("make")
            for _ in range(backups):
                done = office("go")
                until(lambda least=done + verbs: office("go") >= least, seconds=300)
                before = office("wait")
                moment = datetime.now(UTC)
                answered = {address: over_http(port, address) for address in seen(one, moment)}
                office("go")
                one.manage("backup", backups_folder)
            meanwhile = office("wait") - before
            kept = seen(one, moment)
            office("end")
        one.manage("verify_backup", backups_folder)
    finally:
        server.terminate()
        server.wait()
    other.manage("restore_backup", backups_folder)
    restored = seen(other, moment)
    assert kept.keys() == restored.keys() == answered.keys()
    assert uncounted(kept) == uncounted(answered), "the past does not change"
    assert uncounted(restored) == uncounted(answered)
    again = other.begin(port)  # which is ready only where counts and search are right
    again.terminate()
    assert again.wait() == 0
    assert not [each for each in read if each[1] != 200]
    return meanwhile, len(read), answered


def assert_of_all_kinds(answered, meanwhile, asked):
    statuses = {status: sum(1 for each in answered.values() if each[0] == status) for status in (200, 301, 404, 410)}
    print(f"{statuses}; {meanwhile} verbs and {asked} requests meanwhile")
    assert all(statuses.values()), statuses
    for ending in ("history/", "ninjs.json", "next.json", "rss.xml", "atom.xml", "feed.json", ".webp", "sitemap.xml"):
        assert any(address.endswith(ending) for address in answered), ending
    assert meanwhile > 0 and asked > 100


def test_backup_under_load_restored_elsewhere_gives_every_address(tmp_path):
    with own_database("here") as here, own_database("there") as there:
        meanwhile, asked, answered = backed_up_under_load(
            tmp_path, here, there, stories=0, threads=3, verbs=12, backups=1
        )
    assert_of_all_kinds(answered, meanwhile, asked)


@pytest.mark.trial
def test_the_third_backup_under_much_load_gives_every_address(tmp_path):
    with own_database("here") as here, own_database("there") as there:
        meanwhile, asked, answered = backed_up_under_load(
            tmp_path, here, there, stories=250, threads=6, verbs=60, backups=3
        )
    assert_of_all_kinds(answered, meanwhile, asked)
