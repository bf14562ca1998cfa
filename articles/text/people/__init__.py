"""Finding the names of known people in a text."""
