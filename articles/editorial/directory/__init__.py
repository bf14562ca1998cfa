"""People, topics and desks: create, rename, merge, split, undo; people named in a text."""
