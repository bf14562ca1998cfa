"""The first page after signing in: the desk today."""
