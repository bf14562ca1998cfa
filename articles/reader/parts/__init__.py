"""What readers' pages are made of: lists, cards, paging, heads, redirects, the next story."""
