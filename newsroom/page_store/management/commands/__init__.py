"""Commands that know the page store."""
