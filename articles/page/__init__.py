"""THE PAGE: from a story's rows to a plain Story value, and from that to HTML. For readers and for preview."""
