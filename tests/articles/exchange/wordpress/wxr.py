"""WordPress exports as WordPress writes them, made of what a test says."""

from xml.sax.saxutils import escape

HEAD = """<?xml version="1.0" encoding="UTF-8"?>
<!-- This is a WordPress eXtended RSS file -->
<rss version="2.0" xmlns:excerpt="{scheme}://wordpress.org/export/{version}/excerpt/"
 xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:dc="http://purl.org/dc/elements/1.1/"
 xmlns:wp="{scheme}://wordpress.org/export/{version}/"><channel><title>Old</title><language>en-GB</language>
<wp:wxr_version>{version}</wp:wxr_version><wp:base_blog_url>https://old.example</wp:base_blog_url>
<wp:author><wp:author_login>ada</wp:author_login><wp:author_email>ada@old.example</wp:author_email>
<wp:author_display_name><![CDATA[Ada Diaz]]></wp:author_display_name></wp:author>
"""


def wxr(*items, version="1.2", scheme="http"):
    """An export with these items, as bytes."""
    return (HEAD.format(version=version, scheme=scheme) + "".join(items) + "</channel></rss>").encode()


def cdata(words):
    """Words as WordPress puts them in."""
    return f"<![CDATA[{words.replace(']]>', ']]]]><![CDATA[>')}]]>"


def item(number=1, content="Words.", *, terms=(), meta=(), extra="", **fields):
    """An item. `terms` are (domain, nicename, name), `meta` (key, value)."""
    values = {
        "title": f"Story {number}",
        "link": f"https://old.example/2019/05/17/story-{number}/",
        "creator": "ada",
        "excerpt": "",
        "date": "2019-05-17 10:30:00",
        "gmt": "2019-05-17 08:30:00",
        "name": f"story-{number}",
        "status": "publish",
        "type": "post",
        "password": "",
        "attachment": "",
    } | fields
    said = "".join(
        f'<category domain="{domain}" nicename="{escape(slug)}">{cdata(name)}</category>'
        for domain, slug, name in terms
    )
    said += "".join(
        f"<wp:postmeta><wp:meta_key>{cdata(key)}</wp:meta_key><wp:meta_value>{cdata(value)}</wp:meta_value></wp:postmeta>"
        for key, value in meta
    )
    if values["attachment"]:
        said += f"<wp:attachment_url>{escape(values['attachment'])}</wp:attachment_url>"
    return (
        f"<item><title>{cdata(values['title'])}</title><link>{escape(values['link'])}</link>"
        f"<dc:creator>{cdata(values['creator'])}</dc:creator><content:encoded>{cdata(content)}</content:encoded>"
        f"<excerpt:encoded>{cdata(values['excerpt'])}</excerpt:encoded><wp:post_id>{number}</wp:post_id>"
        f"<wp:post_date>{values['date']}</wp:post_date><wp:post_date_gmt>{values['gmt']}</wp:post_date_gmt>"
        f"<wp:post_name>{values['name']}</wp:post_name><wp:status>{values['status']}</wp:status>"
        f"<wp:post_type>{values['type']}</wp:post_type><wp:post_password>{values['password']}</wp:post_password>"
        f"{said}{extra}</item>"
    )


def photo(number, address, *, caption="", alt="", credit=""):
    """An attachment."""
    meta = [("_wp_attachment_image_alt", alt)]
    meta.append(("_wp_attachment_metadata", f'a:1:{{s:10:"image_meta";a:1:{{s:6:"credit";s:99:"{credit}";}}}}'))
    fields = {"type": "attachment", "status": "inherit", "attachment": address, "excerpt": caption}
    return item(number, "A description.", meta=meta, **fields)
