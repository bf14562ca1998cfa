"""A story's body: its vocabulary, cleaning, parsing, what is asked of its words, and its HTML for readers."""
