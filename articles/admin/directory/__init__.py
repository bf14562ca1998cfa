"""People, topics and desks: their forms, changes with preview, and suggested people."""
