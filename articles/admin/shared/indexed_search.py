"""Lists that are searched through the index: a word in any form, case or accents, the last one perhaps only begun."""

from django.contrib import admin

from articles.text.languages.folding import fold


class SearchedByWords(admin.ModelAdmin):
    """A list whose `found(text)` names the ids of what somebody typed; `search_fields` only says that there is one."""

    @staticmethod
    def found(text):
        """The ids of the rows that answer `text`, which is not blank."""
        raise NotImplementedError

    def get_search_results(self, request, queryset, search_term):
        """The rows that are found, and that each is there once."""
        if search_term.strip():
            queryset = queryset.filter(pk__in=self.found(search_term))
        return queryset, False


class SearchedByName(admin.ModelAdmin):
    """A list of what has a name, found by folded keys however it is typed."""

    def get_search_results(self, request, queryset, search_term):
        """The rows with each word somewhere in one of the fields, compared as keys are."""
        return super().get_search_results(request, queryset, fold(search_term))
