"""What `python -m http.server` would answer from a folder, without starting one, and a crawl of it."""

import re
from html import unescape
from posixpath import join, normpath
from urllib.parse import unquote, urlsplit

LINK = re.compile(r' (?:href|src|action|data-url)="([^"]*)"')
SETS = re.compile(r' (?:srcset|imagesrcset)="([^"]*)"')
IMPORTS = re.compile(r"""(?:from|import)\s*\(?["'](\.{0,2}/[^"']+)["']|url\(["']?([^"')]+)["']?\)""")


def served(folder, path):
    """The file at a path, or None where the server says 404."""
    name = unquote(path.partition("?")[0]).lstrip("/")
    target = folder / name / "index.html" if not name or name.endswith("/") else folder / name
    return target.read_bytes() if target.is_file() else None


def links_of(path, content):
    """The paths on the same server to which a page, style sheet or script leads."""
    text = content.decode(errors="replace")
    if path.endswith(("/", ".html")):
        found = LINK.findall(text)
        found += [part.split()[0] for each in SETS.findall(text) for part in each.split(",")]
    elif path.endswith((".css", ".js")):
        found = ["".join(pair) for pair in IMPORTS.findall(text)]
    else:
        return
    for link in found:
        parts = urlsplit(unescape(link))
        if not parts.scheme and not parts.netloc and parts.path:
            target = normpath(join(path.rpartition("/")[0] + "/", parts.path)).replace("//", "/")
            yield target + ("/" if parts.path.endswith("/") and target != "/" else "")


def crawl(folder, start="/"):
    """({path: content} of all that links lead to, {path: from where} of the broken ones)."""
    found, broken, waiting = {}, {}, [(start, "")]
    while waiting:
        path, source = waiting.pop()
        if path in found or path in broken:
            continue
        content = served(folder, path)
        if content is None:
            broken[path] = source
            continue
        found[path] = content
        waiting += [(link, path) for link in links_of(path, content)]
    return found, broken
