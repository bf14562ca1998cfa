"""Names of people in the words that tell who spoke, by script."""
