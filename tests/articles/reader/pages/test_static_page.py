"""Static pages, and what the front page tells machines about who publishes."""

import json
from datetime import timedelta

import pytest
from django.utils import timezone

from articles.editorial.site import publisher
from articles.models.publisher import Publisher
from media.models import Photo
from tests.articles.reader.page_checks import find, queries, text_of, tree
from tests.builders import a_desk, a_person, a_photo, a_static_page, chief, live_article, system

pytestmark = pytest.mark.django_db


def test_page_says_what_was_written(client):
    ada, photo = a_person("Ada"), a_photo(alt="Our house.")
    body = (
        f'<p>We print. Ask <span data-person="{ada.pk}">Ada</span>.</p><h2>How we <em>work</em></h2><p>Slowly.</p>'
        f'<figure data-photo="{photo.pk}"><figcaption>The <em>house</em>.</figcaption></figure>'
        "<blockquote><p>So be it.</p></blockquote>"
    )
    a_static_page(description="Who we are.", body=body)
    response = client.get("/about/")
    assert text_of(response, "h1, .intro .dek") == ["About us", "Who we are."]
    assert text_of(response, "section h2") == ["How we work"]
    assert find(tree(response), f"a[href={ada.get_absolute_url()}]")
    assert [image.get("alt") for image in find(tree(response), "main img")] == ["Our house."]
    assert text_of(response, "figcaption .caption") == ["The house."]
    said = {meta.get("property"): meta.get("content") for meta in find(tree(response), "meta[property]")}
    assert (said["og:title"], said["og:description"]) == ("About us", "Who we are.")


def test_photo_leaves_the_page_with_its_licence_or_its_file(client, time_machine):
    end = timezone.now() + timedelta(hours=1)
    photo = a_photo()
    Photo.objects.filter(pk=photo.pk).update(licence_ends_at=end)
    a_static_page(body=f'<p>We print.</p><figure data-photo="{photo.pk}"></figure><figure data-photo="999"></figure>')
    assert len(find(tree(client.get("/about/")), "main img")) == 1
    time_machine.move_to(end, tick=False)
    assert not find(tree(client.get("/about/")), "main img")


def test_pages_stand_at_the_foot_in_their_order_and_hidden_ones_are_not_there(client):
    a_desk()
    a_static_page("Contact", "contact", position=2)
    a_static_page(position=1)
    a_static_page("Secret plans", "plans", is_public=False)
    foot = text_of(client.get("/world/"), ".foot li")
    assert foot.index("About us") + 1 == foot.index("Contact")
    assert "Secret plans" not in foot
    assert client.get("/plans/").status_code == 404
    assert b"/about/" in client.get("/sitemaps/pages.xml").content
    assert b"/plans/" not in client.get("/sitemaps/pages.xml").content


def test_desks_keep_their_order_beside_pages(client):
    for position, name in ((3, "Alpha"), (1, "Gamma"), (2, "Beta")):
        desk = a_desk(name)
        desk.position = position
        desk.save()
    a_static_page(position=1)
    assert text_of(client.get("/latest/"), ".masthead nav li") == ["Gamma", "Beta", "Alpha"]
    assert text_of(client.get("/alpha/"), "h1") == ["Alpha"]


def test_front_page_tells_machines_who_publishes(client, settings):
    settings.SITE_URL = "https://news.example"
    a_static_page("Corrections policy", "corrections-policy", role="correctionsPolicy")
    a_static_page("Who we are", "who", role="masthead", is_public=False)
    logo = a_photo(300, 300)
    row = Publisher(description="A paper of the harbour.", logo=logo, social="https://social.example/@paper")
    publisher.save_publisher(row, by=chief())
    live_article()
    page = tree(client.get("/"))
    said = json.loads(find(page, "script[type=application/ld+json]")[0].text)["@graph"][0]
    assert said["@type"] == "NewsMediaOrganization"
    assert said["description"] == "A paper of the harbour."
    assert said["sameAs"] == ["https://social.example/@paper"]
    assert said["correctionsPolicy"] == "https://news.example/corrections-policy/"
    assert "masthead" not in said
    assert client.get(said["logo"]["url"].removeprefix("https://news.example")).status_code == 200
    assert find(page, "meta[name=description]")[0].get("content") == "A paper of the harbour."


def test_page_takes_four_queries_however_much_is_on_it(client):
    def cost(slug, people, photos):
        words = "".join(f'<span data-person="{a_person().pk}">She</span> and ' for _ in range(people))
        figures = "".join(f'<figure data-photo="{a_photo().pk}"></figure>' for _ in range(photos))
        a_static_page(
            slug,
            slug,
            body=f"<p>{words}others.</p>{figures}",
        )
        with queries() as statements:
            client.get(f"/{slug}/")
        return len(statements)

    assert cost("one", 1, 1) == cost("three", 3, 3) == 4, system()
