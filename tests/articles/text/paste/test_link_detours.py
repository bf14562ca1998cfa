"""Links lead where they really lead."""

import pytest

from articles.text.paste.link_detours import unwrapped_link

THERE = "https://port.example/a?b=1"
ENCODED = "https%3A%2F%2Fport.example%2Fa%3Fb%3D1"


@pytest.mark.parametrize(
    "detour",
    [
        f"https://www.google.com/url?rct=j&url={ENCODED}&ct=ga",
        f"https://eur02.safelinks.protection.outlook.com/?url={ENCODED}&data=05",
        f"https://statics.teams.cdn.office.net/evergreen-assets/safelinks/1/atp-safelinks.html?url={ENCODED}",
        f"https://l.threads.net/?u={ENCODED}",
        f"https://www.linkedin.com/safety/go?url={ENCODED}",
        f"https://linkprotect.cudasvc.com/url?a={ENCODED}&c=E,1",
        f"https://out.reddit.com/?url={ENCODED}&token=x",
        f"https://protect2.fireeye.com/v1/url?k=1&u={ENCODED}",
        f"https://steamcommunity.com/linkfilter/?u={ENCODED}",
        f"https://forum.example/away.php?to={ENCODED}",
        f"https://www.example.org/outbound/?target={ENCODED}",
        f"https://secure-web.cisco.com/1a2B-x/{ENCODED}",
        f"https://r.search.yahoo.com/_ylt=A/RO=10/RU={ENCODED}/RK=2/RS=x-",
        "https://www.bing.com/ck/a?!&&p=1&u=a1aHR0cHM6Ly9wb3J0LmV4YW1wbGUvYT9iPTE&ntb=1",
        "https://urldefense.com/v3/__https://port.example/a?b=1__;!!Ab!x$",
        "https://urldefense.com/v3/__https://port.example/a*b=1__;Pw!!Ab!x$",
        "https://urldefense.proofpoint.com/v2/url?u=https-3A__port.example_a-3Fb-3D1&d=Dw",
        "https://www.google.com/amp/s/port.example/a?b=1",
        "https://port-example.cdn.ampproject.org/c/s/port.example/a?b=1",
    ],
)
def test_detour_is_straightened(detour):
    assert unwrapped_link(detour) == THERE


@pytest.mark.parametrize(
    "direct",
    [
        THERE,
        f"https://www.facebook.com/sharer/sharer.php?u={ENCODED}",
        f"https://archive.example/web/2020/{THERE}",
        "https://www.bing.com/ck/a?u=a1!",
        "https://www.bing.com/ck/a?x=1",
        "https://www.bing.com/ck/a?u=a1a",
        "https://port.example/link?url=relative",
        "https://port.example/go",
        "http://[broken",
        "mailto:desk@example.org",
    ],
)
def test_direct_link_stays(direct):
    assert unwrapped_link(direct) == direct


def test_amp_without_s_is_no_secure_address():
    assert unwrapped_link("https://www.google.com/amp/port.example/a") == "http://port.example/a"
