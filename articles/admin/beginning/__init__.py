"""What stories are begun with besides a blank sheet."""
