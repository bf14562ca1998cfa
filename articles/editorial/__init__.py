"""VERBS: the only code that changes articles, editions, people, topics and desks."""
