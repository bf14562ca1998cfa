"""What comes over a wire when nobody keeps to HTTP: bytes drawn from one `random.Random`, a number finds them again."""

import random
from urllib.parse import quote

from tests.newsroom.fuzzed import METHODS, Fuzzer

TARGETS = (
    *(b"/", b"/latest/", b"/healthz", b"/search/?q=a", b"/admin/login/", b"/read", b"/csp-reports", b"/feeds/rss.xml"),
    *(b"http://127.0.0.1/", b"http://evil.example/", b"https://127.0.0.1:1/x", b"//evil.example/", b"*", b"evil:443"),
    *(
        b"/%00",
        b"/\0",
        b"/\xff\xfe",
        b"/\xd0\x96",
        b"/%zz",
        b"/a b",
        b"",
        b"/" + b"a" * 9000,
        b"/#x",
        b"/?" + b"&" * 2000,
    ),
    *(
        b"/../../etc/passwd",
        b"/static/../manage.py",
        b"/static/%2e%2e/manage.py",
        b"/photos/%2e%2e%2f",
        b"\\",
        b"/;a=b",
    ),
)
VERSIONS = (
    *(b"HTTP/1.1",) * 8,
    b"HTTP/1.0",
    b"HTTP/0.9",
    b"HTTP/2.0",
    b"HTTP/9.9",
    b"http/1.1",
    b"HTTP/1.1 x",
    b"",
    b"\0",
)
ENDS = (*(b"\r\n",) * 12, b"\n", b"\r", b"\r\r\n", b"\n\r")
HOSTS = (
    *(b"Host: 127.0.0.1",) * 8,
    *(b"Host: evil.example", b"Host:", b"Host: 127.0.0.1\r\nHost: evil.example", b"Host: a b", b"Host: \xff", b"X: y"),
)
HEADERS = (
    *(
        b"Connection: close",
        b"Connection: keep-alive, x",
        b"Connection: upgrade",
        b"Upgrade: h2c",
        b"Upgrade: websocket",
    ),
    *(
        b"Expect: 100-continue",
        b"Expect: 200-ok",
        b"Range: bytes=0-0",
        b"Cookie: sessionid=x",
        b"Cookie: \0",
        b"A" * 300,
    ),
    *(
        b"X : y",
        b" X: y",
        b"X: y\r\n z",
        b": y",
        b"X",
        b"X:\0",
        b"X: \x7f",
        b"X\0: y",
        b"X: \xff\xfe",
        b"X_Y: z",
        b"\xc3\xa9: x",
    ),
    *(b"X: " + b"a" * 20_000, b"X: " + b"a" * 90_000, b"\r\n".join([b"X: y"] * 150), b"Trailer: X", b"TE: trailers"),
    *(
        b"X-Forwarded-For: " + b"1, " * 900,
        b"X-Forwarded-Proto: https",
        b"X-Forwarded-Host: evil.example",
        b"HTTP2-Settings: A",
    ),
)
LENGTHS = (
    *(
        b"0",
        b"1",
        b"5",
        b"18",
        b"19",
        b"-1",
        b"+5",
        b"0x5",
        b"5 ",
        b"5, 5",
        b"5, 6",
        b"1e3",
        b"",
        b"00005",
        b"\xd9\xa1",
    ),
    *(b"99999999999999999999", b"9223372036854775807", b"65536", b"65537", b"5\r\nContent-Length: 6"),
)
CODINGS = (
    *(b"chunked",) * 4,
    *(
        b"Chunked",
        b"xchunked",
        b"chunked, identity",
        b"identity",
        b"gzip, chunked",
        b"chunked, chunked",
        b"\x0bchunked",
    ),
    *(b"chunked\r\nTransfer-Encoding: identity", b"", b"chunked;q=1", b'"chunked"'),
)
CHUNKS = (
    *(b"5\r\nhello\r\n",) * 3,
    *(b"0\r\n\r\n",) * 3,
    *(
        b"5\r\nhelloX",
        b"-5\r\nhello\r\n",
        b"ffffffffffffffffff\r\n",
        b"7fffffffffffffff\r\nx",
        b"5;a=b\r\nhello\r\n",
        b"5\nhello\n",
    ),
    *(
        b"5;" + b"x" * 20_000 + b"\r\nhello\r\n",
        b"0\r\nX: y\r\n\r\n",
        b"0\r\n" + b"X: y\r\n" * 200,
        b"g\r\n",
        b"\r\n",
        b" 5\r\nhello\r\n",
    ),
    *(b"0x5\r\nhello\r\n", b"5\r\nhel\0o\r\n", b"00000000000000000005\r\nhello\r\n"),
)
STRANGE = (
    *(
        b"PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n",
        b"PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n\0\0\0\4\0\0\0\0\0",
        b"\x16\x03\x01\x02\0\x01\0",
    ),
    *(b"GET /\r\n", b"\r\n" * 50, b"\0" * 500, b"\xff" * 500, b"SSH-2.0-x\r\n", b"GET", b"EHLO x\r\n", b"\x05\x01\0"),
)
HOST = b"Host: 127.0.0.1\r\n"
LAST = b"GET /healthz HTTP/1.1\r\n" + HOST + b"Connection: close\r\n\r\n"


class RawRequests:
    """Draws what is sent on one connection, with how many requests were meant."""

    def __init__(self, world, number):
        self.random, self.known = random.Random(number), Fuzzer(world, number)

    def draw(self):
        """(bytes, requests meant): one request or several, the last of them asking that the connection be closed."""
        several = self.random.choice([1, 1, 1, 2, 3])
        drawn = b"".join(
            self.random.choice([self._odd, self._odd, self._known, self._strange])() for _ in range(several)
        )
        if self.random.random() < 0.1:
            at = self.random.randrange(len(drawn) + 1)
            drawn = drawn[:at] + self.random.randbytes(3) + drawn[at:]
        return drawn + LAST, several + 1

    def _strange(self):
        return self.random.choice(STRANGE) if self.random.random() < 0.8 else self.random.randbytes(200)

    def _odd(self):
        """A request with something odd in most of its parts."""
        choice, end = self.random.choice, self.random.choice(ENDS)
        method = (
            choice(METHODS).encode() if self.random.random() < 0.9 else choice([b"", b"G\0T", b"A" * 5000, b"\xff"])
        )
        lines = [b" ".join([method, choice(TARGETS), choice(VERSIONS)]), choice(HOSTS)]
        lines += self.random.sample(HEADERS, choice([0, 0, 1, 3]))
        body = b""
        if self.random.random() < 0.5:
            lines.append(b"Content-Length: " + choice(LENGTHS))
            body = choice([b"", b"hello", b"1" * 18, b"x" * 70_000])
        if self.random.random() < 0.4:
            lines.append(b"Transfer-Encoding: " + choice(CODINGS))
            body = b"".join(choice(CHUNKS) for _ in range(choice([1, 2, 4])))
        return end.join([*lines, b"", b""]) + body

    def _known(self):
        """A request that keeps to HTTP, for what Django is to find odd."""
        _, asked, body = self.known.draw()
        path = quote(asked["PATH_INFO"].encode("latin-1"), safe="/%:;=@,+~!$&'()*[]")
        query = quote(asked["QUERY_STRING"], safe="/%:;=@,+~!$&'()*[]?")
        lines = [f"{asked['REQUEST_METHOD']} {path}?{query} HTTP/1.1", "Host: 127.0.0.1"]
        for name, value in asked.items():
            if name.startswith("HTTP_") and name not in ("HTTP_HOST", "HTTP_EXPECT", "HTTP_UPGRADE"):
                lines.append(f"{name[5:].replace('_', '-')}: {quote(value, safe=' /%:;=@,+~!$&*()[]')}")
        lines += [f"Content-Type: {quote(asked['CONTENT_TYPE'], safe=' /;=-')}", f"Content-Length: {len(body)}"]
        return "\r\n".join([*lines, "", ""]).encode("latin-1", "replace") + body
