"""Runs each benchmark in a newsroom of its own and prints its ratio; times alone would say more of the machine."""

import io
import itertools
import os
import statistics
import sys
import tempfile
import time
from operator import itemgetter

os.environ["DJANGO_SETTINGS_MODULE"] = "newsroom.settings"
# These fill a newsroom with N stories, which takes minutes. They may do so in a folder or on a database of your choice;
# all but `board` find the stories there the next time.
OF_ARCHIVES = ("search", "lists", "board", "scale", "fresh")
ARCHIVE = int(sys.argv[2]) if sys.argv[1:] and sys.argv[1] in OF_ARCHIVES else 0
if sys.argv[1:2] == ["fresh"]:
    os.environ["PAGE_STORE"] = "on"
if not ARCHIVE:
    os.environ.pop("DATABASE_URL", None)
if not ARCHIVE or "NEWSROOM_DATA" not in os.environ:
    os.environ["NEWSROOM_DATA"] = tempfile.mkdtemp(prefix="newsroom-bench-")

import django  # noqa: E402  needs the environment above

django.setup()

from django.core.files.base import ContentFile  # noqa: E402  needs the set-up above
from django.core.management import call_command  # noqa: E402  needs the set-up above
from django.test import Client  # noqa: E402  needs the set-up above
from PIL import Image  # noqa: E402  needs the set-up above

from articles.management.demo import loading  # noqa: E402  needs the set-up above
from articles.models.edition import Edition  # noqa: E402  needs the set-up above
from articles.text.wire import parse_story  # noqa: E402  needs the set-up above
from bench.board import measure_board  # noqa: E402  needs the set-up above
from bench.fresh import measure_fresh  # noqa: E402  needs the set-up above
from bench.lists import measure_lists  # noqa: E402  needs the set-up above
from bench.opening import measure_opening  # noqa: E402  needs the set-up above
from bench.scale import measure_scale  # noqa: E402  needs the set-up above
from bench.search import measure_search  # noqa: E402  needs the set-up above
from bench.store import measure_store  # noqa: E402  needs the set-up above
from bench.typing_cost import measure_typing  # noqa: E402  needs the set-up above
from media import pixels, renditions  # noqa: E402  needs the set-up above
from media.models import Photo  # noqa: E402  needs the set-up above


def median(call, times=25):
    """The median seconds of a call over some runs, after one to warm up."""
    call()
    taken = []
    for _ in range(times):
        began = time.perf_counter()
        call()
        taken.append(time.perf_counter() - began)
    return statistics.median(taken)


def measure_pages():
    """Each kind of page against the smallest answer the same server gives, `/healthz`."""
    client = Client(headers={"host": "localhost"})
    least = median(lambda: client.get("/healthz"))
    of_topic = "/topics/russia-ukraine-war/"
    for path in ("/", "/world/", of_topic, "/people/ines-calloway/", "/latest/", corrected_story()):
        if client.get(path).status_code != 200:
            sys.exit(f"{path} does not answer: there is nothing to measure.")
        taken = median(lambda path=path: client.get(path))
        yield f"{path:<34} {taken / least:6.1f} x /healthz   ({taken * 1000:.1f} ms)"


def corrected_story():
    """The path of a story with everything."""
    return Edition.objects.filter(has_corrections=True).latest("pk").path


def paired(ours, plain, times):
    """(the median ratio of ours to plain, median seconds of ours): taken in turn, in processor time of this process.

    In turn, since a machine's pace changes; processor time, since other work on it waits for nobody.
    """
    taken = []
    for _ in range(times):
        for call in (ours, plain):
            began = time.process_time()
            call()
            taken.append(time.process_time() - began)
    pairs = list(zip(taken[::2], taken[1::2], strict=True))
    return statistics.median(one / other for one, other in pairs), statistics.median(one for one, _ in pairs)


def measure_renditions():
    """Six widths in three formats of a 24-megapixel JPEG as readers ask for them, against the same work in bare Pillow.

    Pillow decodes once, at the scale that is needed, and encodes with the very same settings.
    """
    noise = Image.effect_noise((600, 400), 90).convert("RGB").resize((6000, 4000), Image.Resampling.BICUBIC)
    file = io.BytesIO()
    noise.save(file, "JPEG", quality=88)
    data, numbers = file.getvalue(), itertools.count(1)
    ladder = list(itertools.product(renditions.WIDTHS, renditions.ENDINGS))

    def plain():
        image = Image.open(io.BytesIO(data))
        image.draft(None, (2640, 1760))
        for width, cuts in itertools.groupby(ladder, key=itemgetter(0)):
            small = image.resize((width, width * 2 // 3), Image.Resampling.LANCZOS, reducing_gap=3.0)
            for _, form in cuts:
                small.save(io.BytesIO(), form.upper(), **pixels.ENCODERS[form])

    def ours():
        number = next(numbers)  # a photo nobody has seen: nothing of it is kept
        photo = Photo(pk=number, content_hash=str(number), width=6000, height=4000, credit="Photo: Ada Lens")
        photo.original.save("bench.jpg", ContentFile(data), save=False)
        for width, form in ladder:
            renditions.content(photo, "original", width, form)

    ours(), plain()
    ratio, seconds = paired(ours, plain, 5)
    yield f"{'six widths in three formats':<34} {ratio:6.2f} x Pillow     ({seconds:.1f} s of processor time)"


def measure_parsing():
    """Reading a plain-text story of 10,000 words against splitting it into words."""
    text = "Headline\n\nDek here.\n\nBy Ada Quill\n\n" + "\n\n".join(["The bridge was opened on Monday. " * 12] * 140)
    ours, plain = median(lambda: parse_story(text), 5), median(lambda: text.split(), 25)
    yield f"{'parse a story of 10,000 words':<34} {ours / plain:6.0f} x str.split  ({ours * 1000:.0f} ms)"


def main():
    """Load the demo newsroom, run every benchmark, print a line for each figure."""
    call_command("migrate", verbosity=0)
    if not ARCHIVE:
        loading.load("bench")
    named = {
        "search": lambda: measure_search(ARCHIVE),
        "lists": lambda: measure_lists(ARCHIVE),
        "board": lambda: measure_board(ARCHIVE),
        "scale": lambda: measure_scale(ARCHIVE),
        "fresh": lambda: measure_fresh(ARCHIVE),
        "store": lambda: measure_store(corrected_story()),
    }
    for benchmark in (
        [named[sys.argv[1]]]
        if sys.argv[1:]
        else [measure_pages, measure_renditions, measure_parsing, lambda: measure_opening(paired), measure_typing]
    ):
        for line in benchmark():
            sys.stdout.write(line + "\n")
            sys.stdout.flush()


main()
