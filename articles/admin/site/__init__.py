"""The site and its staff: publisher, accounts, log in."""
