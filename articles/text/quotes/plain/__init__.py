"""Only what a clause tells plainly is credited: the shapes of plain telling, and the words that make any shape doubtful."""
