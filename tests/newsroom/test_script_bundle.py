"""One script of many modules: their names apart, in the order of their imports, or refused."""

import pytest

from newsroom.script_bundle import NotBundled, bundle
from tests.conventions.source import ROOT

ENTRY = """import { go, say as tell } from "./part.js"
import "./deep/side.js"
const name = "entry"
tell(name)
go()
"""
PART = """import * as words from "./deep/words.js"
const name = "part"
export const say = (what) => words.log(what)
export async function go() {
  say((await import("./deep/last.js")).end)
}
"""
MODULES = {
    "a/entry.js": ENTRY,
    "a/part.js": PART,
    "a/deep/words.js": "export function log(what) {\n  console.log(what)\n}\n",
    "a/deep/side.js": 'console.log("side")\n',
    "a/deep/last.js": 'import { log } from "./words.js"\nexport const end = typeof log\n',
}


def test_modules_are_joined_in_the_order_of_their_imports_and_keep_their_names_apart():
    text = bundle("a/entry.js", MODULES.__getitem__)
    assert text.index("function log") < text.index('name = "part"') < text.index('name = "entry"')
    assert text.index("typeof log") < text.index('name = "entry"'), "what is imported later is there by then"
    assert "./" not in text and text.count("const name") == 2 and text.count("function log") == 1
    assert "const { go, say: tell } = module" in text and "return { say, go }" in text
    assert "(await Promise.resolve(module" in text


def test_comments_stay_behind_and_nothing_else():
    text = '/** Says\n *  so. */\nexport const a = "// not one"\n  // of\n  // two lines\nconst b = 1 // kept\n'
    joined = bundle("a.js", {"a.js": text}.__getitem__)
    assert (
        'const a = "// not one"\nconst b = 1 // kept' in joined and "two lines" not in joined and "Says" not in joined
    )


def test_indents_and_blank_lines_stay_behind_but_those_of_a_string_over_several_lines():
    plain = "export const a = 1\n\nif (a) {\n  go()\n}\n"
    assert "a = 1\nif (a) {\ngo()\n}" in bundle("a.js", {"a.js": plain}.__getitem__)
    words = "export const a = `one\n\n  two`\n"
    assert "`one\n\n  two`" in bundle("a.js", {"a.js": words}.__getitem__)


def test_libraries_are_imported_once_by_their_own_name():
    text = bundle(
        "main.js",
        {
            "main.js": 'import * as all from "library/it"\nimport { a } from "./other.js"\na(all)\n',
            "other.js": 'import { b as c } from "library/it"\nexport const a = c\n',
        }.__getitem__,
    )
    assert text.count('from "library/it"') == 1
    assert "const all = library" in text and "const { b: c } = library" in text


@pytest.mark.parametrize(
    "text", ["export default 1\n", "export let a = 1\n", 'export { a } from "./b.js"\n', 'import a from "./b.js"\n']
)
def test_module_written_otherwise_is_refused(text):
    with pytest.raises(NotBundled):
        bundle("a.js", {"a.js": text, "b.js": ""}.__getitem__)


def test_modules_that_import_each_other_are_refused():
    with pytest.raises(NotBundled, match="imports itself"):
        bundle("a.js", {"a.js": 'import "./b.js"\n', "b.js": 'import "./a.js"\n'}.__getitem__)


def test_the_sheets_own_modules_can_be_joined():
    static = ROOT / "newsroom/static"
    text = bundle("editors/story/sheet.js", lambda name: (static / name).read_text())
    assert text.count('from "') == text.count('from "django-prose-editor/editor"') == 1
    modules = [*(static / "editors/story").rglob("*.js"), static / "editors/photos/focal-point.js"]
    assert text.count("\n})()\n") == len(modules), "each once"
