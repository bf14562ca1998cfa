"""People whom an imported text names, for an editor to accept or drop."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from articles.models.named import NAME_AT_MOST
from articles.text.people.name_index import name_words


class PersonSuggestion(models.Model):
    """A name that waits in a story's text, with the title in front of it; `person` is whom the import took it for.

    It goes when it is accepted or dropped (`editorial/directory/suggested_people.py`). Who goes by the name is
    looked up anew each time.
    """

    article = models.ForeignKey(
        "articles.Article", on_delete=models.CASCADE, related_name="suggestions", db_index=False
    )
    name = models.CharField(max_length=NAME_AT_MOST)
    title = models.CharField(max_length=160, blank=True)
    as_written = models.CharField(max_length=300)
    person = models.ForeignKey("articles.Person", null=True, on_delete=models.SET_NULL, related_name="+")

    class Meta:
        ordering = ("pk",)
        verbose_name = _("suggested person")
        verbose_name_plural = _("suggested people")
        constraints = (models.UniqueConstraint(fields=["article", "name"], name="suggestion_once"),)

    def __str__(self) -> str:
        return self.as_written

    @property
    def marked_as(self) -> str:
        """What is looked for in the text: the name in full; one word alone could be anything, so with its title."""
        return self.name if len(name_words(self.name)) > 1 else self.as_written
