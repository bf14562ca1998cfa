"""Below the models: rows in bulk, queries compiled once, and one snapshot for all queries of a page."""
