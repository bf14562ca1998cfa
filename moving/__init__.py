"""THE WAY OUT AND BACK: a whole newsroom in one file, backups of it, and a copy of its pages that needs no server."""
