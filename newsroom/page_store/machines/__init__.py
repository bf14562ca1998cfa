"""The page store of several machines: the table and the entries in Redis, and the database that says which count."""
