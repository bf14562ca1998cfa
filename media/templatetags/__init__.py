"""Template tags of the photo library."""
