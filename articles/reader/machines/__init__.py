"""What programs read: sitemaps, exports of a story, health checks, icons."""
