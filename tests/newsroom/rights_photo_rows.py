"""The rows of the table of rights about the photo library."""

from django.core.files.uploadedfile import SimpleUploadedFile

from tests import builders
from tests.newsroom.rights_cast import PEOPLE
from tests.newsroom.rights_table import KEEPERS, LIBRARY, PUBLISH, of_thing, row, said, stock

EVERY = tuple(PEOPLE)


def picture():
    return SimpleUploadedFile("a.jpg", builders.picture_bytes())


stock("media_photo", "photo", view=LIBRARY, add=LIBRARY, change=LIBRARY, delete=KEEPERS)
PHOTO = "admin:media_photo_"
row(
    f"{PHOTO}changelist",
    post=LIBRARY,
    body=lambda w, s: {"action": "confirm_words", "_selected_action": [w.things["photo"].pk], "index": 0},
    changes=False,
)
row(
    f"{PHOTO}change",
    post=PUBLISH | {"photo editor"},
    people=EVERY,
    args=lambda world, story: {"object_id": str(world.things["photo of live"].pk)},
    body=said(alt="Another.", credit="Photo: Ada Lens", caption="Shown anew.", focus_x=0.5, focus_y=0.5),
)
row(
    f"{PHOTO}changelist",
    post=PUBLISH | {"photo editor"},
    people=EVERY,
    body=lambda world, story: {
        "action": "edit_together",
        "_selected_action": [world.things["photo of live"].pk],
        "index": 0,
        "apply": "1",
        "credit": "Photo: Mine",
    },
    answers=(200, 302),
)
row(f"{PHOTO}proof", get=LIBRARY, args=of_thing("photo", width=320))
row(f"{PHOTO}upload", get=LIBRARY, post=LIBRARY, body=lambda world, story: {"files": picture()})
row(
    f"{PHOTO}describe",
    get=LIBRARY,
    post=LIBRARY,
    query=lambda w, s: {"photos": w.things["photo"].pk},
    body=lambda w, s: {f"{w.things['photo'].pk}-alt": "Another."},
)
row(f"{PHOTO}replace", get=LIBRARY, post=LIBRARY, args=of_thing("photo"), body=lambda world, story: {"file": picture()})
row(
    f"{PHOTO}replace",
    get=PUBLISH,
    post=PUBLISH,
    people=EVERY,
    args=of_thing("photo of live"),
    body=lambda world, story: {"file": picture()},
)
row(
    f"{PHOTO}former",
    get=LIBRARY,
    post=LIBRARY,
    args=of_thing("photo"),
    body=lambda w, s: {"former": w.things["former"].pk},
)
row(f"{PHOTO}former_file", get=LIBRARY, args=lambda w, s: {"pk": w.things["photo"].pk, "former": w.things["former"].pk})
row(f"{PHOTO}at_risk", get=LIBRARY, post=LIBRARY, changes=False)
