"""Reads the environment for `settings`; an empty variable counts as unset, and a wrong one gets a sentence."""

import contextlib
import errno
import os
import secrets
import stat
import zoneinfo
from ipaddress import ip_address, ip_network
from pathlib import Path
from urllib.parse import parse_qsl, urlsplit

import environ
from django.core.exceptions import ImproperlyConfigured
from django.utils.translation import to_language

env = environ.Env()
env.ENVIRON = {name: value for name, value in os.environ.items() if value.strip()}

LONGEST_NUMBER = 6  # digits; a number of days, and more of them than anybody waits

_SWITCH = {"true": True, "1": True, "yes": True, "on": True, "false": False, "0": False, "no": False, "off": False}


def setting(name, default, read, like):
    """The variable `name` as `read` makes it of the text, `default` when unset; both are texts.

    Raises ImproperlyConfigured with a sentence for the person who runs the newsroom; `like` is a right value.
    """
    text = env.str(name, default=default).strip()
    try:
        return read(text)
    except (ValueError, KeyError, OSError, ImproperlyConfigured) as error:
        # The value itself is not repeated: it may hold a password, and this sentence ends up in logs.
        why = f" The system says: {error.strerror}." if isinstance(error, OSError) and error.strerror else ""
        raise ImproperlyConfigured(f"{name} can't be used as it is set. Write it like {like}.{why}") from error


def whole_number(text):
    """A whole number that is not negative. Raises ValueError."""
    if not (text.isdecimal() and len(text) <= LONGEST_NUMBER):
        raise ValueError("not a whole number")
    return int(text)


def folder(text):
    """An existing folder that we may write to, made where it is missing. Raises OSError."""
    path = Path(text).resolve()
    path.mkdir(mode=0o700, parents=True, exist_ok=True)  # it holds drafts and password hashes
    if not os.access(path, os.R_OK | os.W_OK | os.X_OK):
        why = errno.EROFS if os.statvfs(path).f_flag & os.ST_RDONLY else errno.EACCES
        raise OSError(why, os.strerror(why), str(path))
    return path


def only_ours(*paths):
    """Take from everybody else what they may do with these files and folders of ours, as far as there are any.

    Programs before this one made them so that the whole machine could read them.
    """
    for path in paths:
        with contextlib.suppress(FileNotFoundError):
            found = path.stat()
            if found.st_mode & 0o077 and found.st_uid == os.geteuid():
                path.chmod(stat.S_IMODE(found.st_mode) & 0o700)


def stored_secret(path):
    """The key stored in `path`, made on first use and readable by its owner only. Raises OSError."""
    if not path.exists():
        mine = path.with_name(f"{path.name}.{os.getpid()}")
        with os.fdopen(os.open(mine, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600), "w") as file:
            file.write(secrets.token_urlsafe(50))
        # A link appears whole or not at all: of several first starts at once, one sets the key and all read it.
        with contextlib.suppress(FileExistsError):
            os.link(mine, path)
        mine.unlink()
    return path.read_text()


def kept_key(path):
    """The text of the key that a restore has put into `path`; "" where none has."""
    with contextlib.suppress(FileNotFoundError):
        return path.read_text(encoding="ascii").strip()
    return ""


def signing_key(text):
    """The key of 32 bytes as hexadecimal digits, or "" for none. Raises ValueError for anything else."""
    if text and len(bytes.fromhex(text)) != 32:
        raise ValueError("not a key")
    return text


def switch(text):
    """True or False. Raises KeyError for a word that is neither yes nor no."""
    return _SWITCH[text.lower()]


def names(text):
    """The names with commas between them, folded to one case."""
    return frozenset(name.strip().casefold() for name in text.split(",") if name.strip())


def interface_languages(locale):
    """The codes of the languages that readers' pages speak: English, and each that has a catalogue in `locale`."""
    return ["en", *sorted(to_language(path.parts[-3]) for path in locale.glob("*/LC_MESSAGES/django.mo"))]


def site_url(text):
    """The public address without a slash at its end. Raises ValueError unless it is only http(s), a host and a port."""
    parts = urlsplit(text)
    is_bare = parts.path in ("", "/") and not (parts.query or parts.fragment or parts.username)
    if parts.scheme not in ("http", "https") or not parts.hostname or not is_bare:
        raise ValueError("not the address of a site")
    parts.port  # noqa: B018  reading it raises ValueError for a port that can't be
    return text.rstrip("/")


def web_address(text):
    """A full http(s) address, or "" for none. Raises ValueError for anything else."""
    parts = urlsplit(text)
    if text and (parts.scheme not in ("http", "https") or not parts.hostname):
        raise ValueError("not a web address")
    return text


def purge_address(text):
    """Where a CDN is told what changed, or "" for none: an https address, or http in the house. Raises ValueError."""
    parts = urlsplit(text)
    if not text or (parts.scheme == "https" and parts.hostname and not parts.username):
        return text
    host = parts.hostname or ""
    is_near = host == "localhost" or ("." not in host and ":" not in host) or ip_address(host).is_private
    if parts.scheme != "http" or not host or not is_near or parts.username:
        raise ValueError("not an address for purges")
    return text


def identity_provider(text):
    """The address of an identity provider without a slash at its end, or "" for none. Raises ValueError for any other.

    It says who people are, so what it says must not be changed on the way: https, but on this machine.
    """
    address = web_address(text).rstrip("/")
    parts = urlsplit(address)
    if parts.scheme == "http" and parts.hostname not in ("localhost", "127.0.0.1", "::1"):
        raise ValueError("not over https")
    return address


def token(text):
    """A secret for the head of a request, "" for none. Raises ValueError for one that is short or can stand in none."""
    if text and not (len(text) >= 16 and text.isascii() and text.isprintable() and " " not in text):
        raise ValueError("no token")
    return text


def networks(text):
    """The networks of a list with commas; an address is one of its own. Raises ValueError."""
    return [ip_network(part.strip()) for part in text.split(",") if part.strip()]


def time_zone(text):
    """The name of a time zone. Raises ValueError or KeyError for one that doesn't exist."""
    return zoneinfo.ZoneInfo(text).key


def database(text):
    """Django's settings of the database at a URL. Raises ValueError for what is no database's URL, and OSError.

    A SQLite file is made here, for SQLite itself would let the whole machine read it; the files that it lays beside it
    follow its rights.
    """
    if urlsplit(text).scheme not in env.DB_SCHEMES:
        raise ValueError("not the address of a database")
    facts = env.db_url_config(text)
    if facts["ENGINE"] == "django.db.backends.sqlite3" and ":" not in str(facts["NAME"]):  # as in ":memory:"
        path = Path(facts["NAME"])
        os.close(os.open(path, os.O_RDONLY | os.O_CREAT, 0o600))
        only_ours(path, *(path.with_name(path.name + beside) for beside in ("-wal", "-shm")))
    return facts


def certificates(text):
    """The PEM certificates in the file at a path, "" for no path. Raises OSError or ValueError."""
    pem = Path(text).read_text(encoding="ascii") if text else ""
    if text and "-----BEGIN CERTIFICATE-----" not in pem:
        raise ValueError("no certificate in it")
    return pem


def storage(text):
    """Where photos are kept: a function that gives Django's storage settings for a folder there; None for no address.

    `s3://bucket/folder?region=…&endpoint=…` is a bucket at Amazon or at any service that speaks its language; keys
    are read where boto3 reads them (AWS_ACCESS_KEY_ID and so on), so that none stands in an address. Raises ValueError
    for another address and KeyError for another option.
    """
    if not text:
        return None
    parts = urlsplit(text)
    if parts.scheme != "s3" or not parts.hostname or parts.username:
        raise ValueError("not the address of a bucket")
    names = {"region": "region_name", "endpoint": "endpoint_url"}
    bucket = {"bucket_name": parts.netloc} | {names[name]: value for name, value in parse_qsl(parts.query)}
    above = parts.path.strip("/")

    def in_folder(folder):
        options = bucket | {"location": f"{above}/{folder}".strip("/"), "file_overwrite": folder != "uploads"}
        return {"BACKEND": "storages.backends.s3.S3Storage", "OPTIONS": options}

    return in_folder
