"""Known people's names found in a text."""
