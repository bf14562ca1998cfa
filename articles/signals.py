"""Signals for other applications of Django; those on what readers see are sent after a commit.

`timeline_changed(article_id)`: the public timeline of an article changed.
`directory_changed()`: a name, address or description of a person, topic, desk or static page changed.
`verb_ended(verb, article_id, by_id, seconds, outcome)`: a verb was done, refused or failed; it may be part of a
transaction that is still open. Numbers are None where there is no story or nobody. No word of a story is in it.
`story_sealed(article)`: the Article was sealed; sent in the transaction, so that whatever repeats its words drops them.
"""

from django.dispatch import Signal

timeline_changed = Signal()
directory_changed = Signal()
story_sealed = Signal()
verb_ended = Signal()
