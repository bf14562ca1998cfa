"""Where links really lead: mail programs, searches, networks and filters put an address of their own around it."""

import re
from base64 import urlsafe_b64decode
from binascii import Error
from urllib.parse import SplitResult, parse_qs, unquote, urlsplit

# (host, path, parameter with the real address) of addresses that only lead on.
_KNOWN = tuple(
    (re.compile(host), path, name)
    for host, path, name in (
        (r"(www\.)?google\.\w+(\.\w+)?", "/url", "q"),
        (r"(www\.)?google\.\w+(\.\w+)?", "/url", "url"),
        (r"[\w.-]+\.safelinks\.protection\.outlook\.com", "/", "url"),
        (r"statics\.teams\.(cdn\.office\.net|microsoft\.com)", "/", "url"),
        (r"lm?\.(facebook|instagram|messenger|threads)\.(com|net)", "/", "u"),
        (r"(www\.)?linkedin\.com", "/redir/", "url"),
        (r"(www\.)?linkedin\.com", "/safety/go", "url"),
        (r"(www\.)?youtube\.com", "/redirect", "q"),
        (r"slack-redir\.net", "/link", "url"),
        (r"(m\.)?vk\.com", "/away.php", "to"),
        (r"duckduckgo\.com", "/l/", "uddg"),
        (r"t\.umblr\.com", "/redirect", "z"),
        (r"linkprotect\.cudasvc\.com", "/url", "a"),
        (r"(out\.reddit|protect\d?\.fireeye|medium|disq)\.(com|us)", "/", "url"),
        (r"protect\d?\.fireeye\.com", "/", "u"),
        (r"(www\.)?exit\.sc", "/", "url"),
    )
)
# What a last part of a path, and a parameter, are called where a page says "you are leaving us".
_LEADS_ON = re.compile(
    r"(url|link|redir(ect)?(or)?|away|out|outbound|goto|go|leave|leaving|exit|jump|linkfilter)(\.\w+)?"
)
_TARGETS = ("url", "u", "q", "to", "target", "dest", "destination", "link", "goto", "redirect", "href")
_WEB = re.compile(r"https?://[^/\s]+\.[^/\s]")
_IN_PATH = re.compile(r"/RU=([^/]+)/")  # Yahoo
_ENCODED_IN_PATH = re.compile(r"https?(?::|%3a)(?:/|%2f){2}.+", re.IGNORECASE)
_DEFENSE = re.compile(r"https://urldefense\.(?:com|us)/v3/__(?P<address>.+?)__;(?P<signs>[\w*-]*)!")
_AMP = re.compile(r"(?:https?://[\w.-]*google\.\w+(?:\.\w+)?/amp|https?://[\w-]+\.cdn\.ampproject\.org/[cv])/(s/)?(.+)")


def unwrapped_link(href: str) -> str:
    """Where a link really leads; the link itself where it leads there at once."""
    try:
        address = urlsplit(href)
    except ValueError:  # no address at all
        return href
    return _from_path(href, address) or _from_question(address) or href


def _from_question(address: SplitResult) -> str:
    """The real address where it is a parameter, else ""."""
    asked = parse_qs(address.query)
    host = address.netloc.lower()
    if host in ("bing.com", "www.bing.com") and address.path.startswith("/ck/"):
        return _from_base64(asked.get("u", [""])[0].removeprefix("a1"))
    if host == "urldefense.proofpoint.com" and "u" in asked:
        return unquote(asked["u"][0].replace("-", "%").replace("_", "/"))
    for known, path, name in _KNOWN:
        if name in asked and known.fullmatch(host) and address.path.startswith(path):
            return asked[name][0]
    if _LEADS_ON.fullmatch(address.path.rstrip("/").rpartition("/")[2].lower()):
        return next((asked[name][0] for name in _TARGETS if name in asked and _WEB.match(asked[name][0])), "")
    return ""


def _from_path(href: str, address: SplitResult) -> str:
    """The real address where it is part of the path, else ""."""
    if defended := _DEFENSE.match(href):
        return _undefended(defended["address"], defended["signs"])
    if amp := _AMP.fullmatch(href):
        return f"{'https' if amp[1] else 'http'}://{amp[2]}"
    host = address.netloc.lower()
    if host == "r.search.yahoo.com" and (found := _IN_PATH.search(href)):
        return unquote(found[1])
    if host == "secure-web.cisco.com" and (found := _ENCODED_IN_PATH.search(address.path)):
        return unquote(found[0])
    return ""


def _undefended(address: str, signs: str) -> str:
    """An address as Proofpoint found it: single asterisks stand for the signs that it kept aside."""
    if "*" not in address:
        return address
    kept = iter(_from_base64(signs))
    return re.sub(r"(?<!\*)\*(?!\*)", lambda star: next(kept, star[0]), address)


def _from_base64(letters: str) -> str:
    try:
        return urlsafe_b64decode(letters + "=" * (-len(letters) % 4)).decode()
    except (Error, UnicodeDecodeError):
        return ""
