"""Seeing the newsroom run: logs with an id, numbers over all workers, and the page that says how we are."""
