"""What moves a story's timeline, and what has to hold before it moves."""
