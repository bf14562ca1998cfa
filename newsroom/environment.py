"""Reads the environment for `settings`; an empty variable counts as unset, and a wrong one gets a sentence."""

import os
import zoneinfo
from ipaddress import ip_network
from pathlib import Path
from urllib.parse import parse_qsl, urlsplit

import environ
from django.core.exceptions import ImproperlyConfigured
from django.utils.translation import to_language

env = environ.Env()
env.ENVIRON = {name: value for name, value in os.environ.items() if value.strip()}

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
        raise ImproperlyConfigured(f"{name} can't be used as it is set. Write it like {like}.") from error


def folder(text):
    """An existing folder, made where it is missing. Raises OSError."""
    path = Path(text).resolve()
    path.mkdir(mode=0o700, parents=True, exist_ok=True)  # it holds drafts and password hashes
    return path


def switch(text):
    """True or False. Raises KeyError for a word that is neither yes nor no."""
    return _SWITCH[text.lower()]


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


def networks(text):
    """The networks of a list with commas; an address is one of its own. Raises ValueError."""
    return [ip_network(part.strip()) for part in text.split(",") if part.strip()]


def time_zone(text):
    """The name of a time zone. Raises ValueError or KeyError for one that doesn't exist."""
    return zoneinfo.ZoneInfo(text).key


def database(text):
    """Django's settings of the database at a URL. Raises ValueError for what is no database's URL."""
    if urlsplit(text).scheme not in env.DB_SCHEMES:
        raise ValueError("not the address of a database")
    return env.db_url_config(text)


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
