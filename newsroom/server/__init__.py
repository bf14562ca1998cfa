"""What stands between server and Django: a request is whole and within its limits before it takes a thread."""
