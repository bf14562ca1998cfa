"""People whom an imported text names, for an editor to accept or drop."""

from django.db import models

from articles.models.naming import NAME_AT_MOST


class PersonSuggestion(models.Model):
    """A name found in a story's text with the title in front of it; `person` when we know them already."""

    article = models.ForeignKey("articles.Article", on_delete=models.CASCADE, related_name="suggestions")
    name = models.CharField(max_length=NAME_AT_MOST)
    title = models.CharField(max_length=160, blank=True)
    as_written = models.CharField(max_length=300)
    person = models.ForeignKey("articles.Person", null=True, on_delete=models.SET_NULL, related_name="+")

    class Meta:
        ordering = ("pk",)
        constraints = (models.UniqueConstraint(fields=["article", "name"], name="suggestion_once"),)

    def __str__(self):
        return self.as_written
