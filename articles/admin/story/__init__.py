"""The screen of one story, and the screens that belong to it."""
