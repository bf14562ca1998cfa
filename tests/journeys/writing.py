"""How journeys write on the sheet: keys, pasted and dropped things, and waiting for what the sheet then shows."""

import base64

ADD = "/admin/articles/article/add/"
TRANSFER = """(box, files, texts) => {
    const transfer = new DataTransfer();
    for (const [kind, text] of Object.entries(texts)) transfer.setData(kind, text);
    for (const [name, type, data] of files) {
        const bytes = Uint8Array.from(atob(data), sign => sign.charCodeAt(0));
        transfer.items.add(new File([bytes], name, { type }));
    }
    return transfer;
}"""
PASTE = f"""(box, {{ files, texts }}) => {{
    const clipboardData = ({TRANSFER})(box, files, texts);
    box.dispatchEvent(new ClipboardEvent("paste", {{ clipboardData, bubbles: true, cancelable: true }}));
}}"""
DROP = f"""(box, {{ files, texts }}) => {{
    const dataTransfer = ({TRANSFER})(box, files, texts);
    const {{ left, bottom }} = box.lastElementChild.getBoundingClientRect();
    const place = {{ clientX: left + 5, clientY: bottom - 3, bubbles: true, cancelable: true }};
    box.dispatchEvent(new DragEvent("drop", {{ dataTransfer, ...place }}));
}}"""


def sheet(page):
    """The prose editor, ready to type in, with the caret in it."""
    text = sheet_is_there(page)
    page.evaluate("document.querySelector('.ProseMirror').editor.commands.focus('end')")
    keys_go_into_the_text(page)
    return text


def sheet_is_there(page):
    """The prose editor, once all scripts of the sheet run: what listens to a selection is none of the first."""
    text = page.locator(".ProseMirror[contenteditable=true]")
    text.wait_for()
    page.wait_for_load_state()
    return text


def keys_go_into_the_text(page):
    """Wait until they do: the editor takes the focus back in the next frame, after a window over it was closed."""
    page.wait_for_function("() => document.querySelector('.ProseMirror').editor.view.hasFocus()")


def body(page):
    """The body as the form would send it."""
    return page.locator("textarea[name=body]").input_value()


def picture(data, name="photo.jpg"):
    """A file as `paste` and `drop` take it."""
    return [name, "image/jpeg", base64.b64encode(data).decode()]


def paste(page, *, text="", html="", files=(), into=".ProseMirror"):
    """Paste at the caret what another program would have put on the clipboard."""
    texts = {kind: said for kind, said in (("text/plain", text), ("text/html", html)) if said}
    page.locator(into).evaluate(PASTE, {"files": list(files), "texts": texts})


def drop(page, *files):
    """Drop files at the end of the text."""
    page.locator(".ProseMirror").evaluate(DROP, {"files": list(files), "texts": {}})


def choose(page, typed, meant):
    """In the window that is open, type and take the choice that says `meant`."""
    field = page.locator(".window [role=combobox]")
    field.wait_for()
    page.keyboard.type(typed)
    page.locator(".window [role=option][aria-selected=true]", has_text=meant).wait_for()
    page.keyboard.press("Enter")
    page.locator(".window").wait_for(state="detached")
    keys_go_into_the_text(page)


def said(page, words):
    """Wait until the line under the text says these words."""
    page.locator(".sheet-status", has_text=words).wait_for()
