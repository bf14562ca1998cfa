"""What readers' pages are made of: lists, cards, pagination, heads, redirects, the next story."""
