"""The story, in the order it lives: text, models, editorial, page, admin, reader."""
