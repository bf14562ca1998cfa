"""Quotes in a story and who said them."""
