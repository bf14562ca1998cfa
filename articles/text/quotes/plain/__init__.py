"""Only what a clause tells plainly is credited: the shapes of plain telling, and words that make any doubtful."""
