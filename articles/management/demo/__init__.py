"""The demo newsroom: its contents as data files, and the code that loads them."""
