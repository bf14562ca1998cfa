"""`import_story` from the outside: its lines, its exit codes, and that a file that can't come in leaves nothing."""

import io
import re
from datetime import UTC, datetime, timedelta

import pytest
import time_machine
from django.core.files.storage import default_storage
from django.core.management import CommandError, call_command

from articles.models.article import Article
from articles.models.desk import Desk
from articles.models.edition import Edition
from articles.models.person import Person
from media.models import Photo
from tests.articles import wires
from tests.builders import a_desk, a_person, editor, live_article, picture_bytes, reporter

pytestmark = pytest.mark.django_db
NOON = datetime(2026, 3, 1, 12, tzinfo=UTC)


@pytest.fixture(autouse=True)
def clock():
    """The clock stands at noon."""
    with time_machine.travel(NOON, tick=False) as traveller:
        yield traveller


@pytest.fixture
def put(tmp_path):
    """Write a file of this name and return its path."""

    def write(name, content):
        path = tmp_path / name
        path.write_bytes(content if isinstance(content, bytes) else content.encode())
        return path

    return write


@pytest.fixture
def import_story(django_capture_on_commit_callbacks):
    """Run the command; returns (exit code, lines printed, lines of error). A CommandError is exit code 1."""

    def run(*arguments):
        out, err = io.StringIO(), io.StringIO()
        code = 0
        with django_capture_on_commit_callbacks(execute=True):
            try:
                call_command("import_story", *map(str, arguments), stdout=out, stderr=err)
            except SystemExit as leaving:
                code = leaving.code
            except CommandError as error:
                code = error.returncode
                err.write(str(error))
        return code, out.getvalue().splitlines(), err.getvalue().splitlines()

    return run


def written():
    """How many stories, photos, people and files there are."""
    files = default_storage.listdir("originals")[1] if default_storage.exists("originals") else []
    return [model.objects.count() for model in (Article, Photo, Person, Desk)], sorted(files)


def test_draft_says_where_it_is_edited(put, import_story):
    code, out, err = import_story(put("a.txt", wires.story(caption="")))
    article = Article.objects.get()
    assert (code, err) == (0, [])
    assert out[0] == f"draft http://127.0.0.1:8000/admin/articles/article/{article.pk}/change/"
    assert "note: Left out as page furniture: SCROLL FOR NEXT" in out
    assert "person: Cmdr. Tamsin Vell (not in the directory yet)" in out
    assert {line.split()[0] for line in out} == {"draft", "note:", "person:"}


def test_published_story_says_its_address(put, import_story):
    a_person("Basil Thorne")
    code, out, err = import_story(
        put("a.txt", wires.story()),
        *("--photo", put("a.jpg", picture_bytes()), "--alt", "A lamp.", "--desk", "World", "--publish"),
    )
    edition = Edition.objects.get()
    assert (code, err) == (0, [])
    assert out[0] == f"published http://127.0.0.1:8000{edition.path}"
    assert re.fullmatch(r"/2026/03/[a-z-]+/", edition.path)
    assert any(line.endswith("Basil Thorne = Basil Thorne") for line in out)
    assert edition.desk.name == "World"


@pytest.mark.parametrize(
    ("at", "moment"),
    [
        ("2026-03-01T18:40", datetime(2026, 3, 1, 18, 40, tzinfo=UTC)),
        ("2026-03-01T18:40+02:00", datetime(2026, 3, 1, 16, 40, tzinfo=UTC)),
        ("2026-03-02", datetime(2026, 3, 2, tzinfo=UTC)),
    ],
)
def test_time_to_come_schedules(put, import_story, at, moment):
    code, out, _ = import_story(put("a.txt", wires.story(caption="")), "--desk", "World", "--at", at)
    edition = Edition.objects.get()
    assert (code, edition.goes_live_at) == (0, moment)
    assert out[0] == f"scheduled http://127.0.0.1:8000{edition.path}"


def test_time_gone_by_dates_the_story(put, import_story):
    file = put("a.txt", wires.story(caption=""))
    code, out, _ = import_story(file, "--desk", "World", "--at", "2019-05-21T18:40", "--publish")
    edition = Edition.objects.get()
    assert (code, edition.dated_at, edition.goes_live_at) == (0, datetime(2019, 5, 21, 18, 40, tzinfo=UTC), NOON)
    assert out[0].startswith("published http://127.0.0.1:8000/2019/05/")


@pytest.mark.parametrize("at", ["tomorrow", "2026-02-30", "2026-13-01T00:00", "18:40"])
def test_time_that_is_none_is_said_and_nothing_comes_in(put, import_story, at):
    code, out, err = import_story(put("a.txt", wires.story()), "--at", at)
    assert (code, out) == (1, [])
    assert err == [f"“{at}” is no time. Write it like 2026-05-21T18:40 or 2026-05-21T18:40+02:00."]
    assert not Article.objects.exists()


@pytest.mark.parametrize(
    ("at", "sentence"),
    [("0001-01-01T00:00+14:00", "later than the year 1600"), ("9999-12-31T23:59-14:00", "too far ahead")],
)
def test_time_beyond_all_clocks_is_said_and_nothing_comes_in(put, import_story, at, sentence):
    code, out, err = import_story(put("a.txt", wires.story(caption="")), "--desk", "World", "--at", at)
    assert (code, out) == (1, [])
    assert sentence in err[0]
    assert not Article.objects.exists()


def test_blocked_story_stays_a_draft_and_says_why(put, import_story):
    code, out, err = import_story(put("a.txt", wires.story()), "--photo", put("a.jpg", picture_bytes()), "--publish")
    assert (code, err) == (2, [])
    assert out[0].startswith("draft http://127.0.0.1:8000/admin/articles/article/")
    assert out[1] == "blocker: The story has no desk."
    assert out[2].startswith("blocker: The lead photo “Commodore Tamsin O. Vell hands over the…” has no alt text, and")


def test_decorative_photo_needs_no_alt_text(put, import_story):
    file, photo = put("a.txt", wires.story()), put("a.jpg", picture_bytes())
    code, out, _ = import_story(file, "--photo", photo, "--decorative", "--desk", "World", "--publish")
    assert (code, out[0].split()[0]) == (0, "published")
    code, _, err = import_story(file, "--photo", photo, "--decorative", "--alt", "A lamp.")
    assert code == 1
    assert "not allowed with" in err[0]


def test_caption_without_photo_is_said(put, import_story):
    _, out, _ = import_story(put("a.txt", wires.story()))
    said = f"The text has a caption but no photo came with it: {wires.CAPTION} [{wires.CREDIT}]"
    assert f"note: {said}" in out
    assert said in Article.objects.get().editor_note


@pytest.mark.parametrize(
    ("content", "sentence"),
    [
        (b"", "The file is empty."),
        (b" \n\n", "The file is empty."),
        (b"\x00\x01", "not plain text"),
        (b"%PDF-1.7", "This is a PDF file"),
        ("Déjà vu\n".encode("latin-1"), "not written in UTF-8"),
    ],
)
def test_file_that_is_no_story_is_said_and_leaves_nothing(put, import_story, content, sentence):
    before = written()
    file = put("a.txt", content)
    code, out, err = import_story(file, "--photo", put("a.jpg", picture_bytes()), "--desk", "World")
    assert (code, out) == (1, [])
    assert err[0].startswith(f"{file}: ")
    assert sentence in err[0]
    assert written() == before


def test_file_that_is_missing_or_a_folder_is_said(tmp_path, import_story):
    for path, reason in ((tmp_path / "none.txt", "No such file or directory"), (tmp_path, "Is a directory")):
        assert import_story(path) == (1, [], [f"{path}: can't be read: {reason}."])


def test_photo_that_is_none_is_said_by_its_name_and_leaves_nothing(put, import_story, tmp_path):
    file, before = put("a.txt", wires.story()), written()
    broken, missing = put("a.jpg", b"no picture"), tmp_path / "none.jpg"
    code, out, err = import_story(file, "--photo", broken, "--desk", "World")
    assert (code, out) == (1, [])
    assert err[0].startswith(f"{file}: its photo {broken} was refused. ")
    assert import_story(file, "--photo", missing) == (1, [], [f"{missing}: can't be read: No such file or directory."])
    assert written() == before


def test_one_bad_file_keeps_no_other_out(put, import_story):
    good, blocked = (
        put("a.txt", wires.story(caption="")),
        put("b.txt", "One paragraph alone that is no headline at all.\n"),
    )
    bad = put("c.txt", b"\x00")
    code, out, err = import_story(good, bad, blocked, good, "--desk", "World", "--publish")
    stories = [line.split()[0] for line in out if line.split()[0] in ("draft", "published", "scheduled")]
    assert code == 1
    assert stories[0] == stories[-1] == "published"
    assert len(stories) == 3
    assert [line.split(":")[0] for line in err] == [str(bad)]


def test_blocked_file_among_good_ones_is_exit_code_2(put, import_story):
    good, blocked = put("a.txt", wires.story(caption="")), put("b.txt", wires.story(caption=""))
    assert import_story(good, blocked, "--publish")[0] == 2
    assert import_story(good, blocked)[0] == 0


def test_one_photo_belongs_to_one_story(put, import_story):
    file, photo = put("a.txt", wires.story()), put("a.jpg", picture_bytes())
    code, _, err = import_story(file, file, "--photo", photo)
    assert (code, err) == (1, ["--photo belongs to one story; give one FILE with it."])
    assert not Article.objects.exists()


def test_unknown_user_is_said(put, import_story):
    code, _, err = import_story(put("a.txt", wires.story()), "--as", "nobody")
    assert (code, err) == (1, ["There is no user called “nobody”."])


def test_import_acts_as_the_user_named(put, import_story):
    ed = editor(username="ed")
    code, _, _ = import_story(put("a.txt", wires.story()), "--as", "ed", "--desk", "World", "--publish")
    assert code == 0
    assert Article.objects.get().created_by == ed


def test_reporter_may_not_publish_and_nothing_is_written(put, import_story):
    reporter(username="rita")
    a_desk("World")
    file, before = put("a.txt", wires.story()), written()
    photo = ("--photo", put("a.jpg", picture_bytes()), "--alt", "A lamp.")
    code, out, err = import_story(file, "--as", "rita", "--desk", "World", "--publish", *photo)
    assert (code, out) == (1, [])
    assert err == [f"{file}: You may not publish this story. Ask an editor or a chief for it."]
    assert written() == before


def test_byline_that_two_people_share_is_said_and_nothing_is_written(put, import_story):
    a_person("Ann Lee")
    a_person("Ann Lee")
    file, before = put("a.txt", wires.story(byline="By Ann Lee")), written()
    code, out, err = import_story(file, "--photo", put("a.jpg", picture_bytes()))
    assert (code, out) == (1, [])
    assert err == [f"{file}: Several people are called “Ann Lee”. Choose one of them in the admin."]
    assert written() == before


def test_date_that_cannot_be_is_said_in_words(put, import_story):
    _, _, err = import_story(put("a.txt", wires.story()), "--at", "1066-10-14")
    assert err[0].endswith(": The original date must be later than the year 1600.")


def test_same_headline_gets_an_address_of_its_own(put, import_story):
    live_article(headline=wires.HEADLINE)
    _, out, _ = import_story(put("a.txt", wires.story()), "--desk", "World", "--publish")
    assert out[0].endswith("-2/")


def test_site_url_of_the_installation_is_used(put, import_story, settings):
    settings.SITE_URL = "https://news.example.org"
    _, out, _ = import_story(put("a.txt", wires.story()))
    assert out[0].startswith("draft https://news.example.org/admin/")


def test_times_without_a_zone_are_the_sites(put, import_story, settings):
    settings.TIME_ZONE = "Europe/Kyiv"
    file = put("a.txt", wires.story())
    import_story(file, "--desk", "World", "--at", (NOON + timedelta(days=1)).strftime("%Y-%m-%dT%H:%M"))
    assert Edition.objects.get().goes_live_at == NOON + timedelta(hours=22)


@pytest.mark.parametrize("at", ["2026-03-29T03:30", "2026-10-25T03:30"])
def test_hour_that_clocks_skip_or_show_twice_is_asked_for_exactly(put, import_story, settings, at):
    settings.TIME_ZONE = "Europe/Kyiv"
    file = put("a.txt", wires.story(caption=""))
    code, out, err = import_story(file, "--desk", "World", "--at", at)
    assert (code, out) == (1, [])
    assert "then the clocks go" in err[0] and ".." not in err[0]
    assert re.search(rf" Or say how far it is from UTC, as in {at}(:00)?\+0[23]:00\.$", err[0])
    assert not Article.objects.exists()
    code, _, _ = import_story(file, "--desk", "World", "--at", f"{at}+02:00")
    assert (code, Edition.objects.get().goes_live_at) == (0, datetime.fromisoformat(f"{at}+02:00"))


@pytest.mark.parametrize(
    ("line", "blocker"),
    [
        ("EMBARGOED UNTIL 00:01 GMT ON FRIDAY 6 MARCH 2026", "embargoed until 2026-03-06T00:01:00+00:00"),
        ("Embargoed until further notice", "embargoed"),
    ],
)
def test_import_story_under_embargo_is_left_a_draft(import_story, put, line, blocker):
    a_desk("World")
    story = put("a.txt", f"{line}\n\n{wires.story()}")
    code, (draft, *lines), errors = import_story(story, "--desk", "World", "--publish")
    assert (code, draft.partition(" ")[0], errors) == (2, "draft", [])
    assert f"blocker: {blocker}" in lines
    assert f"note: For editors only: {line}" in lines
    assert Article.objects.get().headline == wires.HEADLINE


def test_import_story_may_be_scheduled_for_the_end_of_its_embargo(import_story, put):
    a_desk("World")
    story = put("a.txt", f"EMBARGOED UNTIL 00:01 GMT ON FRIDAY 6 MARCH 2026\n\n{wires.story()}")
    code, (scheduled, *_), _ = import_story(story, "--desk", "World", "--publish", "--at", "2026-03-06T00:01Z")
    assert (code, scheduled.partition(" ")[0]) == (0, "scheduled")


def test_import_story_whose_embargo_is_over_goes_out_with_a_note(import_story, put):
    a_desk("World")
    story = put("a.txt", f"EMBARGOED UNTIL 00:01 GMT ON THURSDAY 26 FEBRUARY 2026\n\n{wires.story()}")
    code, (published, *lines), _ = import_story(story, "--desk", "World", "--publish")
    assert (code, published.partition(" ")[0]) == (0, "published")
    assert "note: The embargo is over." in lines
