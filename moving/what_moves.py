"""Which tables are in an export: every model has its place here, and a test fails for one that has none."""

from typing import Any

from django.apps import apps
from django.db import models

# Everything the newsroom has written, decided, counted and taken in, sealed stories and private histories too.
# Where an account stands in these, it is the person's name: see NAMES_OF_USERS.
ALWAYS = (
    "articles.Address",
    "articles.Article",
    "articles.ArticleByline",
    "articles.ArticleTopic",
    "articles.Byline",
    "articles.Comment",
    "articles.Correction",
    "articles.Desk",
    "articles.DirectoryChange",
    "articles.Edition",
    "articles.EditionTopic",
    "articles.HouseFacts",
    "articles.HouseWord",
    "articles.ImportedStory",
    "articles.LanguageVersion",
    "articles.LogEntry",
    "articles.Mention",
    "articles.PageOrder",
    "articles.Person",
    "articles.PersonAlias",
    "articles.PersonSuggestion",
    "articles.PhotoPlacement",
    "articles.Pin",
    "articles.PreviewLink",
    "articles.PrivateHistory",
    "articles.Publisher",
    "articles.Quote",
    "articles.Revision",
    "articles.SealedOpening",
    "articles.SealedTo",
    "articles.Section",
    "articles.SiteIcon",
    "articles.StaticPage",
    "articles.Topic",
    "articles.Topic_related",
    "articles.TopStory",
    "articles.User",
    "articles.ViewCount",
    "auth.Group",
    "auth.Group_permissions",
    "media.FormerOriginal",
    "media.Photo",
)

# What lets people in, and where they were: only with `--with-accounts`.
WITH_ACCOUNTS = (
    "account.EmailAddress",
    "accounts.Grace",
    "accounts.SignIn",
    "articles.StaffMessage",
    "articles.User_desks",
    "articles.User_groups",
    "articles.User_user_permissions",
    "mfa.Authenticator",
)
# Without accounts, people are what the log, the histories and the seals call them.
NAMES_OF_USERS = ("id", "username", "first_name", "last_name")

LEFT_OUT = {
    "account.EmailConfirmation": "an unanswered mail; nothing of ours sends one",
    "admin.LogEntry": "Django's own log of forms; the newsroom's is articles.LogEntry",
    "articles.ArchiveCount": "counted anew from the editions",
    "articles.CspReport": "what readers' browsers refused lately, kept for thirty days",
    "articles.FailedLogin": "a quarter of an hour's wrong passwords",
    "articles.OpenSheet": "who has a story open just now",
    "articles.SearchEntry": "the search index is written anew",
    "articles.Spelling": "the search index is written anew",
    "auth.Permission": "made by the program; groups name theirs in words",
    "contenttypes.ContentType": "made by the program",
    "page_store.Purge": "what a CDN of this house is still to be told",
    "page_store.TableInForce": "which Redis counts just now; begun anew by `serve`",
    "sessions.Session": "everybody signs in anew",
    "socialaccount.SocialAccount": "joined anew by the mail address at the next single sign-on",
    "socialaccount.SocialApp": "a setting of the machine",
    "socialaccount.SocialApp_sites": "a setting of the machine",
    "socialaccount.SocialToken": "never stored",
    "taggit.Tag": "topics are ours; this table is empty",
    "taggit.TaggedItem": "topics are ours; this table is empty",
    "usersessions.UserSession": "everybody signs in anew",
}

# What `migrate` puts into a newsroom that has nothing yet, and what an export brings in its stead.
MADE_BY_MIGRATIONS: dict[str, dict[str, Any]] = {
    "articles.Publisher": {"pk": 1},
    "articles.User": {"username": "system"},
    "articles.User_groups": {"user__username": "system"},
    "auth.Group": {},
    "auth.Group_permissions": {},
}


def models_that_move(*, with_accounts: bool) -> list[type[models.Model]]:
    """The models whose rows are in an export, in the order of its files."""
    labels = (*ALWAYS, *WITH_ACCOUNTS) if with_accounts else ALWAYS
    return [apps.get_model(label) for label in sorted(labels, key=str.lower)]


def fields_that_move(model: type[models.Model], *, with_accounts: bool) -> list["models.Field[Any, Any]"]:
    """The columns of a model that are in an export."""
    fields = list(model._meta.concrete_fields)
    if model._meta.label == "articles.User" and not with_accounts:
        fields = [field for field in fields if field.name in NAMES_OF_USERS]
    return fields
