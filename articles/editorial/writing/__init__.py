"""Drafts: saving, autosave, review, going back, deleting, preview links."""
