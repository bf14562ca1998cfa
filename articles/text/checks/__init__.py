"""Checks of a text before it goes out: each finds words that somebody should look at, and says nothing to anybody."""
