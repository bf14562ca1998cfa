"""The conventions that can be read off the source; `tests/test_architecture.py` holds the project to them."""
