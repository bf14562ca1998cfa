"""A desk's channel: only https, only machines of the open internet, and what is said there."""

import json
import socket

import pytest

from articles.editorial.notifications import channel
from articles.editorial.notifications.channel import (
    ChannelFailed,
    ChannelRefused,
    PublicHTTPSConnection,
    require_channel,
    say,
)

REFUSED = [
    "",
    "http://hooks.example.org/x",
    "ftp://hooks.example.org/x",
    "https:///x",
    "https://user@hooks.example.org/x",
    "https://hooks.example.org/x y",
    "https://hooks.example.org:99999/",
    "https://127.0.0.1/",
    "https://10.0.0.8/x",
    "https://169.254.169.254/latest/meta-data",
    "https://[::1]/",
    "https://[::ffff:10.0.0.8]/",
    "https://[fe80::1]/",
    "https://[2002:7f00:1::]/",
]


@pytest.mark.parametrize("address", REFUSED)
def test_addresses_of_the_house_are_refused(address):
    with pytest.raises(ChannelRefused, match="https address"):
        require_channel(address)


def test_address_of_the_open_internet_is_taken_apart():
    assert require_channel("https://hooks.example.org/a/b?c=d") == ("hooks.example.org", 443, "/a/b?c=d")
    assert require_channel("https://8.8.8.8:8443") == ("8.8.8.8", 8443, "/")


@pytest.mark.parametrize("found", [["127.0.0.1"], ["8.8.8.8", "10.0.0.8"], []])
def test_name_that_leads_into_the_house_is_refused_when_it_is_looked_up(monkeypatch, found):
    rows = [(socket.AF_INET, socket.SOCK_STREAM, 6, "", (address, 443)) for address in found]
    monkeypatch.setattr(channel.socket, "getaddrinfo", lambda *args, **kwargs: rows)
    with pytest.raises(ChannelRefused):
        say("https://hooks.example.org/x", "Handed in.")


def test_connection_goes_to_the_address_that_was_looked_at(monkeypatch):
    asked = []

    class Context:
        """Wraps nothing."""

        def wrap_socket(self, sock, server_hostname):
            asked.append((sock, server_hostname))
            return sock

    monkeypatch.setattr(channel.socket, "getaddrinfo", lambda *a, **k: [(2, 1, 6, "", ("8.8.8.8", 443))])
    monkeypatch.setattr(channel.socket, "create_connection", lambda address, timeout: address)
    connection = PublicHTTPSConnection("hooks.example.org", 443, timeout=3)
    vars(connection)["_context"] = Context()
    connection.connect()
    assert asked == [(("8.8.8.8", 443), "hooks.example.org")]


class Answering:
    """Stands for a connection: notes what is posted, and answers with a status or fails."""

    status, posted, fails = 200, None, None

    def __init__(self, *args, **kwargs):
        """Take what a connection takes."""

    def request(self, method, path, body, headers):
        if Answering.fails:
            raise Answering.fails
        Answering.posted = (method, path, json.loads(body))

    def getresponse(self):
        return self

    def close(self):
        """Nothing is open."""


def test_sentence_is_posted_in_slacks_shape(monkeypatch):
    monkeypatch.setattr(channel, "PublicHTTPSConnection", Answering)
    say("https://hooks.example.org/x", "Handed in.")
    assert Answering.posted == ("POST", "/x", {"text": "Handed in."})


@pytest.mark.parametrize(("status", "fails"), [(302, None), (500, None), (200, OSError("refused"))])
def test_channel_that_does_not_take_it_has_failed(monkeypatch, status, fails):
    monkeypatch.setattr(channel, "PublicHTTPSConnection", Answering)
    monkeypatch.setattr(Answering, "status", status)
    monkeypatch.setattr(Answering, "fails", fails)
    with pytest.raises(ChannelFailed):
        say("https://hooks.example.org/x", "Handed in.")
