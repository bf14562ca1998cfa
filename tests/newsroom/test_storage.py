"""Static files: hashed names, also inside JavaScript modules, so that nothing stale is ever loaded."""

import pytest
from django.core.files.base import ContentFile

from newsroom.storage import HashedStaticFiles


def collected(tmp_path, files):
    """{name: hashed name} after the files were collected."""
    storage = HashedStaticFiles(location=tmp_path, base_url="/static/")
    for name, text in files.items():
        storage.save(name, ContentFile(text.encode()))
    results = list(storage.post_process({name: (storage, name) for name in files}))
    assert not [result for _, _, result in results if isinstance(result, Exception)]
    return dict(storage.hashed_files)


@pytest.mark.parametrize("end", [";", ""])
@pytest.mark.parametrize(
    "imported",
    ['import { go } from "./part.js"', 'import * as all from "./part.js"', 'import "./part.js"', 'import("./part.js")'],
)
def test_imports_between_modules_use_hashed_names(tmp_path, imported, end):
    names = collected(tmp_path, {"js/main.js": f"{imported}{end}\ngo()\n", "js/part.js": "export const go = 1;\n"})
    written = (tmp_path / names["js/main.js"]).read_text()
    assert names["js/part.js"].removeprefix("js/") in written and "./part.js" not in written


def test_files_are_kept_compressed_too(tmp_path):
    names = collected(tmp_path, {"readers/css/base.css": "p { color: black; }\n" * 100})
    for ending in ("gz", "br"):
        assert (tmp_path / f"{names['readers/css/base.css']}.{ending}").exists()


def test_own_styles_are_served_without_their_comments(tmp_path):
    styles = '/* Why:\n it is so. */\n\na::before { content: "/* kept */"; margin: 1px/* two */2px }\n/* end */'
    names = collected(tmp_path, {"readers/css/base.css": styles, "other/css/theirs.css": "/*! Licence */ b { top: 0 }"})
    own, theirs = ((tmp_path / names[name]).read_text() for name in ("readers/css/base.css", "other/css/theirs.css"))
    assert own.strip() == 'a::before { content: "/* kept */"; margin: 1px 2px }'
    assert theirs.startswith("/*! Licence */")
