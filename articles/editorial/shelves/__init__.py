"""Working copies that are on no board: templates that stories are begun from, and scraps."""
