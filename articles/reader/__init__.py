"""READERS' PAGES: views, feeds and the next story, all over live editions."""
