"""Changes to the tables of the page store."""
