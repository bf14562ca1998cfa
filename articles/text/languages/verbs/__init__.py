"""Verbs of speech and of calling, by groups of languages."""
