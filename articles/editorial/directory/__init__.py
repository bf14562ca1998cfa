"""People, topics and desks: create, rename, merge, split, undo; people whom a text names."""
