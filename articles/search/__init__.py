"""THE INDEX: stories found by their words, one interface with SQLite FTS5 and PostgreSQL behind it."""
