"""Two states of a text: what differs, which facts changed, and how two people's changes are reconciled."""
