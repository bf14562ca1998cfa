"""The client's address is the proxy's word where there is a proxy, and nobody else's anywhere."""

import pytest

from articles.client_address import client_address, client_network
from newsroom.environment import networks


@pytest.mark.parametrize(
    ("site", "remote", "forwarded", "address"),
    [
        ("http://127.0.0.1:8000", "192.0.2.1", None, "192.0.2.1"),
        ("http://127.0.0.1:8000", "192.0.2.1", "198.51.100.7", "192.0.2.1"),
        ("https://news.example", "192.0.2.1", "6.6.6.6, 198.51.100.7", "198.51.100.7"),
        ("https://news.example", "192.0.2.1", "2001:DB8::7", "2001:db8::7"),
        ("https://news.example", "192.0.2.1", None, "192.0.2.1"),
        ("https://news.example", "192.0.2.1", "198.51.100.7, unknown", "192.0.2.1"),
        ("https://news.example", "", "", None),
        ("https://news.example", "9.9.9.9", "198.51.100.7", "9.9.9.9"),
        ("https://news.example", "10.0.0.1", "8.8.8.8, 10.0.0.7", "10.0.0.7"),
        ("http://127.0.0.1:8000", "fe80::1%eth0", None, "fe80::1"),
        ("http://127.0.0.1:8000", "", None, None),
    ],
)
def test_address_is_the_last_that_the_proxy_names_where_there_is_one(rf, settings, site, remote, forwarded, address):
    settings.SITE_URL = site
    headers = {"X-Forwarded-For": forwarded} if forwarded is not None else {}
    assert client_address(rf.get("/", headers=headers, REMOTE_ADDR=remote)) == address


@pytest.mark.parametrize(
    ("remote", "forwarded", "address"),
    [
        ("9.9.9.9", "8.8.8.8", "8.8.8.8"),
        ("9.9.9.9", "7.7.7.7, 8.8.8.8, 10.1.2.3", "8.8.8.8"),
        ("::ffff:9.9.9.9", "8.8.8.8", "8.8.8.8"),
        ("9.9.9.9", "nonsense, 10.1.2.3", "10.1.2.3"),
        ("9.9.9.9", None, "9.9.9.9"),
        ("127.0.0.1", "8.8.8.8", "127.0.0.1"),
        ("9.9.9.9", "8.8.8.8" + ", 10.1.2.3" * 19, "8.8.8.8"),
        ("9.9.9.9", "8.8.8.8" + ", 10.1.2.3" * 9000, "10.1.2.3"),
        ("", "8.8.8.8", None),
    ],
)
def test_named_proxies_are_believed_and_nobody_else(rf, settings, remote, forwarded, address):
    settings.TRUSTED_PROXIES = networks("9.9.9.9, 10.0.0.0/8")
    headers = {"X-Forwarded-For": forwarded} if forwarded is not None else {}
    assert client_address(rf.get("/", headers=headers, REMOTE_ADDR=remote)) == address


@pytest.mark.parametrize(
    ("remote", "network"),
    [
        ("192.0.2.1", "192.0.2.1"),
        ("2001:db8:1:2:3:4:5:6", "2001:db8:1:2::"),
        ("2001:db8:1:2::", "2001:db8:1:2::"),
        ("::ffff:192.0.2.1", "192.0.2.1"),
        ("", None),
    ],
)
def test_attempts_are_counted_by_all_that_a_subscriber_has(rf, remote, network):
    assert client_network(rf.get("/", REMOTE_ADDR=remote)) == network
