"""What is decided before a story goes out, on one page: the publish sheet."""
