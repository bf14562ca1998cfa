"""Signals for other Django applications; those on what readers see are sent after a commit, and nothing here listens.

`timeline_changed(article_id)`: the public timeline of an article changed.
`directory_changed()`: a name, address or description of a person, topic, desk or static page changed.
`story_sealed(article)`: the Article was sealed; sent in the transaction, so that whatever repeats its words drops them.
"""

from django.dispatch import Signal

timeline_changed = Signal()
directory_changed = Signal()
story_sealed = Signal()
