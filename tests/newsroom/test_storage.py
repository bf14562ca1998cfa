"""Static files: hashed names, also inside JavaScript modules, so that nothing stale is ever loaded."""

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


def test_imports_between_modules_use_hashed_names(tmp_path):
    names = collected(
        tmp_path, {"js/main.js": 'import { go } from "./part.js";\ngo();\n', "js/part.js": "export const go = 1;\n"}
    )
    assert names["js/part.js"].removeprefix("js/") in (tmp_path / names["js/main.js"]).read_text()


def test_files_are_kept_compressed_too(tmp_path):
    names = collected(tmp_path, {"readers/css/base.css": "p { color: black; }\n" * 100})
    for ending in ("gz", "br"):
        assert (tmp_path / f"{names['readers/css/base.css']}.{ending}").exists()
