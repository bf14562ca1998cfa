"""Writes EXIF and XMP into renditions: who made a picture, whose it is, and what it shows. `metadata` reads them."""

from xml.sax.saxutils import escape

from PIL import Image

from media.iim_exif_words import ARTIST, COPYRIGHT
from media.metadata import CORE, DC, PHOTOSHOP, PLUS, RIGHTS, one_line


def exif_for(*, creator, copyright):
    """A fresh EXIF block (bytes, empty when there is nothing to say): Artist and Copyright, in UTF-8."""
    exif = Image.Exif()
    for tag, words in ((ARTIST, one_line(creator)), (COPYRIGHT, one_line(copyright))):
        if words:
            exif[tag] = words.encode()  # as text Pillow would write "?" for every letter beyond ASCII
    return exif.tobytes() if len(exif) else b""


def xmp_for(*, credit="", creator="", copyright="", alt="", web_statement="", licensor="", licensor_url=""):
    """A minimal XMP packet (bytes, empty when there is nothing to say) with these words and no others.

    They are what the IPTC standard 2023.2 asks a served picture to keep for those who made it and those who can't see.
    """
    said = {
        "dc:creator": _rdf("Seq", creator),
        "dc:rights": _rdf("Alt", copyright),
        "photoshop:Credit": escape(one_line(credit)),
        "xmpRights:WebStatement": escape(one_line(web_statement)),
        "Iptc4xmpCore:AltTextAccessibility": _rdf("Alt", alt),
        "plus:Licensor": _licensor_xml(licensor, licensor_url),
    }
    properties = "".join(f"<{name}>{value}</{name}>" for name, value in said.items() if value)
    if not properties:
        return b""
    used = {prefix for prefix in _PREFIXES if f"<{prefix}:" in properties}
    namespaces = "".join(f' xmlns:{prefix}="{_PREFIXES[prefix][1:-1]}"' for prefix in sorted(used))
    return (
        '<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>'
        '<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">'
        f'<rdf:Description rdf:about=""{namespaces}>{properties}</rdf:Description>'
        '</rdf:RDF></x:xmpmeta><?xpacket end="r"?>'
    ).encode()


_PREFIXES = {
    "dc": DC,
    "photoshop": PHOTOSHOP,
    "xmpRights": RIGHTS,
    "Iptc4xmpCore": CORE,
    "plus": PLUS,
}


def _rdf(container, words):
    """`words` as the one item of an RDF container ("Seq" or "Alt"), or "" without words."""
    words = escape(one_line(words))
    language = ' xml:lang="x-default"' if container == "Alt" else ""
    return words and f"<rdf:{container}><rdf:li{language}>{words}</rdf:li></rdf:{container}>"


def _licensor_xml(name, url):
    """The structure of who grants licences (PLUS 2.0.1), or ""."""
    said = {"plus:LicensorName": escape(one_line(name)), "plus:LicensorURL": escape(one_line(url))}
    inside = "".join(f"<{tag}>{value}</{tag}>" for tag, value in said.items() if value)
    return inside and f'<rdf:Seq><rdf:li rdf:parseType="Resource">{inside}</rdf:li></rdf:Seq>'
