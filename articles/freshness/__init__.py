"""WHAT PAGES ARE MADE OF: tags for it, what a page notes while it is made, what a transaction changes. Knows no row."""
