"""Static files of former versions go; those that the manifest names stay, compressed ones with them."""

import json

from tools.prune_static import prune


def test_only_what_the_manifest_names_stays(tmp_path):
    named = ["a/sheet.js", "a/sheet.123.js", "a/sheet.123.js.gz", "a/sheet.123.js.br", "staticfiles.json"]
    for name in [*named, "a/merge.js", "a/sheet.000.js", "a/sheet.000.js.br"]:
        path = tmp_path / name
        path.parent.mkdir(exist_ok=True)
        path.write_text("")
    (tmp_path / "staticfiles.json").write_text(json.dumps({"paths": {"a/sheet.js": "a/sheet.123.js"}}))
    assert prune(tmp_path) == 3
    assert sorted(file.relative_to(tmp_path).as_posix() for file in tmp_path.rglob("*.*")) == sorted(named)
    assert prune(tmp_path) == 0
