"""What the one guarded fetch refuses: hostile addresses, names and answers. Nothing here asks the net or waits."""

import gzip
import itertools
import socket
import threading

import pytest

from articles.exchange.fetching import Fetcher, Limits, NotFetched, addresses_of, connected
from articles.exchange.network_addresses import is_public, public_host
from tests.articles.exchange.guarded import OK, OUTSIDE, Clock, fetcher_to, serving

PAGE = "https://old.example/a.jpg"
NETWORK = {
    "this network": "0.0.0.0",
    "this network, later": "0.1.2.3",
    "private A": "10.1.2.3",
    "carriers": "100.64.0.1",
    "carriers' last": "100.127.255.255",
    "this machine": "127.0.0.1",
    "this machine, elsewhere": "127.255.255.254",
    "this link": "169.254.0.1",
    "secrets of clouds": "169.254.169.254",
    "private B": "172.16.0.1",
    "private B, last": "172.31.255.255",
    "protocol assignments": "192.0.0.8",
    "NAT64 discovery": "192.0.0.170",
    "PCP anycast": "192.0.0.9",
    "documentation 1": "192.0.2.1",
    "AS112": "192.31.196.1",
    "multicast relay": "192.52.193.1",
    "6to4 relay": "192.88.99.1",
    "private C": "192.168.1.1",
    "AS112 delegated": "192.175.48.1",
    "benchmarks": "198.18.0.1",
    "benchmarks, last": "198.19.255.255",
    "documentation 2": "198.51.100.1",
    "documentation 3": "203.0.113.1",
    "multicast": "224.0.0.1",
    "reserved": "240.0.0.1",
    "broadcast": "255.255.255.255",
    "unspecified 6": "::",
    "this machine 6": "::1",
    "mapped machine": "::ffff:127.0.0.1",
    "mapped in hexadecimal": "::ffff:7f00:1",
    "mapped private": "::ffff:10.0.0.1",
    "mapped outside": "::ffff:93.184.216.34",
    "translated by SIIT": "::ffff:0:127.0.0.1",
    "compatible": "::127.0.0.1",
    "compatible private": "::10.0.0.1",
    "NAT64 of this machine": "64:ff9b::7f00:1",
    "NAT64 of secrets": "64:ff9b::169.254.169.254",
    "NAT64 local": "64:ff9b:1::1",
    "6to4 of this machine": "2002:7f00:1::",
    "6to4 of private": "2002:c0a8:101::1",
    "6to4 of outside": "2002:5db8:d822::1",
    "Teredo": "2001:0:4136:e378:8000:63bf:3fff:fdd2",
    "Teredo of this machine": "2001:0:7f00:1::80ff:fffe",
    "benchmarks 6": "2001:2::1",
    "ORCHID": "2001:10::1",
    "ORCHID 2": "2001:20::1",
    "documentation 6": "2001:db8::1",
    "documentation 6, new": "3fff::1",
    "experiment": "3ffe::1",
    "AS112 6": "2620:4f:8000::1",
    "discard": "100::1",
    "segment routing": "5f00::1",
    "unique local": "fc00::1",
    "unique local d": "fd12:3456:789a::1",
    "clouds' secrets 6": "fd00:ec2::254",
    "link local": "fe80::1",
    "link local with a zone": "fe80::1%lo",
    "outside with a zone": "2606:2800:220:1::1%eth0",
    "site local": "fec0::1",
    "multicast 6": "ff02::1",
    "unassigned": "4000::1",
    "octal": "0177.0.0.1",
    "hexadecimal": "0x7f.0.0.1",
    "short": "127.1",
    "one number": "2130706433",
    "rubbish": "rubbish",
    "nothing": "",
}
ADDRESSES = {
    "hexadecimal short": "https://0x7f.1/",
    "hexadecimal whole": "https://0x7f000001/",
    "one number": "https://2130706433/",
    "octal": "https://0177.0.0.1/",
    "short": "https://127.1/",
    "loopback": "https://127.0.0.1/",
    "zero": "https://0/",
    "full-width digits": "https://１２７.0.0.1/",
    "circled digits": "https://①②⑦.0.0.1/",
    "full-width dots": "https://127。0。0。1/",
    "IPv6 loopback": "https://[::1]/",
    "IPv6 mapped": "https://[::ffff:127.0.0.1]/",
    "IPv6 with a zone": "https://[fe80::1%25lo]/",
    "dot at the end": "https://old.example./a.jpg",
    "localhost": "https://localhost/",
    "name under localhost": "https://a.localhost/",
    "localhost with a dot": "https://localhost./",
    "mDNS": "https://printer.local/",
    "internal": "https://metadata.google.internal/",
    "home network": "https://router.lan/",
    "home.arpa": "https://nas.home.arpa/",
    "onion": "https://abcdefghij234567.onion/",
    "bare name": "https://intranet/",
    "userinfo": "https://user:secret@old.example/",
    "host as userinfo": "https://old.example@evil.example/",
    "blank userinfo": "https://@old.example/",
    "backslash": "https://old.example\\@evil.example/",
    "percent in the host": "https://old%2eexample/",
    "port of SSH": "https://old.example:22/",
    "port of Redis": "https://old.example:6379/",
    "port of another scheme": "https://old.example:80/",
    "port zero": "https://old.example:0/",
    "port too large": "https://old.example:99999/",
    "port in words": "https://old.example:https/",
    "subdomain of ours": "https://old.example.evil.example/",
    "suffix of ours": "https://evilold.example/",
    "file": "file:///etc/passwd",
    "ftp": "ftp://old.example/a.jpg",
    "gopher": "gopher://old.example:70/_x",
    "data": "data:image/png;base64,AAAA",
    "javascript": "javascript:alert(1)",
    "ldap": "ldap://old.example/",
    "no scheme": "//old.example/a.jpg",
    "path": "/etc/passwd",
    "line break in the host": "https://old.example\r\n/",
    "line break in the path": "https://old.example/a\r\nHost: evil.example",
    "null": "https://old.example/\x00",
    "bracket": "https://[x",
    "no host": "https:///a.jpg",
    "two dots": "https://old..example/",
}


def never(*_args, **_options):
    raise AssertionError("asked")


def test_tables_are_as_long_as_promised():
    assert len(NETWORK) >= 60 and len(set(NETWORK.values())) == len(NETWORK)
    assert len(ADDRESSES) >= 40 and len(set(ADDRESSES.values())) == len(ADDRESSES)


@pytest.mark.parametrize("address", NETWORK.values(), ids=NETWORK)
def test_network_address_that_not_everybody_reaches_is_never_connected_to(address):
    assert not is_public(address)
    for found in ([address], [OUTSIDE, address], [address, OUTSIDE]):
        with pytest.raises(NotFetched, match="private network"):
            Fetcher(["old.example"], resolve=lambda *_, found=found: found, connect=never).fetch(PAGE)


@pytest.mark.parametrize(
    "address", ["93.184.216.34", "8.8.8.8", "100.128.0.1", "172.32.0.1", "192.0.1.1", "2606:2800:220:1::1",
                "64:ff9b::808:808"]
)  # fmt: skip
def test_network_address_of_everybody_is_public(address):
    assert is_public(address)


@pytest.mark.parametrize("address", ADDRESSES.values(), ids=ADDRESSES)
def test_hostile_address_is_refused_before_anything_is_looked_up(address):
    hosts = ["old.example", address.split("/")[2] if address.count("/") > 2 else "old.example"]
    with pytest.raises(NotFetched):
        Fetcher(hosts if "evil" not in address else hosts[:1], resolve=never, connect=never).fetch(address)


def test_names_of_the_public_dns_are_hosts():
    assert public_host("Old.Example") == "old.example" and public_host("bücher.example") == "xn--bcher-kva.example"
    assert public_host("93.184.216.34") == "93.184.216.34"
    assert public_host("a" * 64 + ".example") is None and public_host("\u200e.example") is None


def test_connection_goes_to_the_address_that_was_checked_though_the_dns_changes():
    answers = iter([[OUTSIDE], ["127.0.0.1"]])
    with serving(lambda _: [OK, b"\r\nphoto"]) as server:
        assert fetcher_to(server, resolve=lambda *_: next(answers)).fetch(PAGE) == b"photo"
        assert server.connected == [(OUTSIDE, 443, "old.example", True)]
        with pytest.raises(NotFetched, match="private network"):
            fetcher_to(server, resolve=lambda *_: next(answers)).fetch(PAGE)
        assert len(server.connected) == 1
        head = server.asked[0]
        assert "Host: old.example\r\n" in head and "Accept-Encoding: identity" in head and "Cookie" not in head


def test_dns_that_changes_between_redirects_is_checked_each_time():
    answers = iter([[OUTSIDE], ["10.0.0.1"]])
    with serving(lambda _: [b"HTTP/1.1 302 Found\r\nLocation: /b.jpg\r\n\r\n"]) as server:
        with pytest.raises(NotFetched, match="private network"):
            fetcher_to(server, resolve=lambda *_: next(answers)).fetch(PAGE)
        assert len(server.asked) == 1


ELSEWHERE = {
    "another host": "https://evil.example/a.jpg",
    "this machine": "https://127.0.0.1/",
    "secrets of clouds": "http://169.254.169.254/latest/meta-data/",
    "without TLS": "http://old.example/a.jpg",
    "another port": "https://old.example:8443/",
    "a file": "file:///etc/passwd",
    "userinfo": "https://old.example@evil.example/",
    "no address": "https://[x",
    "a circle": "/a.jpg",
    "another circle": "/a.jpg?",
    "longer and longer": "/longer",
}


@pytest.mark.parametrize("where", ELSEWHERE.values(), ids=ELSEWHERE)
def test_redirect_to_elsewhere_is_not_followed(where):
    more = itertools.count()

    def says(_path):
        leads = f"{where}{next(more)}" if where == "/longer" else where
        return [f"HTTP/1.1 301 Moved\r\nLocation: {leads}\r\n\r\n".encode()]

    with serving(says) as server:
        with pytest.raises(NotFetched):
            fetcher_to(server).fetch(PAGE)
        assert len(server.asked) <= 4 and {host for _, _, host, _ in server.connected} == {"old.example"}


def test_redirects_among_the_hosts_are_followed_and_lead_into_tls():
    def says(path):
        if path == "/a.jpg":
            return [b"HTTP/1.1 302 Found\r\nLocation: https://cdn.example/b%20c.jpg?w=1 2\r\n\r\n"]
        return [OK, b"Content-Length: 4\r\n\r\nphot"]

    with serving(says) as server:
        assert fetcher_to(server).fetch("http://old.example/a.jpg") == b"phot"
        assert "GET /b%20c.jpg?w=1%202 HTTP" in server.asked[1]
        assert [where[1:] for where in server.connected] == [(80, "old.example", False), (443, "cdn.example", True)]
        with pytest.raises(NotFetched, match="not among"):
            fetcher_to(server, schemes=("https",)).fetch("http://old.example/a.jpg")


def zeros():
    return itertools.repeat(b"\0" * 65_536)


SMALL = Limits(bytes_at_most=100_000)
BAD = {
    "endless body": ([OK + b"\r\n"], zeros()),
    "endless chunks": ([OK + b"Transfer-Encoding: chunked\r\n\r\n"], itertools.repeat(b"1\r\nx\r\n")),
    "large by its own word": ([OK + b"Content-Length: 100001\r\n\r\n"], [b"x"]),
    "endless head": ([OK], itertools.repeat(b"X-A: " + b"a" * 1_000 + b"\r\n")),
    "endless line": ([b"HTTP/1.1 200 "], zeros()),
    "endless going on": ([], itertools.repeat(b"HTTP/1.1 100 Continue\r\n\r\n")),
    "cut short": ([OK + b"Content-Length: 10\r\n\r\n"], [b"photo"]),
    "chunks cut short": ([OK + b"Transfer-Encoding: chunked\r\n\r\n"], [b"ff\r\nphoto"]),
    "gzip bomb": ([OK + b"Content-Encoding: gzip\r\n\r\n"], [gzip.compress(b"\0" * 10_000_000)]),
    "two encodings": ([OK + b"Content-Encoding: identity, br\r\n\r\n"], [b"x"]),
    "page": ([b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n"], [b"<html>"]),
    "script": ([b"HTTP/1.1 200 OK\r\nContent-Type: application/javascript; x=image/\r\n\r\n"], [b"x"]),
    "not found": ([b"HTTP/1.1 404 Not Found\r\n\r\n"], zeros()),
    "part": ([b"HTTP/1.1 206 Partial Content\r\nContent-Type: image/png\r\n\r\n"], [b"x"]),
    "moved to nowhere": ([b"HTTP/1.1 302 Found\r\n\r\n"], zeros()),
    "rubbish": ([b"rubbish\r\n\r\n"], []),
    "nothing": ([], []),
}


@pytest.mark.parametrize(("start", "goes_on"), BAD.values(), ids=BAD)
def test_answer_that_is_not_what_was_asked_for_is_refused_and_has_an_end(start, goes_on):
    with serving(lambda _: itertools.chain(start, goes_on)) as server:
        with pytest.raises(NotFetched):
            fetcher_to(server, limits=SMALL).fetch(PAGE)
        assert len(server.asked) == 1


def test_answer_as_large_as_may_be_is_taken_whole_with_chunks():
    body = b"".join(b"3e8\r\n" + b"x" * 1_000 + b"\r\n" for _ in range(100)) + b"0\r\n\r\n"
    with serving(lambda _: [OK + b"Transfer-Encoding: chunked\r\n\r\n", body]) as server:
        assert len(fetcher_to(server, limits=SMALL).fetch(PAGE)) == 100_000


SLOW = {
    "body": [OK + b"\r\n", *[b"x"] * 500],
    "head": [OK, *[b"X-A: a\r\n"] * 50, b"\r\nphoto"],
}


@pytest.mark.parametrize("parts", SLOW.values(), ids=SLOW)
def test_slow_answer_is_given_up_when_the_time_is_over(parts):
    clock, gone = Clock(), threading.Event()

    def says(_path):
        for part in parts:
            clock.now += 7
            yield part
        gone.wait(10)

    with serving(says) as server, pytest.raises(NotFetched, match="takes too long"):
        fetcher_to(server, clock=clock, limits=Limits(seconds_in_all=100)).fetch(PAGE)
    gone.set()


def test_time_is_counted_over_names_connections_and_redirects():
    clock = Clock()

    def resolve(_host, _port):
        clock.now += 25
        return [OUTSIDE]

    more = itertools.count()
    with serving(lambda _: [f"HTTP/1.1 302 Found\r\nLocation: /{next(more)}\r\n\r\n".encode()]) as server:
        with pytest.raises(NotFetched, match="takes too long"):
            fetcher_to(server, clock=clock, resolve=resolve, limits=Limits(seconds_in_all=60)).fetch(PAGE)
        assert len(server.asked) == 2


def test_name_that_nobody_answers_is_given_up():
    end = threading.Event()
    fetcher = Fetcher(
        ["old.example"], resolve=lambda *_: end.wait(10) and [], connect=never, limits=Limits(seconds=0.01)
    )
    with pytest.raises(NotFetched, match="looked up for too long"):
        fetcher.fetch(PAGE)
    end.set()


def test_silence_is_given_up():
    end = threading.Event()
    with serving(lambda _: [b""] if end.wait(10) else []) as server:
        with pytest.raises(NotFetched, match="timed out"):
            fetcher_to(server, limits=Limits(seconds=0.05)).fetch(PAGE)
        end.set()


def test_second_address_of_a_host_is_tried_when_the_first_takes_no_connection():
    with serving(lambda _: [OK, b"\r\nphoto"]) as server:

        def connect(address, *args, **options):
            if address == "2606:2800:220:1::1":
                raise OSError("no way there")
            return server.connect(address, *args, **options)

        fetcher = Fetcher(["old.example"], resolve=lambda *_: ["2606:2800:220:1::1", OUTSIDE], connect=connect)
        assert fetcher.fetch(PAGE) == b"photo"
        refused = Fetcher(["old.example"], resolve=lambda *_: ["2606:2800:220:1::1"], connect=connect)
        with pytest.raises(NotFetched, match="no way there"):
            refused.fetch(PAGE)


def test_fault_of_the_resolver_itself_is_not_swallowed():
    def broken(*_):
        raise RuntimeError("fault")

    with pytest.raises(RuntimeError):
        Fetcher(["old.example"], resolve=broken, connect=never).fetch(PAGE)


def test_own_connection_needs_the_hosts_certificate():
    with serving(lambda _: [b"HTTP/1.1 200 OK\r\n\r\n"]) as server:
        address, port = server.listening.getsockname()
        assert addresses_of(address, port) == [address]
        with connected(address, port, "old.example", is_secure=False, seconds=5) as link:
            assert isinstance(link, socket.socket)
        with pytest.raises(OSError):  # it speaks no TLS
            connected(address, port, "old.example", is_secure=True, seconds=0.2)
