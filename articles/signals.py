"""Signals for other Django applications, sent after a commit; Newsroom itself has no receiver of them.

`timeline_changed(article_id)`: the public timeline of an article changed.
`directory_changed()`: a name, address or description of a person, topic, desk or static page changed.
"""

from django.dispatch import Signal

timeline_changed = Signal()
directory_changed = Signal()
