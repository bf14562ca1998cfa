"""What agencies send: ninjs 1 to 3, NewsML-G2 and NITF."""
