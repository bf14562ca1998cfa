"""What colleagues say beside a story's text, on its screen."""
