"""What somebody keeps of the board: lists by a name, with the filters and words they chose; and its columns."""

from urllib.parse import parse_qsl, urlencode

from django.utils.translation import gettext_lazy

from articles.editorial.refusals import Refusal
from articles.models.user import User

MOST_LISTS, LONGEST_NAME, LONGEST_QUERY = 20, 60, 500
NOT_KEPT = ("p", "e", "_popup", "all")  # where in the list somebody was


class NameMissing(Refusal):
    """A list is kept by a name."""

    sentence = gettext_lazy("Give the list a name of at most {most} characters.")


class NothingChosen(Refusal):
    """All stories need no name."""

    sentence = gettext_lazy("Choose a state, a filter or words first: this is the list of all stories.")


class TooManyLists(Refusal):
    """They stand in a row."""

    sentence = gettext_lazy("There are {most} lists already; take one away first.")


def keep_list(user: User, name: str, query: str) -> None:
    """Keep what a query string chooses by a name, in the place of one of that name.

    Raises NameMissing, NothingChosen or TooManyLists.
    """
    name, chosen = " ".join(name.split()), chosen_in(query)
    if not name or len(name) > LONGEST_NAME:
        raise NameMissing(most=LONGEST_NAME)
    if not chosen or len(chosen) > LONGEST_QUERY:
        raise NothingChosen
    kept = [each for each in user.saved_lists if each["name"] != name]
    if len(kept) >= MOST_LISTS:
        raise TooManyLists(most=MOST_LISTS)
    user.saved_lists = [*kept, {"name": name, "query": chosen}]
    user.save(update_fields=["saved_lists"])


def drop_list(user: User, name: str) -> None:
    """Keep the list of that name no longer."""
    user.saved_lists = [each for each in user.saved_lists if each["name"] != name]
    user.save(update_fields=["saved_lists"])


def keep_columns(user: User, columns: list[str]) -> None:
    """Keep which columns of the board somebody wants; none for the usual ones."""
    user.board_columns = columns
    user.save(update_fields=["board_columns"])


def chosen_in(query: str) -> str:
    """The part of a query string that chooses stories, always spelled alike."""
    pairs = parse_qsl(query[: 2 * LONGEST_QUERY], keep_blank_values=False, max_num_fields=30)
    return urlencode(sorted((key, value) for key, value in pairs if key not in NOT_KEPT))
