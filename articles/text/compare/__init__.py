"""Two states of a text: what differs, what changed as a fact, and how both can be brought together."""
