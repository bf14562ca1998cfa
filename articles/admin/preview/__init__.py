"""Stories as readers would see them, for colleagues and for people with a link."""
