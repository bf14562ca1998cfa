"""What colleagues say about a story, beside its text."""
