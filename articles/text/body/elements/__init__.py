"""Elements of a body that are more than lines: how each is read and drawn."""
