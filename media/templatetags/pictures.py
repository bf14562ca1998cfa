"""The template tag `{% picture photo shape="16x9" sizes="…" %}`; see `media.pictures` for what it gives."""

from django import template

from media.pictures import picture_html

register = template.Library()


@register.simple_tag
def picture(photo, shape="original", sizes="100vw", priority=False, alt=None, phone_shape=None):
    """The <picture> of `photo`; the arguments are those of `media.pictures.picture_html`."""
    return picture_html(photo, shape, sizes, priority=priority, alt=alt, phone_shape=phone_shape)
