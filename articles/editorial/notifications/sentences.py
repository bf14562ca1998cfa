"""What a message says, in one sentence: the story is called what it is called when somebody reads it."""

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from articles.models.staff_message import StaffMessage, Told
from articles.models.user import User

SENTENCES = {
    Told.HANDED_IN: gettext_lazy("“{story}” was handed in by {by}."),
    Told.SENT_BACK: gettext_lazy("“{story}” was sent back by {by}."),
    Told.APPROVED: gettext_lazy("“{story}” was approved by {by}."),
    Told.MENTIONED: gettext_lazy("{by} names you in a comment on “{story}”."),
    Told.COMMENTED: gettext_lazy("{by} comments on “{story}”."),
    Told.ASSIGNED: gettext_lazy("“{story}” was assigned to you by {by}."),
    Told.CHANGED: gettext_lazy("“{story}” was changed by {by}."),
    Told.SCHEDULED: gettext_lazy("“{story}” was scheduled by {by}."),
    Told.PUBLISHED: gettext_lazy("“{story}” was published by {by}."),
    Told.CORRECTED: gettext_lazy("“{story}” was corrected by {by}."),
    Told.FAILED: gettext_lazy("The channel of a desk could not be reached for three days; see its address."),
}


def sentence_of(message: StaffMessage) -> str:
    """The sentence of a message."""
    by = called(message.by) if message.by is not None else _("somebody who has left")
    return str(SENTENCES[Told(message.kind)]).format(story=message.article, by=by)


def called(user: User) -> str:
    """What colleagues call a user."""
    return user.get_full_name() or user.get_username()
