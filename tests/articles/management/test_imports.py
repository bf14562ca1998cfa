"""The commands that import, from the outside: options, lines, exit codes, the report and the mapping."""

import csv
import io
import json
import zipfile

import pytest
from django.core.management import CommandError, call_command

from articles.models.article import Article
from articles.models.desk import Desk
from articles.models.edition import Edition
from articles.models.topic import Topic
from media.models import Photo
from tests.articles.exchange.wordpress.wxr import item, photo, wxr
from tests.builders import picture_bytes

pytestmark = pytest.mark.django_db
UPLOADS = "https://old.example/wp-content/uploads/2019/05"


def run(command, *arguments):
    """(exit code, lines printed, lines of error)."""
    out, err, code = io.StringIO(), io.StringIO(), 0
    try:
        call_command(command, *map(str, arguments), stdout=out, stderr=err)
    except SystemExit as leaving:
        code = leaving.code
    except CommandError as error:
        code = error.returncode
        err.write(str(error))
    return code, out.getvalue().splitlines(), err.getvalue().splitlines()


@pytest.fixture
def export(tmp_path):
    """An export of five stories, one with a photo, and the photo in a zip beside it."""
    terms = [("category", "world", "World"), ("category", "bridges", "Bridges")]
    figure = f'<img class="wp-image-9" src="{UPLOADS}/bridge-300x200.jpg" alt="A bridge." />'
    path = tmp_path / "export.xml"
    path.write_bytes(
        wxr(
            item(1, f'See <a href="https://old.example/2019/05/17/story-2/">it</a>.\n\n{figure}', terms=terms),
            item(2, "Words of a second story.", terms=terms, title="=Second"),
            item(3, "Words of a draft.", status="draft"),
            item(4, "Words for some.", password="hunter2"),  # noqa: S106  nobody's
            item(5, "Gone.", status="trash"),
            photo(9, f"{UPLOADS}/bridge.jpg", caption="The bridge.", credit="Jo Lens"),
        )
    )
    with zipfile.ZipFile(tmp_path / "uploads.zip", "w") as archive:
        archive.writestr("uploads/2019/05/bridge.jpg", picture_bytes())
        archive.writestr("uploads/2018/05/bridge.jpg", picture_bytes())
    return path


def test_dry_run_counts_and_writes_a_mapping_that_the_import_follows(export, tmp_path):
    mapping, report = tmp_path / "mapping.json", tmp_path / "report.csv"
    code, lines, _ = run(
        "import_wordpress", export, "--dry-run", "--mapping", mapping, "--media", tmp_path / "uploads.zip"
    )
    assert code == 2  # one lies in the bin
    assert lines[-1] == "imported 4, unchanged 0, changed 0, skipped 1, failed 0"
    assert {"in the file: post 5", "status: published 2", "photos: at hand 1"} <= set(lines)
    assert not Article.objects.exists()
    assert not Desk.objects.exists()
    said = json.loads(mapping.read_text())
    assert said["desks"] == {"Bridges": "Bridges", "World": "World"}
    mapping.write_text(
        json.dumps({"desks": {"World": "Abroad"}, "topics": {"Bridges": "Crossings"}, "people": {"ada": "Ada D."}})
    )
    wished = ["--mapping", mapping, "--media", tmp_path / "uploads.zip", "--publish", "as-it-was", "--report", report]
    code, lines, _ = run("import_wordpress", export, *wished)
    assert (code, lines[-1]) == (2, "imported 4, unchanged 0, changed 0, skipped 1, failed 0")
    assert [line.split()[0] for line in lines if line.startswith(("draft", "published"))].count("published") == 2
    edition = Edition.objects.get(path="/2019/05/story-1/")
    assert (edition.desk.name, edition.byline_rows.get().name) == ("Abroad", "Ada D.")
    assert Topic.objects.get().name == "Crossings"
    assert Photo.objects.get().credit == "Jo Lens"
    assert '<a href="/2019/05/17/story-2/">' in edition.sections.get().html
    rows = list(csv.DictReader(report.read_text(encoding="utf-8-sig").splitlines()))
    assert [row["headline"] for row in rows if row["story"].endswith("/2")] == ["'=Second"]
    code, lines, _ = run("import_wordpress", export, *wished)
    assert (code, lines[-1]) == (2, "imported 0, unchanged 4, changed 0, skipped 1, failed 0")


@pytest.mark.parametrize(
    ("path", "to"),
    [
        ("/2019/05/17/story-1/", "/2019/05/story-1/"),
        ("/2019/05/17/story-1", "/2019/05/story-1/"),
        ("/?p=2", "/2019/05/second/"),
    ],
)
def test_addresses_of_old_lead_here_for_ever(export, client, path, to):
    run("import_wordpress", export, "--publish", "as-it-was")
    assert Edition.objects.filter(path="/2019/05/story-2/").exists()
    if "story-1" in path:
        assert client.get(path).status_code == 404  # its photo is missing, so it is a draft
        return
    answer = client.get(path)
    assert (answer.status_code, answer["Location"]) == (301, "/2019/05/story-2/")


def test_drafts_of_old_have_no_address(export, client):
    run("import_wordpress", export, "--publish", "as-it-was")
    for number in (3, 4):
        assert client.get(f"/?p={number}").status_code == 200  # the front page
        assert client.get(f"/2019/05/17/story-{number}/").status_code == 404


def test_photo_of_another_month_is_another_photo(export, tmp_path):
    folder = tmp_path / "photos" / "2018" / "05"
    folder.mkdir(parents=True)
    (folder / "bridge.jpg").write_bytes(picture_bytes())
    _, lines, _ = run("import_wordpress", export, "--media", tmp_path / "photos", "--publish", "as-it-was")
    assert "blocker: “[PHOTO TO COME]” is a placeholder: something is still to come." in lines
    assert not Photo.objects.exists()


@pytest.mark.parametrize(
    ("content", "arguments", "said"),
    [
        (b"", [], "empty"),
        (b"<feed/>", [], "no export of WordPress"),
        (wxr(item(1)), ["--as", "nobody"], "no user called"),
        (wxr(item(1)), ["--mapping", "missing.json"], "missing.json"),
        (wxr(item(1)), ["--media", "missing.zip"], "no folder and no zip"),
        (wxr(), [], ""),
    ],
)
def test_what_cannot_be_read_is_a_sentence_and_exit_code_1(tmp_path, content, arguments, said):
    path = tmp_path / "export.xml"
    path.write_bytes(content)
    code, _, errors = run("import_wordpress", path, *arguments)
    assert code == 1
    assert said in "".join(errors)
    assert not Article.objects.exists()


def test_missing_file_and_faulty_mapping_are_sentences(export, tmp_path):
    assert run("import_wordpress", tmp_path / "none.xml")[0] == 1
    for words in ("no json", "[]", '{"desks": {"a": 1}}'):
        (tmp_path / "m.json").write_text(words)
        code, _, errors = run("import_wordpress", export, "--mapping", tmp_path / "m.json")
        assert (code, "mapping" in errors[0]) == (1, True)


def test_our_own_lines_come_in_with_everything(tmp_path):
    (tmp_path / "a.jpg").write_bytes(picture_bytes())
    story = {
        "id": 12, "headline": "The bridge is open", "body": '<p>Words.</p><img src="a.jpg">', "status": "published",
        "date": "2019-05-17T08:30:00", "byline": "Ada Diaz", "desk": "World", "topics": ["Bridges"], "unknown": 1,
        "photos": [{"file": "a.jpg", "caption": "It.", "credit": "Jo", "alt": "A bridge."}], "note": "Check.",
        "addresses": ["https://old.example/node/12"], "lead_photo": "a.jpg",
    }  # fmt: skip
    lines = [{"format": "newsroom-lines", "version": 1, "system": "drupal", "site": "https://old.example/"}, story]
    lines += [{"id": "13", "text": "One.\n\nTwo."}]
    path = tmp_path / "stories.jsonl"
    path.write_text("\n".join(map(json.dumps, lines)) + '\n{"id": 14, "status": "x"}\nrubbish\n[]\n{}\n')
    code, said, _ = run("import_lines", path, "--media", tmp_path, "--publish", "as-it-was")
    assert (code, said[-1]) == (2, "imported 2, unchanged 0, changed 0, skipped 0, failed 4")
    assert Edition.objects.get().headline == "The bridge is open"
    assert Article.objects.get(headline="").body == "<p>One.</p><p>Two.</p>"
    assert {"note: “unknown” was not carried.", "note: Check."} <= set(said)


def test_lines_of_another_format_are_refused(tmp_path):
    path = tmp_path / "stories.jsonl"
    path.write_text('{"format": "other"}\n{"id": 1}')
    assert run("import_lines", path)[0] == 1
    path.write_text("\n")
    assert run("import_lines", path)[0] == 1


def test_stories_of_every_other_system_come_in(tmp_path):
    ghost = tmp_path / "ghost.json"
    post = {"id": "p1", "uuid": "1", "title": "Ghostly", "slug": "a", "html": "<p>Words.</p>", "status": "published"}
    ghost.write_text(json.dumps({"data": {"posts": [post], "settings": [{"value": "hunter2"}]}}))
    ninjs = tmp_path / "ninjs.json"
    ninjs.write_text(
        json.dumps({"uri": "urn:1", "headline": "Wired", "body_html": "<p>Words.</p>", "by": "By Ada Diaz"})
    )
    nitf = tmp_path / "nitf.xml"
    nitf.write_text(
        "<nitf><head><title>Told</title></head><body><body.content><p>Words.</p></body.content></body></nitf>"
    )
    mail = tmp_path / "mail.eml"
    mail.write_text("Subject: Mailed\nFrom: Ada Diaz <a@x.example>\n\nWords.")
    for command, path, headline in (
        ("import_ghost", ghost, "Ghostly"), ("import_ninjs", ninjs, "Wired"), ("import_newsml", nitf, "Told"),
        ("import_eml", mail, "Mailed"),
    ):  # fmt: skip
        code, lines, errors = run(command, path)
        assert (code, lines[-1], errors) == (0, "imported 1, unchanged 0, changed 0, skipped 0, failed 0", [])
        assert Article.objects.get(headline=headline).body == "<p>Words.</p>"
        assert run(command, path)[1][-1] == "imported 0, unchanged 1, changed 0, skipped 0, failed 0"


@pytest.mark.parametrize("command", ["import_docx", "import_substack", "import_medium", "import_ghost", "import_ninjs"])
def test_what_another_system_did_not_write_is_a_sentence(tmp_path, command):
    path = tmp_path / "file.zip"
    path.write_bytes(b"rubbish")
    code, _, errors = run(command, path)
    assert code == 1
    assert "Traceback" not in "".join(errors)
