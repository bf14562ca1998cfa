"""Commands: parse arguments, call a verb."""
