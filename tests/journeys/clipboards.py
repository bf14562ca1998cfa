"""One invented story as programs put it on the clipboard: Word, Google Docs, LibreOffice, Gmail, a web page, a wire.

The markup is written after what these programs produce: Word's conditional comments, mso- lists and empty o:p, Docs'
wrapping bold and redirect links, LibreOffice's CM styles, Gmail's divs.
"""

import re
import textwrap

from tests.articles import wires

LINKED = "ferry towns"
LINK = "https://example.org/ferries"
POINTS = ["Forty pilots will answer the line.", "Two lamps stay lit at night.", "Ferries get a signal of their own."]
# What every program's text comes to; the parser then takes the head off.
HEAD = [wires.TOPIC, wires.HEADLINE, wires.DEK, f"By {wires.BYLINE}"]


def parts():
    """(kind, text) of each part of the story in order; kinds are head, p, h and li."""
    yield from (("title" if text == wires.HEADLINE else "head", text) for text in HEAD)
    yield from (("p", text) for text in wires.LEAD)
    yield ("h", wires.FIRST)
    yield from (("p", text) for text in wires.FIRST_SECTION)
    yield from (("li", text) for text in POINTS)
    yield ("h", wires.SECOND)
    yield from (("p", text) for text in wires.SECOND_SECTION)


def _linked(text, href, extra=""):
    return text.replace(LINKED, f'<a href="{href}"{extra}>{LINKED}</a>')


def _one_list(made):
    """The pieces joined, with lists in a row made one."""
    return re.sub(r"</ul>\s*<ul[^>]*>", "", "".join(made))


def word():
    """Word for Windows: every list item a paragraph with its bullet in it, headings in styles, empty paragraphs."""
    style = (
        "margin-bottom:8.0pt;line-height:107%;font-family:&quot;Calibri&quot;,sans-serif;mso-bidi-font-weight:normal"
    )
    made = []
    for kind, text in parts():
        text = _linked(text, LINK)
        if kind == "li":
            bullet = (
                "<![if !supportLists]><span style='font-family:Symbol;mso-list:Ignore'>·<span "
                "style='font:7.0pt \"Times New Roman\"'>&nbsp;&nbsp;&nbsp;&nbsp; </span></span><![endif]>"
            )
            made.append(
                f"<p class=MsoListParagraphCxSpMiddle style='text-indent:-18.0pt;mso-list:l0 level1 lfo1'>{bullet}"
                f"<span lang=EN-US>{text}<o:p></o:p></span></p>"
            )
        elif kind == "title":
            made.append(f"<p class=MsoTitle><span lang=EN-US>{text}<o:p></o:p></span></p>")
        elif kind == "h":
            made.append(f"<h1><span lang=EN-US>{text}<o:p></o:p></span></h1>")
        else:
            made.append(
                f'<p class=MsoNormal style="{style}"><span lang=EN-US>{text}<o:p></o:p></span></p>'
                "<p class=MsoNormal><o:p>&nbsp;</o:p></p>"
            )
    return (
        '<html xmlns:o="urn:schemas-microsoft-com:office:office" xmlns:w="urn:schemas-microsoft-com:office:word">'
        "<head><meta name=Generator content='Microsoft Word 15'><!--[if gte mso 9]><xml><w:WordDocument><w:View>Normal"
        "</w:View></w:WordDocument></xml><![endif]--><style><!-- p.MsoNormal {margin:0cm;} --></style></head>"
        f"<body lang=EN-US style='tab-interval:36.0pt'><!--StartFragment-->{''.join(made)}<!--EndFragment--></body>"
    )


def docs():
    """Google Docs: all in a bold that is none, each run in a span, links by way of Google."""
    detour = f"https://www.google.com/url?q={LINK}&amp;sa=D&amp;source=editors&amp;usg=AOvVaw0"
    run = (
        "font-size:11pt;font-family:Arial,sans-serif;color:#000000;background-color:transparent;font-weight:400;"
        "font-style:normal;white-space:pre-wrap;"
    )
    made = []
    for kind, text in parts():
        inner = f'<span style="{run}">{_linked(text, detour, " style=text-decoration:none")}</span>'
        line = f'<p dir="ltr" style="line-height:1.38;margin-top:0pt;margin-bottom:0pt;">{inner}</p>'
        if kind == "li":
            made.append(f'<ul style="margin-top:0;"><li dir="ltr" style="list-style-type:disc;">{line}</li></ul>')
        elif kind in ("h", "title"):
            made.append(
                f'<h{2 if kind == "h" else 1} dir="ltr" style="line-height:1.38;">{inner}</h{2 if kind == "h" else 1}>'
            )
        else:
            made.append(f"{line}<br />")
    return (
        '<meta charset="utf-8"><b style="font-weight:normal;" id="docs-internal-guid-1f2e3d4c-7fff-0000">'
        f"{_one_list(made)}</b>"
    )


def libreoffice():
    """LibreOffice Writer: a doctype, styles in the head, one p a paragraph broken at a column, headings as h1."""
    tags = {
        "title": ("h1", ' class="western"'),
        "h": ("h2", ' class="western"'),
        "p": ("p", ' style="margin-bottom: 0.25cm"'),
    }
    made = []
    for kind, text in parts():
        wrapped = "\n".join(textwrap.wrap(text, 72)).replace(LINKED, f'<a href="{LINK}"><u>{LINKED}</u></a>')
        tag, attributes = tags.get(kind, tags["p"])
        line = f"<{tag}{attributes}>{wrapped}</{tag}>\n"
        made.append(f"<ul>\n\t<li>{line}</li></ul>\n" if kind == "li" else line)
    body = "".join(made).replace("</ul>\n<ul>\n", "")
    return (
        '<!DOCTYPE html>\n<html>\n<head>\n\t<meta http-equiv="content-type" content="text/html; charset=utf-8"/>\n'
        '\t<title></title>\n\t<meta name="generator" content="LibreOffice 7.4 (Linux)"/>\n\t<style type="text/css">\n'
        f'\t\t@page {{ size: 21cm 29.7cm }}\n\t</style>\n</head>\n<body lang="en-US" dir="ltr">{body}</body>\n</html>'
    )


def gmail():
    """Gmail: divs with a blank div between them, headings in bold, a list as it is."""
    made = []
    for kind, text in parts():
        text = _linked(text, LINK, ' target="_blank" rel="noopener"')
        if kind == "li":
            made.append(f"<ul><li>{text}</li></ul>")
        elif kind in ("h", "title"):
            made.append(f"<div><b>{text}</b></div><div><br></div>")
        else:
            made.append(f"<div>{text}</div><div><br></div>")
    return f'<div dir="ltr">{"".join(made).replace("</ul><ul>", "")}</div>'


def page():
    """A news site: an article with a header, a share bar, a script and an advertisement between paragraphs."""
    title = f"<header><p class='kicker'>{wires.TOPIC}</p><h1>{wires.HEADLINE}</h1><p class='dek'>{wires.DEK}</p>"
    byline = f"<p class='byline'>By {wires.BYLINE}</p></header><div class='share'><a href='#'>Share</a></div>"
    made = []
    for kind, text in list(parts())[len(HEAD) :]:
        text = _linked(text, LINK)
        made.append({"h": f"<h2>{text}</h2>", "li": f"<ul><li>{text}</li></ul>"}.get(kind, f"<p>{text}</p>"))
    body = "".join(made).replace("</ul><ul>", "")
    return f"<article>{title}{byline}<script>track()</script><div>Advertisement</div>{body}</article>"


def plain(width=0):
    """Plain text, a blank line between paragraphs; with a width, its lines broken there."""
    lines = [f"• {text}" if kind == "li" else text for kind, text in parts()]
    return "\n\n".join(textwrap.fill(line, width) if width else line for line in lines) + "\n"
