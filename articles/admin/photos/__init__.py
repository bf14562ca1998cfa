"""What the photo library is told about stories: where a photo is used, and captions that were corrected."""
