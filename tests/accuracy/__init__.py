"""Scores the readers of words against labelled passages: precision and recall by kind and language."""
