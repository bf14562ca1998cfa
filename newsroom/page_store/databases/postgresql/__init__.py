"""PostgreSQL, telling of commits."""
