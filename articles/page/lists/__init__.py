"""Stories as cards, and the pages that open with them: for readers, and for who sets their order."""
