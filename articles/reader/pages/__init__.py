"""Pages that people read, a view each."""
