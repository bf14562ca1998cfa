"""What editorial tells the rest after a commit. A leaf: imports nothing of ours.

`timeline_changed(article_id)`: the public timeline of an article changed.
`directory_changed()`: names, addresses or descriptions of people, topics or desks changed.
"""

from django.dispatch import Signal

timeline_changed = Signal()
directory_changed = Signal()
