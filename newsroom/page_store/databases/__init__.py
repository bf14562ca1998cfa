"""Django's databases, each with a word to the page store before and after a commit that changes pages."""
