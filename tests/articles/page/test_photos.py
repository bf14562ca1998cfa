"""Photos on a story's page: shapes, focus, captions and credits."""

from django.utils.safestring import mark_safe

from articles.page.photos import Lead, figure_html, lead_html
from tests.articles.page.stories import a_picture


def lead(photo, caption="Grass.", credit="Photo: Ada Lens", first=True):
    return lead_html(Lead(photo, caption, credit), first=first)


def test_lead_holds_picture_caption_and_credit():
    html = lead(a_picture(), caption=mark_safe("<em>Grass</em>"), credit="A & B")
    assert html.startswith('<figure class="lead"><picture>')
    assert 'alt="Long grass."' in html
    assert '<span class="caption"><bdi><em>Grass</em></bdi></span> <span class="credit"><bdi>A &amp; B</bdi>' in html


def test_lead_is_fetched_at_once_only_on_top_of_the_page():
    assert 'fetchpriority="high"' in lead(a_picture())
    assert 'loading="lazy"' in lead(a_picture(), first=False)


def test_landscape_is_cut_for_the_page_s_grid_and_a_portrait_is_not():
    assert "-16x9-" in lead(a_picture()) and "-4x3-" in lead(a_picture())
    portrait = lead(a_picture(900, 1600))
    assert 'class="lead lead--portrait"' in portrait
    assert "-16x9-" not in portrait and "-4x3-" not in portrait


def test_focus_near_an_edge_keeps_that_edge_in_sight():
    assert 'data-focus="top"' in lead(a_picture(focus_y=0.1))
    assert 'data-focus="bottom"' in lead(a_picture(focus_y=0.9))
    assert "data-focus" not in lead(a_picture(focus_y=0.4))


def test_photo_without_words_has_no_caption_element():
    assert "figcaption" not in figure_html(a_picture(), "", "")


def test_placed_photo_keeps_its_shape_and_waits():
    html = figure_html(a_picture(), "", "Photo: Ada Lens")
    assert "-original-" in html and 'loading="lazy"' in html
    assert "caption" not in html.replace("figcaption", "")


def test_photo_whose_licence_ended_leaves_its_caption_and_says_why():
    assert figure_html(None, mark_safe("<em>Grass</em>"), "Photo: Ada Lens") == (
        '<figure class="ended"><figcaption><span class="caption"><bdi><em>Grass</em></bdi></span> '
        '<span class="why" lang="en" dir="ltr">The licence for this picture has ended, so it is no longer shown.</span>'
        "</figcaption></figure>"
    )
    assert lead(None, caption="").startswith('<figure class="lead ended"><figcaption><span class="why"')


def test_picture_made_by_a_machine_says_so_with_its_credit():
    html = figure_html(a_picture(source_type="trainedAlgorithmicMedia"), "", "Ada Lens")
    assert '<bdi>Ada Lens</bdi> <span class="made" lang="en" dir="ltr">Made with AI</span></span>' in html
    assert ">Made with AI<" in figure_html(a_picture(source_type="trainedAlgorithmicMedia"), "", "")
    assert ">Edited with AI<" in lead(a_picture(source_type="compositeWithTrainedAlgorithmicMedia"))
