"""The tables of words by which quotations and their speakers are told."""
