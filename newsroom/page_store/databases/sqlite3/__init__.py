"""SQLite, telling of commits."""
